/**
 * Spells named conditions out, fills the facts of the pathway in, and reads each comparison by what it compares.
 */
import { type Folds, fold } from "../base/tree";
import { entryFact } from "../evidence/entry-fact";
import type { Field } from "../evidence/field";
import type { AgeRange, CollectionName, Day } from "../model/applicant";
import { gives, isDayFact, isMeasureFact } from "../model/facts";
import type { Condition, During, FactValue, Leaf, MeasureParams, Slot } from "../model/language";
import { isLookedUp, readComparison, type WrittenComparison } from "./comparison";
import type { Names } from "./names";
import type {
  EntryLeaf,
  Resolved,
  ResolvedDay,
  ResolvedEquivalence,
  ResolvedLeaf,
  ResolvedParams,
  ResolvedSlot,
  ResolvedTree,
  ResolvedWhere,
} from "./resolved";
import { asQuestion, conditionOf, dependingOn, spreadAmong } from "./written";

/**
 * Resolves a condition of a requirement.
 *
 * @throws TypeError for what is not in force or fits no fact; rulebooks are checked for that at load.
 */
export const resolve = (names: Names, condition: Condition): Resolved =>
  resolveTree(names, condition, "requirement", (leaf) => resolveLeaf(names, leaf));

/** Resolves a condition on the entries of a collection. */
export const resolveWhere = (names: Names, of: CollectionName, condition: Condition): ResolvedWhere =>
  resolveTree(names, condition, of, (leaf) => resolveEntryLeaf(names, of, leaf));

function resolveTree<L extends object>(
  names: Names,
  condition: Condition,
  kind: CollectionName | "requirement",
  leaf: (leaf: Leaf) => ResolvedTree<L>,
): ResolvedTree<L> {
  const named = (id: string): ResolvedTree<L> => {
    const one = find(names.conditions, id);
    return names.once(`${kind} named`, one, () => ({ condition: id, title: one.title, of: spell(one.conditions) }));
  };
  const folds: Folds<Condition, ResolvedTree<L>> = {
    all: (all) => ({ all }),
    any: (any) => ({ any }),
    not: (not) => ({ not }),
    named: (_, { condition: id }) => named(id),
    readings: (parts, { question, readings }) => {
      const of = new Map(Object.keys(readings).map((id, at) => [id, parts[at]]));
      return inReadings(names, question, (id) => of.get(id));
    },
    leaf: (written) => {
      const depending = dependingOn(written);
      if (depending !== undefined) {
        const { question, readings } = depending;
        return inReadings(names, question, (id) => readings[id] && spell(readings[id]));
      }
      const plain = written as Leaf;
      const spread = spreadAmong(plain);
      return spread === undefined ? leaf(plain) : spell(spread);
    },
  };
  const spell = (part: Condition): ResolvedTree<L> =>
    "condition" in part ? named(part.condition) : names.once(kind, part, () => fold(part, folds));
  return spell(condition);
}

/** Takes the reading that was chosen, else all of them. */
function inReadings<L extends object>(
  { questions, choices }: Names,
  question: string,
  resolveIn: (reading: string) => ResolvedTree<L> | undefined,
): ResolvedTree<L> {
  const { readings = [], ...asked } = find(questions, question);
  const of = (id: string): ResolvedTree<L> => {
    const part = resolveIn(id);
    if (part === undefined) throw new TypeError(`nothing is said of the reading ${id} of ${question}`);
    return part;
  };
  const chosen = readings.find(({ id }) => id === choices[question]);
  if (chosen !== undefined) return of(chosen.id);
  return { readings: readings.map(({ id, title }) => ({ id, title, of: of(id) })), question: asQuestion(asked) };
}

function find<T>(all: ReadonlyMap<string, T>, id: string): T {
  const found = all.get(id);
  if (found === undefined) throw new TypeError(`nothing named ${id} is in force`);
  return found;
}

function comparisonOf(field: Field, leaf: Leaf): WrittenComparison {
  const comparison = readComparison(field, leaf);
  if ("wrong" in comparison) throw new TypeError(`${leaf.operator} of ${leaf.fact} needs ${comparison.expected}`);
  return comparison;
}

function resolveLeaf(names: Names, leaf: Leaf): ResolvedLeaf {
  const { fact, params } = leaf;
  const field = factField(fact);
  const comparison = comparisonOf(field, leaf);
  if (comparison.compares === "number" && isMeasureFact(fact) && gives(fact, "amount")) {
    const { operator, value } = comparison;
    return { about: "amount", fact, params: paramsOf(names, leaf), operator, value };
  }
  if (comparison.compares === "day") {
    const { operator } = comparison;
    const value = resolveEnd(names, comparison.value);
    if (isMeasureFact(fact) && gives(fact, "day")) {
      return { about: "drawn-day", fact, params: paramsOf(names, leaf), operator, value };
    }
    if (isDayFact(fact)) {
      return { about: "day", fact, day: resolveDay(names, { fact, ...(params && { params }) }), operator, value };
    }
  }
  if (comparison.compares === "word" && fact === "residence") {
    const value = resolveWord(names, comparison.value);
    if (value !== undefined) return { about: "residence", fact, operator: comparison.operator, value };
  }
  throw new TypeError(`a requirement has no fact ${fact}`);
}

/** What a fact of a requirement is. */
function factField(fact: string): Field {
  if (isDayFact(fact) || (isMeasureFact(fact) && gives(fact, "day"))) return { type: "day" };
  return fact === "residence" ? { type: "place" } : { type: "number", least: 0 };
}

