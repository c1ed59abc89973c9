/**
 * Which entries a measure is drawn from: those that count, those that may, and why the others do not.
 */

import { type Level, MET, UNKNOWN, UNMET } from "../../base/truth";
import { type Entry, keyOf } from "../../evidence/entry";
import type { CollectionName } from "../../model/applicant";
import type { EntryKey, Reason, Uncounted } from "../../model/verdict";
import type { ResolvedParams, ResolvedWhere } from "../../rules/resolved";
import {
  areaOf,
  type Bits,
  IS_MET,
  internVector,
  KNOWN,
  levelIn,
  MAY,
  makeBits,
  nextVector,
  type Vector,
  wordAt,
} from "../bits";
import type { EntryColumn } from "../columns";
import type { CompiledWhere, Compiler, DayRange, DaySource } from "../compiled";
import type { Run } from "../run";

/** Which entries a measure is drawn from. */
export interface EntrySource {
  /** Its place in `Run.vectors`. */
  readonly index: number;
  readonly of: CollectionName;
  readonly where: CompiledWhere;
  /** Whether an entry lies in the period; none where the measure has no period, or cuts entries at its ends. */
  readonly during: EntryColumn | undefined;
  readonly period: PeriodSource | undefined;
}

/** A period, as it is looked up. */
export interface PeriodSource {
  readonly name: string;
  readonly look: (run: Run) => Period;
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

/** What entries are drawn from. */
interface Drawable extends Pick<ResolvedParams, "of" | "during"> {
  readonly where?: ResolvedWhere | undefined;
}

/**
 * Compiles which entries a measure is drawn from.
 *
 * @param cuts - Whether the measure cuts entries at the ends of its period; if not, what crosses an end is unknown.
 */
export function compileSource(compiler: Compiler, { of, where, during }: Drawable, cuts = false): EntrySource {
  const period = compilePeriod(compiler, during);
  const compiled = compiler.entries(of, where ?? EVERYTHING);
  const column =
    period === undefined || cuts
      ? undefined
      : compiler.leafColumn(of, `during ${period.name}`, (entry, run) => duringLevel(entry, period.look(run)));
  const index = compiler.number("source", [of, compiled.name, column?.index]);
  return { index, of, where: compiled, during: column, period };
}

function compilePeriod(compiler: Compiler, during: ResolvedParams["during"]): PeriodSource | undefined {
  if (during === undefined) return undefined;
  const from = during.from === undefined ? undefined : compiler.day(during.from);
  const to = during.to === undefined ? undefined : compiler.day(during.to);
  const look = (end: DaySource | undefined, run: Run, otherwise: DayRange) => end?.look(run) ?? otherwise;
  return {
    name: `${from?.name} ${to?.name}`,
    look: (run) => ({ from: look(from, run, SINCE_EVER), to: look(to, run, FOR_EVER) }),
  };
}

/** The bits of a collection, once a run. */
export const bitsOf = (run: Run, of: CollectionName): Bits => (run.bits[of] ??= makeBits(run, of));

/** Judges the entries of a measure, once a run. What lies after the day of judgment never counts. */
export const vectorOf = (run: Run, source: EntrySource): Vector => (run.vectors[source.index] ??= judged(run, source));

function judged(run: Run, { of, where, during }: EntrySource): Vector {
  const bits = bitsOf(run, of);
  const { words, open, accepted, perhapsLate } = bits;
  where.column.judge(run, bits, open, 0);
  const own = areaOf(bits, where.column.index, KNOWN);
  const at = nextVector(bits);
  const data = bits.vectorData;
  for (let word = 0; word < words; word++) {
    const asked = wordAt(open, word);
    const sure = wordAt(accepted, word);
    const met = (asked & wordAt(bits.columns, own + IS_MET * words + word)) | sure;
    data[at + word] = met & ~wordAt(perhapsLate, word);
    data[at + words + word] = (asked & wordAt(bits.columns, own + MAY * words + word)) | sure;
  }
  if (during !== undefined) {
    during.judge(run, bits, data, at + words);
    const inside = areaOf(bits, during.index, KNOWN);
    for (let word = 0; word < words; word++) {
      data[at + word] = wordAt(data, at + word) & wordAt(bits.columns, inside + IS_MET * words + word);
      data[at + words + word] = wordAt(data, at + words + word) & wordAt(bits.columns, inside + MAY * words + word);
    }
  }
  return internVector(run, bits);
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

/** Why it is not certain that an entry lies in a period. */
export function edgeReason(entry: Entry, period: Period | undefined): Reason {
  const { placed, vague, lastStart, firstEnd } = entry;
  if (!placed) return NO_DAY;
  const crosses = period !== undefined && (lastStart < period.from.low || firstEnd > period.to.high);
  return vague === undefined || crosses ? CROSSES : impreciseReason(entry, vague);
}

const imprecise = new Map<string, Reason>();

/** The reason that a day is told only as a month or a year: one object each, so that entries are gathered by it. */
export function impreciseReason({ raw }: Pick<Entry, "raw">, field: string): Reason {
  return impreciseAs(field, String(raw[field]));
}

/** The same of a fact, as it was told. */
export function impreciseAs(fact: string, told: string): Reason {
  const value = told.length === YEAR_LENGTH ? "year" : "month";
  const key = `${fact} ${value}`;
  let reason = imprecise.get(key);
  if (reason === undefined) imprecise.set(key, (reason = Object.freeze({ code: "imprecise", fact, value })));
  return reason;
}

const YEAR_LENGTH = 4;

/** Entries that do not count, gathered by their reasons. */
export class Gathered {
  private readonly groups = new Map<Reason, { unmet?: EntryKey[]; unknown?: EntryKey[] }>();

  /** @param before - Groups that there are already. */
  constructor(before: readonly Uncounted[] = []) {
    for (const { status, because, evidence } of before) this.groupOf(because)[status] = [...evidence];
  }

  private groupOf(because: Reason) {
    let group = this.groups.get(because);
    if (group === undefined) this.groups.set(because, (group = {}));
    return group;
  }

  /** Adds an entry. */
  add(entry: Entry, status: Uncounted["status"], because: Reason): void {
    const group = this.groupOf(because);
    const keys = group[status];
    if (keys === undefined) group[status] = [keyOf(entry)];
    else keys.push(keyOf(entry));
  }

  /** Lists the groups. */
  list(): Uncounted[] {
    const listed: Uncounted[] = [];
    for (const [because, { unmet, unknown }] of this.groups) {
      if (unmet !== undefined) listed.push({ status: "unmet", because, evidence: unmet });
      if (unknown !== undefined) listed.push({ status: "unknown", because, evidence: unknown });
    }
    return listed;
  }
}

/** Gathers every entry of a source that does not count, or not for certain, because of its condition, its period or its day. */
export const gatherSifted = (run: Run, source: EntrySource): readonly Uncounted[] =>
  (run.account.gathered[source.index] ??= siftedOut(run, source));

function siftedOut(run: Run, source: EntrySource): Uncounted[] {
  const gathered = new Gathered();
  const bits = bitsOf(run, source.of);
  const vector = vectorOf(run, source);
  const reasons = reasonsOf(run, source);
  for (const entry of bits.entries.list) {
    const level = levelIn(bits, vector, entry.index);
    if (level !== MET) gathered.add(entry, level === UNMET ? "unmet" : "unknown", reasons[entry.index] as Reason);
  }
  return gathered.list();
}

/** Why each entry does not count, or not for certain. */
export function reasonsOf(run: Run, source: EntrySource): readonly (Reason | undefined)[] {
  return (run.account.why[source.index] ??= explain(run, source));
}

function explain(run: Run, { of, where, during, period }: EntrySource): (Reason | undefined)[] {
  const bits = bitsOf(run, of);
  const { words, columns, entries, open } = bits;
  const reasons: (Reason | undefined)[] = [];
  const own = areaOf(bits, where.column.index, KNOWN);
  const inside = during === undefined ? -1 : areaOf(bits, during.index, KNOWN);
  for (const level of [UNMET, UNKNOWN] as const) {
    const mask = new Int32Array(words);
    for (let word = 0; word < words; word++) {
      const may = wordAt(columns, own + MAY * words + word);
      const met = wordAt(columns, own + IS_MET * words + word);
      mask[word] = wordAt(open, word) & (level === UNMET ? ~may : may & ~met);
    }
    if (mask.some((word) => word !== 0)) where.blame(run, bits, mask, level, reasons);
  }
  for (const entry of entries.list) {
    if (entry.late) reasons[entry.index] = AFTER;
    else if (inside >= 0)
      reasons[entry.index] = atEdge(bits, inside, entry, reasons[entry.index], own, () => period?.look(run));
    if (entry.perhapsLate && !entry.late) reasons[entry.index] ??= impreciseReason(entry, entry.vague ?? "");
  }
  return reasons;
}

/** The reason of an entry that has a period, too: the least certain of the two decides, of the same the condition. */
function atEdge(
  bits: Bits,
  inside: number,
  entry: Entry,
  reason: Reason | undefined,
  own: number,
  look: () => Period | undefined,
): Reason | undefined {
  const isAccepted = ((wordAt(bits.accepted, entry.index >>> 5) >>> (entry.index & 31)) & 1) === 1;
  const judged = isAccepted ? MET : levelAt(bits, own, entry.index);
  if (judged === UNMET) return reason;
  const level = levelAt(bits, inside, entry.index);
  if (level === UNMET) return OUTSIDE;
  return level === UNKNOWN && judged === MET ? edgeReason(entry, look()) : reason;
}

function levelAt({ columns, words }: Bits, at: number, index: number): Level {
  const word = index >>> 5;
  const met = (wordAt(columns, at + IS_MET * words + word) >>> (index & 31)) & 1;
  const may = (wordAt(columns, at + MAY * words + word) >>> (index & 31)) & 1;
  return (met + may) as Level;
}
