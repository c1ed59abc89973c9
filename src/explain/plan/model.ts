/**
 * What is planned, and what a plan says.
 */
import type { Applicant, AssociationId, CollectionName, Day } from "../../model/applicant";
import type { PathwayId, Stage } from "../../model/rulebook";
import type { BearingQuestion, WhereToApply } from "../../model/verdict";
import type { Fee } from "../../rules/directory";
import type { EvaluateOptions } from "../../verdict/options";

/** How much someone does in a month. */
export interface Pace {
  /** Clock hours of training a month, 0 or more; none where absent. */
  readonly trainingHours?: number;
  /** Hours of reflective supervision received a month, 0 or more; none where absent. */
  readonly rscHours?: number;
}

/** What to plan. */
export interface PlanOptions extends Omit<EvaluateOptions, "pathways"> {
  /** The pathway. */
  readonly pathway: PathwayId;
  /** How much is done in a month, from the day of judgment on. */
  readonly pace: Pace;
  /** The last day that is looked at; ten years after the day of judgment where absent. */
  readonly until?: Day;
}

/** One thing to do. */
export interface PlanStep {
  /** The requirement that it is for. */
  readonly requirement: string;
  /** What the requirement asks for, in words. */
  readonly title: string;
  /** When it is due. */
  readonly stage: Stage;
  /** The collection in which it is told once it is done. */
  readonly of: CollectionName;
  /** How much. */
  readonly amount: number;
  /** The unit: `hours`, `months`, `entries`, or the name of the field that is added up. */
  readonly unit: string;
  /** The place that it fills. */
  readonly slot?: string;
  /** The first day. */
  readonly from: Day;
  /** The last day. */
  readonly to: Day;
  /** The entries of `Plan.evidence` that it is told by. */
  readonly evidence: readonly string[];
}

/** Why the day is no earlier, or why there is none. */
export interface PlanReason {
  /** The requirement. */
  readonly requirement: string;
  /** What the requirement asks for, in words. */
  readonly title: string;
  /**
   * `time`: it takes so long; `pace`: too few hours of this kind are done in a month, or none; `evidence`: it cannot be planned, such as
   * a degree or a license; `date`: only a day that has not come changes it.
   */
  readonly kind: "time" | "pace" | "evidence" | "date";
  /** The collection. */
  readonly of?: CollectionName;
  /** How much is asked for. */
  readonly need?: number;
  /** The unit. */
  readonly unit?: string;
}

/** What to do, and from which day on the pathway is open. */
export interface Plan {
  /** The pathway. */
  readonly pathway: PathwayId;
  /** Its name. */
  readonly name: string;
  /** The day from which is planned. */
  readonly asOf: Day;
  /** The association whose rules were applied. */
  readonly association?: AssociationId;
  /**
   * `eligible`: on the day every requirement that can be checked is met; `open`: on the day nothing is missing that one can
   * bring about, and questions remain; `never`: not at this pace, or not by what can be planned.
   */
  readonly result: "eligible" | "open" | "never";
  /** The earliest day; absent where there is none. */
  readonly day?: Day;
  /** Why the day is no earlier, or why there is none; empty where all of it can be done on the day of judgment. */
  readonly because: readonly PlanReason[];
  /** What to do, in the order of days. */
  readonly steps: readonly PlanStep[];
  /** The entries that are assumed; added to the applicant they make the pathway eligible on the day. */
  readonly evidence: Applicant;
  /** The collections that were not told, and of which it is assumed that there is nothing. */
  readonly presumed: readonly CollectionName[];
  /** What the sources leave open, and could change the day. */
  readonly questions: readonly BearingQuestion[];
  /** Where to apply, of who tells a residence that the association does not serve. */
  readonly whereToApply?: WhereToApply;
  /** What the pathway costs in the association, as far as it is known. */
  readonly fees: readonly Fee[];
}
