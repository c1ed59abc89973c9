/**
 * Days that may not be certain: compared with each other, and shown in a verdict.
 */
import { isoDay } from "../base/calendar";
import { comparisonOf, type Level, lesser, MET, UNMET } from "../base/truth";
import { type OperatorOn, operatorRow } from "../model/operators";
import type { DayRange, DaySource, Run } from "./compiled";

/** A day that is certain. */
export const exactly = (day: number): DayRange => ({ low: day, high: day, exists: MET });

/** Compares a day, from the first to the last that it may be, with one that is looked up: with none, no comparison holds. */
export function compareDays(operator: OperatorOn<"day">, source: DaySource) {
  const compare = comparisonOf(operatorRow(operator));
  return (low: number, high: number, run: Run): Level => {
    const other = source(run);
    return other.exists === UNMET ? UNMET : lesser(other.exists, compare(low, high, other.low, other.high));
  };
}

/** The same for a day that is looked up itself. */
export function compareRanges(operator: OperatorOn<"day">, source: DaySource) {
  const compare = compareDays(operator, source);
  return ({ low, high, exists }: DayRange, run: Run): Level =>
    exists === UNMET ? UNMET : lesser(exists, compare(low, high, run));
}

/** Shows a day; of one that is not certain the first and the last day it may be, `null` where nothing bounds it. */
export function showDay({ low, high, exists }: DayRange): unknown {
  if (exists === UNMET) return null;
  const write = (day: number) => (Number.isFinite(day) ? isoDay(day) : null);
  return exists === MET && low === high ? write(low) : { from: write(low), to: write(high) };
}
