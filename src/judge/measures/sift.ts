/**
 * What all measures share: which entries count, which may, and why the others do not.
 */

import type { Draft } from "../../base/draft";
import { wrong } from "../../base/errors";
import { type Level, lesser, MET, UNKNOWN, UNMET } from "../../base/truth";
import { type Entries, type Entry, entriesOf, pathOf } from "../../evidence/read";
import type { CollectionName } from "../../model/applicant";
import type { Amount, Counted, Reason, Spread, Uncounted } from "../../model/verdict";
import type { ResolvedParams } from "../../rules/resolved";
import type { CompiledWhere, Compiler, DayRange, DaySource, Drawn, Run } from "../compiled";

/** Which entries a measure is drawn from. */
export interface EntrySource {
  /** The collection. */
  readonly of: CollectionName;
  /** The condition on each entry. */
  readonly where: CompiledWhere;
  /** The period, if any. */
  readonly from: DaySource | undefined;
  /** The period, if any. */
  readonly to: DaySource | undefined;
}

/** The entries of a measure, judged. */
export interface Sifted extends Omit<Entries, "name"> {
  /** The level of each entry. */
  readonly levels: readonly Level[];
  /** The period, looked up. */
  readonly period: Period | undefined;
}

/** A period whose ends may not be certain. */
export interface Period {
  readonly from: DayRange;
  readonly to: DayRange;
}

const SINCE_EVER: DayRange = { low: -Infinity, high: -Infinity, exists: MET };
const FOR_EVER: DayRange = { low: Infinity, high: Infinity, exists: MET };
const EVERYTHING = { all: [] } as const;

// frozen, for all verdicts share them
const AFTER: Reason = Object.freeze({ code: "after-as-of" });
/** It lies outside the period, the best window or the largest groups. */
export const OUTSIDE: Reason = Object.freeze({ code: "outside" });
/** It lies only partly inside. */
export const CROSSES: Reason = Object.freeze({ code: "crosses" });
/** Its day was not told. */
export const NO_DAY: Reason = Object.freeze({ code: "not-told", fact: "earned" });
/** Its hours were not told. */
const NO_HOURS: Reason = Object.freeze({ code: "not-told", fact: "hours" });
/** The days of an entry are counted already. */
export const OVERLAP: Reason = Object.freeze({ code: "overlap" });
/** Every place that it fits is filled. */
export const NO_PLACE: Reason = Object.freeze({ code: "no-place" });

/** Compiles which entries a measure is drawn from. */
export function compileSource(compiler: Compiler, { of, where, during }: ResolvedParams): EntrySource {
  return {
    of,
    where: compiler.where(of, where ?? EVERYTHING),
    from: during?.from === undefined ? undefined : compiler.day(during.from),
    to: during?.to === undefined ? undefined : compiler.day(during.to),
  };
}

/** Judges every entry against a condition, once a run. What lies after the day of judgment never counts. */
export function levelsOf(run: Run, of: CollectionName, where: CompiledWhere): readonly Level[] {
  const known = run.levels[where.index];
  if (known !== undefined) return known;
  const { accepted, evidence } = run;
  const levels: Level[] = [];
  for (const entry of entriesOf(evidence, of).list) {
    if (entry.late) levels.push(UNMET);
    else levels.push(accepted?.has(entry.evidence) ? MET : where.judge(entry, run));
  }
  run.levels[where.index] = levels;
  return levels;
}

/**
 * Judges the entries of a measure.
 *
 * @param cuts - Whether the measure cuts entries at the ends of its period; if not, what crosses an end is unknown.
 */
export function sift(run: Run, source: EntrySource, cuts: boolean): Sifted {
  const { list, complete } = entriesOf(run.evidence, source.of);
  const judged = levelsOf(run, source.of, source.where);
  const period = periodOf(run, source);
  if (period === undefined) return { list, complete, levels: judged, period };
  const levels = list.map((entry, index): Level => {
    const level = judged[index] as Level;
    const inside = duringLevel(entry, period);
    return inside === UNKNOWN && cuts ? level : lesser(inside, level);
  });
  return { list, complete, levels, period };
}

function periodOf(run: Run, { from, to }: EntrySource): Period | undefined {
  if (from === undefined && to === undefined) return undefined;
  return { from: from?.(run) ?? SINCE_EVER, to: to?.(run) ?? FOR_EVER };
}

