/** Every golden case holds. */
import { describe, expect, test } from "vitest";
import { expectedPathways, failuresOf } from "../../src/cases/golden";
import { evaluate } from "../../src/index";
import { embeddedRulebook } from "../../src/rules/embedded";
import { citations } from "../../src/rules/written";
import { parseApplicant } from "../../src/schema";
import { goldenCases, goldenFile, goldenPaths as paths } from "../generate/golden-cases";
import { runIn } from "../generate/zones";

const all = goldenCases();
const book = embeddedRulebook();

// whoever judges asks base/calendar alone for days, as lint sees to, and that is tried in every zone: one a file is enough
const zonesOfCases = ["America/New_York", "Pacific/Apia"];

describe.each(zonesOfCases)("in %s", (zone) => {
  runIn(zone);

  test.for(paths.filter((_, at) => zonesOfCases[at % 2] === zone))("%s: every case holds", (path) => {
    expect(process.env["TZ"]).toBe(zone);
    const broken = goldenFile(path).cases.flatMap((golden) => {
      const { applicant, options, expected } = golden;
      const pathways = expectedPathways({ expected });
      // judged here: what other tests judged was judged in their zone
      const verdict = evaluate(applicant, { ...options, pathways, detail: "account" });
      return failuresOf(golden, verdict).map((failure) => `${golden.id}: ${failure}`);
    });
    expect(broken).toEqual([]);
  });
});

describe("the cases", () => {
  test("are of applicants that are read as they are written", () => {
    expect(all.map(({ applicant }) => parseApplicant(applicant))).toEqual(all.map(({ applicant }) => applicant));
  });

  test("have ids of their own", () => {
    const ids = all.map(({ id }) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  test("cite known documents", () => {
    const known = new Set(book.sources.map(({ id }) => id));
    const unknown = all.flatMap(({ id, sources }) =>
      citations(sources).flatMap(({ source }) => (known.has(source) ? [] : [id])),
    );
    expect(unknown).toEqual([]);
    expect(all.filter(({ sources }) => sources.length === 0)).toEqual([]);
  });

  test("expect something", () => {
    expect(all.filter(({ expected }) => Object.values(expected).every((one) => Object.keys(one).length === 0))).toEqual(
      [],
    );
  });

  test("there is a file for every pathway and association", () => {
    // scholarships are small, and share one
    const kinds = new Map(
      Object.values(book.pathways).flatMap(({ pathways }) => pathways.map(({ id, kind }) => [id, kind] as const)),
    );
    const names = book.order.map((id) => (kinds.get(id) === "scholarship" ? "scholarship" : id));
    const expected = [...new Set(names)].map((name) => `cases/${name}.json`).sort();
    expect(paths.filter((path) => !path.includes("associations")).sort()).toEqual(expected);
    const associations = Object.keys(book.associations).map((id) => `cases/associations/${id}.json`);
    expect(paths.filter((path) => path.includes("associations")).sort()).toEqual(associations.sort());
  });
});
