/**
 * Days as people write them: `3/14/2024`, `March 14, 2024`, `14-Mar-24`, `Sept 2019`, `2019`.
 */

import { dayNumber, firstDay, isoDay } from "../calendar";
import { withoutAccents } from "../letters";

/** Orders in which the parts of a day are written in numbers. */
export const dateOrders = ["mdy", "dmy", "ymd"] as const;
/** The order in which the parts of a day are written in numbers: `mdy` is month, day, year. */
export type DateOrder = (typeof dateOrders)[number];

/** What is known when a day is read. */
export interface DayContext {
  /** The order of months and days; without it, what can be read in two orders is ambiguous. */
  readonly order?: DateOrder;
  /** The year of days that are written without one. */
  readonly year?: number;
}

/** Why the day that was read may not be the one that was meant. */
export type DayDoubt = "two-digit-year" | "other-order" | "year-from-elsewhere" | "season" | "serial";

/** A day, month or year that was read. */
export interface WrittenDay {
  /** `YYYY-MM-DD`, `YYYY-MM` or `YYYY`. */
  readonly day: string;
  /** Why it may not be the one that was meant. */
  readonly doubt?: DayDoubt;
}

/** What was found where a day was looked for. */
export type DayFound =
  | WrittenDay
  /** The same numbers are two days. */
  | { readonly ambiguous: { readonly mdy: string; readonly dmy: string } }
  /** The year is nowhere. */
  | { readonly yearless: true };

const MONTHS: ReadonlyMap<string, number> = new Map(
  [
    "january jan enero ene",
    "february feb febr febrero",
    "march mar marzo",
    "april apr abril abr",
    "may mayo",
    "june jun junio",
    "july jul julio",
    "august aug agosto ago",
    "september sep sept septiembre setiembre set",
    "october oct octubre",
    "november nov noviembre",
    "december dec diciembre dic",
  ].flatMap((names, index) => names.split(" ").map((name) => [name, index + 1] as const)),
);

const NAME = "([a-z]{3,10})";
const YEAR = "(\\d{4}|'?\\d{2})";
const GAP = "[\\s.,/-]*";

const WEEKDAY =
  /^(?:mon|tue|tues|wed|weds|thu|thur|thurs|fri|sat|sun|lun|mar|mie|jue|vie|sab|dom)[a-z]*\.?,?\s+(?=\d|[a-z]{3})/;
const CLOCK = /[\s,]+(?:at\s+)?\d{1,2}:\d{2}(?::\d{2})?\s*(?:[ap]\.?m\.?)?$/;
const TIMESTAMP = /^(\d{4}-\d{2}-\d{2})t[\d:.]+(?:z|[+-]\d{2}:?\d{2})?$/;
const ORDINAL = /\b(\d{1,2})(?:st|nd|rd|th|º|ª)\b/g;

