/**
 * The verdict: what `evaluate` returns. Plain data, safe to write as JSON; in three details, each a subset of the next.
 *
 * What is the same for everybody (names, titles, sources, the texts of questions) is named by id: `rulesInForce` has it.
 */
import type { AssociationId, CollectionName, Day } from "./applicant";
import type { MeasureGiving } from "./facts";
import type { Citation, Confidence } from "./language";
import type { Operator } from "./operators";
import type { Endorsement, InForce, Obligation, PaidCost, PathwayId, PathwayKind, Stage } from "./rulebook";

/** How much a verdict tells. */
export const details = ["status", "outcome", "account"] as const;
/**
 * How much a verdict tells.
 *
 * - `status`: the state of every pathway, stage and requirement.
 * - `outcome`: also what stands in the way and how much is missing, and what counts on the nearest route.
 * - `account`: also what became of every condition of every route, and why each entry counts or does not.
 */
export type Detail = (typeof details)[number];

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
  "imprecise",
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
 * - `imprecise`: a day is told only as a month or a year, which `value` says.
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
  /** The first day on which this is asked for: until then, another way would have been enough. */
  readonly since?: Day;
}

/** An entry of a collection that is told beside it: its id, or its place where it has none. */
export type EntryKey = string | number;

/** Entries that count, all alike. */
export interface Counted {
  /** The entries. */
  readonly evidence: readonly EntryKey[];
  /** How much of each of them counts, in the measure's unit. */
  readonly amount: number;
  /** The equivalence by which they count. */
  readonly equivalence?: string;
  /** The place they fill. */
  readonly slot?: string;
  /** Part of each is beyond the equivalence's cap. */
  readonly capped?: true;
}

/** Entries that do not count, or not for certain, all for the same reason. */
export interface Uncounted {
  /** `unmet`: they do not count; `unknown`: they may. */
  readonly status: "unmet" | "unknown";
  /** Why: what decides. */
  readonly because: Reason;
  /** The entries. */
  readonly evidence: readonly EntryKey[];
}

/** A place of a `filled` measure. */
export interface SlotFilled {
  /** The id. */
  readonly id: string;
  /** How much it takes. */
  readonly atLeast: number;
  /** How much of it is filled for certain. */
  readonly have: number;
}

/** A place of a `filled` measure, with its title. */
export interface SlotAccount extends SlotFilled {
  /** What it is, in words. */
  readonly title?: string;
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

/** What is drawn from a collection. */
interface Drawn {
  /** The collection. */
  readonly of: CollectionName;
}

/** An amount drawn from a collection. */
export interface Amount extends Drawn {
  /** It is an amount. */
  readonly kind: "amount";
  /** The unit: `hours`, `months`, `entries`, or the name of the field that is added up. */
  readonly unit: string;
  /** The entries that count for certain. */
  readonly evidence: readonly EntryKey[];
  /** The places, of a `filled` measure. */
  readonly slots?: readonly SlotFilled[];
  /** The spread, of a windowed measure. */
  readonly spread?: Spread;
}

/** A day drawn from a collection. */
export interface DrawnDay extends Drawn {
  /** It is a day. */
  readonly kind: "day";
  /** The first day that it may be; `null` where nothing bounds it. */
  readonly from: Day | null;
  /** The last day that it may be; `null` where nothing bounds it. */
  readonly to: Day | null;
  /** Whether there is such a day: `unmet` where there is none. */
  readonly exists: Truth;
}

/** An amount or a day drawn from evidence. */
export type Measure = Amount | DrawnDay;

/** An amount, with an account of every entry. */
export interface AmountAccount extends Amount {
  /** The measure. */
  readonly fact: MeasureGiving<"amount">;
  /** What certainly counts. */
  readonly have: number;
  /** What may count; `null` where nothing bounds it. */
  readonly possible: number | null;
  /** The entries that count, those together that count alike. */
  readonly counted: readonly Counted[];
  /** The places, of a `filled` measure. */
  readonly slots?: readonly SlotAccount[];
  /** The entries that do not, or not for certain, by the reason. */
  readonly uncounted: readonly Uncounted[];
}

/** A day, with the measure that gives it. */
export interface DrawnDayAccount extends DrawnDay {
  /** The measure. */
  readonly fact: MeasureGiving<"day">;
}

/** An amount or a day drawn from evidence, with an account of every entry. */
export type MeasureAccount = AmountAccount | DrawnDayAccount;

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
  /** Its state. */
  readonly status: Truth;
  /** How sure it is, where that differs from the requirement. */
  readonly confidence?: Confidence;
  /** What became of its condition, in the verdict's `traces`. */
  readonly trace: string;
  /** The least that stands in the way of it; absent where it is met. */
  readonly blocking?: readonly Omit<BlockingAccount, "requirement">[];
  /** What is missing on it, in amounts; absent where it is met. */
  readonly gaps?: readonly Omit<Gap, "requirement">[];
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
  readonly association?: string;
}

