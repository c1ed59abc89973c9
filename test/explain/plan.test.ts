/** A plan is held against `evaluate`: its evidence opens the pathway on its day, and on no day before. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { dayNumber, isoDay } from "../../src/base/calendar";
import { withEvidence } from "../../src/explain/evidence";
import { plan } from "../../src/explain/plan";
import type { Plan, PlanOptions } from "../../src/explain/plan/model";
import { evaluate } from "../../src/index";
import type { Applicant, Day } from "../../src/model/applicant";

const asOf = "2026-11-23";
const pace = { trainingHours: 3, rscHours: 2 };

const example = (name: string) => JSON.parse(readFileSync(`examples/${name}.json`, "utf8")) as Applicant;

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

describe("a plan", () => {
  test("no day before it would do: every day is tried", () => {
    for (const [name, pathway] of [
      ["child-care-teacher", "IFA"],
      ["reflective-supervisor", "ERS"],
      ["renewing-endorsee", "renewal"],
      ["doula-volunteer", "IFA"],
    ] as const) {
      const options = { asOf, pathway, pace };
      const found = plan(example(name), options);
      for (let day = dayNumber(asOf); day < dayNumber(found.day ?? asOf); day++) {
        const iso = isoDay(day);
        expect(statusOn(withEvidence(example(name), doneOn(found, iso)), options, iso), iso).not.toBe("eligible");
      }
    }
  });

  test("says why the day is no earlier", () => {
    const { day, because } = plan(example("child-care-teacher"), { asOf, pathway: "IFS", pace });
    expect(day).toBe("2028-11-21");
    expect(because).toMatchObject([{ requirement: "work", kind: "time", of: "work", need: 24, unit: "months" }]);
  });

  test("a faster pace is never later", () => {
    const days = [1, 2, 3, 6, 12].map((trainingHours) => {
      const told: Applicant = { ...example("child-care-teacher"), training: [] };
      return plan(told, { asOf, pathway: "IFA", pace: { trainingHours } }).day ?? "9999";
    });
    expect([...days].sort().reverse()).toEqual(days);
    expect(days[0]).toBe("2029-08-23");
  });

  test("says when a pace never gets there, and what cannot be planned", () => {
    const { result, because } = plan(
      { ...example("child-care-teacher"), training: [] },
      { asOf, pathway: "IFA", pace: {} },
    );
    expect([result, because.map(({ requirement, kind }) => [requirement, kind])]).toEqual([
      "never",
      [["training", "pace"]],
    ]);
    const specialist = plan(example("child-care-teacher"), { asOf, pathway: "IMHS", pace });
    expect(specialist.because).toMatchObject([{ requirement: "education", kind: "evidence", of: "education" }]);
  });

  test("a degree that is on its way counts from its day on", () => {
    const told = example("child-care-teacher");
    const student: Applicant = {
      ...told,
      education: [{ level: "master", field: "social-work", conferred: "2027-05-15" }],
    };
    const { result, day = "" } = plan(student, { asOf, pathway: "IMHS", pace: { trainingHours: 3, rscHours: 4 } });
    expect([result, day > "2027-05-15"]).toEqual(["eligible", true]);
    // at 2 hours a month, 50 hours never fall into two years
    const slow = plan(student, { asOf, pathway: "IMHS", pace });
    expect(slow.because).toMatchObject([{ requirement: "rsc", kind: "pace", need: 50 }]);
  });

  test("who lives elsewhere is told where to apply, and no plan is made up", () => {
    const { result, whereToApply, steps } = plan(
      { ...example("child-care-teacher"), residence: "US-TX" },
      { asOf, pathway: "IFA", pace, association: "us-az" },
    );
    expect([result, steps]).toEqual(["never", []]);
    expect(whereToApply?.association).toBe("us-tx");
  });

  test("a pace is hours a month", () => {
    expect(() => plan({}, { asOf, pathway: "IFA", pace: { trainingHours: -1 } })).toThrow(
      "hours a month, from 0 to 744",
    );
  });
});
