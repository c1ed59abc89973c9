/**
 * The verdict: what `evaluate` returns. Plain data, safe to write as JSON.
 */
import type { AssociationId, CollectionName, Day } from "./applicant";
import type { MeasureGiving } from "./facts";
import type { Citation, Confidence, Question } from "./language";
import type { Operator } from "./operators";
import type { Endorsement, InForce, Obligation, PathwayId, PathwayKind, Stage } from "./rulebook";

/** States of a requirement, a route or a condition. */
export const truths = ["unmet", "unknown", "met"] as const;
/** `met` and `unmet` are right whatever was not told; `unknown` is neither. */
export type Truth = (typeof truths)[number];

/** States of a pathway. */
export const pathwayStatuses = ["eligible", "not-yet", "undetermined", "not-offered", "apply-elsewhere"] as const;
/** The state of a pathway, the first that applies of: not offered, apply elsewhere, not yet, undetermined, eligible. */
export type PathwayStatus = (typeof pathwayStatuses)[number];

/** Reasons for which an entry does not count, or not for certain. */
export const reasonCodes = [
  "condition",
  "not-told",
  "reading",
  "after-as-of",
  "outside",
  "crosses",
  "spread",
  "overlap",
  "cap",
  "no-place",
] as const;
/**
 * Why an entry does not count, or not for certain.
 *
 * - `condition`: a condition on the entry fails.
 * - `not-told`: a field was not told.
 * - `reading`: the sources can be understood in more than one way.
 * - `after-as-of`: it lies after the day of the verdict.
 * - `outside`: it lies outside the period, the best window or the largest groups.
 * - `crosses`: it lies only partly inside.
 * - `spread`: the hours of the best window do not spread far enough.
 * - `overlap`: its days are counted already.
 * - `cap`: an equivalence is used up.
 * - `no-place`: every place that it fits is filled.
 */
export type ReasonCode = (typeof reasonCodes)[number];

/** Why an entry does not count, or not for certain. */
export interface Reason {
  /** The code. */
  readonly code: ReasonCode;
  /** The fact that decides, such as `kind` or `provider.held`. */
  readonly fact?: string;
  /** The operator of the condition that fails. */
  readonly operator?: Operator;
  /** The value of the condition that fails, looked up: a day that is not certain is given as its first and last possible day. */
  readonly value?: unknown;
  /** The named condition in which it stands. */
  readonly condition?: string;
  /** The condition must not hold, and does. */
  readonly negated?: true;
  /** The question on which the readings differ. */
  readonly question?: string;
  /** The equivalence that is used up. */
  readonly equivalence?: string;
}

/** An entry that counts. */
export interface Counted {
  /** The entry, as `work/<id or index>`. */
  readonly evidence: string;
  /** How much of it counts, in the measure's unit. */
  readonly amount: number;
  /** The equivalence by which it counts. */
  readonly equivalence?: string;
  /** The place it fills. */
  readonly slot?: string;
  /** Part of it is beyond the equivalence's cap. */
  readonly capped?: true;
}

/** An entry that does not count, or not for certain. */
export interface Uncounted {
  /** The entry, as `work/<id or index>`. */
  readonly evidence: string;
  /** `unmet`: it does not count; `unknown`: it may. */
  readonly status: "unmet" | "unknown";
  /** Why. */
  readonly because: Reason;
}

/** A place of a `filled` measure. */
export interface SlotFilled {
  /** The id. */
  readonly id: string;
  /** What it is, in words. */
  readonly title?: string;
  /** How much it takes. */
  readonly atLeast: number;
  /** How much of it is filled for certain. */
  readonly have: number;
}

/** How far the evidence of a windowed measure spreads. */
export interface Spread {
  /** The months over which the evidence of the best window spreads, for certain. */
  readonly months: number;
  /** The months over which it must spread. */
  readonly atLeastMonths?: number;
  /** The most months that the window may have. */
  readonly atMostMonths: number;
  /** The hours of the best window, whether they spread far enough or not. */
  readonly hours: number;
}

/** An amount drawn from a collection. */
export interface Amount {
  /** The measure. */
  readonly fact: MeasureGiving<"amount">;
  /** The collection. */
  readonly of: CollectionName;
  /** The unit: `hours`, `months`, `entries`, or the name of the field that is added up. */
  readonly unit: string;
  /** What certainly counts. */
  readonly have: number;
  /** What may count; `null` where nothing bounds it. */
  readonly possible: number | null;
  /** The entries that count. */
  readonly counted: readonly Counted[];
  /** The entries that do not, or not for certain, each with the reason. */
  readonly uncounted: readonly Uncounted[];
  /** The places, of a `filled` measure. */
  readonly slots?: readonly SlotFilled[];
  /** The spread, of a windowed measure. */
  readonly spread?: Spread;
}

