/**
 * What was told, and what is told further: by an interview, by a form. Every change gives a new applicant.
 */
import { withoutAccents } from "../base/letters";
import { type ToldFields, toldIn } from "../evidence/told";
import type { Applicant, CollectionName, PersonId } from "../model/applicant";

/** The place of the entry that questions and verdicts name `work/<id or place>`; −1 where there is none. */
export const indexNamed = (applicant: Applicant, collection: CollectionName, name: string | undefined): number =>
  toldIn(applicant, collection).findIndex(({ id }, index) => `${collection}/${id ?? index}` === name);

/** Tells a field of an entry, or of the applicant where no collection is named; nothing changes without such an entry. */
export function withField(
  applicant: Applicant,
  collection: CollectionName | undefined,
  name: string | undefined,
  told: ToldFields,
): Applicant {
  if (collection === undefined) return { ...applicant, ...told };
  const at = indexNamed(applicant, collection, name);
  // a list that was not told is not an empty one
  if (at === -1) return applicant;
  const entries = toldIn(applicant, collection).map((entry, index) => (index === at ? { ...entry, ...told } : entry));
  return { ...applicant, [collection]: entries };
}

/** Puts entries in the place of those of a collection; `isAll` says that there are no others. */
export function withEntries(
  applicant: Applicant,
  collection: CollectionName,
  entries: readonly ToldFields[],
  isAll: boolean,
): Applicant {
  const { unfinished = [], ...rest } = applicant;
  const others = unfinished.filter((one) => one !== collection);
  const open = isAll ? others : [...others, collection];
  return { ...rest, [collection]: entries, ...(open.length > 0 && { unfinished: open }) };
}

/** Adds a person, with an id made of the name. */
export function withPerson(
  applicant: Applicant,
  name: string,
): { readonly applicant: Applicant; readonly id: PersonId } {
  const { people = [] } = applicant;
  const plain = withoutAccents(name);
  const base = plain.replaceAll(/[^a-z0-9]+/g, "-").replaceAll(/^-|-$/g, "") || "person";
  const taken = new Set(people.map(({ id }) => id));
  let id = base;
  for (let number = 2; taken.has(id); number++) id = `${base}-${number}`;
  return { applicant: { ...applicant, people: [...people, { id, name }] }, id };
}
