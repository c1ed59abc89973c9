/**
 * Entries that would count: what an entry, and the people it names, would have to tell so that a condition holds.
 */
import { addMonths, dayNumber, isoDay } from "../base/calendar";
import { isOneOf } from "../base/lists";
import { agesIn } from "../evidence/ages";
import type { EntryFact } from "../evidence/entry-fact";
import type { Field } from "../evidence/field";
import { placements } from "../evidence/fields";
import type { ToldFields } from "../evidence/told";
import type { AgeRange, CollectionName, Day, ToldAges } from "../model/applicant";
import { type Operator, type Order, operatorRow } from "../model/operators";
import { spanOf } from "../rules/cycle";
import type { EntryLeaf, ResolvedDay, ResolvedWhere } from "../rules/resolved";

/** An entry and the people it names, each as far as a condition asks. */
export interface Suitable {
  /** The entry. */
  readonly entry: ToldFields;
  /** The people, by the field that names them. */
  readonly people: Readonly<Record<string, ToldFields>>;
}

/** For which entry values are made up. */
export interface Setting {
  /** The collection. */
  readonly of: CollectionName;
  /** The day of the entry. */
  readonly on: number;
  /** Associations that an entry may name. */
  readonly associations: readonly string[];
}

/**
 * Makes up entries for which a condition holds, the plainest first.
 *
 * Days that lie in the past are not made up where the entry is placed by them: such an entry would have to be older.
 *
 * @param of - The collection.
 * @param conditions - What must hold, all of it.
 * @param on - The day of the entry, in days since 1970-01-01.
 * @param associations - Associations that an entry may name where any will do, the likeliest first.
 */
export function suitableEntries(
  of: CollectionName,
  conditions: readonly ResolvedWhere[],
  on: number,
  associations: readonly string[],
): Iterable<Suitable> {
  const { day, period } = placements[of];
  const placed = period ? {} : day === undefined ? {} : { [day]: isoDay(on) };
  return each({ of, on, associations }, conditions, true, { entry: placed, people: {} });
}

function* each(
  setting: Setting,
  conditions: readonly ResolvedWhere[],
  wanted: boolean,
  told: Suitable,
): Iterable<Suitable> {
  const [first, ...rest] = conditions;
  if (first === undefined) {
    yield told;
    return;
  }
  for (const one of made(setting, first, wanted, told)) yield* each(setting, rest, wanted, one);
}

function* made(setting: Setting, condition: ResolvedWhere, wanted: boolean, told: Suitable): Iterable<Suitable> {
  if ("not" in condition) yield* made(setting, condition.not, !wanted, told);
  else if ("of" in condition) yield* made(setting, condition.of, wanted, told);
  else if ("readings" in condition) {
    // whichever the association reads
    const parts = condition.readings.map((reading) => reading.of);
    yield* each(setting, parts, wanted, told);
  } else if ("all" in condition || "any" in condition) {
    const parts = "all" in condition ? condition.all : condition.any;
    if ("all" in condition === wanted) yield* each(setting, parts, wanted, told);
    else for (const part of parts) yield* made(setting, part, wanted, told);
  } else yield* telling(setting, condition, wanted, told);
}

function* telling(setting: Setting, leaf: EntryLeaf, wanted: boolean, told: Suitable): Iterable<Suitable> {
  const { name, of } = fieldFor(leaf.from);
  const known = of === undefined ? told.entry[name] : told.people[name]?.[of];
  for (const value of valuesFor(setting, leaf, wanted, known)) {
    yield of === undefined
      ? { ...told, entry: name === "" ? told.entry : { ...told.entry, [name]: value } }
      : { ...told, people: { ...told.people, [name]: { ...told.people[name], [of]: value } } };
  }
}

/** The field in which a fact is told: of the entry, or of the person whom the entry names; none for the day of the entry. */
export function fieldFor({ from, name, of }: EntryFact): { readonly name: string; readonly of?: string } {
  if (from === "earned") return { name: "" };
  if (from === "held") return { name, of: "endorsements" };
  if (from === "validUntil") return { name: "until" };
  return of === undefined ? { name } : { name, of };
}

/**
 * Lists values by which a comparison holds, or does not; none where there can be none.
 *
 * @param known - What is told already; a list may be told more.
 */
