/**
 * Counts, sums, and first and last days.
 */
import { isoDay } from "./calendar";
import { type Entry, readDay } from "./evidence";
import { type Field, fieldOf, presumedOf } from "./fields";
import { boundInUnit, compileSource, inUnit, readAmount, type Source, sift, uncountedEntry } from "./measure";
import type { Compiler, Drawn, ResolvedParams, Run } from "./program";
import { type Level, MET, truth, UNKNOWN, UNMET } from "./truth";
import type { Counted, Reason, Uncounted } from "./verdict";

/** Steps of what is added up: fine enough for two decimals. */
export const STEPS_A_SUM = 100;

/** What is added up, in whole steps of its unit. */
export interface Addend {
  readonly fact: "hours" | "sum" | "count";
  readonly unit: string;
  readonly stepsPerUnit: number;
  /** What an entry gives, or why that is not certain. */
  readonly sure: (entry: Entry) => number | Reason;
  /** The most that an entry may give. */
  readonly most: (entry: Entry) => number;
}

/** Compiles a count of entries. */
export function compileCount(compiler: Compiler, params: ResolvedParams): (run: Run) => Drawn {
  const source = compileSource(compiler, params);
  return (run) => drawTotal(run, source, ENTRIES);
}

const one = () => 1;
const ENTRIES: Addend = { fact: "count", unit: "entries", stepsPerUnit: 1, sure: one, most: one };

/** Compiles a sum of a number field. */
export function compileSum(compiler: Compiler, params: ResolvedParams): (run: Run) => Drawn {
  const source = compileSource(compiler, params);
  const field = params.field as string;
  const most = (entry: Entry) => Math.round((readAmount(entry, field) ?? Infinity) * STEPS_A_SUM);
  const notTold: Reason = { code: "not-told", fact: field };
  const sure = (entry: Entry) => (entry.raw[field] === undefined ? notTold : most(entry));
  const addend: Addend = { fact: "sum", unit: field, stepsPerUnit: STEPS_A_SUM, sure, most };
  return (run) => drawTotal(run, source, addend);
}

/** Adds up what the entries give. */
export function drawTotal(run: Run, source: Source, addend: Addend): Drawn {
  const { fact, unit, stepsPerUnit } = addend;
  const sifted = sift(run, source, false);
  const counted: Counted[] = [];
  const uncounted: Uncounted[] = [];
  let low = 0;
  let high = sifted.complete ? 0 : Infinity;
  for (const entry of sifted.list) {
    const { evidence } = entry;
    const level = sifted.levels[entry.index] as Level;
    if (level !== UNMET) high += addend.most(entry);
    const amount = level === MET ? addend.sure(entry) : undefined;
    if (amount === undefined) uncounted.push(uncountedEntry(run, source, sifted, entry));
    else if (typeof amount !== "number") uncounted.push({ evidence, status: "unknown", because: amount });
    else {
      low += amount;
      counted.push({ evidence, amount: inUnit(amount, stepsPerUnit) });
    }
  }
  const have = inUnit(low, stepsPerUnit);
  const possible = boundInUnit(high, stepsPerUnit);
  const measure = { fact, of: source.of, unit, have, possible, counted, uncounted };
  return { measure, low, high, exists: MET };
}

/** Compiles a first or last day. */
export function compileDay(
  compiler: Compiler,
  params: ResolvedParams,
  fact: "earliest" | "latest",
): (run: Run) => Drawn {
  const source = compileSource(compiler, params);
  const field = params.field as string;
  return (run) => drawDay(run, source, fact, field);
}

/**
 * Draws the earliest or the latest day of a field.
 *
 * Of nothing there is no day.
 */
function drawDay(run: Run, source: Source, fact: "earliest" | "latest", field: string): Drawn {
  const sifted = sift(run, source, false);
  const { asOf } = run.evidence;
  const rule = fieldOf(source.of, field) as Field;
  const pick = fact === "earliest" ? Math.min : Math.max;
  const nothing = fact === "earliest" ? Infinity : -Infinity;
  /** Of all that may count, and of what certainly does: the first and the last day each may be. */
  let low = nothing;
  let high = nothing;
  let certainLow = nothing;
  let certainHigh = nothing;
  let exists: Level = sifted.complete ? UNMET : UNKNOWN;
  for (const entry of sifted.list) {
    const level = sifted.levels[entry.index] as Level;
    if (level === UNMET) continue;
    const day = readDay(entry, field);
    // a day not told has come by the day of judgment; "still so" never comes
    const stillSo = day === undefined && presumedOf(rule, entry.raw) !== undefined;
    const [first, last] = stillSo ? [Infinity, Infinity] : [day ?? -Infinity, day ?? asOf];
    low = pick(low, first);
    high = pick(high, last);
    if (level === MET) {
      certainLow = pick(certainLow, first);
      certainHigh = pick(certainHigh, last);
    }
    if (level > exists) exists = level;
  }
  // what may count can only bring the earliest forward, and the latest back
  const range = fact === "earliest" ? { low, high: certainHigh } : { low: certainLow, high };
  if (!sifted.complete)
    Object.assign(
      range,
      fact === "earliest"
        ? { low: -Infinity }
        : { high: Math.max(range.high, rule.presumed === undefined ? asOf : Infinity) },
    );
  const write = (day: number) => (Number.isFinite(day) ? isoDay(day) : null);
  const measure = {
    fact,
    of: source.of,
    unit: "day",
    from: write(range.low),
    to: write(range.high),
    exists: truth(exists),
  } as const;
  return { measure, low: range.low, high: range.high, exists };
}
