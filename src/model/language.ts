/**
 * The rule language: operators, facts and conditions, and what is cited for them.
 */
import type { AgeRange, CollectionName, Day } from "./applicant";
import type { DayFact, MeasureGiving, PathwayFact } from "./facts";
import type { Operator } from "./operators";

/** Levels of confidence. */
export const confidences = ["high", "medium", "low"] as const;
/**
 * `high`: two associations print it, or an association its own rule on its own page; `medium`: one clear page; `low`: a
 * summary, an odd page or an inference. What says nothing is `medium`.
 */
export type Confidence = (typeof confidences)[number];

/** A document cited for a rule. */
export interface Citation {
  /** The id in `sources.json`. */
  readonly source: string;
  /** Where in the document, or what it says there, in our own words. */
  readonly note?: string;
}

/** Documents as rules cite them: each by its id in `sources.json`, or with a note. */
export type Sources = readonly (string | Citation)[];

/** What the sources leave open. */
export interface Question {
  /** The id. */
  readonly id: string;
  /** The question, as one would ask it of a coordinator. */
  readonly text: string;
  /** Where it comes up. */
  readonly sources?: readonly Citation[];
}

/** One way in which the sources can be understood: an answer to a question. */
export interface Reading {
  /** The id by which an association chooses it. */
  readonly id: string;
  /** What it says. */
  readonly title: string;
  /** Where it is said. */
  readonly sources: Sources;
  /** How sure it is that this is said; `medium` where absent. */
  readonly confidence?: Confidence;
}

/** A question as it is written, once, with the readings between which it chooses. */
export interface WrittenQuestion {
  /** The id. */
  readonly id: string;
  /** The question, as one would ask it of a coordinator. */
  readonly text: string;
  /** Where it comes up. */
  readonly sources?: Sources;
  /** Two or more readings, where rules say what each asks for. */
  readonly readings?: readonly Reading[];
  /** Without readings: why no answer could change a verdict. It is advice. */
  readonly because?: string;
}

/** What each reading of a question asks for, or puts in the place of a parameter. */
export interface Readings<T> {
  /** The id of the question, which an association answers by choosing a reading. */
  readonly question: string;
  /** What it is in each reading, by the id of the reading. */
  readonly readings: Readonly<Record<string, T>>;
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

/** Which entries are meant: a condition on one entry, or the id of a named one. */
export type Where = string | Condition;

/** A place to fill, of a `filled` measure. */
export interface Slot {
  /** The id; the verdict names it. */
  readonly id: string;
  /** What it is, in words. */
  readonly title?: string;
  /** Which entries fit; every entry of the measure where absent. */
  readonly where?: Where;
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

/** A span of months within which hours must lie. */
export interface Window {
  /** The months over which the evidence must spread. */
  readonly atLeastMonths?: number;
  /** The length of the window in months. */
  readonly atMostMonths: number;
}

/** What one of the entries that fill the places must be, whichever place it fills. */
export interface Among {
  /** What it is, in words that follow the title of its place: `who is endorsed`. */
  readonly title: string;
  /** Which entries are it. */
  readonly where: Where;
}

/** What a measure is drawn from, and how. */
export interface MeasureParams {
  /** The collection. */
  readonly of: CollectionName;
  /** Which entries count; all where absent. */
  readonly where?: Where;
  /** The period within which they must lie; `cycle` is the renewal cycle. */
  readonly during?: During | "cycle";
  /** Equivalences that add what the measure does not count already (`hours`, `months`). */
  readonly equivalences?: readonly string[];
  /** Whether a day counts by its share of full time, at most once (`months` of work). */
  readonly fullTimeEquivalent?: boolean;
  /** The best window of at most so many months whose evidence spreads over at least so many (`hours`). */
  readonly within?: Window;
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
  /** What one of the entries that fill the places must be besides (`filled`). */
  readonly among?: Among;
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

/** Something that may be another thing, or left out (`null`), in each reading of a question. */
export type Varying<T> = T | Readings<T | null>;

/** What a measure is drawn from, and how, as it is written. */
export interface WrittenParams
  extends Omit<MeasureParams, "during" | "fullTimeEquivalent" | "within" | "slots" | "among"> {
  /** The period within which they must lie; `cycle` is the renewal cycle. */
  readonly during?: Varying<During | "cycle">;
  /** Whether a day counts by its share of full time, at most once (`months` of work). */
  readonly fullTimeEquivalent?: Varying<boolean>;
  /** The best window of at most so many months whose evidence spreads over at least so many (`hours`). */
  readonly within?: Varying<Window>;
  /** The places to fill (`filled`). */
  readonly slots?: Varying<readonly Slot[]>;
  /** What one of the entries that fill the places must be besides (`filled`). */
  readonly among?: Varying<Among>;
}

/** A comparison of one fact with one value, as it is written: each may depend on how a question is read. */
export interface WrittenLeaf {
  /** The fact. */
  readonly fact: string;
  /** The operator. */
  readonly operator: Operator;
  /** The value. */
  readonly value: Value | Readings<Value>;
  /** What the fact is drawn from; asked for by measures. */
  readonly params?: WrittenParams | Shift;
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
  | Readings<Condition>
  | WrittenLeaf;
