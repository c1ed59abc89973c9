/** The hardest rules, written in the rule language, each with its cases. */
import { describe, expect, test } from "vitest";
import { addMonths, dayNumber, isoDay } from "../../src/base/calendar";
import type { Applicant, Person, Standing, Supervision, Training, Work } from "../../src/model/applicant";
import type { Truth } from "../../src/model/verdict";
import { type Parts, requirementFor, rulebook } from "./rulebooks";

type Case = readonly [situation: string, applicant: Applicant, expected: Truth, asOf?: string];

function encoding(name: string, parts: Parts, cases: readonly Case[]): void {
  describe(name, () => {
    const rules = rulebook(parts);
    test.for(cases)("%s", ([, applicant, expected, asOf]) => {
      expect(requirementFor(rules, applicant, asOf).status).toBe(expected);
    });
  });
}

const shared = {
  "held-mentor": { fact: "provider.held", operator: "includesAny", value: ["IMHM-C", "ECMHM-C"] },
  "held-mentor-or-ers": {
    fact: "provider.held",
    operator: "includesAny",
    value: ["IMHM-C", "ECMHM-C", "ERS", "ERS:emerging"],
  },
  "dyadic-psychotherapy": {
    all: [
      { fact: "service", operator: "includesAny", value: ["dyadic-psychotherapy"] },
      { fact: "supervised", operator: "equal", value: true },
      { fact: "licensure", operator: "in", value: ["licensed", "license-eligible"] },
      { fact: "ages", operator: "overlaps", value: { fact: "pathway.ageBand" } },
    ],
  },
  "valid-rating": { fact: "notEnoughInformation", operator: "lessThan", value: 6 },
  graduate: { fact: "level", operator: "in", value: ["master", "doctorate"] },
};

/** A requirement with one route. */
const one = (conditions: unknown) => ({ id: "rule", routes: [{ id: "route", conditions }] });

const person = (id: string, ...held: readonly Standing[]): Person => ({ id, endorsements: held });
const specialist = person("specialist", { category: "IMHS", since: "2000-01-01" });
const mentor = person("mentor", { category: "IMHM-C", since: "2000-01-01" });
const nobody = person("nobody");

/** Sessions spread evenly over months, one hour each. */
const sessions = (count: number, months: number, more: Supervision = {}, from = "2020-01-15"): Supervision[] =>
  Array.from({ length: count }, (_, index) => ({
    date: isoDay(addMonths(dayNumber(from), Math.floor((index * months) / (count - 1)))),
    hours: 1,
    ...more,
  }));

describe("A.1", () => {
  const paid: Work = {
    kind: "employment",
    paid: true,
    start: "2022-01-01",
    end: "2022-12-31",
    service: ["dyadic-psychotherapy"],
    supervised: true,
    licensure: "licensed",
    ages: [0, 36],
  };
  const { paid: _paid, ...unpaid } = paid;
  const internship: Work = {
    ...unpaid,
    kind: "internship",
    licensure: "license-eligible",
    start: "2021-01-01",
    end: "2021-12-31",
    fullTimeShare: 1,
    supervisor: "specialist",
  };
  const people = [specialist, nobody];
  encoding(
    "two years paid, at most one of them as an intern",
    {
      requirement: one({
        all: [
          {
            fact: "months",
            params: {
              of: "work",
              equivalences: ["internship"],
              where: {
                all: [
                  { fact: "kind", operator: "equal", value: "employment" },
                  { fact: "paid", operator: "equal", value: true },
                  { condition: "dyadic-psychotherapy" },
                ],
              },
            },
            operator: "greaterThanInclusive",
            value: 24,
          },
        ],
      }),
      conditions: shared,
      equivalences: {
        internship: {
          atMost: 12,
          fullTimeEquivalent: true,
          where: {
            all: [
              { fact: "kind", operator: "equal", value: "internship" },
              { condition: "dyadic-psychotherapy" },
              { fact: "supervisor.held", operator: "includesAny", value: ["IMHS", "ECMHS", "IMHM-C", "ECMHM-C"] },
            ],
          },
        },
      },
    },
    [
      ["one paid year and one year of internship", { people, work: [paid, internship] }, "met"],
      ["the supervisor is not endorsed", { people, work: [paid, { ...internship, supervisor: "nobody" }] }, "unmet"],
      [
        "two years of internship, none paid",
        { people, work: [internship, { ...internship, start: "2020-01-01", end: "2020-12-31" }] },
        "unmet",
      ],
      [
        "two years of half-time internship and one paid year",
        { people, work: [paid, { ...internship, start: "2020-01-01", fullTimeShare: 0.5 }] },
        "met",
      ],
      [
        "the internship lies wholly inside the paid year",
        { people, work: [paid, { ...internship, start: "2022-03-01", end: "2022-10-31" }] },
        "unmet",
      ],
      [
        "an internship of prevention work",
        { people, work: [paid, { ...internship, service: ["prevention"] }] },
        "unmet",
      ],
      [
        "the supervisor was not told",
        {
          people,
          work: [paid, Object.fromEntries(Object.entries(internship).filter(([key]) => key !== "supervisor"))],
        },
        "unknown",
      ],
    ],
  );
});

