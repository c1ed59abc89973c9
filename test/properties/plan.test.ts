/** A plan is held against `evaluate`: its evidence opens the pathway on its day, and not on the day before. */

import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { dayNumber, isoDay } from "../../src/base/calendar";
import { withEvidence } from "../../src/explain/evidence";
import { plan } from "../../src/explain/plan";
import type { Plan, PlanOptions } from "../../src/explain/plan/model";
import { evaluate } from "../../src/index";
import type { Applicant, AssociationId, Day } from "../../src/model/applicant";
import { Generator, numbers } from "../generate/applicants";
import { goldenCases } from "../generate/golden-cases";

const asOf = "2026-11-23";
const pace = { trainingHours: 3, rscHours: 2 };

const example = (name: string) => JSON.parse(readFileSync(`examples/${name}.json`, "utf8")) as Applicant;
const examples = readdirSync("examples").flatMap((file) => (file.endsWith(".json") ? [file.slice(0, -5)] : []));

function statusOn(applicant: Applicant, { pathway, pace: _, until: _until, ...options }: PlanOptions, day: Day) {
  return evaluate(applicant, { ...options, asOf: day, pathways: [pathway], detail: "status" }).pathways[0]?.status;
}

/** What a plan assumes, with what is done on its last day done on another day instead. */
function doneOn({ evidence, day = "" }: Plan, other: Day): Applicant {
  const moved = JSON.stringify(evidence, (key, value) =>
    value === day && key !== "start" && key !== "date" ? other : value,
  );
  return JSON.parse(moved) as Applicant;
}

/** Holds a plan against the judge. */
function check(applicant: Applicant, options: PlanOptions): Plan["result"] {
  const found = plan(applicant, options);
  if (found.day === undefined) {
    expect(found.because, "why there is no day").not.toEqual([]);
    return found.result;
  }
  const told = withEvidence(applicant, found.evidence);
  const status = statusOn(told, options, found.day);
  if (found.result === "eligible") expect(status).toBe("eligible");
  else expect(status).toBe("undetermined");
  if (found.day === options.asOf) return found.result;
  expect(found.because, "why the day is no earlier").not.toEqual([]);
  const before = isoDay(dayNumber(found.day) - 1);
  expect(statusOn(withEvidence(applicant, doneOn(found, before)), options, before)).not.toBe("eligible");
  return found.result;
}

describe("a plan", () => {
  test.for(examples)("%s: its evidence opens the pathway on its day, and not on the day before", (name) => {
    for (const pathway of ["IFA", "IFS", "IMHS", "ERS", "renewal"] as const) {
      check(example(name), { asOf, pathway, pace });
    }
  });

  test("generated applicants: the same, in associations too", () => {
    const generator = new Generator(goldenCases(), 11);
    const random = numbers(11);
    const pathways = ["IFA", "IFS", "IMHS", "IMHM-RF", "ECFA", "ECMHS", "ERS", "renewal", "reinstatement"] as const;
    const tally: Record<string, number> = {};
    for (let count = 0; count < 45; count++) {
      const { applicant, asOf: day } = generator.next();
      const pathway = pathways[count % pathways.length] ?? "IFA";
      const association = count % 3 === 0 ? { association: "us-mi", residence: "US-MI" } : {};
      const { residence, ...rest } = association as { association?: AssociationId; residence?: string };
      const told = residence === undefined ? applicant : { ...applicant, residence };
      const hours = { trainingHours: Math.ceil(random() * 6), rscHours: Math.ceil(random() * 3) };
      const result = check(told, { asOf: day, pathway, pace: hours, ...rest });
      tally[result] = (tally[result] ?? 0) + 1;
    }
    expect(tally["eligible"]).toBeGreaterThan(10);
    expect(tally["never"]).toBeGreaterThan(2);
  });
});
