/**
 * Comparisons of one entry: each reads what it asks for and judges it, or says that it was not told.
 */

import { wrong } from "../base/errors";
import { deepFreeze } from "../base/freeze";
import { comparisons, isNegative, type Level, MET, UNKNOWN, UNMET } from "../base/truth";
import { type EntryFact, entryFact, presumedOf } from "../evidence/fields";
import { validUntil } from "../evidence/membership";
import { type Entry, entriesOf, pathOf, personOf, presume, readDay } from "../evidence/read";
import type { Standings } from "../evidence/standing";
import { type Held, heldDuring, heldOf, standingOf } from "../evidence/standing";
import type { AgeRange, CollectionName } from "../model/applicant";
import type { Reason } from "../model/verdict";
import type { ResolvedDay, ResolvedLeaf } from "../rules/resolved";
import type { Compiler, DaySource, Judge, Run } from "./compiled";
import { compareDays, showDay } from "./day-range";

/** Reads what a leaf asks of an entry; nothing where it was not told. */
type Read<T> = (entry: Entry, run: Run) => T | undefined;

/** Judges each entry once a run. */
export function once(index: number, judge: Judge["judge"]): Judge["judge"] {
  return (entry, run) => {
    const known = (run.judged[index] ??= entriesOf(run.evidence, entry.of).list.map(() => undefined));
    return (known[entry.index] ??= judge(entry, run));
  };
}

/** Compiles a comparison of one entry. */
export function leafOf(compiler: Compiler, of: CollectionName, leaf: ResolvedLeaf, within: string | undefined): Judge {
  const fact = entryFact(of, leaf.fact);
  if (fact === undefined) throw new TypeError(`${of} has no ${leaf.fact}`);
  const { operator, value } = leaf;
  const day = fact.field.type === "day" ? compiler.day(value as string | ResolvedDay) : undefined;
  const { index, judge } = compiler.leaf(of, leaf, () =>
    day === undefined ? valueJudge(compiler, fact, leaf) : datedJudge(compiler, fact, operator, day),
  );
  const named = within === undefined ? {} : { condition: within };
  const fails: Reason = deepFreeze({ code: "condition", fact: leaf.fact, operator, value, ...named });
  const notTold: Reason = Object.freeze({ code: "not-told", fact: leaf.fact });
  const crosses: Reason = Object.freeze({ code: "crosses", fact: leaf.fact });
  const told = toldOf(fact);
  const blame = (entry: Entry, run: Run, level: Level): Reason => {
    if (level === UNKNOWN) return told(entry, run) ? crosses : notTold;
    return day === undefined ? fails : { ...fails, value: showDay(day(run)) };
  };
  return { judge: once(index, judge), blame };
}

function datedJudge(compiler: Compiler, fact: EntryFact, operator: string, day: DaySource) {
  if (fact.from === "earned") return earnedJudge(operator, day);
  if (fact.from === "validUntil") return validUntilJudge(operator, day, compiler.standings);
  return dayJudge(fact, operator, day);
}

