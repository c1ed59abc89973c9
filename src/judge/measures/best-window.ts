/**
 * Hours of the best window: at most so many months long, its evidence spread over at least so many.
 */
import { addMonths, DAYS_A_YEAR } from "../../base/calendar";
import { UNMET } from "../../base/truth";
import { type Entry, type EntryOrder, entriesOf, inOrder } from "../../evidence/read";
import type { Counted, Reason, Uncounted } from "../../model/verdict";
import type { ResolvedParams } from "../../rules/resolved";
import type { Drawn, Run, Total } from "../compiled";
import {
  CROSSES,
  type EntrySource,
  hoursDrawn,
  inUnit,
  MINUTES,
  minutesOf,
  minutesReason,
  mostMinutesOf,
  NO_DAY,
  outsideEntry,
} from "./sift";
import { type Addend, addUp, HOURS, totalHours } from "./totals";

type Within = NonNullable<ResolvedParams["within"]>;

/** A window, from the first to the last day of its evidence. */
interface Window {
  readonly from: number;
  readonly to: number;
  readonly minutes: number;
}

const SPREAD: Reason = Object.freeze({ code: "spread" });

/** Hours whose days must be certain, too. */
const PLACED_HOURS: Addend = {
  ...HOURS,
  sure: (entry) => (entry.placed ? (minutesOf(entry) ?? minutesReason(entry)) : NO_DAY),
};

/** Draws the hours of the best window. */
export function drawWindow(run: Run, source: EntrySource, within: Within): Drawn {
  const { list, complete } = entriesOf(run.evidence, source.of);
  const hours = list.every(({ placed }) => placed) ? totalHours(run, source) : addUp(run, source, PLACED_HOURS);
  const { best, widest } = bestWindow(inOrder(run.evidence, source.of), hours.amounts, within);
  const low = best?.minutes ?? 0;
  const high = complete ? mostOf(list, hours, within, low) : Infinity;
  const shown = best ?? widest;
  const split = splitByWindow(run, list, hours, shown, best !== undefined, low < high);
  const spread = {
    months: shown === undefined ? 0 : spreadOf(shown, within, best !== undefined),
    ...within,
    hours: inUnit(shown?.minutes ?? 0, MINUTES),
  };
  return hoursDrawn(source, low, high, split.counted, split.uncounted, spread);
}

/** The months over which a window spreads; calendar months differ in length, so enough is said to be enough. */
function spreadOf({ from, to }: Window, { atLeastMonths = 0 }: Within, spreads: boolean): number {
  const months = inUnit((to - from + 1) * 12, DAYS_A_YEAR);
  if (spreads) return Math.max(months, atLeastMonths);
  const missing = addMonths(from, atLeastMonths) - to - 1;
  return inUnit(atLeastMonths * DAYS_A_YEAR - missing * 12, DAYS_A_YEAR);
}

/** Sorts the certain hours into those that count and those that do not. */
function splitByWindow(
  run: Run,
  list: readonly Entry[],
  hours: Total,
  window: Window | undefined,
  spreads: boolean,
  open: boolean,
) {
  const counted: Counted[] = [];
  const uncounted: Uncounted[] = [...hours.uncounted];
  let next = 0;
  for (const entry of list) {
    if (hours.amounts[entry.index] === undefined) continue;
    const listed = hours.counted[next++] as Counted;
    const { evidence, from, to } = entry;
    const inside = window !== undefined && window.from <= from && to <= window.to;
    if (inside && spreads) counted.push(listed);
    else if (inside) uncounted.push({ evidence, status: open && from < to ? "unknown" : "unmet", because: SPREAD });
    // an arrangement longer than the window may have all its hours inside
    else if (open && from < to) uncounted.push({ evidence, status: "unknown", because: CROSSES });
    else uncounted.push(outsideEntry(run, entry));
  }
  return { counted, uncounted };
}

