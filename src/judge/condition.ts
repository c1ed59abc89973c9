/**
 * Conditions of a requirement: compiled to what judges them in three-valued logic, says what stands in the way, and
 * tells what became of each part.
 */
import type { Draft } from "../base/draft";
import { wrong } from "../base/errors";
import { placeLevel } from "../base/places";
import { fold } from "../base/tree";
import { comparisonOf, isNegative, type Level, MET, negate, truth, UNKNOWN, UNMET } from "../base/truth";
import { operatorRow } from "../model/operators";
import type { LeafTrace, ReadingTrace } from "../model/verdict";
import type { AmountLeaf, DayLeaf, DrawnDayLeaf, ResidenceLeaf, Resolved, ResolvedLeaf } from "../rules/resolved";
import type { CompiledMeasure, Compiler, DaySource, Node, ObstaclePlace } from "./compiled";
import { compareRanges, showDay } from "./day-range";
import { bitsOf } from "./measures/source";
import { drawnFor } from "./measures/table";
import { BEYOND, fills, needOf, type Obstacle, type Shortfall, shortfalls } from "./obstacle";
import { nameIn, type Run } from "./run";
import { findQuestions } from "./where";

/** A node while it is made: its name is known once it is. */
type Part = Omit<Node, "name">;
type Judging = Node["level"];

/** Compiles a condition of a requirement: what is written the same is compiled once. */
export const compileNode = (compiler: Compiler, condition: Resolved): Node =>
  fold<Resolved, Node>(condition, {
    all: (parts) => compiler.node(["all", ...names(parts)], (index) => allOf(index, parts)),
    any: (parts) => compiler.node(["any", ...names(parts)], (index) => anyOf(index, parts)),
    not: (part) => compiler.node(["not", part.name], () => notOf(part)),
    named: (part, { condition: id }) => compiler.node(["named", id, part.name], () => namedOf(part, id)),
    readings: (parts, { readings, question }) => {
      const ids = readings.map(({ id }) => id);
      return compiler.node(["readings", question.id, ...ids, ...names(parts)], (index) =>
        readingsOf(index, parts, ids, question.id),
      );
    },
    leaf: (leaf) => leafOf(compiler, leaf),
  });

const names = (parts: readonly Node[]) => parts.map(({ name }) => name);

/** Judges once a run. */
const once =
  (index: number, judge: Judging): Judging =>
  (run) =>
    (run.levels[index] ??= judge(run));

/** A place below another one; where places are not asked for, the same. */
const below = (at: ObstaclePlace, pointer: string): ObstaclePlace =>
  at.pointer === undefined ? at : { pointer: `${at.pointer}${pointer}`, question: at.question };

function allOf(index: number, parts: readonly Node[]): Part {
  const level = once(index, (run) => {
    let least: Level = MET;
    for (const part of parts) {
      const own = part.level(run);
      if (own === UNMET) return UNMET;
      if (own < least) least = own;
    }
    return least;
  });
  return {
    level,
    ...joining(level, parts, true, "/all"),
    amounts: (run, found) => parts.forEach((part) => part.amounts(run, found)),
    trace: (run) => ({ status: truth(level(run)), all: parts.map((part) => part.trace(run)) }),
  };
}

function anyOf(index: number, parts: readonly Node[]): Part {
  const level = once(index, (run) => {
    let greatest: Level = UNMET;
    for (const part of parts) {
      const own = part.level(run);
      if (own === MET) return MET;
      if (own > greatest) greatest = own;
    }
    return greatest;
  });
  return {
    level,
    ...joining(level, parts, false, "/any"),
    amounts: (run, found) => {
      const own = level(run);
      const met = own === MET ? parts.find((part) => part.level(run) === MET) : undefined;
      (met ?? parts[nearestAt(run, parts, own, true)])?.amounts(run, found);
    },
    trace: (run) => ({ status: truth(level(run)), any: parts.map((part) => part.trace(run)) }),
  };
}

/** The part of a level that is the least far; ties in rule order. What is unmet is explained by what is unmet. */
function nearestAt(run: Run, parts: readonly Node[], level: Level, met: boolean): number {
  let nearest = -1;
  let least = Infinity;
  for (let at = 0; at < parts.length; at++) {
    const part = parts[at] as Node;
    if (part.level(run) !== level) continue;
    const distance = part.distance(run, met);
    if (nearest >= 0 && distance >= least) continue;
    nearest = at;
    least = distance;
  }
  return nearest;
}

/** What `all` and `any` have in common. */
type Joined = Pick<Part, "distance" | "obstacles" | "hasReadings" | "questions">;

/** @param isAll - To make all of them met is to make each met; to make any of them unmet is to make each unmet. */
function joining(level: Judging, parts: readonly Node[], isAll: boolean, pointer: string): Joined {
  const fillers = parts.map((part) => parts.filter((other) => other !== part && fills(other.amount, part.amount)));
  return {
    distance: (run, met) => {
      const own = level(run);
      if (isAll !== met) {
        const nearest = parts[nearestAt(run, parts, own, met)];
        return nearest === undefined ? 0 : nearest.distance(run, met);
      }
      let sum = 0;
      for (let at = 0; at < parts.length; at++) {
        const part = parts[at] as Node;
        if (part.level(run) === own)
          sum += met ? farFrom(run, part, fillers[at] as Node[], own) : part.distance(run, met);
      }
      return sum;
    },
    obstacles: (run, met, at, found) => {
      const own = level(run);
      const nearest = isAll === met ? -1 : nearestAt(run, parts, own, met);
      parts.forEach((part, index) => {
        const isChosen = isAll === met ? part.level(run) === own : index === nearest;
        if (isChosen) part.obstacles(run, met, below(at, `${pointer}/${index}`), found);
      });
    },
    ...asking(level, parts),
  };
}