/** The state of one requirement. */
export interface RequirementStatus {
  /** The id. */
  readonly id: string;
  /** Its state; waived counts as met. */
  readonly status: Truth;
}

/** How far an amount has come that a requirement asks for. */
export interface AmountProgress {
  /** The measure, in the verdict's `measures`. */
  readonly measure: string;
  /** What certainly counts. */
  readonly have: number;
  /** What may count, where that is more; `null` where nothing bounds it. */
  readonly possible?: number | null;
  /** What is asked for, in the measure's unit. */
  readonly need: number;
}

/** What became of one requirement. */
export interface RequirementVerdict extends RequirementStatus {
  /** How firmly it binds, where it does not decide; absent where it is required. */
  readonly obligation?: Obligation;
  /** The route that satisfies it, or comes nearest. */
  readonly route?: string;
  /** The amounts on that route; absent where it asks for none. */
  readonly progress?: readonly AmountProgress[];
  /** Decisions that were applied. */
  readonly decisions?: readonly DecisionApplied[];
}

/** What became of one requirement, with an account of every route. */
export interface RequirementAccount extends RequirementVerdict {
  /** What it asks for, in words. */
  readonly title: string;
  /** How firmly it binds. */
  readonly obligation: Obligation;
  /** When it is due; absent of what is asked for before applying. */
  readonly stage?: Stage;
  /** Whose rule it is; absent of the Alliance's. */
  readonly origin?: AssociationId;
  /** The first day of the edition, as the source gives it. */
  readonly since?: string;
  /** How sure the rule is; absent where it is `medium`. */
  readonly confidence?: Confidence;
  /** Every route. */
  readonly routes: readonly RouteVerdict[];
}

/**
 * A condition that stands in the way.
 *
 * Where an amount is missing there is a gap of the same measure; else the comparison is told.
 */
export interface Blocking {
  /** The requirement; its state says whether this is unmet, or unknown. */
  readonly requirement: string;
  /** The measure, in the verdict's `measures`; nothing where none is drawn. */
  readonly measure?: string;
  /** The fact that is compared; nothing where an amount is missing, or the criterion is unpublished. */
  readonly fact?: string;
  /** The operator. */
  readonly operator?: Operator;
  /** The value, looked up: a day that is not certain is given as its first and last possible day. */
  readonly value?: unknown;
  /** The question whose readings differ here. */
  readonly question?: string;
}

/** A condition that stands in the way, with its place. */
export interface BlockingAccount extends Blocking {
  /** Where in the route's trace, as a JSON pointer. */
  readonly at?: string;
}

/** An amount that is missing: for certain where the requirement is unmet, else unless what is not certain counts. */
export interface Gap {
  /** The requirement. */
  readonly requirement: string;
  /** The measure, in the verdict's `measures`. */
  readonly measure: string;
  /** How much is missing. */
  readonly amount: number;
  /** The unit. */
  readonly unit: string;
  /** The place that stays empty, of a `filled` measure. */
  readonly slot?: string;
  /** The question whose readings differ here: it is missing only if it is asked for. */
  readonly question?: string;
  /** Other measures with gaps of this pathway that the same evidence fills: do not add them up. */
  readonly alsoFills?: readonly string[];
}

/** A question that the sources leave open and whose answer could change the verdict for this person. */
export interface BearingQuestion {
  /** The id. */
  readonly id: string;
  /** The question, where it is about this person or this day; else `rulesInForce` has it. */
  readonly text?: string;
  /** The requirement it is about; absent where it is about the pathway. */
  readonly requirement?: string;
}

/** Who takes an application from a place. */
export const applyKinds = ["association", "alliance", "unknown"] as const;
/**
 * Who takes an application from a place: an association that serves it, the Alliance itself because none does, or no page
 * says.
 */
export type ApplyKind = (typeof applyKinds)[number];

