/**
 * What looks wrong in an applicant though it can be judged: typing mistakes, things told twice, units mixed up.
 */
import { readPointer } from "../../base/pointer";
import { collectionNames } from "../../evidence/fields";
import { checkedApplicant } from "../../evidence/told";
import type { Applicant } from "../../model/applicant";
import { hoursLikeCeus, longDays, longSessions, roundedHours } from "./hours";
import { agesLikeYears, earlyDegrees, fullTimeJobs, oneself, stateLikeCountry } from "./lives";
import { countedTwice, sameEntries, samePeople } from "./twice";
import type { Warning } from "./warning";

const searches: readonly ((applicant: Applicant) => readonly Warning[])[] = [
  sameEntries,
  samePeople,
  countedTwice,
  longDays,
  longSessions,
  hoursLikeCeus,
  roundedHours,
  agesLikeYears,
  fullTimeJobs,
  earlyDegrees,
  stateLikeCountry,
  oneself,
];

/**
 * Finds what looks wrong in an applicant: the same entry twice, more than 24 hours on a day, hours that look like CEUs, two
 * full-time jobs at once, and the like.
 *
 * A warning never changes a verdict, and what it warns of may be right. Pure; linear but for sorting.
 *
 * @category Judge an applicant
 * @param applicant - An applicant as `parseApplicant` returns it.
 * @returns The warnings in the order of the collections; none where nothing looks wrong.
 * @example
 * warnings({ training: [{ hours: 0.6 }] }).map(({ code, pointer }) => `${pointer}: ${code}`); //=> ["/training/0/hours: hours-like-ceus"]
 */
export function warnings(applicant: Applicant): Warning[] {
  checkedApplicant(applicant);
  const found = searches.flatMap((search) => search(applicant));
  const names: readonly string[] = collectionNames;
  const place = ({ pointer }: Warning) => names.indexOf(readPointer(pointer)[0] ?? "");
  // sorting keeps the order of what is equal
  return found.sort((a, b) => place(a) - place(b));
}
