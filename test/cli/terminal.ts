/** Surroundings for the command line in tests. */
import type { Ask, Io } from "../../src/cli/io";
import { run } from "../../src/cli/run";

/** What a run of the command line left behind. */
export interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** The surroundings that a test cares about. */
export interface Surroundings {
  readonly stdin?: string | Uint8Array | AsyncIterable<Uint8Array>;
  readonly stdinIsTTY?: boolean;
  readonly isTTY?: boolean;
  readonly columns?: number;
  readonly env?: Io["env"];
  readonly now?: Date;
  readonly ask?: Ask;
  /** The folder of golden cases. */
  readonly cases?: string;
}

/** Runs the command line. */
export async function cli(args: readonly string[], surroundings: Surroundings = {}): Promise<Outcome> {
  const {
    stdin = "",
    stdinIsTTY = false,
    isTTY = false,
    columns,
    env = {},
    now = new Date(2026, 10, 23),
    ask,
    cases = "cases",
  } = surroundings;
  const written = { out: "", err: "" };
  const sink = (name: "out" | "err") => ({
    write: (text: string) => {
      written[name] += text;
    },
    isTTY,
    ...(columns !== undefined && { columns }),
  });
  async function* chunks() {
    if (typeof stdin !== "string" && Symbol.asyncIterator in stdin) yield* stdin;
    else yield typeof stdin === "string" ? new TextEncoder().encode(stdin) : stdin;
  }
  const io: Io = {
    stdin: Object.assign(chunks(), { isTTY: stdinIsTTY }),
    stdout: sink("out"),
    stderr: sink("err"),
    env,
    now: () => now,
    cases,
    schemas: "rules/schema",
    ...(ask && { ask }),
    core: (of) => `dist/warehouse-${of}.global.js`,
  };
  return { code: await run(args, io), ...written };
}

/** The lines of an output that are too wide; an address may be. */
export const tooWide = (out: string, columns: number): readonly string[] =>
  out
    .split("\n")
    .filter((line) => line.length > columns && [...line].length > columns && !/^\s*https?:\S+$/.test(line));
