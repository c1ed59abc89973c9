/**
 * Months: days of work and the like, each day once, with equivalences.
 */

import { DAYS_A_YEAR } from "../../base/calendar";
import { wrong } from "../../base/errors";
import { nth, numberAt } from "../../base/lists";
import { UNBOUNDED } from "../../base/maximum-flow";
import { merge, type Span, without } from "../../base/spans";
import { MET, UNKNOWN, UNMET } from "../../base/truth";
import { type Entry, pointerTo } from "../../evidence/entry";
import { type PresumedField, presume } from "../../evidence/evidence";
import { inOrder } from "../../evidence/read";
import type { Reason, Uncounted } from "../../model/verdict";
import type { ResolvedParams } from "../../rules/resolved";
import { keyOfVectors, levelIn, type Vector } from "../bits";
import type { Compiler, CountedEntry, Drawing, Drawn } from "../compiled";
import type { Run } from "../run";
import { type AbsenceDays, absencesOf } from "./absences";
import { inUnit, readAmount } from "./amounts";
import { type Gift, giftsOf, STEPS_A_DAY, type Stretch, stepsOfDays } from "./days-once";
import { type AddedBy, compileEquivalences, gatherRefused, maskOf, vectorsOf } from "./equivalences";
import { fullBy } from "./hours";
import {
  bitsOf,
  compileSource,
  duringLevel,
  type EntrySource,
  edgeReason,
  Gathered,
  impreciseReason,
  NO_DAY,
  OUTSIDE,
  type Period,
  reasonsOf,
  vectorOf,
} from "./source";

/** Steps of a month: twelve months are 365 days. */
export const STEPS_A_MONTH = (STEPS_A_DAY * DAYS_A_YEAR) / 12;

/** The days of an entry are counted already. */
const OVERLAP: Reason = Object.freeze({ code: "overlap" });
/** Whether what had one day belongs to what went on longer was not told. */
const NO_START: Reason = Object.freeze({ code: "not-told", fact: "start" });
const NO_SHARE: Reason = Object.freeze({ code: "not-told", fact: "fullTimeShare" });

/** A measure of months, compiled. */
interface Months {
  readonly source: EntrySource;
  readonly added: readonly AddedBy[];
  /** The most that each equivalence adds, in steps. */
  readonly caps: readonly number[];
  /** Whether an equivalence counts shares of full time. */
  readonly byShare: boolean;
  /** Whether what counts by itself does so by its share of full time. */
  readonly ownByShare: boolean;
}

/** What days came to. */
interface Days extends Drawn {
  /** The days that certainly count, in order. */
  readonly stretches: readonly Stretch[];
  /** Whether no others may, and each entry lies in one piece. */
  readonly isSure: boolean;
  /** Which entry gives how much, once that is asked for. */
  gifts: readonly Gift[] | undefined;
}

/** Compiles a measure of months. */
export function compileMonths(compiler: Compiler, params: ResolvedParams): Drawing<Days> {
  const source = compileSource(compiler, params, true);
  const added = compileEquivalences(compiler, params);
  const caps = added.map(({ atMost }) => Math.min(UNBOUNDED, Math.round(atMost * STEPS_A_MONTH)));
  const { fullTimeEquivalent: ownByShare = false } = params;
  const byShare = added.some(({ fullTimeEquivalent }) => fullTimeEquivalent);
  const months = { source, added, caps, byShare, ownByShare };
  const shape = compiler.number("shape", ["months", source.period?.name, caps, byShare, ownByShare]);
  return {
    unit: "months",
    stepsPerUnit: STEPS_A_MONTH,
    draw: (run) => drawMonths(run, months, shape),
    evidence: (_, days) => inOrderTold(giftsFor(months, days)),
    counted: (_, days) => giftsFor(months, days).map((gift) => countedGift(gift, added)),
    uncounted: (run, days) => uncountedDays(run, months, days),
  };
}

