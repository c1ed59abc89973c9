/**
 * The two errors: input that is no applicant, and rules that are no rulebook.
 */

import { escaped, replaceUnseen } from "./unseen";

/** What is wrong with one value of an applicant. */
export interface ApplicantIssue {
  /** A stable code, such as `wrong-type` or `unknown-key`. */
  readonly code: string;
  /** Where, as a path: `work[0].start`. */
  readonly path: string;
  /** What was expected. */
  readonly expected: string;
  /** What was received. */
  readonly received: string;
  /** What happened and what to do, in a sentence. */
  readonly message: string;
}

/** What is wrong with one place of a rulebook or overlay. */
export interface RulebookIssue {
  /** A stable code, such as `unknown-fact`. */
  readonly code: string;
  /** Where, as a JSON pointer. */
  readonly pointer: string;
  /** What happened and what to do, in a sentence. */
  readonly message: string;
}

/** Thrown for input that is no applicant; it never becomes a verdict. */
export class ApplicantError extends Error {
  /** Tells it from other errors. */
  override readonly name = "ApplicantError";
  /** Every issue found. */
  readonly issues: readonly ApplicantIssue[];

  constructor(issues: readonly ApplicantIssue[]) {
    super(issues.map((issue) => `${issue.path || "applicant"}: ${issue.message}`).join("\n"));
    this.issues = issues;
  }
}

/** Thrown at load for rules that contradict the rule language or each other. */
export class RulebookError extends Error {
  /** Tells it from other errors. */
  override readonly name = "RulebookError";
  /** Every issue found. */
  readonly issues: readonly RulebookIssue[];

  constructor(issues: readonly RulebookIssue[]) {
    super(issues.map((issue) => `${issue.pointer || "/"}: ${issue.message}`).join("\n"));
    this.issues = issues;
  }
}

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
  code: string,
  path: string,
  expected: string,
  value: unknown,
  advice = "correct it or leave it out",
): ApplicantError {
  const got = received(value);
  const issue: ApplicantIssue = {
    code,
    path,
    expected,
    received: got,
    message: `expected ${expected}, received ${got}; ${advice}`,
  };
  return new ApplicantError([issue]);
}
