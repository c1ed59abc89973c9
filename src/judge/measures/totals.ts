/**
 * Counts and sums: what entries give together.
 */

import { MET } from "../../base/truth";
import { type Entry, entryAt } from "../../evidence/entry";
import { presume } from "../../evidence/evidence";
import { fieldOf } from "../../evidence/fields";
import type { Reason, Uncounted } from "../../model/verdict";
import type { ResolvedParams } from "../../rules/resolved";
import { type Bits, eachPossible, levelIn, lowest, type Vector, wordAt } from "../bits";
import type { Compiler, CountedEntry, Drawing, Drawn } from "../compiled";
import type { Run } from "../run";
import { cutReason, inUnit, MINUTES, minutesOf, minutesReason, mostMinutesOf, readAmount } from "./amounts";
import { bitsOf, CROSSES, compileSource, type EntrySource, Gathered, gatherSifted, vectorOf } from "./source";

/** What an entry gives, at the place that it has. */
export const amountAt = (amounts: Float64Array, place: number): number => amounts[place] as number;

/** What is added up, in whole steps of its unit. */
export interface Addend {
  /** Its number: of the same number, the same is added up. */
  readonly shape: number;
  readonly unit: string;
  readonly stepsPerUnit: number;
  /** What an entry certainly gives; nothing where that is not certain. */
  readonly sure: (entry: Entry, run: Run) => number | undefined;
  /** The most that an entry may give; of what is certain, just that. */
  readonly most: (entry: Entry) => number;
  /** Why what it gives is not certain. */
  readonly doubt: (entry: Entry) => Reason;
}

/** What the entries of a vector give together. */
export interface Total extends Drawn {
  readonly vector: Vector;
  /** What each entry that was asked about certainly gives, by its place: less than nothing where that is not certain. */
  readonly amounts: Float64Array;
  /** Whether all that may count certainly does, with a certain amount. */
  readonly isSure: boolean;
  /** The entries that certainly count, in order, once they are asked for. */
  entries: readonly Entry[] | undefined;
  /** What counts as it is listed, once it is. */
  listed: readonly CountedEntry[] | undefined;
}

/** It was not asked yet what an entry gives; it is asked once a run. */
const UNASKED = Number.NaN;
/** What an entry gives is not certain. */
const UNSURE = -1;

/** Adds up what the entries of a source give: once a run for the same entries. */
export function totalOf(run: Run, source: EntrySource, addend: Addend): Total {
  const vector = vectorOf(run, source);
  return (vector.totals[addend.shape] ??= addUp(run, source, vector, addend));
}

function addUp(run: Run, source: EntrySource, vector: Vector, { shape, sure, most }: Addend): Total {
  const bits = bitsOf(run, source.of);
  const { entries, words, vectorData } = bits;
  const { list, complete } = entries;
  const amounts = (bits.amounts[shape] ??= new Float64Array(list.length).fill(UNASKED));
  let low = 0;
  let high = complete ? 0 : Infinity;
  let isSure = complete;
  for (let word = 0; word < words; word++) {
    const met = wordAt(vectorData, vector.at + word);
    for (let rest = wordAt(vectorData, vector.at + words + word); rest !== 0; rest &= rest - 1) {
      const bit = lowest(rest);
      const index = (word << 5) + bit;
      if (((met >>> bit) & 1) === 1) {
        let amount = amountAt(amounts, index);
        if (Number.isNaN(amount)) amounts[index] = amount = sure(entryAt(list, index), run) ?? UNSURE;
        if (amount >= 0) {
          low += amount;
          high += amount;
          continue;
        }
      }
      high += most(entryAt(list, index));
      isSure = false;
    }
  }
  return { low, high, exists: MET, vector, amounts, isSure, entries: undefined, listed: undefined };
}

/** What an entry of a total certainly gives; less than nothing where it does not count for certain. */
export const amountIn = (bits: Bits, { vector, amounts }: Total, index: number): number =>
  levelIn(bits, vector, index) === MET ? amountAt(amounts, index) : UNSURE;

/** The entries of a total that certainly count, in order. */
export function entriesOfTotal(run: Run, { of }: EntrySource, total: Total): readonly Entry[] {
  if (total.entries !== undefined) return total.entries;
  const bits = bitsOf(run, of);
  const found: Entry[] = [];
  eachPossible(bits, total.vector, (entry, level) => {
    if (level === MET && amountAt(total.amounts, entry.index) >= 0) found.push(entry);
  });
  return (total.entries = found);
}

