import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { questions } from "../../src/explain";
import { parseApplicant } from "../../src/schema";

it("what the sources leave open is asked in plain words, translated or not", () => {
  const applicant = parseApplicant(JSON.parse(readFileSync("examples/policy-leader.json", "utf8")));
  const options = { asOf: "2026-11-29", association: "us-co", pathways: ["IMHM-P"], language: "es" } as const;
  const asked = questions(applicant, options).filter(({ to }) => to === "association");
  expect(asked.map(({ text }) => text).join("\n")).toContain("Does Colorado Association");
  expect(JSON.stringify(asked)).not.toMatch(/\p{Private_Use}/u);
});
