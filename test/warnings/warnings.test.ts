/** What looks wrong: each kind with its place, what is right beside it, and never a change of verdict. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { explainWarnings } from "../../src/explain";
import { type Applicant, evaluate, type Training, type WarningCode, warningCodes, warnings } from "../../src/index";
import { cli } from "../cli/terminal";
import { Generator } from "../generate/applicants";
import { goldenCases } from "../generate/golden-cases";

interface Example {
  readonly code: WarningCode;
  readonly what: string;
  readonly wrong: Applicant;
  /** The path, and the others that it is about. */
  readonly at: readonly string[];
  readonly advice: string;
  /** What is so near to it and still right. */
  readonly right: readonly Applicant[];
}

const session = { date: "2025-03-03", hours: 1.5, provider: "consultant" };
const span = { start: "2025-01-01", end: "2025-06-30", hours: 12, provider: "consultant" };
const manyHours = (hours: readonly number[]): readonly Training[] =>
  Array.from({ length: 20 }, (_, day) => ({
    date: `2025-03-${String(day + 1).padStart(2, "0")}`,
    hours: hours[day % hours.length] as number,
  }));
const job = { start: "2020-01-01", end: "2022-12-31", fullTimeShare: 1 };

const examples: readonly Example[] = [
  {
    code: "same-entry-twice",
    what: "the same session twice, its fields in another order",
    wrong: { supervisionReceived: [session, { id: "b", provider: "consultant", hours: 1.5, date: "2025-03-03" }] },
    at: ["/supervisionReceived/1", "/supervisionReceived/0"],
    advice: "Remove one, unless it happened twice.",
    right: [{ supervisionReceived: [session, { ...session, format: "group" }] }, { training: [{}, {}] }],
  },
  {
    code: "same-person-twice",
    what: "one name under two ids",
    wrong: {
      people: [
        { id: "maria", name: "Maria Lopez" },
        { id: "ml", name: "maria lopez " },
      ],
    },
    at: ["/people/1/name", "/people/0/name"],
    advice: "use one id everywhere",
    right: [{ people: [{ id: "maria", name: "Maria Lopez" }, { id: "dana" }, { id: "lee" }] }],
  },
  {
    code: "counted-twice",
    what: "a session within a span of sessions with the same provider",
    wrong: { supervisionReceived: [{ ...span, end: "2025-01-31" }, span, session] },
    at: ["/supervisionReceived/2", "/supervisionReceived/1"],
    advice: "remove one of the two",
    right: [
      { supervisionReceived: [span, { ...session, provider: "somebody-else" }] },
      { supervisionReceived: [span, { ...session, date: "2025-07-01" }] },
      {
        supervisionReceived: [
          { ...span, format: "individual" },
          { ...session, format: "group" },
        ],
      },
    ],
  },
  {
    code: "more-than-a-day",
    what: "25 hours on one day, in several collections",
    wrong: {
      training: [
        { date: "2025-03-03", hours: 8 },
        { date: "2025-03-03", hours: 13, title: "Again" },
      ],
      supervisionReceived: [{ date: "2025-03-03", hours: 4 }],
    },
    at: ["/training/0/hours", "/training/1/hours", "/supervisionReceived/0/hours"],
    advice: "Correct the hours or the days.",
    right: [
      { training: [{ date: "2025-03-03", hours: 24 }] },
      { training: [{ date: "2025-03-03", hours: 40, kind: "course" }] },
    ],
  },
  {
    code: "long-session",
    what: "a session of nine hours",
    wrong: { supervisionProvided: [{ date: "2025-03-03", hours: 9 }] },
    at: ["/supervisionProvided/0/hours"],
    advice: "tell start and end instead of date",
    right: [{ supervisionProvided: [{ date: "2025-03-03", hours: 8 }, span] }],
  },
  {
    code: "hours-like-ceus",
    what: "0.6 hours",
    wrong: { training: [{ date: "2025-03-03", hours: 0.6 }] },
    at: ["/training/0/hours"],
    advice: "If the certificate says 0.6 CEU, tell ceus instead of hours.",
    right: [{ training: [0.5, 0.25, 0.75, 1, 1.5, 3.2, 12.4, 20 / 60].map((hours) => ({ hours })) }],
  },
  {
    code: "hours-rounded",
    what: "twenty entries of whole hours",
    wrong: { training: manyHours([1, 2, 3]) },
    at: ["/training"],
    advice: "90 minutes are 1.5",
    right: [
      { training: manyHours([1, 2, 2.5]) },
      { training: manyHours([1, 2]).slice(1) },
      { training: manyHours([1]) },
    ],
  },
  {
    code: "ages-like-years",
    what: "children of birth to three months",
    wrong: { work: [{ ages: [0, 36] }, { ages: [0, 3] }] },
    at: ["/work/1/ages"],
    advice: "If they are years, write [0, 36].",
    right: [{ work: [{ ages: [0, 36] }, { ages: [36, 72] }, { ages: [0, 9] }] }],
  },
  {
    code: "two-full-time-jobs",
    what: "two full-time jobs that share more than a month",
    wrong: { work: [{ start: "2022-06-01", hoursPerWeek: 40 }, job] },
    at: ["/work/0", "/work/1"],
    advice: "tell the share of full time of each",
    right: [
      { work: [job, { ...job, start: "2022-12-15", end: "2024-12-31" }] },
      { work: [job, { ...job, fullTimeShare: 0.5 }] },
      { work: [job, { fullTimeShare: 1 }] },
    ],
  },
  {
    code: "degree-before-fifteen",
    what: "a degree at fourteen",
    wrong: { born: "1990", education: [{ level: "bachelor", conferred: "2004-05-15" }] },
    at: ["/education/0/conferred", "/born"],
    advice: "Correct one of the two.",
    right: [
      { born: "1990", education: [{ conferred: "2005-01-01" }, {}] },
      { education: [{ conferred: "2004-05-15" }] },
    ],
  },
  {
    code: "country-like-state",
    what: "Tunisia, where Tennessee may be meant",
    wrong: { residence: "TN" },
    at: ["/residence"],
    advice: 'If a state is meant, write "US-TN".',
    right: [{ residence: "US-TN" }, { residence: "IE" }, { residence: "US" }],
  },
  {
    code: "oneself",
    what: "a provider of reflective supervision who is oneself",
    wrong: {
      id: "dana-wu",
      people: [{ id: "dana-wu" }, { id: "x", name: "Self" }],
      supervisionReceived: [{ provider: "dana-wu" }],
      references: [{ rater: "x" }],
    },
    at: ["/supervisionReceived/0/provider"],
    advice: "Nobody is one's own provider",
    right: [
      {
        id: "dana-wu",
        people: [{ id: "maria" }, { id: "dana-wu" }],
        supervisionReceived: [{ provider: "maria" }],
        supervisionProvided: [{ provider: "dana-wu" }],
      },
    ],
  },
];

