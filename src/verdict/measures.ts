/**
 * The measures of a verdict: each once, by its name, as far as the verdict refers to it.
 */

import type { Draft } from "../base/draft";
import { numberAt } from "../base/lists";
import { truth } from "../base/truth";
import { keyOf } from "../evidence/entry";
import type { CompiledMeasure, CountedEntry, Drawn } from "../judge/compiled";
import { writeDay } from "../judge/day-range";
import { boundInUnit, inUnit } from "../judge/measures/amounts";
import { drawnFor } from "../judge/measures/table";
import { nameIn, type Run } from "../judge/run";
import { gives } from "../model/facts";
import type {
  Amount,
  AmountAccount,
  AmountProgress,
  Counted,
  DrawnDay,
  EntryKey,
  Measure,
  MeasureAccount,
  SlotAccount,
} from "../model/verdict";

type Keys = readonly EntryKey[];

/** Lists a measure in a verdict; of the same entries, the keys are listed once. */
export type ListMeasure<M extends Measure> = (
  run: Run,
  measure: CompiledMeasure,
  drawn: Drawn,
  keys: Map<Drawn, Keys>,
) => M;

/** The measures of a verdict, while it is made. */
export interface Measures<M extends Measure = Measure> {
  /** Those that are listed, by name. */
  readonly listed: Readonly<Record<string, M>>;
  /** Lists a measure once; returns its name. */
  readonly list: (run: Run, measure: CompiledMeasure) => string;
}

/** Begins to list measures. */
export function measuresOf<M extends Measure>(listing: ListMeasure<M>): Measures<M> {
  const listed: Record<string, M> = {};
  const keys = new Map<Drawn, Keys>();
  return {
    listed,
    list: (run, measure) => {
      const name = nameIn(run, measure);
      if (run.listed[measure.index]) return name;
      run.listed[measure.index] = true;
      listed[name] = listing(run, measure, drawnFor(run, measure), keys);
      return name;
    },
  };
}

/** Lists an amount without an account of its entries, or a day. */
export const listOutcome: ListMeasure<Measure> = (run, measure, drawn, keys) => {
  if (gives(measure.fact, "day")) return dayOf(measure, drawn);
  const amount: Draft<Amount> = {
    kind: "amount",
    of: measure.params.of,
    unit: measure.unit,
    evidence: keysOf(run, measure, drawn, keys),
  };
  if (drawn.filled !== undefined) amount.slots = slotsOf(measure, drawn.filled, false);
  if (drawn.spread !== undefined) amount.spread = drawn.spread;
  return amount;
};

function dayOf({ params: { of } }: CompiledMeasure, { low, high, exists }: Drawn): DrawnDay {
  return { kind: "day", of, from: writeDay(low), to: writeDay(high), exists: truth(exists) };
}

function keysOf(run: Run, measure: CompiledMeasure, drawn: Drawn, known: Map<Drawn, Keys>): Keys {
  let keys = known.get(drawn);
  if (keys === undefined) known.set(drawn, (keys = measure.evidence(run, drawn).map(keyOf)));
  return keys;
}

function slotsOf(
  { slots, stepsPerUnit }: CompiledMeasure,
  filled: readonly number[],
  isTitled: boolean,
): SlotAccount[] {
  return slots.map(({ id, title, atLeast }, place) => {
    const have = inUnit(numberAt(filled, place), stepsPerUnit);
    return isTitled && title !== undefined ? { id, atLeast, have, title } : { id, atLeast, have };
  });
}

/** Lists a measure with an account of every entry. */
export const listAccount: ListMeasure<MeasureAccount> = (run, measure, drawn, keys) => {
  const { fact, unit, stepsPerUnit, params } = measure;
  if (gives(fact, "day")) return { ...dayOf(measure, drawn), fact };
  const { low, high, filled, spread } = drawn;
  const account: Draft<AmountAccount> = {
    kind: "amount",
    of: params.of,
    evidence: keysOf(run, measure, drawn, keys),
    fact,
    unit,
    have: inUnit(low, stepsPerUnit),
    possible: boundInUnit(high, stepsPerUnit),
    counted: alike(measure.counted(run, drawn)),
    uncounted: measure.uncounted(run, drawn),
  };
  if (filled !== undefined) account.slots = slotsOf(measure, filled, true);
  if (spread !== undefined) account.spread = spread;
  return account;
};

/** Puts entries together that count alike, in the order of the first of each kind. */
function alike(all: readonly CountedEntry[]): Counted[] {
  const kinds = new Map<number | string, EntryKey[]>();
  const found: Counted[] = [];
  for (const { entry, amount, equivalence, slot, capped } of all) {
    // most count by themselves, and differ at most in the amount
    const isPlain = equivalence === undefined && slot === undefined;
    const kind = isPlain ? amount : `${amount} ${equivalence} ${slot} ${capped}`;
    const known = kinds.get(kind);
    if (known !== undefined) {
      known.push(keyOf(entry));
      continue;
    }
    const evidence = [keyOf(entry)];
    kinds.set(kind, evidence);
    const counted: Draft<Counted> = { evidence, amount };
    if (equivalence !== undefined) counted.equivalence = equivalence;
    if (slot !== undefined) counted.slot = slot;
    if (capped) counted.capped = capped;
    found.push(counted);
  }
  return found;
}

/** Tells how far an amount has come that must reach a number. */
export function progressToward(run: Run, measure: CompiledMeasure, need: number, measures: Measures): AmountProgress {
  const { stepsPerUnit } = measure;
  const { low, high } = drawnFor(run, measure);
  const progress: Draft<AmountProgress> = {
    measure: measures.list(run, measure),
    have: inUnit(low, stepsPerUnit),
    need,
  };
  if (high !== low) progress.possible = boundInUnit(high, stepsPerUnit);
  return progress;
}
