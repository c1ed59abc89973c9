/**
 * Checks operator and value of a comparison against what its fact is.
 */
import { dayNumber } from "../base/calendar";
import type { Field } from "../evidence/fields";
import {
  ageOperators,
  dayOperators,
  type Leaf,
  listOperators,
  numberOperators,
  type Operator,
  type Value,
  wordOperators,
} from "../model/language";
import { quote, type Report, suggest } from "./report";

/** The operators of each type of field. */
function operatorsOf({ type }: Field): readonly Operator[] {
  if (type === "number") return numberOperators;
  if (type === "day") return dayOperators;
  if (type === "words" || type === "texts") return listOperators;
  if (type === "ages") return ageOperators;
  return type === "boolean" ? ["equal", "notEqual"] : wordOperators;
}

/**
 * Checks a comparison.
 *
 * @param checkDayFact - Checks a day that is looked up.
 */
export function checkComparison(
  report: Report,
  field: Field,
  { fact, operator, value }: Leaf,
  pointer: string,
  checkDayFact: (value: object, pointer: string) => void,
): void {
  const allowed = operatorsOf(field);
  if (!allowed.includes(operator)) {
    const message = `${quote(operator)} does not compare ${fact}; use one of: ${allowed.join(", ")}`;
    return report("wrong-operator", `${pointer}/operator`, message);
  }
  const at = `${pointer}/value`;
  if (field.type === "day") return checkDay(report, value, at, checkDayFact);
  const expected = expectedOf(field, operator, value);
  if (expected !== undefined) {
    const message = `${quote(operator)} compares ${fact} with ${expected}, not with ${quote(value)}; correct the value`;
    return report("wrong-value", at, message);
  }
  for (const word of Array.isArray(value) ? value : [value]) {
    if (typeof word !== "string" || field.words === undefined || field.words.includes(word)) continue;
    report("unknown-word", at, `${fact} has no word ${quote(word)}; ${suggest(word, field.words)}`);
  }
}

/** Says what a value should be, if it is not. */
function expectedOf(field: Field, operator: Operator, value: Value): string | undefined {
  switch (field.type) {
    case "number": {
      const { least = -Infinity, most = Infinity } = field;
      if (typeof value === "number" && least <= value && value <= most) return undefined;
      return `a number${field.least === undefined ? "" : ` of at least ${least}`}${field.most === undefined ? "" : ` and at most ${most}`}`;
    }
    case "boolean":
      return typeof value === "boolean" ? undefined : "true or false";
    case "ages":
      return isAges(value) ? undefined : 'two ages in months or { "fact": "pathway.ageBand" }';
    default: {
      const many = operator === "in" || operator === "notIn" || (listOperators as readonly string[]).includes(operator);
      if (many) return isWords(value) ? undefined : "a list of words";
      if (field.type === "association" && operator === "equal" && isFact(value, "association")) return undefined;
      return typeof value === "string" || isFact(value, "pathway.id") ? undefined : "one word";
    }
  }
}

const isFact = (value: Value, fact: string) => typeof value === "object" && "fact" in value && value.fact === fact;

const isWords = (value: Value) =>
  Array.isArray(value) && value.length > 0 && value.every((word) => typeof word === "string");

function isAges(value: Value): boolean {
  if (!Array.isArray(value)) return isFact(value, "pathway.ageBand");
  const [from, to] = value;
  return value.length === 2 && Number.isInteger(from) && Number.isInteger(to) && 0 <= from && from <= to;
}

/** Checks a day of the calendar, or one that is looked up. */
export function checkDay(
  report: Report,
  value: Value,
  pointer: string,
  checkDayFact: (value: object, pointer: string) => void,
): void {
  if (typeof value === "object" && !Array.isArray(value)) return checkDayFact(value, pointer);
  if (typeof value === "string" && !Number.isNaN(dayNumber(value))) return;
  report("wrong-value", pointer, `${quote(value)} is no day of the calendar; write YYYY-MM-DD or a fact that is a day`);
}
