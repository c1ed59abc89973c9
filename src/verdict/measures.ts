/**
 * The measures of a verdict: each once, by its name, as far as the verdict refers to it.
 */
import type { Draft } from "../base/draft";
import { truth } from "../base/truth";
import { keyOf } from "../evidence/read";
import type { CompiledMeasure, Drawn } from "../judge/compiled";
import { writeDay } from "../judge/day-range";
import { boundInUnit, inUnit } from "../judge/measures/amounts";
import { drawnFor } from "../judge/measures/table";
import { nameIn, type Run } from "../judge/run";
import { gives } from "../model/facts";
import type {
  Amount,
  AmountAccount,
  AmountProgress,
  DrawnDay,
  Measure,
  MeasureAccount,
  SlotAccount,
  SlotFilled,
} from "../model/verdict";

/** Lists a measure in a verdict. */
export type ListMeasure<M extends Measure> = (run: Run, measure: CompiledMeasure, drawn: Drawn) => M;

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
  return {
    listed,
    list: (run, measure) => {
      const name = nameIn(run, measure);
      listed[name] ??= listing(run, measure, drawnFor(run, measure));
      return name;
    },
  };
}

/** Lists an amount without an account of its entries, or a day. */
export const listOutcome: ListMeasure<Measure> = (run, measure, drawn) =>
  gives(measure.fact, "day") ? dayOf(measure, drawn) : amountOf(run, measure, drawn);

function dayOf({ params: { of } }: CompiledMeasure, { low, high, exists }: Drawn): DrawnDay {
  return { kind: "day", of, from: writeDay(low), to: writeDay(high), exists: truth(exists) };
}

function amountOf(run: Run, measure: CompiledMeasure, drawn: Drawn): Amount {
  const amount: Draft<Amount> = {
    kind: "amount",
    of: measure.params.of,
    evidence: measure.evidence(run, drawn).map(keyOf),
  };
  const { filled, spread } = drawn;
  if (filled !== undefined) amount.slots = slotsOf(measure, filled);
  if (spread !== undefined) amount.spread = spread;
  return amount;
}

const slotsOf = ({ slots, stepsPerUnit }: CompiledMeasure, filled: readonly number[]): SlotFilled[] =>
  slots.map(({ id, atLeast }, place) => ({ id, atLeast, have: inUnit(filled[place] as number, stepsPerUnit) }));

/** Lists a measure with an account of every entry. */
export const listAccount: ListMeasure<MeasureAccount> = (run, measure, drawn) => {
  const { fact, unit, stepsPerUnit } = measure;
  if (gives(fact, "day")) return { ...dayOf(measure, drawn), fact };
  const { slots, ...amount } = amountOf(run, measure, drawn);
  const account: Draft<AmountAccount> = {
    ...amount,
    fact,
    unit,
    have: inUnit(drawn.low, stepsPerUnit),
    possible: boundInUnit(drawn.high, stepsPerUnit),
    counted: measure.counted(run, drawn),
    uncounted: measure.uncounted(run, drawn),
  };
  if (slots !== undefined) account.slots = slots.map((slot, at) => titled(slot, measure.slots[at]?.title));
  return account;
};

const titled = (slot: SlotFilled, title: string | undefined): SlotAccount =>
  title === undefined ? slot : { ...slot, title };

/** Tells how far an amount has come that must reach a number. */
export function progressToward(run: Run, measure: CompiledMeasure, need: number, measures: Measures): AmountProgress {
  const { unit, stepsPerUnit } = measure;
  const { low, high } = drawnFor(run, measure);
  const progress: Draft<AmountProgress> = {
    measure: measures.list(run, measure),
    have: inUnit(low, stepsPerUnit),
    need,
    unit,
  };
  if (high !== low) progress.possible = boundInUnit(high, stepsPerUnit);
  return progress;
}
