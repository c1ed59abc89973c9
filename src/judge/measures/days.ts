/**
 * First and last days.
 */
import { type Level, MET, UNKNOWN, UNMET } from "../../base/truth";
import { type Entry, readDay, readLastDay } from "../../evidence/entry";
import { type PresumedField, presume } from "../../evidence/evidence";
import { type Field, presumedOf } from "../../evidence/field";
import { fieldOf, placements } from "../../evidence/fields";
import type { ResolvedParams } from "../../rules/resolved";
import { eachPossible } from "../bits";
import type { Compiler, DayRange, Drawing } from "../compiled";
import type { Run } from "../run";
import { bitsOf, compileSource, type EntrySource, vectorOf } from "./source";

/** Which day is drawn. */
interface Drawable {
  readonly source: EntrySource;
  readonly field: string;
  readonly rule: Field;
  readonly presumable: PresumedField | undefined;
  readonly isFirst: boolean;
}

const nothing = () => [];

/** Compiles a first or last day. */
const compileDay =
  (isFirst: boolean) =>
  (compiler: Compiler, params: ResolvedParams): Drawing => {
    const { of, field = "" } = params;
    const rule = fieldOf(of, field);
    if (rule === undefined) throw new TypeError(`${of} has no ${field}`);
    const presumable = rule.presumed === undefined ? undefined : { of, name: field, value: rule.presumed };
    const day = { source: compileSource(compiler, params), field, rule, presumable, isFirst };
    const draw = (run: Run) => drawDay(run, day);
    return { unit: "day", stepsPerUnit: 1, draw, evidence: nothing, counted: nothing, uncounted: nothing };
  };

/** Compiles a first day. */
export const compileEarliest = compileDay(true);
/** Compiles a last day. */
export const compileLatest = compileDay(false);

/** Draws the earliest or the latest day of a field. Of nothing there is no day. */
function drawDay(run: Run, { source, field, rule, presumable, isFirst }: Drawable): DayRange {
  const { asOf } = run.evidence;
  const bits = bitsOf(run, source.of);
  const { complete } = bits.entries;
  // the day of an entry that counts has come by the day of judgment; its other days, such as the last one, may not have
  const latestDay = placements[source.of].day === field || field === "start" ? asOf : Infinity;
  const lastOf = (entry: Entry, day: number | undefined, otherwise: number) =>
    day === undefined ? otherwise : Math.min(readLastDay(entry, field, day), Math.max(day, latestDay));
  const pick = isFirst ? Math.min : Math.max;
  const none = isFirst ? Infinity : -Infinity;
  /** Of all that may count, and of what certainly does: the first and the last day each may be. */
  let low = none;
  let high = none;
  let certainLow = none;
  let certainHigh = none;
  let exists: Level = complete ? UNMET : UNKNOWN;
  eachPossible(bits, vectorOf(run, source), (entry, level) => {
    const day = readDay(entry, field);
    // "still so" never comes
    const isStillSo = day === undefined && presumable !== undefined && presumedOf(rule, entry.raw) !== undefined;
    if (isStillSo) presume(run.evidence, presumable, entry.index);
    const isOver = presumable !== undefined && !isStillSo;
    const first = isStillSo ? Infinity : (day ?? -Infinity);
    const last = isStillSo ? Infinity : lastOf(entry, day, isOver ? asOf : latestDay);
    low = pick(low, first);
    high = pick(high, last);
    if (level === MET) {
      certainLow = pick(certainLow, first);
      certainHigh = pick(certainHigh, last);
    }
    if (level > exists) exists = level;
  });
  // what may count can only bring the earliest forward, and the latest back
  if (isFirst) return { low: complete ? low : -Infinity, high: certainHigh, exists };
  return { low: certainLow, high: complete ? high : Math.max(high, latestDay), exists };
}
