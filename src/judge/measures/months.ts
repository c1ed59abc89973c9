/**
 * Months: days of work and the like, each day once, with equivalences.
 */
import { DAYS_A_YEAR } from "../../base/calendar";
import { wrong } from "../../base/errors";
import { UNBOUNDED } from "../../base/maximum-flow";
import type { Span } from "../../base/spans";
import { type Level, MET, UNKNOWN, UNMET } from "../../base/truth";
import { type Entry, pathOf } from "../../evidence/read";
import type { Counted, Reason, Uncounted } from "../../model/verdict";
import type { ResolvedParams } from "../../rules/resolved";
import type { Compiler, Drawn, Run } from "../compiled";
import { type Gift, giftsOf, STEPS_A_DAY, type Stretch } from "./days-once";
import { type Added, compileEquivalences, maskOf, uncountedByAny } from "./equivalences";
import {
  boundInUnit,
  CROSSES,
  compileSource,
  type EntrySource,
  inUnit,
  NO_DAY,
  OVERLAP,
  type Period,
  readAmount,
  type Sifted,
  sift,
} from "./sift";

/** Steps of a month: twelve months are 365 days. */
export const STEPS_A_MONTH = (STEPS_A_DAY * DAYS_A_YEAR) / 12;

/** A measure of months, compiled. */
interface Months {
  readonly source: EntrySource;
  readonly added: readonly Added[];
  /** The most that each equivalence adds, in steps. */
  readonly caps: readonly number[];
  /** Whether an equivalence counts shares of full time. */
  readonly byShare: boolean;
}

/** Compiles a measure of months. */
export function compileMonths(compiler: Compiler, params: ResolvedParams): (run: Run) => Drawn {
  const source = compileSource(compiler, params);
  const added = compileEquivalences(compiler, params);
  const caps = added.map(({ atMost }) => Math.min(UNBOUNDED, Math.round(atMost * STEPS_A_MONTH)));
  const months = { source, added, caps, byShare: added.some(({ fullTimeEquivalent }) => fullTimeEquivalent) };
  return (run) => drawMonths(run, months);
}

function drawMonths(run: Run, months: Months): Drawn {
  const { source, added, caps } = months;
  const sifted = sift(run, source, true);
  const { stretches, isSure } = certainStretches(run, months, sifted);
  const gifts = giftsOf(stretches, caps);
  const low = sum(gifts);
  const high = isSure && sifted.complete ? low : mostOf(run, months, sifted);
  const counted: Counted[] = [];
  const isGiving: boolean[] = [];
  for (const gift of gifts) {
    counted.push(countedGift(gift, added));
    isGiving[gift.entry.index] = true;
  }
  const isFull = caps.map((cap, at) => sum(gifts.filter(({ place }) => place === at)) >= cap);
  const uncounted: Uncounted[] = [];
  for (const entry of sifted.list) {
    if (!isGiving[entry.index]) uncounted.push(uncountedEntry(run, months, sifted, entry, isFull));
  }
  const have = inUnit(low, STEPS_A_MONTH);
  const possible = boundInUnit(high, STEPS_A_MONTH);
  const measure = { fact: "months", of: source.of, unit: "months", have, possible, counted, uncounted } as const;
  return { measure, low, high, exists: MET };
}

function sum(gifts: readonly Gift[]): number {
  let steps = 0;
  for (const { amount } of gifts) steps += amount;
  return steps;
}

/** How much may count. */
function mostOf(run: Run, months: Months, sifted: Sifted): number {
  const possible = possibleStretches(run, months, sifted);
  const unbounded = !sifted.complete || possible.some(({ span }) => span[0] === -Infinity);
  return unbounded ? Infinity : sum(giftsOf(possible, months.caps));
}

