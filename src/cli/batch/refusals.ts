/**
 * Lines that could not be judged: each with everything that is wrong, as a record that a program or a person can mend.
 */
import type { ApplicantIssue } from "../../base/errors";
import type { RefusedLine } from "../../batch/judge-lines";
import type { Io } from "../io";
import { findJsonError } from "../json-text";
import { pageFor, print, wrapped } from "../terminal";
import { type Destination, fileTarget } from "./files";

/** A line that could not be judged, as it is written. */
export interface Reject {
  readonly line: number;
  readonly issues: readonly ApplicantIssue[];
  /** What the line says; nothing where it is too long or not written in UTF-8. */
  readonly text?: string;
}

const LONGEST_MB = 64;
/** The longest line that is read, in bytes. */
export const LONGEST_LINE = LONGEST_MB * 1024 * 1024;

/** Says what is wrong with a line. */
export function rejectOf({ line, issues, text }: RefusedLine): Reject {
  if (issues !== undefined) return { line, issues, ...(text !== undefined && { text }) };
  if (text === undefined) return { line, issues: [unreadable] };
  return { line, issues: [noJson(text)], text };
}

const unreadable: ApplicantIssue = {
  code: "wrong-encoding",
  pointer: "",
  expected: `a line in UTF-8 of at most ${LONGEST_MB} MB`,
  received: "another encoding, or more",
  message: `expected a line in UTF-8 of at most ${LONGEST_MB} MB; save it as UTF-8, or split it`,
};

function noJson(text: string): ApplicantIssue {
  const found = findJsonError(text);
  const problem = found === undefined ? "it cannot be read" : `column ${found.column}: ${found.problem}`;
  return { code: "no-json", pointer: "", expected: "JSON", received: "something else", message: `no JSON: ${problem}` };
}

/** Where refused lines go. */
export interface Rejects extends Omit<Destination, "write"> {
  readonly write: (lines: readonly RefusedLine[]) => Promise<void>;
}

/** Writes refused lines to a file, one record a line. */
export async function rejectsFile(file: string, size: number): Promise<Rejects> {
  const target = await fileTarget(file, size);
  const write = (lines: readonly RefusedLine[]) =>
    target.write(Buffer.from(lines.map((line) => `${JSON.stringify(rejectOf(line))}\n`).join("")));
  return { ...target, write };
}

/** How many refused lines are told where no file takes them. */
const MOST_SHOWN = 20;

/** Tells refused lines on standard error, as many as a person reads. */
export function shownRejects(io: Io): Rejects {
  const none = async () => {};
  const page = pageFor(io.stderr, io);
  let shown = 0;
  const write = async (lines: readonly RefusedLine[]) => {
    for (const { line, issues } of lines.map(rejectOf)) {
      if (++shown > MOST_SHOWN) continue;
      const told = issues.map(({ pointer, message }) =>
        wrapped(pointer === "" ? message : `${pointer}: ${message}`, page, "    "),
      );
      print(io.stderr, `${[page.colors.red(`Line ${line}`), ...told].join("\n")}\n`);
    }
    if (shown - lines.length <= MOST_SHOWN && shown > MOST_SHOWN) {
      print(io.stderr, "More lines were refused; --rejects FILE lists them all.\n");
    }
  };
  return { size: () => 0, write, keep: none, close: none };
}
