/**
 * The right form of a value that is wrong: `3/14/2024` is written `2024-03-14`, `90 min` is 1.5.
 */
import { isoDay, lastDay } from "../base/calendar";
import { lettersOf } from "../base/letters";
import { didYouMean } from "../base/nearest";
import { readWrittenAges } from "../base/written/ages";
import { readWrittenAmount, readWrittenShare, type WrittenAmount, type WrittenUnit } from "../base/written/amount";
import { readWrittenAnswer } from "../base/written/answer";
import { readWrittenDay } from "../base/written/day";
import { readWrittenAssociation, readWrittenPlace } from "../base/written/place";
import { type Field, isInRange } from "../evidence/field";

/**
 * Finds what was probably meant by a wrong value.
 *
 * @returns What to write instead, in a sentence without its end; nothing where nobody can tell.
 */
export function rightForm(field: Field, name: string, value: unknown): string | undefined {
  if (typeof value === "number") return Number.isFinite(value) ? rightNumber(field, name, value) : undefined;
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
      return told(wordIn(value, field.words ?? [])) ?? didYouMean(value, field.words ?? []);
    case "words":
      return rightWords(value, field.words ?? []);
    case "texts":
      return told([value]);
    case "standings":
    case "absences":
      return undefined;
    case "ages":
      return told(readWrittenAges(withDigits(value))?.ages);
    case "place":
      return oneOf(readWrittenPlace(value));
    case "association":
      return oneOf(readWrittenAssociation(value));
    case "person":
    case "text":
      return undefined;
  }
}

const LONGEST = 200;

const COUNTS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

/** Writes small numbers as numbers. */
const withDigits = (text: string): string =>
  text.replaceAll(/[a-z]+/gi, (word) => {
    const count = COUNTS.indexOf(word.toLowerCase()) + 1;
    return count > 0 ? String(count) : word;
  });

const told = (value: unknown): string | undefined =>
  value === undefined ? undefined : `write ${JSON.stringify(value)}`;

const oneOf = (values: readonly string[]): string | undefined =>
  values.length === 0 ? undefined : `write ${values.map((value) => JSON.stringify(value)).join(" or ")}`;

const GOES_ON = /^\s*(?:present|current|now|today|ongoing|still|to date|-|–)\s*$/i;

function rightDay({ presumed }: Field, text: string): string | undefined {
  const found = readWrittenDay(text);
  if (found === undefined) {
    if (presumed !== undefined && GOES_ON.test(text)) return "leave it out: what has no end goes on";
    const last = lastDayInstead(text);
    return last === undefined ? undefined : `that month ends on ${last}`;
  }
  if ("yearless" in found) return "add the year";
  if ("ambiguous" in found) {
    const { mdy, dmy } = found.ambiguous;
    return `write ${JSON.stringify(mdy)} if the month stands first, ${JSON.stringify(dmy)} if the day does`;
  }
  return told(found.day);
}

/** The last day of the month in which a day would lie that the calendar does not have. */
function lastDayInstead(text: string): string | undefined {
  const last = /^\d{4}-\d\d-(?:29|30|31)$/.test(text) ? lastDay(text.slice(0, 7)) : Number.NaN;
  return Number.isNaN(last) ? undefined : isoDay(last);
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
  const digits = withDigits(text).trim();
  const { amount, unit } = readWrittenAmount(digits) ?? countedThings(digits) ?? {};
  if (amount === undefined) return undefined;
  if (unit === undefined || unit === UNITS[name])
    return isInRange(field, amount) ? told(rounded(amount)) : rightNumber(field, name, amount);
  if (unit === "percent" && SHARES.includes(name)) return told(rounded(amount / 100));
  const other = FIELDS[unit];
  return other && `leave ${name} out and write "${other}": ${rounded(amount)}`;
}

/** Reads a number of whatever is counted: `10 families`. */
function countedThings(text: string): WrittenAmount | undefined {
  const [, count] = /^(\d{1,6}) [a-z]+$/i.exec(text) ?? [];
  return count === undefined ? undefined : { amount: Number(count) };
}

function rightNumber(field: Field, name: string, number: number): string | undefined {
  if (field.type === "place" || field.type === "association") return undefined;
  if (field.type === "day")
    return rightDay(field, isInstant(number) ? isoDay(Math.floor(number / A_DAY)) : String(number));
  if (field.type === "person" || field.type === "text") return told(String(number));
  if (field.type === "boolean") return number === 0 || number === 1 ? told(number === 1) : undefined;
  if (!SHARES.includes(name) || !(number > 1 && number <= 100)) return undefined;
  if (name === "score") return told(rounded(number / 100));
  return `write ${rounded(number / 100)} if it is percent; if it is hours a week, leave it out and write "hoursPerWeek": ${number}`;
}

const A_DAY = 86_400_000;

/** Whether a number is a moment as JavaScript tells it, in milliseconds since 1970. */
const isInstant = (number: number) => number > 10_000 * A_DAY && number < 40_000 * A_DAY;

const rounded = (amount: number) => Math.round(amount * 10_000) / 10_000;

const isAge = (one: unknown): one is number => typeof one === "number" && Number.isInteger(one) && one >= 0;

/** `[36, 0]` is `[0, 36]`; ages may have been told as texts. */
function rightAges(value: readonly unknown[]): string | undefined {
  const numbers = value.map((one) => (typeof one === "string" ? Number(one) : one));
  if (numbers.length !== 2 || !numbers.every(isAge)) return undefined;
  return told([...numbers].sort((a, b) => a - b));
}

/** What else people call a word, in small letters without signs. */
const SYNONYMS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    bachelor: "ba bs bsc bsw bed undergraduate",
    master: "ma ms msc msw med mph",
    doctorate: "phd edd psyd doctor doctoral",
    associate: "aa as aas",
    employment: "job employee employed",
    internship: "practicum placement trainee",
    volunteer: "unpaid",
    individual: "oneonone onetoone 1on1",
    lapsed: "expired",
  }).flatMap(([word, others]) => others.split(" ").map((other) => [other, word] as const)),
);

/** Finds the word that a text means, whatever its capitals and signs: `Bachelor's degree` is `bachelor`. */
function wordIn(text: string, words: readonly string[]): string | undefined {
  const [first = ""] = text.toLowerCase().split(/['’]s\b|[(,]|\bdegree\b/);
  const names = [text, first].map(lettersOf);
  const meant = names.flatMap((name) => [name, SYNONYMS.get(name) ?? name]);
  return words.find((word) => meant.includes(lettersOf(word)));
}

function rightWords(text: string, words: readonly string[]): string | undefined {
  const found = text.split(/[;,|]/).map((part) => wordIn(part, words));
  return found.every((word) => word !== undefined) ? told(found) : undefined;
}
