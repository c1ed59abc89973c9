/**
 * The rules in force, loaded into an Engine of json-rules-engine, for applications that run one already.
 *
 * @packageDocumentation
 */
export { ApplicantError, type ApplicantIssue, RulebookError, type RulebookIssue } from "./base/errors";
export { type CreateEngineOptions, createEngine } from "./engine/create-engine";
export type { PathwayEvent, RequirementEvent } from "./engine/events";
