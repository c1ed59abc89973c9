/**
 * Hours of the best window: at most so many months long, its evidence spread over at least so many.
 */

import { addMonths, DAYS_A_YEAR } from "../../base/calendar";
import { numberAt } from "../../base/lists";
import type { Span } from "../../base/spans";
import { MET } from "../../base/truth";
import { type Entry, entryAt } from "../../evidence/entry";
import type { EntryOrder } from "../../evidence/evidence";
import { inOrder } from "../../evidence/read";
import type { Reason } from "../../model/verdict";
import type { ResolvedParams } from "../../rules/resolved";
import { type Bits, eachPossible } from "../bits";
import type { Compiler, Drawing, Drawn } from "../compiled";
import type { Run } from "../run";
import { inUnit, MINUTES, minutesOf, minutesReason, mostMinutesOf } from "./amounts";
import { bitsOf, type EntrySource, edgeReason, Gathered, NO_DAY, OUTSIDE, vectorOf } from "./source";
import {
  type Addend,
  amountAt,
  amountIn,
  countedHours,
  entriesOfTotal,
  type Total,
  totalOf,
  uncountedIn,
} from "./totals";

type Within = NonNullable<ResolvedParams["within"]>;

/** A window, from the first to the last day of its evidence. */
interface Window {
  readonly from: number;
  readonly to: number;
  /** A last day on which its evidence certainly began, and a first one on which it certainly ended. */
  readonly sure: Span;
  readonly minutes: number;
}

/** What the best window came to. */
interface Windowed extends Drawn {
  readonly hours: Total;
  /** The best window that spreads far enough, or the best whether it does or not. */
  readonly shown: Window | undefined;
  readonly spreads: boolean;
}

const SPREAD: Reason = Object.freeze({ code: "spread" });

/** Compiles the hours of the best window. */
export function compileWindow(compiler: Compiler, source: EntrySource, within: Within): Drawing<Windowed> {
  const shape = compiler.number("shape", ["window", within.atLeastMonths ?? 0, within.atMostMonths]);
  // the days of what lies in a window must be certain, too
  const addend: Addend = {
    shape: compiler.number("shape", ["placed hours"]),
    unit: "hours",
    stepsPerUnit: MINUTES,
    sure: (entry) => (entry.placed ? minutesOf(entry) : undefined),
    most: mostMinutesOf,
    doubt: (entry) => (entry.placed ? minutesReason(entry) : NO_DAY),
  };
  return {
    unit: "hours",
    stepsPerUnit: MINUTES,
    draw: (run) => {
      const { drawn } = vectorOf(run, source);
      const known = drawn[shape] as Windowed | undefined;
      return known ?? (drawn[shape] = findWindow(run, source, within, totalOf(run, source, addend)));
    },
    evidence: (run, { hours, shown, spreads }) =>
      spreads ? entriesOfTotal(run, source, hours).filter((entry) => liesIn(shown, entry)) : [],
    counted: (run, { hours, shown, spreads }) =>
      entriesOfTotal(run, source, hours)
        .filter((entry) => spreads && liesIn(shown, entry))
        .map((entry) => countedHours(run, entry, amountAt(hours.amounts, entry.index))),
    uncounted: (run, { hours, shown, spreads, low, high }) => {
      const gathered = new Gathered(uncountedIn(run, source, addend, hours));
      for (const entry of entriesOfTotal(run, source, hours)) {
        // an arrangement longer than the window may have all its hours inside
        const isOpen = low < high && entry.from < entry.to;
        if (!liesIn(shown, entry)) {
          gathered.add(entry, isOpen ? "unknown" : "unmet", isOpen ? edgeReason(entry, undefined) : OUTSIDE);
        } else if (!spreads) {
          const isVague = isOpen && entry.vague !== undefined;
          gathered.add(entry, isOpen ? "unknown" : "unmet", isVague ? edgeReason(entry, undefined) : SPREAD);
        }
      }
      return gathered.list();
    },
  };
}

const liesIn = (window: Window | undefined, { from, to }: Entry): boolean =>
  window !== undefined && window.from <= from && to <= window.to;

function findWindow(run: Run, source: EntrySource, within: Within, hours: Total): Windowed {
  const bits = bitsOf(run, source.of);
  const { complete } = bits.entries;
  const { best, widest } = bestWindow(inOrder(run.evidence, source.of), bits, hours, within);
  const low = best?.minutes ?? 0;
  const high = complete ? mostOf(run, source, hours, within, low) : Infinity;
  const shown = best ?? widest;
  const spreads = best !== undefined;
  const months = shown === undefined ? 0 : spreadOf(shown, within, spreads);
  const spread = { months, ...within, hours: inUnit(shown?.minutes ?? 0, MINUTES) };
  return { low, high, exists: MET, spread, hours, shown, spreads };
}

