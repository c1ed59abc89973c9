/**
 * A form from the data: every field of an applicant with its words in one language.
 */
import { wrong } from "../base/errors";
import { givenObject, givenOptions } from "../base/given";
import type { Field, FieldType } from "../evidence/field";
import {
  applicantFields,
  collectionNames,
  fields,
  absenceFields as fieldsOfAbsence,
  standingFields as fieldsOfStanding,
  isCollection,
} from "../evidence/fields";
import { vocabularyOf } from "../evidence/vocabularies";
import type { CollectionName } from "../model/applicant";
import type { CollectionWording, FieldWording, Translation, Wording, WordWording } from "../model/translation";
import { BASE_LANGUAGE, translations } from "../rules/translations";

/** A word of a vocabulary, with what it is called. */
export interface FormWord {
  /** The word as the data has it. */
  readonly value: string;
  /** What it is called. */
  readonly label: string;
  /** What it means; absent where the name says it. */
  readonly help?: string;
  /** The language of its name, where it is not the one asked for. */
  readonly language?: string;
}

/** A group of collections or of fields. */
export interface FormGroup {
  /** The id. */
  readonly id: string;
  /** What it is called. */
  readonly label: string;
}

/** A collection, as the heading of a part of a form. */
export interface FormCollection {
  /** The name, as the applicant has it. */
  readonly name: CollectionName;
  /** What it is called. */
  readonly label: string;
  /** What one of its entries is called. */
  readonly entry: string;
  /** What belongs into it. */
  readonly help: string;
  /** The group that it belongs to. */
  readonly group: FormGroup;
}

/** One field of a form. */
export interface FormField {
  /** The name, as the data has it. */
  readonly name: string;
  /** The collection whose entries have it; absent of a fact about the applicant. */
  readonly collection?: FormCollection;
  /** What its value is. */
  readonly type: FieldType;
  /** What it is called. */
  readonly label: string;
  /** What it means, in a sentence. */
  readonly help: string;
  /** What a number is a number of. */
  readonly unit?: string;
  /** What somebody might write into it. */
  readonly example?: string;
  /** The group of fields that it belongs to. */
  readonly group?: FormGroup;
  /** The words to choose from, of a `word` or of `words`. */
  readonly words?: readonly FormWord[];
  /** The fields of each endorsement, of `standings`, or of each span, of `absences`. */
  readonly fields?: readonly FormField[];
  /** Whether an entry without it is no entry. */
  readonly needed: boolean;
  /** The least number. */
  readonly least?: number;
  /** The greatest number. */
  readonly most?: number;
  /** Whether the least number itself is too small. */
  readonly above?: true;
  /** Whether only whole numbers are read. */
  readonly whole?: true;
  /** What is presumed where it is left empty. */
  readonly presumed?: string | number | boolean;
  /** The language of its words, where they are not those that were asked for. */
  readonly language?: string;
}

/** How to word a form. */
export interface FormOptions {
  /** The language, BCP 47, such as `es`; what it lacks is shown in English. @default "en" */
  readonly language?: string;
  /** Words of one's own, in place of those of the language. */
  readonly translation?: Translation;
}

/**
 * The languages that have words of their own, by their names in themselves.
 *
 * @category Ask what was not told
 */
export function languages(): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(translations).map(([language, { name }]) => [language, name]));
}

/**
 * Lists every field of an applicant with its words for people: label, help, unit, group, and the words to choose from.
 *
 * Facts about the applicant come first, then the collections in the order of a form. Pure.
 *
 * @category Ask what was not told
 * @returns The fields; plain data.
 * @example
 * const hours = formFields().find(({ name, collection }) => name === "hours" && collection?.name === "training");
 * hours?.label; //=> "Clock hours"
 * hours?.unit; //=> "hours"
 */
