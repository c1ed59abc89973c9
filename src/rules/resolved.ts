/**
 * Conditions as judged: names spelled out, facts of the pathway filled in.
 */
import type { AgeRange } from "../model/applicant";
import type { MeasureParams, Operator, Question } from "../model/language";
import type { Cycle, PathwayId } from "../model/rulebook";

/** A condition with named conditions spelled out and the facts of the pathway filled in. */
export type Resolved =
  | { readonly all: readonly Resolved[] }
  | { readonly any: readonly Resolved[] }
  | { readonly not: Resolved }
  | { readonly condition: string; readonly title: string; readonly of: Resolved }
  | { readonly readings: readonly ResolvedReading[]; readonly question: Question }
  | ResolvedLeaf;

/** A reading with its condition resolved. */
export interface ResolvedReading {
  readonly id: string;
  readonly title: string;
  readonly of: Resolved;
}

/** A day that is looked up while judging. */
export type ResolvedDay =
  | { readonly fact: "asOf"; readonly plusMonths: number }
  | { readonly fact: "applicationStarted"; readonly pathway: PathwayId; readonly plusMonths: number }
  | { readonly fact: "cycle.start" | "cycle.end"; readonly cycle: Cycle; readonly plusMonths: number }
  | { readonly fact: "earliest" | "latest"; readonly params: ResolvedParams };

/** A value with the facts of the pathway filled in. */
export type ResolvedValue = string | number | boolean | readonly string[] | AgeRange | ResolvedDay;

/** A comparison, resolved. */
export interface ResolvedLeaf {
  readonly fact: string;
  readonly operator: Operator;
  readonly value: ResolvedValue;
  readonly params?: ResolvedParams | ResolvedDay;
}

/** An equivalence, resolved. */
export interface ResolvedEquivalence {
  readonly id: string;
  readonly where: Resolved;
  readonly atMost?: number;
  readonly fullTimeEquivalent?: boolean;
}

/** A slot, resolved. */
export interface ResolvedSlot {
  readonly id: string;
  readonly title?: string;
  readonly where?: Resolved;
  readonly atLeast: number;
}

/** What a measure is drawn from, resolved. */
export interface ResolvedParams extends Omit<MeasureParams, "where" | "during" | "equivalences" | "slots"> {
  readonly where?: Resolved;
  readonly during?: { readonly from?: string | ResolvedDay; readonly to?: string | ResolvedDay };
  readonly equivalences?: readonly ResolvedEquivalence[];
  readonly slots?: readonly ResolvedSlot[];
}
