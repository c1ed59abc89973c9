/**
 * Checks what a measure draws from a collection, and how.
 */
import type { Field } from "../evidence/field";
import { fieldOf, fields, placements } from "../evidence/fields";
import type { MeasureParams } from "../model/language";
import { quote, type Report, suggest } from "./report";

/** Checks that a collection has what a measure draws from it. */
export function checkCollection(
  report: Report,
  fact: string,
  { of, unit, field }: MeasureParams,
  pointer: string,
): void {
  if ((fact === "hours" || unit === "hours") && fieldOf(of, "hours") === undefined) {
    const message = `${of} has no hours; draw them from training, supervisionReceived or supervisionProvided`;
    report("no-hours", `${pointer}/of`, message);
  }
  if (fact === "months" && !placements[of].period) {
    report(
      "no-period",
      `${pointer}/of`,
      `${of} has no start and end; draw months from work, leadership or supervision`,
    );
  }
  if (field === undefined) return;
  const type = fact === "sum" ? "number" : "day";
  const fit = Object.entries<Field>(fields[of]).flatMap(([name, one]) => (one.type === type ? [name] : []));
  if (fit.includes(field)) return;
  const advice = suggest(field, fit, fit.length > 0 ? `it has: ${fit.join(", ")}` : "draw from another collection");
  report("unknown-field", `${pointer}/field`, `${of} has no ${type} field ${quote(field)}; ${advice}`);
}

/** Checks that the params of a measure go together, and with its collection. */
export function checkKinds(
  report: Report,
  { of, equivalences, within, largest, distinct, unit, among, fullTimeEquivalent }: MeasureParams,
  pointer: string,
): void {
  if (fullTimeEquivalent !== undefined && fieldOf(of, "fullTimeShare") === undefined) {
    report("unknown-field", `${pointer}/fullTimeEquivalent`, `${of} has no share of full time; leave it out`);
  }
  if (distinct !== undefined && unit === "hours") {
    report("too-much", pointer, "hours are not counted by person; leave distinct or the unit out");
  }
  if (among !== undefined && unit === "hours") {
    report("too-much", pointer, "hours are of several entries; leave among or the unit out");
  }
  if ([equivalences, within, largest].filter((one) => one !== undefined).length > 1) {
    report("too-much", pointer, "equivalences, within and largest exclude each other; write one of them");
  }
  if (within !== undefined && (within.atLeastMonths ?? 0) > within.atMostMonths) {
    report(
      "wrong-value",
      `${pointer}/within`,
      "atLeastMonths is more than atMostMonths, so nothing fits; exchange them",
    );
  }
  const groups = Object.entries<Field>(fields[of]).flatMap(([name, { type }]) => {
    if (type === "person") return [`${name}.id`];
    return type === "word" || type === "association" ? [name] : [];
  });
  for (const [key, by] of [
    ["largest/by", largest?.by],
    ["distinct", distinct],
  ] as const) {
    if (by === undefined || groups.includes(by)) continue;
    report("unknown-field", `${pointer}/${key}`, `${of} cannot be grouped by ${quote(by)}; ${suggest(by, groups)}`);
  }
}
