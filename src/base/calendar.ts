/**
 * Days as whole numbers, and steps between them: the one file that reads and writes dates, and that knows date-fns.
 *
 * A day is counted from 1970-01-01, so no time zone takes part anywhere.
 */
import { UTCDateMini } from "@date-fns/utc/date/mini";
import { addMonths as addMonthsToDate } from "date-fns/addMonths";
import { lastDayOfMonth } from "date-fns/lastDayOfMonth";

const MILLISECONDS = 86_400_000;

/** Days of a year that count as twelve months. */
export const DAYS_A_YEAR = 365;

const digit = (text: string, at: number) => text.charCodeAt(at) - 48;

const number = (text: string, from: number, to: number) => {
  let value = 0;
  for (let at = from; at < to; at++) {
    const next = digit(text, at);
    if (next < 0 || next > 9) return Number.NaN;
    value = value * 10 + next;
  }
  return value;
};

/** The days of the months in a leap year. */
const LENGTHS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
/** The days before each month of a year that is none. */
const BEFORE = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];

const isLeap = (year: number) => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
/** Leap years up to a year. */
const leapsUpTo = (year: number) => Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400);
const EPOCH = 1970;
const LEAPS_BEFORE = leapsUpTo(EPOCH - 1);

/**
 * Says whether a text is a day of the calendar.
 *
 * @param text - `YYYY-MM-DD`; years before 1900 are typing errors.
 * @example
 * isDay("2025-02-30"); //=> false
 */
export const isDay = (text: string): boolean => !Number.isNaN(dayNumber(text));

/**
 * Reads an ISO day.
 *
 * @param text - `YYYY-MM-DD`.
 * @returns Days since 1970-01-01, or `NaN` where the text is no day of the calendar.
 * @example
 * dayNumber("1970-01-02"); //=> 1
 * dayNumber("2025-02-30"); //=> NaN
 */
export function dayNumber(text: string): number {
  if (text.length !== 10 || text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45) return Number.NaN;
  const year = number(text, 0, 4);
  const month = number(text, 5, 7);
  const day = number(text, 8, 10);
  const isInYear = year >= 1900 && day >= 1 && day <= (LENGTHS[month - 1] ?? 0);
  if (!isInYear || (day === 29 && month === 2 && !isLeap(year))) return Number.NaN;
  const leaps = leapsUpTo(year - 1) - LEAPS_BEFORE + (month > 2 && isLeap(year) ? 1 : 0);
  return (year - EPOCH) * DAYS_A_YEAR + leaps + (BEFORE[month - 1] as number) + day - 1;
}

/** The last day that can be written as `YYYY-MM-DD`: 9999-12-31. */
export const LAST_DAY = Date.UTC(9999, 11, 31) / MILLISECONDS;

/** Days that were written before. */
const texts = new Map<number, string>();
const DAYS_KEPT = 50_000;

/**
 * Writes a day.
 *
 * @param day - Days since 1970-01-01.
 * @returns `YYYY-MM-DD`.
 * @example
 * isoDay(1); //=> "1970-01-02"
 */
export function isoDay(day: number): string {
  let text = texts.get(day);
  if (text === undefined) {
    text = new Date(day * MILLISECONDS).toISOString().slice(0, 10);
    if (texts.size >= DAYS_KEPT) texts.clear();
    texts.set(day, text);
  }
  return text;
}

/** Steps that were taken before, by number of months: the same few days are stepped from again and again. */
const steps = new Map<number, Map<number, number>>();

/**
 * Steps by months, to the last day of a shorter month.
 *
 * @param day - Days since 1970-01-01.
 * @param months - Months, a whole number; negative goes back.
 * @returns Days since 1970-01-01.
 * @example
 * isoDay(addMonths(dayNumber("2024-01-31"), 1)); //=> "2024-02-29"
 */
