/**
 * Amounts of entries, in whole steps of their unit.
 */
import { wrong } from "../../base/errors";
import { type Entry, isVague, pointerTo } from "../../evidence/entry";
import type { Reason } from "../../model/verdict";
import { CROSSES, impreciseReason } from "./source";

/**
 * Reads a number that is not negative.
 *
 * @returns Nothing where it was not told.
 * @throws {@link ApplicantError} `wrong-type` for anything else.
 */
export function readAmount(entry: Entry, field: string): number | undefined {
  const value = entry.raw[field];
  if (value === undefined) return undefined;
  if (typeof value === "number" && value >= 0 && value < Infinity) return value;
  throw wrong("wrong-type", pointerTo(entry, field), "a number of 0 or more", value);
}

/** Minutes of an hour: hours are added up as whole minutes, for 0.7 + 0.1 must reach 0.8. */
export const MINUTES = 60;

/** Reads the hours of an entry as minutes: the most there may be, `Infinity` where they were not told. */
export function mostMinutesOf(entry: Entry): number {
  const hours = readAmount(entry, "hours");
  return hours === undefined ? Infinity : Math.round(hours * MINUTES);
}

/** Reads the hours of an entry as minutes; nothing where they are not certain: not told, or going on after the day of judgment. */
export function minutesOf(entry: Entry): number | undefined {
  const minutes = mostMinutesOf(entry);
  return entry.cut || minutes === Infinity ? undefined : minutes;
}

const NO_HOURS: Reason = Object.freeze({ code: "not-told", fact: "hours" });

/** What is told in college credits or in continuing education units; the reason names the question on what these are worth. */
const IN_CREDITS: Reason = Object.freeze({ code: "reading", fact: "hours", question: "credit-conversion" });
const isInCredits = ({ raw }: Entry) => raw["credits"] !== undefined || raw["ceus"] !== undefined;

/** Why the minutes of an entry are not certain. */
export function minutesReason(entry: Entry): Reason {
  if (entry.raw["hours"] !== undefined) return cutReason(entry);
  return isInCredits(entry) ? IN_CREDITS : NO_HOURS;
}

/** Why it is not certain how much of an entry lies before the day of judgment. */
export const cutReason = (entry: Entry): Reason =>
  entry.firstEnd < entry.to && isVague(entry, "end") ? impreciseReason(entry, "end") : CROSSES;

/** Writes steps in their unit, to two decimals, never more than there is. */
export const inUnit = (steps: number, stepsPerUnit: number): number =>
  Math.floor((steps / stepsPerUnit) * 100 + 1e-9) / 100;

/** Writes an upper bound in its unit; `null` where there is none. */
export const boundInUnit = (steps: number, stepsPerUnit: number): number | null =>
  steps === Infinity ? null : inUnit(steps, stepsPerUnit);
