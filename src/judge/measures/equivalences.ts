/**
 * Equivalences: what counts as something else, how far, and why not.
 */

import { type Level, MET, UNKNOWN, UNMET } from "../../base/truth";
import type { Entry } from "../../evidence/read";
import type { Reason, Uncounted } from "../../model/verdict";
import type { ResolvedEquivalence, ResolvedParams } from "../../rules/resolved";
import type { CompiledWhere, Compiler, Run } from "../compiled";
import { duringLevel, type EntrySource, levelsOf, OUTSIDE, type Period, type Sifted, uncountedEntry } from "./sift";

/** An equivalence, compiled for one collection. */
export interface Added {
  readonly id: string;
  readonly where: CompiledWhere;
  readonly atMost: number;
  readonly fullTimeEquivalent: boolean;
}

/** Compiles the equivalences of a measure. */
export function compileEquivalences(compiler: Compiler, { of, equivalences = [] }: ResolvedParams): readonly Added[] {
  const compile = ({ id, where, atMost = Infinity, fullTimeEquivalent = false }: ResolvedEquivalence): Added => ({
    id,
    where: compiler.where(of, where),
    atMost,
    fullTimeEquivalent,
  });
  return equivalences.map(compile);
}

/**
 * Finds the equivalences under which an entry counts.
 *
 * @param least - `MET`: for certain; `UNKNOWN`: perhaps.
 * @param period - The period in which it must lie; none where the measure cuts entries at its ends.
 * @returns Bit `i`: under equivalence `i`.
 */
export function maskOf(
  run: Run,
  { of }: EntrySource,
  entry: Entry,
  added: readonly Added[],
  least: Level,
  period?: Period,
): number {
  if (duringLevel(entry, period) < least) return 0;
  let mask = 0;
  for (let place = 0; place < added.length; place++) {
    const level = levelsOf(run, of, (added[place] as Added).where)[entry.index] as Level;
    if (level >= least) mask |= 1 << place;
  }
  return mask;
}

/**
 * Says why an entry counts neither by itself nor under an equivalence.
 *
 * @param notTold - Why its amount is not certain, if it is not.
 * @param full - Why it adds nothing although an equivalence takes it.
 */
export function uncountedByAny(
  run: Run,
  source: EntrySource,
  sifted: Sifted,
  entry: Entry,
  added: readonly Added[],
  notTold: Reason | undefined,
  full: (equivalence: string) => Reason,
): Uncounted {
  const { evidence } = entry;
  const own = sifted.levels[entry.index] as Level;
  const find = (level: Level) => added.find(({ where }) => levelsOf(run, source.of, where)[entry.index] === level);
  const taking = find(MET);
  if (duringLevel(entry, sifted.period) === UNMET && (taking ?? find(UNKNOWN)) !== undefined) {
    return { evidence, status: "unmet", because: OUTSIDE };
  }
  if (notTold !== undefined && (own === MET || taking !== undefined)) {
    return { evidence, status: "unknown", because: notTold };
  }
  if (taking !== undefined) return { evidence, status: "unmet", because: full(taking.id) };
  const perhaps = own === UNMET ? find(UNKNOWN) : undefined;
  if (perhaps === undefined) return uncountedEntry(run, source, sifted, entry);
  return { evidence, status: "unknown", because: perhaps.where.blame(entry, run, UNKNOWN) };
}