function resolveEntryLeaf(names: Names, of: CollectionName, leaf: Leaf): ResolvedWhere {
  const from = entryFact(of, leaf.fact);
  if (from === undefined) throw new TypeError(`${of} has no ${leaf.fact}`);
  const comparison = comparisonOf(from.field, leaf);
  const { fact } = leaf;
  switch (comparison.compares) {
    case "ages":
      return resolveAges(names, comparison, { fact, from });
    case "day":
      return { ...comparison, fact, from, value: closedDay(names, of, leaf) ?? resolveEnd(names, comparison.value) };
    case "word": {
      const value = resolveWord(names, comparison.value);
      // without an association, any may be the applicant's own
      return value === undefined ? { all: [] } : { ...comparison, fact, from, value };
    }
    default:
      return { ...comparison, fact, from };
  }
}

/** What was held when the cycle that is judged closed can be renewed until filing for it closes. */
function closedDay(names: Names, of: CollectionName, { fact, value }: Leaf): Day | undefined {
  const isToday = typeof value === "object" && "fact" in value && value.fact === "asOf" && value.params === undefined;
  return of === "credentials" && fact === "until" && isToday ? names.pathway.cycle?.on : undefined;
}

/** Fills in the pathway's id, and the association by whose rules is judged; nothing where there is none. */
function resolveWord(names: Names, value: Extract<WrittenComparison, { readonly compares: "word" }>["value"]) {
  if (typeof value !== "object" || !("fact" in value)) return value;
  if (value.fact === "pathway.id") return names.pathway.id;
  const { association } = names;
  // the base is the Alliance's, of the United States
  return value.fact === "association.country" ? (association ?? HOME).slice(0, 2).toUpperCase() : association;
}

const HOME = "us";

/** Compares ages with the pathway's age band, in every reading of it that the association leaves open. */
function resolveAges(
  names: Names,
  { compares, operator, value }: Extract<WrittenComparison, { readonly compares: "ages" }>,
  asked: Pick<EntryLeaf, "fact" | "from">,
): ResolvedWhere {
  const compared = (band: AgeRange): EntryLeaf => ({ ...asked, compares, operator, value: band });
  if (!("fact" in value)) return compared(value);
  const { ageBand } = names.pathway;
  if (!("readings" in ageBand)) return compared(ageBand);
  const { question, readings } = ageBand;
  return inReadings(names, question, (id) => readings[id] && compared(readings[id]));
}

/** Resolves a day that is written, or looked up. */
const resolveEnd = (names: Names, value: Day | FactValue): Day | ResolvedDay =>
  isLookedUp(value) ? resolveDay(names, value) : value;

/** Resolves a day that is looked up. */
export function resolveDay(names: Names, { fact, params }: FactValue): ResolvedDay {
  if (params !== undefined && "of" in params && isMeasureFact(fact) && gives(fact, "day")) {
    return { fact, params: resolveParams(names, params) };
  }
  const { plusMonths = 0 } = params !== undefined && "plusMonths" in params ? params : {};
  if (fact === "asOf") return { fact, plusMonths };
  const { id, cycle } = names.pathway;
  switch (fact) {
    case "applicationStarted":
      return { fact, plusMonths, pathway: id };
    case "cycle.start":
    case "cycle.end":
      if (cycle === undefined) throw new TypeError(`${id} has no cycle`);
      return { fact, plusMonths, cycle };
    default:
      throw new TypeError(`${fact} is no day`);
  }
}

function paramsOf(names: Names, { fact, params }: Leaf): ResolvedParams {
  if (params === undefined || !("of" in params)) throw new TypeError(`${fact} is drawn from a collection`);
  return resolveParams(names, params);
}

/** Resolves what a measure is drawn from. */
export function resolveParams(names: Names, params: MeasureParams): ResolvedParams {
  const { of, where, during, equivalences, slots, among: _, ...rest } = params;
  return {
    of,
    ...rest,
    ...(where && { where: resolveWhere(names, of, conditionOf(where)) }),
    ...(during && { during: resolveDuring(names, during) }),
    ...(equivalences && { equivalences: equivalences.map((id) => resolveEquivalence(names, of, id)) }),
    ...(slots && { slots: slots.map((slot) => resolveSlot(names, of, slot)) }),
  };
}

const CYCLE: During = { from: { fact: "cycle.start" }, to: { fact: "cycle.end" } };

function resolveDuring(names: Names, during: During | "cycle") {
  const { from, to } = during === "cycle" ? CYCLE : during;
  return { ...(from && { from: resolveEnd(names, from) }), ...(to && { to: resolveEnd(names, to) }) };
}

function resolveEquivalence(names: Names, of: CollectionName, id: string): ResolvedEquivalence {
  const { where, atMost, fullTimeEquivalent } = find(names.equivalences, id);
  return {
    id,
    where: resolveWhere(names, of, conditionOf(where)),
    ...(atMost !== undefined && { atMost }),
    ...(fullTimeEquivalent !== undefined && { fullTimeEquivalent }),
  };
}

function resolveSlot(names: Names, of: CollectionName, { id, title, where, atLeast = 1 }: Slot): ResolvedSlot {
  return { id, ...(title && { title }), ...(where && { where: resolveWhere(names, of, conditionOf(where)) }), atLeast };
}
