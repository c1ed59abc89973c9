/**
 * Reads one cell as the field that its column is taken for.
 */
import { readWrittenAges } from "../base/written/ages";
import { readWrittenAmount, readWrittenShare, type WrittenUnit } from "../base/written/amount";
import { readWrittenAnswer } from "../base/written/answer";
import { type DateOrder, type DayDoubt, type DayFound, readSerialDay, readWrittenDay } from "../base/written/day";
import { readWrittenAssociation, readWrittenPlace } from "../base/written/place";
import { isPresent, readWrittenSpan } from "../base/written/span";
import { type Field, type FieldType, isInRange } from "../evidence/field";
import { ASSOCIATION, PLACE } from "../evidence/fields";
import { categories } from "../model/applicant";
import type { Headings } from "../model/headings";
import type { Cell } from "./cell";
import type { CellGuess, CellProblem, CellRead } from "./finding";
import type { PeopleReader } from "./people";
import type { ColumnTarget } from "./target";
import { plainWords } from "./wording";
import { isNone, type WordReader, wordReader } from "./words";

/** What cells are read with. */
export interface CellContext {
  /** The order of days told in numbers. */
  readonly order?: DateOrder;
  /** The year of days told without one. */
  readonly year?: number;
  /** Whether bare numbers of a column of either unit are minutes. */
  readonly minutes: boolean;
  /** Who is named. */
  readonly people: PeopleReader;
  /** The words and answers that people use. */
  readonly headings: Headings;
  /** The readers of vocabularies made so far. */
  readonly readers: Map<readonly string[], WordReader>;
}

type FieldTarget = Extract<ColumnTarget, { to: "field" }>;

const NOTHING: CellRead = { sets: {}, guesses: [] };
const BLANK = /^(?:n\/?a|-+|—|–|\?+|tbd|unknown|desconocido)$/i;

/** Whether a cell tells nothing. */
export const isBlank = (text: string): boolean => text === "" || BLANK.test(text);

const sets = (field: string, value: unknown, ...guesses: readonly CellGuess[]): CellRead => ({
  sets: { [field]: value },
  guesses,
});

const fails = (
  code: CellProblem["code"],
  message: string,
  advice: string,
  guesses: readonly CellGuess[] = [],
): CellRead => ({
  sets: {},
  guesses,
  problem: { code, message, advice },
});

const quoted = (text: string) => JSON.stringify(text.length > 60 ? `${text.slice(0, 59)}…` : text);

/** Types of field whose value may be a list of nothing. */
const LISTS: ReadonlySet<FieldType> = new Set(["words", "standings", "texts", "absences"]);

/** Reads a cell; `raw` is what stood there, `text` is that as text. */
export function readCell(target: FieldTarget, field: Field, raw: Cell, text: string, context: CellContext): CellRead {
  const name = target.field;
  if (field.type === "text") return text === "" ? NOTHING : sets(name, text);
  if (LISTS.has(field.type) && isNone(text)) return sets(name, []);
  if (isBlank(text)) return NOTHING;
  switch (field.type) {
    case "day":
      return readDay(name, field, raw, text, context);
    case "number":
      return readNumber(target, field, text, context);
    case "boolean":
      return readBoolean(name, text, context);
    case "word":
      return readWord(name, field, text, context);
    case "words":
      return readWords(name, field, text, context);
    case "ages":
      return readAges(target, text);
    case "person":
      return readPerson(name, text, context);
    case "association":
      return readCode(name, ASSOCIATION.test(text) ? [text] : readWrittenAssociation(text), text, "us-wa");
    case "place":
      return readCode(name, PLACE.test(text) ? [text] : readWrittenPlace(text), text, "US-WA");
    case "texts":
      return sets(
        name,
        text.split(/\s*;\s*/).filter((part) => part !== ""),
      );
    case "standings":
      return readStandings(name, text, context);
    case "absences":
      return readAbsences(name, text, context);
  }
}

/** A place or an association: of several that a text may mean none is taken. */
function readCode(name: string, found: readonly string[], text: string, example: string): CellRead {
  const [only, ...more] = found;
  if (only === undefined)
    return fails("unreadable", `${quoted(text)} is not known`, `Write its code, such as ${example}.`);
  if (more.length === 0) return sets(name, only);
  return fails("unreadable", `${quoted(text)} may be ${found.join(" or ")}`, "Write which of them.");
}

const DOUBTS: Readonly<Record<DayDoubt, CellGuess>> = {
  "two-digit-year": { code: "two-digit-year", message: "years of two digits are taken as 1950 to 2049" },
  "other-order": {
    code: "other-order",
    message: "a day that cannot be read in the order of the others is read in the other order",
  },
  "year-from-elsewhere": { code: "year", message: "the year is taken from elsewhere" },
  season: { code: "season", message: "of a season only the year is taken" },
  serial: { code: "serial", message: "a number is taken as the day by which a spreadsheet knows it" },
};

