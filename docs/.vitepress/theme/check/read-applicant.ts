/** Reads an applicant, or says what is wrong with it. */
import type { Applicant } from "endorsement-pathways";
// what reads rules is heavy, and is not needed here
import { ApplicantError, type ApplicantIssue, parseApplicant } from "endorsement-pathways/schema";

/** An applicant, or every issue found. */
type ApplicantRead =
  | { readonly success: true; readonly data: Applicant }
  | { readonly success: false; readonly issues: readonly ApplicantIssue[] };

/** Reads an applicant. */
export function readApplicant(told: unknown): ApplicantRead {
  try {
    return { success: true, data: parseApplicant(told) };
  } catch (error) {
    if (error instanceof ApplicantError) return { success: false, issues: error.issues };
    throw error;
  }
}
