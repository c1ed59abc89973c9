/**
 * Nodes that compare: an amount, a day or the place of residence.
 */
import type { Draft } from "../base/draft";
import { wrong } from "../base/errors";
import { placeLevel } from "../base/places";
import { comparisonOf, isNegative, type Level, MET, negate, truth, UNKNOWN, UNMET } from "../base/truth";
import { operatorRow } from "../model/operators";
import type { LeafTrace } from "../model/verdict";
import type { AmountLeaf, DayLeaf, DrawnDayLeaf, ResidenceLeaf, ResolvedLeaf } from "../rules/resolved";
import type { CompiledMeasure, Compiler, DaySource, Node } from "./compiled";
import { compareRanges, showDay } from "./day-range";
import { bitsOf } from "./measures/source";
import { drawnFor } from "./measures/table";
import { type NodeJudging, once, type UnnamedNode } from "./node";
import { BEYOND, needOf, type Obstacle, type Shortfall, shortfalls } from "./obstacle";
import { nameIn, type Run } from "./run";
import { findQuestions } from "./where";

/** Compiles a comparison. */
export function leafOf(compiler: Compiler, leaf: ResolvedLeaf): Node {
  switch (leaf.about) {
    case "amount": {
      const measure = compiler.measure(leaf.fact, leaf.params);
      return compiler.node(["leaf", measure.name, leaf.operator, leaf.value], (index) =>
        amountLeaf(index, measure, leaf),
      );
    }
    case "drawn-day": {
      const measure = compiler.measure(leaf.fact, leaf.params);
      const asked = compiler.day(leaf.value);
      return compiler.node(["leaf", measure.name, leaf.operator, asked.name], (index) =>
        drawnDayLeaf(index, measure, asked, leaf),
      );
    }
    case "day": {
      const [own, asked] = [compiler.day(leaf.day), compiler.day(leaf.value)];
      return compiler.node(["leaf", own.name, leaf.operator, asked.name], (index) => dayLeaf(index, own, asked, leaf));
    }
    case "residence":
      return compiler.node(["leaf", leaf], (index) => residenceLeaf(index, leaf));
  }
}

/** What is missing where no amount could be reached. */
const NOTHING: readonly Shortfall[] = Object.freeze([]);

function greatest(missing: readonly Shortfall[]): number {
  let most = 0;
  for (const { amount } of missing) if (amount > most) most = amount;
  return most;
}

/** A comparison without an amount that could be reached. */
function comparing(
  level: NodeJudging,
  leaf: ResolvedLeaf,
  measure: CompiledMeasure | undefined,
  lookUp: (run: Run) => unknown,
): UnnamedNode {
  return {
    level,
    distance: (run) => (level(run) === UNKNOWN ? 1 : BEYOND),
    obstacles: (run, _, { pointer, question }, found) => {
      found.push({ pointer, question, leaf, measure, missing: NOTHING, value: lookUp(run) });
    },
    amounts: () => undefined,
    hasReadings: measure?.hasReadings ?? false,
    questions: (run, found) => {
      if (measure === undefined || level(run) !== UNKNOWN) return;
      for (const { because } of measure.uncounted(run, drawnFor(run, measure))) {
        if (because.question !== undefined) found.add(because.question);
      }
      for (const where of measure.differing) findQuestions(run, bitsOf(run, where.of), where, found);
    },
    trace: (run) => traceOf(leaf, level(run), lookUp(run), measure && nameIn(run, measure)),
  };
}

function traceOf({ fact, operator }: ResolvedLeaf, level: Level, value: unknown, measure: string | undefined) {
  const trace: Draft<LeafTrace> = { status: truth(level), fact, operator, value };
  if (measure !== undefined) trace.measure = measure;
  return trace;
}

function dayLeaf(index: number, own: DaySource, asked: DaySource, leaf: DayLeaf): UnnamedNode {
  const compare = compareRanges(leaf.operator, asked);
  const level = once(index, (run) => compare(own.look(run), run));
  return comparing(level, leaf, undefined, (run) => showDay(asked.look(run)));
}

function drawnDayLeaf(index: number, measure: CompiledMeasure, asked: DaySource, leaf: DrawnDayLeaf): UnnamedNode {
  const compare = compareRanges(leaf.operator, asked);
  const level = once(index, (run) => compare(drawnFor(run, measure), run));
  return comparing(level, leaf, measure, (run) => showDay(asked.look(run)));
}

function residenceLeaf(index: number, leaf: ResidenceLeaf): UnnamedNode {
  const { operator, value } = leaf;
  const accepted: readonly string[] = typeof value === "string" ? [value] : value;
  const negative = isNegative(operator);
  const level = once(index, (run) => {
    const told: unknown = run.evidence.applicant.residence;
    if (told !== undefined && typeof told !== "string") throw wrong("wrong-type", "/residence", "a place", told);
    const at = told === undefined ? UNKNOWN : placeLevel(told, accepted);
    return negative ? negate(at) : at;
  });
  return comparing(level, leaf, undefined, () => value);
}

/** The traces of a comparison with a number: the same for all who come to the same, so that verdicts share them, frozen. */
const tracesOf = (leaf: AmountLeaf, measure: CompiledMeasure): readonly LeafTrace[] =>
  ([UNMET, UNKNOWN, MET] as const).map((level) => Object.freeze(traceOf(leaf, level, leaf.value, measure.name)));

/** Of alternatives that lack as many places, the one whose first places are filled is the nearest. */
const LATER = 1e-6;

function amountLeaf(index: number, measure: CompiledMeasure, leaf: AmountLeaf): UnnamedNode {
  const compare = comparisonOf(operatorRow(leaf.operator));
  const steps = Math.round(leaf.value * measure.stepsPerUnit);
  const level = once(index, (run) => {
    const { low, high } = drawnFor(run, measure);
    return compare(low, high, steps, steps);
  });
  const plain = comparing(level, leaf, measure, () => leaf.value);
  const need = needOf(leaf);
  if (need <= 0) return plain;
  const missingIn = (run: Run) => (run.missing[index] ??= shortfalls(measure, drawnFor(run, measure), need));
  const traces = tracesOf(leaf, measure);
  return {
    ...plain,
    trace: (run) => (run.label === "" ? (traces[level(run)] as LeafTrace) : plain.trace(run)),
    distance: (run, met) => {
      const missing = missingIn(run);
      if (missing.length === 0) return plain.distance(run, met);
      let sum = 0;
      for (const { amount, of, placesLeft = 0 } of missing) sum += amount / of + LATER * placesLeft;
      return sum;
    },
    obstacles: (run, _, { pointer, question }, found: Obstacle[]) => {
      found.push({ pointer, question, leaf, measure, missing: missingIn(run), value: leaf.value });
    },
    amounts: (_, found) => found.push({ measure, need }),
    amount: { measure, need, missing: (run) => greatest(missingIn(run)) },
  };
}
