/**
 * What a person held, and on which days.
 */

import { addMonths } from "../base/calendar";
import { wrong } from "../base/errors";
import { firstEndingFrom, intersect, merge, type Span } from "../base/spans";
import { type Level, MET, UNKNOWN, UNMET } from "../base/truth";
import { type Standing as Endorsement, standingStatuses } from "../model/applicant";
import type { MembershipCalendar } from "./membership";
import { type Entry, type Evidence, type PresumedField, pathOf, presume, readDay } from "./read";

/** The credentials and calendars that conditions on entries need. */
export interface Standings {
  /** How long an emerging status lasts, by category. */
  readonly emergingMonths: ReadonlyMap<string, number>;
  /** What a category with a status became, and when. */
  readonly conversions: ReadonlyMap<string, readonly { readonly on: number; readonly becomes: readonly string[] }[]>;
  /** The membership calendars of the associations. */
  readonly calendars: ReadonlyMap<string, readonly MembershipCalendar[]>;
}

/** The days on which a person held what a condition asks for; unknown where endorsements were not told. */
export type Held = readonly Span[] | "unknown";

/** The days on which a person held a word. */
export interface WordSpan {
  readonly word: string;
  readonly span: Span;
}

/** All that a person held; unknown where endorsements were not told. */
export type AllHeld = readonly WordSpan[] | "unknown";

/** Finds all that a person held, and when. */
export function standingOf(person: Entry, standings: Standings, evidence: Evidence): AllHeld {
  const told = person.raw["endorsements"];
  if (told === undefined) return "unknown";
  if (!Array.isArray(told)) throw wrong("wrong-type", pathOf(person, "endorsements"), "a list", told);
  return Array.from(told, (endorsement: unknown, at) => {
    if (typeof endorsement !== "object" || endorsement === null) {
      throw wrong("wrong-type", pathOf(person, `endorsements[${at}]`), "an object", endorsement);
    }
    return spansOf(person, endorsement as Endorsement, at, standings, evidence);
  }).flat();
}

/**
 * Finds the days on which a person held any, or all, of the words.
 *
 * @returns Spans in order, apart from each other.
 */
export function heldOf(standing: AllHeld, words: readonly string[], every: boolean): Held {
  if (standing === "unknown") return standing;
  const spans = new Map<string, Span[]>(words.map((word) => [word, []]));
  for (const { word, span } of standing) spans.get(word)?.push(span);
  const all = [...spans.values()];
  return every ? all.map(merge).reduce(intersect) : merge(all.flat());
}

const presumedAs = (name: string, value: string): PresumedField => ({
  of: "people",
  name: `endorsements.${name}`,
  value,
});
const PRESUMED = {
  status: presumedAs("status", "full"),
  since: presumedAs("since", "before the evidence"),
  until: presumedAs("until", "still so"),
};

function spansOf(
  { of, index }: Entry,
  { category, status, since: first, until: last }: Endorsement,
  at: number,
  standings: Standings,
  evidence: Evidence,
): WordSpan[] {
  const read = (field: string, told: unknown) => {
    if (told === undefined) return undefined;
    const name = `endorsements[${at}].${field}`;
    return readDay({ of, index, raw: { [name]: told } }, name);
  };
  if (typeof category !== "string") {
    throw wrong("wrong-type", pathOf({ of, index }, `endorsements[${at}].category`), "a category", category);
  }
  if (status !== undefined && !standingStatuses.includes(status)) {
    throw wrong("wrong-type", pathOf({ of, index }, `endorsements[${at}].status`), "full or emerging", status);
  }
  const since = read("since", first);
  const until = read("until", last);
  if (status === undefined) presume(evidence, PRESUMED.status, index);
  if (since === undefined) presume(evidence, PRESUMED.since, index);
  if (until === undefined) presume(evidence, PRESUMED.until, index);
  const word = status === "emerging" ? `${category}:emerging` : category;
  return convert(word, since ?? -Infinity, until ?? Infinity, standings);
}

/** Follows a standing through its end and through what it became. */
function convert(word: string, since: number, until: number, standings: Standings): WordSpan[] {
  const last = Math.min(until, lastEmergingDay(word, since, standings));
  const conversion = standings.conversions.get(word)?.find(({ on }) => on <= last);
  if (conversion === undefined) return since <= last ? [{ word, span: [since, last] }] : [];
  const { on, becomes } = conversion;
  const before: WordSpan[] = since < on ? [{ word, span: [since, on - 1] }] : [];
  return [...before, ...becomes.flatMap((next) => convert(next, Math.max(since, on), until, standings))];
}

function lastEmergingDay(word: string, since: number, standings: Standings): number {
  const [category = "", status] = word.split(":");
  const months = status === "emerging" ? standings.emergingMonths.get(category) : undefined;
  return months === undefined || since === -Infinity ? Infinity : addMonths(since, months) - 1;
}

/**
 * Judges whether an entry lies in the spans on every one of its days.
 *
 * An entry whose day was not told is never certainly inside.
 */
export function heldDuring(held: Held, { from, to, placed }: Entry): Level {
  if (held === "unknown") return UNKNOWN;
  const span = held[firstEndingFrom(held, from)];
  if (span === undefined || span[0] > to) return UNMET;
  return placed && span[0] <= from && to <= span[1] ? MET : UNKNOWN;
}
