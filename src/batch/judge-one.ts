/**
 * Judges one applicant of many: what is wrong with one is told, and stops nobody else.
 */
import { ApplicantError, type ApplicantIssue } from "../base/errors";
import { parseApplicant } from "../check/applicant";
import type { Verdict } from "../model/verdict";
import { evaluate } from "../verdict/evaluate";
import type { EvaluateOptions } from "../verdict/judge";

/** What was judged. */
export interface Judgment {
  /** The place of the applicant among all, counted from 0. */
  readonly index: number;
  /** The applicant's own id, where one was told. */
  readonly id?: string;
  /** The verdict. */
  readonly verdict: Verdict;
}

/** What could not be judged. */
export interface Refusal {
  /** The place of the applicant among all, counted from 0. */
  readonly index: number;
  /** Everything that is wrong with it. */
  readonly issues: readonly ApplicantIssue[];
}

/** Checks and judges one applicant. */
export function judgeOne(input: unknown, index: number, options: EvaluateOptions): Judgment | Refusal {
  try {
    const applicant = parseApplicant(input);
    const verdict = evaluate(applicant, { ...options, detail: options.detail === "account" ? "account" : "outcome" });
    return { index, ...(applicant.id !== undefined && { id: applicant.id }), verdict };
  } catch (error) {
    if (error instanceof ApplicantError) return { index, issues: error.issues };
    throw error;
  }
}