/** Where one applies who lives in a place. */
export interface WhereToApply {
  /** Who takes the application. */
  readonly kind: ApplyKind;
  /** The association by whose rules to judge, `alliance` for the Alliance; absent where it is not known. */
  readonly association?: AssociationId;
  /** What to do, in words. */
  readonly text: string;
  /** Where it is said. */
  readonly sources: readonly Citation[];
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

/** The state of one pathway. */
export interface PathwayStatuses {
  /** The id. */
  readonly pathway: PathwayId;
  /** Its state. */
  readonly status: PathwayStatus;
  /** A state for each stage: whether one can apply is `stages.experience`. */
  readonly stages: StageTruths;
  /** Every requirement in force. */
  readonly requirements: readonly RequirementStatus[];
}

/** A cycle of renewal. */
export interface JudgedCycle {
  /** Its first day. */
  readonly from: Day;
  /** Its last day; before the day of the verdict where one still files for a cycle that closed. */
  readonly to: Day;
}

/** What became of one pathway. */
export interface PathwayVerdict extends PathwayStatuses {
  /** Every requirement in force. */
  readonly requirements: readonly RequirementVerdict[];
  /** The least that stands in the way. */
  readonly blocking: readonly Blocking[];
  /** What is missing, in amounts. */
  readonly gaps: readonly Gap[];
  /** What the sources leave open and bears on this person. */
  readonly questions: readonly BearingQuestion[];
  /** The last day to renew, of who may hold what is renewed: in time, else late. */
  readonly due?: Day;
  /** The cycle of renewal that is judged. */
  readonly cycle?: JudgedCycle;
  /** When it is offered, where it is not offered on the day of the verdict. */
  readonly offered?: readonly InForce[];
  /** What it pays for, of a scholarship. */
  readonly pays?: readonly PaidCost[];
  /** What replaced it, where it is no longer offered. */
  readonly replacedBy?: readonly PathwayId[];
}

/** What became of one pathway, with an account of every condition. */
export interface PathwayAccount extends PathwayVerdict {
  /** The name, as the association calls it. */
  readonly name: string;
  /** The kind. */
  readonly kind: PathwayKind;
  /** The endorsement. */
  readonly endorsement?: Endorsement;
  /** Every requirement in force. */
  readonly requirements: readonly RequirementAccount[];
  /** The least that stands in the way. */
  readonly blocking: readonly BlockingAccount[];
}

/** A field that was not told and was presumed. */
export interface Presumption {
  /** The field: `work.end`; or `residence`, where one asks an association that says nothing of it. */
  readonly field: string;
  /** What was presumed. */
  readonly value: string | number | boolean;
  /** The entries, of the collection that the field names; none of `residence`. */
  readonly evidence: readonly EntryKey[];
}

/** A decision that matched nothing. */
export interface UnusedDecision {
  /** The decision, as `decisions/<id or index>`. */
  readonly decision: string;
  /** Why it was not used. */
  readonly because:
    | "unknown-pathway"
    | "unknown-requirement"
    | "other-association"
    | "not-in-force"
    | "imprecise"
    | "not-judged";
}

/** What was judged, and by which rules. */
interface Judged {
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
  /** Where to apply, of an applicant who tells a residence that the association judged by does not serve. */
  readonly whereToApply?: WhereToApply;
}

/** The eligibility of one applicant: states only. */
export interface StatusVerdict extends Judged {
  /** How much it tells. */
  readonly detail: "status";
  /** The pathways, in the rulebook's order. */
  readonly pathways: readonly PathwayStatuses[];
}

/** The eligibility of one applicant, what stands in the way, and how much is missing. */
export interface Verdict extends Judged {
  /** How much it tells. */
  readonly detail: "outcome" | "account";
  /** The pathways, in the rulebook's order. */
  readonly pathways: readonly PathwayVerdict[];
  /** The measures that the rest refers to, each once, by a name that follows from what it measures. */
  readonly measures: Readonly<Record<string, Measure>>;
  /** Every default the verdict leaned on. */
  readonly presumed: readonly Presumption[];
  /** Decisions that matched nothing. */
  readonly unusedDecisions: readonly UnusedDecision[];
}

/** The eligibility of one applicant, with an account of every condition and every entry. */
export interface AccountVerdict extends Verdict {
  /** How much it tells. */
  readonly detail: "account";
  /** The pathways, in the rulebook's order. */
  readonly pathways: readonly PathwayAccount[];
  /** Every measure once. */
  readonly measures: Readonly<Record<string, MeasureAccount>>;
  /** What became of the conditions of routes, each once, by a name that follows from what it asks for. */
  readonly traces: Readonly<Record<string, Trace>>;
}

/** The verdict of each detail. */
export interface VerdictOf {
  /** States only. */
  readonly status: StatusVerdict;
  /** What stands in the way, too. */
  readonly outcome: Verdict;
  /** Everything. */
  readonly account: AccountVerdict;
}

/** A verdict, in any detail. */
export type AnyVerdict = VerdictOf[Detail];
