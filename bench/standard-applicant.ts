/** The applicant that times are taken on: 4 jobs, 25 trainings, 60 sessions of reflective supervision, 3 ratings. */

import { dayNumber, isoDay } from "../src/base/calendar";
import type { Applicant, Supervision, Training } from "../src/model/applicant";

const day = (first: string, after: number) => isoDay(dayNumber(first) + after);

/** Makes sessions, one a week. */
const sessions = (count: number): Supervision[] =>
  Array.from({ length: count }, (_, at) => ({
    date: day("2019-01-07", (at * 7) % 2500),
    hours: 1,
    provider: at % 5 === 0 ? "specialist" : "mentor",
    ages: [0, 36],
    about: ["direct-service"],
  }));

/** Makes trainings, one a month. */
const trainings = (count: number): Training[] =>
  Array.from({ length: count }, (_, at) => ({
    date: day("2018-01-10", (at * 30) % 2800),
    hours: 2,
    topics: at % 5 === 0 ? ["diversity-equity-inclusion"] : at % 3 === 0 ? ["providing-rsc"] : ["infant-mental-health"],
  }));

/** What work is that every category counts. */
export const clinicalWork = {
  ages: [0, 36],
  service: ["prevention", "dyadic-psychotherapy"],
  licensure: "licensed",
  socialEmotionalFocus: true,
  relationshipFocus: true,
  withCaregiver: true,
  supervised: true,
} as const;

/** Makes the standard applicant, with so many sessions and trainings. */
export const applicantWith = (sessionCount: number, trainingCount: number): Applicant => ({
  residence: "US-WA",
  people: [
    { id: "mentor", endorsements: [{ category: "IMHM-C", since: "2015-01-01" }] },
    { id: "specialist", degree: "master", endorsements: [{ category: "IMHS", since: "2016-01-01" }] },
    { id: "supervisor", endorsements: [] },
    { id: "colleague", endorsements: [{ category: "IFS", since: "2018-01-01" }] },
  ],
  education: [
    { level: "bachelor", conferred: "2012-06-01", field: "psychology" },
    { level: "master", conferred: "2015-06-01", field: "social-work" },
  ],
  credentials: [{ kind: "mental-health-license", awarded: "2017-01-01", until: "2028-01-01" }],
  work: [2016, 2018, 2020, 2022].map((year) => ({
    kind: "employment",
    paid: true,
    start: `${year}-02-01`,
    end: `${year + 1}-06-30`,
    ...clinicalWork,
    families: 5,
  })),
  training: trainings(trainingCount),
  supervisionReceived: sessions(sessionCount),
  supervisionProvided: [{ start: "2020-01-01", end: "2023-12-31", hours: 120 }],
  leadership: [{ start: "2019-01-01", end: "2023-12-31", reach: "state", kind: "practice" }],
  references: [
    { rater: "supervisor", roles: ["current-supervisor"], completed: "2025-09-01", vetted: false },
    { rater: "mentor", roles: ["rsc-provider"], completed: "2025-09-01", vetted: false },
    { rater: "colleague", roles: ["colleague"], completed: "2025-09-01", vetted: false },
  ],
  exams: [],
  memberships: [{ association: "us-wa", kind: "individual", until: "2026-12-31" }],
  attestations: [
    { kind: "code-of-ethics", signed: "2025-09-01" },
    { kind: "endorsement-agreement", signed: "2025-09-01" },
  ],
  applications: [],
  decisions: [],
});

/** The standard applicant. */
export const standardApplicant = applicantWith(60, 25);