/** A day drawn from a collection. */
export interface DayDrawn {
  /** The measure. */
  readonly fact: MeasureGiving<"day">;
  /** The collection. */
  readonly of: CollectionName;
  /** Always `day`. */
  readonly unit: "day";
  /** The first day that it may be; `null` where nothing bounds it. */
  readonly from: Day | null;
  /** The last day that it may be; `null` where nothing bounds it. */
  readonly to: Day | null;
  /** Whether there is such a day: `unmet` where there is none. */
  readonly exists: Truth;
}

/** An amount or a day drawn from evidence. */
export type Measure = Amount | DayDrawn;

/** A trace: what became of each node of a condition. Every leaf has a state. */
export type Trace =
  | {
      /** Its state. */
      readonly status: Truth;
      /** What became of each; the least of them is the state. */
      readonly all: readonly Trace[];
    }
  | {
      /** Its state. */
      readonly status: Truth;
      /** What became of each; the greatest of them is the state. */
      readonly any: readonly Trace[];
    }
  | {
      /** Its state. */
      readonly status: Truth;
      /** What became of the condition that must not hold. */
      readonly not: Trace;
    }
  | {
      /** Its state. */
      readonly status: Truth;
      /** The id of the named condition. */
      readonly condition: string;
      /** What it says. */
      readonly title: string;
      /** What became of it. */
      readonly of: Trace;
    }
  | {
      /** Its state. */
      readonly status: Truth;
      /** The question on which the readings differ. */
      readonly question: string;
      /** What became of each; where they differ, the state is unknown. */
      readonly readings: readonly ReadingTrace[];
    }
  | LeafTrace;

/** What became of one reading. */
export interface ReadingTrace {
  /** Its state. */
  readonly status: Truth;
  /** The id of the reading. */
  readonly id: string;
  /** What it says. */
  readonly title: string;
  /** What became of its condition. */
  readonly of: Trace;
}

/** What became of one comparison. */
export interface LeafTrace {
  /** Its state. */
  readonly status: Truth;
  /** The fact. */
  readonly fact: string;
  /** The operator. */
  readonly operator: Operator;
  /** The value, looked up: a day that is not certain is given as its first and last possible day. */
  readonly value: unknown;
  /** The measure, in the verdict's `measures`. */
  readonly measure?: string;
}

/** What became of one route. */
export interface RouteVerdict {
  /** The id. */
  readonly id: string;
  /** What it asks for, in words. */
  readonly title: string;
  /** Its state. */
  readonly status: Truth;
  /** What became of its condition. */
  readonly trace: Trace;
  /** Its own sources, where they differ from the requirement's. */
  readonly sources?: readonly Citation[];
  /** Its own confidence, where it differs from the requirement's. */
  readonly confidence?: Confidence;
}

/** A coordinator's decision that was applied. */
export interface DecisionApplied {
  /** The decision, as `decisions/<id or index>`. */
  readonly decision: string;
  /** Its type. */
  readonly type: "waive" | "accept";
  /** The evidence it accepts. */
  readonly evidence?: readonly string[];
  /** The association that decided. */
  readonly association?: AssociationId;
}

/** What became of one requirement. */
export interface RequirementVerdict {
  /** The id. */
  readonly id: string;
  /** What it asks for, in words. */
  readonly title: string;
  /** Its state; waived counts as met. */
  readonly status: Truth;
  /** How firmly it binds. */
  readonly obligation: Obligation;
  /** When it is due. */
  readonly stage: Stage;
  /** The route that satisfies it, or comes nearest. */
  readonly route?: string;
  /** Every route. */
  readonly routes: readonly RouteVerdict[];
  /** Whose rule it is. */
  readonly origin: "alliance" | AssociationId;
  /** The first day of the edition, as the source gives it. */
  readonly since?: string;
  /** How sure the rule is. */
  readonly confidence: Confidence;
  /** Where it is said. */
  readonly sources: readonly Citation[];
  /** Decisions that were applied. */
  readonly decisions?: readonly DecisionApplied[];
}

/** A condition that stands in the way. */
export interface Blocking {
  /** The requirement. */
  readonly requirement: string;
  /** The route, the nearest one; absent where the criterion is unpublished. */
  readonly route?: string;
  /** Where in the route's trace, as a JSON pointer. */
  readonly at?: string;
  /** `unmet`, or `unknown` where nothing is certainly unmet. */
  readonly status: "unmet" | "unknown";
  /** The fact. */
  readonly fact?: string;
  /** The measure, in the verdict's `measures`. */
  readonly measure?: string;
  /** The question whose readings differ here. */
  readonly question?: string;
}

