/**
 * The operators of the engine's leaves, under names of their own: a host may give `equal` another meaning.
 */
import type { Engine } from "json-rules-engine";
import { type Order, operatorRow, operators } from "../model/operators";

/** Adds the operators that compare what a requirement can ask about: amounts, days and words. */
export function addOperators(engine: Engine, prefix: string): void {
  for (const operator of operators) {
    const { holds, many } = operatorRow(operator);
    if (holds === undefined) continue;
    const compare = many ? orderAmong : orderOf;
    engine.addOperator(`${prefix}${operator}`, (a: unknown, b: unknown) => {
      const order = compare(a, b);
      // what is not there is neither the same nor another, so it is not the same
      return order === undefined ? isOther(holds) : holds.includes(order);
    });
  }
}

const isOther = (holds: readonly Order[]) => holds.includes("<") && holds.includes(">");

/** How an amount, a word or a day as ISO text stands to another; `null` stands for what is not there. */
function orderOf(a: unknown, b: unknown): Order | undefined {
  if (!isComparable(a) || typeof a !== typeof b) return undefined;
  if (a === b) return "=";
  return a < (b as typeof a) ? "<" : ">";
}

/** A word is the same as one of the words, or another one. */
function orderAmong(word: unknown, words: unknown): Order | undefined {
  if (!isComparable(word) || !Array.isArray(words)) return undefined;
  return words.includes(word) ? "=" : "<";
}

const isComparable = (value: unknown): value is number | string | boolean =>
  typeof value === "number" || typeof value === "string" || typeof value === "boolean";