const ISO = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/;
const COMPACT = /^((?:19|20)\d{2})(\d{2})(\d{2})$/;
const YEAR_MONTH = /^(\d{4})[-/.](\d{1,2})$/;
const MONTH_YEAR = /^(\d{1,2})[-/.](\d{4})$/;
const YEAR_ONLY = /^(?:19|20)\d{2}$/;
const SERIAL = /^\d{5}$/;
const NUMBERS = /^(\d{1,2})\s*[-/. ]\s*(\d{1,2})\s*[-/. ]\s*(\d{4}|'?\d{2})$/;
const TWO_NUMBERS = /^(\d{1,2})\s*[-/.]\s*(\d{1,2})$/;
const NAME_DAY_YEAR = new RegExp(`^${NAME}${GAP}(\\d{1,2})(?:\\s*,\\s*|\\s+|-|/)${YEAR}$`);
const DAY_NAME_YEAR = new RegExp(`^(\\d{1,2})${GAP}(?:de\\s+|of\\s+)?${NAME}${GAP}(?:del?\\s+)?${YEAR}$`);
const NAME_YEAR = new RegExp(`^${NAME}(${GAP})(?:del?\\s+)?${YEAR}$`);
const NAME_DAY = new RegExp(`^${NAME}${GAP}(\\d{1,2})$`);
const DAY_NAME = new RegExp(`^(\\d{1,2})${GAP}(?:de\\s+|of\\s+)?${NAME}$`);
const SEASON =
  /^(?:(?:early|mid|late|end of|beginning of)\s+|spring|summer|fall|autumn|winter|primavera|verano|otono|invierno|q[1-4])\s*-?((?:19|20)\d{2})$/;

/**
 * Reads a day as people write it.
 *
 * @returns A day, a month or a year; two days where the order of the numbers decides; that the year is missing; or nothing
 * where it is no day.
 * @example
 * readWrittenDay("3/14/2024"); //=> { day: "2024-03-14" }
 * readWrittenDay("3/4/2024"); //=> { ambiguous: { mdy: "2024-03-04", dmy: "2024-04-03" } }
 * readWrittenDay("Sept 2019"); //=> { day: "2019-09" }
 */
export function readWrittenDay(text: string, context: DayContext = {}): DayFound | undefined {
  const plain = simplified(text);
  return fullDay(plain) ?? namedDay(plain) ?? numberedDay(plain, context) ?? yearlessDay(plain, context);
}

/** Small letters without accents, weekday, time of day and endings of ordinals. */
function simplified(text: string): string {
  const plain = withoutAccents(text).replace(/\s+/g, " ").trim();
  const day = plain.replace(TIMESTAMP, "$1").replace(CLOCK, "").replace(ORDINAL, "$1");
  // "mar" is a weekday in Spanish only where more than a day and a year follows
  const withoutWeekday = day.replace(WEEKDAY, "");
  return MONTHS.has(day.split(/[\s.,/-]/)[0] ?? "") ? day : withoutWeekday;
}

/** Builds a day that is one, as ISO. */
function built(year: string | number, month: number, day?: number): string | undefined {
  const text = [
    String(year),
    String(month).padStart(2, "0"),
    ...(day === undefined ? [] : [String(day).padStart(2, "0")]),
  ].join("-");
  return Number.isNaN(firstDay(text)) ? undefined : text;
}

const LONGEST_MONTH = 31;
const PIVOT = 50;

/** Reads a year of two or four digits. */
function yearOf(text: string): { readonly year: number; readonly doubt?: DayDoubt } {
  const year = Number(text.replace("'", ""));
  if (text.length === 4 && !text.startsWith("'")) return { year };
  return { year: year + (year < PIVOT ? 2000 : 1900), doubt: "two-digit-year" };
}

const found = (day: string | undefined, doubt?: DayDoubt): WrittenDay | undefined =>
  day === undefined ? undefined : { day, ...(doubt && { doubt }) };

/** What says the year first, or only. */
function fullDay(text: string): WrittenDay | undefined {
  const [, year = "", month, day] = ISO.exec(text) ?? COMPACT.exec(text) ?? YEAR_MONTH.exec(text) ?? [];
  if (month !== undefined) return found(built(year, Number(month), day === undefined ? undefined : Number(day)));
  const [, only, its = ""] = MONTH_YEAR.exec(text) ?? [];
  if (only !== undefined) return found(built(its, Number(only)));
  if (YEAR_ONLY.test(text)) return { day: text };
  const [, season] = SEASON.exec(text) ?? [];
  if (season !== undefined) return { day: season, doubt: "season" };
  return SERIAL.test(text) ? readSerialDay(Number(text)) : undefined;
}

/** What names its month. */
function namedDay(text: string): WrittenDay | undefined {
  const [, name = "", day, its] = NAME_DAY_YEAR.exec(text) ?? [];
  if (its !== undefined) return dayOf(name, day, its);
  const [, date, month = "", year] = DAY_NAME_YEAR.exec(text) ?? [];
  if (year !== undefined) return dayOf(month, date, year);
  const [, only = "", gap = "", of] = NAME_YEAR.exec(text) ?? [];
  // "March 14" is a day, "Mar-24" and "March '24" are months
  const isDay = of === undefined || (/^\.?\s*$/.test(gap) && /^\d\d$/.test(of) && Number(of) <= LONGEST_MONTH);
  return isDay ? undefined : dayOf(only, undefined, of);
}

function dayOf(name: string, day: string | undefined, its: string): WrittenDay | undefined {
  const month = MONTHS.get(name);
  const { year, doubt } = yearOf(its);
  return month === undefined
    ? undefined
    : found(built(year, month, day === undefined ? undefined : Number(day)), doubt);
}

/** What is told in three numbers, the year last. */
function numberedDay(text: string, { order }: DayContext): DayFound | undefined {
  const [, first, second, its = ""] = NUMBERS.exec(text) ?? [];
  if (first === undefined) return undefined;
  if (order === "ymd" && its.length === 2)
    return found(built(yearOf(first).year, Number(second), Number(its)), "two-digit-year");
  const { year, doubt } = yearOf(its);
  return inOrder(Number(first), Number(second), year, order, doubt);
}

/** Decides which of two numbers is the month. */
function inOrder(
  first: number,
  second: number,
  year: number,
  order: DateOrder | undefined,
  doubt: DayDoubt | undefined,
): DayFound | undefined {
  const mdy = built(year, first, second);
  const dmy = built(year, second, first);
  if (mdy === undefined || dmy === undefined || mdy === dmy) {
    const isOther = order !== undefined && order !== "ymd" && (order === "mdy" ? mdy : dmy) === undefined;
    return found(mdy ?? dmy, isOther ? "other-order" : doubt);
  }
  if (order === "dmy") return found(dmy, doubt);
  return order === "mdy" ? found(mdy, doubt) : { ambiguous: { mdy, dmy } };
}

/** What has no year: it is that of the context. */
function yearlessDay(text: string, { order, year }: DayContext): DayFound | undefined {
  const [, name, date] = NAME_DAY.exec(text) ?? [];
  const [, other, its] = DAY_NAME.exec(text) ?? [];
  const month = MONTHS.get(name ?? its ?? "");
  if (month !== undefined) {
    const day = Number(date ?? other);
    if (built(2024, month, day) === undefined) return undefined;
    return year === undefined ? { yearless: true } : found(built(year, month, day), "year-from-elsewhere");
  }
  const [, first, second] = TWO_NUMBERS.exec(text) ?? [];
  if (first === undefined || inOrder(Number(first), Number(second), 2024, order, undefined) === undefined)
    return undefined;
  if (year === undefined) return { yearless: true };
  return inOrder(Number(first), Number(second), year, order, "year-from-elsewhere");
}

/** The day before the first of a spreadsheet, which counts a 29 February 1900 that never was. */
const SPREADSHEET_ZERO = dayNumber("1970-01-01") - 25_569;
const EARLIEST = 15_000;
const LATEST = 80_000;

/**
 * Reads the number by which a spreadsheet knows a day.
 *
 * @example
 * readSerialDay(45365); //=> { day: "2024-03-14", doubt: "serial" }
 */
export function readSerialDay(serial: number): WrittenDay | undefined {
  if (serial < EARLIEST || serial > LATEST) return undefined;
  return { day: isoDay(SPREADSHEET_ZERO + Math.floor(serial)), doubt: "serial" };
}
