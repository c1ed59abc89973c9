/**
 * In which order a table tells months and days: some days can only be read in one.
 */
import type { DateOrder } from "../base/written/day";

const NUMBERS = /(?<![\d/.-])(\d{1,2})\s?[-/.]\s?(\d{1,2})(?:\s?[-/.]\s?(?:\d{4}|\d{2}))?(?![\d/.-]*\d)/g;

/** What the days of a table tell of their order. */
export interface OrderFound {
  /** The order, where the days agree on one. */
  readonly order?: DateOrder;
  /** The day that shows it. */
  readonly shownBy?: string;
  /** Whether some can only be read in one order, and some only in the other. */
  readonly mixed: boolean;
}

const MONTHS = 12;

/** Looks for days that can only be read in one order. */
export function findOrder(texts: Iterable<string>): OrderFound {
  let mdy: string | undefined;
  let dmy: string | undefined;
  for (const text of texts) {
    for (const [whole, first, second] of text.matchAll(NUMBERS)) {
      if (Number(second) > MONTHS && Number(first) <= MONTHS) mdy ??= whole;
      if (Number(first) > MONTHS && Number(second) <= MONTHS) dmy ??= whole;
    }
  }
  if (mdy !== undefined && dmy !== undefined) return { mixed: true };
  if (mdy !== undefined) return { order: "mdy", shownBy: mdy, mixed: false };
  return dmy === undefined ? { mixed: false } : { order: "dmy", shownBy: dmy, mixed: false };
}
