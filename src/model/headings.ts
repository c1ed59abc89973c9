/**
 * The headings and words that people use in their own tables, and what they stand for.
 */

/** Headings by what a column with them is taken for: a field, or one of the words that `readTable` explains. */
export type HeadingsByTarget = Readonly<Record<string, readonly string[]>>;

/** Other ways to say yes and no. */
export interface Answers {
  /** What stands for yes. */
  readonly yes: readonly string[];
  /** What stands for no. */
  readonly no: readonly string[];
}

/** The headings and words that people use; staff may add their own. */
export interface Headings {
  /** Headings in tables of every collection. */
  readonly any: HeadingsByTarget;
  /** Headings by collection; `like` names a collection whose headings hold as well. */
  readonly collections: Readonly<Record<string, HeadingsByTarget>>;
  /** Other ways to write the words of the vocabularies. */
  readonly words: Readonly<Record<string, HeadingsByTarget>>;
  /** Other ways to say yes and no in a field. */
  readonly answers: Readonly<Record<string, Answers>>;
  /** What a cell says of something that did not happen. */
  readonly canceled: readonly string[];
  /** With what a row of totals begins. */
  readonly totals: readonly string[];
}
