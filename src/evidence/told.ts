/**
 * What an applicant tells, of whichever collection.
 */
import type { Applicant, CollectionName } from "../model/applicant";

/** An entry as it is told, field after field. */
export type ToldFields = Readonly<Record<string, unknown>>;

/** The entries of a collection; none where it was not told. */
export function toldIn(applicant: Applicant, collection: CollectionName): readonly ToldFields[] {
  const entries: readonly object[] = applicant[collection] ?? [];
  return entries as readonly ToldFields[];
}