const inOrderTold = (gifts: readonly Gift[]): Entry[] =>
  [...new Set(gifts.map(({ entry }) => entry))].sort((a, b) => a.index - b.index);

/** Draws days; of the same entries, in the same way, once a run. */
function drawMonths(run: Run, months: Months, shape: number): Days {
  const { source, added } = months;
  const vectors = [vectorOf(run, source), ...vectorsOf(run, added)];
  const key = keyOfVectors(shape, vectors);
  const known = run.drawn.get(key) as Days | undefined;
  if (known !== undefined) return known;
  const { stretches, isSure } = certainStretches(run, months, vectors);
  const low = stepsIn(months, stretches);
  const high = isSure && bitsOf(run, source.of).entries.complete ? low : mostOf(run, months, vectors);
  const days: Days = { low, high, exists: MET, stretches, isSure, gifts: undefined };
  run.drawn.set(key, days);
  return days;
}

function giftsFor(months: Months, days: Days): readonly Gift[] {
  if (days.gifts !== undefined) return days.gifts;
  const gifts = giftsIn(months, days.stretches);
  // only what is not told whole, or was interrupted, may lie in parts
  return (days.gifts = days.isSure ? gifts : ofEachEntry(gifts));
}

function uncountedDays(run: Run, months: Months, days: Days): readonly Uncounted[] {
  const { low, high } = days;
  const { source, added, caps, byShare } = months;
  const bits = bitsOf(run, source.of);
  const vector = vectorOf(run, source);
  const period = source.period?.look(run);
  const gathered = new Gathered();
  const isGiving: boolean[] = [];
  const given = caps.map(() => 0);
  for (const { entry, amount, place } of giftsFor(months, days)) {
    isGiving[entry.index] = true;
    if (place !== undefined) given[place] = numberAt(given, place) + amount;
  }
  const isFull = new Map(added.map(({ id }, at) => [id, numberAt(given, at) >= numberAt(caps, at)]));
  const full = (equivalence: string) => (isFull.get(equivalence) ? fullBy(equivalence) : OVERLAP);
  for (const entry of bits.entries.list) {
    // what a day gives that is told only as a month or a year is not all that it may give
    if (isGiving[entry.index]) {
      if (low < high && entry.vague !== undefined) gathered.add(entry, "unknown", impreciseReason(entry, entry.vague));
      else if (low < high && isSession(entry)) gathered.add(entry, "unknown", NO_START);
      continue;
    }
    const judged = levelIn(bits, vector, entry.index);
    const isOutside = duringLevel(entry, period) === UNMET;
    const own = isOutside ? UNMET : judged;
    const notTold = notToldOf(entry, period, own !== MET && byShare);
    if (own === MET && notTold === undefined) gathered.add(entry, "unmet", OVERLAP);
    else {
      const ownReason = isOutside && judged !== UNMET ? OUTSIDE : reasonsOf(run, source)[entry.index];
      gatherRefused(run, bits, entry, added, { own, ownReason, period, notTold, full }, gathered);
    }
  }
  return gathered.list();
}

/** How many steps days give, each day once. */
function stepsIn(months: Months, stretches: readonly Stretch[]): number {
  const isShared = months.ownByShare && stretches.some(({ mask, steps }) => mask === 0 && steps < STEPS_A_DAY);
  if (!isShared) return stepsOfDays(stretches, months.caps);
  const { shared, places } = asPlace(months, stretches);
  return stepsOfDays(shared, places);
}

/** What counts by its share gives no more of a day than that: it takes a place of its own beside the equivalences. */
function asPlace({ caps }: Months, stretches: readonly Stretch[]) {
  const own = 1 << caps.length;
  return {
    shared: stretches.map((one) => (one.mask === 0 ? { ...one, mask: own } : one)),
    places: [...caps, UNBOUNDED],
  };
}

