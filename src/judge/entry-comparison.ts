/**
 * Comparisons of one entry: each reads what it asks for and judges it, or says that it was not told.
 */

import { isExact } from "../base/calendar";
import { wrong } from "../base/errors";
import { deepFreeze } from "../base/freeze";
import { liesIn } from "../base/places";
import { comparisonOf, isNegative, type Level, MET, UNKNOWN, UNMET } from "../base/truth";
import type { EntryFact } from "../evidence/entry-fact";
import { presumedOf } from "../evidence/field";
import { REFUSALS } from "../evidence/fields";
import { validUntil } from "../evidence/membership";
import { type Entry, nameOf, type PresumedField, pointerTo, presume, readDay, readLastDay } from "../evidence/read";
import type { Standings } from "../evidence/standing";
import { type Held, heldDuring, heldOf, standingOf } from "../evidence/standing";
import type { AgeRange, CollectionName } from "../model/applicant";
import { type OperatorOn, operatorRow } from "../model/operators";
import type { Reason } from "../model/verdict";
import type { EntryLeaf } from "../rules/resolved";
import type { Compiler, DaySource } from "./compiled";
import { compareDays, showDay } from "./day-range";
import { impreciseAs } from "./measures/source";
import { type PersonField, personIn, type Run } from "./run";
import { each, PAST, type WhereParts } from "./where";

/** Reads what a leaf asks of an entry; nothing where it was not told. */
type Read<T> = (entry: Entry, run: Run) => T | undefined;

/** Compiles a comparison of one entry. */
export function compileEntryLeaf(compiler: Compiler, of: CollectionName, leaf: EntryLeaf, name: string): WhereParts {
  const day = leaf.compares === "day" ? compiler.day(leaf.value) : undefined;
  const column = compiler.leafColumn(of, name, leafJudge(compiler, of, leaf));
  const { fact, from, operator, value } = leaf;
  const fails: Reason = deepFreeze({ code: "condition", fact, operator, value });
  const notTold: Reason = Object.freeze({ code: "not-told", fact });
  const crosses: Reason = Object.freeze({ code: "crosses", fact });
  const person = compiler.person(of, from.name);
  const isTold = toldOf(from, person);
  const vagueIn = vagueOf(from, person);
  const open = (entry: Entry, run: Run) => {
    if (!isTold(entry, run)) return notTold;
    const told = vagueIn(entry, run);
    return told === undefined ? crosses : impreciseAs(fact, told);
  };
  const weight = weightOf(leaf);
  return {
    column,
    hasReadings: false,
    conjuncts: new Set([column.index]),
    blame: (run, { entries }, mask, level, reasons) => {
      const failing = day === undefined ? fails : { ...fails, value: showDay(day.look(run)) };
      each(mask, (index) => {
        if (level !== UNKNOWN) reasons[index] = failing;
        else reasons[index] = open(entries.list[index] as Entry, run);
      });
    },
    distance: (_, __, mask, ___, sums) => each(mask, (index) => (sums[index] = (sums[index] ?? 0) + weight)),
    questions: () => undefined,
  };
}

/** How far an entry is that fails: what it is hardly changes, and the day on which it was not at all. */
function weightOf({ compares, fact }: EntryLeaf): number {
  if (compares === "day") return OPEN_ENDS.has(fact) ? 1 : PAST;
  return WHAT_IT_IS.has(fact) ? 10 : 1;
}

/** Days that may still come to be later. */
const OPEN_ENDS: ReadonlySet<string> = new Set(["until", "validUntil"]);
const WHAT_IT_IS: ReadonlySet<string> = new Set(["kind", "category", "level"]);

/** Judges one entry. */
type Judging = (entry: Entry, run: Run) => Level;