export function formFields(options: FormOptions = {}): FormField[] {
  const { language = BASE_LANGUAGE, translation } = givenOptions(options);
  if (typeof language !== "string") {
    throw wrong("wrong-option", "/options/language", "a language by its code of BCP 47", language, "correct it");
  }
  if (translation !== undefined) givenObject(translation, "/options/translation", "words of one's own");
  const words = wordsOf(translation ?? translationOf(language));
  const about = Object.entries<Field>(applicantFields).map(([name, field]) =>
    words.field(name, field, (one) => one.applicant?.[name]),
  );
  return [...about, ...formCollections(words).flatMap((collection) => entryFields(words, collection))];
}

function entryFields(words: Words, collection: FormCollection): FormField[] {
  return Object.entries<Field>(fields[collection.name]).map(([name, field]) => ({
    collection,
    ...words.field(name, field, (one) => one.collections?.[collection.name]?.fields?.[name]),
  }));
}

/** The collections in the order of a form: by group, and in a group as the data lists them. */
function formCollections({ group, wording }: Words): FormCollection[] {
  const groups = Object.keys(base.groups ?? {});
  const all = collectionNames.map((name) => {
    const { label = name, entry = label, help = "", group: id = "" } = wording((one) => one.collections?.[name]);
    return { name, label, entry, help, group: group(id) };
  });
  return all.sort((a, b) => groups.indexOf(a.group.id) - groups.indexOf(b.group.id));
}

const base: Translation = translations[BASE_LANGUAGE] ?? { language: BASE_LANGUAGE, name: "" };

/** The words of a language: `es-US` are those of `es`. */
function translationOf(language: string): Translation {
  const [main = language] = language.split("-");
  const found = [language, main].find((one) => Object.hasOwn(translations, one));
  return (found === undefined ? undefined : translations[found]) ?? { language, name: language };
}

type AnyWording = FieldWording & Omit<CollectionWording, "fields">;

/** Looks up words, and falls back on English. */
interface Words {
  readonly wording: (find: (one: Translation) => AnyWording | undefined) => AnyWording;
  readonly group: (id: string) => FormGroup;
  readonly field: (name: string, field: Field, find: (one: Translation) => FieldWording | undefined) => FormField;
}

function wordsOf(own: Translation): Words {
  /** Marks what is shown in another language than was asked for. */
  const marked = (...told: readonly unknown[]) => (told.includes(undefined) ? { language: BASE_LANGUAGE } : {});
  const wording: Words["wording"] = (find) => ({ ...find(base), ...find(own) });
  const group = (id: string) => ({ id, label: own.groups?.[id] ?? base.groups?.[id] ?? id });

  const word = (vocabulary: string, value: string): FormWord => {
    const find = ({ words }: Translation) => told(words?.[vocabulary]?.[value]);
    const { label = value, help } = wording(find);
    return { value, label, ...(help !== undefined && { help }), ...marked(find(own)?.label) };
  };
  const collectionWord = (value: string): FormWord => {
    const find = ({ collections }: Translation) => (isCollection(value) ? collections?.[value] : undefined);
    return { value, label: wording(find).label ?? value, ...marked(find(own)?.label) };
  };

  const field: Words["field"] = (name, { words, needed = false, unless: _, ...what }, find) => {
    const { label = name, help = "", group: id, ...more } = wording(find);
    const vocabulary = words && vocabularyOf(words);
    return {
      name,
      ...what,
      label,
      help,
      ...more,
      ...(id !== undefined && { group: group(id) }),
      needed,
      ...(words && { words: words.map((one) => (vocabulary ? word(vocabulary, one) : collectionWord(one))) }),
      ...(what.type === "standings" && { fields: standingFields() }),
      ...(what.type === "absences" && { fields: absenceFields() }),
      ...marked(find(own)?.label, find(own)?.help),
    };
  };
  const standingFields = () =>
    Object.entries<Field>(fieldsOfStanding).map(([name, one]) =>
      field(name, one, ({ endorsement }) => endorsement?.fields?.[name]),
    );
  const absenceFields = () =>
    Object.entries<Field>(fieldsOfAbsence).map(([name, one]) =>
      field(name, one, ({ absence }) => absence?.fields?.[name]),
    );
  return { wording, group, field };
}

const told = (word: WordWording | undefined): Wording | undefined =>
  typeof word === "string" ? { label: word } : word;
