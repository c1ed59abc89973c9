/**
 * Checks operator and value of a comparison against what its fact is.
 */
import type { Field } from "../evidence/field";
import type { FactValue, Leaf, Value } from "../model/language";
import { isLookedUp, type Mismatch, readComparison } from "../rules/comparison";
import { quote, type Report, suggest } from "./report";

/**
 * Checks a comparison.
 *
 * @param checkDayFact - Checks a day that is looked up.
 */
export function checkComparison(
  report: Report,
  field: Field,
  leaf: Leaf,
  pointer: string,
  checkDayFact: (value: FactValue, pointer: string) => void,
): void {
  const comparison = readComparison(field, leaf);
  if ("wrong" in comparison) return reportMismatch(report, field, leaf, comparison, pointer);
  const at = `${pointer}/value`;
  const { compares, value } = comparison;
  if (compares === "day") return isLookedUp(value) ? checkDayFact(value, at) : undefined;
  for (const word of Array.isArray(value) ? value : [value]) {
    if (typeof word !== "string" || field.words === undefined || field.words.includes(word)) continue;
    report("unknown-word", at, `${leaf.fact} has no word ${quote(word)}; ${suggest(word, field.words)}`);
  }
}

function reportMismatch(
  report: Report,
  { type }: Field,
  { fact, operator, value }: Leaf,
  { wrong, expected }: Mismatch,
  pointer: string,
): void {
  if (wrong === "operator") {
    const message = `${quote(operator)} does not compare ${fact}; use ${expected}`;
    return report("wrong-operator", `${pointer}/operator`, message);
  }
  if (type === "day") return reportDay(report, value, `${pointer}/value`);
  const message = `${quote(operator)} compares ${fact} with ${expected}, not with ${quote(value)}; correct the value`;
  report("wrong-value", `${pointer}/value`, message);
}

const reportDay = (report: Report, value: Value, pointer: string) =>
  report("wrong-value", pointer, `${quote(value)} is no day of the calendar; write YYYY-MM-DD or a fact that is a day`);

/** Checks a day of the calendar, or one that is looked up. */
export function checkDay(
  report: Report,
  value: string | FactValue,
  pointer: string,
  checkDayFact: (value: FactValue, pointer: string) => void,
): void {
  if (typeof value === "object") return checkDayFact(value, pointer);
  const comparison = readComparison({ type: "day" }, { operator: "onOrAfter", value });
  if ("wrong" in comparison) reportDay(report, value, pointer);
}
