/**
 * Judges lines of JSON, one applicant each, and writes what came of them.
 */
import type { ApplicantIssue } from "../base/errors";
import type { ReadApplicantOptions } from "../check/limits";
import type { Detail } from "../model/verdict";
import type { EvaluateOptions } from "../verdict/options";
import { addVerdict, type Cohort, emptyCohort } from "./cohort";
import { type Judgment, judgeOne } from "./judge-one";
import { type Format, writtenRecord } from "./record";

/** How lines are judged. */
export interface LineOptions extends ReadApplicantOptions {
  /** The options of judging. */
  readonly evaluate: EvaluateOptions;
  /** How verdicts are written. */
  readonly format: Format;
  /** Whether they are counted for a report. */
  readonly counts: boolean;
}

/** A line that could not be judged. */
export interface RefusedLine {
  /** Its number, counted from 1. */
  readonly line: number;
  /** Everything that is wrong; nothing where it is no JSON. */
  readonly issues?: readonly ApplicantIssue[];
  /** What it says; nothing where it is not written in UTF-8. */
  readonly text?: string;
}

/** What came of some lines. */
export interface JudgedLines {
  /** The verdicts, as they are to be written. */
  readonly text: string;
  /** How many were judged. */
  readonly judged: number;
  /** The lines that could not be. */
  readonly refused: readonly RefusedLine[];
  /** What the verdicts come to together, where they are counted. */
  readonly cohort?: Cohort;
}

/**
 * Judges lines; empty ones are passed over.
 *
 * @param first - The number of the first line, counted from 1.
 */
export function judgeLines(bytes: Uint8Array, first: number, options: LineOptions): JudgedLines {
  const records: string[] = [];
  const refused: RefusedLine[] = [];
  const cohort = options.counts ? emptyCohort() : undefined;
  linesOf(bytes).forEach((text, at) => {
    const line = first + at;
    if (text?.trim() === "") return;
    const result = text === undefined ? { line } : judgeLine(text, line, options);
    if (!("verdict" in result)) {
      refused.push(result);
      return;
    }
    records.push(writtenRecord(result, line, options.format));
    const { id, verdict } = result;
    // states alone tell no gaps to add up
    if (cohort === undefined || verdict.detail === "status") return;
    addVerdict(cohort, { line, ...(id !== undefined && { id }) }, verdict);
  });
  return { text: records.join(""), judged: records.length, refused, ...(cohort && { cohort }) };
}

function judgeLine(text: string, line: number, options: LineOptions): Judgment<Detail> | RefusedLine {
  let input: unknown;
  try {
    input = JSON.parse(text);
  } catch {
    return { line, text };
  }
  const result = judgeOne(input, line - 1, options.evaluate, options);
  return "verdict" in result ? result : { line, issues: result.issues, text };
}

/** Splits lines; nothing stands for one that is not written in UTF-8. */
function linesOf(bytes: Uint8Array): (string | undefined)[] {
  const whole = decoded(bytes);
  const lines = whole?.split("\n") ?? split(bytes).map(decoded);
  if (lines.at(-1) === "") lines.pop();
  return lines;
}

const NEWLINE = 0x0a;

function split(bytes: Uint8Array): Uint8Array[] {
  const lines: Uint8Array[] = [];
  for (let from = 0; from <= bytes.length; ) {
    const found = bytes.indexOf(NEWLINE, from);
    const to = found < 0 ? bytes.length : found;
    lines.push(bytes.subarray(from, to));
    from = to + 1;
  }
  return lines;
}

function decoded(bytes: Uint8Array): string | undefined {
  try {
    // drops a byte order mark
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