/** How far a part is: what the evidence fills as well that another part is missing is not missing twice. */
function farFrom(run: Run, part: Node, fillers: readonly Node[], level: Level): number {
  const { amount } = part;
  let filled = 0;
  for (const other of fillers) {
    if (other.level(run) === level) filled = Math.max(filled, other.amount?.missing(run) ?? 0);
  }
  if (amount === undefined || filled === 0) return part.distance(run, true);
  return Math.max(0, amount.missing(run) - filled) / amount.need;
}

/** The questions whose readings leave a condition unknown are those of its unknown parts. */
function asking(level: Judging, parts: readonly Node[]): Pick<Part, "hasReadings" | "questions"> {
  return {
    hasReadings: parts.some(({ hasReadings }) => hasReadings),
    questions: (run, found) => {
      if (level(run) !== UNKNOWN) return;
      for (const part of parts) if (part.hasReadings) part.questions(run, found);
    },
  };
}

function notOf(part: Node): Part {
  return {
    level: (run) => negate(part.level(run)),
    distance: (run, met) => part.distance(run, !met),
    obstacles: (run, met, at, found) => part.obstacles(run, !met, below(at, "/not"), found),
    amounts: () => undefined,
    hasReadings: part.hasReadings,
    questions: part.questions,
    trace: (run) => ({ status: truth(negate(part.level(run))), not: part.trace(run) }),
  };
}

function namedOf(part: Node, condition: string): Part {
  const { name: _, amount: __, ...same } = part;
  return {
    ...same,
    obstacles: (run, met, at, found) => part.obstacles(run, met, below(at, "/of"), found),
    trace: (run) => {
      const of = part.trace(run);
      return { status: of.status, condition, of };
    },
  };
}

function readingsOf(index: number, parts: readonly Node[], ids: readonly string[], question: string): Part {
  const level = once(index, (run) => {
    const first = (parts[0] as Node).level(run);
    return parts.every((part) => part.level(run) === first) ? first : UNKNOWN;
  });
  const differ = (run: Run) => parts.some((part) => part.level(run) !== (parts[0] as Node).level(run));
  /** Those that are not what they should be. */
  const open = (run: Run, met: boolean) => parts.filter((part) => part.level(run) !== (met ? MET : UNMET));
  return {
    level,
    distance: (run, met) => {
      const far = open(run, met).map((part) => part.distance(run, met));
      if (level(run) === UNKNOWN) return far.reduce((sum, one) => sum + one, 0);
      return far.length === 0 ? 0 : Math.min(...far);
    },
    obstacles: (run, met, at, found) => {
      const own = level(run);
      const asked = { pointer: at.pointer, question: differ(run) ? question : undefined };
      const nearest = own === UNKNOWN ? -1 : nearestAt(run, parts, own, met);
      const wanted = met ? MET : UNMET;
      parts.forEach((part, index) => {
        const isChosen = own === UNKNOWN ? part.level(run) !== wanted : index === nearest && own !== wanted;
        if (isChosen) part.obstacles(run, met, below(asked, `/readings/${index}/of`), found);
      });
    },
    hasReadings: true,
    questions: (run, found) => {
      if (level(run) !== UNKNOWN) return;
      if (differ(run)) found.add(question);
      for (const part of parts) if (part.hasReadings) part.questions(run, found);
    },
    // what one reading leaves open is what there is to reach
    amounts: (run, found) => (open(run, true)[0] ?? parts[0])?.amounts(run, found),
    trace: (run) => ({
      status: truth(level(run)),
      question,
      readings: parts.map((part, at): ReadingTrace => {
        const of = part.trace(run);
        return { status: of.status, id: ids[at] as string, of };
      }),
    }),
  };
}

function leafOf(compiler: Compiler, leaf: ResolvedLeaf): Node {
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
  level: Judging,
  leaf: ResolvedLeaf,
  measure: CompiledMeasure | undefined,
  lookUp: (run: Run) => unknown,
): Part {
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

function dayLeaf(index: number, own: DaySource, asked: DaySource, leaf: DayLeaf): Part {
  const compare = compareRanges(leaf.operator, asked);
  const level = once(index, (run) => compare(own.look(run), run));
  return comparing(level, leaf, undefined, (run) => showDay(asked.look(run)));
}

function drawnDayLeaf(index: number, measure: CompiledMeasure, asked: DaySource, leaf: DrawnDayLeaf): Part {
  const compare = compareRanges(leaf.operator, asked);
  const level = once(index, (run) => compare(drawnFor(run, measure), run));
  return comparing(level, leaf, measure, (run) => showDay(asked.look(run)));
}

function residenceLeaf(index: number, leaf: ResidenceLeaf): Part {
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

function amountLeaf(index: number, measure: CompiledMeasure, leaf: AmountLeaf): Part {
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
