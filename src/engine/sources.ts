/**
 * What the leaves of the engine are drawn from, by number: it copies the params of every leaf in every run.
 */
import { isoDay } from "../base/calendar";
import { MET, UNMET } from "../base/truth";
import type { Compiler, DayRange } from "../judge/compiled";
import { drawnFor } from "../judge/measures/table";
import type { Run } from "../judge/run";
import { gives } from "../model/facts";
import type { AmountLeaf, ResidenceLeaf, ResolvedDay, ResolvedLeaf } from "../rules/resolved";

/** Which value of the range in which an amount or a day lies; a number asks for the one that is nearest to it. */
export type Take = "least" | "most" | "exact" | number;

/** Which value a leaf is given. */
export interface Taking {
  /** Which value of the range. */
  readonly take: Take;
  /** Whether a day must be there for certain; else it may be. */
  readonly certain: boolean;
}

/** The params of the leaves of our own rules. */
export interface SourceParams {
  /** The number of the source. */
  readonly source: number;
}

/** What a leaf is drawn from. */
export interface DrawnSource extends Taking {
  /** Whether it is a day. */
  readonly isDay: boolean;
  /** Draws it as a range: an amount in its unit, or a day. */
  readonly draw: (run: Run) => DayRange;
  /** The requirement for which a coordinator accepted evidence, as `IFS/work`. */
  readonly accepting: string | undefined;
}

/** An amount, or a day. */
export type DrawnFrom = Pick<AmountLeaf, "fact" | "params"> | ResolvedDay;

/** What a leaf of a requirement is drawn from. */
export const drawnFrom = (leaf: Exclude<ResolvedLeaf, ResidenceLeaf>): DrawnFrom =>
  leaf.about === "day" ? leaf.day : leaf;

/** Finds what a fact is drawn from. */
export function drawnSourceOf(
  compiler: Compiler,
  from: DrawnFrom,
  { take, certain }: Taking,
  accepting?: string,
): DrawnSource {
  if (!("params" in from)) return { isDay: true, draw: compiler.day(from).look, take, certain, accepting };
  const measure = compiler.measure(from.fact, from.params);
  if (gives(from.fact, "day")) {
    return { isDay: true, draw: (run) => drawnFor(run, measure), take, certain, accepting };
  }
  const { stepsPerUnit } = measure;
  const draw = (run: Run): DayRange => {
    const { low, high } = drawnFor(run, measure);
    return { low: low / stepsPerUnit, high: high / stepsPerUnit, exists: MET };
  };
  return { isDay: false, draw, take, certain, accepting };
}

/** Draws the value of a leaf: a number, or a day as ISO text; `null` where there is none. */
export function drawn({ isDay, draw, take, certain }: DrawnSource, run: Run): number | string | null {
  const range = draw(run);
  return isDay ? dayAt(range, take, certain) : amountAt(range, take);
}

function amountAt({ low, high }: DayRange, take: Take): number | null {
  if (take === "least") return low;
  if (take === "most") return high;
  if (take === "exact") return low === high ? low : null;
  return Math.min(Math.max(take, low), high);
}

function dayAt({ low, high, exists }: DayRange, take: Take, certain: boolean): string | null {
  if (exists === UNMET || (certain && exists !== MET)) return null;
  const day = take === "most" ? high : low;
  if (day === -Infinity) return "0000-01-01";
  return day === Infinity ? "9999-12-31" : isoDay(day);
}