function leafJudge(compiler: Compiler, of: CollectionName, leaf: EntryLeaf): Judging {
  const { from } = leaf;
  switch (leaf.compares) {
    case "number":
      return numberJudge(reader(compiler, of, from, "number", "a number"), from, leaf.operator, leaf.value);
    case "boolean":
      return wordJudge(reader<boolean>(compiler, of, from, "boolean", "true or false"), leaf.operator, [leaf.value]);
    case "words":
      if (from.from === "held") return heldJudge(compiler, compiler.person(of, from.name), leaf.operator, leaf.value);
      return orPresumed(of, from, isAnyOf(from, leaf), wordsJudge(listReader(from), leaf.operator, leaf.value));
    case "ages":
      return orPresumed(of, from, true, agesJudge(from, leaf.operator, leaf.value));
    case "day":
      return datedJudge(compiler, of, from, leaf.operator, compiler.day(leaf.value));
    case "word": {
      const accepted = typeof leaf.value === "string" ? [leaf.value] : leaf.value;
      if (from.field.type === "place") return orPresumed(of, from, true, placeJudge(from, leaf.operator, accepted));
      const judge = wordJudge(reader<string>(compiler, of, from, "string", "a word"), leaf.operator, accepted);
      return orPresumed(of, from, leaf.operator === "notIn" && REFUSALS.has(from.field.presumed), judge);
    }
  }
}

/** Whether a condition asks for any word of a vocabulary at all. */
const isAnyOf = ({ field }: EntryFact, { operator, value }: EntryLeaf): boolean =>
  operator === "includesAny" && Array.isArray(value) && (field.words ?? []).every((word) => value.includes(word));

/** Takes for given what is presumed of a field that was not told: what a condition asks for. */
function orPresumed(of: CollectionName, { from, name, field }: EntryFact, isGiven: boolean, judge: Judging): Judging {
  const presumable = from === "field" && isGiven ? presumableOf(of, name, field.presumed) : undefined;
  if (presumable === undefined) return judge;
  return (entry, run) => {
    if (entry.raw[name] !== undefined || presumedOf(field, entry.raw) === undefined) return judge(entry, run);
    presume(run.evidence, presumable, entry.index);
    return MET;
  };
}

/** Judges a place: a state lies in its country. */
function placeJudge({ name }: EntryFact, operator: OperatorOn<"word">, accepted: readonly string[]): Judging {
  const negative = isNegative(operator);
  return (entry) => {
    const told = entry.raw[name];
    if (told === undefined) return UNKNOWN;
    if (typeof told !== "string") throw wrong("wrong-type", pointerTo(entry, name), "a place", told);
    const found = accepted.some((place) => liesIn(told, place));
    return found === negative ? UNMET : MET;
  };
}

function datedJudge(
  compiler: Compiler,
  of: CollectionName,
  fact: EntryFact,
  operator: OperatorOn<"day">,
  day: DaySource,
): Judging {
  if (fact.from === "earned") return earnedJudge(operator, day);
  if (fact.from === "validUntil") return validUntilJudge(operator, day, compiler.standings);
  return dayJudge(of, fact, operator, day);
}

/** Whether what a fact is drawn from was told, so that only its period leaves it open. */
function toldOf(fact: EntryFact, person: PersonField): (entry: Entry, run: Run) => boolean {
  switch (fact.from) {
    case "held":
      return (entry, run) => entry.placed && personIn(run, person, entry)?.raw["endorsements"] !== undefined;
    case "earned":
      return (entry) => entry.placed;
    case "validUntil":
      return (entry) => entry.raw["until"] !== undefined || entry.raw["purchased"] !== undefined;
    case "person":
      return () => false;
    case "field":
      return (entry) => entry.raw[fact.name] !== undefined;
  }
}

