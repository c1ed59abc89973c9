/**
 * The operators of the engine's leaves, under names of their own: a host may give `equal` another meaning.
 */
import type { Engine } from "json-rules-engine";
import type { OperatorOn } from "../model/operators";

/** An operator that compares what a requirement can ask about: amounts, days and the residence. */
type RequirementOperator = OperatorOn<"number" | "day" | "word">;

/** Orders amounts, or days as ISO text; with `null`, which stands for what is not there, no comparison holds. */
const ordered = (holds: (a: number | string, b: number | string) => boolean) => (a: unknown, b: unknown) =>
  (typeof a === "number" || typeof a === "string") && typeof a === typeof b && holds(a, b as typeof a);

const isIn = (word: unknown, words: unknown) => Array.isArray(words) && words.includes(word);

const less = ordered((a, b) => a < b);
const lessOrEqual = ordered((a, b) => a <= b);
const greaterOrEqual = ordered((a, b) => a >= b);
const greater = ordered((a, b) => a > b);

const comparisons: Readonly<Record<RequirementOperator, (a: unknown, b: unknown) => boolean>> = {
  equal: (a, b) => a === b,
  notEqual: (a, b) => a !== b,
  in: isIn,
  notIn: (a, b) => !isIn(a, b),
  lessThan: less,
  lessThanInclusive: lessOrEqual,
  greaterThan: greater,
  greaterThanInclusive: greaterOrEqual,
  before: less,
  onOrBefore: lessOrEqual,
  onOrAfter: greaterOrEqual,
  after: greater,
};

/** Adds the operators to an engine. */
export function addOperators(engine: Engine, prefix: string): void {
  for (const [operator, holds] of Object.entries(comparisons)) engine.addOperator(`${prefix}${operator}`, holds);
}
