/** What `untried` asks for, on rules so small that every case is needed. */
import { describe, expect, test } from "vitest";
import { untried } from "../../scripts/coverage";
import type { GoldenCase } from "../../src/cases/golden";
import type { Applicant } from "../../src/model/applicant";
import type { Truth } from "../../src/model/verdict";
import { rulebook, sources } from "../language/rulebooks";

const hours = (value: number) => ({
  fact: "hours",
  params: { of: "training" },
  operator: "greaterThanInclusive",
  value,
});
const kind = (value: string) => ({ fact: "kind", operator: "equal", value });

const rules = rulebook({
  requirements: [
    { id: "training", routes: [{ id: "hours", conditions: hours(30) }] },
    {
      id: "training",
      inForce: { from: "2025-01-01" },
      routes: [
        { id: "hours", conditions: hours(33) },
        {
          id: "degree",
          conditions: { fact: "count", params: { of: "education" }, operator: "greaterThanInclusive", value: 1 },
        },
      ],
    },
    {
      id: "work",
      routes: [
        {
          id: "paid",
          conditions: {
            fact: "months",
            params: { of: "work", where: kind("employment"), equivalences: ["internship"] },
            operator: "greaterThanInclusive",
            value: 24,
          },
        },
      ],
    },
  ],
  equivalences: { internship: { where: kind("internship"), atMost: 12 } },
});

function golden(id: string, asOf: string, requirement: string, state: Truth, applicant: Applicant): GoldenCase {
  const expected = { IFS: { requirements: { [requirement]: state } } };
  return { id, description: "A case.", sources, applicant, options: { asOf }, expected };
}

const trained = (amount: number): Applicant => ({ training: [{ hours: amount }], education: [] });
const job = (start: string, end: string) => ({ kind: "employment", start, end }) as const;
const intern = (start: string, end: string) => ({ kind: "internship", start, end }) as const;

const cases: readonly GoldenCase[] = [
  golden("at-30-on-the-day-before", "2024-12-31", "training", "met", trained(30)),
  golden("at-29", "2024-06-01", "training", "unmet", trained(29)),
  golden("not-told", "2024-06-01", "training", "unknown", {}),
  golden("at-33-on-the-day", "2025-01-01", "training", "met", trained(33)),
  golden("at-32", "2026-01-01", "training", "unmet", trained(32)),
  golden("not-told-later", "2026-01-01", "training", "unknown", {}),
  golden("degree", "2026-01-01", "training", "met", { training: [], education: [{ level: "bachelor" }] }),
  golden("at-the-cap", "2026-01-01", "work", "met", {
    work: [job("2022-01-01", "2022-12-31"), intern("2023-01-01", "2023-12-31")],
  }),
  golden("over-the-cap", "2026-01-01", "work", "unmet", {
    work: [job("2022-01-01", "2022-12-15"), intern("2023-01-01", "2024-12-31")],
  }),
  golden("work-not-told", "2026-01-01", "work", "unknown", {}),
];

test("the cases leave nothing untried", () => {
  expect(untried(rules, cases)).toEqual([]);
});

describe("without the case", () => {
  test.for(cases)("$id something is untried", ({ id }) => {
    const left = untried(
      rules,
      cases.filter((one) => one.id !== id),
    );
    // nine are fewer than ten, whichever is removed: that must not be all
    expect(left.filter((sentence) => !sentence.includes("fewer than 10 cases"))).not.toEqual([]);
  });
});

test("a case that expects what is not so counts for nothing", () => {
  const wrong = cases.map((one) =>
    one.id === "at-30-on-the-day-before" ? golden(one.id, "2024-12-31", "training", "unmet", one.applicant) : one,
  );
  expect(untried(rules, wrong)).toContain("no case finds IFS/training met");
});
