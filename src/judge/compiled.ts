/**
 * What rules are compiled to.
 */
import type { Made } from "../base/tree";
import type { Level } from "../base/truth";
import type { Entry } from "../evidence/entry";
import type { Standings } from "../evidence/standing";
import type { CollectionName } from "../model/applicant";
import type { MeasureFact } from "../model/facts";
import type { Counted, Reason, SlotAccount, Spread, Trace, Uncounted } from "../model/verdict";
import type { EntryLeaf, ResolvedDay, ResolvedParams, ResolvedWhere } from "../rules/resolved";
import type { Bits } from "./bits";
import type { EntryColumn } from "./columns";
import type { Obstacle } from "./obstacle";
import type { PersonField, Run } from "./run";

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
export interface DaySource {
  /** A short name that follows from which day it is. */
  readonly name: string;
  readonly look: (run: Run) => DayRange;
}

/** What drawing a measure gives: of an amount, what certainly counts and what may, in the measure's own steps. */
export interface Drawn extends DayRange {
  /** How far the evidence of a windowed measure spreads. */
  readonly spread?: Spread;
  /** How much of each place is filled for certain, in steps. */
  readonly filled?: readonly number[];
}

/** An entry that counts. */
export interface CountedEntry extends Omit<Counted, "evidence"> {
  readonly entry: Entry;
}

/** A condition on the entries of a collection. */
export interface CompiledWhere {
  readonly of: CollectionName;
  /** A short name that follows from what it asks for. */
  readonly name: string;
  readonly column: EntryColumn;
  /** Whether readings differ in it. */
  readonly hasReadings: boolean;
  /** What it asks for one after the other, each by its column: what asks for more implies what asks for less. */
  readonly conjuncts: ReadonlySet<number>;
  /** Says why entries came to the level to which they came. */
  readonly blame: Blaming;
  /** Adds up how much keeps entries, which came to a level, from another. */
  readonly distance: Measuring;
  /** Finds the questions whose readings differ of entries that are unknown. */
  readonly questions: Questioning;
}

/** @param mask - The entries. @param reasons - Where the reason of each is put. */
export type Blaming = (run: Run, bits: Bits, mask: Int32Array, level: Level, reasons: (Reason | undefined)[]) => void;
/** @param sums - Where the distance of each entry is added. */
export type Measuring = (run: Run, bits: Bits, mask: Int32Array, level: Level, sums: number[]) => void;

/** @param mask - The entries, which are unknown. */
export type Questioning = (run: Run, bits: Bits, mask: Int32Array, found: Set<string>) => void;

/** What a condition is compiled to, beside its name. */
export type WhereParts = Omit<CompiledWhere, "of" | "name">;

/** How a measure is drawn, and how that is accounted for. */
export interface Drawing<D extends Drawn = Drawn> {
  /** How many of its own steps make one of its unit: 60 minutes an hour. */
  readonly stepsPerUnit: number;
  readonly unit: string;
  /** Draws it. */
  draw(run: Run): D;
  /** The entries that count for certain, in order. */
  evidence(run: Run, drawn: D): readonly Entry[];
  /** How much of each counts. */
  counted(run: Run, drawn: D): readonly CountedEntry[];
  /** Why the others do not. */
  uncounted(run: Run, drawn: D): readonly Uncounted[];
}

/** A measure, compiled. */
export interface CompiledMeasure extends Drawing {
  /** Whether readings differ in what it is drawn from. */
  readonly hasReadings: boolean;
  /** Its place in `Run.results`. */
  readonly index: number;
  /** Its name, which follows from what it measures. */
  readonly name: string;
  readonly fact: MeasureFact;
  readonly params: ResolvedParams;
  /** Which entries it is drawn from. */
  readonly where: CompiledWhere;
  /** Every condition on entries in it in which readings differ. */
  readonly differing: readonly CompiledWhere[];
  /** Its places. */
  readonly slots: readonly Pick<SlotAccount, "id" | "title" | "atLeast">[];
}

