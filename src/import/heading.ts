/**
 * Headings of columns as people write them.
 */
import { fields } from "../evidence/fields";
import type { CollectionName } from "../model/applicant";
import type { Headings, HeadingsByTarget } from "../model/headings";
import { translations } from "../rules/translations";
import { type ColumnTarget, listFields, targetOf } from "./target";
import { mistyped, plainWords } from "./wording";
import { wordForms } from "./words";

/** What a heading stands for. */
export interface HeadingFound {
  /** The target. */
  readonly target: ColumnTarget;
  /** Whether the heading is one that is known, and not only like one. */
  readonly sure: boolean;
}

/** Reads headings of tables of one collection. */
export type HeadingReader = (text: string) => HeadingFound | undefined;

const LONGEST = 80;

/** Makes the reader of the headings of a collection. */
export function headingReader(collection: CollectionName, headings: Headings): HeadingReader {
  const known = targetsOf(collection, headings);
  const found = new Map<string, HeadingFound | undefined>();
  return (text) => {
    const plain = plainWords(text);
    if (!found.has(plain)) found.set(plain, text.length > LONGEST ? undefined : lookedUp(text, plain, known));
    return found.get(plain);
  };
}

/** The known headings, made once for each collection. */
const made = new WeakMap<Headings, Map<CollectionName, ReadonlyMap<string, ColumnTarget>>>();

function targetsOf(collection: CollectionName, headings: Headings): ReadonlyMap<string, ColumnTarget> {
  const own = made.get(headings) ?? new Map<CollectionName, ReadonlyMap<string, ColumnTarget>>();
  made.set(headings, own);
  const known = own.get(collection) ?? knownTargets(collection, headings);
  own.set(collection, known);
  return known;
}

function lookedUp(text: string, plain: string, known: ReadonlyMap<string, ColumnTarget>): HeadingFound | undefined {
  const exact = known.get(plain) ?? known.get(plainWords(text.replace(/\([^)]*\)/g, " ")));
  if (exact !== undefined) return { target: exact, sure: true };
  const like = known.get(containedIn(plain, known) ?? mistyped(plain, known.keys()) ?? "");
  return like && { target: like, sure: false };
}

/** Finds the longest known heading that stands in another, word by word: `Training date MM/DD/YYYY`. */
function containedIn(plain: string, known: ReadonlyMap<string, ColumnTarget>): string | undefined {
  const words = plain.split(" ");
  for (let length = words.length - 1; length > 0; length--) {
    for (let at = 0; at + length <= words.length; at++) {
      const part = words.slice(at, at + length).join(" ");
      const target = known.get(part);
      if (target !== undefined && part.length > 3 && target.to !== "nothing" && target.to !== "mark") return part;
    }
  }
  return undefined;
}

/** Every known heading of a collection; where two targets share one, the first has it. */
export function knownTargets(collection: CollectionName, headings: Headings): ReadonlyMap<string, ColumnTarget> {
  const known = new Map<string, ColumnTarget>();
  const add = (text: string, target: ColumnTarget | undefined) => {
    const plain = plainWords(text);
    if (target !== undefined && plain !== "" && !known.has(plain)) known.set(plain, target);
  };
  const addAll = (own: HeadingsByTarget = {}) => {
    for (const [name, texts] of Object.entries(own)) {
      for (const text of texts) add(text, name === "like" ? undefined : targetOf(collection, name));
    }
  };
  // what templates write comes first, so that they are read as they were meant
  const names = Object.keys(fields[collection]);
  for (const { collections = {} } of Object.values(translations)) {
    for (const name of names) add(collections[collection]?.fields?.[name]?.label ?? "", targetOf(collection, name));
  }
  for (const name of names)
    add(
      name.replace(/[A-Z]/g, (letter) => ` ${letter}`),
      targetOf(collection, name),
    );
  const own = headings.collections[collection];
  addAll(own);
  for (const other of own?.["like"] ?? []) addAll(headings.collections[other]);
  addAll(headings.any);
  // a column of crosses is named after its word, not after a synonym that may be a field elsewhere
  for (const [field, { words = [] }] of listFields(collection)) {
    for (const [form, word] of wordForms(words, { ...headings, words: {} })) add(form, { to: "mark", field, word });
  }
  return known;
}
