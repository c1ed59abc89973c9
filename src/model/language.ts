/**
 * The rule language: operators, facts and conditions, and what is cited for them.
 */
import type { AgeRange, CollectionName, Day } from "./applicant";
import type { DayFact, MeasureGiving, PathwayFact } from "./facts";
import type { Operator } from "./operators";

/** Levels of confidence. */
export const confidences = ["high", "medium", "low"] as const;
/** `high`: two independent pages agree; `medium`: one clear page; `low`: a summary, an odd page or an inference. */
export type Confidence = (typeof confidences)[number];

/** A document cited for a rule. */
export interface Citation {
  /** The id in `sources.json`. */
  readonly source: string;
  /** Where in the document, or what it says there, in our own words. */
  readonly note?: string;
}

/** What the sources leave open. */
export interface Question {
  /** The id. */
  readonly id: string;
  /** The question, as one would ask it of a coordinator. */
  readonly text: string;
  /** Where it comes up. */
  readonly sources?: readonly Citation[];
}

/** How far from a day fact a day lies. */
export interface Shift {
  /** Months to add; a negative number goes back. */
  readonly plusMonths?: number;
}

/** A value that is looked up: a day fact, a fact of the pathway, or an `earliest` or `latest`. */
export interface FactValue {
  /** The fact. */
  readonly fact: DayFact | PathwayFact | MeasureGiving<"day">;
  /** Months to add to a day fact, or what an `earliest` or `latest` is drawn from. */
  readonly params?: Shift | MeasureParams;
}

/** What a fact is compared with. */
export type Value = string | number | boolean | readonly string[] | AgeRange | FactValue;

/** A place to fill, of a `filled` measure. */
export interface Slot {
  /** The id; the verdict names it. */
  readonly id: string;
  /** What it is, in words. */
  readonly title?: string;
  /** Which entries fit; every entry of the measure where absent. */
  readonly where?: Condition;
  /** How much it takes, in the measure's unit; 1 where absent. */
  readonly atLeast?: number;
}

/** A period within which evidence must lie. */
export interface During {
  /** The first day. */
  readonly from?: Day | FactValue;
  /** The last day. */
  readonly to?: Day | FactValue;
}

/** What a measure is drawn from, and how. */
export interface MeasureParams {
  /** The collection. */
  readonly of: CollectionName;
  /** Which entries count; all where absent. */
  readonly where?: Condition;
  /** The period within which they must lie. */
  readonly during?: During;
  /** Equivalences that add what the measure does not count already (`hours`, `months`). */
  readonly equivalences?: readonly string[];
  /** The best window of at most so many months whose evidence spreads over at least so many (`hours`). */
  readonly within?: {
    /** The months over which the evidence must spread. */
    readonly atLeastMonths?: number;
    /** The length of the window in months. */
    readonly atMostMonths: number;
  };
  /** Only the hours of the largest groups (`hours`). */
  readonly largest?: {
    /** The field that tells the groups apart, such as `provider`. */
    readonly by: string;
    /** How many groups count. */
    readonly groups: number;
  };
  /** The field that is added up, or whose day is taken (`sum`, `earliest`, `latest`). */
  readonly field?: string;
  /** The places to fill (`filled`). */
  readonly slots?: readonly Slot[];
  /** Fill the places with hours instead of entries (`filled`). */
  readonly unit?: "hours";
  /** A person field: each person serves once, whatever the number of entries (`filled`). */
  readonly distinct?: string;
}

/** A comparison of one fact with one value. */
export interface Leaf {
  /** The fact. */
  readonly fact: string;
  /** The operator. */
  readonly operator: Operator;
  /** The value. */
  readonly value: Value;
  /** What the fact is drawn from; asked for by measures. */
  readonly params?: MeasureParams | Shift;
}

/** One way in which the sources can be understood. */
export interface Reading {
  /** The id by which an association chooses it. */
  readonly id: string;
  /** What it says. */
  readonly title: string;
  /** What it asks for. */
  readonly conditions: Condition;
  /** Where it is said. */
  readonly sources: readonly Citation[];
  /** How sure it is that this is said. */
  readonly confidence: Confidence;
}

/** Several readings of the sources: met or unmet where they all say so, unknown where they differ. */
export interface Readings {
  /** Two or more readings. */
  readonly readings: readonly Reading[];
  /** The question that an association answers by choosing one. */
  readonly question: Question;
}

/** A condition: a tree in the json-rules-engine grammar with one node more, `readings`. */
export type Condition =
  | {
      /** Each of them must hold. */
      readonly all: readonly Condition[];
    }
  | {
      /** One of them must hold. */
      readonly any: readonly Condition[];
    }
  | {
      /** It must not hold. */
      readonly not: Condition;
    }
  | {
      /** The id of a named condition. */
      readonly condition: string;
    }
  | Readings
  | Leaf;
