/**
 * Judges many applicants, one after the other or in several threads.
 */
import { availableParallelism } from "node:os";
import { pMapIterable } from "p-map";
import { wrong } from "../base/errors";
import { applicantBounds } from "../check/applicant";
import type { ReadApplicantOptions } from "../check/limits";
import type { Detail } from "../model/verdict";
import { rulesInForce } from "../verdict/evaluate";
import { checkedOptions, EVALUATE_OPTIONS, type EvaluateOptions } from "../verdict/options";
import { type Judgment, judgeOne, type Refusal } from "./judge-one";
import { startPool } from "./pool";
import type { ApplicantTask } from "./worker";

/** How to judge many. */
export interface EvaluateManyOptions<D extends Detail = Detail> extends EvaluateOptions<D>, ReadApplicantOptions {
  /**
   * How many threads judge: as many as the machine can run at once where absent; with 0, the thread of the caller judges,
   * one applicant at a time.
   */
  readonly workers?: number;
}

/**
 * Checks and judges applicants as they come, in constant memory; what comes of them is in their order.
 *
 * What is no applicant is refused with everything that is wrong with it, and the others are judged. No more applicants are
 * asked for than threads can judge soon.
 *
 * @category Judge many
 * @param applicants - Applicants as parsed from JSON, or as `parseApplicant` returns them; a list, a generator or a stream.
 * @param options - The day of judgment, what to judge, and in how many threads.
 * @returns A judgment or a refusal for each applicant.
 * @throws {@link ApplicantError} at once where an option is wrong.
 * @example
 * // the second is no applicant
 * const results = [];
 * for await (const result of evaluateMany([{}, { work: 3 }], { asOf: "2026-11-23", pathways: ["IFA"], workers: 0 })) {
 *   results.push("verdict" in result ? result.verdict.pathways[0]?.status : result.issues[0]?.pointer);
 * }
 * results; //=> ["undetermined", "/work"]
 */
export function evaluateMany<D extends Detail = "outcome">(
  applicants: Iterable<unknown> | AsyncIterable<unknown>,
  options: EvaluateManyOptions<D>,
): AsyncGenerator<Judgment<D> | Refusal, void, undefined> {
  const known = [...EVALUATE_OPTIONS, "workers", "limits"] as const;
  const { workers = availableParallelism(), limits, ...evaluate } = checkedOptions(options, known);
  if (!Number.isInteger(workers) || workers < 0) {
    throw wrong("wrong-option", "/options/workers", "a whole number of threads, 0 or more", workers);
  }
  if (!isIterable(applicants)) {
    throw wrong("wrong-type", "/applicants", "a list, a generator or a stream of applicants", applicants, "pass one");
  }
  // wrong options are refused before anybody is judged
  applicantBounds({ limits });
  rulesInForce(evaluate);
  return workers === 0
    ? judgeHere(applicants, evaluate, { limits })
    : judgeInThreads(applicants, evaluate, { limits }, workers);
}

const isIterable = (value: unknown): boolean =>
  typeof value === "object" && value !== null && (Symbol.iterator in value || Symbol.asyncIterator in value);

async function* judgeHere<D extends Detail>(
  applicants: Iterable<unknown> | AsyncIterable<unknown>,
  evaluate: EvaluateOptions<D>,
  reading: ReadApplicantOptions,
): AsyncGenerator<Judgment<D> | Refusal, void, undefined> {
  let index = 0;
  for await (const applicant of applicants) yield judgeOne(applicant, index++, evaluate, reading);
}

async function* judgeInThreads<D extends Detail>(
  applicants: Iterable<unknown> | AsyncIterable<unknown>,
  evaluate: EvaluateOptions<D>,
  reading: ReadApplicantOptions,
  workers: number,
): AsyncGenerator<Judgment<D> | Refusal, void, undefined> {
  const pool = startPool(workers, { evaluate, ...reading, format: "none", counts: false });
  const judge = (task: ApplicantTask): Promise<(Judgment<D> | Refusal)[]> =>
    pool.run(task, { name: "judgeApplicants" });
  try {
    // one more than there are threads, so that none waits for the next
    for await (const some of pMapIterable(inTasks(applicants), judge, { concurrency: workers + 1 })) yield* some;
  } finally {
    await pool.destroy();
  }
}

/** How many applicants change threads at a time. */
const AT_A_TIME = 32;

async function* inTasks(
  applicants: Iterable<unknown> | AsyncIterable<unknown>,
): AsyncGenerator<ApplicantTask, void, undefined> {
  let some: unknown[] = [];
  let first = 0;
  for await (const applicant of applicants) {
    some.push(applicant);
    if (some.length < AT_A_TIME) continue;
    yield { applicants: some, first };
    first += some.length;
    some = [];
  }
  if (some.length > 0) yield { applicants: some, first };
}
