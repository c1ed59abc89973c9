/**
 * Hours: added up, with equivalences, or of the largest groups.
 */

import { wrong } from "../../base/errors";
import { nth } from "../../base/lists";
import { UNBOUNDED } from "../../base/maximum-flow";
import { type Level, MET, UNKNOWN, UNMET } from "../../base/truth";
import { type Entry, pointerTo } from "../../evidence/entry";
import type { Reason } from "../../model/verdict";
import type { ResolvedParams } from "../../rules/resolved";
import { eachPossible, levelIn } from "../bits";
import type { Compiler, CountedEntry, Drawing, Drawn } from "../compiled";
import { personIn, type Run } from "../run";
import { inUnit, MINUTES, minutesOf, minutesReason, mostMinutesOf } from "./amounts";
import { compileWindow } from "./best-window";
import { type AddedBy, compileEquivalences, gatherRefused, maskOf, vectorsOf } from "./equivalences";
import { type Given, type Piece, share } from "./share";
import {
  bitsOf,
  compileSource,
  duringLevel,
  type EntrySource,
  edgeReason,
  Gathered,
  OUTSIDE,
  type Period,
  reasonsOf,
  vectorOf,
} from "./source";
import { amountAt, amountIn, countedHours, drawTotal, hoursAddend, type Total, totalOf, uncountedIn } from "./totals";

/** Compiles a measure of hours. */
export function compileHours(compiler: Compiler, params: ResolvedParams): Drawing {
  const source = compileSource(compiler, params);
  const { within, largest, equivalences } = params;
  if (within !== undefined) return compileWindow(compiler, source, within);
  if (largest !== undefined) return compileLargest(compiler, source, largest);
  if (equivalences === undefined) return drawTotal(source, hoursAddend(compiler));
  return compileEquivalent(source, compileEquivalences(compiler, params));
}

/** What hours came to with those that count by equivalences. */
interface Equivalent extends Drawn {
  /** The entries that count by themselves. */
  readonly own: readonly Entry[];
  readonly given: readonly Given[];
  readonly rest: readonly Entry[];
}

function compileEquivalent(source: EntrySource, added: readonly AddedBy[]): Drawing<Equivalent> {
  const caps = added.map(({ atMost }) => Math.min(UNBOUNDED, Math.round(atMost * MINUTES)));
  const idAt = (place: number) => nth(added, place).id;
  return {
    unit: "hours",
    stepsPerUnit: MINUTES,
    draw: (run) => drawEquivalent(run, source, added, caps),
    evidence: (_, { own, given }) => inOrder([...own, ...given.map(({ entry }) => entry)]),
    counted: (run, { own, given }) => [
      ...own.map((entry) => countedHours(run, entry, minutesOf(entry) ?? 0)),
      ...byEntry(given).flatMap(([entry, parts]) => countedParts(entry, parts, idAt)),
    ],
    uncounted: (run, { given, rest }) => {
      const gathered = new Gathered();
      const isGiving = new Set(given.map(({ entry }) => entry));
      for (const entry of rest) if (!isGiving.has(entry)) gatherRest(run, source, added, entry, gathered);
      return gathered.list();
    },
  };
}

function drawEquivalent(run: Run, source: EntrySource, added: readonly AddedBy[], caps: readonly number[]): Equivalent {
  const bits = bitsOf(run, source.of);
  const vector = vectorOf(run, source);
  const vectors = vectorsOf(run, added);
  const period = source.period?.look(run);
  const own: Entry[] = [];
  const rest: Entry[] = [];
  const certain: Piece[] = [];
  const possible: Piece[] = [];
  let low = 0;
  let high = bits.entries.complete ? 0 : Infinity;
  for (const entry of bits.entries.list) {
    const level = levelIn(bits, vector, entry.index);
    const minutes = minutesOf(entry);
    const most = mostMinutesOf(entry);
    if (level !== UNMET) high += most;
    if (level === MET && minutes !== undefined) {
      low += minutes;
      own.push(entry);
      continue;
    }
    rest.push(entry);
    const piece = (least: Level, amount: number) => ({
      entry,
      mask: maskOf(bits, vectors, entry, least, period),
      amount,
    });
    certain.push(piece(MET, minutes ?? 0));
    // what may count without an equivalence is in the upper bound already
    if (level === UNMET) possible.push(piece(UNKNOWN, Math.min(most, UNBOUNDED)));
  }
  const given = share(certain, caps);
  const more = total(share(possible, caps));
  return {
    low: low + total(given),
    high: more >= UNBOUNDED ? Infinity : high + more,
    exists: MET,
    own,
    given,
    rest,
  };
}

const total = (given: readonly Given[]): number => given.reduce((sum, { amount }) => sum + amount, 0);

const inOrder = (entries: readonly Entry[]) => [...new Set(entries)].sort((a, b) => a.index - b.index);

/** What each entry gives, to one place or several. */
function byEntry(given: readonly Given[]): [Entry, Given[]][] {
  const parts = new Map<Entry, Given[]>();
  for (const one of given) {
    const own = parts.get(one.entry);
    if (own === undefined) parts.set(one.entry, [one]);
    else own.push(one);
  }
  return [...parts];
}

