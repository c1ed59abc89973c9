/**
 * The right form of a value that is wrong: `3/14/2024` is written `2024-03-14`, `90 min` is 1.5.
 */
import { readWrittenAges } from "../base/written/ages";
import { readWrittenAmount, readWrittenShare, type WrittenUnit } from "../base/written/amount";
import { readWrittenAnswer } from "../base/written/answer";
import { readWrittenDay } from "../base/written/day";
import { readWrittenAssociation, readWrittenPlace } from "../base/written/place";
import type { Field } from "../evidence/fields";

/**
 * Finds what was probably meant by a wrong value.
 *
 * @returns What to write instead, in a sentence without its end; nothing where nobody can tell.
 */
export function rightForm(field: Field, name: string, value: unknown): string | undefined {
  if (typeof value === "number") return rightNumber(field, name, value);
  if (Array.isArray(value)) return field.type === "ages" ? rightAges(value) : undefined;
  if (typeof value !== "string" || value.length > LONGEST) return undefined;
  switch (field.type) {
    case "day":
      return rightDay(field, value);
    case "number":
      return rightAmount(field, name, value);
    case "boolean":
      return told(readWrittenAnswer(value));
    case "word":
      return told(wordIn(value, field.words ?? []));
    case "words":
      return rightWords(value, field.words ?? []);
    case "texts":
      return told([value]);
    case "standings":
      return undefined;
    case "ages":
      return told(readWrittenAges(value)?.ages);
    case "place":
      return told(readWrittenPlace(value));
    case "association":
      return told(readWrittenAssociation(value));
    case "person":
    case "text":
      return undefined;
  }
}

const LONGEST = 200;

const told = (value: unknown): string | undefined =>
  value === undefined ? undefined : `write ${JSON.stringify(value)}`;

function rightDay({ imprecise }: Field, text: string): string | undefined {
  const found = readWrittenDay(text);
  if (found === undefined) return undefined;
  if ("yearless" in found) return "add the year";
  if ("ambiguous" in found) {
    const { mdy, dmy } = found.ambiguous;
    return `write ${JSON.stringify(mdy)} if the month stands first, ${JSON.stringify(dmy)} if the day does`;
  }
  if (imprecise || found.day.length === "YYYY-MM-DD".length) return told(found.day);
  return `write the day as well: ${JSON.stringify(found.day)} is known, the rest is not`;
}

/** The fields whose number has a unit of its own, and those to which another unit belongs. */
const UNITS: Readonly<Record<string, WrittenUnit>> = {
  hours: "hours",
  credits: "credits",
  ceus: "ceus",
  hoursPerWeek: "hours-per-week",
  fullTimeShare: "share",
};
const FIELDS: Readonly<Partial<Record<WrittenUnit, string>>> = {
  credits: "credits",
  ceus: "ceus",
  "hours-per-week": "hoursPerWeek",
};
/** The fields in which 1 is all. */
const SHARES = ["fullTimeShare", "score"];

function rightAmount(field: Field, name: string, text: string): string | undefined {
  const share = SHARES.includes(name) ? readWrittenShare(text) : undefined;
  if (typeof share === "number") return told(share);
  const { amount, unit } = readWrittenAmount(text) ?? {};
  if (amount === undefined) return undefined;
  if (unit === undefined || unit === UNITS[name])
    return fits(field, amount) ? told(rounded(amount)) : rightNumber(field, name, amount);
  if (unit === "percent" && SHARES.includes(name)) return told(rounded(amount / 100));
  const other = FIELDS[unit];
  return other && `leave ${name} out and write "${other}": ${rounded(amount)}`;
}

function rightNumber(field: Field, name: string, number: number): string | undefined {
  if (field.type === "place" || field.type === "association") return undefined;
  if (field.type === "day") return rightDay(field, String(number));
  if (field.type === "boolean") return number === 0 || number === 1 ? told(number === 1) : undefined;
  if (!SHARES.includes(name) || !(number > 1 && number <= 100)) return undefined;
  if (name === "score") return told(rounded(number / 100));
  return `write ${rounded(number / 100)} if it is percent; if it is hours a week, leave it out and write "hoursPerWeek": ${number}`;
}

/** Whether a number is one that the field takes. */
function fits({ least = 0, most = Number.POSITIVE_INFINITY, above, whole }: Field, number: number): boolean {
  return (above ? number > least : number >= least) && number <= most && (!whole || Number.isInteger(number));
}

const rounded = (amount: number) => Math.round(amount * 10_000) / 10_000;

/** `[36, 0]` is `[0, 36]`; ages may have been told as texts. */
function rightAges(value: readonly unknown[]): string | undefined {
  const numbers = value.map((one) => (typeof one === "string" ? Number(one) : one));
  if (numbers.length !== 2 || !numbers.every((one) => typeof one === "number" && Number.isInteger(one) && one >= 0)) {
    return undefined;
  }
  return told([...(numbers as number[])].sort((a, b) => a - b));
}

/** Finds the word that a text begins with, whatever its capitals and blanks: `Bachelor's degree` is `bachelor`. */
function wordIn(text: string, words: readonly string[]): string | undefined {
  const plain = text
    .trim()
    .toLowerCase()
    .replace(/[\s_/]+/g, "-");
  return (
    words.find((word) => word.toLowerCase() === plain) ?? words.find((word) => plain.startsWith(word.toLowerCase()))
  );
}

function rightWords(text: string, words: readonly string[]): string | undefined {
  const found = text.split(/[;,|]/).map((part) => wordIn(part, words));
  return found.every((word) => word !== undefined) ? told(found) : undefined;
}
