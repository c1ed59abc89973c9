/**
 * Counts, sums, and first and last days.
 */
import { isoDay } from "../../base/calendar";
import { type Level, MET, truth, UNKNOWN, UNMET } from "../../base/truth";
import { type Field, fieldOf, placements, presumedOf } from "../../evidence/fields";
import { type Entry, presume, readDay } from "../../evidence/read";
import type { Counted, Reason, Uncounted } from "../../model/verdict";
import type { ResolvedParams } from "../../rules/resolved";
import type { Compiler, Drawn, Run, Total } from "../compiled";
import {
  boundInUnit,
  compileSource,
  type EntrySource,
  inUnit,
  MINUTES,
  minutesOf,
  minutesReason,
  mostMinutesOf,
  readAmount,
  sift,
  uncountedEntry,
} from "./sift";

/** Steps of what is added up: fine enough for two decimals. */
export const STEPS_A_SUM = 100;

/** What is added up, in whole steps of its unit. */
export interface Addend {
  readonly fact: "hours" | "sum" | "count";
  readonly unit: string;
  readonly stepsPerUnit: number;
  /** What an entry gives, or why that is not certain. */
  readonly sure: (entry: Entry, run: Run) => number | Reason;
  /** The most that an entry may give; of what is certain, just that. */
  readonly most: (entry: Entry) => number;
  /** Lists an entry that counts. */
  readonly counted: (run: Run, entry: Entry, amount: number) => Counted;
}

/** Compiles a count of entries. */
export function compileCount(compiler: Compiler, params: ResolvedParams): (run: Run) => Drawn {
  const source = compileSource(compiler, params);
  return (run) => drawTotal(run, source, ENTRIES);
}

const one = () => 1;
const ENTRIES: Addend = {
  fact: "count",
  unit: "entries",
  stepsPerUnit: 1,
  sure: one,
  most: one,
  counted: (_, { evidence }, amount) => ({ evidence, amount }),
};

/** Hours, in minutes. */
export const HOURS: Addend = {
  fact: "hours",
  unit: "hours",
  stepsPerUnit: MINUTES,
  sure: (entry) => minutesOf(entry) ?? minutesReason(entry),
  most: mostMinutesOf,
  counted: countedHours,
};

/** Lists an entry whose hours count: once a run, for many measures count them. */
export function countedHours(run: Run, { of, index, evidence }: Entry, minutes: number): Counted {
  const known = (run.hours[of] ??= []);
  return (known[index] ??= { evidence, amount: inUnit(minutes, MINUTES) });
}

/** Compiles a sum of a number field. */
export function compileSum(compiler: Compiler, params: ResolvedParams): (run: Run) => Drawn {
  const source = compileSource(compiler, params);
  const field = params.field as string;
  const presumed = fieldOf(source.of, field)?.presumed as number | undefined;
  const most = (entry: Entry) => Math.round((readAmount(entry, field) ?? presumed ?? Infinity) * STEPS_A_SUM);
  const notTold: Reason = Object.freeze({ code: "not-told", fact: field });
  const sure = (entry: Entry, run: Run) => {
    if (entry.raw[field] !== undefined) return most(entry);
    if (presumed === undefined) return notTold;
    presume(run.evidence, source.of, field, presumed, entry.index);
    return most(entry);
  };
  const counted = (_: Run, { evidence }: Entry, amount: number) => ({ evidence, amount: inUnit(amount, STEPS_A_SUM) });
  const addend: Addend = { fact: "sum", unit: field, stepsPerUnit: STEPS_A_SUM, sure, most, counted };
  return (run) => drawTotal(run, source, addend);
}

/** Draws what the entries give together. */
function drawTotal(run: Run, source: EntrySource, addend: Addend): Drawn {
  return totalDrawn(source, addend, addUp(run, source, addend));
}

/** Makes the account of a total. */
export function totalDrawn({ of }: EntrySource, { fact, unit, stepsPerUnit }: Addend, total: Total): Drawn {
  const { low, high, counted, uncounted } = total;
  const have = inUnit(low, stepsPerUnit);
  const possible = boundInUnit(high, stepsPerUnit);
  return { measure: { fact, of, unit, have, possible, counted, uncounted }, low, high, exists: MET };
}

/** Adds up hours: without a period once a run, for sums, windows and largest groups share conditions. */
export function totalHours(run: Run, source: EntrySource): Total {
  if (source.from !== undefined || source.to !== undefined) return addUp(run, source, HOURS);
  return (run.totals[source.where.index] ??= addUp(run, source, HOURS));
}

/** Adds up what the entries give. */
export function addUp(run: Run, source: EntrySource, { sure, most, counted: list }: Addend): Total {
  const sifted = sift(run, source, false);
  const { levels } = sifted;
  const amounts: (number | undefined)[] = levels.map(() => undefined);
  const counted: Counted[] = [];
  const uncounted: Uncounted[] = [];
  let low = 0;
  let high = sifted.complete ? 0 : Infinity;
  let isSure = sifted.complete;
  for (const entry of sifted.list) {
    const level = levels[entry.index] as Level;
    const amount = level === MET ? sure(entry, run) : undefined;
    if (typeof amount === "number") {
      low += amount;
      high += amount;
      amounts[entry.index] = amount;
      counted.push(list(run, entry, amount));
      continue;
    }
    if (level !== UNMET) {
      high += most(entry);
      isSure = false;
    }
    if (amount === undefined) uncounted.push(uncountedEntry(run, source, sifted, entry));
    else uncounted.push({ evidence: entry.evidence, status: "unknown", because: amount });
  }
  return { low, high, levels, isSure, amounts, counted, uncounted };
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
function drawDay(run: Run, source: EntrySource, fact: "earliest" | "latest", field: string): Drawn {
  const sifted = sift(run, source, false);
  const { asOf } = run.evidence;
  // the day of an entry that counts has come by the day of judgment; its other days, such as the last one, may not have
  const latestDay = placements[source.of].day === field || field === "start" ? asOf : Infinity;
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
    // "still so" never comes
    const stillSo = day === undefined ? presumedOf(rule, entry.raw) : undefined;
    if (stillSo !== undefined) presume(run.evidence, source.of, field, stillSo, entry.index);
    const over = rule.presumed !== undefined && stillSo === undefined;
    const [first, last] =
      stillSo === undefined ? [day ?? -Infinity, day ?? (over ? asOf : latestDay)] : [Infinity, Infinity];
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
    Object.assign(range, fact === "earliest" ? { low: -Infinity } : { high: Math.max(range.high, latestDay) });
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