/** Finds the month or the year as which a day is told that leaves a fact open, if any. */
function vagueOf(fact: EntryFact, person: PersonField): (entry: Entry, run: Run) => string | undefined {
  const vagueAmong = (raw: Entry["raw"], names: readonly string[]) =>
    names.map((name) => raw[name]).find((told): told is string => typeof told === "string" && !isExact(told));
  const ofEntry = ({ raw, vague }: Entry) => (vague === undefined ? undefined : String(raw[vague]));
  switch (fact.from) {
    case "held":
      return (entry, run) => {
        const held = personIn(run, person, entry)?.raw["endorsements"] as readonly Entry["raw"][] | undefined;
        return ofEntry(entry) ?? held?.map((one) => vagueAmong(one, ["since", "until"])).find(Boolean);
      };
    case "earned":
      return ofEntry;
    case "validUntil":
      return ({ raw }) => vagueAmong(raw, ["until", "purchased"]);
    case "person":
    case "field":
      return ({ raw }) =>
        fact.field.type === "day" ? vagueAmong(raw, [fact.name, fact.field.sameAs ?? fact.name]) : undefined;
  }
}

const presumableOf = (of: CollectionName, name: string, value: PresumedField["value"] | undefined) =>
  value === undefined ? undefined : { of, name, value };

/** Reads a plain field of the entry, or of the person it names, and what is presumed of it. */
function reader<T extends string | number | boolean>(
  compiler: Compiler,
  collection: CollectionName,
  { from, name, of, field }: EntryFact,
  type: string,
  expected: string,
): Read<T> {
  if (from === "person" && of !== undefined) {
    const named = compiler.person(collection, name);
    return (entry, run) => {
      const person = personIn(run, named, entry);
      const value = person?.raw[of];
      if (value === undefined || typeof value === type) return value as T | undefined;
      throw wrong("wrong-type", pointerTo(person as Entry, of), expected, value);
    };
  }
  // what is presumed of a list of words that a condition refuses is no word itself
  const presumable = presumableOf(collection, name, REFUSALS.has(field.presumed) ? undefined : field.presumed);
  return (entry, run) => {
    const value = entry.raw[name];
    if (typeof value === type) return value as T;
    if (value !== undefined) throw wrong("wrong-type", pointerTo(entry, name), expected, value);
    if (presumable === undefined) return undefined;
    presume(run.evidence, presumable, entry.index);
    return presumable.value as T;
  };
}

const isText = (item: unknown): item is string => typeof item === "string";

function listReader({ name }: EntryFact): Read<readonly string[]> {
  return (entry) => {
    const value = entry.raw[name];
    if (value === undefined) return undefined;
    if (Array.isArray(value) && value.every(isText)) return value;
    throw wrong("wrong-type", pointerTo(entry, name), "a list of words", value);
  };
}

const isAge = (age: unknown) => typeof age === "number" && age >= 0;

const isRange = (value: unknown): value is AgeRange =>
  Array.isArray(value) && value.length === 2 && isAge(value[0]) && isAge(value[1]) && value[0] <= value[1];

/** Reads several ranges of ages. */
function rangesIn(entry: Entry, name: string, told: unknown): readonly AgeRange[] {
  if (Array.isArray(told) && told.length > 0 && Array.from(told).every(isRange)) return told;
  const expected = "two ages in months, the lower first, or a list of such pairs";
  throw wrong("wrong-type", pointerTo(entry, name), expected, told);
}

function numberJudge(read: Read<number>, { field }: EntryFact, operator: OperatorOn<"number">, value: number): Judging {
  const compare = comparisonOf(operatorRow(operator));
  return (entry, run) => {
    const told = read(entry, run);
    if (told === undefined) return UNKNOWN;
    if (Number.isNaN(told)) throw wrong("wrong-type", nameOf(entry), "a number", told);
    // of what goes on after the day of judgment, only a part has come about
    const low = entry.cut && field.accrues ? 0 : told;
    return compare(low, told, value, value);
  };
}