/** Gives each day once. */
function giftsIn(months: Months, stretches: readonly Stretch[]): readonly Gift[] {
  const { caps, ownByShare } = months;
  if (!ownByShare) return giftsOf(stretches, caps);
  const { shared, places } = asPlace(months, stretches);
  return giftsOf(shared, places, caps.length).map(({ place, ...gift }) =>
    place === caps.length
      ? { entry: gift.entry, amount: gift.amount }
      : { ...gift, ...(place !== undefined && { place }) },
  );
}

/** Adds up what the parts of an entry give in the same way. */
function ofEachEntry(gifts: readonly Gift[]): readonly Gift[] {
  const parts = new Map<string, Gift>();
  for (const gift of gifts) {
    const key = `${gift.entry.index} ${gift.place ?? ""}`;
    const before = parts.get(key);
    parts.set(key, before === undefined ? gift : { ...before, ...gift, amount: before.amount + gift.amount });
  }
  return parts.size === gifts.length ? gifts : [...parts.values()];
}

/** How much may count. */
function mostOf(run: Run, months: Months, vectors: readonly Vector[]): number {
  const possible = possibleStretches(run, months, vectors);
  const { complete } = bitsOf(run, months.source.of).entries;
  const unbounded = !complete || possible.some(({ span }) => span[0] === -Infinity);
  return unbounded ? Infinity : stepsIn(months, possible);
}

/** Lists the days that certainly count, in order; they are sure if no others may. */
function certainStretches(run: Run, { source, byShare, ownByShare }: Months, vectors: readonly Vector[]) {
  const bits = bitsOf(run, source.of);
  const period = source.period?.look(run);
  const [vector, ...others] = vectors as readonly [Vector, ...Vector[]];
  const stretches: Stretch[] = [];
  let isSure = period === undefined;
  for (const entry of inOrder(run.evidence, source.of).byFrom) {
    const level = levelIn(bits, vector, entry.index);
    if (!entry.placed || entry.vague !== undefined || level === UNKNOWN || isSession(entry)) isSure = false;
    if (!entry.placed) continue;
    const mask = level === MET ? 0 : maskOf(bits, others, entry, MET);
    if (level !== MET && maskOf(bits, others, entry, UNKNOWN) !== mask) isSure = false;
    if (level !== MET && mask === 0) continue;
    const span = clip(entry, period, true);
    if (span === undefined) continue;
    const isShare = level === MET ? ownByShare : byShare;
    if (isShare && entry.raw["fullTimeShare"] === undefined) isSure = false;
    const steps = isShare ? stepsOf(run, entry, true, level === MET) : STEPS_A_DAY;
    const absences = absencesOf(run, entry);
    if (absences.length > 0) isSure = false;
    if (steps !== 0) pushPresent(stretches, { entry, span, mask, steps }, absences, "widest");
  }
  // what begins within a month may certainly have begun only at its end, and what is left of an entry lies apart
  if (!isSure) stretches.sort((a, b) => a.span[0] - b.span[0]);
  return { stretches, isSure };
}

/** Lists the days that may count, in order. */
function possibleStretches(run: Run, { source, byShare, ownByShare }: Months, vectors: readonly Vector[]): Stretch[] {
  const bits = bitsOf(run, source.of);
  const period = source.period?.look(run);
  const [vector, ...others] = vectors as readonly [Vector, ...Vector[]];
  const stretches: Stretch[] = [];
  let isSorted = true;
  for (const entry of inOrder(run.evidence, source.of).byFrom) {
    const own = levelIn(bits, vector, entry.index) !== UNMET;
    const mask = own ? 0 : maskOf(bits, others, entry, UNKNOWN);
    if (!own && mask === 0) continue;
    const span = clip(entry, period, false);
    if (span === undefined) continue;
    const steps = (own ? ownByShare : byShare) ? stepsOf(run, entry, false, own) : STEPS_A_DAY;
    const absences = absencesOf(run, entry);
    if (absences.length > 0) isSorted = false;
    if (steps !== 0) pushPresent(stretches, { entry, span, mask, steps }, absences, "narrowest");
  }
  const joined = stretches.some(({ entry }) => isSession(entry)) ? joinSessions(stretches) : stretches;
  return isSorted ? joined : joined.sort((a, b) => a.span[0] - b.span[0]);
}

