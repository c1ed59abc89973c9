/**
 * What reading and writing of tables is given, checked before anything is read.
 */
import { wrong } from "../base/errors";
import { givenList, givenObject, givenOptions, givenTexts } from "../base/given";
import { isOneOf } from "../base/lists";
import { dateOrders } from "../base/written/day";
import { collectionNames, isCollection } from "../evidence/fields";
import type { TableSource } from "./cell";
import type { ReadTableOptions } from "./read-table";
import type { WriteTableOptions } from "./write-table";

/** Refuses a collection that is none. */
export function givenCollection(collection: unknown, pointer = "/options/collection"): void {
  if (typeof collection === "string" && isCollection(collection)) return;
  throw wrong("wrong-option", pointer, `one of: ${collectionNames.join(", ")}`, collection, "correct it");
}

/** Refuses what is no table, and options that are none. */
export function checkReading(source: TableSource, options: ReadTableOptions): void {
  const { collection, columns, dates, year, people, defaults, headings } = givenOptions(options);
  if (typeof source !== "string" && !(Array.isArray(source) && source.every(Array.isArray))) {
    throw wrong("wrong-type", "/source", "the text of a CSV file, or rows", source, "read bytes by decodeTable first");
  }
  givenCollection(collection);
  if (columns !== undefined) givenObject(columns, "/options/columns", "an object of fields by heading");
  if (dates !== undefined && !isOneOf(dateOrders, dates)) {
    throw wrong("wrong-option", "/options/dates", `one of: ${dateOrders.join(", ")}`, dates, "correct it");
  }
  if (year !== undefined && !Number.isInteger(year)) {
    throw wrong("wrong-option", "/options/year", "a year, such as 2026", year, "correct it");
  }
  if (people !== undefined) givenList(people, "/options/people", "a list of people");
  if (defaults !== undefined) givenObject(defaults, "/options/defaults", "an object of fields");
  if (headings === undefined) return;
  const what = "headings and words, as knownHeadings has them";
  const { any, collections, words, answers, canceled, totals } = givenObject(headings, "/options/headings", what);
  for (const [name, part] of Object.entries({ any, collections, words, answers })) {
    givenObject(part, `/options/headings/${name}`, `what stands there in ${what}`);
  }
  givenTexts(canceled, "/options/headings/canceled", "a list of texts");
  givenTexts(totals, "/options/headings/totals", "a list of texts");
}

/** Refuses entries that are none, and options that are none. */
export function checkWriting(entries: readonly object[], options: WriteTableOptions): void {
  const { collection, people } = givenOptions(options);
  givenCollection(collection);
  givenList(entries, "/entries", "a list of entries");
  if (people !== undefined) givenList(people, "/options/people", "a list of people");
}