/**
 * Finds the window with the most hours, every one of them certainly inside.
 *
 * One pass over the first days, one over the last days: each entry enters and leaves once.
 *
 * @param amounts - The minutes of each entry; nothing where they are not certain.
 * @returns The best window that spreads far enough, and the best whether it does or not.
 */
function bestWindow(
  { byFrom, byTo }: EntryOrder,
  amounts: Total["amounts"],
  { atLeastMonths = 0, atMostMonths }: Within,
): { best: Window | undefined; widest: Window | undefined } {
  /** Entries inside, by last day; those that left are dropped once they come to the end. */
  const ends: Entry[] = [];
  let best: Window | undefined;
  let widest: Window | undefined;
  let minutes = 0;
  let next = 0;
  for (const { from, to, index } of byFrom) {
    const own = amounts[index];
    // what gives no hours is no evidence that spreads
    if (!own) continue;
    const last = addMonths(from, atMostMonths) - 1;
    for (let entry = byTo[next]; entry !== undefined && entry.to <= last; entry = byTo[++next]) {
      const amount = amounts[entry.index];
      if (!amount || entry.from < from) continue;
      ends.push(entry);
      minutes += amount;
    }
    // longer than a window
    if (to > last) continue;
    // of those that begin on one day, the first finds the others still inside: no later one finds more
    while ((ends.at(-1) as Entry).from < from) ends.pop();
    const end = (ends.at(-1) as Entry).to;
    if (minutes > (widest?.minutes ?? -1)) widest = { from, to: end, minutes };
    if (minutes > (best?.minutes ?? -1) && end + 1 >= addMonths(from, atLeastMonths)) best = { from, to: end, minutes };
    minutes -= own;
  }
  return { best, widest };
}

/** How much may lie in one window: as much as certainly does, where each entry has its one day and is certain. */
function mostOf(list: readonly Entry[], hours: Total, within: Within, low: number): number {
  const possible = list.filter((entry) => hours.levels[entry.index] !== UNMET && mostMinutesOf(entry) > 0);
  if (hours.isSure && possible.every(({ from, to }) => from === to)) return low;
  let anywhere = 0;
  const placed: Entry[] = [];
  for (const entry of possible) {
    if (entry.placed) placed.push(entry);
    else anywhere += mostMinutesOf(entry);
  }
  return anywhere + mostPossible(placed, within, placed.length < possible.length);
}

/**
 * Finds the most minutes that may lie in one window.
 *
 * A window that begins on the first last day of what it holds loses nothing; so last days are the only beginnings tried.
 *
 * @param anyDay - Some session may be on any day, so the spread may be far enough.
 */
function mostPossible(
  possible: readonly Entry[],
  { atLeastMonths = 0, atMostMonths }: Within,
  anyDay: boolean,
): number {
  const byFrom = [...possible].sort((a, b) => a.from - b.from);
  const byTo = [...possible].sort((a, b) => a.to - b.to);
  const firstFrom: number[] = [];
  for (let index = byTo.length - 1; index >= 0; index--) {
    firstFrom[index] = Math.min((byTo[index] as Entry).from, firstFrom[index + 1] ?? Infinity);
  }
  let largest = 0;
  let minutes = 0;
  let unbounded = 0;
  let lastTo = -Infinity;
  let next = 0;
  byTo.forEach((entry, index) => {
    const last = addMonths(entry.to, atMostMonths) - 1;
    for (let added = byFrom[next]; added !== undefined && added.from <= last; added = byFrom[++next]) {
      const most = mostMinutesOf(added);
      if (most === Infinity) unbounded++;
      else minutes += most;
      lastTo = Math.max(lastTo, added.to);
    }
    const spreads = anyDay || lastTo + 1 >= addMonths(firstFrom[index] as number, atLeastMonths);
    if (spreads) largest = Math.max(largest, unbounded > 0 ? Infinity : minutes);
    const most = mostMinutesOf(entry);
    if (most === Infinity) unbounded--;
    else minutes -= most;
  });
  return largest;
}
