/**
 * Reading unknown data without throwing, and as other libraries expect it: Standard Schema.
 */
import { ApplicantError, type ApplicantIssue, RulebookError, type RulebookIssue } from "../base/errors";
import { readPointer } from "../base/pointer";
import type { Applicant } from "../model/applicant";
import type { Overlay } from "../model/overlay";
import type { Rulebook } from "../model/rulebook";
import { applicantBounds, parseApplicant } from "./applicant";
import type { ReadApplicantOptions, ReadOptions } from "./limits";
import { overlayBounds, parseOverlay, parseRulebook, rulebookBounds } from "./parse";

/** What was read, or every issue found; `success` tells which. */
export type Parsed<T, Issue> =
  | {
      /** Nothing is wrong. */
      readonly success: true;
      /** What was read. */
      readonly data: T;
    }
  | {
      /** Something is wrong. */
      readonly success: false;
      /** Every issue found. */
      readonly issues: readonly Issue[];
    };

/**
 * Reads an applicant as `parseApplicant` does, and returns what is wrong instead of throwing it.
 *
 * @category Read unknown data
 * @param input - Parsed JSON.
 * @param options - Lower bounds on how much is read.
 * @returns The applicant, or every issue found.
 * @throws {@link ApplicantError} where a bound is wrong, for that is no fault of the input.
 * @example
 * safeParseApplicant({ training: [{ hours: 6 }] }).success; //=> true
 * safeParseApplicant({ training: [{ hours: -6 }] }).success; //=> false
 * safeParseApplicant({ training: [{}, {}] }, { limits: { entries: 1 } }).success; //=> false
 */
export function safeParseApplicant(input: unknown, options?: ReadApplicantOptions): Parsed<Applicant, ApplicantIssue> {
  applicantBounds(options);
  return safely(() => parseApplicant(input, options), ApplicantError);
}

/**
 * Reads a rulebook as `parseRulebook` does, and returns what is wrong instead of throwing it.
 *
 * @category Read unknown data
 * @param input - Parsed JSON.
 * @param options - Lower bounds on how much is read.
 * @returns The rulebook, or every issue found.
 * @throws {@link ApplicantError} where a bound is wrong.
 * @example
 * safeParseRulebook({}).success; //=> false
 */
export function safeParseRulebook(input: unknown, options?: ReadOptions): Parsed<Rulebook, RulebookIssue> {
  rulebookBounds(options);
  return safely(() => parseRulebook(input, options), RulebookError);
}

/**
 * Reads an overlay as `parseOverlay` does, and returns what is wrong instead of throwing it.
 *
 * @category Read unknown data
 * @param input - Parsed JSON.
 * @param rulebook - The base rulebook; the embedded one where absent.
 * @param options - Lower bounds on how much is read.
 * @returns The overlay, or every issue found.
 * @throws {@link ApplicantError} where a bound is wrong.
 * @example
 * safeParseOverlay({}).success; //=> false
 */
export function safeParseOverlay(
  input: unknown,
  rulebook?: Rulebook,
  options?: ReadOptions,
): Parsed<Overlay, RulebookIssue> {
  overlayBounds(options);
  return safely(() => parseOverlay(input, rulebook, options), RulebookError);
}

function safely<T, Issue>(
  read: () => T,
  refused: new (issues: readonly Issue[]) => { readonly issues: readonly Issue[] },
): Parsed<T, Issue> {
  try {
    return { success: true, data: read() };
  } catch (error) {
    if (error instanceof refused) return { success: false, issues: error.issues };
    throw error;
  }
}

/** What a Standard Schema says of an input: version 1 of https://standardschema.dev. */
export type StandardResult =
  | {
      /** The applicant. */
      readonly value: Applicant;
      /** Nothing is wrong. */
      readonly issues?: undefined;
    }
  | {
      /** Every issue found. */
      readonly issues: readonly {
        /** What happened and what to do, in a sentence. */
        readonly message: string;
        /** Where: names and numbers of entries. */
        readonly path: readonly (string | number)[];
      }[];
    };

/**
 * The applicant as a Standard Schema, for forms, routers and the like that take one.
 *
 * @category Read unknown data
 * @example
 * applicantStandardSchema["~standard"].validate({ training: 3 }).issues?.[0]?.path; //=> ["training"]
 */
export const applicantStandardSchema = {
  /** Version 1 of the standard. */
  "~standard": {
    /** The version of the standard. */
    version: 1,
    /** Who made it. */
    vendor: "endorsement-pathways",
    /** Reads an applicant; it never throws. */
    validate(input: unknown): StandardResult {
      const result = safeParseApplicant(input);
      if (result.success) return { value: result.data };
      return { issues: result.issues.map(({ pointer, message }) => ({ message, path: stepsOf(pointer) })) };
    },
    /** What goes in and comes out, for the compiler alone. */
    types: undefined as
      | {
          /** What goes in. */
          readonly input: Applicant;
          /** What comes out. */
          readonly output: Applicant;
        }
      | undefined,
  },
} as const;

/** The steps of a JSON pointer: of `/work/0/start` they are `work`, 0 and `start`. */
const stepsOf = (pointer: string): readonly (string | number)[] =>
  readPointer(pointer).map((key) => (/^\d+$/.test(key) ? Number(key) : key));
