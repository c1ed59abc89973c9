/**
 * One language: its messages, the words of the data, and how it writes numbers, days and lists.
 */
import { IntlMessageFormat } from "intl-messageformat";
import { dayNumber } from "../base/calendar";
import { wrong } from "../base/errors";
import { givenObject, givenOptions } from "../base/given";
import type { CollectionName } from "../model/applicant";
import type { ImpreciseDay } from "../model/rulebook";
import type { Translation } from "../model/translation";
import { BASE_LANGUAGE, type MessageId, translations } from "../rules/translations";
import { type FormCollection, type FormField, formFields } from "./form";

/** In which language to write. */
export interface LanguageOptions {
  /** The language, BCP 47: `en`, `es`, `es-MX`. @default "en" */
  readonly language?: string;
  /** Words of one's own, for a language that the package does not have; what it lacks is shown in English. */
  readonly translation?: Translation;
}

/** The options of a language. */
export const LANGUAGE_OPTIONS = ["language", "translation"] as const;

/** What a message is filled with. */
export type Values = Readonly<Record<string, string | number | boolean | undefined>>;

/** Writes in one language. */
export interface Language {
  /** The language, BCP 47. */
  readonly code: string;
  /** Fills a message. */
  readonly say: (id: MessageId, values?: Values) => string;
  /** A short answer. */
  readonly answer: (answer: "yes" | "no" | "none") => string;
  /** What the rules say, in this language; English, and marked so, where it is not translated. */
  readonly rule: (english: string) => string;
  /** A name by language, such as an association's own; the English one, marked, where there is none. */
  readonly name: (names: Readonly<Record<string, string>>) => string;
  /** A day, a month or a year. */
  readonly day: (day: ImpreciseDay) => string;
  /** A day that comes every year, from `MM-DD`. */
  readonly yearlyDay: (monthAndDay: string) => string;
  /** A number. */
  readonly number: (value: number) => string;
  /** A share as a percentage. */
  readonly percent: (share: number) => string;
  /** An amount of money. */
  readonly money: (amount: number, currency: string) => string;
  /** Words in a sentence. */
  readonly list: (words: readonly string[], last: "and" | "or") => string;
  /** A field of a form; of the applicant where no collection is told. */
  readonly field: (collection: CollectionName | undefined, name: string) => FormField | undefined;
  /** A collection. */
  readonly collection: (name: CollectionName) => FormCollection | undefined;
}

const MILLISECONDS = 86_400_000;

/** What is shown in English is marked; how that looks is for the format in which it is written. */
export const marks = { open: "\u{E000}", close: "\u{E001}" } as const;
/** A text without the marks of what is shown in English: for what is handed out as one string. */
export const unmarked = (text: string): string => text.replaceAll(marks.open, "").replaceAll(marks.close, "");
const inEnglish = (text: string) => `${marks.open}${text}${marks.close}`;

const known = new Map<string, Language>();

/**
 * Finds the language in which to write.
 *
 * @throws `ApplicantError` `wrong-option` for a language that the package does not have.
 */
export function languageOf(options: LanguageOptions): Language {
  const { language, translation } = givenOptions(options);
  if (translation !== undefined) {
    givenObject(translation, "/options/translation", "words, as rules/translations has them");
    checkedLanguage(translation.language, "/options/translation/language");
  }
  const code = language ?? translation?.language ?? BASE_LANGUAGE;
  if (translation !== undefined) return makeLanguage(checkedLanguage(code), translation);
  let found = known.get(code);
  if (found === undefined) known.set(code, (found = makeLanguage(code, shipped(code))));
  return found;
}

function shipped(code: string): Translation {
  const [main = code] = checkedLanguage(code).split("-");
  const found = [code, main].find((one) => Object.hasOwn(translations, one));
  if (found !== undefined) return translations[found] as Translation;
  const all = Object.keys(translations).join(", ");
  throw wrong("wrong-option", "/options/language", `one of: ${all}`, code, "or give a translation of your own");
}

