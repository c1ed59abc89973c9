/**
 * Translates conditions of requirements to the grammar of the engine.
 */
import type { NestedCondition } from "json-rules-engine";
import { fold } from "../base/tree";
import { isNegative } from "../base/truth";
import type { Compiler } from "../judge/compiled";
import type { Day } from "../model/applicant";
import { type OperatorOn, operatorRow } from "../model/operators";
import type { ResidenceLeaf, Resolved, ResolvedDay, ResolvedLeaf } from "../rules/resolved";
import { type DrawnFrom, type DrawnSource, drawnFrom, drawnSourceOf, type SourceParams, type Take } from "./sources";

/** What leaves are translated to. */
export interface Target {
  /** Put before the names of facts and operators. */
  readonly prefix: string;
  /** What they are drawn from, by number. */
  readonly sources: DrawnSource[];
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
  type Translated = (certain: boolean) => NestedCondition;
  const each = (parts: readonly Translated[], sure: boolean) => parts.map((part) => part(sure));
  return fold<Resolved, Translated>(node, {
    all: (parts) => (sure) => ({ all: each(parts, sure) }),
    any: (parts) => (sure) => ({ any: each(parts, sure) }),
    not: (part) => (sure) => ({ not: part(!sure) }),
    named:
      (part, { condition }) =>
      (sure) => ({ ...part(sure), name: condition }),
    readings:
      (parts, { readings, question }) =>
      (sure) => {
        const named = parts.map((part, at) => ({ ...part(sure), name: readings[at]?.id ?? "" }));
        return sure ? { all: named, name: question.id } : { any: named, name: question.id };
      },
    leaf: (one) => (sure) => (one.about === "residence" ? residence(one, sure, target) : leaf(one, sure, target)),
  })(certain);
}

function leaf(written: Exclude<ResolvedLeaf, ResidenceLeaf>, certain: boolean, target: Target): NestedCondition {
  const { fact, operator, value } = written;
  const { prefix, sources, compiler, accepting } = target;
  const [own, other] = ends(operator, value, certain);
  const params = (drawn: DrawnFrom, take: Take): SourceParams => ({
    source: sources.push(drawnSourceOf(compiler, drawn, { take, certain }, accepting)) - 1,
  });
  return {
    fact: `${prefix}${fact}`,
    operator: `${prefix}${operator}`,
    value: typeof value === "object" ? { fact: `${prefix}${value.fact}`, params: params(value, other) } : value,
    params: { ...params(drawnFrom(written), own) },
  };
}

/** Which ends of the two ranges decide whether a comparison holds: of one that asks for much, what is least certain. */
function ends(
  operator: OperatorOn<"number" | "day">,
  value: number | Day | ResolvedDay,
  certain: boolean,
): readonly [own: Take, other: Take] {
  const { holds = [] } = operatorRow(operator);
  const [asksForMuch, asksForLittle] = [holds.includes(">"), holds.includes("<")];
  if (asksForMuch !== asksForLittle) return asksForMuch === certain ? ["least", "most"] : ["most", "least"];
  const asksForOne = holds.includes("=") === certain;
  return [asksForOne || typeof value !== "number" ? "exact" : value, "exact"];
}

/** A residence that may be one asked for is one for which the leaf does not hold, or, under a `not`, one for which it does. */
function residence({ operator, value }: ResidenceLeaf, certain: boolean, { prefix }: Target): NestedCondition {
  const places = typeof value === "string" ? [value] : value;
  const untold = isNegative(operator) === certain ? (places[0] ?? null) : null;
  return { fact: `${prefix}residence`, operator: `${prefix}${operator}`, value, params: { untold, places } };
}
