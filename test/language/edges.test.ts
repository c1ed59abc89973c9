/** Edges of amounts, days, statements and decisions. */

import { describe, expect, test } from "vitest";
import { evaluate, rulesInForce } from "../../src/index";
import type { Applicant, AssociationId } from "../../src/model/applicant";
import { parseRulebook } from "../../src/schema";
import { type Parts, pathwayOf, rawRulebook, requirementFor, rulebook, sources } from "./rulebooks";

const asking = (fact: string, params: object, value: unknown, operator = "greaterThanInclusive"): Parts => ({
  requirement: { id: "rule", routes: [{ id: "route", conditions: { fact, params, operator, value } }] },
});

describe("what is missing", () => {
  const within = (atLeastMonths: number) =>
    rulebook(asking("hours", { of: "supervisionReceived", within: { atLeastMonths, atMostMonths: 24 } }, 10));
  const sessions = (...days: string[]) => ({ supervisionReceived: days.map((date) => ({ date, hours: 8 })) });

  test("a span one day too short in a leap year has a gap", () => {
    const { gaps } = pathwayOf(within(12), sessions("2024-01-01", "2024-12-30"));
    expect(gaps).toMatchObject([{ amount: 0.04, unit: "months" }]);
    expect(requirementFor(within(12), sessions("2024-01-01", "2024-12-31")).status).toBe("met");
  });

  test("a span that is long enough, though its months are short, has none", () => {
    const book = rulebook(
      asking("hours", { of: "supervisionReceived", within: { atLeastMonths: 6, atMostMonths: 24 } }, 20),
    );
    const { gaps } = pathwayOf(book, sessions("2025-02-01", "2025-07-31"));
    expect(gaps).toMatchObject([{ amount: 4, unit: "hours" }]);
  });

  test("more than one is one more than one", () => {
    const book = rulebook(asking("count", { of: "education" }, 1, "greaterThan"));
    expect(pathwayOf(book, { education: [{ level: "master" }] }).gaps).toMatchObject([{ amount: 1, unit: "entries" }]);
    expect(pathwayOf(book, { education: [{}, {}] }).gaps).toEqual([]);
  });
});

describe("a day that is not told", () => {
  const lasting = rulebook(asking("latest", { of: "memberships", field: "until" }, "2026-06-30", "onOrAfter"));

  test("may lie after the day of judgment where it is the last one", () => {
    expect(requirementFor(lasting, { memberships: [{ purchased: "2025-12-01" }] }).status).toBe("unknown");
    expect(requirementFor(lasting, { memberships: [], unfinished: ["memberships"] }).status).toBe("unknown");
    expect(requirementFor(lasting, { memberships: [] }).status).toBe("unmet");
  });

  test("is listed as presumed where it is said to be still so", () => {
    const book = rulebook(asking("latest", { of: "credentials", field: "until" }, "2026-06-30", "onOrAfter"));
    const verdict = evaluate(
      { credentials: [{ id: "e", kind: "endorsement", status: "full" }] },
      { asOf: "2026-01-01", rulebook: book },
    );
    expect(verdict.pathways[0]?.requirements[0]?.status).toBe("met");
    expect(verdict.presumed).toEqual([{ field: "credentials.until", value: "still so", evidence: ["e"] }]);
  });
});

test("a degree told without its day counts, and is listed as presumed to be past", () => {
  const asOf = "2026-11-23";
  const book = rulebook(asking("count", { of: "education" }, 1));
  const judged = (education: Applicant["education"]) => evaluate({ education }, { asOf, rulebook: book });
  const untold = judged([{ id: "master", level: "master" }]);
  expect(untold.pathways[0]?.requirements[0]?.status).toBe("met");
  expect(untold.presumed).toEqual([{ field: "education.conferred", value: "already past", evidence: ["master"] }]);
  expect(judged([{ level: "master", conferred: "2015" }]).presumed).toEqual([]);
  expect(judged([{ level: "master", conferred: "2027" }]).pathways[0]?.requirements[0]?.status).toBe("unmet");
});

test("evidence that was accepted is never taken against the applicant", () => {
  const book = rulebook(
    asking(
      "count",
      { of: "references", where: { fact: "vetted", operator: "equal", value: false } },
      0,
      "lessThanInclusive",
    ),
  );
  const decisions = [
    {
      type: "accept",
      pathway: "IFS",
      requirement: "rule",
      evidence: ["references/r"],
      reason: "x",
      by: "y",
      on: "2025-01-01",
    },
  ] as const;
  const references = [{ id: "r", vetted: true }];
  expect(requirementFor(book, { references }).status).toBe("met");
  expect(requirementFor(book, { references, decisions }).status).toBe("met");
});

