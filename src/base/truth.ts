/**
 * Three-valued logic, and comparisons of ranges: met if they hold for all pairs, unmet if for none, else unknown.
 */
import type { Truth } from "../model/verdict";

/** A truth as a number: `all` takes the least, `any` the greatest. */
export type Level = 0 | 1 | 2;
/** Does not hold. */
export const UNMET = 0;
/** May hold. */
export const UNKNOWN = 1;
/** Holds. */
export const MET = 2;

const names = ["unmet", "unknown", "met"] as const;

/** Names a level. */
export const truth = (level: Level): Truth => names[level];

/** The mirror image of a level. */
export const negate = (of: Level): Level => (2 - of) as Level;

/** The lesser of two levels. */
export const lesser = (a: Level, b: Level): Level => Math.min(a, b) as Level;

/** Compares the range `aLow`–`aHigh` with the range `bLow`–`bHigh`. */
export type Comparison = (aLow: number, aHigh: number, bLow: number, bHigh: number) => Level;

const less: Comparison = (aLow, aHigh, bLow, bHigh) => (aHigh < bLow ? MET : aLow >= bHigh ? UNMET : UNKNOWN);
const lessOrEqual: Comparison = (aLow, aHigh, bLow, bHigh) => (aHigh <= bLow ? MET : aLow > bHigh ? UNMET : UNKNOWN);
const greater: Comparison = (aLow, aHigh, bLow, bHigh) => less(bLow, bHigh, aLow, aHigh);
const greaterOrEqual: Comparison = (aLow, aHigh, bLow, bHigh) => lessOrEqual(bLow, bHigh, aLow, aHigh);
const same: Comparison = (aLow, aHigh, bLow, bHigh) => {
  if (aHigh < bLow || bHigh < aLow) return UNMET;
  return aLow === bHigh && aHigh === bLow ? MET : UNKNOWN;
};

/** The comparisons of numbers and days, by operator. */
export const comparisons: Readonly<Record<string, Comparison>> = {
  equal: same,
  notEqual: (...ranges) => negate(same(...ranges)),
  lessThan: less,
  lessThanInclusive: lessOrEqual,
  greaterThan: greater,
  greaterThanInclusive: greaterOrEqual,
  before: less,
  onOrBefore: lessOrEqual,
  onOrAfter: greaterOrEqual,
  after: greater,
};

/** What an equivalence of words asks for, negated or not. */
export const isNegative = (operator: string): boolean => operator === "notEqual" || operator === "notIn";
