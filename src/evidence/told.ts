/**
 * What an applicant tells, of whichever collection.
 */
import { givenList, givenObject } from "../base/given";
import type { Applicant, CollectionName } from "../model/applicant";
import { collectionNames } from "./fields";

/** An entry as it is told, field after field. */
export type ToldFields = Readonly<Record<string, unknown>>;

/** Returns what has the outlines of an applicant: an object of lists of objects. */
export function checkedApplicant(applicant: Applicant, pointer = ""): Applicant {
  givenObject(applicant, pointer, "an applicant, as parseApplicant returns it");
  for (const name of collectionNames) {
    if (applicant[name] !== undefined) givenList(toldIn(applicant, name), `${pointer}/${name}`, "a list of entries");
  }
  return applicant;
}

/** The entries of a collection; none where it was not told. */
export function toldIn(applicant: Applicant, collection: CollectionName): readonly ToldFields[] {
  const entries: readonly object[] = applicant[collection] ?? [];
  return entries as readonly ToldFields[];
}
