/**
 * What a column of a table is taken for.
 */
import type { Field } from "../evidence/field";
import { fieldOf, fields } from "../evidence/fields";
import type { CollectionName } from "../model/applicant";

/** What a column is taken for. */
export type ColumnTarget =
  /** A field, with what the heading says of it: a unit, or that it belongs to individual or group sessions. */
  | {
      readonly to: "field";
      readonly field: string;
      readonly unit?: "minutes" | "months" | "years" | "either";
      readonly format?: "individual" | "group";
      /** It only stands in where the field itself is not told. */
      readonly otherwise?: true;
    }
  /** A word of a list, in whose column there is a cross where it fits. */
  | { readonly to: "mark"; readonly field: string; readonly word: string }
  /** Something about the person whom a field names. */
  | { readonly to: "person"; readonly field: string; readonly of: "endorsements" | "degree" }
  /** Both ends of a period. */
  | { readonly to: "span" }
  /** Times of day. */
  | { readonly to: "start time" | "end time" | "times" }
  /** Nothing that is asked for. */
  | { readonly to: "nothing" };

const MARK = /^(\w+): (\S+)$/;
const UNIT = /^(\w+) in (minutes|months|years)$/;
const FORMAT = /^hours as (individual|group)$/;
const OF_PERSON = /^(\w+)\.(endorsements|degree)$/;

/**
 * Reads a target as the data and callers write it: `hours`, `hours in minutes`, `hours as group`, `provider.endorsements`,
 * `span`, `start time`, `topics: providing-rsc` of a column of crosses, `nothing`.
 *
 * @returns Nothing where the collection has no such field.
 */
export function targetOf(collection: CollectionName, text: string): ColumnTarget | undefined {
  if (text === "nothing" || text === "span" || text === "times" || text === "start time" || text === "end time") {
    return { to: text };
  }
  const [, format] = FORMAT.exec(text) ?? [];
  if (format !== undefined) return { to: "field", field: "hours", format: format as "individual" | "group" };
  const [, person = "", of] = OF_PERSON.exec(text) ?? [];
  if (of !== undefined) {
    const isPerson = fieldOf(collection, person)?.type === "person";
    return isPerson ? { to: "person", field: person, of: of as "endorsements" | "degree" } : undefined;
  }
  const [, list = "", word = ""] = MARK.exec(text) ?? [];
  if (word !== "") {
    const { type, words = [] } = fieldOf(collection, list) ?? {};
    return type === "words" && words.includes(word) ? { to: "mark", field: list, word } : undefined;
  }
  const [, measured = "", unit] = UNIT.exec(text) ?? [];
  const [, instead] = /^(\w+) otherwise$/.exec(text) ?? [];
  const [, either] = /^(\w+) of either unit$/.exec(text) ?? [];
  const field = unit === undefined ? (instead ?? either ?? text) : measured;
  if (fieldOf(collection, field) === undefined) return undefined;
  if (unit !== undefined) return { to: "field", field, unit: unit as "minutes" | "months" | "years" };
  if (either !== undefined) return { to: "field", field, unit: "either" };
  return instead === undefined ? { to: "field", field } : { to: "field", field, otherwise: true };
}

/** The fields of a collection that are lists of words. */
export const listFields = (collection: CollectionName): readonly (readonly [name: string, field: Field])[] =>
  Object.entries<Field>(fields[collection]).filter(([, { type }]) => type === "words");

/** What tells two columns that are taken for the same thing. */
export const targetKey = (target: ColumnTarget): string => JSON.stringify(target);
