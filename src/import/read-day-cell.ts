/**
 * Reads a cell as a day.
 */
import { type DayDoubt, type DayFound, readSerialDay, readWrittenDay } from "../base/written/day";
import { isPresent, readWrittenSpan } from "../base/written/span";
import type { Field } from "../evidence/field";
import type { Cell } from "./cell";
import { type CellContext, cellFails, cellTells, quotedCell, TELLS_NOTHING } from "./cell-read";
import type { CellGuess, CellRead } from "./finding";

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
export function readDayCell(name: string, field: Field, raw: Cell, text: string, context: CellContext): CellRead {
  if (field.presumed !== undefined && isPresent(text)) return TELLS_NOTHING;
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
    return cellFails("unreadable", `${quotedCell(text)} is no day`, "Write the day as 2024-03-14 or 3/14/2024.");
  }
  if ("yearless" in found)
    return cellFails(
      "no-year",
      `${quotedCell(text)} has no year`,
      "Write the year as well, or tell it once with the option year.",
    );
  if (!("ambiguous" in found))
    return cellTells(name, found.day, ...(found.doubt === undefined ? [] : [DOUBTS[found.doubt]]));
  const { mdy, dmy } = found.ambiguous;
  return {
    ...cellTells(name, mdy.slice(0, 4)),
    problem: {
      code: "ambiguous-day",
      message: `${quotedCell(text)} is ${mdy} or ${dmy}; only the year is taken`,
      advice: "Tell whether the month or the day stands first, with the option dates.",
    },
  };
}
