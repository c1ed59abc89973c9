/**
 * Judging many applicants: in several threads, as they come, in their order. For Node.
 *
 * @packageDocumentation
 */
export { ApplicantError, type ApplicantIssue, RulebookError, type RulebookIssue } from "./base/errors";
export { type EvaluateManyOptions, evaluateMany } from "./batch/evaluate-many";
export type { Judgment, Refusal } from "./batch/judge-one";
