/** A coordinator's decisions: honored, visible, and listed where they match nothing. */
import { describe, expect, test } from "vitest";
import { evaluate } from "../../src/index";
import type { Applicant, Decision } from "../../src/model/applicant";
import { parseApplicant, parseRulebook } from "../../src/schema";
import { judge } from "../../src/verdict/judge";
import { rawRulebook } from "./rulebooks";

const decision = (more: Partial<Decision>): Decision => ({
  id: "d1",
  type: "waive",
  pathway: "IFA",
  requirement: "training",
  reason: "trained abroad",
  by: "the coordinator",
  on: "2025-06-01",
  ...more,
});
const told: Applicant = {
  training: [{ id: "course", date: "2025-01-01", hours: 10, topics: [] }],
  people: [{ id: "nobody", endorsements: [] }],
  supervisionReceived: [
    { id: "s", start: "2023-01-01", end: "2024-02-28", hours: 24, provider: "nobody", ages: [0, 36] },
  ],
};
const judged = (decisions: readonly Decision[], options: object = {}) =>
  evaluate(parseApplicant({ ...told, decisions }), {
    asOf: "2026-01-01",
    pathways: ["IFA", "IFS"],
    detail: "account",
    ...options,
  });
const requirement = (verdict: ReturnType<typeof judged>, pathway: string, id: string) =>
  verdict.pathways.find((one) => one.pathway === pathway)?.requirements.find((one) => one.id === id);

describe("a waiver", () => {
  test("sets one requirement of one pathway aside, and is shown", () => {
    const verdict = judged([decision({})]);
    expect(requirement(verdict, "IFA", "training")).toMatchObject({
      status: "met",
      decisions: [{ decision: "decisions/d1", type: "waive" }],
    });
    expect(requirement(verdict, "IFS", "training")).toMatchObject({ status: "unmet" });
    expect(requirement(verdict, "IFS", "training")).not.toHaveProperty("decisions");
    expect(verdict.pathways[0]?.gaps.map((gap) => gap.requirement)).not.toContain("training");
    expect(verdict.unusedDecisions).toEqual([]);
  });

  test("holds from its first to its last day", () => {
    const status = (asOf: string) =>
      requirement(judged([decision({ until: "2025-12-31" })], { asOf }), "IFA", "training")?.status;
    expect(["2025-05-31", "2025-06-01", "2025-12-31", "2026-01-01"].map(status)).toEqual([
      "unmet",
      "met",
      "met",
      "unmet",
    ]);
  });

  test("of which only the month is told sets nothing aside for certain within that month", () => {
    const status = (asOf: string) =>
      requirement(judged([decision({ on: "2025-06", until: "2025-12" })], { asOf }), "IFA", "training")?.status;
    expect(["2025-05-31", "2025-06-15", "2025-06-30", "2025-11-30", "2025-12-15", "2026-01-01"].map(status)).toEqual([
      "unmet",
      "unknown",
      "met",
      "met",
      "unknown",
      "unmet",
    ]);
  });

  test("does not show why and by whom: the verdict copies no personal content", () => {
    expect(JSON.stringify(judged([decision({})]))).not.toMatch(/trained abroad|the coordinator/);
  });
});

describe("accepted evidence", () => {
  test("counts toward that requirement only", () => {
    const accept = decision({
      type: "accept",
      pathway: "IFS",
      requirement: "rsc",
      evidence: ["supervisionReceived/s"],
    });
    const verdict = judged([accept]);
    expect(requirement(verdict, "IFS", "rsc")).toMatchObject({
      status: "met",
      decisions: [{ type: "accept", evidence: ["supervisionReceived/s"] }],
    });
    expect(requirement(judged([]), "IFS", "rsc")?.status).toBe("unmet");
    const counted = Object.values(verdict.measures).flatMap((one) => ("counted" in one ? one.counted : []));
    expect(counted).toContainEqual({ evidence: ["s"], amount: 24 });
  });
});

describe("a decision that matches nothing is listed", () => {
  test.for([
    ["unknown-pathway", { pathway: "IFZ" }, {}],
    ["unknown-requirement", { requirement: "trainings" }, {}],
    ["not-in-force", { on: "2027-01-01" }, {}],
    ["not-in-force", { until: "2025" }, {}],
    ["imprecise", { on: "2026" }, {}],
    ["other-association", { association: "us-or" }, { association: "us-wa" }],
    ["not-judged", { pathway: "IMHS" }, {}],
  ] as const)("%s", ([because, more, options]) => {
    expect(judged([decision(more)], options).unusedDecisions).toEqual([{ decision: "decisions/d1", because }]);
  });
});

test("a decision on a requirement that was renamed lives on", () => {
  const hours = { fact: "hours", params: { of: "training" }, operator: "greaterThanInclusive", value: 30 };
  const raw = rawRulebook({ requirement: { id: "training", routes: [{ id: "route", conditions: hours }] } });
  Object.assign(raw, {
    renamed: [
      { from: "IFS/old", to: "IFS/older" },
      { from: "IFS/older", to: "IFS/training" },
    ],
  });
  const rulebook = parseRulebook(raw);
  const decisions = [decision({ pathway: "IFS", requirement: "old" })];
  const { pathways, unusedDecisions } = judge({ training: [], decisions }, { rulebook, asOf: "2026-01-01" });
  expect(pathways[0]?.requirements[0]?.status).toBe("met");
  expect(unusedDecisions).toEqual([]);
});