function countedParts(entry: Entry, parts: readonly Given[], idAt: (place: number) => string): CountedEntry[] {
  const capped = total(parts) < (minutesOf(entry) ?? 0) && ({ capped: true } as const);
  return parts.map(({ place, amount }) => ({
    entry,
    amount: inUnit(amount, MINUTES),
    equivalence: idAt(place),
    ...capped,
  }));
}

function gatherRest(run: Run, source: EntrySource, added: readonly AddedBy[], entry: Entry, gathered: Gathered): void {
  const bits = bitsOf(run, source.of);
  const period = source.period?.look(run);
  const refusal = {
    own: levelIn(bits, vectorOf(run, source), entry.index),
    ownReason: reasonsOf(run, source)[entry.index],
    period,
    notTold: uncertainty(entry, period),
    full: (equivalence: string): Reason => fullBy(equivalence),
  };
  gatherRefused(run, bits, entry, added, refusal, gathered);
}

const fulls = new Map<string, Reason>();

/** The reason that an equivalence is used up: one object each, so that entries are gathered by it. */
export function fullBy(equivalence: string): Reason {
  let reason = fulls.get(equivalence);
  if (reason === undefined) fulls.set(equivalence, (reason = Object.freeze({ code: "cap", equivalence })));
  return reason;
}

/** Why the hours of an entry are not certain, or not certainly in the period. */
function uncertainty(entry: Entry, period: Period | undefined): Reason | undefined {
  if (minutesOf(entry) === undefined) return minutesReason(entry);
  return duringLevel(entry, period) === UNKNOWN ? edgeReason(entry, period) : undefined;
}

/** The hours of one group. */
interface Group {
  low: number;
  high: number;
  readonly certain: Entry[];
}

/** What the largest groups came to. */
interface Largest extends Drawn {
  readonly hours: Total;
  /** The groups that count, and the others. */
  readonly inside: readonly Group[];
  readonly outside: readonly Group[];
}

const certainOf = (groups: readonly Group[]): readonly Entry[] => groups.flatMap(({ certain }) => certain);

/** Compiles hours of the largest groups: of one provider, or of a few. */
function compileLargest(
  compiler: Compiler,
  source: EntrySource,
  { by, groups }: NonNullable<ResolvedParams["largest"]>,
): Drawing<Largest> {
  const addend = hoursAddend(compiler);
  const nameOfGroup = compileGroup(compiler, source, by);
  const shape = compiler.number("shape", ["largest", by, groups]);
  return {
    unit: "hours",
    stepsPerUnit: MINUTES,
    draw: (run) => {
      const { drawn } = vectorOf(run, source);
      const known = drawn[shape] as Largest | undefined;
      return known ?? (drawn[shape] = drawLargest(run, source, totalOf(run, source, addend), nameOfGroup, groups));
    },
    evidence: (_, { inside }) => inOrder(certainOf(inside)),
    counted: (run, { hours, inside }) =>
      certainOf(inside).map((entry) => countedHours(run, entry, amountAt(hours.amounts, entry.index))),
    uncounted: (run, { hours, outside }) => {
      const before = uncountedIn(run, source, addend, hours);
      if (outside.length === 0) return before;
      const gathered = new Gathered(before);
      for (const entry of certainOf(outside)) gathered.add(entry, "unmet", OUTSIDE);
      return gathered.list();
    },
  };
}

type GroupNaming = (entry: Entry, run: Run) => string | undefined;

/** Reads what entries are grouped by: a field, or the person whom it names. */
function compileGroup(compiler: Compiler, { of }: EntrySource, by: string): GroupNaming {
  const [field = "", ofPerson] = by.split(".");
  const person = ofPerson === undefined ? undefined : compiler.person(of, field);
  return (entry, run) => {
    if (person !== undefined) personIn(run, person, entry);
    const value = entry.raw[field];
    if (value !== undefined && typeof value !== "string")
      throw wrong("wrong-type", pointerTo(entry, field), "a word", value);
    return value;
  };
}

function drawLargest(run: Run, source: EntrySource, hours: Total, groupOf: GroupNaming, groups: number): Largest {
  const bits = bitsOf(run, source.of);
  const sums = new Map<string | number, Group>();
  let anyones = 0;
  eachPossible(bits, vectorOf(run, source), (entry) => {
    const sure = amountIn(bits, hours, entry.index);
    const minutes = sure < 0 ? undefined : sure;
    const told = groupOf(entry, run);
    // a group that was not told is at least one of its own, and at most the largest
    const name = told ?? entry.index;
    let group = sums.get(name);
    if (group === undefined) sums.set(name, (group = { low: 0, high: 0, certain: [] }));
    const most = minutes ?? mostMinutesOf(entry);
    if (told === undefined) anyones += most;
    else group.high += most;
    if (minutes === undefined) return;
    group.low += minutes;
    group.certain.push(entry);
  });
  const byLow = [...sums.values()].sort((a, b) => b.low - a.low);
  const byHigh = [...sums.values()].sort((a, b) => b.high - a.high);
  return {
    low: byLow.slice(0, groups).reduce((sum, group) => sum + group.low, 0),
    high: bits.entries.complete ? byHigh.slice(0, groups).reduce((sum, group) => sum + group.high, anyones) : Infinity,
    exists: MET,
    hours,
    inside: byLow.slice(0, groups),
    outside: byLow.slice(groups),
  };
}
