/**
 * Cycles of renewal: which holds on a day, its first and last day, and until when it is filed for.
 */
import { cycleOf, dayNumber, yearlyAfter, yearlyUpTo } from "../base/calendar";
import type { Overlay } from "../model/overlay";
import type { Cycle, CycleInForce, Pathway } from "../model/rulebook";
import { appliesTo } from "./applies";
import { editionOn } from "./editions";

/** Finds the cycle of a pathway that is in force on a day: the association's, else that of the base. */
export function cycleOn(
  { id, kind, cycle: base = [] }: Pathway,
  day: number,
  overlay: Overlay | undefined,
): Cycle | undefined {
  const own = overlay?.cycle?.filter((one) => appliesTo(one, id, kind === "renewal")) ?? [];
  const found = editionOn(own, day) ?? editionOn(base, day);
  return found && { months: found.months, ends: found.ends, ...(found.filing && { filing: found.filing }) };
}

/** Finds the first and the last day of the cycle that is judged on a day. */
export const spanOf = ({ months, ends, on }: CycleInForce, asOf: number): readonly [start: number, end: number] =>
  cycleOf(on === undefined ? asOf : dayNumber(on), dayNumber(ends), months);

/** Finds until when one files for a cycle that ends on a day: in time, and at the latest. */
export function filingOf({ filing }: Cycle, end: number): { readonly due: number; readonly until: number } {
  if (filing === undefined) return { due: end, until: end };
  const until = yearlyAfter(end, filing.until);
  return { due: filing.due === undefined ? until : yearlyUpTo(until, filing.due), until };
}
