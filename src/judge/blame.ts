/**
 * Why entries fail a condition, and how far they are from it.
 */

import { dayNumber, isoDay } from "../base/calendar";
import { numberAt } from "../base/lists";
import { type Level, UNMET } from "../base/truth";
import type { Operator } from "../model/operators";
import type { Reason } from "../model/verdict";
import { type Bits, each, wordAt } from "./bits";
import { bitsAt } from "./columns";
import type { Blaming, CompiledWhere, Measuring } from "./compiled";
import type { Run } from "./run";

/** What is past cannot be mended: a day that decides is farther than anything else. */
export const PAST = 1000;

/** Puts other reasons in the place of those of some entries; of the same reason, the same is made once. */
export function remake(
  run: Run,
  maker: string,
  mask: Int32Array,
  reasons: (Reason | undefined)[],
  make: (reason: Reason) => Reason,
): void {
  const made = madeBy(run, maker);
  each(mask, (index) => {
    const reason = reasons[index] as Reason;
    let other = made.get(reason);
    if (other === undefined) made.set(reason, (other = make(reason)));
    reasons[index] = other;
  });
}

/** The reasons that something made in this run. */
function madeBy({ account }: Run, maker: string): Map<unknown, Reason> {
  let made = account.reasons.get(maker);
  if (made === undefined) account.reasons.set(maker, (made = new Map()));
  return made;
}

const EVERYTHING: Reason = Object.freeze({ code: "condition" });

/** Splits a mask by parts: calls back with each part and the entries that it brought to a level. */
export function byPart(
  run: Run,
  bits: Bits,
  mask: Int32Array,
  level: Level,
  parts: readonly CompiledWhere[],
  visit: (part: CompiledWhere, hits: Int32Array) => Int32Array | undefined,
): Int32Array {
  let left: Int32Array = mask.slice();
  for (const part of parts) {
    part.column.judge(run, bits, left, 0);
    const hits = left.map((word, at) => word & bitsAt(bits, part.column, level, at));
    if (hits.some((word) => word !== 0)) left = visit(part, hits) ?? left;
  }
  return left;
}

/** Blames the first part that came to the same. */
export const blameFirst =
  (parts: readonly CompiledWhere[]): Blaming =>
  (run, bits, mask, level, reasons) => {
    let left = mask;
    byPart(run, bits, mask, level, parts, (part, hits) => {
      part.blame(run, bits, hits, level, reasons);
      left = left.map((word, at) => word & ~wordAt(hits, at));
      return left;
    });
    // what asks for nothing cannot fail
    if (parts.length === 0) each(left, (index) => (reasons[index] = EVERYTHING));
  };

/** Each part that came to the same keeps it there. */
export const sumOf =
  (parts: readonly CompiledWhere[]): Measuring =>
  (run, bits, mask, level, sums) => {
    byPart(run, bits, mask, level, parts, (part, hits) => {
      part.distance(run, bits, hits, level, sums);
      return undefined;
    });
  };

/** How far each entry, which fails, is from each part. */
export function distancesOf(
  run: Run,
  bits: Bits,
  mask: Int32Array,
  parts: readonly CompiledWhere[],
): readonly (readonly number[])[] {
  return parts.map((part) => {
    const sums: number[] = [];
    part.column.judge(run, bits, mask, 0);
    part.distance(run, bits, mask, UNMET, sums);
    return sums;
  });
}

/**
 * Blames the alternatives that come nearest: what they ask of one fact is one reason.
 *
 * Where another one would do, had its time not ended, that is told.
 */
export function blameNearest(
  run: Run,
  bits: Bits,
  mask: Int32Array,
  parts: readonly CompiledWhere[],
  name: string,
  reasons: (Reason | undefined)[],
): void {
  const distances = distancesOf(run, bits, mask, parts);
  const own = parts.map((part) => {
    const blamed: (Reason | undefined)[] = [];
    part.blame(run, bits, mask, UNMET, blamed);
    return blamed;
  });
  const made = madeBy(run, name);
  each(mask, (index) => {
    const far = distances.map((one) => numberAt(one, index));
    const least = Math.min(...far);
    const reasonsAt = (distance: number) =>
      own.flatMap((one, part) => (far[part] === distance ? [one[index] as Reason] : []));
    const nearest = reasonsAt(least);
    const ended = least < PAST ? latest(reasonsAt(PAST)) : undefined;
    const key = `${ended} ${nearest.map((reason) => numberOf(run, reason)).join(" ")}`;
    let reason = made.get(key);
    if (reason === undefined) {
      const found = merged(nearest);
      made.set(key, (reason = ended === undefined ? found : { ...found, since: isoDay(ended + 1) }));
    }
    reasons[index] = reason;
  });
}

/** The last day on which another way would have been enough. */
function latest(reasons: readonly Reason[]): number | undefined {
  const days = reasons.flatMap(({ operator, value }) => {
    if (typeof value !== "string") return [];
    if (operator === "onOrBefore") return [dayNumber(value)];
    return operator === "before" ? [dayNumber(value) - 1] : [];
  });
  return days.length === 0 ? undefined : Math.max(...days);
}

function numberOf({ account: { numbers } }: Run, reason: Reason): number {
  let number = numbers.get(reason);
  if (number === undefined) numbers.set(reason, (number = numbers.size));
  return number;
}

/** Makes one reason of those that ask for words of the same fact; else the first is told. */
function merged(reasons: readonly Reason[]): Reason {
  const first = reasons[0] ?? EVERYTHING;
  const alike = reasons.filter(
    ({ fact, operator, negated }) => fact === first.fact && operator === first.operator && negated === first.negated,
  );
  const words = alike.flatMap(({ value }) => (typeof value === "string" || Array.isArray(value) ? value : []));
  const joined = first.negated ? undefined : JOINED[first.operator ?? ""];
  if (new Set(words).size < 2 || joined === undefined || words.some((word) => typeof word !== "string")) return first;
  const { condition, ...rest } = first;
  const isSame = alike.every((reason) => reason.condition === condition);
  return {
    ...rest,
    operator: joined,
    value: [...new Set(words)],
    ...(isSame && condition !== undefined && { condition }),
  };
}

/** Operators that ask for one of some words, and what they are together. */
const JOINED: Readonly<Record<string, Operator>> = { equal: "in", in: "in", includesAny: "includesAny" };