export function valuesFor(setting: Setting, leaf: EntryLeaf, wanted: boolean, known: unknown): readonly unknown[] {
  const { operator, from } = leaf;
  switch (leaf.compares) {
    case "boolean":
      return agreeing(known, [(operator === "equal") === (leaf.value === wanted)]);
    case "number":
      return known === undefined ? numbers(from.field, holdsFor(operator, wanted), leaf.value) : [known];
    case "words": {
      const list = from.from === "held" ? standings : lists;
      return list(operator, leaf.value, wanted, known as never);
    }
    case "ages":
      return wanted ? ages(leaf.value, known as ToldAges | undefined) : [];
    case "day":
      return days(setting, from, holdsFor(operator, wanted), leaf.value, known);
    default:
      return agreeing(known, words(vocabularyOf(setting, from.field), holdsFor(operator, wanted), leaf.value));
  }
}

/** The orders in which a comparison holds, or does not. */
function holdsFor(operator: Operator, wanted: boolean): readonly Order[] {
  const { holds = [] } = operatorRow(operator);
  return wanted ? holds : (["<", "=", ">"] as const).filter((order) => !holds.includes(order));
}

const agreeing = (known: unknown, values: readonly unknown[]) =>
  known === undefined ? values : values.filter((value) => value === known);

const vocabularyOf = ({ associations }: Setting, { type, words: vocabulary = [] }: Field) =>
  type === "association" ? associations : vocabulary;

function words(vocabulary: readonly string[], holds: readonly Order[], value: string | readonly string[]) {
  const named = typeof value === "string" ? [value] : value;
  return holds.includes("=") ? named : vocabulary.filter((word) => !named.includes(word));
}

function lists(operator: Operator, value: readonly string[], wanted: boolean, known: readonly string[] = []) {
  const including = (some: readonly string[]) => [...new Set([...known, ...some])];
  if (!wanted) return known.some((word) => value.includes(word)) ? [] : [known];
  return operator === "includesAny" ? value.map((word) => including([word])) : [including(value)];
}

function standings(operator: Operator, held: readonly string[], wanted: boolean, known: readonly ToldFields[] = []) {
  const standing = (word: string): ToldFields => {
    const [category, status] = word.split(":");
    return status === undefined ? { category } : { category, status };
  };
  if (!wanted) return known.some(({ category }) => isOneOf(held, category)) ? [] : [known];
  return operator === "includesAny"
    ? held.map((word) => [...known, standing(word)])
    : [[...known, ...held.map(standing)]];
}

function numbers(
  { most = Infinity, least = 0, whole }: Field,
  holds: readonly Order[],
  value: number,
): readonly number[] {
  const step = whole ? 1 : 0.01;
  const wanted = holds.includes("=") ? value : holds.includes(">") ? value + step : value - step;
  return wanted >= least && wanted <= most ? [wanted] : [];
}

function ages([from, to]: AgeRange, known: ToldAges | undefined): readonly AgeRange[] {
  const told = known === undefined ? [] : agesIn(known).flat();
  return [[Math.min(from, ...told), Math.max(to, ...told)]];
}

function days({ on }: Setting, { from }: EntryFact, holds: readonly Order[], value: Day | ResolvedDay, known: unknown) {
  // the day of the entry is what it is
  const told = from === "earned" ? isoDay(on) : (known as Day | undefined);
  if (told !== undefined) return holdsOn(dayNumber(told), holds, value, on) ? [told] : [];
  const day = dayOf(value, on);
  if (day === undefined) return [];
  if (holds.includes(">")) return [isoDay(Math.max(day, on) + A_YEAR)];
  return [isoDay(holds.includes("=") ? day : day - 1)];
}

const A_YEAR = 365;

function holdsOn(day: number, holds: readonly Order[], value: Day | ResolvedDay, on: number): boolean {
  const other = dayOf(value, on);
  return other === undefined || holds.includes(day < other ? "<" : day > other ? ">" : "=");
}

/** The day that a value stands for on the day of the entry; nothing where other evidence decides it. */
function dayOf(value: Day | ResolvedDay, on: number): number | undefined {
  if (typeof value === "string") return dayNumber(value);
  switch (value.fact) {
    case "asOf":
    case "applicationStarted":
      return addMonths(on, value.plusMonths);
    case "cycle.start":
    case "cycle.end": {
      const [start, end] = spanOf(value.cycle, on);
      return addMonths(value.fact === "cycle.start" ? start : end, value.plusMonths);
    }
    default:
      return undefined;
  }
}