encoding(
  "A.2 24 hours of RSC in no less than one and no more than two years",
  {
    requirement: one({
      all: [
        {
          fact: "hours",
          params: {
            of: "supervisionReceived",
            where: { condition: "held-mentor" },
            within: { atLeastMonths: 12, atMostMonths: 24 },
          },
          operator: "greaterThanInclusive",
          value: 24,
        },
      ],
    }),
    conditions: shared,
  },
  [
    [
      "24 sessions over 7 months",
      { people: [mentor], supervisionReceived: sessions(24, 7, { provider: "mentor" }) },
      "unmet",
    ],
    ["24 over 13 months", { people: [mentor], supervisionReceived: sessions(24, 13, { provider: "mentor" }) }, "met"],
    ["24 over 30 months", { people: [mentor], supervisionReceived: sessions(24, 30, { provider: "mentor" }) }, "unmet"],
    [
      "24 over 7 months and one more 6 months later",
      {
        people: [mentor],
        supervisionReceived: [
          ...sessions(24, 7, { provider: "mentor" }),
          { date: "2021-02-15", hours: 1, provider: "mentor" },
        ],
      },
      "met",
    ],
    [
      "24 over 7 months and a session without hours 6 months later",
      {
        people: [mentor],
        supervisionReceived: [
          ...sessions(24, 7, { provider: "mentor" }),
          { date: "2021-02-15", hours: 0, provider: "mentor" },
        ],
      },
      "unmet",
    ],
    [
      "one arrangement of 60 hours over 40 months",
      {
        people: [mentor],
        supervisionReceived: [{ start: "2020-01-01", end: "2023-04-30", hours: 60, provider: "mentor" }],
      },
      "unknown",
    ],
  ],
);

const topic = (hours: number, ...topics: NonNullable<Training["topics"]>): Training => ({ hours, topics });

encoding(
  "A.3 30 + 15 + 3 on top",
  {
    requirement: one({
      all: [
        {
          fact: "filled",
          params: {
            of: "training",
            unit: "hours",
            slots: [
              { id: "general", atLeast: 30 },
              {
                id: "providing-rsc",
                atLeast: 15,
                where: { fact: "topics", operator: "includesAny", value: ["providing-rsc"] },
              },
              {
                id: "diversity",
                atLeast: 3,
                where: { fact: "topics", operator: "includesAny", value: ["diversity-equity-inclusion"] },
              },
            ],
          },
          operator: "greaterThanInclusive",
          value: 48,
        },
      ],
    }),
  },
  [
    [
      "30 + 15 + 3",
      { training: [topic(30), topic(15, "providing-rsc"), topic(3, "diversity-equity-inclusion")] },
      "met",
    ],
    [
      "30 + 12 + 3",
      { training: [topic(30), topic(12, "providing-rsc"), topic(3, "diversity-equity-inclusion")] },
      "unmet",
    ],
    [
      "48 in all, 15 on RSC, 3 on diversity, 3 of them on both",
      {
        training: [
          topic(30),
          topic(12, "providing-rsc"),
          topic(3, "providing-rsc", "diversity-equity-inclusion"),
          topic(3),
        ],
      },
      "unmet",
    ],
    ["33 + 15 + 0", { training: [topic(33), topic(15, "providing-rsc")] }, "unmet"],
    [
      "the topics of one training were not told",
      { training: [topic(30), topic(15, "providing-rsc"), { hours: 3 }] },
      "unknown",
    ],
  ],
);

encoding(
  "A.3 15 inside 30",
  {
    requirement: one({
      all: [
        { fact: "hours", params: { of: "training" }, operator: "greaterThanInclusive", value: 30 },
        {
          fact: "hours",
          params: { of: "training", where: { fact: "topics", operator: "includesAny", value: ["providing-rsc"] } },
          operator: "greaterThanInclusive",
          value: 15,
        },
      ],
    }),
  },
  [
    ["15 general and 15 on RSC", { training: [topic(15), topic(15, "providing-rsc")] }, "met"],
    ["30 general and none on RSC", { training: [topic(30)] }, "unmet"],
  ],
);

encoding(
  "A.4 50 hours, 25 of them about the RSC given",
  {
    requirement: one({
      all: [
        {
          fact: "hours",
          params: { of: "supervisionReceived", where: { condition: "held-mentor" } },
          operator: "greaterThanInclusive",
          value: 50,
        },
        {
          fact: "hours",
          params: {
            of: "supervisionReceived",
            where: {
              all: [{ condition: "held-mentor" }, { fact: "about", operator: "includesAny", value: ["rsc-provided"] }],
            },
          },
          operator: "greaterThanInclusive",
          value: 25,
        },
      ],
    }),
    conditions: shared,
  },
  [
    [
      "30 about direct work and 25 about RSC",
      {
        people: [mentor],
        supervisionReceived: [
          { date: "2022-01-01", hours: 30, provider: "mentor", about: ["direct-service"] },
          { date: "2022-01-02", hours: 25, provider: "mentor", about: ["rsc-provided"] },
        ],
      },
      "met",
    ],
    [
      "38 and 12",
      {
        people: [mentor],
        supervisionReceived: [
          { date: "2022-01-01", hours: 38, provider: "mentor", about: ["direct-service"] },
          { date: "2022-01-02", hours: 12, provider: "mentor", about: ["rsc-provided"] },
        ],
      },
      "unmet",
    ],
    [
      "60, of which 30 from a specialist",
      {
        people: [mentor, specialist],
        supervisionReceived: [
          { date: "2022-01-01", hours: 30, provider: "mentor", about: ["rsc-provided"] },
          { date: "2022-01-02", hours: 30, provider: "specialist", about: ["rsc-provided"] },
        ],
      },
      "unmet",
    ],
  ],
);

