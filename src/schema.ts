/**
 * Reading unknown data: applicants, rulebooks and overlays, each refused with every issue at once.
 *
 * @packageDocumentation
 */
export { ApplicantError, type ApplicantIssue, RulebookError, type RulebookIssue } from "./base/errors";
export { MAX_ENTRIES, parseApplicant } from "./check/applicant";
export { MAX_DEPTH } from "./check/json-data";
export { parseOverlay, parseRulebook } from "./check/parse";
export * from "./model/applicant";