/** Lists the days that certainly count; they are sure if no others may. */
function certainStretches(run: Run, months: Months, { list, levels, period }: Sifted) {
  const { source, added } = months;
  const stretches: Stretch[] = [];
  let isSure = period === undefined;
  for (const entry of list) {
    const level = levels[entry.index] as Level;
    if (!entry.placed || level === UNKNOWN) isSure = false;
    if (!entry.placed) continue;
    const mask = level === MET ? 0 : maskOf(run, source, entry, added, MET);
    if (level !== MET && maskOf(run, source, entry, added, UNKNOWN) !== mask) isSure = false;
    if (level !== MET && mask === 0) continue;
    const span = clip(entry, period, true);
    if (span === undefined) continue;
    const byShare = level !== MET && months.byShare;
    if (byShare && entry.raw["fullTimeShare"] === undefined) isSure = false;
    const steps = byShare ? stepsOf(entry, true) : STEPS_A_DAY;
    if (steps !== 0) stretches.push({ entry, span, mask, steps });
  }
  return { stretches, isSure };
}

/** Lists the days that may count. */
function possibleStretches(run: Run, months: Months, { list, levels, period }: Sifted): Stretch[] {
  const { source, added } = months;
  const stretches: Stretch[] = [];
  for (const entry of list) {
    const own = levels[entry.index] !== UNMET;
    const mask = own ? 0 : maskOf(run, source, entry, added, UNKNOWN);
    if (!own && mask === 0) continue;
    const span = clip(entry, period, false);
    if (span === undefined) continue;
    const steps = own || !months.byShare ? STEPS_A_DAY : stepsOf(entry, false);
    if (steps !== 0) stretches.push({ entry, span, mask, steps });
  }
  return stretches;
}

/** Cuts an entry at the ends of the period. */
function clip(entry: Entry, period: Period | undefined, certain: boolean): Span | undefined {
  if (period === undefined) return [entry.from, entry.to];
  const { from, to } = period;
  const exists = Math.min(from.exists, to.exists);
  if (exists === UNMET || (certain && exists !== MET)) return undefined;
  const first = Math.max(entry.from, certain ? from.high : from.low);
  const last = Math.min(entry.to, certain ? to.low : to.high);
  return first <= last ? [first, last] : undefined;
}

/** Reads the share of full time; not told, it is at least nothing and at most all. */
function stepsOf(entry: Entry, certain: boolean): number {
  const told = readAmount(entry, "fullTimeShare");
  if (told === undefined) return certain ? 0 : STEPS_A_DAY;
  if (told > 1) throw wrong("wrong-type", pathOf(entry, "fullTimeShare"), "a share of at most 1", told);
  return Math.round(told * STEPS_A_DAY);
}

function countedGift({ entry, amount, place, capped }: Gift, added: readonly Added[]): Counted {
  const counted = { evidence: entry.evidence, amount: inUnit(amount, STEPS_A_MONTH) };
  if (place === undefined) return counted;
  const equivalence = (added[place] as Added).id;
  return capped ? { ...counted, equivalence, capped } : { ...counted, equivalence };
}

function uncountedEntry(
  run: Run,
  { source, added, byShare }: Months,
  sifted: Sifted,
  entry: Entry,
  isFull: readonly boolean[],
): Uncounted {
  const { evidence } = entry;
  const own = sifted.levels[entry.index] === MET;
  const notTold = notToldOf(entry, sifted.period, !own && byShare);
  if (own && notTold === undefined) return { evidence, status: "unmet", because: OVERLAP };
  return uncountedByAny(run, source, sifted, entry, added, notTold, (equivalence) =>
    isFull[added.findIndex(({ id }) => id === equivalence)] ? { code: "cap", equivalence } : OVERLAP,
  );
}

/** Why the days of an entry are not certain, if they are not. */
function notToldOf(entry: Entry, period: Period | undefined, byShare: boolean): Reason | undefined {
  if (!entry.placed) return NO_DAY;
  if (byShare && entry.raw["fullTimeShare"] === undefined) return { code: "not-told", fact: "fullTimeShare" };
  return clip(entry, period, true) === undefined ? CROSSES : undefined;
}
