/**
 * The surroundings of a command: streams, clock and environment, so that tests can bring their own.
 */

/** Somewhere to write to. */
export interface Sink {
  /** Writes a text. */
  readonly write: (text: string) => unknown;
  /** Whether it is a terminal. */
  readonly isTTY?: boolean;
  /** The width of the terminal. */
  readonly columns?: number;
}

/** What a command may use of its surroundings. */
export interface Io {
  /** Standard input. */
  readonly stdin: AsyncIterable<Uint8Array> & { readonly isTTY?: boolean };
  /** Standard output: results. */
  readonly stdout: Sink;
  /** Standard error: what went wrong. */
  readonly stderr: Sink;
  /** The environment. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The clock. */
  readonly now: () => Date;
  /** The folder of the golden cases that ship with the package. */
  readonly cases: string;
}

/** Today where the user is. */
export function localDay(now: Date): string {
  const part = (number: number) => String(number).padStart(2, "0");
  return `${now.getFullYear()}-${part(now.getMonth() + 1)}-${part(now.getDate())}`;
}
