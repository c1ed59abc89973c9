/** What an association's own file does to the golden cases. */
import { expect, test } from "vitest";
import { effectsOf, groupEffects } from "../../src/cases/changes";
import type { GoldenCase } from "../../src/cases/golden";
import { embeddedRulebook } from "../../src/rules/embedded";
import { parseOverlay } from "../../src/schema";

const book = embeddedRulebook();
const sources = [{ source: "our-page" }];
const overlay = parseOverlay({
  id: "us-zz",
  name: "An association",
  jurisdiction: "US-ZZ",
  site: "https://example.org/",
  sources,
  documents: [{ id: "our-page", url: "https://example.org/rules", publisher: "An association", vintage: "2026" }],
  choose: { "training-30-or-33": "30" },
  requirements: [{ pathways: ["IFA"], remove: "membership", sources, confidence: "high" }],
});

const golden = (hours: number, asOf = "2026-01-01"): GoldenCase => ({
  id: `hours-${hours}`,
  description: "Some hours of training.",
  sources,
  applicant: { training: [{ date: "2025-01-01", hours, topics: [] }] },
  options: { asOf },
  expected: { IFA: {} },
});

test("each changed state is listed, from what to what", () => {
  expect(effectsOf(book, overlay, [golden(31)])).toEqual([
    {
      golden: "hours-31",
      description: "Some hours of training.",
      asOf: "2026-01-01",
      pathway: "IFA",
      requirement: "training",
      before: "unknown",
      after: "met",
    },
    expect.objectContaining({ requirement: "membership", before: "unknown" }),
  ]);
});

test("what the overlay does not touch is not listed", () => {
  const effects = effectsOf(book, overlay, [golden(20), golden(33, "2020-01-01")]);
  expect(effects.map(({ requirement }) => requirement)).toEqual(["membership", "membership"]);
  expect(effects.every((effect) => !("after" in effect))).toBe(true);
});

test("cases of an association are left out", () => {
  const other = { ...golden(31), options: { asOf: "2026-01-01", association: "us-ma" } } as const;
  expect(effectsOf(book, overlay, [other])).toEqual([]);
});

test("states that change alike are one group", () => {
  const effects = effectsOf(book, overlay, [golden(31), golden(20), golden(32)]);
  expect(groupEffects(effects)).toEqual([
    { pathway: "IFA", requirement: "training", before: "unknown", after: "met", cases: ["hours-31", "hours-32"] },
    { pathway: "IFA", requirement: "membership", before: "unknown", cases: ["hours-31", "hours-20", "hours-32"] },
  ]);
});