describe("A.5", () => {
  const qualified = {
    people: [{ ...person("ifs", { category: "IFS", since: "2000-01-01" }), degree: "master" }],
  } as const;
  const hours: Supervision[] = [{ date: "2018-06-01", hours: 24, provider: "ifs" }];
  encoding(
    "the provider by the degrees of both",
    {
      requirement: {
        id: "rsc",
        routes: [
          {
            id: "any-applicant",
            conditions: {
              all: [
                {
                  fact: "hours",
                  params: { of: "supervisionReceived", where: { condition: "specialist-or-mentor" } },
                  operator: "greaterThanInclusive",
                  value: 24,
                },
              ],
            },
          },
          {
            id: "bachelors-prepared",
            conditions: {
              all: [
                {
                  not: {
                    fact: "count",
                    params: { of: "education", where: { condition: "graduate" } },
                    operator: "greaterThanInclusive",
                    value: 1,
                  },
                },
                {
                  fact: "hours",
                  params: {
                    of: "supervisionReceived",
                    where: {
                      any: [
                        { condition: "specialist-or-mentor" },
                        {
                          all: [
                            { fact: "provider.held", operator: "includesAny", value: ["IFS"] },
                            { fact: "provider.degree", operator: "in", value: ["master", "doctorate"] },
                          ],
                        },
                      ],
                    },
                  },
                  operator: "greaterThanInclusive",
                  value: 24,
                },
              ],
            },
          },
        ],
      },
      conditions: {
        ...shared,
        "specialist-or-mentor": { fact: "provider.held", operator: "includesAny", value: ["IMHS", "IMHM-C"] },
      },
    },
    [
      [
        "bachelor's, provider IFS with a master's",
        { ...qualified, education: [{ level: "bachelor" }], supervisionReceived: hours },
        "met",
      ],
      [
        "master's, same provider",
        { ...qualified, education: [{ level: "master" }], supervisionReceived: hours },
        "unmet",
      ],
      [
        "bachelor's, provider IFS without a master's",
        {
          people: [{ ...qualified.people[0], degree: "bachelor" }],
          education: [{ level: "bachelor" }],
          supervisionReceived: hours,
        },
        "unmet",
      ],
      [
        "degree not told, provider IMHS",
        { people: [specialist], supervisionReceived: [{ date: "2018-06-01", hours: 24, provider: "specialist" }] },
        "met",
      ],
      ["degree not told, provider IFS with a master's", { ...qualified, supervisionReceived: hours }, "unknown"],
      [
        "the provider was endorsed only after the session",
        {
          people: [person("late", { category: "IMHS", since: "2019-01-01" })],
          education: [{ level: "bachelor" }],
          supervisionReceived: [{ date: "2018-06-01", hours: 24, provider: "late" }],
        },
        "unmet",
      ],
    ],
  );
});

describe("A.6", () => {
  const slots = (supervisor: string[], vouches: string[], third: string[]) => ({
    fact: "filled",
    params: {
      of: "references",
      where: { condition: "valid-rating" },
      slots: [
        { id: "supervisor", where: { all: ["supervisor", ...supervisor].map((condition) => ({ condition })) } },
        { id: "vouches", where: { all: ["vouches", ...vouches].map((condition) => ({ condition })) } },
        third.length === 0 ? { id: "third" } : { id: "third", where: { condition: third[0] } },
      ],
    },
    operator: "greaterThanInclusive",
    value: 3,
  });
  const people = [
    person("boss"),
    person("adviser"),
    person("peer"),
    person("endorsed", { category: "IFS", since: "2020-01-01" }),
  ];
  const completed = "2025-06-01";
  const boss = {
    rater: "boss",
    roles: ["current-supervisor"],
    vetted: false,
    completed,
    notEnoughInformation: 0,
  } as const;
  const adviser = {
    rater: "adviser",
    roles: ["consultant"],
    vetted: false,
    completed,
    notEnoughInformation: 0,
  } as const;
  const colleague = {
    rater: "endorsed",
    roles: ["colleague"],
    vetted: false,
    completed,
    notEnoughInformation: 0,
  } as const;
  encoding(
    "three ratings, each by another person, one of the raters endorsed",
    {
      requirement: one({
        any: [slots(["endorsed"], [], []), slots([], ["endorsed"], []), slots([], [], ["endorsed"])],
      }),
      conditions: {
        ...shared,
        supervisor: { fact: "roles", operator: "includesAny", value: ["current-supervisor"] },
        vouches: { fact: "roles", operator: "includesAny", value: ["rsc-provider", "teacher", "consultant"] },
        endorsed: {
          any: [
            { fact: "rater.held", operator: "includesAny", value: ["IFA", "IFS", "IMHS", "IMHM-C"] },
            { fact: "vetted", operator: "equal", value: true },
          ],
        },
      },
    },
    [
      ["supervisor, consultant, endorsed colleague", { people, references: [boss, adviser, colleague] }, "met"],
      ["nobody is endorsed", { people, references: [boss, adviser, { ...colleague, rater: "peer" }] }, "unmet"],
      [
        "two supervisors and a colleague",
        { people, references: [boss, { ...boss, rater: "peer" }, colleague] },
        "unmet",
      ],
      [
        "six blanks void the third",
        { people, references: [boss, adviser, { ...colleague, notEnoughInformation: 6 }] },
        "unmet",
      ],
      [
        "blanks were not told",
        {
          people,
          references: [boss, adviser, { rater: "endorsed", roles: ["colleague"], vetted: false, completed }],
        },
        "met",
      ],
    ],
  );
});