/** Makes the measure that is such a sum. */
export function drawTotal(source: EntrySource, addend: Addend): Drawing<Total> {
  const { unit, stepsPerUnit } = addend;
  return {
    unit,
    stepsPerUnit,
    draw: (run) => totalOf(run, source, addend),
    evidence: (run, total) => entriesOfTotal(run, source, total),
    counted: (run, total) => (total.listed ??= listCounted(run, source, addend, total)),
    uncounted: (run, total) => uncountedIn(run, source, addend, total),
  };
}

/** Lists what counts; hours once a run, for many measures count them. */
function listCounted(
  run: Run,
  source: EntrySource,
  { unit, stepsPerUnit }: Addend,
  total: Total,
): readonly CountedEntry[] {
  const steps = ({ index }: Entry) => amountAt(total.amounts, index);
  const entries = entriesOfTotal(run, source, total);
  if (unit === "hours") return entries.map((entry) => countedHours(run, entry, steps(entry)));
  return entries.map((entry) => ({ entry, amount: inUnit(steps(entry), stepsPerUnit) }));
}

/** Lists an entry whose hours count. */
export function countedHours(run: Run, entry: Entry, minutes: number): CountedEntry {
  const known = (run.account.hours[entry.of] ??= []);
  return (known[entry.index] ??= { entry, amount: inUnit(minutes, MINUTES) });
}

/** Gathers what does not count, or not for certain. */
export function uncountedIn(
  run: Run,
  source: EntrySource,
  { doubt }: Addend,
  { amounts, isSure }: Total,
): readonly Uncounted[] {
  const sifted = gatherSifted(run, source);
  if (isSure) return sifted;
  const gathered = new Gathered(sifted);
  eachPossible(bitsOf(run, source.of), vectorOf(run, source), (entry, level) => {
    const isUnsure = level === MET && amountAt(amounts, entry.index) < 0;
    if (isUnsure) gathered.add(entry, "unknown", doubt(entry));
  });
  return gathered.list();
}

const one = () => 1;

/** Compiles a count of entries. */
export function compileCount(compiler: Compiler, params: ResolvedParams): Drawing<Total> {
  const shape = compiler.number("shape", ["count"]);
  const addend = { shape, unit: "entries", stepsPerUnit: 1, sure: one, most: one, doubt: () => CROSSES };
  return drawTotal(compileSource(compiler, params), addend);
}

/** Hours, in minutes. */
export const hoursAddend = (compiler: Compiler): Addend => ({
  shape: compiler.number("shape", ["hours"]),
  unit: "hours",
  stepsPerUnit: MINUTES,
  sure: minutesOf,
  most: mostMinutesOf,
  doubt: minutesReason,
});

/** Steps of what is added up: fine enough for two decimals. */
const STEPS_A_SUM = 100;

/** Compiles a sum of a number field. */
export function compileSum(compiler: Compiler, params: ResolvedParams): Drawing<Total> {
  const source = compileSource(compiler, params);
  const { of } = params;
  const name = params.field ?? "";
  const { presumed: value, accrues } = fieldOf(of, name) ?? {};
  const presumed = typeof value === "number" ? { of, name, value } : undefined;
  const most = (entry: Entry) => Math.round((readAmount(entry, name) ?? presumed?.value ?? Infinity) * STEPS_A_SUM);
  const notTold: Reason = Object.freeze({ code: "not-told", fact: name });
  const isTold = (entry: Entry) => entry.raw[name] !== undefined;
  // of what goes on after the day of judgment, only a part has come about
  const isPart = (entry: Entry) => accrues === true && entry.cut;
  const addend: Addend = {
    shape: compiler.number("shape", ["sum", of, name]),
    unit: name,
    stepsPerUnit: STEPS_A_SUM,
    most,
    sure: (entry, run) => {
      if (isPart(entry)) return undefined;
      if (isTold(entry)) return most(entry);
      if (presumed === undefined) return undefined;
      presume(run.evidence, presumed, entry.index);
      return most(entry);
    },
    doubt: (entry) => (isTold(entry) ? cutReason(entry) : notTold),
  };
  return drawTotal(source, addend);
}
