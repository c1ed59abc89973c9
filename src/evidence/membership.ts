/**
 * How long a membership is valid.
 */
import { dayNumber, isoDay } from "../base/calendar";
import { type Entry, readDay, readLastDay } from "./entry";

/** A membership calendar, in the span of days in which it holds. */
export interface MembershipCalendar {
  /** The first day on which it holds. */
  readonly from: number;
  /** The last day on which it holds. */
  readonly to: number;
  /** The last day of the membership year, `MM-DD`. */
  readonly ends: string;
  /** The day from which a purchase runs into the next year, `MM-DD`. */
  readonly cutOff?: string;
}

/**
 * Finds the last day of a membership: as told, else from the day it was bought and the association's calendar.
 *
 * A membership bought from the cut-off on runs to the end of the next year. What is bought on the cut-off day itself is
 * a range: no association says which year it belongs to.
 *
 * @returns The first and the last day it may be.
 */
export function validUntil(
  entry: Entry,
  calendars: (association: string) => readonly MembershipCalendar[],
): readonly [low: number, high: number] {
  const until = readDay(entry, "until");
  if (until !== undefined) return [until, readLastDay(entry, "until", until)];
  const purchased = readDay(entry, "purchased");
  if (purchased === undefined) return [-Infinity, Infinity];
  const all = calendars(String(entry.raw["association"]));
  const last = readLastDay(entry, "purchased", purchased);
  if (last === purchased) return endFor(purchased, all);
  // within a calendar, who buys later is a member no shorter
  const edges = all
    .flatMap(({ from, to }) => [from - 1, from, to, to + 1])
    .filter((day) => day > purchased && day < last);
  const ends = [purchased, ...edges, last].map((day) => endFor(day, all));
  return [Math.min(...ends.map(([low]) => low)), Math.max(...ends.map(([, high]) => high))];
}

function endFor(purchased: number, all: readonly MembershipCalendar[]): readonly [low: number, high: number] {
  const calendar = all.find(({ from, to }) => from <= purchased && purchased <= to);
  return calendar === undefined ? [purchased, Infinity] : endOfYear(purchased, calendar);
}

function endOfYear(purchased: number, { ends, cutOff }: MembershipCalendar): readonly [low: number, high: number] {
  const year = Number(isoDay(purchased).slice(0, 4));
  const dayIn = (which: number, monthAndDay: string) => dayNumber(`${which}-${monthAndDay}`);
  const endYear = purchased <= dayIn(year, ends) ? year : year + 1;
  const end = dayIn(endYear, ends);
  if (cutOff === undefined) return [end, end];
  const next = dayIn(endYear + 1, ends);
  // the cut-off that lies in the membership year which `end` closes
  const inYear = dayIn(endYear, cutOff) <= end ? dayIn(endYear, cutOff) : dayIn(endYear - 1, cutOff);
  if (purchased < inYear) return [end, end];
  if (purchased > inYear) return [next, next];
  return [end, next];
}