encoding(
  "A.7 vetted providers until a sunset",
  {
    requirement: one({
      all: [
        {
          fact: "hours",
          params: { of: "supervisionReceived", where: { condition: "qualified-provider" } },
          operator: "greaterThanInclusive",
          value: 24,
        },
      ],
    }),
    conditions: {
      ...shared,
      "qualified-provider": {
        any: [
          { condition: "held-mentor-or-ers" },
          {
            all: [
              { fact: "provider.vettedBy", operator: "equal", value: "us-nc" },
              { fact: "earned", operator: "onOrBefore", value: "2027-12-31" },
            ],
          },
        ],
      },
    },
  },
  (
    [
      ["sessions of 2026", { date: "2026-06-01" }, "met"],
      ["sessions of 2028", { date: "2028-06-01" }, "unmet"],
      ["one arrangement across the day", { start: "2027-06-01", end: "2028-06-01" }, "unknown"],
    ] as const
  ).map(([situation, when, expected]) => [
    situation,
    {
      people: [{ ...person("vetted"), vettedBy: "us-nc" }],
      supervisionReceived: [{ ...when, hours: 24, provider: "vetted" }],
    },
    expected,
    "2029-01-01",
  ]),
);

describe("A.8, A.9", () => {
  const received = (date: string): Supervision[] => [{ date, hours: 24, provider: "provider" }];
  const emerging = person("provider", { category: "ERS", status: "emerging", since: "2024-03-01" });
  const converted = person("provider", { category: "IFRS", status: "full", since: "2022-10-01" });
  encoding(
    "emerging ERS counts for two years, IFRS becomes IFS and ERS",
    {
      requirement: one({
        all: [
          {
            fact: "hours",
            params: { of: "supervisionReceived", where: { condition: "held-mentor-or-ers" } },
            operator: "greaterThanInclusive",
            value: 24,
          },
        ],
      }),
      conditions: shared,
      credentials: [
        { id: "ERS", name: "ERS", emergingMonths: 24 },
        {
          id: "IFRS",
          name: "IFRS",
          conversions: [
            {
              status: "full",
              on: "2024-01-01",
              becomes: ["IFS", "ERS"],
              sources: [{ source: "a-page" }],
              confidence: "high",
            },
            {
              status: "emerging",
              on: "2024-01-01",
              becomes: ["ERS:emerging"],
              sources: [{ source: "a-page" }],
              confidence: "high",
            },
          ],
        },
      ],
    },
    [
      [
        "emerging since 2024-03-01, sessions of 2025",
        { people: [emerging], supervisionReceived: received("2025-06-01") },
        "met",
        "2027-01-01",
      ],
      [
        "the last day of its two years",
        { people: [emerging], supervisionReceived: received("2026-02-28") },
        "met",
        "2027-01-01",
      ],
      [
        "sessions after 2026-03-01",
        { people: [emerging], supervisionReceived: received("2026-03-01") },
        "unmet",
        "2027-01-01",
      ],
      [
        "since when was not told",
        {
          people: [person("provider", { category: "ERS", status: "emerging" })],
          supervisionReceived: received("2025-06-01"),
        },
        "met",
      ],
      [
        "IFRS since 2022, sessions of 2025",
        { people: [converted], supervisionReceived: received("2025-06-01") },
        "met",
      ],
      [
        "same provider, sessions of 2023",
        { people: [converted], supervisionReceived: received("2023-06-01") },
        "unmet",
      ],
      [
        "emerging IFRS, sessions of 2025",
        {
          people: [person("provider", { category: "IFRS", status: "emerging", since: "2023-01-01" })],
          supervisionReceived: received("2025-06-01"),
        },
        "met",
      ],
      [
        "emerging IFRS, sessions of 2026",
        {
          people: [person("provider", { category: "IFRS", status: "emerging", since: "2023-01-01" })],
          supervisionReceived: received("2026-01-01"),
        },
        "unmet",
      ],
    ],
  );
});

