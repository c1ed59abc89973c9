/**
 * The words for people in one language: what groups, collections, fields and the words of vocabularies are called.
 */
import type { CollectionName } from "./applicant";

/** What something is called, and how it is explained. */
export interface Wording {
  /** The name, as it stands beside an input. */
  readonly label?: string;
  /** What it means, in a sentence. */
  readonly help?: string;
}

/** What a field is called. */
export interface FieldWording extends Wording {
  /** What a number is a number of. */
  readonly unit?: string;
  /** The group of fields it belongs to; told in English only. */
  readonly group?: string;
  /** What somebody might write into it. */
  readonly example?: string;
}

/** What a collection is called. */
export interface CollectionWording extends Wording {
  /** What one of its entries is called. */
  readonly entry?: string;
  /** The group of collections it belongs to; told in English only. */
  readonly group?: string;
  /** Its fields by name. */
  readonly fields?: Readonly<Record<string, FieldWording>>;
}

/** What a word of a vocabulary is called; only its name where it needs no explanation. */
export type WordWording = string | Wording;

/** The words of one language. English has them all; what another language lacks is shown in English. */
export interface Translation {
  /** Where the schema of the file is, for an editor; it is ignored. */
  readonly $schema?: string;
  /** The language, BCP 47: `en`, `es`. */
  readonly language: string;
  /** The name of the language in itself. */
  readonly name: string;
  /** Where it is read, for numbers and days, BCP 47: `es-US`; the language where absent. */
  readonly locale?: string;
  /** Groups of collections and of fields by id; in English they stand in the order of a form. */
  readonly groups?: Readonly<Record<string, string>>;
  /** The facts about an applicant that are no collection. */
  readonly applicant?: Readonly<Record<string, FieldWording>>;
  /** The collections by name. */
  readonly collections?: Readonly<Partial<Record<CollectionName, CollectionWording>>>;
  /** An endorsement of someone else. */
  readonly endorsement?: CollectionWording;
  /** A span in which work did not go on. */
  readonly absence?: CollectionWording;
  /** The words of each vocabulary. */
  readonly words?: Readonly<Record<string, Readonly<Record<string, WordWording>>>>;
  /** Short answers: `yes`, `no`, and `none` of a list. */
  readonly answers?: Readonly<Partial<Record<"yes" | "no" | "none", string>>>;
  /** What explanations say, in ICU MessageFormat, by id. */
  readonly messages?: Readonly<Record<string, string>>;
  /** What the rules say, by what they say in English: titles, readings, questions, places. */
  readonly rules?: Readonly<Record<string, string>>;
}
