/** Why an entry does not count: every reason, each from one small rule. */
import { describe, expect, test } from "vitest";
import type { Applicant } from "../../src/model/applicant";
import { type AmountAccount, type Reason, reasonCodes } from "../../src/model/verdict";
import { type Parts, rulebook, verdictOf } from "./rulebooks";

const hours = (params: object) => measured("hours", { of: "training", ...params });
const measured = (fact: string, params: object): Parts => ({
  requirement: {
    id: "rule",
    routes: [{ id: "route", conditions: { fact, params, operator: "greaterThanInclusive", value: 12 } }],
  },
});
const internship = { fact: "kind", operator: "equal", value: "internship" };
const employment = { fact: "kind", operator: "equal", value: "employment" };
const webinar = { fact: "kind", operator: "equal", value: "webinar" };

/** What became of the last entry that does not count. */
function uncounted(parts: Parts, applicant: Applicant): readonly [status: string | undefined, because?: Reason] {
  const [measure] = Object.values(verdictOf(rulebook(parts), applicant).measures);
  const last = (measure as AmountAccount).uncounted.at(-1);
  return last === undefined ? [undefined] : [last.status, last.because];
}

const course = { fact: "kind", operator: "equal", value: "course" };
const early = { from: "2020-01-01", to: "2020-12-31" };
const before = { code: "outside" } as const;

