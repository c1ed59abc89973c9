/** Every golden case holds. */
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { failuresOf, type GoldenFile } from "../../src/cases/golden";
import { evaluate } from "../../src/index";
import { embeddedRulebook } from "../../src/rules/embedded";
import { citations } from "../../src/rules/written";
import { parseApplicant } from "../../src/schema";

const read = (path: string) => JSON.parse(readFileSync(path, "utf8")) as GoldenFile;
const jsonIn = (folder: string) => readdirSync(folder).filter((name) => name.endsWith(".json"));
const paths = [
  ...jsonIn("cases").map((name) => `cases/${name}`),
  ...jsonIn("cases/associations").map((name) => `cases/associations/${name}`),
];
const files = paths.map((path) => ({ path, ...read(path) }));
const all = files.flatMap(({ cases }) => cases);
const book = embeddedRulebook();

describe.each(files)("$path", ({ cases }) => {
  test("every case holds", () => {
    const broken = cases.flatMap((golden) => {
      const { applicant, options, expected } = golden;
      const verdict = evaluate(parseApplicant(applicant), { ...options, pathways: Object.keys(expected) });
      return failuresOf(golden, verdict).map((failure) => `${golden.id}: ${failure}`);
    });
    expect(broken).toEqual([]);
  });
});

describe("the cases", () => {
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
    const expected = [...book.order.map((id) => `cases/${id}.json`)].sort();
    expect(paths.filter((path) => !path.includes("associations")).sort()).toEqual(expected);
    const associations = Object.keys(book.associations).map((id) => `cases/associations/${id}.json`);
    expect(paths.filter((path) => path.includes("associations")).sort()).toEqual(associations.sort());
  });
});