/** Whether an entry lies in a period. */
export function duringLevel(entry: Entry, period: Period | undefined): Level {
  if (period === undefined) return MET;
  const { from, to } = period;
  if (from.exists === UNMET || to.exists === UNMET) return UNMET;
  if (entry.to < from.low || entry.from > to.high) return UNMET;
  const certain = entry.placed && from.exists === MET && to.exists === MET;
  return certain && entry.from >= from.high && entry.to <= to.low ? MET : UNKNOWN;
}

/** Lists an entry that lies outside: once a run, for it lies outside many windows and groups. */
export function outsideEntry(run: Run, { of, index, evidence }: Entry): Uncounted {
  const known = (run.outside[of] ??= []);
  return (known[index] ??= { evidence, status: "unmet", because: OUTSIDE });
}

/** Says why an entry does not count, or not for certain. */
function reasonFor(run: Run, source: EntrySource, period: Period | undefined, entry: Entry): Reason {
  if (entry.late) return AFTER;
  const judged = levelsOf(run, source.of, source.where)[entry.index] as Level;
  const inside = duringLevel(entry, period);
  if (judged < MET && judged <= inside) return source.where.blame(entry, run, judged);
  if (inside === UNMET) return OUTSIDE;
  return edgeReason(entry);
}

/** Why it is not certain that an entry lies in a period. */
export const edgeReason = ({ placed }: Entry): Reason => (placed ? CROSSES : NO_DAY);

/** Lists an entry that does not count, or not for certain; without a period once a run, for many measures share a condition. */
export function uncountedEntry(run: Run, source: EntrySource, sifted: Sifted, entry: Entry): Uncounted {
  if (sifted.period !== undefined) return explain(run, source, sifted, entry);
  const known = (run.uncounted[source.where.index] ??= []);
  return (known[entry.index] ??= explain(run, source, sifted, entry));
}

function explain(run: Run, source: EntrySource, { levels, period }: Sifted, entry: Entry): Uncounted {
  const status = levels[entry.index] === UNMET ? "unmet" : "unknown";
  return { evidence: entry.evidence, status, because: reasonFor(run, source, period, entry) };
}

/**
 * Reads a number that is not negative.
 *
 * @returns Nothing where it was not told.
 * @throws {@link ApplicantError} `wrong-type` for anything else.
 */
export function readAmount(entry: Entry, field: string): number | undefined {
  const value = entry.raw[field];
  if (value === undefined) return undefined;
  if (typeof value === "number" && value >= 0 && value < Infinity) return value;
  throw wrong("wrong-type", pathOf(entry, field), "a number of 0 or more", value);
}

/** Minutes of an hour: hours are added up as whole minutes, for 0.7 + 0.1 must reach 0.8. */
export const MINUTES = 60;

/** Reads the hours of an entry as minutes: the most there may be, `Infinity` where they were not told. */
export function mostMinutesOf(entry: Entry): number {
  const hours = readAmount(entry, "hours");
  return hours === undefined ? Infinity : Math.round(hours * MINUTES);
}

/** Reads the hours of an entry as minutes; nothing where they are not certain: not told, or going on after the day of judgment. */
export function minutesOf(entry: Entry): number | undefined {
  const minutes = mostMinutesOf(entry);
  return entry.cut || minutes === Infinity ? undefined : minutes;
}

/** Why the minutes of an entry are not certain. */
export const minutesReason = (entry: Entry): Reason => (entry.raw["hours"] === undefined ? NO_HOURS : CROSSES);

/** Writes steps in their unit, to two decimals, never more than there is. */
export const inUnit = (steps: number, stepsPerUnit: number): number =>
  Math.floor((steps / stepsPerUnit) * 100 + 1e-9) / 100;

/** Writes an upper bound in its unit; `null` where there is none. */
export const boundInUnit = (steps: number, stepsPerUnit: number): number | null =>
  steps === Infinity ? null : inUnit(steps, stepsPerUnit);

/** Makes the account of an amount of hours. */
export function hoursDrawn(
  { of }: EntrySource,
  low: number,
  high: number,
  counted: readonly Counted[],
  uncounted: readonly Uncounted[],
  spread?: Spread,
): Drawn {
  const have = inUnit(low, MINUTES);
  const possible = boundInUnit(high, MINUTES);
  const measure: Draft<Amount> = { fact: "hours", of, unit: "hours", have, possible, counted, uncounted };
  if (spread !== undefined) measure.spread = spread;
  return { measure, low, high, exists: MET };
}
