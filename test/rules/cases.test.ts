/** Every golden case holds. */
import { describe, expect, test } from "vitest";
import { failuresOf } from "../../src/cases/golden";
import { embeddedRulebook } from "../../src/rules/embedded";
import { citations } from "../../src/rules/written";
import { parseApplicant } from "../../src/schema";
import { goldenCases, goldenFile, goldenPaths as paths, verdictOn } from "../generate/golden-cases";

const all = goldenCases();
const book = embeddedRulebook();

describe.each(paths)("%s", (path) => {
  test("every case holds", () => {
    const broken = goldenFile(path).cases.flatMap((golden) =>
      failuresOf(golden, verdictOn(golden)).map((failure) => `${golden.id}: ${failure}`),
    );
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
