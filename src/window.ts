/**
 * Hours of the best window: at most so many months long, its evidence spread over at least so many.
 */
import { addMonths, DAYS_A_YEAR } from "./calendar";
import type { Entry } from "./evidence";
import {
  hoursDrawn,
  inUnit,
  MINUTES,
  minutesOf,
  minutesReason,
  mostMinutesOf,
  NO_DAY,
  OUTSIDE,
  type Source,
  sift,
  uncountedEntry,
} from "./measure";
import type { Drawn, ResolvedParams, Run } from "./program";
import { type Level, MET, UNMET } from "./truth";
import type { Counted, Reason, Uncounted } from "./verdict";

type Within = NonNullable<ResolvedParams["within"]>;

/** Hours on some days. */
interface Stretch {
  readonly entry: Entry;
  readonly from: number;
  readonly to: number;
  readonly minutes: number;
}

/** A window, from the first to the last day of its evidence. */
interface Window {
  readonly from: number;
  readonly to: number;
  readonly minutes: number;
}

const SPREAD: Reason = { code: "spread" };

/** Draws the hours of the best window. */
export function drawWindow(run: Run, source: Source, within: Within): Drawn {
  const sifted = sift(run, source, false);
  const uncounted: Uncounted[] = [];
  const certain: Stretch[] = [];
  const possible: Stretch[] = [];
  let anywhere = 0;
  let anyDay = false;
  for (const entry of sifted.list) {
    const level = sifted.levels[entry.index] as Level;
    if (level === UNMET) {
      uncounted.push(uncountedEntry(run, source, sifted, entry));
      continue;
    }
    const minutes = minutesOf(entry);
    const { from, to } = entry;
    if (entry.placed) possible.push({ entry, from, to, minutes: mostMinutesOf(entry) });
    else {
      anywhere += mostMinutesOf(entry);
      anyDay = true;
    }
    if (level === MET && entry.placed && minutes !== undefined) certain.push({ entry, from, to, minutes });
    else if (level !== MET) uncounted.push(uncountedEntry(run, source, sifted, entry));
    else
      uncounted.push({
        evidence: entry.evidence,
        status: "unknown",
        because: entry.placed ? minutesReason(entry) : NO_DAY,
      });
  }
  const { best, widest } = bestWindow(certain, within);
  const high = sifted.complete ? anywhere + mostPossible(possible, within, anyDay) : Infinity;
  const low = best?.minutes ?? 0;
  const shown = best ?? widest;
  const counted = splitByWindow(certain, shown, best !== undefined, low < high, uncounted);
  const spread = {
    months: shown === undefined ? 0 : inUnit((shown.to - shown.from + 1) * 12, DAYS_A_YEAR),
    ...within,
    hours: inUnit(shown?.minutes ?? 0, MINUTES),
  };
  return hoursDrawn(source, low, high, counted, uncounted, spread);
}

/** Sorts the certain hours into those that count and those that do not. */
function splitByWindow(
  certain: readonly Stretch[],
  window: Window | undefined,
  spreads: boolean,
  open: boolean,
  uncounted: Uncounted[],
): Counted[] {
  const counted: Counted[] = [];
  for (const { entry, from, to, minutes } of certain) {
    const inside = window !== undefined && window.from <= from && to <= window.to;
    if (inside && spreads) counted.push({ evidence: entry.evidence, amount: inUnit(minutes, MINUTES) });
    else {
      // an arrangement longer than the window may have all its hours inside
      const status = open && from < to ? "unknown" : "unmet";
      const crosses = status === "unknown" ? ({ code: "crosses" } as const) : OUTSIDE;
      uncounted.push({ evidence: entry.evidence, status, because: inside ? SPREAD : crosses });
    }
  }
  return counted;
}

/**
 * Finds the window with the most hours, every one of them certainly inside.
 *
 * One pass over the first days, one over the last days: each stretch enters and leaves once.
 *
 * @returns The best window that spreads far enough, and the best whether it does or not.
 */
function bestWindow(certain: readonly Stretch[], { atLeastMonths = 0, atMostMonths }: Within) {
  const byFrom = [...certain].sort((a, b) => a.from - b.from);
  const byTo = [...certain].sort((a, b) => a.to - b.to);
  const inside = new Set<Stretch>();
  /** Stretches by last day; those that left are dropped once they come to the end. */
  const ends: Stretch[] = [];
  let best: Window | undefined;
  let widest: Window | undefined;
  let minutes = 0;
  let next = 0;
  for (const first of byFrom) {
    const { from } = first;
    const last = addMonths(from, atMostMonths) - 1;
    for (let stretch = byTo[next]; stretch !== undefined && stretch.to <= last; stretch = byTo[++next]) {
      if (stretch.from < from) continue;
      inside.add(stretch);
      ends.push(stretch);
      minutes += stretch.minutes;
    }
    while (ends.length > 0 && !inside.has(ends.at(-1) as Stretch)) ends.pop();
    const end = ends.at(-1);
    if (end !== undefined && inside.has(first)) {
      const window = { from, to: end.to, minutes };
      if (minutes > (widest?.minutes ?? -1)) widest = window;
      if (end.to + 1 >= addMonths(from, atLeastMonths) && minutes > (best?.minutes ?? -1)) best = window;
    }
    if (inside.delete(first)) minutes -= first.minutes;
  }
  return { best, widest };
}

/**
 * Finds the most minutes that may lie in one window.
 *
 * A window that begins on the first last day of what it holds loses nothing; so last days are the only beginnings tried.
 *
 * @param anyDay - Some session may be on any day, so the spread may be far enough.
 */
function mostPossible(
  possible: readonly Stretch[],
  { atLeastMonths = 0, atMostMonths }: Within,
  anyDay: boolean,
): number {
  const byFrom = [...possible].sort((a, b) => a.from - b.from);
  const byTo = [...possible].sort((a, b) => a.to - b.to);
  const firstFrom: number[] = [];
  for (let index = byTo.length - 1; index >= 0; index--) {
    firstFrom[index] = Math.min((byTo[index] as Stretch).from, firstFrom[index + 1] ?? Infinity);
  }
  let most = 0;
  let minutes = 0;
  let unbounded = 0;
  let lastTo = -Infinity;
  let next = 0;
  byTo.forEach((stretch, index) => {
    const last = addMonths(stretch.to, atMostMonths) - 1;
    for (let added = byFrom[next]; added !== undefined && added.from <= last; added = byFrom[++next]) {
      if (added.minutes === Infinity) unbounded++;
      else minutes += added.minutes;
      lastTo = Math.max(lastTo, added.to);
    }
    const spreads = anyDay || lastTo + 1 >= addMonths(firstFrom[index] as number, atLeastMonths);
    if (spreads) most = Math.max(most, unbounded > 0 ? Infinity : minutes);
    if (stretch.minutes === Infinity) unbounded--;
    else minutes -= stretch.minutes;
  });
  return most;
}
