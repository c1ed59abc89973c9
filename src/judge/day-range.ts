/**
 * Days that may not be certain: compared with each other, and shown in a verdict.
 */
import { isoDay, LAST_DAY } from "../base/calendar";
import { comparisonOf, type Level, lesser, MET, UNMET } from "../base/truth";
import { type OperatorOn, operatorRow } from "../model/operators";
import type { DayRange, DaySource } from "./compiled";
import type { Run } from "./run";

/** A day that is certain. */
export const exactly = (day: number): DayRange => ({ low: day, high: day, exists: MET });

/** Compares a day, from the first to the last that it may be, with one that is looked up: with none, no comparison holds. */
export function compareDays(operator: OperatorOn<"day">, { look }: DaySource) {
  const compare = comparisonOf(operatorRow(operator));
  return (low: number, high: number, run: Run): Level => {
    const other = look(run);
    return other.exists === UNMET ? UNMET : lesser(other.exists, compare(low, high, other.low, other.high));
  };
}

/** The same for a day that is looked up itself. */
export function compareRanges(operator: OperatorOn<"day">, source: DaySource) {
  const compare = compareDays(operator, source);
  return ({ low, high, exists }: DayRange, run: Run): Level =>
    exists === UNMET ? UNMET : lesser(exists, compare(low, high, run));
}

/** Writes a day; nothing where nothing bounds it, or where it lies beyond what can be written. */
export const writeDay = (day: number): string | null => (Number.isFinite(day) && day <= LAST_DAY ? isoDay(day) : null);

/** Shows a day; of one that is not certain the first and the last day it may be, `null` where nothing bounds it. */
export function showDay({ low, high, exists }: DayRange): unknown {
  if (exists === UNMET) return null;
  return exists === MET && low === high ? writeDay(low) : { from: writeDay(low), to: writeDay(high) };
}
