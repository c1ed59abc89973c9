/**
 * The collections of an applicant: read once, in order, and who the people are.
 */

import { wrong } from "../base/errors";
import { isObject } from "../base/records";
import type { CollectionName } from "../model/applicant";
import type { Presumption } from "../model/verdict";
import { type Entry, keyOf, pointerTo } from "./entry";
import type { Entries, EntryOrder, Evidence, PresumedField } from "./evidence";
import { placeEntry } from "./place-entry";

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
    if (!isObject(raw)) throw wrong("wrong-type", `/${name}/${index}`, "an object", raw);
    list.push(placeEntry(evidence, name, index, raw));
  }
  return { name, list, complete };
}

function unfinishedOf({ applicant }: Evidence): readonly unknown[] {
  const told: unknown = applicant.unfinished;
  if (told === undefined) return [];
  if (!Array.isArray(told)) throw wrong("wrong-type", "/unfinished", "a list of collections", told);
  return told;
}

/** Puts a collection in order once; of the same day, as told. */
export function inOrder(evidence: Evidence, name: CollectionName): EntryOrder {
  return (evidence.orders[name] ??= orderOf(entriesOf(evidence, name).list));
}

function orderOf(list: readonly Entry[]): EntryOrder {
  const byFrom = [...list].sort((a, b) => a.from - b.from);
  const byTo = list.every(({ from, to }) => from === to) ? byFrom : [...list].sort((a, b) => a.to - b.to);
  return { byFrom, byTo };
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
