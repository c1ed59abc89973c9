/**
 * The two errors: input that is no applicant, and rules that are no rulebook.
 */
import { escaped, replaceUnseen } from "./unseen";

/** What an error says; anything can be thrown. */
export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

const ofApplicants = {
  "wrong-type": "a value of another type than is read here, or a word that is not known",
  "wrong-option": "an option of another type, or two options that exclude each other",
  "unknown-option": "an option that does not exist",
  "unknown-key": "a key that does not exist",
  missing: "something that must be told",
  "unknown-pathway": "no pathway has this id",
  "unknown-association": "no association has this id",
  "unknown-person": "nobody in `people` has this id",
  "unknown-evidence": "no entry has this id",
  "unknown-requirement": "no requirement has this id",
  "duplicate-id": "two entries of a collection have the same id",
  "end-before-start": "the end lies before the start",
  "day-and-period": "an entry has both a day and a start or end",
  "evidence-of-waiver": "a waiver names evidence, which only acceptance does",
  "too-deep": "values within values, deeper than is read",
  "too-many-values": "more values than are read",
  "too-many-entries": "more entries than are read",
  "no-json": "a text that is no JSON",
  unreadable: "data that cannot be read as JSON",
  "wrong-encoding": "bytes that are no text in UTF-8",
  "unknown-word": "a word that is not in the vocabulary",
  circle: "a value that stands in itself",
  failed: "a row of a table that could not be judged: a fault of the package, please report it",
} as const satisfies Readonly<Record<string, string>>;

/** The kind of an issue of an applicant. */
export type ApplicantIssueCode = keyof typeof ofApplicants;

/** What can be wrong with an applicant, or with an option: a word that stays, and its meaning. */
export const applicantIssueCodes: Readonly<Record<ApplicantIssueCode, string>> = ofApplicants;

const ofRulebooks = {
  "wrong-shape": "a value of another shape than is read here",
  "wrong-value": "a value that cannot stand here",
  "wrong-operator": "an operator that does not compare this",
  "wrong-id": "an id that is written otherwise",
  "unknown-key": "a key that does not exist",
  "unknown-word": "a word that is not in the vocabulary",
  "unknown-operator": "no operator has this name",
  "unknown-source": "no source has this id",
  "unknown-question": "no question has this id",
  "unknown-reading": "no reading of the question has this id",
  "unknown-fact": "no fact has this name",
  "unknown-field": "the collection has no such field",
  "unknown-condition": "no named condition has this id",
  "unknown-equivalence": "no equivalence has this id",
  "unknown-pathway": "no pathway has this id",
  "unknown-association": "no association has this id",
  "unknown-requirement": "no requirement has this id",
  "unknown-route": "no route has this id",
  "unknown-edition": "no edition has this first day",
  missing: "something that is needed here",
  "duplicate-id": "two things have the same id",
  cycle: "a thing that leads back to itself",
  "too-deep": "values within values, deeper than is read",
  "too-many-values": "more values than are read",
  "too-much": "params that exclude each other, or more than can be told apart",
  "no-condition": "an object that is no condition",
  "no-readings": "a question without readings, where readings are chosen",
  "no-form": "a question without readings that does not say why no answer could change a verdict",
  "no-routes": "a requirement without a route",
  "no-cycle": "a cycle is asked about, and the pathway has none",
  "no-days": "days are asked about, and the entries have none",
  "no-hours": "hours are asked about, and the entries have none",
  "no-period": "months of entries that have no start and end",
  "mixed-shares": "shares of several kinds in one equivalence",
  "empty-group": "a list that needs at least one",
  "end-before-start": "the end lies before the start",
  overlap: "two editions hold on the same day",
  "not-in-force": "an edition uses what does not hold on all of its days",
  "still-used": "a requirement that was renamed is still there",
  "unused-name": "a name that nothing uses",
  "hides-base": "an edition of the base begins while this holds",
  "unordered-pathway": "a pathway that has no place in the order",
  "wrong-pays": "help with costs that does not say what it pays for",
  "served-place": "a place that an association serves itself",
  "not-parsed": "rules that were not parsed",
  "no-json": "a text that is no JSON",
  unreadable: "data that cannot be read as JSON",
  circle: "a value that stands in itself",
} as const satisfies Readonly<Record<string, string>>;

/** The kind of an issue of a rulebook or an overlay. */
export type RulebookIssueCode = keyof typeof ofRulebooks;

/** What can be wrong with a rulebook or an overlay: a word that stays, and its meaning. */
export const rulebookIssueCodes: Readonly<Record<RulebookIssueCode, string>> = ofRulebooks;

/** What is wrong with one value of an applicant. */
export interface ApplicantIssue {
  /** What kind of fault it is. */
  readonly code: ApplicantIssueCode;
  /** Where in the applicant, as a JSON pointer: `/work/0/start`; an option stands at `/options/asOf`, and the like. */
  readonly pointer: string;
  /** What was expected. */
  readonly expected: string;
  /** What was received. */
  readonly received: string;
  /** What happened and what to do, in a sentence. */
  readonly message: string;
}

/** What is wrong with one place of a rulebook or overlay. */
export interface RulebookIssue {
  /** What kind of fault it is. */
  readonly code: RulebookIssueCode;
  /** Where, as a JSON pointer. */
  readonly pointer: string;
  /** What happened and what to do, in a sentence. */
  readonly message: string;
}

/**
 * Thrown for input that is no applicant; it never becomes a verdict.
 *
 * @category Handle errors
 */
export class ApplicantError extends Error {
  /** Tells it from other errors. */
  override readonly name = "ApplicantError";
  /** Every issue found. */
  readonly issues: readonly ApplicantIssue[];

  constructor(issues: readonly ApplicantIssue[]) {
    super(issues.map(lineOf).join("\n"));
    this.issues = issues;
  }
}

/**
 * Thrown at load for rules that contradict the rule language or each other.
 *
 * @category Handle errors
 */
export class RulebookError extends Error {
  /** Tells it from other errors. */
  override readonly name = "RulebookError";
  /** Every issue found. */
  readonly issues: readonly RulebookIssue[];

  constructor(issues: readonly RulebookIssue[]) {
    super(issues.map(lineOf).join("\n"));
    this.issues = issues;
  }
}

/** An issue in a line; what is wrong with all of it has no place. */
const lineOf = ({ pointer, message }: { readonly pointer: string; readonly message: string }): string =>
  pointer === "" ? message : `${replaceUnseen(pointer, escaped)}: ${message}`;

/** Words a value for an error, without repeating all that it says. */
export function received(value: unknown): string {
  if (value === undefined) return "nothing";
  if (value === null) return "null";
  if (Array.isArray(value)) return "a list";
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  if (typeof value === "string") return value.length <= 40 ? quoted(value) : `a text of ${value.length} characters`;
  return typeof value === "object" ? "an object" : `a ${typeof value}`;
}

/** Quotes a text as JSON does, and what cannot be seen by its number. */
export const quoted = (text: string): string => replaceUnseen(JSON.stringify(text), escaped);

/** Makes the error for one wrong value. */
export function wrong(
  code: ApplicantIssueCode,
  pointer: string,
  expected: string,
  value: unknown,
  advice = "correct it or leave it out",
): ApplicantError {
  const got = received(value);
  const issue: ApplicantIssue = {
    code,
    pointer,
    expected,
    received: got,
    message: `expected ${expected}, received ${got}; ${advice}`,
  };
  return new ApplicantError([issue]);
}
