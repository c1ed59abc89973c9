/**
 * Months: days of work and the like, each day once, with equivalences.
 */
import { DAYS_A_YEAR } from "./calendar";
import { type Added, compileEquivalences, maskOf, uncountedByAny } from "./equivalence";
import { type Entry, pathOf, wrong } from "./evidence";
import { allocate, fits, type Supply, UNBOUNDED } from "./flow";
import { merge, type Span } from "./held";
import {
  boundInUnit,
  CROSSES,
  compileSource,
  inUnit,
  NO_DAY,
  OVERLAP,
  type Period,
  readAmount,
  type Sifted,
  type Source,
  sift,
} from "./measure";
import type { Compiler, Drawn, ResolvedParams, Run } from "./program";
import { type Level, MET, UNKNOWN, UNMET } from "./truth";
import type { Counted, Reason, Uncounted } from "./verdict";

/** Steps of a day: fine enough for a twelfth of a year and for shares of full time. */
const STEPS_A_DAY = 12_000;
/** Steps of a month: twelve months are 365 days. */
export const STEPS_A_MONTH = (STEPS_A_DAY * DAYS_A_YEAR) / 12;

/** Days that an entry gives. */
interface Stretch {
  readonly entry: Entry;
  readonly span: Span;
  /** The equivalences that take it; 0 where it counts by itself. */
  readonly mask: number;
  /** How many steps of each day it gives. */
  readonly steps: number;
}

/** What an entry came to count. */
interface Gift {
  readonly entry: Entry;
  readonly amount: number;
  /** The place of the equivalence by which it counts. */
  readonly place?: number;
  readonly capped?: boolean;
}

/** Compiles a measure of months. */
export function compileMonths(compiler: Compiler, params: ResolvedParams): (run: Run) => Drawn {
  const source = compileSource(compiler, params);
  const added = compileEquivalences(compiler, params);
  const caps = added.map(({ atMost }) => Math.min(UNBOUNDED, Math.round(atMost * STEPS_A_MONTH)));
  return (run) => drawMonths(run, source, added, caps);
}

function drawMonths(run: Run, source: Source, added: readonly Added[], caps: readonly number[]): Drawn {
  const sifted = sift(run, source, true);
  const certain = stretchesOf(run, source, sifted, added, MET);
  const gifts = giftsOf(certain, caps);
  const possible = stretchesOf(run, source, sifted, added, UNKNOWN);
  const unbounded = !sifted.complete || possible.some(({ span }) => span[0] === -Infinity);
  const low = sum(gifts);
  // where nothing is in doubt, the same days count
  const isSure = certain.length === possible.length && possible.every((one, at) => isSame(one, certain[at] as Stretch));
  const high = unbounded ? Infinity : isSure ? low : sum(giftsOf(possible, caps));
  const counted = gifts.map((gift) => countedGift(gift, added));
  const giving = new Set(gifts.map(({ entry }) => entry));
  const full = new Set(
    caps.flatMap((cap, place) => (sum(gifts.filter((gift) => gift.place === place)) >= cap ? [place] : [])),
  );
  const uncounted = sifted.list
    .filter((entry) => !giving.has(entry))
    .map((entry) => uncountedEntry(run, source, sifted, entry, added, full));
  const have = inUnit(low, STEPS_A_MONTH);
  const bound = boundInUnit(high, STEPS_A_MONTH);
  const measure = { fact: "months", of: source.of, unit: "months", have, possible: bound, counted, uncounted } as const;
  return { measure, low, high, exists: MET };
}

const isSame = (a: Stretch, b: Stretch) =>
  a.entry === b.entry && a.mask === b.mask && a.steps === b.steps && a.span[0] === b.span[0] && a.span[1] === b.span[1];

const sum = (gifts: readonly Gift[]) => gifts.reduce((total, { amount }) => total + amount, 0);

/**
 * Lists the days that count.
 *
 * @param least - `MET`: for certain; `UNKNOWN`: perhaps.
 */