/** An amount that is missing. */
export interface Gap {
  /** The requirement. */
  readonly requirement: string;
  /** The route. */
  readonly route: string;
  /** The measure, in the verdict's `measures`. */
  readonly measure: string;
  /** `unmet`: it is missing; `unknown`: it is missing unless what is not certain counts. */
  readonly status: "unmet" | "unknown";
  /** How much is missing. */
  readonly amount: number;
  /** The unit. */
  readonly unit: string;
  /** The place that stays empty, of a `filled` measure. */
  readonly slot?: string;
}

/** A question that the sources leave open, and where it comes up. */
export interface OpenQuestion extends Question {
  /** The requirement it is about; absent where it is about the pathway. */
  readonly requirement?: string;
  /** Whether its answer could change this requirement for this person. */
  readonly bears: boolean;
}

/** A fact of the process that never decides eligibility. */
export interface ProcessNote {
  /** The kind, such as `deadline`, `cohort` or `review`. */
  readonly kind: string;
  /** What it says. */
  readonly text: string;
  /** Where it is said. */
  readonly sources: readonly Citation[];
  /** How sure it is. */
  readonly confidence: Confidence;
}

/** Where to apply instead. */
export interface ApplyElsewhere {
  /** `home-association` or `alliance`. */
  readonly where: string;
  /** What it depends on. */
  readonly only?: string;
  /** A question to answer first. */
  readonly question?: string;
  /** How sure it is. */
  readonly confidence?: Confidence;
}

/** A state for each stage. */
export interface StageTruths extends Readonly<Record<Stage, Truth>> {
  /** What is asked for before applying: whether one can apply. */
  readonly experience: Truth;
  /** What is done while applying. */
  readonly application: Truth;
  /** What comes only after approval. */
  readonly exam: Truth;
}

/** What became of one pathway. */
export interface PathwayVerdict {
  /** The id. */
  readonly pathway: PathwayId;
  /** The name, as the association calls it. */
  readonly name: string;
  /** The kind. */
  readonly kind: PathwayKind;
  /** The endorsement. */
  readonly endorsement?: Endorsement;
  /** Its state. */
  readonly status: PathwayStatus;
  /** A state for each stage: whether one can apply is `stages.experience`. */
  readonly stages: StageTruths;
  /** Every requirement in force. */
  readonly requirements: readonly RequirementVerdict[];
  /** The least that stands in the way. */
  readonly blocking: readonly Blocking[];
  /** What is missing, in amounts. */
  readonly gaps: readonly Gap[];
  /** What the sources leave open. */
  readonly questions: readonly OpenQuestion[];
  /** The last day to renew. */
  readonly due?: Day;
  /** When it is offered, where it is not offered on the day of the verdict. */
  readonly offered?: readonly InForce[];
  /** What replaced it, where it is no longer offered. */
  readonly replacedBy?: readonly PathwayId[];
  /** Where to apply instead. */
  readonly elsewhere?: readonly ApplyElsewhere[];
  /** Facts of the process; they never decide. */
  readonly process: readonly ProcessNote[];
}

/** A field that was not told and was presumed. */
export interface Presumption {
  /** The field: `work.end`. */
  readonly field: string;
  /** What was presumed. */
  readonly value: string | number | boolean;
  /** The entries. */
  readonly evidence: readonly string[];
}

/** A decision that matched nothing. */
export interface UnusedDecision {
  /** The decision, as `decisions/<id or index>`. */
  readonly decision: string;
  /** Why it was not used. */
  readonly because: "unknown-pathway" | "unknown-requirement" | "other-association" | "not-in-force" | "not-judged";
}

/** The eligibility of one applicant, for each pathway. */
export interface Verdict {
  /** The day of judgment. */
  readonly asOf: Day;
  /** The association whose rules were applied. */
  readonly association?: AssociationId;
  /** The rulebook. */
  readonly rulebook: {
    /** Its id. */
    readonly id: string;
    /** Its version. */
    readonly version: Day;
    /** SHA-256 of its content and of the overlay, in hexadecimal. */
    readonly digest: string;
  };
  /** The pathways, in the rulebook's order. */
  readonly pathways: readonly PathwayVerdict[];
  /** Every measure once; traces refer to them. */
  readonly measures: Readonly<Record<string, Measure>>;
  /** Every default the verdict leaned on. */
  readonly presumed: readonly Presumption[];
  /** Decisions that matched nothing. */
  readonly unusedDecisions: readonly UnusedDecision[];
}
