/**
 * What a function of a warehouse is given and gives: it judges one row, and never throws, for one row would end the query.
 *
 * The cores that are built around it need no module system and no surroundings; rules are written behind them.
 */
import { ApplicantError, type ApplicantIssue } from "../base/errors";
import { deepFreeze } from "../base/freeze";
import type { Applicant, AssociationId, Day } from "../model/applicant";
import type { PathwayId, Rulebook } from "../model/rulebook";
import type { AnyVerdict, Detail, PathwayStatus, StageTruths, Truth } from "../model/verdict";
import type { ResolvedOptions } from "../verdict/options";

/** How rows are judged. */
export interface RowOptions {
  readonly association?: AssociationId;
  readonly pathways: readonly PathwayId[];
  /** How much of a verdict a row gets: the states by pathway, or the verdict. */
  readonly detail: Detail;
}

/** The states of a pathway. */
export interface PathwayStates {
  readonly status: PathwayStatus;
  readonly stages: StageTruths;
  /** The state of each requirement, by id. */
  readonly requirements: Readonly<Record<string, Truth>>;
}

/** States by pathway, so that SQL finds them by name. */
export type States = Readonly<Record<string, PathwayStates>>;

/** What a row is given: states, a verdict, or what is wrong. */
export type Row = States | AnyVerdict | { readonly issues: readonly ApplicantIssue[] };

/** Judges a row: an applicant as JSON or as text, and the day of judgment; nothing comes of nothing. */
export type RowFunction = (applicant: unknown, asOf: Day) => Row | null;

/** Makes the function that judges a row. */
export function rowFunction(
  rules: Rulebook,
  { association, pathways, detail }: RowOptions,
  judge: (applicant: Applicant, options: ResolvedOptions) => Row,
): RowFunction {
  const how = { rulebook: deepFreeze(rules), pathways, detail, ...(association !== undefined && { association }) };
  return (input, asOf) => {
    if (input === null || input === undefined) return null;
    try {
      return judge(read(input) as Applicant, { ...how, asOf });
    } catch (error) {
      if (error instanceof ApplicantError) return { issues: error.issues };
      const message = `the row could not be judged: ${String(error)}`;
      return {
        issues: [{ code: "failed", pointer: "", expected: "an applicant", received: "something else", message }],
      };
    }
  };
}

/** Reads a row: warehouses hand JSON over as it is, or as text. */
function read(input: unknown): unknown {
  if (typeof input !== "string") return input;
  try {
    return JSON.parse(input);
  } catch {
    const message = "expected JSON, received a text that is none; correct it";
    throw new ApplicantError([{ code: "no-json", pointer: "", expected: "JSON", received: "a text", message }]);
  }
}