const cases: readonly [situation: string, Parts, Applicant, status: "unmet" | "unknown", because: Reason][] = [
  [
    "a condition fails",
    hours({ where: webinar }),
    { training: [{ hours: 2, kind: "course" }] },
    "unmet",
    { code: "condition", fact: "kind", operator: "equal", value: "webinar" },
  ],
  [
    "what an equivalence takes lies outside the period: hours",
    {
      ...hours({ where: webinar, during: early, equivalences: ["courses"] }),
      equivalences: { courses: { where: course } },
    },
    { training: [{ hours: 2, kind: "course", date: "2019-12-31" }] },
    "unmet",
    before,
  ],
  [
    "what an equivalence takes may lie outside the period",
    {
      ...hours({ where: webinar, during: early, equivalences: ["courses"] }),
      equivalences: { courses: { where: course } },
    },
    { training: [{ hours: 2, kind: "course" }] },
    "unknown",
    { code: "not-told", fact: "earned" },
  ],
  [
    "what an equivalence takes lies outside the period: months",
    {
      ...measured("months", { of: "work", where: employment, during: early, equivalences: ["internships"] }),
      equivalences: { internships: { where: internship } },
    },
    { work: [{ kind: "internship", start: "2018-01-01", end: "2018-12-31" }] },
    "unmet",
    before,
  ],
  [
    "a day is told only as a month, and may lie after the day of the verdict",
    hours({}),
    { training: [{ hours: 2, date: "2026-01" }] },
    "unknown",
    { code: "imprecise", fact: "date", value: "month" },
  ],
  [
    "a day is told only as a year, in which the period begins",
    hours({ during: { from: "2020-06-01" } }),
    { training: [{ hours: 2, date: "2020" }] },
    "unknown",
    { code: "imprecise", fact: "date", value: "year" },
  ],
  [
    "a last day is told only as a month: its days may count",
    measured("months", { of: "work" }),
    { work: [{ start: "2019-01-01", end: "2019-12" }] },
    "unknown",
    { code: "imprecise", fact: "end", value: "month" },
  ],
  [
    "a period crosses its edge whichever day of the month it ended",
    hours({ of: "supervisionReceived", during: { from: "2020-06-01" } }),
    { supervisionReceived: [{ hours: 2, start: "2020-05-01", end: "2020-07" }] },
    "unknown",
    { code: "crosses" },
  ],
  [
    "an endorsement is held since a month in which the session lies",
    hours({ of: "supervisionReceived", where: { fact: "provider.held", operator: "includesAny", value: ["IMHS"] } }),
    {
      people: [{ id: "coach", endorsements: [{ category: "IMHS", since: "2020-05" }] }],
      supervisionReceived: [{ hours: 2, date: "2020-05-20", provider: "coach" }],
    },
    "unknown",
    { code: "imprecise", fact: "provider.held", value: "month" },
  ],
  [
    "a named condition fails",
    { ...hours({ where: { condition: "online" } }), conditions: { online: webinar } },
    { training: [{ hours: 2, kind: "course" }] },
    "unmet",
    { code: "condition", fact: "kind", operator: "equal", value: "webinar", condition: "online" },
  ],
  [
    "none of the alternatives of a named condition holds",
    { ...hours({ where: { condition: "either" } }), conditions: { either: { any: [webinar, webinar] } } },
    { training: [{ hours: 2, kind: "course" }] },
    "unmet",
    { code: "condition", fact: "kind", operator: "equal", value: "webinar", condition: "either" },
  ],
  [
    "a condition holds that must not",
    hours({ where: { not: webinar } }),
    { training: [{ hours: 2, kind: "webinar" }] },
    "unmet",
    { code: "condition", fact: "kind", operator: "equal", value: "webinar", negated: true },
  ],
  [
    "a day lies before one that is looked up: the reason says which day it is",
    hours({ where: { fact: "date", operator: "onOrAfter", value: { fact: "asOf", params: { plusMonths: -12 } } } }),
    { training: [{ hours: 2, date: "2024-12-31" }] },
    "unmet",
    { code: "condition", fact: "date", operator: "onOrAfter", value: "2025-01-01" },
  ],
  [
    "a day lies before one that is not certain: the reason says between which days it is",
    hours({ where: { fact: "date", operator: "onOrAfter", value: { fact: "applicationStarted" } } }),
    { training: [{ hours: 2, date: "2024-12-31" }], applications: [{ pathway: "IFS", started: "2025-03-01" }, {}] },
    "unmet",
    { code: "condition", fact: "date", operator: "onOrAfter", value: { from: "2025-03-01", to: "2026-01-01" } },
  ],
  [
    "a field was not told",
    hours({ where: webinar }),
    { training: [{ hours: 2 }] },
    "unknown",
    { code: "not-told", fact: "kind" },
  ],
  ["the hours were not told", hours({}), { training: [{}] }, "unknown", { code: "not-told", fact: "hours" }],
  [
    "the readings differ",
    hours({
      where: {
        question: { id: "online", text: "Do webinars count?" },
        readings: [
          { id: "no", title: "No", conditions: { not: webinar } },
          { id: "yes", title: "Yes", conditions: { any: [webinar, { not: webinar }] } },
        ],
      },
    }),
    { training: [{ hours: 2, kind: "webinar" }] },
    "unknown",
    { code: "reading", question: "online" },
  ],
  [
    "it lies after the day of judgment",
    hours({}),
    { training: [{ hours: 2, date: "2026-01-02" }] },
    "unmet",
    { code: "after-as-of" },
  ],
  [
    "it lies outside the period",
    hours({ during: { from: "2025-01-01" } }),
    { training: [{ hours: 2, date: "2024-12-31" }] },
    "unmet",
    { code: "outside" },
  ],
  [
    "it crosses the end of the period",
    measured("hours", { of: "supervisionReceived", during: { from: "2025-01-01" } }),
    { supervisionReceived: [{ hours: 2, start: "2024-12-01", end: "2025-01-31" }] },
    "unknown",
    { code: "crosses" },
  ],
  [
    "the best window does not spread far enough",
    measured("hours", { of: "supervisionReceived", within: { atLeastMonths: 12, atMostMonths: 24 } }),
    { supervisionReceived: [{ hours: 2, date: "2024-12-01" }] },
    "unmet",
    { code: "spread" },
  ],
  [
    "its days are counted already",
    measured("months", { of: "work" }),
    {
      work: [
        { start: "2024-01-01", end: "2024-12-31" },
        { start: "2024-03-01", end: "2024-05-31" },
      ],
    },
    "unmet",
    { code: "overlap" },
  ],
  [
    "the equivalence is used up",
    {
      ...measured("months", { of: "work", where: employment, equivalences: ["as-work"] }),
      equivalences: { "as-work": { where: internship, atMost: 12 } },
    },
    {
      work: [
        { kind: "internship", start: "2022-01-01", end: "2022-12-31" },
        { kind: "internship", start: "2024-01-01", end: "2024-12-31" },
      ],
    },
    "unmet",
    { code: "cap", equivalence: "as-work" },
  ],
  [
    "every place that it fits is filled",
    measured("filled", { of: "references", slots: [{ id: "any", atLeast: 1 }] }),
    { references: [{}, {}] },
    "unmet",
    { code: "no-place" },
  ],
];

describe("an entry that does not count", () => {
  test.for(cases)("%s", ([, parts, applicant, status, because]) => {
    expect(uncounted(parts, applicant)).toEqual([status, because]);
  });

  test("has one of the reasons above", () => {
    expect(new Set(cases.map(([, , , , { code }]) => code))).toEqual(new Set(reasonCodes));
  });
});
