/**
 * Hours: added up, with equivalences, or of the largest groups.
 */

import { byWhat, type Piece, share, total } from "../../base/allocate";
import { wrong } from "../../base/errors";
import { UNBOUNDED } from "../../base/maximum-flow";
import { type Level, MET, UNKNOWN, UNMET } from "../../base/truth";
import { type Entry, entriesOf, pathOf, personOf } from "../../evidence/read";
import type { Counted, Reason } from "../../model/verdict";
import type { ResolvedParams } from "../../rules/resolved";
import type { Compiler, Drawn, Run } from "../compiled";
import { drawWindow } from "./best-window";
import { type Added, compileEquivalences, maskOf, uncountedByAny } from "./equivalences";
import {
  compileSource,
  duringLevel,
  type EntrySource,
  edgeReason,
  hoursDrawn,
  inUnit,
  MINUTES,
  minutesOf,
  minutesReason,
  mostMinutesOf,
  outsideEntry,
  type Period,
  sift,
} from "./sift";
import { countedHours, HOURS, totalDrawn, totalHours } from "./totals";

/** Compiles a measure of hours. */
export function compileHours(compiler: Compiler, params: ResolvedParams): (run: Run) => Drawn {
  const source = compileSource(compiler, params);
  const { within, largest, equivalences } = params;
  if (within !== undefined) return (run) => drawWindow(run, source, within);
  if (largest !== undefined) return compileLargest(source, largest);
  if (equivalences === undefined) return (run) => totalDrawn(source, HOURS, totalHours(run, source));
  const added = compileEquivalences(compiler, params);
  return (run) => drawWithEquivalences(run, source, added);
}

function drawWithEquivalences(run: Run, source: EntrySource, added: readonly Added[]): Drawn {
  const sifted = sift(run, source, false);
  const counted: Counted[] = [];
  const rest: Entry[] = [];
  let low = 0;
  let high = sifted.complete ? 0 : Infinity;
  for (const entry of sifted.list) {
    const level = sifted.levels[entry.index] as Level;
    const minutes = minutesOf(entry);
    if (level !== UNMET) high += mostMinutesOf(entry);
    if (level === MET && minutes !== undefined) {
      low += minutes;
      counted.push(countedHours(run, entry, minutes));
    } else {
      rest.push(entry);
    }
  }
  const caps = added.map(({ atMost }) => Math.min(UNBOUNDED, Math.round(atMost * MINUTES)));
  const pieces = (least: Level, entries: readonly Entry[]) =>
    entries.map((entry): Piece<Entry> => {
      const amount = least === MET ? (minutesOf(entry) ?? 0) : Math.min(mostMinutesOf(entry), UNBOUNDED);
      return { what: entry, mask: maskOf(run, source, entry, added, least, sifted.period), amount };
    });
  const given = share(pieces(MET, rest), caps, UNBOUNDED);
  low += total(given);
  // what may count without an equivalence is in the upper bound already
  const others = rest.filter(({ index }) => sifted.levels[index] === UNMET);
  const possible = total(share(pieces(UNKNOWN, others), caps, UNBOUNDED));
  high += possible >= UNBOUNDED ? Infinity : possible;
  const gifts = byWhat(given);
  const uncounted = rest.flatMap((entry) => {
    const own = gifts.get(entry);
    if (own === undefined) {
      const notTold = uncertainty(entry, sifted.period);
      const full = (equivalence: string) => ({ code: "cap", equivalence }) as const;
      return [uncountedByAny(run, source, sifted, entry, added, notTold, full)];
    }
    const capped = total(own) < (minutesOf(entry) as number) ? ({ capped: true } as const) : {};
    for (const { place, amount } of own) {
      const equivalence = (added[place] as Added).id;
      counted.push({ evidence: entry.evidence, amount: inUnit(amount, MINUTES), equivalence, ...capped });
    }
    return [];
  });
  return hoursDrawn(source, low, high, counted, uncounted);
}

/** Why the hours of an entry are not certain, or not certainly in the period. */
function uncertainty(entry: Entry, period: Period | undefined): Reason | undefined {
  if (minutesOf(entry) === undefined) return minutesReason(entry);
  return duringLevel(entry, period) === UNKNOWN ? edgeReason(entry) : undefined;
}

/** The hours of one group. */
interface Group {
  low: number;
  high: number;
  readonly certain: Entry[];
}

/** Hours of the largest groups: of one provider, or of a few. */
function compileLargest(
  source: EntrySource,
  { by, groups }: NonNullable<ResolvedParams["largest"]>,
): (run: Run) => Drawn {
  const [field = "", ofPerson] = by.split(".");
  return (run) => drawLargest(run, source, field, ofPerson !== undefined, groups);
}

/** @param byPerson - Whether the field names a person. */
function drawLargest(run: Run, source: EntrySource, field: string, byPerson: boolean, groups: number): Drawn {
  const hours = totalHours(run, source);
  const sums = new Map<string | number, Group>();
  let anyones = 0;
  const { list, complete } = entriesOf(run.evidence, source.of);
  for (const entry of list) {
    if (hours.levels[entry.index] === UNMET) continue;
    const minutes = hours.amounts[entry.index];
    const told = groupOf(run, entry, field, byPerson);
    // a group that was not told is at least one of its own, and at most the largest
    const name = told ?? entry.index;
    let group = sums.get(name);
    if (group === undefined) sums.set(name, (group = { low: 0, high: 0, certain: [] }));
    const most = minutes ?? mostMinutesOf(entry);
    if (told === undefined) anyones += most;
    else group.high += most;
    if (minutes === undefined) continue;
    group.low += minutes;
    group.certain.push(entry);
  }
  const byLow = [...sums.values()].sort((a, b) => b.low - a.low);
  const byHigh = [...sums.values()].sort((a, b) => b.high - a.high);
  const low = byLow.slice(0, groups).reduce((sum, group) => sum + group.low, 0);
  const high = complete ? byHigh.slice(0, groups).reduce((sum, group) => sum + group.high, anyones) : Infinity;
  const counted = byLow
    .slice(0, groups)
    .flatMap(({ certain }) => certain.map((entry) => countedHours(run, entry, hours.amounts[entry.index] as number)));
  const uncounted = [...hours.uncounted];
  for (const { certain } of byLow.slice(groups)) {
    for (const entry of certain) uncounted.push(outsideEntry(run, entry));
  }
  return hoursDrawn(source, low, high, counted, uncounted);
}

/** Reads what entries are grouped by: a field, or the person whom it names. */
function groupOf(run: Run, entry: Entry, field: string, byPerson: boolean): string | undefined {
  if (byPerson) personOf(run.evidence, entry, field);
  const value = entry.raw[field];
  if (value !== undefined && typeof value !== "string")
    throw wrong("wrong-type", pathOf(entry, field), "a word", value);
  return value;
}
