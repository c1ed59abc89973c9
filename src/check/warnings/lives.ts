/**
 * What hardly any life has: two full-time jobs at once, a degree as a child, supervision by oneself, children of three months only.
 */
import { addMonths, firstDay, lastDay } from "../../base/calendar";
import { countryLikeState } from "../../base/known-places";
import { readWrittenPlace } from "../../base/written/place";
import type { Field } from "../../evidence/field";
import { collectionNames, fields } from "../../evidence/fields";
import { toldIn } from "../../evidence/told";
import type { Applicant, CollectionName, Work } from "../../model/applicant";
import { type Warning, warning } from "./warning";

const OLDEST_IN_YEARS = 8;

/** Ages that are told in years. */
export function agesLikeYears(applicant: Applicant): Warning[] {
  return collectionNames.flatMap((name) =>
    toldIn(applicant, name).flatMap(({ ages }, index) => {
      // of several ranges, months may be meant by the small ones
      const [from, to]: readonly unknown[] = Array.isArray(ages) ? ages : [];
      if (typeof from !== "number" || typeof to !== "number" || to > OLDEST_IN_YEARS || from >= to) return [];
      const path = `/${name}/${index}/ages`;
      const message = `ages are told in months, and ${from} to ${to} look like years`;
      return warning("ages-like-years", path, message, `If they are years, write [${from * 12}, ${to * 12}].`, {
        from,
        to,
        fromMonths: from * 12,
        toMonths: to * 12,
      });
    }),
  );
}

const FULL_TIME_HOURS = 35;
const MONTH = 31;

/** Two full-time jobs at once for more than a month. */
export function fullTimeJobs({ work = [] }: Applicant): Warning[] {
  const jobs = work
    .flatMap((job, index) => (isFullTime(job) ? [{ index, from: firstDay(job.start ?? ""), to: lastDayOf(job) }] : []))
    .filter(({ from }) => !Number.isNaN(from))
    .sort((a, b) => a.from - b.from);
  const [first, ...others] = jobs;
  if (first === undefined) return [];
  // of the jobs so far, the one that ends last
  let latest = first;
  return others.flatMap((job) => {
    const before = latest;
    if (job.to > before.to) latest = job;
    if (Math.min(before.to, job.to) - job.from < MONTH) return [];
    return warning(
      "two-full-time-jobs",
      `/work/${job.index}`,
      `/work/${before.index} was full time at the same time`,
      "Correct the days, or tell the share of full time of each.",
      { other: `/work/${before.index}` },
      [`/work/${before.index}`],
    );
  });
}

const isFullTime = ({ fullTimeShare = 0, hoursPerWeek = 0 }: Work) =>
  fullTimeShare === 1 || hoursPerWeek >= FULL_TIME_HOURS;

const lastDayOf = ({ end }: Work) => (end === undefined ? Number.POSITIVE_INFINITY : lastDay(end));

const YOUNGEST = 15;

/** Degrees before the age of fifteen. */
export function earlyDegrees({ born, education = [] }: Applicant): Warning[] {
  if (born === undefined) return [];
  const earliest = addMonths(firstDay(born), YOUNGEST * 12);
  return education.flatMap(({ conferred }, index) => {
    if (conferred === undefined || !(lastDay(conferred) < earliest)) return [];
    return warning(
      "degree-before-fifteen",
      `/education/${index}/conferred`,
      `a degree of ${conferred} lies before the age of ${YOUNGEST}, for somebody born ${born}`,
      "Correct one of the two.",
      { conferred, born, age: YOUNGEST },
      ["/born"],
    );
  });
}

/** A place of two letters that are those of a state: `TN` is Tunisia. */
export function stateLikeCountry({ residence = "" }: Applicant): Warning[] {
  const country = countryLikeState(residence);
  if (country === undefined) return [];
  const states = readWrittenPlace(residence).map((place) => `"${place}"`);
  const message = `${residence} is ${country}`;
  return [
    warning("country-like-state", "/residence", message, `If a state is meant, write ${states.join(", ")}.`, {
      residence,
      country,
      states: states.join(", "),
    }),
  ];
}

const SELF = ["me", "myself", "self", "i"];

/** The applicant where somebody else must stand. */
export function oneself(applicant: Applicant): Warning[] {
  const names = new Set([...SELF, ...(applicant.id === undefined ? [] : [applicant.id.toLowerCase()])]);
  const isSelf = (text: string | undefined) => text !== undefined && names.has(text.trim().toLowerCase());
  const selves = new Set((applicant.people ?? []).flatMap(({ id, name }) => (isSelf(name) ? [id] : [])));
  return collectionNames.flatMap((name) => {
    const persons = personFields(name);
    return toldIn(applicant, name).flatMap((entry, index) =>
      persons.flatMap((field) => {
        const id = entry[field];
        if (typeof id !== "string" || !(isSelf(id) || selves.has(id))) return [];
        const advice = `Nobody is one's own ${field}: name the other person, or leave the entry out.`;
        return warning("oneself", `/${name}/${index}/${field}`, `the ${field} looks like the applicant`, advice, {
          field,
        });
      }),
    );
  });
}

/** The fields that name somebody else; who gives supervision may name oneself as its provider. */
function personFields(name: CollectionName): readonly string[] {
  if (name === "supervisionProvided") return [];
  // a training that one gave is none that one received
  const others = name === "training" ? ["presenter"] : [];
  return [
    ...others,
    ...Object.entries<Field>(fields[name]).flatMap(([field, { type }]) => (type === "person" ? [field] : [])),
  ];
}
