/**
 * What rules are compiled to, and the state of one run of it.
 */

import type { Level } from "../base/truth";
import type { Entry, Evidence } from "../evidence/read";
import type { AllHeld, Held, Standings } from "../evidence/standing";
import type { CollectionName } from "../model/applicant";
import type { MeasureFact } from "../model/facts";
import type { Counted, Measure, Reason, Trace, Uncounted } from "../model/verdict";
import type { EntryLeaf, ResolvedDay, ResolvedParams, ResolvedWhere } from "../rules/resolved";

/** Judges one entry. */
export interface Judge {
  /** Whether the condition holds for the entry. */
  readonly judge: (entry: Entry, run: Run) => Level;
  /** Why it came to the level to which it came. */
  readonly blame: (entry: Entry, run: Run, level: Level) => Reason;
}

/** A condition on the entries of a collection; each entry is judged once a run. */
export interface CompiledWhere extends Judge {
  /** Its place in `Run.levels`. */
  readonly index: number;
}

/** A day that may not be certain. */
export interface DayRange {
  /** The first day it may be. */
  readonly low: number;
  /** The last day it may be. */
  readonly high: number;
  /** Whether there is such a day. */
  readonly exists: Level;
}

/** Looks up a day. */
export type DaySource = (run: Run) => DayRange;

/** What a measure came to. */
export interface Result {
  /** Where the verdict lists it. */
  readonly name: string;
  /** As the verdict lists it. */
  readonly measure: Measure;
  /** What certainly counts, in the measure's own steps; of a day, the first day it may be. */
  readonly low: number;
  /** What may count; of a day, the last day it may be. */
  readonly high: number;
  /** Whether there is a day. */
  readonly exists: Level;
}

/** A measure, compiled. */
export interface CompiledMeasure {
  /** Its place in `Run.results`. */
  readonly index: number;
  /** The names of measures of its kind, in their order, as far as they were needed. */
  readonly names: string[];
  /** How many of its own steps make one of its unit: 60 minutes an hour. */
  readonly stepsPerUnit: number;
  /** Draws it. */
  readonly draw: (run: Run) => Drawn;
}

/** What drawing a measure gives. */
export type Drawn = Omit<Result, "name">;

/** What some entries give together. */
export interface Total {
  /** What certainly counts, in steps. */
  readonly low: number;
  /** What may count, in steps. */
  readonly high: number;
  /** The level of each entry of the collection. */
  readonly levels: readonly Level[];
  /** Whether all that may count certainly does, with a certain amount. */
  readonly isSure: boolean;
  /** What each entry certainly gives, in steps; nothing where it gives nothing for certain. */
  readonly amounts: readonly (number | undefined)[];
  /** The entries that count. */
  readonly counted: readonly Counted[];
  /** The entries that do not, or not for certain. */
  readonly uncounted: readonly Uncounted[];
}

/** A condition of a requirement, compiled. */
export interface Node {
  /** Its place in `Run.traces`. */
  readonly index: number;
  /** Judges it once a run, with a trace. */
  readonly trace: (run: Run) => Trace;
}

/** The state of one run. Everything is judged or drawn once and then found here. */
export interface Run {
  /** The applicant. */
  readonly evidence: Evidence;
  /** Entries that a coordinator accepted for the requirement at hand. */
  readonly accepted: ReadonlySet<string> | undefined;
  /** Levels of entries, by condition. */
  readonly levels: (readonly Level[] | undefined)[];
  /** Entries that do not count, by condition, as far as they were asked for. */
  readonly uncounted: (Uncounted[] | undefined)[];
  /** Entries whose hours count, by collection, as far as they were asked for. */
  readonly hours: Partial<Record<CollectionName, Counted[]>>;
  /** Entries that lie outside, by collection, as far as they were asked for. */
  readonly outside: Partial<Record<CollectionName, Uncounted[]>>;
  /** Hours added up, by condition. */
  readonly totals: (Total | undefined)[];
  /** Levels of entries by leaf and by named condition, as far as they were asked for. */
  readonly judged: ((Level | undefined)[] | undefined)[];
  /** Measures drawn. */
  readonly results: (Result | undefined)[];
  /** Traces made. */
  readonly traces: (Trace | undefined)[];
  /** Days looked up. */
  readonly days: (DayRange | undefined)[];
  /** All that people hold. */
  readonly standings: (AllHeld | undefined)[];
  /** What people hold, by list of words and person. */
  readonly held: ((Held | undefined)[] | undefined)[];
  /** The measures of the verdict. */
  readonly measures: Record<string, Measure>;
  /** How many measures of each kind were drawn, by the names of that kind. */
  readonly drawn: Map<readonly string[], number>;
}

/** Compiles parts of conditions; each distinct part once. */
export interface Compiler {
  /** Compiles a condition on the entries of a collection. */
  readonly where: (of: CollectionName, condition: ResolvedWhere) => CompiledWhere;
  /** Compiles a part of a condition on entries; its place is in `Run.judged`. */
  readonly part: (key: readonly unknown[], make: (index: number) => Judge) => CompiledWhere;
  /** Compiles a comparison of entries; its place is in `Run.judged`. */
  readonly leaf: (of: CollectionName, leaf: EntryLeaf) => CompiledWhere;
  /** Compiles a day. */
  readonly day: (value: string | ResolvedDay) => DaySource;
  /** Compiles a measure. */
  readonly measure: (fact: MeasureFact, params: ResolvedParams) => CompiledMeasure;
  /** Compiles a condition of a requirement. */
  readonly node: (key: readonly unknown[], make: () => Node["trace"]) => Node;
  /** Numbers something of a kind. */
  readonly number: (kind: "day" | "held") => number;
  /** Finds what people hold. */
  readonly standings: Standings;
}
