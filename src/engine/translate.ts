/**
 * Translates conditions of requirements to the grammar of the engine.
 */
import type { NestedCondition } from "json-rules-engine";
import { isNegative } from "../base/truth";
import type { Compiler } from "../judge/compiled";
import type { Operator } from "../model/language";
import type { Resolved, ResolvedDay, ResolvedLeaf, ResolvedValue } from "../rules/resolved";
import { type Source, type SourceParams, sourceOf, type Take } from "./sources";

/** What leaves are translated to. */
export interface Target {
  /** Put before the names of facts and operators. */
  readonly prefix: string;
  /** What they are drawn from, by number. */
  readonly sources: Source[];
  readonly compiler: Compiler;
  /** The requirement for which a coordinator accepted evidence, as `IFS/work`. */
  readonly accepting?: string;
}

/**
 * Translates a condition.
 *
 * The engine knows two values, so that a leaf is given the end of its range that decides: what is true in the engine is
 * met for certain.
 *
 * @param certain - Whether the node must hold for certain, or, under a `not`, perhaps.
 */
export function translate(node: Resolved, certain: boolean, target: Target): NestedCondition {
  const each = (parts: readonly Resolved[]) => parts.map((part) => translate(part, certain, target));
  if ("all" in node) return { all: each(node.all) };
  if ("any" in node) return { any: each(node.any) };
  if ("not" in node) return { not: translate(node.not, !certain, target) };
  if ("of" in node) return { ...translate(node.of, certain, target), name: node.condition };
  if ("readings" in node) {
    const parts = node.readings.map(({ id, of }) => ({ ...translate(of, certain, target), name: id }));
    const name = node.question.id;
    return certain ? { all: parts, name } : { any: parts, name };
  }
  return node.fact === "residence" ? residence(node, certain, target) : leaf(node, certain, target);
}

function leaf(written: ResolvedLeaf, certain: boolean, target: Target): NestedCondition {
  const { fact, operator, value } = written;
  const { prefix, sources, compiler, accepting } = target;
  const [own, other] = ends(operator, value, certain);
  const params = (drawn: Pick<ResolvedLeaf, "fact" | "params">, take: Take): SourceParams => ({
    source: sources.push(sourceOf(compiler, drawn, { take, certain }, accepting)) - 1,
  });
  return {
    fact: `${prefix}${fact}`,
    operator: `${prefix}${operator}`,
    value: isLookedUp(value) ? { fact: `${prefix}${value.fact}`, params: params(asLeaf(value), other) } : value,
    params: { ...params(written, own) },
  };
}

const isLookedUp = (value: ResolvedValue): value is ResolvedDay => typeof value === "object" && "fact" in value;

/** A day as a leaf has it: what it is drawn from, or the day itself. */
const asLeaf = (day: ResolvedDay) => ({
  fact: day.fact,
  params: day.fact === "earliest" || day.fact === "latest" ? day.params : day,
});

/** Operators that ask for much: what is least certain decides whether they hold for certain. */
const asksForMuch = (operator: Operator) => /^(greaterThan|onOrAfter|after)/.test(operator);

/** Which ends of the two ranges decide whether a comparison holds. */
function ends(operator: Operator, value: ResolvedValue, certain: boolean): readonly [own: Take, other: Take] {
  if (operator === "equal" || operator === "notEqual") {
    const asksForOne = (operator === "equal") === certain;
    return [asksForOne ? "exact" : (value as number), "exact"];
  }
  return asksForMuch(operator) === certain ? ["least", "most"] : ["most", "least"];
}

/** A residence that was not told is one for which the leaf does not hold, or, under a `not`, one for which it does. */
function residence({ operator, value }: ResolvedLeaf, certain: boolean, { prefix }: Target): NestedCondition {
  const [first = null] = Array.isArray(value) ? value : [value];
  const untold = isNegative(operator) === certain ? first : null;
  return { fact: `${prefix}residence`, operator: `${prefix}${operator}`, value, params: { untold } };
}