describe("A.10", () => {
  const parts = (ageBand: readonly number[]): Parts => ({
    ageBand,
    requirement: one({
      all: [
        {
          fact: "months",
          params: { of: "work", where: { fact: "ages", operator: "overlaps", value: { fact: "pathway.ageBand" } } },
          operator: "greaterThanInclusive",
          value: 24,
        },
      ],
    }),
  });
  const work = (ages?: readonly [number, number]): Applicant => ({
    work: [{ start: "2020-01-01", end: "2021-12-31", ...(ages && { ages }) }],
  });
  encoding("month 36 with 36 to 71 months", parts([36, 71]), [
    ["ages 0 to 36", work([0, 36]), "unmet"],
    ["0 to 37", work([0, 37]), "met"],
    ["36 to 60", work([36, 60]), "met"],
    ["36 alone", work([36, 36]), "met"],
    ["not told", work(), "unknown"],
  ]);
  encoding("month 36 with 37 to 71 months", parts([37, 71]), [["36 alone", work([36, 36]), "unmet"]]);
});

encoding(
  "A.11 membership",
  {
    requirement: one({
      all: [
        {
          fact: "count",
          params: {
            of: "memberships",
            where: {
              all: [
                { fact: "kind", operator: "equal", value: "individual" },
                { fact: "validUntil", operator: "onOrAfter", value: { fact: "asOf" } },
              ],
            },
          },
          operator: "greaterThanInclusive",
          value: 1,
        },
      ],
    }),
  },
  [
    ["valid to 2026-12-31", { memberships: [{ kind: "individual", until: "2026-12-31" }] }, "met"],
    ["to 2025-12-31", { memberships: [{ kind: "individual", until: "2025-12-31" }] }, "unmet"],
    ["a group membership", { memberships: [{ kind: "group", until: "2026-12-31" }] }, "unmet"],
    ["no day told", { memberships: [{ kind: "individual" }] }, "unknown"],
  ],
);

describe("A.12", () => {
  const inCycle = (value: number) => ({
    fact: "hours",
    params: { of: "training", during: { from: { fact: "cycle.start" }, to: { fact: "cycle.end" } } },
    operator: "greaterThanInclusive",
    value,
  });
  const endorsedAfter = (plusMonths: number) => ({
    fact: "earliest",
    params: { of: "credentials", field: "awarded", where: { fact: "kind", operator: "equal", value: "endorsement" } },
    operator: "onOrAfter",
    value: { fact: "cycle.start", params: { plusMonths } },
  });
  const applicant = (awarded: string | undefined, ...training: readonly (readonly [string, number])[]): Applicant => ({
    credentials: [{ kind: "endorsement", category: "IFS", ...(awarded && { awarded }) }],
    training: training.map(([date, hours]) => ({ date, hours })),
  });
  const asOf = "2027-11-01";
  encoding(
    "renewal over a fixed cycle, proportion for those endorsed in mid-cycle",
    {
      cycle: { months: 36, ends: "2027-12-31" },
      requirement: {
        id: "training",
        routes: [
          { id: "whole-cycle", conditions: { all: [inCycle(45)] } },
          { id: "two-years", conditions: { all: [endorsedAfter(12), inCycle(30)] } },
          { id: "one-year", conditions: { all: [endorsedAfter(24), inCycle(15)] } },
        ],
      },
    },
    [
      ["endorsed 2019, 45 hours in the cycle", applicant("2019-01-01", ["2026-01-01", 45]), "met", asOf],
      ["40 in the cycle and 10 before", applicant("2019-01-01", ["2026-01-01", 40], ["2024-12-31", 10]), "unmet", asOf],
      ["endorsed 2026-03-01, 30 hours", applicant("2026-03-01", ["2026-06-01", 30]), "met", asOf],
      ["endorsed 2025-06-01, 30 hours", applicant("2025-06-01", ["2026-06-01", 30]), "unmet", asOf],
      ["endorsed 2027-02-01, 15 hours", applicant("2027-02-01", ["2027-06-01", 15]), "met", asOf],
      ["day of the award not told, 45 hours", applicant(undefined, ["2026-06-01", 45]), "met", asOf],
      ["day of the award not told, 30 hours", applicant(undefined, ["2026-06-01", 30]), "unknown", asOf],
    ],
  );
});

