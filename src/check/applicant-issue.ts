/**
 * Makes issues of an applicant.
 */
import type { ApplicantIssue, ApplicantIssueCode } from "../base/errors";
import { type Path, writtenPointer } from "../base/pointer";

/** Makes an issue. */
export function issueOf(
  code: ApplicantIssueCode,
  path: Path,
  expected: string,
  received: string,
  advice: string,
): ApplicantIssue {
  return {
    code,
    pointer: writtenPointer(path),
    expected,
    received,
    message: `expected ${expected}, received ${received}; ${advice}`,
  };
}
