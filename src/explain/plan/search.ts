/**
 * What a search for the earliest day goes by, and where it stands.
 */

import { addMonths, dayNumber, firstDay, isoDay, lastDay } from "../../base/calendar";
import { collectionNames } from "../../evidence/fields";
import type { Applicant, CollectionName, Day } from "../../model/applicant";
import type { PathwayId } from "../../model/rulebook";
import { changeDays } from "../../rules/editions";
import { datedIn } from "../../rules/in-force";
import { rulebook } from "../../verdict/evaluate";
import type { EvaluateOptions } from "../../verdict/options";
import type { AssumedEntry } from "../assumed";
import { withEvidence } from "../evidence";
import type { Want } from "../wait";
import type { PlanOptions, PlanReason } from "./model";

const TEN_YEARS = 120;

/** Everything that planning goes by. */
export interface Search {
  readonly applicant: Applicant;
  readonly untold: readonly CollectionName[];
  readonly options: PlanOptions;
  readonly pathway: PathwayId;
  readonly start: number;
  readonly end: number;
  /** Days on which something changes that was told already, or a rule. */
  readonly turns: readonly number[];
  /** Associations of which one could be a member, the likeliest first. */
  readonly associations: readonly string[];
  /** What turned out to be nothing that can be planned. */
  readonly hopeless: Set<string>;
}

/** Where the search stands. */
export interface State {
  readonly day: number;
  /** The months of the pace that have gone by. */
  readonly months: number;
  readonly assumed: readonly AssumedEntry[];
  readonly because: readonly PlanReason[];
}

/** Begins a search. */
export function searchFor(applicant: Applicant, options: PlanOptions): Search {
  const { asOf, pathway, until } = options;
  const start = dayNumber(asOf);
  const untold = collectionNames.filter((name) => name !== "people" && applicant[name] === undefined);
  const none = Object.fromEntries(untold.map((name) => [name, []])) as Applicant;
  const book = options.rulebook ?? rulebook();
  const overlay =
    options.overlay ?? (options.association === undefined ? undefined : book.associations[options.association]);
  const turns = [...laterDays(applicant, asOf), ...changeDays(datedIn(book, overlay))];
  return {
    applicant: withEvidence(applicant, none),
    untold,
    options,
    pathway,
    start,
    end: until === undefined ? addMonths(start, TEN_YEARS) : dayNumber(until),
    turns: [...new Set(turns)].filter((day) => day > start).sort((a, b) => a - b),
    associations: overlay === undefined ? Object.keys(book.associations) : [overlay.id],
    hopeless: new Set(),
  };
}

/** The days after the day of judgment that an applicant tells of, and the days after them. */
function laterDays(told: unknown, asOf: Day): number[] {
  if (typeof told === "string") {
    const [first, last] = [firstDay(told), lastDay(told)];
    return last > dayNumber(asOf) ? [first, first + 1, last, last + 1] : [];
  }
  return typeof told === "object" && told !== null ? Object.values(told).flatMap((one) => laterDays(one, asOf)) : [];
}

/** How the pathway is judged on a day. */
export function optionsOn({ options, pathway }: Search, day: number): EvaluateOptions {
  const { pathway: _, pace: _pace, until: _until, ...rest } = options;
  return { ...rest, asOf: isoDay(day), pathways: [pathway] };
}

/** What tells one thing that is wanted from another. */
export const wantKey = ({ at, slot = "" }: Want) => `${at}#${slot}`;

/** The next day on which something changes that was told already, or a rule; `Infinity` where there is none. */
export const nextTurn = ({ turns }: Search, day: number) => turns.find((one) => one > day) ?? Infinity;