/** Whether what a fact is drawn from was told, so that only its period leaves it open. */
function toldOf(fact: EntryFact): (entry: Entry, run: Run) => boolean {
  switch (fact.from) {
    case "held":
      return (entry, run) =>
        entry.placed && personOf(run.evidence, entry, fact.name)?.raw["endorsements"] !== undefined;
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

function valueJudge(compiler: Compiler, fact: EntryFact, leaf: ResolvedLeaf): (entry: Entry, run: Run) => Level {
  if (fact.from === "held") return heldJudge(compiler, fact.name, leaf);
  const { operator, value } = leaf;
  switch (fact.field.type) {
    case "number":
      return numberJudge(reader(fact, "number", "a number"), operator, value as number);
    case "boolean":
      return wordJudge(reader<boolean>(fact, "boolean", "true or false"), operator, value);
    case "words":
    case "texts":
      return wordsJudge(listReader(fact), operator, value as readonly string[]);
    case "ages":
      return agesJudge(agesReader(fact), operator, value as AgeRange);
    default:
      return wordJudge(reader<string>(fact, "string", "a word"), operator, value);
  }
}

/** Reads a plain field of the entry, or of the person it names, and what is presumed of it. */
function reader<T extends string | number | boolean>(
  { from, name, of, field }: EntryFact,
  type: string,
  expected: string,
): Read<T> {
  if (from === "person" && of !== undefined) {
    return (entry, run) => {
      const person = personOf(run.evidence, entry, name);
      const value = person?.raw[of];
      if (value === undefined || typeof value === type) return value as T | undefined;
      throw wrong("wrong-type", pathOf(person as Entry, of), expected, value);
    };
  }
  const { presumed } = field;
  return (entry, run) => {
    const value = entry.raw[name];
    if (typeof value === type) return value as T;
    if (value !== undefined) throw wrong("wrong-type", pathOf(entry, name), expected, value);
    if (presumed === undefined) return undefined;
    presume(run.evidence, entry.of, name, presumed, entry.index);
    return presumed as T;
  };
}

function listReader({ name }: EntryFact): Read<readonly string[]> {
  return (entry) => {
    const value = entry.raw[name];
    if (value === undefined) return undefined;
    if (Array.isArray(value) && value.every((item) => typeof item === "string")) return value;
    throw wrong("wrong-type", pathOf(entry, name), "a list of words", value);
  };
}

const isAge = (age: unknown) => typeof age === "number" && age >= 0;

function agesReader({ name }: EntryFact): Read<AgeRange> {
  return (entry) => {
    const value = entry.raw[name];
    if (value === undefined) return undefined;
    if (Array.isArray(value) && value.length === 2 && value.every(isAge) && value[0] <= value[1]) {
      return value as unknown as AgeRange;
    }
    throw wrong("wrong-type", pathOf(entry, name), "two ages in months, the lower first", value);
  };
}

function numberJudge(read: Read<number>, operator: string, value: number) {
  const compare = comparisons[operator] as (typeof comparisons)[string];
  return (entry: Entry, run: Run): Level => {
    const told = read(entry, run);
    if (told === undefined) return UNKNOWN;
    if (Number.isNaN(told)) throw wrong("wrong-type", entry.evidence, "a number", told);
    return compare(told, told, value, value);
  };
}

function wordJudge(read: Read<string | boolean>, operator: string, value: unknown) {
  const negative = isNegative(operator);
  const accepted: readonly unknown[] = Array.isArray(value) ? value : [value];
  const only = accepted.length === 1 ? accepted[0] : undefined;
  return (entry: Entry, run: Run): Level => {
    const told = read(entry, run);
    if (told === undefined) return UNKNOWN;
    const found = only === undefined ? accepted.includes(told) : told === only;
    return found === negative ? UNMET : MET;
  };
}

function wordsJudge(read: Read<readonly string[]>, operator: string, value: readonly string[]) {
  const every = operator === "includesAll";
  return (entry: Entry, run: Run): Level => {
    const told = read(entry, run);
    if (told === undefined) return UNKNOWN;
    for (const word of value) if (told.includes(word) !== every) return every ? UNMET : MET;
    return every ? MET : UNMET;
  };
}

function agesJudge(read: Read<AgeRange>, operator: string, value: AgeRange) {
  const holds = operator === "within" ? isWithin : overlaps;
  return (entry: Entry, run: Run): Level => {
    const told = read(entry, run);
    if (told === undefined) return UNKNOWN;
    return holds(told, value) ? MET : UNMET;
  };
}

const isWithin = (ages: AgeRange, band: AgeRange) => band[0] <= ages[0] && ages[1] <= band[1];

/** Two ranges overlap if they share more than an end point; a single month overlaps the range it lies in. */
function overlaps(ages: AgeRange, band: AgeRange): boolean {
  if (ages[0] === ages[1]) return isWithin(ages, band);
  return Math.max(ages[0], band[0]) < Math.min(ages[1], band[1]);
}

function dayJudge({ name, field }: EntryFact, operator: string, source: DaySource) {
  const compare = compareDays(operator, source);
  return (entry: Entry, run: Run): Level => {
    const told = readDay(entry, name);
    if (told !== undefined) return compare(told, told, run);
    const presumed = presumedOf(field, entry.raw);
    if (presumed === undefined) return compare(-Infinity, Infinity, run);
    presume(run.evidence, entry.of, name, presumed, entry.index);
    return compare(Infinity, Infinity, run);
  };
}

function earnedJudge(operator: string, source: DaySource) {
  const compare = compareDays(operator, source);
  return (entry: Entry, run: Run): Level => {
    const level = compare(entry.from, entry.to, run);
    return level === MET && !entry.placed ? UNKNOWN : level;
  };
}

function validUntilJudge(operator: string, source: DaySource, { calendars }: Standings) {
  const compare = compareDays(operator, source);
  return (entry: Entry, run: Run): Level => {
    const [low, high] = validUntil(entry, calendars);
    return compare(low, high, run);
  };
}

function heldJudge(compiler: Compiler, name: string, leaf: ResolvedLeaf) {
  const { standings } = compiler;
  const words = leaf.value as readonly string[];
  const every = leaf.operator === "includesAll";
  const index = compiler.number("held");
  const heldBy = (person: Entry, run: Run): Held => {
    const standing = (run.standings[person.index] ??= standingOf(person, standings, run.evidence));
    return heldOf(standing, words, every);
  };
  return (entry: Entry, run: Run): Level => {
    const person = personOf(run.evidence, entry, name);
    if (person === undefined) return UNKNOWN;
    const known = (run.held[index] ??= []);
    return heldDuring((known[person.index] ??= heldBy(person, run)), entry);
  };
}
