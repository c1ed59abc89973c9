/**
 * Comparisons by what they compare: who checks a rule and who compiles it read its leaves here.
 */
import { dayNumber } from "../base/calendar";
import { comparedAs, type Field } from "../evidence/field";
import type { AgeRange, Day } from "../model/applicant";
import type { PathwayFact } from "../model/facts";
import type { FactValue, Leaf, Value } from "../model/language";
import { type Compared, compares, type Operator, type OperatorOn, operatorRow, operatorsOn } from "../model/operators";

/** A value that is known once the pathway and the association are. */
export type PathwayValue<F extends PathwayFact> = FactValue & { readonly fact: F };

/** A comparison of one type. */
interface Typed<T extends Compared, V> {
  readonly compares: T;
  readonly operator: OperatorOn<T>;
  readonly value: V;
}

/** A comparison by what it compares, as it is written. */
export type WrittenComparison =
  | Typed<"number", number>
  | Typed<"boolean", boolean>
  | Typed<"word", string | readonly string[] | PathwayValue<"pathway.id" | "association" | "association.country">>
  | Typed<"words", readonly string[]>
  | Typed<"ages", AgeRange | PathwayValue<"pathway.ageBand">>
  | Typed<"day", Day | FactValue>;

/** What is wrong with a comparison. */
export interface Mismatch {
  readonly wrong: "operator" | "value";
  /** What was expected. */
  readonly expected: string;
}

/**
 * Reads a comparison.
 *
 * @param field - What its fact is.
 * @returns The comparison, or what is wrong with it. Which words and which days can be looked up is not asked here.
 */
export function readComparison(
  field: Field,
  { operator, value }: Pick<Leaf, "operator" | "value">,
): WrittenComparison | Mismatch {
  const type = comparedAs(field.type);
  switch (type) {
    case "number":
      return typed(type, operator, value, isNumberOf(field), numberOf(field));
    case "boolean":
      return typed(type, operator, value, isBoolean, "true or false");
    case "words":
      return typed(type, operator, value, isWords, "a list of words");
    case "ages":
      return typed(type, operator, value, isAges, 'two ages in months or { "fact": "pathway.ageBand" }');
    case "day":
      return typed(type, operator, value, isDay, "a day of the calendar, YYYY-MM-DD, or a fact that is a day");
    case "word": {
      if (operatorRow(operator).many) return typed(type, operator, value, isWords, "a list of words");
      return typed(type, operator, value, isWordOf(field, operator), "one word");
    }
    default:
      return { wrong: "operator", expected: "nothing, for it cannot be compared" };
  }
}

function typed<T extends Compared, V extends Value>(
  type: T,
  operator: Operator,
  value: Value,
  fits: (value: Value) => value is V,
  expected: string,
): Typed<T, V> | Mismatch {
  if (!compares(operator, type)) return { wrong: "operator", expected: `one of: ${operatorsOn(type).join(", ")}` };
  return fits(value) ? { compares: type, operator, value } : { wrong: "value", expected };
}

const isNumberOf =
  ({ least = -Infinity, most = Infinity }: Field) =>
  (value: Value): value is number =>
    typeof value === "number" && least <= value && value <= most;

const numberOf = ({ least, most }: Field) =>
  `a number${least === undefined ? "" : ` of at least ${least}`}${most === undefined ? "" : ` and at most ${most}`}`;

const isBoolean = (value: Value): value is boolean => typeof value === "boolean";

const isWords = (value: Value): value is readonly string[] =>
  Array.isArray(value) && value.length > 0 && value.every((word) => typeof word === "string");

const isWordOf =
  ({ type }: Field, operator: Operator) =>
  (value: Value): value is string | PathwayValue<"pathway.id" | "association" | "association.country"> =>
    typeof value === "string" ||
    isPathwayValue(value, "pathway.id") ||
    (type === "association" && operator === "equal" && isPathwayValue(value, "association")) ||
    (type === "place" && operator === "equal" && isPathwayValue(value, "association.country"));

function isAges(value: Value): value is AgeRange | PathwayValue<"pathway.ageBand"> {
  if (!Array.isArray(value)) return isPathwayValue(value, "pathway.ageBand");
  const [from, to]: readonly unknown[] = value;
  return value.length === 2 && isAge(from) && isAge(to) && from <= to;
}

const isAge = (age: unknown): age is number => Number.isInteger(age) && Number(age) >= 0;

const isDay = (value: Value): value is Day | FactValue =>
  typeof value === "string" ? !Number.isNaN(dayNumber(value)) : isLookedUp(value);

/** The words of a value. */
export const wordsIn = (value: Value): readonly string[] =>
  Array.isArray(value) ? value.map(String) : typeof value === "string" ? [value] : [];

/** Whether a value is one that is looked up. */
export const isLookedUp = (value: Value): value is FactValue => typeof value === "object" && "fact" in value;

/** Whether a value is a certain fact of the pathway. */
export const isPathwayValue = <F extends PathwayFact>(value: Value, fact: F): value is PathwayValue<F> =>
  isLookedUp(value) && value.fact === fact;
