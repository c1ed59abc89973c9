/**
 * Reading unknown data: applicants, rulebooks and overlays, each refused with every issue at once.
 *
 * @packageDocumentation
 */
export { ApplicantError, type ApplicantIssue, RulebookError, type RulebookIssue } from "./base/errors";
export { MAX_ENTRIES, parseApplicant } from "./check/applicant";
export { MAX_DEPTH } from "./check/json-data";
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
