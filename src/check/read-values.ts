/**
 * Reads values of an applicant as the table of fields says: a reader gives a copy of what is right and refuses the rest.
 */
import { firstDay, isDay } from "../base/calendar";
import { isPlace } from "../base/known-places";
import { isObject } from "../base/records";
import type { Field } from "../evidence/field";
import { ASSOCIATION, absenceFields, standingFields } from "../evidence/fields";
import { isPlain } from "./json-data";

/** Gives a copy of a value, or {@link REFUSED}. */
export type Read = (value: unknown) => unknown;

/** What a reader gives for a value that is wrong. */
export const REFUSED: unique symbol = Symbol("refused");

const readText: Read = (value) => (typeof value === "string" && value !== "" ? value : REFUSED);
const readPlace: Read = (value) => (typeof value === "string" && isPlace(value) ? value : REFUSED);
const readAssociation: Read = (value) => (typeof value === "string" && ASSOCIATION.test(value) ? value : REFUSED);
const readBoolean: Read = (value) => (typeof value === "boolean" ? value : REFUSED);

/** Reads a day, a month or a year. */
export const readToldDay: Read = (value) =>
  typeof value === "string" && (isDay(value) || !Number.isNaN(firstDay(value))) ? value : REFUSED;

function wordReader(words: readonly string[]): Read {
  const known = new Set<unknown>(words);
  return (value) => (known.has(value) ? value : REFUSED);
}

/** Makes a reader of a list. */
export function listReader(read: Read): Read {
  return (value) => {
    if (!Array.isArray(value)) return REFUSED;
    const copy: unknown[] = [];
    for (let index = 0; index < value.length; index++) {
      const one = read(value[index]);
      if (one === REFUSED) return REFUSED;
      copy.push(one);
    }
    return copy;
  };
}

function numberReader({ least = -Infinity, most = Infinity, above, whole }: Field): Read {
  return (value) => {
    if (typeof value !== "number" || !Number.isFinite(value)) return REFUSED;
    if (value < least || value > most || (above && value === least)) return REFUSED;
    return whole && !Number.isSafeInteger(value) ? REFUSED : value;
  };
}

const isMonths = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0;

const readAges: Read = (value) => {
  if (!Array.isArray(value) || value.length === 0) return REFUSED;
  return Array.isArray(value[0]) ? readRanges(value) : readRange(value);
};

const readRange: Read = (value) => {
  if (!Array.isArray(value) || value.length !== 2) return REFUSED;
  const [from, to]: readonly unknown[] = value;
  return isMonths(from) && isMonths(to) && from <= to ? [from, to] : REFUSED;
};

const readRanges = listReader(readRange);

function makeReader(field: Field): Read {
  switch (field.type) {
    case "day":
      return readToldDay;
    case "number":
      return numberReader(field);
    case "boolean":
      return readBoolean;
    case "word":
      return wordReader(field.words ?? []);
    case "words":
      return listReader(wordReader(field.words ?? []));
    case "ages":
      return readAges;
    case "association":
      return readAssociation;
    case "place":
      return readPlace;
    case "texts":
      return listReader(readText);
    case "standings":
      return listReader(entryReader(standingFields));
    case "absences":
      return listReader(entryReader(absenceFields));
    case "person":
    case "text":
      return readText;
  }
}

const readers = new Map<Field, Read>();

/** Finds the reader of a field. */
export function readerOf(field: Field): Read {
  let read = readers.get(field);
  if (read === undefined) readers.set(field, (read = makeReader(field)));
  return read;
}

/** The reader of the address of a schema, which is ignored. */
export const readAddress: Read = (value) => (typeof value === "string" ? value : REFUSED);

/** Makes a reader of an object with certain fields; one that is `undefined` was not told. */
export function entryReader(all: Readonly<Record<string, Field>>): Read {
  const known = new Map(Object.entries(all).map(([key, field]) => [key, readerOf(field)]));
  const needed = Object.keys(all).filter((key) => all[key]?.needed);
  return (value) => {
    if (!isObject(value) || !isPlain(value)) return REFUSED;
    const copy: Record<string, unknown> = {};
    for (const key of Object.keys(value)) {
      const read = known.get(key);
      if (read === undefined) return REFUSED;
      const told = value[key];
      if (told === undefined) continue;
      const own = read(told);
      if (own === REFUSED) return REFUSED;
      copy[key] = own;
    }
    for (const key of needed) if (copy[key] === undefined) return REFUSED;
    return copy;
  };
}
