/**
 * Conditions as judged: names spelled out, facts of the pathway filled in, each comparison by what it compares.
 */
import type { EntryFact } from "../evidence/entry-fact";
import type { AgeRange, CollectionName, Day } from "../model/applicant";
import type { DayFact, MeasureGiving } from "../model/facts";
import type { MeasureParams, Question } from "../model/language";
import type { Compared, OperatorOn } from "../model/operators";
import type { CycleInForce, PathwayId } from "../model/rulebook";

/** A condition with named conditions spelled out; what stands in several places is one object. */
export type ResolvedTree<Leaf> =
  | { readonly all: readonly ResolvedTree<Leaf>[] }
  | { readonly any: readonly ResolvedTree<Leaf>[] }
  | { readonly not: ResolvedTree<Leaf> }
  | { readonly condition: string; readonly title: string; readonly of: ResolvedTree<Leaf> }
  | { readonly readings: readonly ResolvedReading<Leaf>[]; readonly question: Question }
  | Leaf;

/** A reading with its condition resolved. */
export interface ResolvedReading<Leaf> {
  readonly id: string;
  readonly title: string;
  readonly of: ResolvedTree<Leaf>;
}

/** A condition of a requirement. */
export type Resolved = ResolvedTree<ResolvedLeaf>;

/** A condition on one entry. */
export type ResolvedWhere = ResolvedTree<EntryLeaf>;

/** A comparison of a requirement, by what it is about. */
export type ResolvedLeaf = AmountLeaf | DrawnDayLeaf | DayLeaf | ResidenceLeaf;

/** An amount drawn from evidence. */
export interface AmountLeaf {
  readonly about: "amount";
  readonly fact: MeasureGiving<"amount">;
  readonly params: ResolvedParams;
  readonly operator: OperatorOn<"number">;
  readonly value: number;
}

/** A day drawn from evidence. */
export interface DrawnDayLeaf {
  readonly about: "drawn-day";
  readonly fact: MeasureGiving<"day">;
  readonly params: ResolvedParams;
  readonly operator: OperatorOn<"day">;
  readonly value: Day | ResolvedDay;
}

/** A day that belongs to no collection. */
export interface DayLeaf {
  readonly about: "day";
  readonly fact: DayFact;
  readonly day: ResolvedDay;
  readonly operator: OperatorOn<"day">;
  readonly value: Day | ResolvedDay;
}

/** The place of residence. */
export interface ResidenceLeaf {
  readonly about: "residence";
  readonly fact: "residence";
  readonly operator: OperatorOn<"word">;
  readonly value: string | readonly string[];
}

/** A comparison of one entry, by what it compares. */
export type EntryLeaf =
  | EntryComparison<"number", number>
  | EntryComparison<"boolean", boolean>
  | EntryComparison<"word", string | readonly string[]>
  | EntryComparison<"words", readonly string[]>
  | EntryComparison<"ages", AgeRange>
  | EntryComparison<"day", Day | ResolvedDay>;

/** A comparison of one entry. */
export interface EntryComparison<T extends Compared, Value> {
  readonly compares: T;
  /** The fact, as it is written. */
  readonly fact: string;
  /** What it is drawn from. */
  readonly from: EntryFact;
  readonly operator: OperatorOn<T>;
  readonly value: Value;
}

/** A day that is looked up while judging. */
export type ResolvedDay =
  | { readonly fact: "asOf"; readonly plusMonths: number }
  | { readonly fact: "applicationStarted"; readonly pathway: PathwayId; readonly plusMonths: number }
  | { readonly fact: "cycle.start" | "cycle.end"; readonly cycle: CycleInForce; readonly plusMonths: number }
  | { readonly fact: MeasureGiving<"day">; readonly params: ResolvedParams };

/** An equivalence, resolved. */
export interface ResolvedEquivalence {
  readonly id: string;
  readonly where: ResolvedWhere;
  readonly atMost?: number;
  readonly fullTimeEquivalent?: boolean;
}

/** A slot, resolved. */
export interface ResolvedSlot {
  readonly id: string;
  readonly title?: string;
  readonly where?: ResolvedWhere;
  readonly atLeast: number;
}

/** What a measure is drawn from, resolved. */
export interface ResolvedParams extends Omit<MeasureParams, "where" | "during" | "equivalences" | "slots" | "among"> {
  readonly of: CollectionName;
  readonly where?: ResolvedWhere;
  readonly during?: { readonly from?: Day | ResolvedDay; readonly to?: Day | ResolvedDay };
  readonly equivalences?: readonly ResolvedEquivalence[];
  readonly slots?: readonly ResolvedSlot[];
}
