/**
 * Judges applicants against the eligibility rules of IMH-E® and ECMH-E®.
 *
 * @packageDocumentation
 */
import type { Applicant } from "./applicant";
import { embeddedRulebook } from "./embedded";
import { type EvaluateOptions, judge, rulesFor } from "./evaluate";
import type { RulesInForce } from "./overlay";
import type { Rulebook } from "./rulebook";
import type { Verdict } from "./verdict";

export type * from "./applicant";
export type * from "./association";
export { ApplicantError, type ApplicantIssue, RulebookError, type RulebookIssue } from "./errors";
export type { EvaluateOptions } from "./evaluate";
export type { Origin, PathwayInForce, RequirementInForce, RulesInForce } from "./overlay";
export type * from "./rulebook";
export type * from "./verdict";

/**
 * Judges an applicant: for each pathway whether the applicant is eligible, and why.
 *
 * Pure and synchronous: no clock, no input or output; arguments are not changed.
 *
 * @param applicant - The applicant, as `parseApplicant` of `endorsement-pathways/schema` returns it.
 * @param options - The day of judgment, and what to judge.
 * @returns The verdict: plain data, safe to write as JSON.
 * @throws {@link ApplicantError} where a value that is read has the wrong type, or an option is wrong.
 * @throws {@link RulebookError} where `options.rulebook` was not parsed.
 */
export function evaluate(applicant: Applicant, options: EvaluateOptions): Verdict {
  return judge(applicant, withRulebook(options));
}

/**
 * Works out the rules in force on a day, as data.
 *
 * @param options - The day, and the association or overlay if any.
 * @returns Every pathway with its requirements in force, and what goes with them.
 * @throws {@link ApplicantError} where an option is wrong.
 */
export function rulesInForce(options: EvaluateOptions): RulesInForce {
  return rulesFor(withRulebook(options));
}

/** The rulebook of this package, frozen. */
export function rulebook(): Rulebook {
  return embeddedRulebook();
}

const withRulebook = (options: EvaluateOptions) => ({ ...options, rulebook: options.rulebook ?? embeddedRulebook() });
