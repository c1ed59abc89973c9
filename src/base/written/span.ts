/**
 * Spans of days as people write them: `Sept 2019 – present`, `3/14 - 3/16/2024`, `March 14–16, 2024`.
 */
import { type DayContext, type DayFound, readWrittenDay } from "./day";

/** A span that was read. */
export interface WrittenSpan {
  /** The first day. */
  readonly start?: DayFound;
  /** The last day; `present` where it still goes on. */
  readonly end?: DayFound | "present";
}

const PRESENT =
  /^(?:(?:to|until|till|hasta)?\s*(?:the\s+|la\s+)?(?:present|current|currently|now|today|ongoing|date|actual|actualidad|actualmente|presente|hoy)|still (?:there|employed|working))\.?$/i;
const SINCE = /^(?:since|from|beginning|starting|desde)\s+(.+)$/i;
const UNTIL = /^(?:until|till|through|thru|ended|hasta)\s+(.+)$/i;
const BREAK = /\s*[–—−]\s*|\s*-+\s*|\s+(?:to|through|thru|until|till|a|al|hasta)\s+/gi;

/**
 * Reads a span of days as people write it.
 *
 * @returns Nothing where it is none, a single day included.
 * @example
 * readWrittenSpan("Sept 2019 – present"); //=> { start: { day: "2019-09" }, end: "present" }
 * readWrittenSpan("March 14–16, 2024"); //=> { start: { day: "2024-03-14" }, end: { day: "2024-03-16" } }
 */
export function readWrittenSpan(text: string, context: DayContext = {}): WrittenSpan | undefined {
  const plain = text.replace(/\s+/g, " ").trim();
  if (plain === "" || (isRead(readWrittenDay(plain, context)) && !plain.endsWith("-"))) return undefined;
  return between(plain, context) ?? openSpan(plain, context);
}

/** Whether a text says that something goes on. */
export const isPresent = (text: string): boolean => PRESENT.test(text.trim());

const isRead = (day: DayFound | undefined): day is DayFound => day !== undefined && !("yearless" in day);

/** Tries each place at which the text may be parted. */
function between(text: string, context: DayContext): WrittenSpan | undefined {
  for (const { 0: gap, index } of text.matchAll(BREAK)) {
    const [left, right] = [text.slice(0, index), text.slice(index + gap.length)];
    const found = left === "" ? undefined : parted(left.replace(SINCE, "$1"), right, context);
    if (found !== undefined) return found;
  }
  return undefined;
}

function parted(left: string, right: string, context: DayContext): WrittenSpan | undefined {
  if (right === "" || isPresent(right)) {
    const start = readWrittenDay(left, context);
    return start && { start, end: "present" };
  }
  const end = readWrittenDay(right, context) ?? completedEnd(left, right, context);
  if (end === undefined) return undefined;
  const start = startOf(left, right, end, context);
  return start && { start, end };
}

/** The end of `2019-20`, and of `March 14–16, 2024`. */
function completedEnd(left: string, right: string, context: DayContext): DayFound | undefined {
  const [, century] = /^((?:19|20))\d{2}$/.exec(left) ?? [];
  if (century !== undefined && /^\d{2}$/.test(right)) return { day: `${century}${right}`, doubt: "two-digit-year" };
  const [month] = /^\p{L}+\.?/u.exec(left) ?? [];
  return month === undefined ? undefined : readWrittenDay(`${month} ${right}`, context);
}

/** The start, which takes from the end what it lacks: the year, the month. */
function startOf(left: string, right: string, end: DayFound, context: DayContext): DayFound | undefined {
  const year = yearOf(end);
  const own = readWrittenDay(left, year === undefined ? context : { ...context, year });
  if (own !== undefined) return withoutDoubt(own, end);
  const [, , rest = ""] = /^(\d{1,2})(\D.*)$/.exec(right) ?? [];
  if (/^\d{1,2}$/.test(left) && rest !== "") return readWrittenDay(left + rest, context);
  return year === undefined ? undefined : readWrittenDay(`${left} ${year}`, context);
}

function yearOf(day: DayFound): number | undefined {
  if ("yearless" in day) return undefined;
  return Number(("ambiguous" in day ? day.ambiguous.mdy : day.day).slice(0, 4));
}

/** A start that took its year from the end is no guess, unless it would lie after the end: then it is of the year before. */
function withoutDoubt(start: DayFound, end: DayFound): DayFound {
  if (!("day" in start) || start.doubt !== "year-from-elsewhere") return start;
  const isAfter = "day" in end && start.day.slice(0, end.day.length) > end.day;
  return { day: isAfter ? `${Number(start.day.slice(0, 4)) - 1}${start.day.slice(4)}` : start.day };
}

/** `since 2019`, `until May 2020`. */
function openSpan(text: string, context: DayContext): WrittenSpan | undefined {
  const [, since] = SINCE.exec(text) ?? [];
  const start = since === undefined ? undefined : readWrittenDay(since, context);
  if (start !== undefined) return { start, end: "present" };
  const [, until] = UNTIL.exec(text) ?? [];
  const end = until === undefined ? undefined : readWrittenDay(until, context);
  return end && { end };
}
