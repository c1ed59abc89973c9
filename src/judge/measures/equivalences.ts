/**
 * Equivalences: what counts as something else, how far, and why not.
 */
import { nth } from "../../base/lists";
import { type Level, MET, UNKNOWN, UNMET } from "../../base/truth";
import type { Entry } from "../../evidence/entry";
import type { Reason } from "../../model/verdict";
import type { ResolvedParams } from "../../rules/resolved";
import { type Bits, levelIn, type Vector } from "../bits";
import type { Compiler } from "../compiled";
import type { Run } from "../run";
import {
  compileSource,
  duringLevel,
  type EntrySource,
  type Gathered,
  OUTSIDE,
  type Period,
  reasonsOf,
  vectorOf,
} from "./source";

/** An equivalence, compiled for one collection. */
export interface AddedBy {
  readonly id: string;
  readonly source: EntrySource;
  readonly atMost: number;
  readonly fullTimeEquivalent: boolean;
}

/** Compiles the equivalences of a measure; whether entries lie in its period is looked at apart. */
export const compileEquivalences = (
  compiler: Compiler,
  { of, equivalences = [] }: ResolvedParams,
): readonly AddedBy[] =>
  equivalences.map(({ id, where, atMost = Infinity, fullTimeEquivalent = false }) => ({
    id,
    source: compileSource(compiler, { of, where }),
    atMost,
    fullTimeEquivalent,
  }));

/** What became of the entries under each equivalence. */
export const vectorsOf = (run: Run, added: readonly AddedBy[]): readonly Vector[] =>
  added.map(({ source }) => vectorOf(run, source));

/**
 * Finds the equivalences under which an entry counts.
 *
 * @param least - `MET`: for certain; `UNKNOWN`: perhaps.
 * @param period - The period in which it must lie; none where the measure cuts entries at its ends.
 * @returns Bit `i`: under equivalence `i`.
 */
export function maskOf(bits: Bits, vectors: readonly Vector[], entry: Entry, least: Level, period?: Period): number {
  if (duringLevel(entry, period) < least) return 0;
  let mask = 0;
  for (let place = 0; place < vectors.length; place++) {
    if (levelIn(bits, nth(vectors, place), entry.index) >= least) mask |= 1 << place;
  }
  return mask;
}

/** Why an entry counts neither by itself nor under an equivalence. */
export interface NotCounted {
  /** What becomes of it by itself. */
  readonly own: Level;
  /** Why it does not count by itself, if it does not. */
  readonly ownReason: Reason | undefined;
  readonly period: Period | undefined;
  /** Why its amount is not certain, if it is not. */
  readonly notTold: Reason | undefined;
  /** Why it adds nothing although an equivalence takes it. */
  readonly full: (equivalence: string) => Reason;
}

/** Gathers an entry that counts neither by itself nor under an equivalence. */
export function gatherRefused(
  run: Run,
  bits: Bits,
  entry: Entry,
  added: readonly AddedBy[],
  refusal: NotCounted,
  gathered: Gathered,
): void {
  const { own, ownReason, period, notTold, full } = refusal;
  const find = (level: Level) =>
    added.find(({ source }) => levelIn(bits, vectorOf(run, source), entry.index) === level);
  const taking = find(MET);
  if (duringLevel(entry, period) === UNMET && (taking ?? find(UNKNOWN)) !== undefined) {
    return gathered.add(entry, "unmet", OUTSIDE);
  }
  if (notTold !== undefined && (own === MET || taking !== undefined)) return gathered.add(entry, "unknown", notTold);
  if (taking !== undefined) return gathered.add(entry, "unmet", full(taking.id));
  const perhaps = own === UNMET ? find(UNKNOWN) : undefined;
  const doubt = perhaps && reasonsOf(run, perhaps.source)[entry.index];
  if (doubt !== undefined) return gathered.add(entry, "unknown", doubt);
  gathered.add(entry, own === UNMET ? "unmet" : "unknown", ownReason as Reason);
}