export function addMonths(day: number, months: number): number {
  if (!Number.isFinite(day)) return day;
  let known = steps.get(months);
  if (known === undefined) steps.set(months, (known = new Map()));
  let result = known.get(day);
  if (result === undefined) {
    result = addMonthsToDate(dateOf(day), months).getTime() / MILLISECONDS;
    if (known.size >= DAYS_KEPT) known.clear();
    known.set(day, result);
  }
  return result;
}

/** A date that date-fns reads in UTC: local midnights can be missing, and with them whole days. */
const dateOf = (day: number) => new UTCDateMini(day * MILLISECONDS);

/**
 * Says whether a text that is a day, a month or a year is a day.
 *
 * @example
 * isExact("2025-01"); //=> false
 */
export const isExact = (text: string): boolean => text.length === 10;

/**
 * Finds the first day that a day, a month or a year stands for.
 *
 * @param text - `2025`, `2025-01` or `2025-01-01`.
 * @returns Days since 1970-01-01, or `NaN`.
 * @example
 * isoDay(firstDay("2025")); //=> "2025-01-01"
 */
export function firstDay(text: string): number {
  if (text.length === 4) return dayNumber(`${text}-01-01`);
  if (text.length === 7) return dayNumber(`${text}-01`);
  return dayNumber(text);
}

/**
 * Finds the last day that a day, a month or a year stands for.
 *
 * @param text - `2025`, `2025-01` or `2025-01-01`.
 * @returns Days since 1970-01-01, or `NaN`.
 * @example
 * isoDay(lastDay("2024-02")); //=> "2024-02-29"
 */
export function lastDay(text: string): number {
  if (text.length === 4) return dayNumber(`${text}-12-31`);
  if (text.length !== 7) return dayNumber(text);
  return lastDayOfMonth(dateOf(dayNumber(`${text}-01`))).getTime() / MILLISECONDS;
}

/**
 * Finds the cycle in which a day lies.
 *
 * @param day - Days since 1970-01-01.
 * @param ends - The last day of any one cycle.
 * @param months - The length of a cycle in months, above 0.
 * @returns The first and the last day of the cycle.
 * @example
 * const [start, end] = cycleOf(dayNumber("2026-11-23"), dayNumber("2027-12-31"), 36);
 * [isoDay(start), isoDay(end)]; //=> ["2025-01-01", "2027-12-31"]
 */
export function cycleOf(day: number, ends: number, months: number): readonly [start: number, end: number] {
  // stepping from the one anchor keeps the day of the month; a chain of steps would drift
  const opens = (cycle: number) => addMonths(ends + 1, cycle * months);
  let cycle = Math.floor((day - ends) / (months * 30.4369));
  while (opens(cycle) > day) cycle--;
  while (opens(cycle + 1) <= day) cycle++;
  return [opens(cycle), opens(cycle + 1) - 1];
}

/**
 * Finds the first day of a month and day, `MM-DD`, after a day.
 *
 * @example
 * isoDay(yearlyAfter(dayNumber("2024-12-31"), "01-31")); //=> "2025-01-31"
 */
export function yearlyAfter(day: number, monthAndDay: string): number {
  const year = yearOf(day);
  const inYear = dayNumber(`${year}-${monthAndDay}`);
  return inYear > day ? inYear : dayNumber(`${year + 1}-${monthAndDay}`);
}

/** Finds the last day of a month and day, `MM-DD`, up to a day. */
export function yearlyUpTo(day: number, monthAndDay: string): number {
  const year = yearOf(day);
  const inYear = dayNumber(`${year}-${monthAndDay}`);
  return inYear <= day ? inYear : dayNumber(`${year - 1}-${monthAndDay}`);
}

const yearOf = (day: number): number => Number(isoDay(day).slice(0, "YYYY".length));

/** Finds how many of the days, which are in order, have come; by bisection. */
export function countUpTo(days: readonly number[], day: number): number {
  let low = 0;
  let high = days.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((days[middle] as number) <= day) low = middle + 1;
    else high = middle;
  }
  return low;
}