encoding(
  "A.13 the majority from one provider, the rest from at most one other",
  {
    requirement: {
      ...one({
        all: [
          {
            fact: "hours",
            params: { of: "supervisionReceived", largest: { by: "provider.id", groups: 1 } },
            operator: "greaterThan",
            value: 12,
          },
          {
            fact: "hours",
            params: { of: "supervisionReceived", largest: { by: "provider.id", groups: 2 } },
            operator: "greaterThanInclusive",
            value: 24,
          },
        ],
      }),
      obligation: "recommended",
    },
  },
  (
    [
      [
        "8/8/8",
        [
          ["a", 8],
          ["b", 8],
          ["c", 8],
        ],
        "unmet",
      ],
      [
        "14/10",
        [
          ["a", 14],
          ["b", 10],
        ],
        "met",
      ],
      [
        "12/12",
        [
          ["a", 12],
          ["b", 12],
        ],
        "unmet",
      ],
      [
        "14/10/10",
        [
          ["a", 14],
          ["b", 10],
          ["c", 10],
        ],
        "met",
      ],
      ["24 in one entry, the provider not told", [[undefined, 24]], "met"],
    ] as const
  ).map(
    ([situation, hours, expected]): Case => [
      situation,
      {
        people: [person("a"), person("b"), person("c")],
        supervisionReceived: hours.map(([provider, amount]) => ({
          date: "2022-01-01",
          hours: amount,
          ...(provider && { provider }),
        })),
      },
      expected,
    ],
  ),
);

encoding(
  "A.14 at most 7 of the 15 hours from reviewing",
  {
    requirement: one({
      all: [
        {
          fact: "hours",
          params: { of: "training", where: { not: { condition: "reviewing" } }, equivalences: ["reviewing"] },
          operator: "greaterThanInclusive",
          value: 15,
        },
      ],
    }),
    conditions: { reviewing: { fact: "kind", operator: "equal", value: "application-review" } },
    equivalences: { reviewing: { atMost: 7, where: { condition: "reviewing" } } },
  },
  (
    [
      [
        "9 + 20",
        [
          [9, "webinar"],
          [20, "application-review"],
        ],
        "met",
      ],
      [
        "10 + 5",
        [
          [10, "webinar"],
          [5, "application-review"],
        ],
        "met",
      ],
      [
        "6 + 12",
        [
          [6, "webinar"],
          [12, "application-review"],
        ],
        "unmet",
      ],
      [
        "the kind of 10 hours not told, beside 5",
        [
          [5, "webinar"],
          [10, undefined],
        ],
        "unknown",
      ],
    ] as const
  ).map(
    ([situation, training, expected]): Case => [
      situation,
      { training: training.map(([hours, kind]) => ({ hours, ...(kind && { kind }) })) },
      expected,
    ],
  ),
);

encoding(
  "A.15 12 hours spread over at least 6 and at most 12 months",
  {
    requirement: one({
      all: [
        {
          fact: "hours",
          params: { of: "supervisionReceived", within: { atLeastMonths: 6, atMostMonths: 12 } },
          operator: "greaterThanInclusive",
          value: 12,
        },
      ],
    }),
  },
  [
    ["12 sessions in 5 months", { supervisionReceived: sessions(12, 5) }, "unmet"],
    ["in 7 months", { supervisionReceived: sessions(12, 7) }, "met"],
    ["over 14 months", { supervisionReceived: sessions(12, 14) }, "unmet"],
  ],
);

encoding(
  "A.17 ratings are valid for one year",
  {
    requirement: one({
      all: [
        {
          fact: "count",
          params: {
            of: "references",
            where: { fact: "completed", operator: "onOrAfter", value: { fact: "asOf", params: { plusMonths: -12 } } },
          },
          operator: "greaterThanInclusive",
          value: 3,
        },
      ],
    }),
  },
  [
    ["three of 2025-02-01", { references: Array(3).fill({ completed: "2025-02-01" }) }, "met"],
    [
      "one of 2024-12-31",
      { references: [{ completed: "2025-02-01" }, { completed: "2025-02-01" }, { completed: "2024-12-31" }] },
      "unmet",
    ],
    ["one undated", { references: [{ completed: "2025-02-01" }, { completed: "2025-02-01" }, {}] }, "unknown"],
  ],
);

describe("A.18", () => {
  const part = (value: number) => ({
    fact: "count",
    params: {
      of: "exams",
      where: {
        all: [
          { fact: "part", operator: "equal", value },
          { fact: "score", operator: "greaterThanInclusive", value: 0.8 },
        ],
      },
    },
    operator: "greaterThanInclusive",
    value: 1,
  });
  encoding("80 % on both parts", { requirement: one({ all: [part(1), part(2)] }) }, [
    [
      "85 % and 78 %",
      {
        exams: [
          { part: 1, score: 0.85 },
          { part: 2, score: 0.78 },
        ],
      },
      "unmet",
    ],
    [
      "48 of 60 and 80 %",
      {
        exams: [
          { part: 1, score: 48 / 60 },
          { part: 2, score: 0.8 },
        ],
      },
      "met",
    ],
    [
      "47 of 60",
      {
        exams: [
          { part: 1, score: 47 / 60 },
          { part: 2, score: 0.8 },
        ],
      },
      "unmet",
    ],
    ["the score of part 2 not told", { exams: [{ part: 1, score: 0.9 }, { part: 2 }] }, "unknown"],
  ]);
});

