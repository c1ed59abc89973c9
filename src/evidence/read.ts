/**
 * The applicant as read for one day of judgment: entries placed in time, values checked as they are read.
 */

import { firstDay, isExact, lastDay } from "../base/calendar";
import { wrong } from "../base/errors";
import type { Span } from "../base/spans";
import type { Applicant, CollectionName } from "../model/applicant";
import type { EntryKey, Presumption } from "../model/verdict";
import { collectionNames, placements } from "./fields";

/** One entry, placed in time. */
export interface Entry {
  /** The collection it belongs to. */
  readonly of: CollectionName;
  /** Its place in the collection. */
  readonly index: number;
  /** What was told. */
  readonly raw: Readonly<Record<string, unknown>>;
  /** The first day on which it may have been; −∞ where nothing bounds it. */
  readonly from: number;
  /** The last day on which it may have been, never after the day of judgment. */
  readonly to: number;
  /** The last day on which it may have begun. */
  readonly lastStart: number;
  /** The first day on which it may have ended. */
  readonly firstEnd: number;
  /** Whether both days are told, if only as a month or a year. */
  readonly placed: boolean;
  /** It begins after the day of judgment. */
  readonly late: boolean;
  /** It may begin after the day of judgment. */
  readonly perhapsLate: boolean;
  /** It goes on, or may go on, after the day of judgment. */
  readonly cut: boolean;
  /** The field of a day that is told only as a month or a year, where that leaves open when it was. */
  readonly vague: string | undefined;
}

/** A collection as read. */
export interface Entries {
  /** The collection. */
  readonly name: CollectionName;
  /** Its entries; none where it was not told. */
  readonly list: readonly Entry[];
  /** Whether there is nothing beyond the entries. */
  readonly complete: boolean;
}

/** The entries of a collection in the order of their days. */
export interface EntryOrder {
  /** By first day. */
  readonly byFrom: readonly Entry[];
  /** By last day. */
  readonly byTo: readonly Entry[];
}

/** An applicant as read for one day of judgment. */
export interface Evidence {
  /** The applicant. */
  readonly applicant: Applicant;
  /** The day of judgment. */
  readonly asOf: number;
  /** Collections read so far. */
  readonly read: Partial<Record<CollectionName, Entries>>;
  /** Collections put in order so far. */
  readonly orders: Partial<Record<CollectionName, EntryOrder>>;
  /** The people by id, once read. */
  people: ReadonlyMap<string, Entry> | undefined;
  /** What was presumed so far: of each field, `true` at the index of each entry. */
  readonly presumed: Map<PresumedField, boolean[]>;
}

/** A field that is presumed where it was not told. */
export interface PresumedField {
  readonly of: CollectionName;
  readonly name: string;
  /** What is presumed. */
  readonly value: string | number | boolean;
}

/** Begins to read an applicant. */
export function readEvidence(applicant: Applicant, asOf: number): Evidence {
  if (typeof applicant !== "object" || applicant === null || Array.isArray(applicant)) {
    throw wrong("wrong-type", "", "an object", applicant);
  }
  return { applicant, asOf, read: {}, orders: {}, people: undefined, presumed: new Map() };
}

/** Where a field of an entry stands, as a JSON pointer. */
export const pointerTo = (entry: Pick<Entry, "of" | "index">, field: string): string =>
  `/${entry.of}/${entry.index}/${field}`;

/** What is told of an entry, and where. */
export type ToldEntry = Pick<Entry, "of" | "index" | "raw">;

/**
 * Reads a day field: the first day that it may be, where it is told only as a month or a year.
 *
 * @returns Days since 1970-01-01, or nothing where it was not told.
 * @throws {@link ApplicantError} `wrong-type` where it is no day, month or year of the calendar.
 */
export function readDay(entry: ToldEntry, field: string): number | undefined {
  const value = entry.raw[field];
  return value === undefined ? undefined : dayOf(entry, field, value);
}

/**
 * Reads the days that a day may be which is told inside of a field, such as in `endorsements/0/since`.
 *
 * @returns Nothing where it was not told.
 * @throws {@link ApplicantError} `wrong-type` for anything else than a day, a month or a year.
 */
