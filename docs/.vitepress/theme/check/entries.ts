/** The entries that someone told, as forms have them. */
import type { Applicant, CollectionName } from "endorsement-pathways";

/** An entry as a form has it. */
export type Entry = Readonly<Record<string, unknown>>;

/** The entries of a collection. */
export const entriesOf = (applicant: Applicant, collection: CollectionName): readonly Entry[] =>
  (applicant[collection] ?? []) as readonly Entry[];

/** Puts entries in the place of those of a collection; `isAll` says that there are no others. */
export function withEntries(
  applicant: Applicant,
  collection: CollectionName,
  entries: readonly Entry[],
  isAll: boolean,
): Applicant {
  const { unfinished = [], ...rest } = applicant;
  const others = unfinished.filter((one) => one !== collection);
  const open = isAll ? others : [...others, collection];
  return { ...rest, [collection]: entries, ...(open.length > 0 && { unfinished: open }) };
}

/** The place of an entry that is named `work/<id or index>`. */
export function indexOf(applicant: Applicant, named: string): number {
  const [collection = "", ...rest] = named.split("/");
  const name = rest.join("/");
  const entries = entriesOf(applicant, collection as CollectionName);
  const at = entries.findIndex((entry) => entry["id"] === name);
  return at === -1 ? Number(name) : at;
}

/** Finds a person by name, or adds one. */
export function withPerson(applicant: Applicant, name: string): { readonly applicant: Applicant; readonly id: string } {
  const people = applicant.people ?? [];
  const known = people.find((person) => person.name === name || person.id === name);
  if (known !== undefined) return { applicant, id: known.id };
  const base =
    name
      .normalize("NFD")
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, "-")
      .replaceAll(/^-|-$/g, "") || "person";
  const taken = (id: string) => people.some((person) => person.id === id);
  let id = base;
  for (let number = 2; taken(id); number += 1) id = `${base}-${number}`;
  return { applicant: { ...applicant, people: [...people, { id, name }] }, id };
}
