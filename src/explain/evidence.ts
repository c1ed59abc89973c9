/**
 * Puts further evidence to what an applicant told.
 */
import { collectionNames } from "../evidence/fields";
import { checkedApplicant } from "../evidence/told";
import type { Applicant, CollectionName } from "../model/applicant";

/**
 * Puts the entries of another applicant's file to those of one.
 *
 * A collection that only one of them tells is told as that one tells it. Scalars are the applicant's own.
 *
 * @category Look ahead
 * @param applicant - What was told.
 * @param further - What is put to it, such as the evidence that a plan assumes.
 * @returns A new applicant; neither argument is changed.
 * @example
 * withEvidence({ training: [{ hours: 3 }] }, { training: [{ hours: 6 }], exams: [] });
 * //=> { training: [{ hours: 3 }, { hours: 6 }], exams: [] }
 */
export function withEvidence(applicant: Applicant, further: Applicant): Applicant {
  checkedApplicant(applicant);
  checkedApplicant(further, "/further");
  const together: Partial<Record<CollectionName, readonly unknown[]>> = {};
  for (const name of collectionNames) {
    const own = applicant[name];
    const more = further[name];
    if (own !== undefined || more !== undefined) together[name] = [...(own ?? []), ...(more ?? [])];
  }
  const unfinished = [...new Set([...(applicant.unfinished ?? []), ...(further.unfinished ?? [])])];
  return { ...further, ...applicant, ...(together as Applicant), ...(unfinished.length > 0 && { unfinished }) };
}