/** Reads a day, with the last day where several are told. */
function readDay(name: string, field: Field, raw: Cell, text: string, context: CellContext): CellRead {
  if (field.presumed !== undefined && isPresent(text)) return NOTHING;
  const serial = typeof raw === "number" ? readSerialDay(raw) : undefined;
  const found = serial ?? readWrittenDay(text, context) ?? lastOf(text, context);
  return dayRead(name, found, text);
}

/** The last of several days: `March 14-16, 2024`, `Oct 3 & 10, 2023`. */
function lastOf(text: string, context: CellContext): DayFound | undefined {
  const end = readWrittenSpan(text.replace(/\s*(?:&|,? and|,? y)\s+/g, " - "), context)?.end;
  return end === "present" ? undefined : end;
}

/** What a day that was found says; of two possible days only the year is certain. */
export function dayRead(name: string, found: DayFound | undefined, text: string): CellRead {
  if (found === undefined) {
    return fails("unreadable", `${quoted(text)} is no day`, "Write the day as 2024-03-14 or 3/14/2024.");
  }
  if ("yearless" in found)
    return fails(
      "no-year",
      `${quoted(text)} has no year`,
      "Write the year as well, or tell it once with the option year.",
    );
  if (!("ambiguous" in found))
    return sets(name, found.day, ...(found.doubt === undefined ? [] : [DOUBTS[found.doubt]]));
  const { mdy, dmy } = found.ambiguous;
  return {
    ...sets(name, mdy.slice(0, 4)),
    problem: {
      code: "ambiguous-day",
      message: `${quoted(text)} is ${mdy} or ${dmy}; only the year is taken`,
      advice: "Tell whether the month or the day stands first, with the option dates.",
    },
  };
}

/** The unit of a number without one, and the field to which another unit belongs. */
const OTHER_FIELDS: Readonly<Partial<Record<WrittenUnit, string>>> = {
  hours: "hours",
  ceus: "ceus",
  credits: "credits",
  "hours-per-week": "hoursPerWeek",
};
const OWN_UNITS: Readonly<Record<string, WrittenUnit>> = {
  hours: "hours",
  ceus: "ceus",
  credits: "credits",
  hoursPerWeek: "hours-per-week",
  fullTimeShare: "share",
};
const SHARES = ["fullTimeShare", "score"];
const ABOUT: CellGuess = { code: "about", message: "an amount told as about so much is taken as just so much" };

function readNumber(target: FieldTarget, field: Field, text: string, context: CellContext): CellRead {
  const { field: name, unit } = target;
  const share = name === "fullTimeShare" ? readWrittenShare(text) : undefined;
  if (share === "some") {
    return fails(
      "share-not-told",
      `${quoted(text)} does not tell the share of full time`,
      "Write the share, such as 0.5, or the hours a week.",
    );
  }
  if (share !== undefined) return sets(name, share);
  const found = readWrittenAmount(text);
  if (found === undefined) return fails("unreadable", `${quoted(text)} is no amount`, "Write a number, such as 1.5.");
  const about = found.about ? [ABOUT] : [];
  const inField = fieldOfUnit(name, found.unit);
  if (inField === undefined) {
    return fails("unreadable", `${quoted(text)} is told in another unit`, `Write the ${name} as a number.`);
  }
  const amount = inOwnUnit(name, unit, found.unit, found.amount, context);
  if (inField === name && !isInRange(field, amount)) {
    return fails("out-of-range", `${quoted(text)} is out of the range of ${name}`, "Correct it.");
  }
  return sets(inField, amount, ...about);
}

function fieldOfUnit(name: string, unit: WrittenUnit | undefined): string | undefined {
  if (unit === undefined || unit === OWN_UNITS[name]) return name;
  if (unit === "percent" || unit === "share") return SHARES.includes(name) ? name : undefined;
  return OWN_UNITS[name] === undefined ? undefined : OTHER_FIELDS[unit];
}

function inOwnUnit(
  name: string,
  unit: FieldTarget["unit"],
  told: WrittenUnit | undefined,
  amount: number,
  { minutes }: CellContext,
): number {
  const isMinutes = told === undefined && (unit === "minutes" || (unit === "either" && minutes));
  if (isMinutes) return amount / 60;
  const isPercent = told === "percent" || (told === undefined && name === "score" && amount > 1 && amount <= 100);
  return isPercent ? amount / 100 : amount;
}

function readBoolean(name: string, text: string, { headings }: CellContext): CellRead {
  const { yes = [], no = [] } = headings.answers[name] ?? {};
  const plain = plainWords(text);
  if (yes.some((one) => plainWords(one) === plain)) return sets(name, true);
  if (no.some((one) => plainWords(one) === plain)) return sets(name, false);
  const answer = readWrittenAnswer(text);
  return answer === undefined
    ? fails("unreadable", `${quoted(text)} is neither yes nor no`, "Write yes or no.")
    : sets(name, answer);
}

function readerOf(words: readonly string[], { readers, headings }: CellContext): WordReader {
  const known = readers.get(words);
  if (known !== undefined) return known;
  const made = wordReader(words, headings);
  readers.set(words, made);
  return made;
}

