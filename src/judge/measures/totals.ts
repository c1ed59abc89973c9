/**
 * Counts and sums: what entries give together.
 */
import { MET } from "../../base/truth";
import { fieldOf } from "../../evidence/fields";
import { type Entry, nameOf, presume } from "../../evidence/read";
import type { Counted, Reason } from "../../model/verdict";
import type { ResolvedParams } from "../../rules/resolved";
import { eachPossible, levelIn, type Vector } from "../bits";
import type { Compiler, Drawing, Drawn } from "../compiled";
import type { Run } from "../run";
import { cutReason, inUnit, MINUTES, minutesOf, minutesReason, mostMinutesOf, readAmount } from "./amounts";
import { bitsOf, CROSSES, compileSource, type EntrySource, Gathered, gatherSifted, vectorOf } from "./source";

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
  /** The entries that certainly count, in order. */
  readonly entries: readonly Entry[];
  /** What each entry certainly gives, by its place; nothing where that is nothing. */
  readonly amounts: readonly (number | undefined)[];
  /** Whether all that may count certainly does, with a certain amount. */
  readonly isSure: boolean;
}

/** Adds up what the entries of a source give: once a run for the same entries. */
export function totalOf(run: Run, source: EntrySource, addend: Addend): Total {
  const vector = vectorOf(run, source);
  const known = vector.totals[addend.shape];
  if (known !== undefined) return known;
  const total = addUp(run, source, vector, addend);
  vector.totals[addend.shape] = total;
  return total;
}

function addUp(run: Run, source: EntrySource, vector: Vector, { sure, most }: Addend): Total {
  const bits = bitsOf(run, source.of);
  const { complete } = bits.entries;
  const entries: Entry[] = [];
  const amounts: (number | undefined)[] = [];
  let low = 0;
  let high = complete ? 0 : Infinity;
  let isSure = complete;
  eachPossible(bits, vector, (entry, level) => {
    const amount = level === MET ? sure(entry, run) : undefined;
    if (amount === undefined) {
      high += most(entry);
      isSure = false;
      return;
    }
    low += amount;
    high += amount;
    amounts[entry.index] = amount;
    entries.push(entry);
  });
  return { low, high, exists: MET, entries, amounts, isSure };
}

/** Makes the measure that is such a sum. */
export function drawTotal(source: EntrySource, addend: Addend): Drawing<Total> {
  const { unit, stepsPerUnit } = addend;
  return {
    unit,
    stepsPerUnit,
    draw: (run) => totalOf(run, source, addend),
    evidence: (_, { entries }) => entries,
    counted: (run, total) => countedIn(run, addend, total),
    uncounted: (run, total) => uncountedIn(run, source, addend, total).list(),
  };
}

/** Lists what counts; hours once a run, for many measures count them. */
export function countedIn(run: Run, addend: Addend, { entries, amounts }: Total): readonly Counted[] {
  if (addend.unit === "hours") return entries.map((entry) => countedHours(run, entry, amounts[entry.index] as number));
  return entries.map((entry) => ({
    evidence: nameOf(entry),
    amount: inUnit(amounts[entry.index] as number, addend.stepsPerUnit),
  }));
}

/** Lists an entry whose hours count. */
export function countedHours({ account }: Run, entry: Entry, minutes: number): Counted {
  const known = (account.hours[entry.of] ??= []);
  return (known[entry.index] ??= { evidence: nameOf(entry), amount: inUnit(minutes, MINUTES) });
}

/** Gathers what does not count, or not for certain. */
export function uncountedIn(run: Run, source: EntrySource, { doubt }: Addend, { amounts }: Total): Gathered {
  const gathered = new Gathered();
  gatherSifted(run, source, gathered);
  const bits = bitsOf(run, source.of);
  const vector = vectorOf(run, source);
  for (const entry of bits.entries.list) {
    if (amounts[entry.index] !== undefined || levelIn(bits, vector, entry.index) !== MET) continue;
    gathered.add(entry, "unknown", doubt(entry));
  }
  return gathered;
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
