/**
 * What a person held, and on which days.
 */

import { addMonths } from "../base/calendar";
import { wrong } from "../base/errors";
import { firstEndingFrom, intersect, merge, type Span } from "../base/spans";
import { type Level, MET, UNKNOWN, UNMET } from "../base/truth";
import { type Standing as Endorsement, standingStatuses } from "../model/applicant";
import { type Entry, pointerTo, readInside } from "./entry";
import { type Evidence, type PresumedField, presume } from "./evidence";
import { NONE_OF_THESE } from "./fields";
import type { MembershipCalendar } from "./membership";

/** The credentials and calendars that conditions on entries need. */
export interface Standings {
  /** How long an emerging status lasts, by category. */
  readonly emergingMonths: ReadonlyMap<string, number>;
  /** What a category with a status became, and when. */
  readonly conversions: ReadonlyMap<string, readonly { readonly on: number; readonly becomes: readonly string[] }[]>;
  /** The associations whose endorsements are of another system: they are not held here. */
  readonly otherSystems: ReadonlySet<string>;
  /** The membership calendars of the associations. */
  readonly calendars: (association: string) => readonly MembershipCalendar[];
}

/** The days on which a person certainly held what a condition asks for, and those on which perhaps. */
interface HeldDays {
  readonly sure: readonly Span[];
  /** The same list where no day is told only as a month or a year. */
  readonly perhaps: readonly Span[];
}

/** When a person held what a condition asks for; unknown where endorsements were not told. */
export type Held = HeldDays | "unknown";

/** The days on which a person held a word. */
export interface WordSpan {
  readonly word: string;
  /** The days on which perhaps. */
  readonly span: Span;
  /** The days on which for certain; the same where no day is told only as a month or a year. */
  readonly sure: Span;
}

/** All that a person held; unknown where endorsements were not told. */
export type AllHeld = readonly WordSpan[] | "unknown";

/** Finds all that a person held, and when. */
export function standingOf(person: Entry, standings: Standings, evidence: Evidence): AllHeld {
  const told = person.raw["endorsements"];
  if (told === undefined) return "unknown";
  if (!Array.isArray(told)) throw wrong("wrong-type", pointerTo(person, "endorsements"), "a list", told);
  return Array.from(told, (endorsement: unknown, at) => {
    if (typeof endorsement !== "object" || endorsement === null) {
      throw wrong("wrong-type", pointerTo(person, `endorsements/${at}`), "an object", endorsement);
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
  const asked = standing.filter(({ word }) => words.includes(word));
  if (asked.length === 0) return NOTHING;
  const daysOf = (which: "span" | "sure", among: readonly WordSpan[]) =>
    merge(among.map((one) => one[which]).filter(([from, to]) => from <= to));
  const daysOfAll = (which: "span" | "sure") =>
    every
      ? words
          .map((each) =>
            daysOf(
              which,
              asked.filter(({ word }) => word === each),
            ),
          )
          .reduce(intersect)
      : daysOf(which, asked);
  const perhaps = daysOfAll("span");
  const isSure = asked.every(({ span, sure }) => span === sure);
  return { sure: isSure ? perhaps : daysOfAll("sure"), perhaps };
}

const NO_DAYS: readonly Span[] = [];
/** Of whom nothing that is asked for was held. */
const NOTHING: HeldDays = { sure: NO_DAYS, perhaps: NO_DAYS };

const presumedAs = (name: string, value: string): PresumedField => ({
  of: "people",
  name: `endorsements.${name}`,
  value,
});
const PRESUMED = {
  status: presumedAs("status", "full"),
  since: presumedAs("since", "before the evidence"),
  until: presumedAs("until", "still so"),
  association: presumedAs("association", NONE_OF_THESE),
};

function spansOf(
  person: Entry,
  { category, status, since: first, until: last, association }: Endorsement,
  at: number,
  standings: Standings,
  evidence: Evidence,
): WordSpan[] {
  const { index } = person;
  const name = (field: string) => `endorsements/${at}/${field}`;
  if (typeof category !== "string") {
    throw wrong("wrong-type", pointerTo(person, name("category")), "a category", category);
  }
  if (status !== undefined && !standingStatuses.includes(status)) {
    throw wrong("wrong-type", pointerTo(person, name("status")), "full or emerging", status);
  }
  if (association !== undefined && typeof association !== "string") {
    throw wrong("wrong-type", pointerTo(person, name("association")), "an association", association);
  }
  if (association !== undefined && standings.otherSystems.has(association)) return [];
  const since = readInside(person, name("since"), first);
  const until = readInside(person, name("until"), last);
  if (status === undefined) presume(evidence, PRESUMED.status, index);
  if (since === undefined) presume(evidence, PRESUMED.since, index);
  if (until === undefined) presume(evidence, PRESUMED.until, index);
  if (association === undefined) presume(evidence, PRESUMED.association, index);
  const word = status === "emerging" ? `${category}${EMERGING}` : category;
  return convert(word, since ?? BEFORE, until ?? STILL, standings);
}

const BEFORE: Span = [-Infinity, -Infinity];
const STILL: Span = [Infinity, Infinity];

/**
 * Follows a standing through its end and through what it became.
 *
 * @param since - The first and the last day on which it may have begun.
 * @param until - The first and the last day on which it may have ended.
 */
function convert(word: string, since: Span, until: Span, standings: Standings): WordSpan[] {
  const sureEnd = Math.min(until[0], lastEmergingDay(word, since[0], standings));
  const end = Math.min(until[1], lastEmergingDay(word, since[1], standings));
  const conversion = standings.conversions.get(word)?.find(({ on }) => on <= end);
  if (conversion === undefined) return heldFor(word, since, [sureEnd, end]);
  const { on, becomes } = conversion;
  const from: Span = [Math.max(since[0], on), Math.max(since[1], on)];
  return [
    ...heldFor(word, since, [Math.min(sureEnd, on - 1), on - 1]),
    ...becomes.flatMap((next) => {
      const later = convert(next, from, until, standings);
      return on <= sureEnd ? later : later.map((one) => ({ ...one, sure: NEVER }));
    }),
  ];
}

/** No day at all. */
const NEVER: Span = [Infinity, -Infinity];

function heldFor(word: string, since: Span, until: Span): WordSpan[] {
  const span: Span = [since[0], until[1]];
  if (span[0] > span[1]) return [];
  const isExact = since[0] === since[1] && until[0] === until[1];
  return [{ word, span, sure: isExact ? span : [since[1], until[0]] }];
}

const EMERGING = ":emerging";

function lastEmergingDay(word: string, since: number, standings: Standings): number {
  if (since === -Infinity || !word.endsWith(EMERGING)) return Infinity;
  const months = standings.emergingMonths.get(word.slice(0, -EMERGING.length));
  return months === undefined ? Infinity : addMonths(since, months) - 1;
}

/**
 * Judges whether an entry lies in the spans on every one of its days.
 *
 * An entry whose day was not told is never certainly inside.
 */
export function heldDuring(held: Held, { from, to, placed }: Entry): Level {
  if (held === "unknown") return UNKNOWN;
  const { sure, perhaps } = held;
  const some = perhaps[firstEndingFrom(perhaps, from)];
  if (some === undefined || some[0] > to) return UNMET;
  const span = sure === perhaps ? some : sure[firstEndingFrom(sure, from)];
  return placed && span !== undefined && span[0] <= from && to <= span[1] ? MET : UNKNOWN;
}
