/**
 * The whole library as one file, for engines without a module system: everything is in `endorsementPathways`.
 *
 * @packageDocumentation
 */
export { parseApplicant } from "./check/applicant";
export * from "./index";
