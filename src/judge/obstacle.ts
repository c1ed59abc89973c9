/**
 * What stands in the way of a comparison, and how much of an amount is missing.
 */

import { numberAt } from "../base/lists";
import type { AmountLeaf, ResolvedLeaf } from "../rules/resolved";
import type { AmountNode, CompiledMeasure, Drawn, ObstaclePlace } from "./compiled";
import { inUnit } from "./measures/amounts";
import { implies } from "./where";

/** A comparison that stands in the way. */
export interface Obstacle extends ObstaclePlace {
  readonly leaf: ResolvedLeaf;
  readonly measure: CompiledMeasure | undefined;
  /** How much of an amount is missing; nothing where none can mend it. */
  readonly missing: readonly Shortfall[];
  /** The value that it is compared with, looked up. */
  readonly value: unknown;
}

/** How much of an amount is missing. */
export interface Shortfall {
  readonly amount: number;
  readonly unit: string;
  /** What is asked for. */
  readonly of: number;
  readonly slot?: string;
  /** Of a place: how many places there are from it on; the first ones are filled first. */
  readonly placesLeft?: number;
}

/** What no further evidence can mend (a day that has passed, too much of something) is farther than any amount. */
export const BEYOND = 100;

/** How much an amount must reach, if it must; what must be more than a number must reach the next one. */
export function needOf({ operator, value, fact }: AmountLeaf): number {
  if (operator === "greaterThanInclusive") return value;
  if (operator !== "greaterThan") return 0;
  return fact === "count" ? Math.floor(value) + 1 : value + 0.01;
}

/** How much is missing, of an amount that must reach a number. */
export function shortfalls({ unit, stepsPerUnit, slots }: CompiledMeasure, drawn: Drawn, need: number): Shortfall[] {
  const { spread, filled } = drawn;
  if (spread !== undefined) {
    const { atLeastMonths = 0, months, hours } = spread;
    return [
      { amount: need - hours, unit, of: need },
      { amount: atLeastMonths - months, unit: "months", of: atLeastMonths },
    ].filter(({ amount }) => amount > 0);
  }
  if (filled !== undefined && slots.reduce((sum, { atLeast }) => sum + atLeast, 0) === need) {
    return slots.flatMap(({ id, atLeast }, place) => {
      const have = inUnit(numberAt(filled, place), stepsPerUnit);
      return have < atLeast
        ? [{ amount: atLeast - have, unit, of: need, slot: id, placesLeft: slots.length - place }]
        : [];
    });
  }
  const have = inUnit(drawn.low, stepsPerUnit);
  return have < need ? [{ amount: need - have, unit, of: need }] : [];
}

/** Starts where a route does. */
export const START: ObstaclePlace = { pointer: "", question: undefined };
/** Starts where a route does, and asks for no places. */
export const ANYWHERE: ObstaclePlace = { pointer: undefined, question: undefined };

/** Whether what fills one amount fills another one as well: it is drawn from less, and the other from just any of it. */
export function fills(one: AmountNode | undefined, other: AmountNode | undefined): boolean {
  if (one === undefined || other === undefined) return false;
  if (one.measure === other.measure) return one.need > other.need;
  return (
    one.measure.unit === other.measure.unit && isPlain(other.measure) && implies(one.measure.where, other.measure.where)
  );
}

/** Whether just any entry that a condition holds for adds to a measure. */
const isPlain = ({ params: { during, within, largest, slots, distinct } }: CompiledMeasure): boolean =>
  [during, within, largest, slots, distinct].every((one) => one === undefined);
