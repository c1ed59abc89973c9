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

/** A choice that is offered. */
export interface Selectable {
  /** What is meant by it. */
  readonly value: string;
  /** What it is called. */
  readonly label: string;
  /** What it means. */
  readonly hint?: string;
}

/** Asks who uses the command. Each fails with {@link Canceled} where the person stops. */
export interface Ask {
  /** Clears the screen, and shows a text: what is asked next stands below it. Keys are then no longer explained. */
  readonly screen: (text: string) => void;
  /** Offers choices, and returns the value of one. */
  readonly choose: (question: string, choices: readonly Selectable[]) => Promise<string>;
  /** Offers choices, and returns the values of some, perhaps of none. */
  readonly chooseSome: (question: string, choices: readonly Selectable[]) => Promise<readonly string[]>;
  /** Asks for yes or no. */
  readonly confirm: (question: string) => Promise<boolean>;
  /** Asks for a text; an empty one is no answer. `problem` says what is wrong with one. */
  readonly text: (question: string, example: string, problem: (text: string) => string | undefined) => Promise<string>;
}

/** Thrown where the person who is asked stops; the message says what became of the answers. */
export class Canceled extends Error {
  override readonly name = "Canceled";

  constructor(message = "Stopped; nothing was written.") {
    super(message);
  }
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
  /** The folder of the JSON Schemas that ship with the package. */
  readonly schemas: string;
  /** Asks who uses the command; absent where nobody sits at a terminal. */
  readonly ask?: Ask;
  /** The file with the code that a function of a warehouse runs, as it was built: for states alone, or for verdicts. */
  readonly core: (of: "status" | "verdict") => string;
}

/** Today where the user is. */
export function localDay(now: Date): string {
  const part = (number: number) => String(number).padStart(2, "0");
  return `${now.getFullYear()}-${part(now.getMonth() + 1)}-${part(now.getDate())}`;
}