function wordJudge<T extends string | boolean>(
  read: Read<T>,
  operator: OperatorOn<"word" | "boolean">,
  accepted: readonly T[],
) {
  const negative = isNegative(operator);
  const only = accepted.length === 1 ? accepted[0] : undefined;
  return (entry: Entry, run: Run): Level => {
    const told = read(entry, run);
    if (told === undefined) return UNKNOWN;
    const found = only === undefined ? accepted.includes(told) : told === only;
    return found === negative ? UNMET : MET;
  };
}

function wordsJudge(read: Read<readonly string[]>, operator: OperatorOn<"words">, value: readonly string[]) {
  const every = operator === "includesAll";
  return (entry: Entry, run: Run): Level => {
    const told = read(entry, run);
    if (told === undefined) return UNKNOWN;
    for (const word of value) if (told.includes(word) !== every) return every ? UNMET : MET;
    return every ? MET : UNMET;
  };
}

/** Of several ranges one must share ages with the band, and all must lie within it. */
function agesJudge({ name }: EntryFact, operator: OperatorOn<"ages">, band: AgeRange): Judging {
  const isAsked = operator === "within" ? isWithin : overlaps;
  const holds = (ages: AgeRange) => isAsked(ages, band);
  return (entry) => {
    const told = entry.raw[name];
    if (told === undefined) return UNKNOWN;
    if (isRange(told)) return holds(told) ? MET : UNMET;
    const ranges = rangesIn(entry, name, told);
    return (operator === "within" ? ranges.every(holds) : ranges.some(holds)) ? MET : UNMET;
  };
}

const isWithin = (ages: AgeRange, band: AgeRange) => band[0] <= ages[0] && ages[1] <= band[1];

/** Two ranges overlap if they share more than an end point; a single month overlaps the range it lies in. */
function overlaps(ages: AgeRange, band: AgeRange): boolean {
  if (ages[0] === ages[1]) return isWithin(ages, band);
  return Math.max(ages[0], band[0]) < Math.min(ages[1], band[1]);
}

function dayJudge(
  of: CollectionName,
  { name, field }: EntryFact,
  operator: OperatorOn<"day">,
  source: DaySource,
): Judging {
  const compare = compareDays(operator, source);
  const presumable = presumableOf(of, name, field.presumed);
  return (entry, run) => {
    const own = field.sameAs !== undefined && entry.raw[name] === undefined ? field.sameAs : name;
    const told = readDay(entry, own);
    if (told !== undefined) return compare(told, readLastDay(entry, own, told), run);
    if (presumable === undefined || presumedOf(field, entry.raw) === undefined)
      return compare(-Infinity, Infinity, run);
    presume(run.evidence, presumable, entry.index);
    return compare(Infinity, Infinity, run);
  };
}

function earnedJudge(operator: OperatorOn<"day">, source: DaySource) {
  const compare = compareDays(operator, source);
  return (entry: Entry, run: Run): Level => {
    const level = compare(entry.from, entry.to, run);
    return level === MET && !entry.placed ? UNKNOWN : level;
  };
}

function validUntilJudge(operator: OperatorOn<"day">, source: DaySource, { calendars }: Standings) {
  const compare = compareDays(operator, source);
  return (entry: Entry, run: Run): Level => {
    const [low, high] = validUntil(entry, calendars);
    return compare(low, high, run);
  };
}

function heldJudge(
  compiler: Compiler,
  field: PersonField,
  operator: OperatorOn<"words">,
  words: readonly string[],
): Judging {
  const { standings } = compiler;
  const every = operator === "includesAll";
  const index = compiler.number("held", [operator, words]);
  const heldBy = (person: Entry, run: Run): Held => {
    const standing = (run.standings[person.index] ??= standingOf(person, standings, run.evidence));
    return heldOf(standing, words, every);
  };
  return (entry, run) => {
    const person = personIn(run, field, entry);
    if (person === undefined) return UNKNOWN;
    const known = (run.held[index] ??= []);
    return heldDuring((known[person.index] ??= heldBy(person, run)), entry);
  };
}