function stretchesOf(run: Run, source: Source, sifted: Sifted, added: readonly Added[], least: Level): Stretch[] {
  const certain = least === MET;
  const byShare = added.some(({ fullTimeEquivalent }) => fullTimeEquivalent);
  return sifted.list.flatMap((entry): Stretch[] => {
    if (certain && !entry.placed) return [];
    const own = (sifted.levels[entry.index] as Level) >= least;
    const mask = own ? 0 : maskOf(run, source, entry, added, least);
    if (!own && mask === 0) return [];
    const span = clip(entry, sifted.period, certain);
    if (span === undefined) return [];
    const steps = own || !byShare ? STEPS_A_DAY : stepsOf(entry, certain);
    return steps === 0 ? [] : [{ entry, span, mask, steps }];
  });
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

/** Gives each day once: first what counts by itself, then what equivalences add. */
function giftsOf(stretches: readonly Stretch[], caps: readonly number[]): Gift[] {
  const inOrder = [...stretches].sort((a, b) => a.span[0] - b.span[0]);
  const own = inOrder.filter(({ mask }) => mask === 0);
  let covered = -Infinity;
  const gifts = own.flatMap(({ entry, span: [from, to] }): Gift[] => {
    const days = to - Math.max(from, covered + 1) + 1;
    covered = Math.max(covered, to);
    return days > 0 ? [{ entry, amount: days * STEPS_A_DAY }] : [];
  });
  const others = inOrder.filter(({ mask }) => mask !== 0);
  if (others.length === 0) return gifts;
  const taken = merge(own.map(({ span }) => span));
  return [...gifts, ...giftsByEquivalence(subtract(others, taken), caps)];
}

/** Takes days away that count already. One pass: both lists are in order. */
function subtract(stretches: readonly Stretch[], taken: readonly Span[]): Stretch[] {
  let first = 0;
  return stretches.flatMap((stretch) => {
    const [from, to] = stretch.span;
    while (first < taken.length && (taken[first] as Span)[1] < from) first++;
    const pieces: Stretch[] = [];
    let next = from;
    for (let at = first; at < taken.length && (taken[at] as Span)[0] <= to; at++) {
      const [takenFrom, takenTo] = taken[at] as Span;
      if (next < takenFrom) pieces.push({ ...stretch, span: [next, takenFrom - 1] });
      next = Math.max(next, takenTo + 1);
    }
    if (next <= to) pieces.push({ ...stretch, span: [next, to] });
    return pieces;
  });
}

/** A day can give no more than itself, whatever lies on it; equivalences take no more than their caps. */
function giftsByEquivalence(stretches: readonly Stretch[], caps: readonly number[]): Gift[] {
  const supplies = suppliesOf(stretches);
  const flows = allocate(supplies, caps);
  const due = new Map<number, number[]>();
  supplies.forEach(({ cells }, supply) => {
    cells.forEach(({ mask }, cell) => {
      const before = due.get(mask) ?? caps.map(() => 0);
      due.set(
        mask,
        before.map((amount, place) => amount + (flows[supply]?.[cell]?.[place] ?? 0)),
      );
    });
  });
  const filled = caps.map((_, place) =>
    [...due.values()].reduce((total, amounts) => total + (amounts[place] as number), 0),
  );
  const full = (mask: number) => caps.some((cap, place) => fits(mask, place) && (filled[place] as number) >= cap);
  return [...potentials(stretches)].flatMap(([entry, { mask, amount }]) => {
    let rest = amount;
    const own = caps.flatMap((_, place): Gift[] => {
      const left = due.get(mask) as number[];
      const given = Math.min(rest, left[place] as number);
      if (given <= 0) return [];
      rest -= given;
      left[place] = (left[place] as number) - given;
      return [{ entry, amount: given, place }];
    });
    return rest > 0 && full(mask) ? own.map((gift) => ({ ...gift, capped: true })) : own;
  });
}

/** How much each entry could give if nothing else lay on its days. */
function potentials(stretches: readonly Stretch[]): ReadonlyMap<Entry, { mask: number; amount: number }> {
  const all = new Map<Entry, { mask: number; amount: number }>();
  for (const { entry, span, mask, steps } of stretches) {
    const amount = (span[1] - span[0] + 1) * steps;
    all.set(entry, { mask, amount: amount + (all.get(entry)?.amount ?? 0) });
  }
  return all;
}

/** Sums up the days on which the same lies, from one change to the next. */
function suppliesOf(stretches: readonly Stretch[]): Supply[] {
  const changes = stretches
    .flatMap(({ span: [from, to], mask, steps }) => [
      { day: from, mask, steps },
      { day: to + 1, mask, steps: -steps },
    ])
    .sort((a, b) => a.day - b.day);
  const lying = new Map<number, number>();
  const days = new Map<string, { count: number; cells: [mask: number, steps: number][] }>();
  changes.forEach(({ day, mask, steps }, at) => {
    lying.set(mask, (lying.get(mask) ?? 0) + steps);
    const count = (changes[at + 1]?.day ?? day) - day;
    const cells = [...lying].filter(([, amount]) => amount > 0);
    if (count === 0 || cells.length === 0) return;
    const key = cells.join(";");
    const same = days.get(key);
    if (same === undefined) days.set(key, { count, cells });
    else same.count += count;
  });
  return [...days.values()].map(({ count, cells }) => ({
    limit: count * STEPS_A_DAY,
    cells: cells.map(([mask, steps]) => ({ mask, amount: count * Math.min(STEPS_A_DAY, steps) })),
  }));
}

function countedGift({ entry, amount, place, capped }: Gift, added: readonly Added[]): Counted {
  const counted = { evidence: entry.evidence, amount: inUnit(amount, STEPS_A_MONTH) };
  if (place === undefined) return counted;
  const equivalence = (added[place] as Added).id;
  return capped ? { ...counted, equivalence, capped } : { ...counted, equivalence };
}

function uncountedEntry(
  run: Run,
  source: Source,
  sifted: Sifted,
  entry: Entry,
  added: readonly Added[],
  full: ReadonlySet<number>,
): Uncounted {
  const { evidence } = entry;
  const byShare = added.some(({ fullTimeEquivalent }) => fullTimeEquivalent);
  const own = sifted.levels[entry.index] === MET;
  const notTold = notToldOf(entry, sifted.period, !own && byShare);
  if (own && notTold === undefined) return { evidence, status: "unmet", because: OVERLAP };
  return uncountedByAny(run, source, sifted, entry, added, notTold, (equivalence) =>
    full.has(added.findIndex(({ id }) => id === equivalence)) ? { code: "cap", equivalence } : OVERLAP,
  );
}

/** Why the days of an entry are not certain, if they are not. */
function notToldOf(entry: Entry, period: Period | undefined, byShare: boolean): Reason | undefined {
  if (!entry.placed) return NO_DAY;
  if (byShare && entry.raw["fullTimeShare"] === undefined) return { code: "not-told", fact: "fullTimeShare" };
  return clip(entry, period, true) === undefined ? CROSSES : undefined;
}