encoding(
  "A.19 a retake after a year",
  {
    requirement: one({
      all: [
        {
          fact: "count",
          params: {
            of: "exams",
            where: {
              all: [
                { fact: "passed", operator: "equal", value: false },
                { fact: "taken", operator: "after", value: { fact: "asOf", params: { plusMonths: -12 } } },
              ],
            },
          },
          operator: "equal",
          value: 0,
        },
      ],
    }),
  },
  [
    ["failed 2025-06-01", { exams: [{ passed: false, taken: "2025-06-01" }] }, "unmet"],
    ["failed 2025-01-01", { exams: [{ passed: false, taken: "2025-01-01" }] }, "met"],
    ["never sat", { exams: [] }, "met"],
    ["exams not told", {}, "unknown"],
  ],
);

encoding(
  "A.20 three years between categories",
  {
    requirement: one({
      all: [
        {
          fact: "count",
          params: {
            of: "credentials",
            where: {
              all: [
                { fact: "category", operator: "equal", value: "IMHS" },
                { fact: "awarded", operator: "onOrBefore", value: { fact: "asOf", params: { plusMonths: -36 } } },
              ],
            },
          },
          operator: "greaterThanInclusive",
          value: 1,
        },
      ],
    }),
  },
  [
    ["awarded 2024-01-01", { credentials: [{ category: "IMHS", awarded: "2024-01-01" }] }, "unmet"],
    ["awarded 2023-01-01", { credentials: [{ category: "IMHS", awarded: "2023-01-01" }] }, "met"],
  ],
);

describe("A.21", () => {
  const hours = (individual: number, group: number, untold = 0): Applicant => ({
    supervisionReceived: [
      { date: "2022-01-01", hours: individual, format: "individual" },
      { date: "2022-01-02", hours: group, format: "group" },
      ...(untold > 0 ? [{ date: "2022-01-03", hours: untold }] : []),
    ],
  });
  encoding(
    "60 hours, at least 48 individual, at most 12 group",
    {
      requirement: one({
        all: [
          {
            fact: "hours",
            params: {
              of: "supervisionReceived",
              where: { fact: "format", operator: "equal", value: "individual" },
              equivalences: ["group"],
            },
            operator: "greaterThanInclusive",
            value: 60,
          },
        ],
      }),
      equivalences: { group: { atMost: 12, where: { fact: "format", operator: "equal", value: "group" } } },
    },
    [
      ["45 + 15", hours(45, 15), "unmet"],
      ["48 + 12", hours(48, 12), "met"],
      ["60 + 0", hours(60, 0), "met"],
      ["the format of one hour not told at 47 + 12", hours(47, 12, 1), "unknown"],
    ],
  );
});

encoding(
  "A.22 no hour in two areas",
  {
    requirement: one({
      all: [
        {
          fact: "filled",
          params: {
            of: "training",
            unit: "hours",
            slots: [
              {
                id: "area-1",
                atLeast: 4,
                where: { fact: "competencies", operator: "includesAny", value: ["theoretical-foundations"] },
              },
              {
                id: "area-2",
                atLeast: 4,
                where: { fact: "competencies", operator: "includesAny", value: ["reflection"] },
              },
            ],
          },
          operator: "greaterThanInclusive",
          value: 8,
        },
      ],
    }),
  },
  [
    [
      "one 4-hour course in both areas",
      { training: [{ hours: 4, competencies: ["theoretical-foundations", "reflection"] }] },
      "unmet",
    ],
    [
      "two of them",
      {
        training: [
          { hours: 4, competencies: ["theoretical-foundations", "reflection"] },
          { hours: 4, competencies: ["theoretical-foundations", "reflection"] },
        ],
      },
      "met",
    ],
    [
      "one of 8 hours in both",
      { training: [{ hours: 8, competencies: ["theoretical-foundations", "reflection"] }] },
      "met",
    ],
  ],
);

describe("A.23", () => {
  const volunteer: Work = {
    kind: "volunteer",
    paid: false,
    start: "2020-01-01",
    end: "2021-12-31",
    prenatal: true,
    supervised: true,
    specializedTraining: true,
  };
  const { specializedTraining: _untold, ...untold } = volunteer;
  const none = { education: [], credentials: [] };
  encoding(
    "degree, CDA, two paid years, or supervised volunteering with specialized training",
    {
      requirement: {
        id: "education-or-work",
        routes: [
          {
            id: "degree",
            conditions: {
              all: [
                {
                  fact: "count",
                  params: {
                    of: "education",
                    where: { fact: "level", operator: "in", value: ["associate", "bachelor", "master", "doctorate"] },
                  },
                  operator: "greaterThanInclusive",
                  value: 1,
                },
              ],
            },
          },
          {
            id: "cda",
            conditions: {
              all: [
                {
                  fact: "count",
                  params: { of: "credentials", where: { fact: "kind", operator: "equal", value: "cda" } },
                  operator: "greaterThanInclusive",
                  value: 1,
                },
              ],
            },
          },
          {
            id: "paid-work",
            conditions: {
              all: [
                {
                  fact: "months",
                  params: {
                    of: "work",
                    where: {
                      all: [
                        { fact: "paid", operator: "equal", value: true },
                        { fact: "ages", operator: "overlaps", value: { fact: "pathway.ageBand" } },
                      ],
                    },
                  },
                  operator: "greaterThanInclusive",
                  value: 24,
                },
              ],
            },
          },
          {
            id: "volunteering",
            conditions: {
              all: [
                {
                  fact: "months",
                  params: {
                    of: "work",
                    where: {
                      all: [
                        { fact: "kind", operator: "equal", value: "volunteer" },
                        { fact: "supervised", operator: "equal", value: true },
                        { fact: "specializedTraining", operator: "equal", value: true },
                        {
                          any: [
                            { fact: "prenatal", operator: "equal", value: true },
                            { fact: "ages", operator: "overlaps", value: { fact: "pathway.ageBand" } },
                          ],
                        },
                      ],
                    },
                  },
                  operator: "greaterThanInclusive",
                  value: 24,
                },
              ],
            },
          },
        ],
      },
    },
    [
      ["doula, supervised and trained, two years", { ...none, work: [volunteer] }, "met"],
      ["not trained", { ...none, work: [{ ...volunteer, specializedTraining: false }] }, "unmet"],
      ["training not told", { ...none, work: [untold] }, "unknown"],
      ["a degree without work", { education: [{ level: "associate" }], credentials: [], work: [] }, "met"],
      ["work and credentials not told, no degree", { education: [] }, "unknown"],
    ],
  );
});

