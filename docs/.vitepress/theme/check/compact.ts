/** A plan as a phone shows it: what is done on the same days stands once, and each thing in a line. */
import type { DocumentItem, PlanStep } from "endorsement-pathways/explain";

/** Adds up steps that differ in nothing but the place that they fill. */
export function together(steps: readonly PlanStep[]): readonly PlanStep[] {
  const byKind = new Map<string, PlanStep>();
  for (const step of steps) {
    const { requirement, of, unit, from, to, amount } = step;
    const key = JSON.stringify([requirement, of, unit, from, to]);
    byKind.set(key, { ...step, amount: amount + (byKind.get(key)?.amount ?? 0) });
  }
  return [...byKind.values()];
}

/** Puts the only detail of an item behind it. */
export function inOneLine(item: DocumentItem): DocumentItem {
  const [detail, ...more] = item.details;
  return detail === undefined || more.length > 0
    ? item
    : { ...item, text: [...item.text, { text: " – " }, ...detail], details: [] };
}
