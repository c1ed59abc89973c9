/**
 * Puts what was read from a table into an applicant.
 */
import { canonical } from "../base/canonical";
import { givenObject } from "../base/given";
import { checkedApplicant, toldIn } from "../evidence/told";
import type { Applicant, CollectionName, Person } from "../model/applicant";
import { givenCollection } from "./given-table";
import type { TableRead } from "./read-table";

/** An applicant with what was read. */
export interface Added {
  /** The applicant, a copy. */
  readonly applicant: Applicant;
  /** How many entries are new. */
  readonly added: number;
  /** How many were there already. */
  readonly known: number;
}

/**
 * Puts what was read from a table into an applicant. What is there already is recognized, so that it is safe to do twice: an
 * entry that the table tells twice is told twice afterwards, however often the table is read. People keep what is told of
 * them; what was not told is filled in. Pure.
 *
 * @category Read and write tables
 * @example
 * import { readTable } from "endorsement-pathways/import";
 * const read = readTable("Date,Hours\n2024-03-14,2", { collection: "training" });
 * const { applicant } = intoApplicant({}, read);
 * intoApplicant(applicant, read).added; //=> 0
 */
export function intoApplicant(applicant: Applicant, read: TableRead): Added {
  checkedApplicant(applicant);
  const what = "what was read, as readTable returns it";
  const { collection, entries, people } = givenObject(read, "/read", what, ["entries", "people"]);
  givenCollection(collection, "/read/collection");
  if (collection === "people") {
    const told = withPeople(applicant.people ?? [], entries as readonly Person[]);
    const added = told.length - (applicant.people ?? []).length;
    return { applicant: { ...applicant, people: told }, added, known: entries.length - added };
  }
  const before = toldIn(applicant, collection);
  const fresh = without(entries, before);
  const everyone = withPeople(applicant.people ?? [], people);
  const whole: Applicant = {
    ...applicant,
    ...(everyone.length > 0 && { people: everyone }),
    [collection satisfies CollectionName]: [...before, ...fresh],
  };
  return { applicant: whole, added: fresh.length, known: entries.length - fresh.length };
}

/** The entries that are not there already, each as often as it is missing. */
function without(entries: readonly object[], before: readonly object[]): object[] {
  const there = new Map<string, number>();
  for (const entry of before) there.set(canonical(entry), (there.get(canonical(entry)) ?? 0) + 1);
  return entries.filter((entry) => {
    const left = there.get(canonical(entry)) ?? 0;
    if (left > 0) there.set(canonical(entry), left - 1);
    return left === 0;
  });
}

function withPeople(before: readonly Person[], more: readonly Person[]): Person[] {
  const all = new Map(before.map((person) => [person.id, person]));
  for (const person of more) {
    const known = all.get(person.id);
    all.set(person.id, { ...person, ...known });
  }
  return [...all.values()];
}
