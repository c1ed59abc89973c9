/**
 * What a comparison reads of an entry: checked as it is read, presumed where it was not told and may be.
 */
import { wrong } from "../base/errors";
import type { Level } from "../base/truth";
import { type Entry, pointerTo } from "../evidence/entry";
import type { EntryFact } from "../evidence/entry-fact";
import { type PresumedField, presume } from "../evidence/evidence";
import { REFUSALS } from "../evidence/fields";
import type { AgeRange, CollectionName } from "../model/applicant";
import type { Compiler } from "./compiled";
import { personIn, type Run } from "./run";

/** Judges one entry. */
export type EntryJudging = (entry: Entry, run: Run) => Level;

/** Reads what a leaf asks of an entry; nothing where it was not told. */
export type EntryReading<T> = (entry: Entry, run: Run) => T | undefined;

/** What is presumed of a field, if anything is. */
export const presumableOf = (of: CollectionName, name: string, value: PresumedField["value"] | undefined) =>
  value === undefined ? undefined : { of, name, value };

/** Reads a plain field of the entry, or of the person it names, and what is presumed of it. */
export function reader<T extends string | number | boolean>(
  compiler: Compiler,
  collection: CollectionName,
  { from, name, of, field }: EntryFact,
  type: string,
  expected: string,
): EntryReading<T> {
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

/** Reads a list of words. */
export function wordsReader({ name }: EntryFact): EntryReading<readonly string[]> {
  return (entry) => {
    const value = entry.raw[name];
    if (value === undefined) return undefined;
    if (Array.isArray(value) && value.every(isText)) return value;
    throw wrong("wrong-type", pointerTo(entry, name), "a list of words", value);
  };
}

const isAge = (age: unknown) => typeof age === "number" && age >= 0;

/** Whether what was told is one range of ages. */
export const isRange = (value: unknown): value is AgeRange =>
  Array.isArray(value) && value.length === 2 && isAge(value[0]) && isAge(value[1]) && value[0] <= value[1];

/** Reads several ranges of ages. */
export function rangesIn(entry: Entry, name: string, told: unknown): readonly AgeRange[] {
  if (Array.isArray(told) && told.length > 0 && Array.from(told).every(isRange)) return told;
  const expected = "two ages in months, the lower first, or a list of such pairs";
  throw wrong("wrong-type", pointerTo(entry, name), expected, told);
}
