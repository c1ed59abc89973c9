/**
 * Places an entry in time: on one day, from one day to another, or on some day up to the last one.
 */

import { wrong } from "../base/errors";
import { recordOf } from "../base/records";
import type { CollectionName } from "../model/applicant";
import { type Entry, pointerTo, readDay, readLastDay, type ToldEntry } from "./entry";
import { type Evidence, type PresumedField, presume } from "./evidence";
import { collectionNames, placements } from "./fields";

/** What goes on is not told to end. */
const STILL_SO = recordOf(collectionNames, (of): PresumedField => ({ of, name: "end", value: "still so" }));

/** What may still lie ahead is told as if it were past. */
const PAST = recordOf(
  collectionNames,
  (of): PresumedField => ({ of, name: placements[of].day ?? "", value: "already past" }),
);

/** Places an entry in time, by the days that it tells. */
export function placeEntry(evidence: Evidence, of: CollectionName, index: number, raw: Entry["raw"]): Entry {
  const { day, period, pastPresumed } = placements[of];
  const told = { of, index, raw };
  const start = period ? readDay(told, "start") : undefined;
  const date = day && start === undefined ? readDay(told, day) : undefined;
  if (day !== undefined && date !== undefined) return placeOnDay(told, day, date, evidence.asOf);
  if (pastPresumed) presume(evidence, PAST[of], index);
  return period ? placeInPeriod(told, start, evidence) : unplaced(told, evidence.asOf, false);
}

/** Places what has one day. */
function placeOnDay({ of, index, raw }: ToldEntry, field: string, from: number, asOf: number): Entry {
  const last = readLastDay({ of, index, raw }, field, from);
  const late = from > asOf;
  const to = late ? last : Math.min(last, asOf);
  const vague = last === from ? undefined : field;
  const perhapsLate = last > asOf;
  return {
    of,
    index,
    raw,
    from,
    to,
    lastStart: to,
    firstEnd: from,
    placed: true,
    late,
    perhapsLate,
    cut: false,
    vague,
  };
}

/** Places what goes from one day to another. */
function placeInPeriod({ of, index, raw }: ToldEntry, from: number | undefined, evidence: Evidence): Entry {
  const { asOf } = evidence;
  const told = { of, index, raw };
  const end = readDay(told, "end");
  const lastEnd = end === undefined ? Infinity : readLastDay(told, "end", end);
  const cut = end !== undefined && lastEnd > asOf;
  if (from === undefined) return unplaced(told, Math.min(lastEnd, asOf), cut);
  if (lastEnd < from) {
    const expected = `a day on or after the start ${raw["start"]}`;
    throw wrong("end-before-start", pointerTo(told, "end"), expected, raw["end"]);
  }
  if (end === undefined) presume(evidence, STILL_SO[of], index);
  const to = Math.min(lastEnd, asOf);
  // what ended cannot have begun later
  const latest = Math.min(readLastDay(told, "start", from), lastEnd);
  const late = from > asOf;
  const perhapsLate = latest > asOf;
  const lastStart = late ? latest : Math.min(latest, to);
  const firstEnd = end === undefined ? to : Math.min(Math.max(end, from), to);
  const vague = latest !== from ? "start" : firstEnd !== to ? "end" : undefined;
  return { of, index, raw, from, to, lastStart, firstEnd, placed: true, late, perhapsLate, cut, vague };
}

/** Places what has no first day: it was on some day up to the last one. */
function unplaced({ of, index, raw }: ToldEntry, to: number, cut: boolean): Entry {
  return {
    of,
    index,
    raw,
    from: -Infinity,
    to,
    lastStart: to,
    firstEnd: -Infinity,
    placed: false,
    late: false,
    perhapsLate: false,
    cut,
    vague: undefined,
  };
}
