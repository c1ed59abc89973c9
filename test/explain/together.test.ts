/** Amounts that two measures lack may be the same hours: it is said, and they are not added up. */
import { describe, expect, test } from "vitest";
import { explain, progress } from "../../src/explain";
import { type Applicant, evaluate } from "../../src/index";

const options = { asOf: "2026-11-23", pathways: ["IMHM-C"], detail: "account" } as const;
const session = (hours: number, about: "direct-service" | "rsc-provided") =>
  ({ date: "2026-03-02", hours, about: [about], format: "individual", ages: [0, 36], provider: "mentor" }) as const;
const mentor = { id: "mentor", endorsements: [{ category: "IMHM-C", since: "2015-01-01" }] } as const;

/** Someone who lacks 2 of 50 hours, and 1.5 of the 25 that must be about the supervision provided. */
const told = (...more: readonly ReturnType<typeof session>[]): Applicant => ({
  people: [mentor],
  supervisionReceived: [
    { ...session(24.5, "direct-service"), date: "2025-06-02" },
    { ...session(23.5, "rsc-provided"), date: "2025-05-02" },
    ...more,
  ],
});

const verdictOn = (applicant: Applicant) => evaluate(applicant, options);
const rscOf = (applicant: Applicant) => verdictOn(applicant).pathways[0]?.requirements.find(({ id }) => id === "rsc");

describe.for([
  [
    "en",
    "2 hours of reflective supervision received, and 1.5 hours of reflective supervision received for a further condition (they may be the same hours)",
  ],
  [
    "es",
    "2 horas de supervisión reflexiva recibida, y 1.5 horas de supervisión reflexiva recibida para otra condición (pueden ser las mismas horas)",
  ],
] as const)("in %s", ([language, words]) => {
  test.for(["line", "checklist", "full"] as const)("%s", (detail) => {
    const text = explain(verdictOn(told()), { language, detail });
    expect(text).toContain(words);
    expect(text).not.toMatch(/\b3[.,]5 h/);
  });
});

test("each is a part of its own, by its measure", () => {
  const parts = progress(verdictOn(told())).find(({ requirement }) => requirement === "rsc")?.parts ?? [];
  const lacking = parts.filter(({ have, need, unit }) => unit === "hours" && have < need);
  expect(new Set(lacking.map(({ need, have }) => need - have))).toEqual(new Set([2, 1.5]));
  expect(new Set(lacking.map(({ measure }) => measure)).size).toBeGreaterThan(1);
});

test("the same 2 hours fill both, and a minute less does not", () => {
  const before = rscOf(told())?.status;
  expect(before).toBe("unmet");
  expect(rscOf(told(session(2, "rsc-provided")))?.status).not.toBe("unmet");
  expect(rscOf(told(session(2 - 1 / 60, "rsc-provided")))?.status).toBe("unmet");
  expect(rscOf(told(session(3.5, "direct-service")))?.status).toBe("unmet");
});
