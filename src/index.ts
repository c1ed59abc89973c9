/**
 * Judges applicants against the eligibility rules of IMH-E® and ECMH-E®.
 *
 * @packageDocumentation
 */
export {
  ApplicantError,
  type ApplicantIssue,
  type ApplicantIssueCode,
  applicantIssueCodes,
  RulebookError,
  type RulebookIssue,
  type RulebookIssueCode,
  rulebookIssueCodes,
} from "./base/errors";
export { type Warning, type WarningCode, warningCodes } from "./check/warnings/warning";
export { warnings } from "./check/warnings/warnings";
export * from "./model/applicant";
export {
  type DayFact,
  dayFacts,
  type MeasureFact,
  type MeasureGiving,
  measureFacts,
  type PathwayFact,
  pathwayFacts,
} from "./model/facts";
export type * from "./model/ids";
export * from "./model/language";
export { type Compared, type Operator, type OperatorOn, operators } from "./model/operators";
export * from "./model/overlay";
export * from "./model/rulebook";
export * from "./model/verdict";
export type { AssociationSummary, Fee } from "./rules/directory";
export type {
  Origin,
  PathwayInForce,
  RequirementInForce,
  RulesInForce,
  UndecidingInForce,
} from "./rules/pathway-in-force";
export type { Spelled } from "./rules/written";
export {
  associations,
  type DirectoryOptions,
  evaluate,
  type FeeOptions,
  fees,
  isAssociationId,
  isPathwayId,
  rulebook,
  rulesInForce,
  type WhereOptions,
  whereToApply,
} from "./verdict/evaluate";
export type { EvaluateOptions } from "./verdict/options";