test("thousands of jobs under one long internship are judged at once", () => {
  const day = (at: number) => new Date(Date.UTC(1960, 0, 1) + at * 864e5).toISOString().slice(0, 10);
  const COUNT = 5000;
  const work = Array.from({ length: COUNT }, (_, at) => [
    { kind: "employment" as const, start: day(at * 4), end: day(at * 4) },
    { kind: "internship" as const, start: day(0), end: day(4 * COUNT) },
  ]).flat();
  const employment = { fact: "kind", operator: "equal", value: "employment" };
  const internship = { fact: "kind", operator: "equal", value: "internship" };
  const book = rulebook({
    ...asking("months", { of: "work", where: employment, equivalences: ["internships"] }, 165),
    equivalences: { internships: { where: internship, atMost: 1 } },
  });
  // 5,000 days are 164.38 months, and one month of internship is added
  expect(requirementFor(book, { work }).status).toBe("met");
});

describe("statements of an association", () => {
  const statement = { sources, confidence: "high" };
  const withOverlay = (overlay: object) =>
    parseRulebook(
      rawRulebook({
        associations: {
          "us-xx": { id: "us-xx", name: "X", jurisdiction: "US-OR", site: "https://example.org/", sources, ...overlay },
        },
      }),
    );

  test("give way to newer ones on the same thing", () => {
    const named = (name: string, from: string) => ({
      names: { IFS: { en: name } },
      inForce: { from },
      ...statement,
    });
    const year = (ends: string, from: string) => ({ year: { ends }, inForce: { from }, ...statement });
    const book = withOverlay({
      labels: [named("Old", "2010-01-01"), named("New", "2020-01-01")],
      membership: [year("06-30", "2010-01-01"), year("12-31", "2019-01-01"), { accepts: ["own"], ...statement }],
    });
    const rules = rulesInForce({ rulebook: book, association: "us-xx" as AssociationId, asOf: "2026-01-01" });
    expect(rules.pathways.map(({ id }) => id)).toEqual(["IFS"]);
    expect(rules.labels.map(({ name }) => name["en"])).toEqual(["New"]);
    expect(rules.membership.map(({ year, accepts }) => year?.ends ?? accepts)).toEqual(["12-31", ["own"]]);
  });

  const on = (offers: readonly object[], asOf: string) =>
    rulesInForce({ rulebook: withOverlay({ offers }), association: "us-xx" as AssociationId, asOf }).pathways[0]
      ?.isOffered;

  test("that withdraw a pathway from a day on leave it as it is until then", () => {
    const offers = [{ pathways: ["IFS"], offered: false, inForce: { from: "2027-01-01" }, ...statement }];
    expect(["2026-12-31", "2027-01-01"].map((day) => on(offers, day))).toEqual([true, false]);
  });

  test("that withdraw a pathway for some days leave it as it is before and after", () => {
    const offers = [{ pathways: ["IFS"], offered: false, inForce: { from: "2020", to: "2021" }, ...statement }];
    expect(["2019-12-31", "2020-01-01", "2021-12-31", "2022-01-01"].map((day) => on(offers, day))).toEqual([
      true,
      false,
      false,
      true,
    ]);
  });

  test("that offer a pathway for some days offer it in these alone", () => {
    const offers = [
      { pathways: ["IFS"], inForce: { from: "2020", to: "2021" }, ...statement },
      { pathways: ["IFS"], inForce: { from: "2023" }, ...statement },
    ];
    expect(["2019-12-31", "2020-01-01", "2022-06-01", "2023-01-01"].map((day) => on(offers, day))).toEqual([
      false,
      true,
      false,
      true,
    ]);
  });

  test("of an offer whose day is told as a year leave a question", () => {
    const offers = [{ pathways: ["IFS"], offered: true, inForce: { from: "2025" }, ...statement }];
    const questions = (asOf: string) =>
      evaluate({}, { rulebook: withOverlay({ offers }), association: "us-xx" as AssociationId, asOf }).pathways[0]
        ?.questions;
    expect(questions("2025-05-01")).toMatchObject([
      { id: "in-force/IFS", text: "From which day of 2025 is this pathway offered?" },
    ]);
    expect(questions("2026-05-01")).toEqual([]);
  });
});
