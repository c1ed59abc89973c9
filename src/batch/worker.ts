/**
 * What a thread of the pool runs: it judges applicants, or lines of them.
 */
import { TextEncoder } from "node:util";
import { Tinypool } from "tinypool";
import type { Detail } from "../model/verdict";
import { sealed } from "../rules/hash";
import type { EvaluateOptions } from "../verdict/options";
import { type JudgedLines, judgeLines, type LineOptions } from "./judge-lines";
import { type Judgment, judgeOne, type Refusal } from "./judge-one";

/** Applicants to judge, the first of which has a place among all. */
export interface ApplicantTask {
  readonly applicants: readonly unknown[];
  readonly first: number;
}

/** Lines to judge, the first of which has a number. */
export interface LineTask {
  readonly bytes: Uint8Array;
  readonly first: number;
}

/** What came of lines; the text as bytes, which change hands without a copy. */
export interface WrittenLines extends Omit<JudgedLines, "text"> {
  readonly bytes: Uint8Array;
}

const options = Tinypool.workerData as LineOptions;
// what was checked was sealed, and is no more after it changed threads
const { rulebook, overlay } = options.evaluate;
for (const rules of [rulebook, overlay]) if (rules !== undefined) sealed(rules);
const encoder = new TextEncoder();

/** Judges applicants. */
export function judgeApplicants({ applicants, first }: ApplicantTask): (Judgment<Detail> | Refusal)[] {
  const how: EvaluateOptions = options.evaluate;
  return applicants.map((one, at) => judgeOne(one, first + at, how, options));
}

/** Judges lines, and writes what came of them. */
export function judgeTask({ bytes, first }: LineTask): unknown {
  const { text, ...rest } = judgeLines(bytes, first, options);
  const written: WrittenLines = { ...rest, bytes: encoder.encode(text) };
  const movable = { [Tinypool.transferableSymbol]: [written.bytes.buffer], [Tinypool.valueSymbol]: written };
  // the pool knows such an object by its symbols, and has no type for it
  return Tinypool.move(movable as never);
}
