/** Applicants with very many entries of the kinds that take the longest: what is linear for them is linear for all. */
import { dayNumber, isoDay } from "../src/base/calendar";
import type { Applicant, Reference, Supervision, Work } from "../src/model/applicant";
import { applicantWith, clinicalWork } from "./standard-applicant";

const day = (first: string, after: number) => isoDay(dayNumber(first) + after);
const several = <T>(count: number, make: (at: number) => T): T[] => Array.from({ length: count }, (_, at) => make(at));

/** Jobs and internships that lie on the same days, many in part time: equivalences share the days up to their caps. */
function overlappingWork(count: number): Applicant {
  const work = several(count, (at): Work => {
    const start = (at * 11) % 4000;
    return {
      kind: at % 3 === 0 ? "internship" : at % 3 === 1 ? "employment" : "volunteer",
      paid: at % 3 === 1,
      start: day("2014-01-06", start),
      end: day("2014-01-06", start + 20 + (at % 300)),
      ...(at % 2 === 0 && { fullTimeShare: 0.2 + (at % 8) / 10 }),
      ...clinicalWork,
      families: 1,
    };
  });
  return { ...applicantWith(0, 0), work };
}

/** References of as many raters, who may vouch in one place or in several. */
function manyReferences(count: number): Applicant {
  const roles = ["current-supervisor", "rsc-provider", "colleague"] as const;
  const people = several(count, (at) => ({
    id: `rater-${at}`,
    endorsements: [{ category: "IFS", since: "2018-01-01" } as const],
  }));
  const references = several(count, (at): Reference => {
    const role = roles[at % 3] ?? "colleague";
    return { rater: `rater-${at}`, roles: [role, "colleague"], completed: "2025-09-01", vetted: false };
  });
  return { ...applicantWith(0, 0), people, references };
}

/** Sessions of which no two were with the same provider. */
function manyProviders(count: number): Applicant {
  const { people: others = [], ...rest } = applicantWith(0, 0);
  const providers = several(count, (at) => ({
    id: `provider-${at}`,
    endorsements: [{ category: "IMHM-C", since: "2015-01-01" } as const],
  }));
  const supervisionReceived = several(count, (at): Supervision => {
    return {
      date: day("2019-01-07", (at * 7) % 2500),
      hours: 1,
      provider: `provider-${at}`,
      ages: [0, 36],
      about: ["direct-service"],
    };
  });
  return { ...rest, people: [...others, ...providers], supervisionReceived };
}

/** Everything as in the standard applicant, and of nothing is told when it was. */
function withoutDays(count: number): Applicant {
  const all = applicantWith(Math.round(count * 0.6), Math.round(count * 0.3));
  const { supervisionReceived = [], training = [] } = all;
  return {
    ...all,
    supervisionReceived: supervisionReceived.map(({ date: _, ...one }) => one),
    training: training.map(({ date: _, ...one }) => one),
    work: several(Math.round(count * 0.1), () => ({ kind: "employment", paid: true, ages: [0, 36] })),
  };
}

/** The mixtures by name, each of so many entries. */
export const mixtures: Readonly<Record<string, (count: number) => Applicant>> = {
  "overlapping work": overlappingWork,
  "many references": manyReferences,
  "many providers": manyProviders,
  "all days untold": withoutDays,
};
