/**
 * Works out the hours of a row from times of day.
 */
import { readWrittenAmount } from "../base/written/amount";
import { durationBetween, readWrittenTimes } from "../base/written/clock";
import { isBlank } from "./cell-read";
import type { CellGuess } from "./finding";
import { type RowCell, type RowWork, SAME_HOURS } from "./row-work";

/** Notes the times of day that a cell tells. */
export function readTime(work: RowWork, { column, text }: RowCell): void {
  if (isBlank(text)) return;
  const { target } = column;
  if (target.to === "start time") work.clock.start = text;
  if (target.to === "end time") work.clock.end = text;
  if (target.to !== "times") return;
  // a column of times may also tell how long it was
  const found = readWrittenTimes(text) ?? lengthOf(text);
  if (found !== undefined) work.clock.hours = found.hours;
  if (found?.guessed) work.guesses.push({ ...AFTERNOON, column });
}

function lengthOf(text: string): { readonly hours: number; readonly guessed?: true } | undefined {
  const found = readWrittenAmount(text);
  return found?.unit === "hours" && !text.includes(":") ? { hours: found.amount } : undefined;
}

const AFTERNOON: CellGuess = {
  code: "afternoon",
  message: "of times without am or pm the end is taken as the next after the start",
};

/** Works out the hours from times of day where they are not told. */
export function addClock(work: RowWork): void {
  const { clock, draft, parts } = work;
  const between = clock.start && clock.end ? durationBetween(clock.start, clock.end) : undefined;
  const hours = between?.hours ?? clock.hours;
  if (between?.guessed) work.guesses.push(AFTERNOON);
  if (clock.start && clock.end && between === undefined) {
    const message = `from ${clock.start} to ${clock.end} is no time that can be worked out`;
    work.problems.push({
      code: "unreadable",
      message,
      advice: "Write times such as 9:00 am and 10:30 am, or the hours.",
    });
    return;
  }
  if (hours === undefined || parts.length > 0) return;
  const told = draft["hours"];
  if (told === undefined) draft["hours"] = hours;
  else if (typeof told === "number" && Math.abs(told - hours) >= SAME_HOURS) {
    const message = `the row tells ${told} hours, and its times make ${Math.round(hours * 100) / 100}; the former are taken`;
    work.problems.push({ code: "hours-differ", message, advice: "Correct one of the two." });
  }
}