/** A condition of a requirement, compiled. */
export interface Node {
  /** A short name that follows from what it asks for. */
  readonly name: string;
  /** Judges it once a run, no further than it is sure. */
  readonly level: (run: Run) => Level;
  /**
   * How far it is from what it should be: the sum of what is missing, each as a share of what is asked for.
   *
   * @param met - Whether it should become met, or, under a `not`, unmet.
   */
  readonly distance: (run: Run, met: boolean) => number;
  /** Finds the least that keeps it from what it should be. */
  readonly obstacles: (run: Run, met: boolean, at: ObstaclePlace, found: Obstacle[]) => void;
  /** Finds the amounts on the way by which it is met, or comes nearest. */
  readonly amounts: (run: Run, found: AmountNode[]) => void;
  /** Whether readings differ in it, or in the conditions on entries that it asks for. */
  readonly hasReadings: boolean;
  /** Finds the questions whose readings leave it unknown. */
  readonly questions: (run: Run, found: Set<string>) => void;
  /** The amount of a comparison that must reach a number. */
  readonly amount?: AmountLeft;
  /** Tells what became of it. */
  readonly trace: (run: Run) => Trace;
}

/** An amount that must reach a number, and how much of it is missing. */
export interface AmountLeft extends AmountNode {
  readonly missing: (run: Run) => number;
}

/** Where an obstacle stands. */
export interface ObstaclePlace {
  /** In the route's trace, as a JSON pointer, where that is asked for. */
  readonly pointer: string | undefined;
  /** The question whose readings differ here. */
  readonly question: string | undefined;
}

/** An amount that must reach a number. */
export interface AmountNode {
  readonly measure: CompiledMeasure;
  /** What is asked for, in its unit. */
  readonly need: number;
}

/** What is numbered, so that a run finds it by its place. */
export type Numbered = "day" | "held" | "source" | "shape" | "requirement" | "measure" | "node" | "person";

/** Compiles parts of conditions; each distinct part once. */
export interface Compiler {
  /** Compiles a condition on the entries of a collection. */
  readonly entries: (of: CollectionName, condition: ResolvedWhere) => CompiledWhere;
  /** Compiles a part of a condition on entries. */
  readonly where: (of: CollectionName, key: readonly unknown[], make: (name: string) => WhereParts) => CompiledWhere;
  /** Compiles a comparison of entries. */
  readonly leaf: (of: CollectionName, leaf: EntryLeaf) => CompiledWhere;
  /** Makes the column of a part: `all`, `any`, `not` or `readings` of other columns. */
  readonly column: (
    of: CollectionName,
    key: readonly (string | number)[],
    parts: readonly EntryColumn[],
  ) => EntryColumn;
  /** Makes the column of a comparison. */
  readonly leafColumn: (of: CollectionName, name: string, judge: (entry: Entry, run: Run) => Level) => EntryColumn;
  /** How many columns each collection has. */
  readonly columns: Readonly<Record<CollectionName, number>>;
  /** How much of each other kind was numbered so far. */
  readonly counts: Readonly<Record<Numbered, number>>;
  /** Compiles a day. */
  readonly day: (value: string | ResolvedDay) => DaySource;
  /** What tells a day that is looked up from others. */
  readonly dayKey: (value: string | ResolvedDay) => unknown;
  /** Compiles a measure. */
  readonly measure: (fact: MeasureFact, params: ResolvedParams) => CompiledMeasure;
  /** What conditions of requirements were compiled to. */
  readonly nodes: Made<Node>;
  /** Compiles a condition of a requirement. */
  readonly node: (key: readonly unknown[], make: (index: number) => Omit<Node, "name">) => Node;
  /** Numbers a field that names a person. */
  readonly person: (of: CollectionName, field: string) => PersonField;
  /** Numbers something of a kind; what has the same key has the same number. */
  readonly number: (kind: Numbered, key: readonly unknown[]) => number;
  /** Finds what people hold. */
  readonly standings: Standings;
}
