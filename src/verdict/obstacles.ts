/**
 * What stands in the way: over a trace, the least that would have to change, and how much of it is missing.
 */
import type { Draft } from "../base/draft";
import type { Amount, Gap, LeafTrace, Measure, Trace } from "../model/verdict";

/** A leaf that stands in the way. */
export interface Culprit {
  /** Where in the trace, as a JSON pointer. */
  readonly at: string;
  readonly leaf: LeafTrace;
  /** The question whose readings differ here. */
  readonly question?: string;
}

type Measures = Readonly<Record<string, Measure>>;
type Parts = Extract<Trace, { readonly all: unknown } | { readonly any: unknown }>;
type Readings = Extract<Trace, { readonly readings: unknown }>;

/** How far away a condition is: the sum of what is missing, each as a share of what is asked for. */
export function costOf(measures: Measures, trace: Trace): number {
  return trace.status === "met" ? 0 : costTo(measures, trace, true);
}

/** @param met - Whether the node should become met, or, under a `not`, unmet. */
function costTo(measures: Measures, trace: Trace, met: boolean): number {
  if ("not" in trace) return costTo(measures, trace.not, !met);
  if ("of" in trace) return costTo(measures, trace.of, met);
  if (!("all" in trace || "any" in trace || "readings" in trace)) return costOfLeaf(measures, trace);
  let sum = 0;
  let least = Infinity;
  for (const part of childrenOf(trace, met)) {
    const cost = costTo(measures, part.trace, met);
    sum += cost;
    least = Math.min(least, cost);
  }
  return asksForEach(trace, met) || least === Infinity ? sum : least;
}

/** A part of a condition that keeps it from becoming what it should. */
interface Child {
  readonly trace: Trace;
  /** Its place. */
  readonly index: number;
}

function childrenOf(trace: Parts | Readings, met: boolean): Child[] {
  const children: Child[] = [];
  if ("readings" in trace) {
    const wanted = met ? "met" : "unmet";
    trace.readings.forEach(({ status, of }, index) => {
      if (status !== wanted) children.push({ trace: of, index });
    });
    return children;
  }
  const parts = "all" in trace ? trace.all : trace.any;
  parts.forEach((part, index) => {
    // what is unmet is explained by what is unmet, what is unknown by what is unknown
    if (part.status === trace.status) children.push({ trace: part, index });
  });
  return children;
}

/** To make all of them met is to make each met; to make any of them unmet is to make each unmet. */
function asksForEach(trace: Parts | Readings, met: boolean): boolean {
  return "readings" in trace ? trace.status === "unknown" : "all" in trace === met;
}

/**
 * Finds the least that stands in the way of a condition.
 *
 * All of what `all` asks for, the cheapest child of `any`, ties in rule order.
 */
export function blame(measures: Measures, trace: Trace): Culprit[] {
  const culprits: Culprit[] = [];
  if (trace.status !== "met") collect(measures, trace, true, "", undefined, culprits);
  return culprits;
}

function collect(
  measures: Measures,
  trace: Trace,
  met: boolean,
  at: string,
  question: string | undefined,
  culprits: Culprit[],
): void {
  if ("not" in trace) return collect(measures, trace.not, !met, `${at}/not`, question, culprits);
  if ("of" in trace) return collect(measures, trace.of, met, `${at}/of`, question, culprits);
  if (!("all" in trace || "any" in trace || "readings" in trace)) {
    culprits.push(question === undefined ? { at, leaf: trace } : { at, leaf: trace, question });
    return;
  }
  const children = childrenOf(trace, met);
  const asked = "readings" in trace ? questionOf(trace) : question;
  for (const child of asksForEach(trace, met) ? children : cheapest(measures, children, met)) {
    collect(measures, child.trace, met, pointerTo(trace, at, child.index), asked, culprits);
  }
}

/** The question of readings that differ. */
function questionOf({ readings, question }: Readings): string | undefined {
  return readings.some(({ status }) => status !== readings[0]?.status) ? question : undefined;
}

function pointerTo(trace: Parts | Readings, at: string, index: number): string {
  if ("readings" in trace) return `${at}/readings/${index}/of`;
  return "all" in trace ? `${at}/all/${index}` : `${at}/any/${index}`;
}

function cheapest(measures: Measures, children: readonly Child[], met: boolean): readonly Child[] {
  if (children.length <= 1) return children;
  const costs = children.map((child) => costTo(measures, child.trace, met));
  return [children[costs.indexOf(Math.min(...costs))] as Child];
}

/** What no further evidence can mend (a day that has passed, too much of something) is farther than any amount. */
const BEYOND = 100;

function costOfLeaf(measures: Measures, leaf: LeafTrace): number {
  const measure = leaf.measure === undefined ? undefined : measures[leaf.measure];
  const hasAmount = measure !== undefined && "counted" in measure && askedOf(leaf, measure) > 0;
  const missing = hasAmount ? shortfalls(leaf, measure) : [];
  if (missing.length === 0) return leaf.status === "unknown" ? 1 : BEYOND;
  let cost = 0;
  for (const { amount, of } of missing) cost += amount / of;
  return cost;
}

interface Shortfall {
  readonly amount: number;
  readonly unit: string;
  /** What is asked for. */
  readonly of: number;
  readonly slot?: string;
}

/** How much an amount must reach; what must be more than a number must reach the next one. */
function askedOf({ operator, value }: LeafTrace, { fact }: Amount): number {
  if (typeof value !== "number" || !operator.startsWith("greaterThan")) return 0;
  if (operator === "greaterThanInclusive") return value;
  return fact === "count" ? Math.floor(value) + 1 : value + 0.01;
}

/** How much is missing, of an amount that must reach a number. */
function shortfalls(leaf: LeafTrace, measure: Amount): Shortfall[] {
  const asked = askedOf(leaf, measure);
  const { unit, spread, slots } = measure;
  if (spread !== undefined) {
    const { atLeastMonths = 0, months, hours } = spread;
    return [
      { amount: asked - hours, unit, of: asked },
      { amount: atLeastMonths - months, unit: "months", of: atLeastMonths },
    ].filter(({ amount }) => amount > 0);
  }
  if (slots !== undefined && slots.reduce((sum, { atLeast }) => sum + atLeast, 0) === asked) {
    return slots.flatMap(({ id, atLeast, have }) =>
      have < atLeast ? [{ amount: atLeast - have, unit, of: asked, slot: id }] : [],
    );
  }
  return measure.have < asked ? [{ amount: asked - measure.have, unit, of: asked }] : [];
}

/** Lists the amounts that are missing. */
export function gapsOf(
  measures: Measures,
  culprits: readonly Culprit[],
  requirement: string,
  route: string,
  status: "unmet" | "unknown",
): Gap[] {
  const gaps: Gap[] = [];
  for (const { leaf } of culprits) {
    const measure = leaf.measure === undefined ? undefined : measures[leaf.measure];
    if (measure === undefined || !("counted" in measure)) continue;
    for (const { amount, unit, slot } of shortfalls(leaf, measure)) {
      // never less than is missing
      const rounded = Math.ceil(amount * 100 - 1e-6) / 100;
      const gap: Draft<Gap> = { requirement, route, measure: leaf.measure as string, status, amount: rounded, unit };
      if (slot !== undefined) gap.slot = slot;
      gaps.push(gap);
    }
  }
  return gaps;
}