test("every kind has an example", () => {
  expect(new Set(examples.map(({ code }) => code))).toEqual(new Set(warningCodes));
});

describe.for(examples)("$code", ({ code, what, wrong, at, advice, right }) => {
  test(what, () => {
    const found = warnings(wrong).filter((one) => one.code === code);
    const [first] = found;
    expect([first?.pointer, ...(first?.others ?? [])]).toEqual(at);
    expect(`${first?.message}. ${first?.advice}`).toContain(advice);
    expect(first?.advice).toMatch(/^[A-Z].*\.$/);
  });

  test.for(right.map((applicant) => [JSON.stringify(applicant).slice(0, 80), applicant] as const))(
    "not %s",
    ([, applicant]) => {
      expect(warnings(applicant).filter((one) => one.code === code)).toEqual([]);
    },
  );
});

test("a rater who is oneself is told too", () => {
  const { wrong } = examples.find(({ code }) => code === "oneself") as Example;
  expect(warnings(wrong).map(({ pointer }) => pointer)).toContain("/references/0/rater");
});

test("stand in the order of the collections", () => {
  const all = Object.assign({}, ...examples.map(({ wrong }) => wrong)) as Applicant;
  const names = warnings(all).map(({ pointer }) => pointer.split("/")[1]);
  expect(new Set(names).size).toBeGreaterThan(3);
  expect(names.filter((name, index) => name !== names[index - 1])).toEqual([...new Set(names)]);
});