encoding(
  "A.24 30 or 33",
  {
    requirement: one({
      readings: [
        {
          id: "30",
          title: "30",
          conditions: {
            all: [{ fact: "hours", params: { of: "training" }, operator: "greaterThanInclusive", value: 30 }],
          },
        },
        {
          id: "33",
          title: "30 + 3",
          conditions: {
            all: [
              {
                fact: "filled",
                params: {
                  of: "training",
                  unit: "hours",
                  slots: [
                    { id: "general", atLeast: 30 },
                    {
                      id: "diversity",
                      atLeast: 3,
                      where: { fact: "topics", operator: "includesAny", value: ["diversity-equity-inclusion"] },
                    },
                  ],
                },
                operator: "greaterThanInclusive",
                value: 33,
              },
            ],
          },
        },
      ],
      question: { id: "30-or-33", text: "Are 3 hours on diversity, equity and inclusion asked on top of the 30?" },
    }),
  },
  [
    ["30 + 3", { training: [topic(30), topic(3, "diversity-equity-inclusion")] }, "met"],
    ["31 + 0", { training: [topic(31)] }, "unknown"],
    ["36 + 0", { training: [topic(36)] }, "unknown"],
    ["20", { training: [topic(20)] }, "unmet"],
  ],
);

encoding(
  "A.26 ten families, over all jobs",
  {
    requirement: one({
      all: [
        {
          fact: "sum",
          params: {
            of: "work",
            field: "families",
            where: { fact: "ages", operator: "overlaps", value: { fact: "pathway.ageBand" } },
          },
          operator: "greaterThanInclusive",
          value: 10,
        },
      ],
    }),
  },
  [
    [
      "6 + 5 in two jobs",
      {
        work: [
          { ages: [0, 36], families: 6 },
          { ages: [0, 24], families: 5 },
        ],
      },
      "met",
    ],
    ["9", { work: [{ ages: [0, 36], families: 9 }] }, "unmet"],
    ["one job's number not told, beside 6", { work: [{ ages: [0, 36], families: 6 }, { ages: [0, 36] }] }, "unknown"],
  ],
);

describe("A.27", () => {
  const giving: Supervision[] = [{ start: "2015-01-01" }];
  encoding(
    "three post-graduate years of giving RSC",
    {
      requirement: one({
        all: [
          {
            fact: "months",
            params: {
              of: "supervisionProvided",
              during: {
                from: {
                  fact: "earliest",
                  params: { of: "education", field: "conferred", where: { condition: "graduate" } },
                },
              },
            },
            operator: "greaterThanInclusive",
            value: 36,
          },
        ],
      }),
      conditions: shared,
    },
    [
      [
        "degree 2018-06-01",
        { education: [{ level: "master", conferred: "2018-06-01" }], supervisionProvided: giving },
        "met",
      ],
      [
        "degree 2024-06-01",
        { education: [{ level: "master", conferred: "2024-06-01" }], supervisionProvided: giving },
        "unmet",
      ],
      [
        "no graduate degree",
        { education: [{ level: "bachelor", conferred: "2010-06-01" }], supervisionProvided: giving },
        "unmet",
      ],
      ["the day of the degree not told", { education: [{ level: "master" }], supervisionProvided: giving }, "unknown"],
    ],
  );
});

encoding(
  "A.28 a criterion that nobody publishes",
  {
    requirement: {
      id: "part-two",
      questions: [{ id: "part-two", text: "Which experience of giving RSC does the association ask for?" }],
    },
  },
  [
    ["nothing told", {}, "unknown"],
    [
      "everything told",
      { supervisionProvided: [{ start: "2015-01-01", hours: 500 }], work: [], education: [] },
      "unknown",
    ],
  ],
);
