/**
 * What days give: each day once, whatever lies on it.
 */

import { countUpTo } from "../../base/calendar";
import { numberAt } from "../../base/lists";
import { allocate, fits, type Supply } from "../../base/maximum-flow";
import { merge, type Span } from "../../base/spans";
import type { Entry } from "../../evidence/entry";

/** Steps of a day: fine enough for a twelfth of a year and for shares of full time. */
export const STEPS_A_DAY = 12_000;
/** Days that an entry gives. */
export interface Stretch {
  readonly entry: Entry;
  readonly span: Span;
  /** The equivalences that take it; 0 where it counts by itself. */
  readonly mask: number;
  /** How many steps of each day it gives. */
  readonly steps: number;
}

/** What an entry came to count. */
export interface Gift {
  readonly entry: Entry;
  readonly amount: number;
  /** The place of the equivalence by which it counts. */
  readonly place?: number;
  readonly capped?: boolean;
}

/**
 * Gives each day once: first what counts by itself, then what equivalences add.
 *
 * @param stretches - In the order of their first days.
 * @param first - The place whose part of a day is given before that of the others.
 */
export function giftsOf(stretches: readonly Stretch[], caps: readonly number[], first?: number): Gift[] {
  const gifts: Gift[] = [];
  const own: Span[] = [];
  const others: Stretch[] = [];
  let covered = -Infinity;
  for (const stretch of stretches) {
    const { entry, span, mask } = stretch;
    if (mask !== 0) {
      others.push(stretch);
      continue;
    }
    own.push(span);
    const days = span[1] - Math.max(span[0], covered + 1) + 1;
    covered = Math.max(covered, span[1]);
    if (days > 0) gifts.push({ entry, amount: days * STEPS_A_DAY });
  }
  return others.length === 0 ? gifts : [...gifts, ...giftsByEquivalence(others, merge(own), caps, first)];
}

/** How many steps days give: what {@link giftsOf} gives out, together. */
export function stepsOfDays(stretches: readonly Stretch[], caps: readonly number[]): number {
  let own = 0;
  let all = 0;
  let ownUntil = -Infinity;
  let allUntil = -Infinity;
  let isWhole = true;
  for (const { span, mask, steps } of stretches) {
    const from = span[0];
    const to = span[1];
    all += Math.max(0, to - Math.max(from - 1, allUntil));
    allUntil = Math.max(allUntil, to);
    if (mask === 0) {
      own += Math.max(0, to - Math.max(from - 1, ownUntil));
      ownUntil = Math.max(ownUntil, to);
    } else if (steps !== STEPS_A_DAY) isWhole = false;
  }
  if (own === all) return own * STEPS_A_DAY;
  // whole days that may count in one way alone need no sharing out
  const more =
    isWhole && caps.length === 1
      ? Math.min(numberAt(caps, 0), (all - own) * STEPS_A_DAY)
      : stepsByEquivalence(stretches, caps);
  return own * STEPS_A_DAY + more;
}

function stepsByEquivalence(stretches: readonly Stretch[], caps: readonly number[]): number {
  const own = stretches.filter(({ mask }) => mask === 0).map(({ span }) => span);
  const others = stretches.filter(({ mask }) => mask !== 0);
  const supplies = suppliesOf(others, merge(own));
  const [cap] = caps;
  if (cap !== undefined && caps.length === 1) {
    const most = supplies.map(({ limit, cells }) => Math.min(limit, total(cells.map(({ amount }) => amount))));
    return Math.min(cap, total(most));
  }
  const places = caps.map((takes) => ({ takes, rank: 0 }));
  return total(allocate(supplies, places).flat(2));
}

const total = (amounts: readonly number[]): number => amounts.reduce((sum, amount) => sum + amount, 0);

/** A day can give no more than itself, whatever lies on it; equivalences take no more than their caps. */
function giftsByEquivalence(
  stretches: readonly Stretch[],
  taken: readonly Span[],
  caps: readonly number[],
  first: number | undefined,
): Gift[] {
  const supplies = suppliesOf(stretches, taken);
  const flows = allocate(
    supplies,
    caps.map((takes, place) => ({ takes, rank: place === first ? 0 : 1 })),
  );
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
    [...due.values()].reduce((total, amounts) => total + numberAt(amounts, place), 0),
  );
  const full = (mask: number) => caps.some((cap, place) => fits(mask, place) && numberAt(filled, place) >= cap);
  return [...potentials(stretches, taken)].flatMap(([entry, { mask, amount }]) => {
    let rest = amount;
    const own = caps.flatMap((_, place): Gift[] => {
      const left = due.get(mask) as number[];
      const given = Math.min(rest, numberAt(left, place));
      if (given <= 0) return [];
      rest -= given;
      left[place] = numberAt(left, place) - given;
      return [{ entry, amount: given, place }];
    });
    return rest > 0 && full(mask) ? own.map((gift) => ({ ...gift, capped: true })) : own;
  });
}

/** How much each entry could give if nothing but what is taken lay on its days. */
function potentials(
  stretches: readonly Stretch[],
  taken: readonly Span[],
): ReadonlyMap<Entry, { mask: number; amount: number }> {
  const all = new Map<Entry, { mask: number; amount: number }>();
  const takenBefore = daysBefore(taken);
  for (const { entry, span, mask, steps } of stretches) {
    const end = span[1] + 1;
    const days = end - span[0] - (takenBefore(end) - takenBefore(span[0]));
    if (days > 0) all.set(entry, { mask, amount: days * steps + (all.get(entry)?.amount ?? 0) });
  }
  return all;
}

/** Counts the days before a day that lie in spans, which are in order and apart; by bisection. */
function daysBefore(spans: readonly Span[]): (day: number) => number {
  const firsts = spans.map(([from]) => from);
  const sums = [0];
  for (const [from, to] of spans) sums.push((sums.at(-1) as number) + to - from + 1);
  return (day) => {
    const begun = countUpTo(firsts, day - 1);
    const last = spans[begun - 1];
    return last === undefined ? 0 : numberAt(sums, begun) - Math.max(0, last[1] - day + 1);
  };
}

/** What lies on a day that is taken already. */
const TAKEN = 0;

/** Sums up the days on which the same lies, from one change to the next; what is taken gives nothing more. */
function suppliesOf(stretches: readonly Stretch[], taken: readonly Span[]): Supply[] {
  const blocks = taken.map((span) => ({ span, mask: TAKEN, steps: 1 }));
  const changes = [...stretches, ...blocks]
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
    if (count === 0 || (lying.get(TAKEN) ?? 0) > 0) return;
    const cells = [...lying].filter(([, amount]) => amount > 0);
    if (cells.length === 0) return;
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
