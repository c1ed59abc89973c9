/** What many verdicts come to together, and how that is told. */
import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addVerdict, BANDS, type Cohort, emptyCohort, joinCohort } from "../../src/batch/cohort";
import { cohortReport } from "../../src/batch/report";
import { reportHtml } from "../../src/batch/report-html";
import { reportMarkdown } from "../../src/batch/report-markdown";
import { evaluate, rulesInForce } from "../../src/index";
import type { Applicant } from "../../src/model/applicant";
import { goldenCases } from "../generate/golden-cases";

const options = { asOf: "2026-11-23", pathways: ["IFS", "IMHS", "IFRS"] } as const;
const examples = readdirSync("examples")
  .filter((name) => name.endsWith(".json"))
  .map((name) => JSON.parse(readFileSync(`examples/${name}`, "utf8")) as Applicant);
const golden = goldenCases()
  .filter(({ options: { association }, expected }) => association === undefined && "IFS" in expected)
  .slice(0, 120 - examples.length);
const verdicts = [...examples, ...golden.map(({ applicant }) => applicant)].map((one) => evaluate(one, options));

function cohortOf(some: typeof verdicts, first = 1): Cohort {
  const cohort = emptyCohort();
  some.forEach((verdict, at) => addVerdict(cohort, { line: first + at, id: `a-${first + at}` }, verdict));
  return cohort;
}

const whole = cohortOf(verdicts);

describe("a cohort", () => {
  test("is the same in whatever parts it is added up", () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: verdicts.length }), { maxLength: 5 }), (cuts) => {
        const ends = [...cuts, verdicts.length].sort((a, b) => a - b);
        const joined = emptyCohort();
        let from = 0;
        for (const to of ends) {
          joinCohort(joined, JSON.parse(JSON.stringify(cohortOf(verdicts.slice(from, to), from + 1))) as Cohort);
          from = to;
        }
        expect(joined).toEqual(whole);
      }),
      { numRuns: 30 },
    );
  });

  test("counts what the verdicts say", () => {
    const ifs = verdicts.map(({ pathways }) => pathways.find(({ pathway }) => pathway === "IFS"));
    const counted = whole.pathways["IFS"];
    const having = (status: string) => ifs.filter((one) => one?.status === status).length;
    expect(whole.judged).toBe(verdicts.length);
    expect(having("eligible")).toBeGreaterThan(0);
    expect(counted?.statuses.eligible).toBe(having("eligible"));
    expect(counted?.lacking.reduce((sum, count) => sum + count, 0)).toBe(having("not-yet") + having("undetermined"));
    const lackingRsc = ifs.filter(
      (one) => one?.status !== "eligible" && one?.requirements.find(({ id }) => id === "rsc")?.status === "unmet",
    ).length;
    expect(counted?.requirements["rsc"]?.unmet).toBe(lackingRsc);
    for (const { people, bands } of Object.values(counted?.hours ?? {})) {
      expect(bands.reduce((sum, count) => sum + count, 0)).toBe(people);
      expect(bands.length).toBeLessThanOrEqual(BANDS.length + 1);
    }
  });

  test("names who lacks least, in order", () => {
    const nearest = whole.pathways["IFS"]?.nearest ?? [];
    expect(nearest.length).toBe(10);
    const lacks = nearest.map((one) => one.lacks.length);
    expect(lacks).toEqual([...lacks].sort((a, b) => a - b));
  });
});

describe("a report", () => {
  const report = cohortReport({ cohort: whole, refused: 3, rules: rulesInForce(options), association: "A & B" });

  test("tells how many, of whom, and by which rules", () => {
    expect(report.title).toBe("120 applicants on 2026-11-23");
    expect(report.opening.join(" ")).toMatch(/rules of A & B as of 2026-11-23.*3 lines could not be judged/);
    expect(report.overview.rows.map(([first]) => first?.split(" ")[0])).toEqual(["IFS", "IFRS", "IMHS"]);
  });

  test("has no chart of a pathway that is not offered", () => {
    expect(report.pathways.map(({ id }) => id)).toEqual(["IFS", "IMHS"]);
  });

  test("names requirements by their titles", () => {
    const [ifs] = report.pathways;
    expect(ifs?.charts.map(({ title }) => title)).toContain("The most common gaps");
    expect(JSON.stringify(ifs)).not.toContain('"rsc');
  });

  test("is written with the same numbers in Markdown and in HTML", () => {
    const [text, page] = [reportMarkdown(report), reportHtml(report)];
    for (const { charts } of report.pathways) {
      for (const { bars } of charts) {
        for (const { count } of bars) {
          expect(text).toContain(`| ${count} |`);
          expect(page).toContain(`<td class="number">${count}</td>`);
        }
      }
    }
  });

  test("obeys no id", () => {
    const cohort = emptyCohort();
    const id = '<script>alert("x")</script>|[a](javascript:b)\n# c';
    addVerdict(cohort, { line: 1, id }, verdicts[0] as (typeof verdicts)[0]);
    const nasty = cohortReport({ cohort, refused: 0, rules: rulesInForce(options) });
    expect(reportHtml(nasty)).not.toContain("<script>");
    const row = reportMarkdown(nasty)
      .split("\n")
      .find((line) => line.includes("alert"));
    expect(row).toContain("\\<script\\>");
    expect(row).toContain("\\|\\[a\\]");
    expect(row).toContain("\\# c");
  });
});