/** A session of one day, of what else goes on from one day to another. */
const isSession = ({ raw }: Entry): boolean => raw["date"] !== undefined && raw["start"] === undefined;

/** Sessions told one by one may be those of one arrangement, which went on from the first of them to the last. */
function joinSessions(stretches: readonly Stretch[]): Stretch[] {
  const last = stretches.reduce((day, { entry, span }) => (isSession(entry) ? Math.max(day, span[1]) : day), -Infinity);
  return stretches.map((one) => (isSession(one.entry) ? { ...one, span: [one.span[0], last] } : one));
}

/** Adds the days on which an entry went on: all but those of its absences. */
function pushPresent(
  stretches: Stretch[],
  stretch: Stretch,
  absences: readonly AbsenceDays[],
  which: keyof AbsenceDays,
): void {
  if (absences.length === 0) {
    stretches.push(stretch);
    return;
  }
  const spans = absences.map((absence) => absence[which]).filter(([from, to]) => from <= to);
  for (const span of without(stretch.span, merge(spans))) stretches.push({ ...stretch, span });
}

/** Cuts an entry at the ends of the period. */
function clip(entry: Entry, period: Period | undefined, certain: boolean): Span | undefined {
  const own: Span = certain ? [entry.lastStart, entry.firstEnd] : [entry.from, entry.to];
  if (period === undefined) return own[0] <= own[1] ? own : undefined;
  const { from, to } = period;
  const exists = Math.min(from.exists, to.exists);
  if (exists === UNMET || (certain && exists !== MET)) return undefined;
  const first = Math.max(own[0], certain ? from.high : from.low);
  const last = Math.min(own[1], certain ? to.low : to.high);
  return first <= last ? [first, last] : undefined;
}

/** Hours a week that are full time for certain, and the fewest that may be. */
const FULL_TIME = { certainly: 40, perhaps: 35 };
const PRESUMED_FULL: PresumedField = { of: "work", name: "fullTimeShare", value: 1 };

/**
 * Reads the share of full time, which may be told in hours a week. Not told, what counts by itself is presumed to be full
 * time; what counts only as something else is at least nothing and at most all.
 */
function stepsOf(run: Run, entry: Entry, certain: boolean, isOwn: boolean): number {
  const told = readAmount(entry, "fullTimeShare");
  const hours = readAmount(entry, "hoursPerWeek");
  if (told === undefined && hours !== undefined) {
    const full = certain ? FULL_TIME.certainly : FULL_TIME.perhaps;
    return Math.round(Math.min(1, hours / full) * STEPS_A_DAY);
  }
  if (told === undefined && isOwn) {
    presume(run.evidence, PRESUMED_FULL, entry.index);
    return STEPS_A_DAY;
  }
  if (told === undefined) return certain ? 0 : STEPS_A_DAY;
  if (told > 1) throw wrong("wrong-type", pointerTo(entry, "fullTimeShare"), "a share of at most 1", told);
  return Math.round(told * STEPS_A_DAY);
}

function countedGift({ entry, amount, place, capped }: Gift, added: readonly AddedBy[]): CountedEntry {
  const counted = { entry, amount: inUnit(amount, STEPS_A_MONTH) };
  if (place === undefined) return counted;
  const equivalence = nth(added, place).id;
  return capped ? { ...counted, equivalence, capped } : { ...counted, equivalence };
}

/** Why the days of an entry are not certain, if they are not. */
function notToldOf(entry: Entry, period: Period | undefined, byShare: boolean): Reason | undefined {
  if (!entry.placed) return NO_DAY;
  if (byShare && entry.raw["fullTimeShare"] === undefined && entry.raw["hoursPerWeek"] === undefined) return NO_SHARE;
  return clip(entry, period, true) === undefined ? edgeReason(entry, period) : undefined;
}