export function readInside(entry: Pick<Entry, "of" | "index">, name: string, told: unknown): Span | undefined {
  if (told === undefined) return undefined;
  const day = dayOf(entry, name, told);
  return [day, isExact(told as string) ? day : lastDay(told as string)];
}

function dayOf(entry: Pick<Entry, "of" | "index">, field: string, told: unknown): number {
  const day = typeof told === "string" ? firstDay(told) : Number.NaN;
  if (!Number.isNaN(day)) return day;
  throw wrong("wrong-type", pointerTo(entry, field), "a day of the calendar, YYYY-MM-DD, YYYY-MM or YYYY", told);
}

/** Reads the last day that a day field may be, of which the first one was read. */
export function readLastDay({ raw }: ToldEntry, field: string, first: number): number {
  const value = raw[field] as string;
  return isExact(value) ? first : lastDay(value);
}

/** Whether a day field is told only as a month or a year. */
export function isVague({ raw }: ToldEntry, field: string): boolean {
  const value = raw[field];
  return typeof value === "string" && !isExact(value);
}

/** Reads a collection once. */
export function entriesOf(evidence: Evidence, name: CollectionName): Entries {
  return (evidence.read[name] ??= readEntries(evidence, name));
}

function readEntries(evidence: Evidence, name: CollectionName): Entries {
  const told: unknown = evidence.applicant[name];
  if (told === undefined) return { name, list: [], complete: false };
  if (!Array.isArray(told)) throw wrong("wrong-type", `/${name}`, "a list", told);
  const complete = !unfinishedOf(evidence).includes(name);
  const list: Entry[] = [];
  // a hole in a list is nothing, and nothing is no entry
  for (let index = 0; index < told.length; index++) {
    const raw: unknown = told[index];
    if (typeof raw !== "object" || raw === null || Array.isArray(raw))
      throw wrong("wrong-type", `/${name}/${index}`, "an object", raw);
    list.push(place(evidence, name, index, raw as Entry["raw"]));
  }
  return { name, list, complete };
}

function unfinishedOf({ applicant }: Evidence): readonly unknown[] {
  const told: unknown = applicant.unfinished;
  if (told === undefined) return [];
  if (!Array.isArray(told)) throw wrong("wrong-type", "/unfinished", "a list of collections", told);
  return told;
}

/** What goes on is not told to end. */
const STILL_SO = Object.fromEntries(
  collectionNames.map((of) => [of, { of, name: "end", value: "still so" }]),
) as unknown as Readonly<Record<CollectionName, PresumedField>>;

function place(evidence: Evidence, of: CollectionName, index: number, raw: Entry["raw"]): Entry {
  const { day, period } = placements[of];
  const told = { of, index, raw };
  const start = period ? readDay(told, "start") : undefined;
  const date = day && start === undefined ? readDay(told, day) : undefined;
  if (day !== undefined && date !== undefined) return placeOnDay(told, day, date, evidence.asOf);
  return period ? placeInPeriod(told, start, evidence) : unplaced(told, evidence.asOf, false);
}

/** Places what has one day. */
function placeOnDay({ of, index, raw }: ToldEntry, field: string, from: number, asOf: number): Entry {
  const last = readLastDay({ of, index, raw }, field, from);
  const late = from > asOf;
  const to = late ? last : Math.min(last, asOf);
  const vague = last === from ? undefined : field;
  const perhapsLate = last > asOf;
  return {
    of,
    index,
    raw,
    from,
    to,
    lastStart: to,
    firstEnd: from,
    placed: true,
    late,
    perhapsLate,
    cut: false,
    vague,
  };
}

/** Places what goes from one day to another. */
function placeInPeriod({ of, index, raw }: ToldEntry, from: number | undefined, evidence: Evidence): Entry {
  const { asOf } = evidence;
  const told = { of, index, raw };
  const end = readDay(told, "end");
  const lastEnd = end === undefined ? Infinity : readLastDay(told, "end", end);
  const cut = end !== undefined && lastEnd > asOf;
  if (from === undefined) return unplaced(told, Math.min(lastEnd, asOf), cut);
  if (lastEnd < from) {
    const expected = `a day on or after the start ${raw["start"]}`;
    throw wrong("end-before-start", pointerTo(told, "end"), expected, raw["end"]);
  }
  if (end === undefined) presume(evidence, STILL_SO[of], index);
  const to = Math.min(lastEnd, asOf);
  // what ended cannot have begun later
  const latest = Math.min(readLastDay(told, "start", from), lastEnd);
  const late = from > asOf;
  const perhapsLate = latest > asOf;
  const lastStart = late ? latest : Math.min(latest, to);
  const firstEnd = end === undefined ? to : Math.min(Math.max(end, from), to);
  const vague = latest !== from ? "start" : firstEnd !== to ? "end" : undefined;
  return { of, index, raw, from, to, lastStart, firstEnd, placed: true, late, perhapsLate, cut, vague };
}

