/**
 * What stands in the way: over a trace, the least that would have to change, and how much of it is missing.
 */
import type { Amount, Gap, LeafTrace, Measure, Trace } from "./verdict";

/** A leaf that stands in the way. */
export interface Culprit {
  /** Where in the trace, as a JSON pointer. */
  readonly at: string;
  readonly leaf: LeafTrace;
  /** The question whose readings differ here. */
  readonly question?: string;
}

/** Leaves that stand in the way together, and how far away they are. */
export interface Blame {
  /** The sum of what is missing, each as a share of what is asked for. */
  readonly cost: number;
  readonly culprits: readonly Culprit[];
}

type Measures = Readonly<Record<string, Measure>>;

const NOTHING: Blame = { cost: 0, culprits: [] };

/**
 * Finds the least that stands in the way of a condition.
 *
 * The sum over `all`, the cheapest child of `any`, ties in rule order. What is unmet is explained by what is unmet,
 * what is unknown by what is unknown.
 */
export function blame(measures: Measures, trace: Trace): Blame {
  return trace.status === "met" ? NOTHING : wish(measures, trace, true, "");
}

/** @param met - Whether the node should become met, or, under a `not`, unmet. */
function wish(measures: Measures, trace: Trace, met: boolean, at: string, question?: string): Blame {
  if ("not" in trace) return wish(measures, trace.not, !met, `${at}/not`, question);
  if ("of" in trace) return wish(measures, trace.of, met, `${at}/of`, question);
  if ("readings" in trace) return wishReadings(measures, trace, met, at);
  if (!("all" in trace || "any" in trace)) {
    const culprit = question === undefined ? { at, leaf: trace } : { at, leaf: trace, question };
    return { cost: costOf(measures, trace), culprits: [culprit] };
  }
  const [name, parts] = "all" in trace ? (["all", trace.all] as const) : (["any", trace.any] as const);
  const blames = parts.flatMap((part, index) =>
    part.status === trace.status ? [wish(measures, part, met, `${at}/${name}/${index}`, question)] : [],
  );
  // to make all of them met is to make each met; to make any of them unmet is to make each unmet
  return (name === "all") === met ? together(blames) : cheapest(blames);
}

function wishReadings(
  measures: Measures,
  trace: Extract<Trace, { readonly readings: unknown }>,
  met: boolean,
  at: string,
): Blame {
  const wanted = met ? "met" : "unmet";
  const differ = trace.readings.some(({ status }) => status !== trace.readings[0]?.status);
  const blames = trace.readings.flatMap((reading, index) =>
    reading.status === wanted
      ? []
      : [wish(measures, reading.of, met, `${at}/readings/${index}/of`, differ ? trace.question : undefined)],
  );
  return trace.status === "unknown" ? together(blames) : cheapest(blames);
}

function together(blames: readonly Blame[]): Blame {
  return {
    cost: blames.reduce((sum, { cost }) => sum + cost, 0),
    culprits: blames.flatMap(({ culprits }) => culprits),
  };
}

function cheapest(blames: readonly Blame[]): Blame {
  return blames.reduce((least, one) => (one.cost < least.cost ? one : least), blames[0] ?? NOTHING);
}

function costOf(measures: Measures, leaf: LeafTrace): number {
  const measure = leaf.measure === undefined ? undefined : measures[leaf.measure];
  if (measure === undefined || !("counted" in measure) || typeof leaf.value !== "number" || leaf.value === 0) return 1;
  const shares = shortfalls(leaf, measure).map(({ amount, of }) => amount / of);
  return shares.length === 0 ? 1 : shares.reduce((sum, share) => sum + share, 0);
}

interface Shortfall {
  readonly amount: number;
  readonly unit: string;
  /** What is asked for. */
  readonly of: number;
  readonly slot?: string;
}

/** How much is missing, of an amount that must reach a number. */
function shortfalls(leaf: LeafTrace, measure: Amount): Shortfall[] {
  const asked = leaf.value as number;
  if (!leaf.operator.startsWith("greaterThan")) return [];
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
  { culprits }: Blame,
  requirement: string,
  route: string,
  status: "unmet" | "unknown",
): Gap[] {
  return culprits.flatMap(({ leaf }) => {
    const measure = leaf.measure === undefined ? undefined : measures[leaf.measure];
    if (measure === undefined || !("counted" in measure) || typeof leaf.value !== "number") return [];
    return shortfalls(leaf, measure).map(({ amount, unit, slot }): Gap => {
      // never less than is missing
      const rounded = Math.ceil(amount * 100 - 1e-6) / 100;
      const gap = { requirement, route, measure: leaf.measure as string, status, amount: rounded, unit };
      return slot === undefined ? gap : { ...gap, slot };
    });
  });
}
