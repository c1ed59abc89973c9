/**
 * What is said of a cell that was read: what it tells, and what is wrong with it.
 */
import type { DateOrder } from "../base/written/day";
import type { Headings } from "../model/headings";
import type { CellGuess, CellProblem, CellRead } from "./finding";
import type { PeopleReader } from "./people";
import type { ColumnTarget } from "./target";
import type { WordReader } from "./words";

/** What cells are read with. */
export interface CellContext {
  /** The order of days told in numbers. */
  readonly order?: DateOrder;
  /** The year of days told without one. */
  readonly year?: number;
  /** Whether bare numbers of a column of either unit are minutes. */
  readonly minutes: boolean;
  /** Who is named. */
  readonly people: PeopleReader;
  /** The words and answers that people use. */
  readonly headings: Headings;
  /** The readers of vocabularies made so far. */
  readonly readers: Map<readonly string[], WordReader>;
}

/** A column that is taken for a field. */
export type FieldTarget = Extract<ColumnTarget, { to: "field" }>;

/** What a cell says that tells nothing. */
export const TELLS_NOTHING: CellRead = { sets: {}, guesses: [] };

const BLANK = /^(?:n\/?a|-+|—|–|\?+|tbd|unknown|desconocido)$/i;

/** Whether a cell tells nothing. */
export const isBlank = (text: string): boolean => text === "" || BLANK.test(text);

/** Says what a cell tells. */
export const cellTells = (field: string, value: unknown, ...guesses: readonly CellGuess[]): CellRead => ({
  sets: { [field]: value },
  guesses,
});

/** Says why a cell cannot be read. */
export const cellFails = (
  code: CellProblem["code"],
  message: string,
  advice: string,
  guesses: readonly CellGuess[] = [],
): CellRead => ({
  sets: {},
  guesses,
  problem: { code, message, advice },
});

/** The text of a cell, as far as it is shown. */
export const quotedCell = (text: string) => JSON.stringify(text.length > 60 ? `${text.slice(0, 59)}…` : text);
