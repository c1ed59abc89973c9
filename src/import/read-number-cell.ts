/**
 * Reads a cell as a number, in the unit in which it is told.
 */
import { readWrittenAmount, readWrittenShare, type WrittenUnit } from "../base/written/amount";
import { type Field, isInRange } from "../evidence/field";
import { type CellContext, cellFails, cellTells, type FieldTarget, quotedCell } from "./cell-read";
import type { CellGuess, CellRead } from "./finding";

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

/** Reads a number, told in whichever unit. */
export function readNumberCell(target: FieldTarget, field: Field, text: string, context: CellContext): CellRead {
  const { field: name, unit } = target;
  const share = name === "fullTimeShare" ? readWrittenShare(text) : undefined;
  if (share === "some") {
    return cellFails(
      "share-not-told",
      `${quotedCell(text)} does not tell the share of full time`,
      "Write the share, such as 0.5, or the hours a week.",
    );
  }
  if (share !== undefined) return cellTells(name, share);
  const found = readWrittenAmount(text);
  if (found === undefined)
    return cellFails("unreadable", `${quotedCell(text)} is no amount`, "Write a number, such as 1.5.");
  const about = found.about ? [ABOUT] : [];
  const inField = fieldOfUnit(name, found.unit);
  if (inField === undefined) {
    return cellFails("unreadable", `${quotedCell(text)} is told in another unit`, `Write the ${name} as a number.`);
  }
  const amount = inOwnUnit(name, unit, found.unit, found.amount, context);
  if (inField === name && !isInRange(field, amount)) {
    return cellFails("out-of-range", `${quotedCell(text)} is out of the range of ${name}`, "Correct it.");
  }
  return cellTells(inField, amount, ...about);
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