const near = (text: string, word: string): CellGuess => ({
  code: "near-word",
  message: `${quoted(text)} is taken for ${word}`,
});

function readWord(name: string, { words = [] }: Field, text: string, context: CellContext): CellRead {
  const found = readerOf(words, context).one(text);
  if (found !== undefined) return sets(name, found.word, ...(found.near ? [near(text, found.word)] : []));
  if (words.includes("other")) return sets(name, "other", other(text));
  return unknownWord(text, words);
}

const other = (text: string): CellGuess => ({ code: "other-topic", message: `${quoted(text)} is taken for "other"` });

const unknownWord = (text: string, words: readonly string[]): CellRead =>
  fails("unknown-word", `${quoted(text)} is none of the words`, `Write one of: ${words.join(", ")}.`);

function readWords(name: string, { words = [] }: Field, text: string, context: CellContext): CellRead {
  const { words: found, unknown } = readerOf(words, context).list(text);
  const [first] = unknown;
  // a list is told completely or not at all
  if (first !== undefined && !words.includes("other")) return unknownWord(first, words);
  const told = [...new Set([...found.map(({ word }) => word), ...(first === undefined ? [] : ["other"])])];
  const guesses = found.filter(({ near: isNear }) => isNear).map(({ word }) => near(text, word));
  return told.length === 0 ? unknownWord(text, words) : sets(name, told, ...guesses, ...unknown.map(other));
}

const AGES: CellGuess = { code: "ages", message: "whether ages are months or years is worked out from their size" };

function readAges({ field: name, unit }: FieldTarget, text: string): CellRead {
  const known = unit === "months" || unit === "years" ? unit : undefined;
  const found = text.split(/\s*;\s*/).map((part) => readWrittenAges(part, known));
  if (!found.every((one) => one !== undefined)) {
    return fails("unreadable", `${quoted(text)} are no ages`, "Write ages such as 0-36 months.");
  }
  const ranges = found.flatMap(({ ages }) => (ages === undefined ? [] : [ages]));
  return {
    sets: {
      ...(ranges.length > 0 && { [name]: ranges.length === 1 ? ranges[0] : ranges }),
      ...(found.some(({ prenatal }) => prenatal) && { prenatal: true }),
    },
    guesses: found.some(({ guessed }) => guessed) ? [AGES] : [],
  };
}

/** Reads spans in which work did not go on: `2020-03-01 to 2020-06-30; 2022`. */
function readAbsences(name: string, text: string, context: CellContext): CellRead {
  const absences: object[] = [];
  for (const part of text.split(/\s*[;\n]\s*/).filter((one) => one !== "")) {
    const { start, end } = readWrittenSpan(part, context) ?? { start: readWrittenDay(part, context), end: "present" };
    const last = end === "present" ? undefined : end;
    if (start === undefined || !("day" in start) || (last !== undefined && !("day" in last))) {
      return fails("unreadable", `${quoted(part)} is no span`, "Write it as 2020-03-01 to 2020-06-30.");
    }
    absences.push({ start: start.day, ...(last && { end: last.day }) });
  }
  return sets(name, absences);
}

function readPerson(name: string, text: string, { people }: CellContext): CellRead {
  const found = people.find(text);
  if (found === "several") {
    return fails("several-people", `${quoted(text)} names several people`, `Name the one ${name} of these hours.`);
  }
  if (found === undefined) return fails("unreadable", `${quoted(text)} is no name`, "Write the name.");
  const { id, takenFor } = found;
  const message = `${quoted(text)} is taken for ${takenFor}`;
  return sets(name, id, ...(takenFor === undefined ? [] : [{ code: "same-person" as const, message }]));
}

const STANDING =
  /^(.+?)(?:\s+\(?(emerging|full)\)?)?(?:\s+(?:since|from)\s+(\S+))?(?:\s+(?:until|to)\s+(\S+))?(?:\s+by\s+(\S+))?$/i;

/** Reads endorsements: `IMHS since 2019-05-01; ERS emerging`. */
export function readStandings(name: string, text: string, context: CellContext): CellRead {
  const parts = text.split(/\s*[;,\n]\s*/).filter((part) => part !== "");
  const standings: object[] = [];
  for (const part of parts) {
    const [, word = "", status, since, until, by = ""] = STANDING.exec(part) ?? [];
    const category = readerOf(categories, context).one(word);
    const [from, to] = [since, until].map((day) => (day === undefined ? undefined : readWrittenDay(day, context)));
    if (category === undefined || category.near || isUnsure(since, from) || isUnsure(until, to)) {
      return fails("unknown-word", `${quoted(part)} is no endorsement`, "Write it by its letters, such as IMHS.");
    }
    standings.push({
      category: category.word,
      ...(status && { status: status.toLowerCase() }),
      ...(from && "day" in from && { since: from.day }),
      ...(to && "day" in to && { until: to.day }),
      ...(ASSOCIATION.test(by) && { association: by }),
    });
  }
  return sets(name, standings);
}

const isUnsure = (text: string | undefined, day: DayFound | undefined) =>
  text !== undefined && (day === undefined || !("day" in day));
