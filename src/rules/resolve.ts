/**
 * Spells named conditions out and fills the facts of the pathway in.
 */

import type { AssociationId } from "../model/applicant";
import type { Condition, FactValue, Leaf, MeasureParams, Slot, Value } from "../model/language";
import type { Cycle, Equivalence, NamedCondition, Pathway } from "../model/rulebook";
import type {
  Resolved,
  ResolvedDay,
  ResolvedEquivalence,
  ResolvedParams,
  ResolvedSlot,
  ResolvedValue,
} from "./resolved";

/** What conditions refer to. */
export interface Names {
  /** Named conditions in force. */
  readonly conditions: ReadonlyMap<string, NamedCondition>;
  /** Equivalences in force. */
  readonly equivalences: ReadonlyMap<string, Equivalence>;
  /** The readings chosen, by question. */
  readonly choices: Readonly<Record<string, string>>;
  /** The association by whose rules is judged. */
  readonly association: AssociationId | undefined;
  /** The pathway judged, with the cycle in force. */
  readonly pathway: Pick<Pathway, "id" | "ageBand"> & { readonly cycle?: Cycle };
}

/**
 * Resolves a condition.
 *
 * @throws TypeError for a name that is not in force; rulebooks are checked for that at load.
 */
export function resolve(names: Names, condition: Condition): Resolved {
  if ("all" in condition) return { all: condition.all.map((part) => resolve(names, part)) };
  if ("any" in condition) return { any: condition.any.map((part) => resolve(names, part)) };
  if ("not" in condition) return { not: resolve(names, condition.not) };
  if ("condition" in condition) {
    const { id, title, conditions } = find(names.conditions, condition.condition);
    return { condition: id, title, of: resolve(names, conditions) };
  }
  if ("readings" in condition) {
    const chosen = condition.readings.find(({ id }) => id === names.choices[condition.question.id]);
    if (chosen !== undefined) return resolve(names, chosen.conditions);
    const readings = condition.readings.map(({ id, title, conditions }) => ({
      id,
      title,
      of: resolve(names, conditions),
    }));
    return { readings, question: condition.question };
  }
  return resolveLeaf(names, condition);
}

function find<T>(all: ReadonlyMap<string, T>, id: string): T {
  const found = all.get(id);
  if (found === undefined) throw new TypeError(`nothing named ${id} is in force`);
  return found;
}

function resolveLeaf(names: Names, written: Leaf): Resolved {
  const { fact, operator, value, params } = written;
  if (isFact(value, "pathway.ageBand")) return resolveAges(names, written);
  if (isFact(value, "association")) return resolveOwn(names, written);
  const leaf = { fact, operator, value: resolveValue(names, value) };
  if (params !== undefined && "of" in params) return { ...leaf, params: resolveParams(names, params) };
  const day = resolveDayFact(names, { fact, params } as FactValue);
  return day === undefined ? leaf : { ...leaf, params: day };
}

const isFact = (value: Value, fact: string) => typeof value === "object" && "fact" in value && value.fact === fact;

/** Compares with the association by whose rules is judged; without one, any may be the applicant's own. */
function resolveOwn({ association }: Names, { fact, operator }: Leaf): Resolved {
  return association === undefined ? { all: [] } : { fact, operator, value: association };
}

/** Compares ages with the pathway's age band, in every reading of it that the association leaves open. */
function resolveAges({ pathway, choices }: Names, { fact, operator }: Leaf): Resolved {
  const { ageBand } = pathway;
  if (!("readings" in ageBand)) return { fact, operator, value: ageBand };
  const { readings, question } = ageBand;
  const parts = readings.map(({ id, title, ageBand: value }) => ({ id, title, of: { fact, operator, value } }));
  const chosen = parts.find(({ id }) => id === choices[question.id]);
  return chosen === undefined ? { readings: parts, question } : chosen.of;
}

function resolveValue(names: Names, value: Value): ResolvedValue {
  if (typeof value !== "object" || Array.isArray(value)) return value as ResolvedValue;
  const looked = value as FactValue;
  if (looked.fact === "pathway.id") return names.pathway.id;
  return resolveDay(names, looked);
}

function resolveDay(names: Names, { fact, params }: FactValue): ResolvedDay {
  if (fact === "earliest" || fact === "latest") {
    return { fact, params: resolveParams(names, params as MeasureParams) };
  }
  return resolveDayFact(names, { fact, params } as FactValue) as ResolvedDay;
}

/** Resolves a day that belongs to no collection; nothing for any other fact. */
function resolveDayFact({ pathway }: Names, { fact, params }: FactValue): ResolvedDay | undefined {
  const { plusMonths = 0 } = (params ?? {}) as { plusMonths?: number };
  switch (fact) {
    case "asOf":
      return { fact, plusMonths };
    case "applicationStarted":
      return { fact, plusMonths, pathway: pathway.id };
    case "cycle.start":
    case "cycle.end":
      if (pathway.cycle === undefined) throw new TypeError(`${pathway.id} has no cycle`);
      return { fact, plusMonths, cycle: pathway.cycle };
    default:
      return undefined;
  }
}

function resolveParams(names: Names, params: MeasureParams): ResolvedParams {
  const { where, during, equivalences, slots, ...rest } = params;
  return {
    ...rest,
    ...(where && { where: resolve(names, where) }),
    ...(during && { during: resolveDuring(names, during) }),
    ...(equivalences && { equivalences: equivalences.map((id) => resolveEquivalence(names, id)) }),
    ...(slots && { slots: slots.map((slot) => resolveSlot(names, slot)) }),
  };
}

function resolveDuring(names: Names, { from, to }: NonNullable<MeasureParams["during"]>) {
  const end = (day: string | FactValue) => (typeof day === "string" ? day : resolveDay(names, day));
  return { ...(from && { from: end(from) }), ...(to && { to: end(to) }) };
}

function resolveEquivalence(names: Names, id: string): ResolvedEquivalence {
  const { where, atMost, fullTimeEquivalent } = find(names.equivalences, id);
  return {
    id,
    where: resolve(names, where),
    ...(atMost !== undefined && { atMost }),
    ...(fullTimeEquivalent !== undefined && { fullTimeEquivalent }),
  };
}

function resolveSlot(names: Names, { id, title, where, atLeast = 1 }: Slot): ResolvedSlot {
  return { id, ...(title && { title }), ...(where && { where: resolve(names, where) }), atLeast };
}
