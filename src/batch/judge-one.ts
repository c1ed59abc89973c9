/**
 * Judges one applicant of many: what is wrong with one is told, and stops nobody else.
 */
import { ApplicantError, type ApplicantIssue } from "../base/errors";
import { parseApplicant } from "../check/applicant";
import type { ReadApplicantOptions } from "../check/limits";
import type { Detail, VerdictOf } from "../model/verdict";
import { evaluate } from "../verdict/evaluate";
import type { EvaluateOptions } from "../verdict/options";

/** What was judged. */
export interface Judgment<D extends Detail = "outcome"> {
  /** The place of the applicant among all, counted from 0. */
  readonly index: number;
  /** The applicant's own id, where one was told. */
  readonly id?: string;
  /** The verdict, in the detail that was asked for. */
  readonly verdict: VerdictOf[D];
}

/** What could not be judged. */
export interface Refusal {
  /** The place of the applicant among all, counted from 0. */
  readonly index: number;
  /** Everything that is wrong with it. */
  readonly issues: readonly ApplicantIssue[];
}

/** Checks and judges one applicant. */
export function judgeOne<D extends Detail = "outcome">(
  input: unknown,
  index: number,
  options: EvaluateOptions<D>,
  reading: ReadApplicantOptions,
): Judgment<D> | Refusal {
  try {
    const applicant = parseApplicant(input, reading);
    const verdict = evaluate<D>(applicant, options);
    return { index, ...(applicant.id !== undefined && { id: applicant.id }), verdict };
  } catch (error) {
    if (error instanceof ApplicantError) return { index, issues: error.issues };
    throw error;
  }
}