/** Places what has no first day: it was on some day up to the last one. */
function unplaced({ of, index, raw }: ToldEntry, to: number, cut: boolean): Entry {
  return {
    of,
    index,
    raw,
    from: -Infinity,
    to,
    lastStart: to,
    firstEnd: -Infinity,
    placed: false,
    late: false,
    perhapsLate: false,
    cut,
    vague: undefined,
  };
}

/** How an entry is told from others of its collection: by its id, or by its place where it has none. */
export const keyOf = ({ raw, index }: Pick<Entry, "raw" | "index">): EntryKey =>
  typeof raw["id"] === "string" ? raw["id"] : index;

/** How a verdict names an entry: `work/<id or place>`. */
export const nameOf = (entry: Pick<Entry, "of" | "raw" | "index">): string => `${entry.of}/${keyOf(entry)}`;

/** Puts a collection in order once; of the same day, as told. */
export function inOrder(evidence: Evidence, name: CollectionName): EntryOrder {
  return (evidence.orders[name] ??= orderOf(entriesOf(evidence, name).list));
}

function orderOf(list: readonly Entry[]): EntryOrder {
  const byFrom = [...list].sort((a, b) => a.from - b.from);
  const byTo = list.every(({ from, to }) => from === to) ? byFrom : [...list].sort((a, b) => a.to - b.to);
  return { byFrom, byTo };
}

/** Notes that the verdict leans on a default. */
export function presume({ presumed }: Evidence, field: PresumedField, index: number): void {
  let at = presumed.get(field);
  if (at === undefined) presumed.set(field, (at = []));
  at[index] = true;
}

/** Lists every default that the verdict leaned on. */
export function presumptions(evidence: Evidence): Presumption[] {
  const byField = new Map<string, { readonly field: PresumedField; readonly at: boolean[] }>();
  for (const [field, at] of evidence.presumed) {
    const name = `${field.of}.${field.name}`;
    const known = byField.get(name);
    if (known === undefined) byField.set(name, { field, at: [...at] });
    else at.forEach((_, index) => (known.at[index] = true));
  }
  return [...byField].map(([name, { field, at }]) => ({
    field: name,
    value: field.value,
    evidence: entriesOf(evidence, field.of)
      .list.filter(({ index }) => at[index])
      .map(keyOf),
  }));
}

/**
 * Finds the person whom a field of an entry names.
 *
 * @returns The person's entry, or nothing where the field or the people were not told.
 * @throws {@link ApplicantError} `unknown-person` where the people were told and this one is not among them.
 */
export function personOf(evidence: Evidence, entry: Entry, field: string): Entry | undefined {
  const id = entry.raw[field];
  if (id === undefined) return undefined;
  if (typeof id !== "string") throw wrong("wrong-type", pointerTo(entry, field), "the id of a person", id);
  evidence.people ??= readPeople(evidence);
  const person = evidence.people.get(id);
  if (person === undefined && entriesOf(evidence, "people").complete) {
    throw wrong("unknown-person", pointerTo(entry, field), "the id of someone in people", id);
  }
  return person;
}

function readPeople(evidence: Evidence): ReadonlyMap<string, Entry> {
  const people = new Map<string, Entry>();
  for (const person of entriesOf(evidence, "people").list) {
    const id = person.raw["id"];
    if (typeof id !== "string") throw wrong("wrong-type", pointerTo(person, "id"), "a text", id);
    if (people.has(id)) throw wrong("duplicate-id", pointerTo(person, "id"), "an id that no one else has", id);
    people.set(id, person);
  }
  return people;
}
