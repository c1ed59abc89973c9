/**
 * Three-valued logic, and comparisons of ranges: met if they hold for all pairs, unmet if for none, else unknown.
 */
import { type OperatorOn, type OperatorRow, operatorRow } from "../model/operators";
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
export type RangeComparison = (aLow: number, aHigh: number, bLow: number, bHigh: number) => Level;

/**
 * Makes the comparison of ranges that holds where certain orders do: met where all pairs stand so, unmet where none does.
 */
export function comparisonOf({ holds = [] }: Pick<OperatorRow, "holds">): RangeComparison {
  const [less, same, more] = [holds.includes("<"), holds.includes("="), holds.includes(">")];
  return (aLow, aHigh, bLow, bHigh) => {
    const canBeLess = aLow < bHigh;
    const canBeSame = aLow <= bHigh && bLow <= aHigh;
    const canBeMore = aHigh > bLow;
    if ((less || !canBeLess) && (same || !canBeSame) && (more || !canBeMore)) return MET;
    return (less && canBeLess) || (same && canBeSame) || (more && canBeMore) ? UNKNOWN : UNMET;
  };
}

/** Whether an operator on words asks for another one. */
export const isNegative = (operator: OperatorOn<"word">): boolean => !operatorRow(operator).holds?.includes("=");