/** The months over which a window spreads; calendar months differ in length, so enough is said to be enough. */
function spreadOf({ sure: [from, to] }: Window, { atLeastMonths = 0 }: Within, spreads: boolean): number {
  const months = inUnit(Math.max(0, to - from + 1) * 12, DAYS_A_YEAR);
  if (spreads) return Math.max(months, atLeastMonths);
  const missing = addMonths(from, atLeastMonths) - to - 1;
  return inUnit(Math.max(0, atLeastMonths * DAYS_A_YEAR - missing * 12), DAYS_A_YEAR);
}

/**
 * Finds the window with the most hours, every one of them certainly inside.
 *
 * One pass over the first days, one over the last days: each entry enters and leaves once.
 *
 * @returns The best window that spreads far enough, and the best whether it does or not.
 */
function bestWindow(
  { byFrom, byTo }: EntryOrder,
  bits: Bits,
  hours: Total,
  { atLeastMonths = 0, atMostMonths }: Within,
): { best: Window | undefined; widest: Window | undefined } {
  /** Entries inside, by last day; those that left are dropped once they come to the end. */
  const ends: Entry[] = [];
  const spreads = ({ sure: [from, to] }: Window) => atLeastMonths === 0 || to + 1 >= addMonths(from, atLeastMonths);
  let best: Window | undefined;
  let widest: Window | undefined;
  let minutes = 0;
  let next = 0;
  for (const { from, to, lastStart, index } of byFrom) {
    const own = amountIn(bits, hours, index);
    // what gives no hours is no evidence that spreads
    if (own <= 0) continue;
    const last = addMonths(from, atMostMonths) - 1;
    for (let entry = byTo[next]; entry !== undefined && entry.to <= last; entry = byTo[++next]) {
      const amount = amountIn(bits, hours, entry.index);
      if (amount <= 0 || entry.from < from) continue;
      ends.push(entry);
      minutes += amount;
    }
    // longer than a window
    if (to > last) continue;
    // of those that begin on one day, the first finds the others still inside: no later one finds more
    while ((ends.at(-1) as Entry).from < from) ends.pop();
    if (minutes > (best?.minutes ?? -1)) {
      const { to: end, firstEnd } = ends.at(-1) as Entry;
      const window: Window = { from, to: end, sure: [lastStart, firstEnd], minutes };
      if (minutes > (widest?.minutes ?? -1)) widest = window;
      if (spreads(window)) best = window;
    }
    minutes -= own;
  }
  return { best, widest };
}

/** How much may lie in one window: as much as certainly does, where each entry has its one day and is certain. */
function mostOf(run: Run, source: EntrySource, hours: Total, within: Within, low: number): number {
  let isAtOneDay = true;
  let anywhere = 0;
  const isPossible: boolean[] = [];
  let isPlaced = true;
  eachPossible(bitsOf(run, source.of), vectorOf(run, source), (entry) => {
    const most = mostMinutesOf(entry);
    if (most === 0) return;
    if (entry.from !== entry.to) isAtOneDay = false;
    if (entry.placed) isPossible[entry.index] = true;
    else {
      anywhere += most;
      isPlaced = false;
    }
  });
  if (hours.isSure && isAtOneDay) return low;
  const { byFrom, byTo } = inOrder(run.evidence, source.of);
  const possible = (entries: readonly Entry[]) => entries.filter(({ index }) => isPossible[index]);
  return anywhere + mostPossible(possible(byFrom), possible(byTo), within, !isPlaced);
}

/**
 * Finds the most minutes that may lie in one window.
 *
 * A window that begins on the first last day of what it holds loses nothing; so last days are the only beginnings tried.
 *
 * @param anyDay - Some session may be on any day, so the spread may be far enough.
 */
function mostPossible(
  byFrom: readonly Entry[],
  byTo: readonly Entry[],
  { atLeastMonths = 0, atMostMonths }: Within,
  anyDay: boolean,
): number {
  const firstFrom: number[] = [];
  for (let index = byTo.length - 1; index >= 0; index--) {
    firstFrom[index] = Math.min(entryAt(byTo, index).from, firstFrom[index + 1] ?? Infinity);
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
    const spreads = anyDay || lastTo + 1 >= addMonths(numberAt(firstFrom, index), atLeastMonths);
    if (spreads) largest = Math.max(largest, unbounded > 0 ? Infinity : minutes);
    const most = mostMinutesOf(entry);
    if (most === Infinity) unbounded--;
    else minutes -= most;
  });
  return largest;
}
