/**
 * How one entry is judged: what is asked for is read and compared, or was not told.
 */
import { wrong } from "../base/errors";
import { liesIn } from "../base/places";
import { comparisonOf, isNegative, type Level, MET, UNKNOWN, UNMET } from "../base/truth";
import { type Entry, nameOf, pointerTo } from "../evidence/entry";
import type { EntryFact } from "../evidence/entry-fact";
import { presume } from "../evidence/evidence";
import { presumedOf } from "../evidence/field";
import { REFUSALS } from "../evidence/fields";
import { type Held, heldDuring, heldOf, standingOf } from "../evidence/standing";
import type { AgeRange, CollectionName } from "../model/applicant";
import { type OperatorOn, operatorRow } from "../model/operators";
import type { EntryLeaf } from "../rules/resolved";
import type { Compiler } from "./compiled";
import { datedJudge } from "./entry-day";
import {
  type EntryJudging,
  type EntryReading,
  isRange,
  presumableOf,
  rangesIn,
  reader,
  wordsReader,
} from "./entry-reader";
import { type PersonField, personIn, type Run } from "./run";

/** Compiles how a comparison judges an entry. */
export function leafJudge(compiler: Compiler, of: CollectionName, leaf: EntryLeaf): EntryJudging {
  const { from } = leaf;
  switch (leaf.compares) {
    case "number":
      return numberJudge(reader(compiler, of, from, "number", "a number"), from, leaf.operator, leaf.value);
    case "boolean":
      return wordJudge(reader<boolean>(compiler, of, from, "boolean", "true or false"), leaf.operator, [leaf.value]);
    case "words":
      if (from.from === "held") return heldJudge(compiler, compiler.person(of, from.name), leaf.operator, leaf.value);
      return orPresumed(of, from, isAnyOf(from, leaf), wordsJudge(wordsReader(from), leaf.operator, leaf.value));
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
function orPresumed(
  of: CollectionName,
  { from, name, field }: EntryFact,
  isGiven: boolean,
  judge: EntryJudging,
): EntryJudging {
  const presumable = from === "field" && isGiven ? presumableOf(of, name, field.presumed) : undefined;
  if (presumable === undefined) return judge;
  return (entry, run) => {
    if (entry.raw[name] !== undefined || presumedOf(field, entry.raw) === undefined) return judge(entry, run);
    presume(run.evidence, presumable, entry.index);
    return MET;
  };
}

/** Judges a place: a state lies in its country. */
function placeJudge({ name }: EntryFact, operator: OperatorOn<"word">, accepted: readonly string[]): EntryJudging {
  const negative = isNegative(operator);
  return (entry) => {
    const told = entry.raw[name];
    if (told === undefined) return UNKNOWN;
    if (typeof told !== "string") throw wrong("wrong-type", pointerTo(entry, name), "a place", told);
    const found = accepted.some((place) => liesIn(told, place));
    return found === negative ? UNMET : MET;
  };
}

function numberJudge(
  read: EntryReading<number>,
  { field }: EntryFact,
  operator: OperatorOn<"number">,
  value: number,
): EntryJudging {
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
  read: EntryReading<T>,
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

function wordsJudge(read: EntryReading<readonly string[]>, operator: OperatorOn<"words">, value: readonly string[]) {
  const every = operator === "includesAll";
  return (entry: Entry, run: Run): Level => {
    const told = read(entry, run);
    if (told === undefined) return UNKNOWN;
    for (const word of value) if (told.includes(word) !== every) return every ? UNMET : MET;
    return every ? MET : UNMET;
  };
}

/** Of several ranges one must share ages with the band, and all must lie within it. */
function agesJudge({ name }: EntryFact, operator: OperatorOn<"ages">, band: AgeRange): EntryJudging {
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

function heldJudge(
  compiler: Compiler,
  field: PersonField,
  operator: OperatorOn<"words">,
  words: readonly string[],
): EntryJudging {
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
