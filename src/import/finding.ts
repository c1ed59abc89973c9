/**
 * What `readTable` could not read, and what it guessed.
 */

/** Kinds of issue. */
export const tableIssueCodes = [
  "no-headings",
  "unknown-target",
  "above-headings",
  "headings-again",
  "total",
  "total-differs",
  "year-heading",
  "note",
  "canceled",
  "open-quote",
  "unreadable",
  "out-of-range",
  "unknown-word",
  "ambiguous-day",
  "no-year",
  "several-people",
  "share-not-told",
  "end-before-start",
  "hours-differ",
  "duplicate-id",
  "needed",
  "no-applicant",
  "too-many-entries",
] as const;
/** The kind of an issue. */
export type TableIssueCode = (typeof tableIssueCodes)[number];

/** Something in a table that is not in the entries, or should be looked at. */
export interface TableIssue {
  /** The kind. */
  readonly code: TableIssueCode;
  /** The row, counted from 1 as a spreadsheet does. */
  readonly row: number;
  /** The last row, where it is about several in a row. */
  readonly lastRow?: number;
  /** The column, as a spreadsheet names it; absent where it is about the whole row. */
  readonly column?: string;
  /** The heading of the column. */
  readonly heading?: string;
  /** What stands there. */
  readonly value?: string;
  /** What is missing in the entries because of it. */
  readonly loses: "row" | "cell" | "nothing";
  /** What happened, in words. */
  readonly message: string;
  /** What to do, in a sentence. */
  readonly advice: string;
}

/** Kinds of guess. */
export const tableGuessCodes = [
  "heading",
  "date-order",
  "other-order",
  "two-digit-year",
  "year",
  "season",
  "serial",
  "unit",
  "about",
  "ages",
  "afternoon",
  "same-person",
  "near-word",
  "other-topic",
  "still-so",
  "one-day",
  "above-table",
] as const;
/** The kind of a guess. */
export type TableGuessCode = (typeof tableGuessCodes)[number];

/** Something that was taken for granted while reading. */
export interface TableGuess {
  /** The kind. */
  readonly code: TableGuessCode;
  /** The column, as a spreadsheet names it. */
  readonly column?: string;
  /** The heading of the column. */
  readonly heading?: string;
  /** The rows in which it was guessed, counted from 1. */
  readonly rows: readonly number[];
  /** What was guessed, in words. */
  readonly message: string;
}

/** A guess on one cell, before those of a column are put together. */
export interface CellGuess {
  readonly code: TableGuessCode;
  readonly message: string;
}

/** A problem of one cell. */
export interface CellProblem {
  readonly code: TableIssueCode;
  readonly message: string;
  readonly advice: string;
}

/** What was read from a cell. */
export interface CellRead {
  /** The fields that it tells, and their values. */
  readonly sets: Readonly<Record<string, unknown>>;
  /** What was guessed. */
  readonly guesses: readonly CellGuess[];
  /** What could not be read, or not wholly. */
  readonly problem?: CellProblem;
}
