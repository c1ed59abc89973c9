/**
 * The facts of the rule language that belong to no entry: measures, days, and what is known of the pathway judged.
 */

/** One measure: what it gives, and which params it has beside `of`, `where` and `during`. */
export interface MeasureRow {
  /** Whether it draws an amount or a day. */
  readonly gives: "amount" | "day";
  /** The params that it must have. */
  readonly needs: readonly string[];
  /** The params that it may have. */
  readonly takes: readonly string[];
}

/** Every measure: a fact that is drawn from a whole collection. */
export const measureTable = {
  hours: { gives: "amount", needs: [], takes: ["equivalences", "within", "largest"] },
  months: { gives: "amount", needs: [], takes: ["equivalences", "fullTimeEquivalent"] },
  sum: { gives: "amount", needs: ["field"], takes: [] },
  count: { gives: "amount", needs: [], takes: [] },
  filled: { gives: "amount", needs: ["slots"], takes: ["unit", "distinct", "among"] },
  earliest: { gives: "day", needs: ["field"], takes: [] },
  latest: { gives: "day", needs: ["field"], takes: [] },
} as const satisfies Readonly<Record<string, MeasureRow>>;

/** A measure: an amount or a day drawn from a collection. */
export type MeasureFact = keyof typeof measureTable;

/** The measures that give an amount, or a day. */
export type MeasureGiving<G extends MeasureRow["gives"]> = {
  [M in MeasureFact]: (typeof measureTable)[M]["gives"] extends G ? M : never;
}[MeasureFact];

/** The names of all measures. */
export const measureFacts = Object.keys(measureTable) as readonly MeasureFact[];

/** Whether a fact is a measure. */
export const isMeasureFact = (fact: string): fact is MeasureFact => Object.hasOwn(measureTable, fact);

/** Whether a measure gives an amount, or a day. */
export const gives = <G extends MeasureRow["gives"]>(fact: MeasureFact, what: G): fact is MeasureGiving<G> =>
  measureTable[fact].gives === what;

/** Lists the measures that give an amount, or a day. */
export const factsGiving = <G extends MeasureRow["gives"]>(what: G): readonly MeasureGiving<G>[] =>
  measureFacts.filter((fact): fact is MeasureGiving<G> => gives(fact, what));

/** Facts that are days and belong to no collection. */
export const dayFacts = ["asOf", "applicationStarted", "cycle.start", "cycle.end"] as const;
/** A day that belongs to no collection. */
export type DayFact = (typeof dayFacts)[number];
/** Whether a fact is a day that belongs to no collection. */
export const isDayFact = (fact: string): fact is DayFact => dayFacts.some((one) => one === fact);

/** Facts of the pathway judged, and the association by whose rules; they are known once the rules are compiled. */
export const pathwayFacts = ["pathway.id", "pathway.ageBand", "association", "association.country"] as const;
/** Whether a fact is one of the pathway judged, or its association. */
export const isPathwayFact = (fact: string): fact is PathwayFact => pathwayFacts.some((one) => one === fact);
/**
 * A fact of the pathway judged, or the association by whose rules it is judged. Without an association, any may be the
 * applicant's own.
 */
export type PathwayFact = (typeof pathwayFacts)[number];
