/**
 * Reading unknown data: applicants, rulebooks and overlays, each refused with every issue at once.
 *
 * @packageDocumentation
 */
export { ApplicantError, type ApplicantIssue, RulebookError, type RulebookIssue } from "./base/errors";
export { parseApplicant } from "./check/applicant";
export {
  type ApplicantLimits,
  type Limits,
  MAX_DEPTH,
  MAX_ENTRIES,
  type ReadApplicantOptions,
  type ReadOptions,
} from "./check/limits";
export { parseOverlay, parseRulebook } from "./check/parse";
export {
  applicantStandardSchema,
  type Parsed,
  type StandardResult,
  safeParseApplicant,
  safeParseOverlay,
  safeParseRulebook,
} from "./check/safe";
export * from "./model/applicant";