test("are worded in English as they are, and in every language without a gap", () => {
  for (const one of examples.flatMap(({ wrong }) => warnings(wrong))) {
    const { pointer, message, advice } = one;
    expect(explainWarnings([one])).toBe(`Look at these again\n  • ${pointer}: ${message}. ${advice}\n`);
    const spanish = explainWarnings([one], { language: "es" });
    expect(spanish).toMatch(/^Revise esto otra vez\n {2}• [\w/]+: [^{}]+\. [^{}]+\.\n$/);
    expect(spanish).not.toMatch(/undefined|\b(?:the|of|same|hours are|told)\b/);
  }
});

test("nothing told, nothing wrong", () => {
  expect(warnings({})).toEqual([]);
});

test("are computed in time that grows with the evidence, not with its square", () => {
  const sessions = Array.from({ length: 20_000 }, (_, index) => ({ ...span, title: `${index}` }));
  const applicant: Applicant = {
    supervisionReceived: [...sessions, ...sessions.map(({ title }) => ({ ...session, title }))],
    work: Array.from({ length: 20_000 }, () => job),
  };
  const start = performance.now();
  expect(warnings(applicant).length).toBeGreaterThan(20_000);
  expect(performance.now() - start).toBeLessThan(5_000);
});

test("neither throw nor change what they are given, for applicants like those of the golden cases", () => {
  const generator = new Generator(goldenCases(), 11);
  const counts = new Map<string, number>();
  for (let turn = 0; turn < 300; turn++) {
    const { applicant, asOf } = generator.next();
    const before = JSON.stringify(applicant);
    for (const { code, pointer, others } of warnings(applicant)) {
      counts.set(code, (counts.get(code) ?? 0) + 1);
      for (const one of [pointer, ...others])
        expect(one, one).toMatch(/^\/(?:born|residence|\w+(?:\/\d+(?:\/\w+)?)?)$/);
    }
    expect(JSON.stringify(applicant)).toBe(before);
    if (turn < 3) expect(evaluate(applicant, { asOf }).asOf).toBe(asOf);
  }
  expect(counts.size).toBeGreaterThan(1);
});

test("an id decides nothing", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10_000 }), (seed) => {
      const { applicant } = new Generator(goldenCases(), seed).next();
      const named: Applicant = {
        ...applicant,
        training: (applicant.training ?? []).map((entry, index) => ({ ...entry, id: `t${index}` })),
      };
      const codes = (one: Applicant) => warnings(one).map(({ code, pointer }) => `${code} ${pointer}`);
      expect(codes(named)).toEqual(codes({ ...applicant, training: applicant.training ?? [] }));
    }),
    { numRuns: 20 },
  );
});

describe("on the command line", () => {
  const judged = async (applicant: Applicant, ...more: string[]) =>
    (await cli(["evaluate", "-", "--as-of", "2026-11-23", ...more], { stdin: JSON.stringify(applicant) })).out;

  test("stand below the verdict, with place and advice", async () => {
    const out = await judged({ training: [{ date: "2025-03-03", hours: 0.6 }] });
    expect(out.replace(/\s+/g, " ")).toContain(
      "Look at these again • /training/0/hours: 0.6 hours are 36 minutes, which looks like 0.6 CEU. If the certificate says",
    );
  });

  test("are at most ten, and counted", async () => {
    const out = await judged({ training: Array.from({ length: 13 }, () => ({ hours: 0.6 })) });
    expect(out.match(/^ {2}• \/training/gm)).toHaveLength(10);
    expect(out).toContain("\n15 more\n");
  });

  test("are no part of a verdict", async () => {
    const out = await judged({ training: [{ hours: 0.6 }] }, "--format", "json");
    expect(out).not.toContain("CEU");
    expect(await judged({ training: [{ hours: 0.5 }] })).not.toContain("Look at these again");
  });
});
