/**
 * Judging without any rules, for who brings them: a rulebook of one's own, or the parts of the shipped one that
 * `endorsement-pathways/base` and `endorsement-pathways/associations/<id>` hold.
 *
 * @packageDocumentation
 */
export { ApplicantError, type ApplicantIssue, RulebookError, type RulebookIssue } from "./base/errors";
export * from "./model/applicant";
export type * from "./model/ids";
export * from "./model/language";
export * from "./model/overlay";
export * from "./model/rulebook";
export * from "./model/verdict";
export { evaluateBy as evaluate } from "./verdict/judge";
export type { EvaluateOptions, OwnRulesOptions } from "./verdict/options";
