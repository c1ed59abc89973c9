/** Kinds of warning. */
export const warningCodes = [
  "same-entry-twice",
  "same-person-twice",
  "counted-twice",
  "more-than-a-day",
  "long-session",
  "hours-like-ceus",
  "hours-rounded",
  "ages-like-years",
  "two-full-time-jobs",
  "degree-before-fifteen",
  "country-like-state",
  "oneself",
] as const;
/** The kind of a warning. */
export type WarningCode = (typeof warningCodes)[number];

/** Something that looks wrong. */
export interface Warning {
  /** The kind. */
  readonly code: WarningCode;
  /** Where, as a JSON pointer: `/training/3/hours`. */
  readonly pointer: string;
  /** Other places that it is about. */
  readonly others: readonly string[];
  /** What looks wrong, in words. */
  readonly message: string;
  /** What to do, in a sentence. */
  readonly advice: string;
  /** What the words are filled with, for whoever words them in another language. */
  readonly values: Readonly<Record<string, string | number>>;
}

/** Makes a warning. */
export const warning = (
  code: WarningCode,
  pointer: string,
  message: string,
  advice: string,
  values: Warning["values"] = {},
  others: readonly string[] = [],
): Warning => ({ code, pointer, others, message, advice, values });

/** The two collections of reflective supervision. */
export const supervisions = ["supervisionReceived", "supervisionProvided"] as const;