/** Returns the code of a language as it is written. */
function checkedLanguage(code: string, pointer = "/options/language"): string {
  try {
    if (typeof code === "string" && Intl.getCanonicalLocales(code).length === 1) return code;
  } catch {
    // it is written otherwise
  }
  throw wrong("wrong-option", pointer, "a language by its code of BCP 47, such as es or es-MX", code, "correct it");
}

const english: Translation = shipped(BASE_LANGUAGE);

function makeLanguage(code: string, translation: Translation): Language {
  const { language, locale = language, messages = {}, rules = {} } = translation;
  const isEnglish = language === BASE_LANGUAGE;
  // whoever names a country writes numbers and days as there
  const where = code.includes("-") ? code : locale;
  const formats = new Map<string, IntlMessageFormat>();
  const formatOf = (id: MessageId): IntlMessageFormat => {
    let format = formats.get(id);
    if (format !== undefined) return format;
    const own = messages[id];
    format =
      own === undefined && !isEnglish
        ? new IntlMessageFormat(inEnglish(english.messages?.[id] ?? id), BASE_LANGUAGE)
        : new IntlMessageFormat(own ?? id, where);
    formats.set(id, format);
    return format;
  };
  const fields = formFields({ language, translation });
  const collections = new Map(fields.flatMap(({ collection }) => (collection ? [[collection.name, collection]] : [])));
  const byName = new Map(fields.map((field) => [`${field.collection?.name ?? ""}.${field.name}`, field]));
  return {
    code: where,
    say: (id, values) => String(formatOf(id).format(values as Record<string, string>)),
    answer: (answer) => translation.answers?.[answer] ?? inEnglish(english.answers?.[answer] ?? answer),
    rule: (text) => (isEnglish ? text : (rules[text] ?? inEnglish(text))),
    name: (names) =>
      names[language] ??
      (names[BASE_LANGUAGE] === undefined ? Object.values(names)[0] : undefined) ??
      inEnglish(names[BASE_LANGUAGE] ?? ""),
    day: (day) => dayWords(day, where),
    yearlyDay: (day) => days(where, { month: "long", day: "numeric" }).format(dayNumber(`2000-${day}`) * MILLISECONDS),
    number: (value) => numbers(where, { maximumFractionDigits: 2 }).format(value),
    percent: (share) => numbers(where, { style: "percent" }).format(share),
    money: (amount, currency) => moneyWords(amount, currency, where),
    list: (words, last) => lists(where, { type: last === "and" ? "conjunction" : "disjunction" }).format(words),
    field: (collection, name) => byName.get(`${collection ?? ""}.${name}`),
    collection: (name) => collections.get(name),
  };
}

/** To make a formatter takes longer than to write hundreds of things with it: each is made once. */
function madeOnce<O, F>(make: (code: string, options: O) => F): (code: string, options: O) => F {
  const known = new Map<string, F>();
  return (code, options) => {
    const key = `${code} ${JSON.stringify(options)}`;
    const found = known.get(key) ?? make(code, options);
    known.set(key, found);
    return found;
  };
}

const days = madeOnce(
  (code, options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(code, { ...options, timeZone: "UTC" }),
);
const numbers = madeOnce((code, options: Intl.NumberFormatOptions) => new Intl.NumberFormat(code, options));
const lists = madeOnce((code, options: Intl.ListFormatOptions) => new Intl.ListFormat(code, options));

function dayWords(day: ImpreciseDay, code: string): string {
  const [year = "", month, date] = day.split("-");
  if (month === undefined) return year;
  const at = dayNumber(`${year}-${month}-${date ?? "01"}`) * MILLISECONDS;
  return days(code, { year: "numeric", month: "long", ...(date && { day: "numeric" }) }).format(at);
}

function moneyWords(amount: number, currency: string, code: string): string {
  const minimumFractionDigits = Number.isInteger(amount) ? 0 : 2;
  return numbers(code, { style: "currency", currency, minimumFractionDigits }).format(amount);
}
