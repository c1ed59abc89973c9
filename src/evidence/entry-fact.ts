/**
 * What a condition may ask of an entry: a field, one of the person whom it names, or what is computed.
 */
import { type CollectionName, categories } from "../model/applicant";
import type { Field } from "./field";
import { fieldOf, fields, placements } from "./fields";

/** What a fact inside `where` is drawn from. */
export interface EntryFact {
  /** `field`: of the entry; `person`: of the person whom the field names; `held`, `earned`, `validUntil`: computed. */
  readonly from: "field" | "person" | "held" | "earned" | "validUntil";
  /** The field of the entry. */
  readonly name: string;
  /** The field of the person. */
  readonly of?: string;
  /** What its value is. */
  readonly field: Field;
}

/**
 * Resolves a fact that a condition asks of one entry.
 *
 * @param collection - The collection of the entry.
 * @param fact - A field, `<person>.<field of people>`, `<person>.held`, `earned` or `validUntil`.
 * @returns What it is drawn from, or nothing where the collection has no such fact.
 */
export function entryFact(collection: CollectionName, fact: string): EntryFact | undefined {
  if (fact === "earned") {
    const { day: own, period } = placements[collection];
    return own || period ? { from: "earned", name: fact, field: { type: "day" } } : undefined;
  }
  if (fact === "validUntil" && collection === "memberships")
    return { from: "validUntil", name: fact, field: { type: "day" } };
  const [name = "", of] = fact.split(".");
  const field = fieldOf(collection, name);
  if (field === undefined) return undefined;
  if (of === undefined) return { from: "field", name, field };
  if (field.type !== "person") return undefined;
  if (of === "held") return { from: "held", name, field: { type: "words", words: heldWords } };
  const ofPerson = fieldOf("people", of);
  if (ofPerson === undefined || ofPerson.type === "standings") return undefined;
  return { from: "person", name, of, field: ofPerson };
}

/** What a person can hold: a category, or a category that is emerging. */
export const heldWords: readonly string[] = categories.flatMap((category) => [category, `${category}:emerging`]);

/** Every fact that a condition may ask of an entry, for suggestions. */
export function entryFacts(collection: CollectionName): readonly string[] {
  const own = Object.entries<Field>(fields[collection]).flatMap(([name, field]) =>
    field.type === "person"
      ? [name, `${name}.id`, `${name}.degree`, `${name}.held`, `${name}.vettedBy`, `${name}.meetsCriteria`]
      : [name],
  );
  return [...own, "earned", ...(collection === "memberships" ? ["validUntil"] : [])];
}
