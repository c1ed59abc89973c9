/** Bounds of the caller: lower than those of the package, for input of strangers. */
import { describe, expect, test } from "vitest";
import { evaluateMany } from "../../src/batch";
import { readTable, readTableByApplicant } from "../../src/import";
import { rulebook } from "../../src/index";
import {
  ApplicantError,
  type ApplicantIssue,
  type ApplicantLimits,
  parseApplicant,
  parseOverlay,
  parseRulebook,
  safeParseApplicant,
  safeParseOverlay,
  safeParseRulebook,
} from "../../src/schema";

const issuesOf = (input: unknown, limits: ApplicantLimits): readonly ApplicantIssue[] => {
  const read = safeParseApplicant(input, { limits });
  return read.success ? [] : read.issues;
};

describe("an applicant", () => {
  const training = [{ hours: 1, topics: ["other"] }, { hours: 2 }, { hours: 3 }];

  test("may have as many entries, levels and values as the caller allows, and one more is refused", () => {
    expect(parseApplicant({ training }, { limits: { entries: 3, depth: 3, values: 10 } })).toEqual({ training });
    expect(issuesOf({ training }, { entries: 2 })).toEqual([
      {
        code: "too-many-entries",
        pointer: "",
        expected: "at most 2 entries, which limits.entries allows",
        received: "3",
        message:
          "expected at most 2 entries, which limits.entries allows, received 3; leave the oldest out, or raise limits.entries",
      },
    ]);
    expect(issuesOf({ training }, { depth: 2 })).toMatchObject([
      { code: "too-deep", pointer: "/training/0/topics", message: expect.stringContaining("or raise limits.depth") },
    ]);
    expect(issuesOf({ training }, { values: 9 })).toMatchObject([
      { code: "too-many-values", message: expect.stringContaining("at most 9 values, which limits.values allows") },
    ]);
  });

  test("is told of entries inside of entries, too", () => {
    const people = [{ id: "a", endorsements: [{ category: "IFS" }, { category: "IFA" }] }];
    expect(issuesOf({ people }, { entries: 2 })).toMatchObject([{ code: "too-many-entries", received: "3" }]);
    expect(issuesOf({ people }, { entries: 3 })).toEqual([]);
  });

  test("is bounded by the package alone where the caller says nothing", () => {
    expect(issuesOf({ training }, {})).toEqual([]);
    expect(parseApplicant({ training }, { limits: { entries: undefined } })).toEqual({ training });
  });
});

test.each<readonly [limits: unknown, pointer: string, message: string]>([
  [{ entries: 100_001 }, "/options/limits/entries", "a whole number from 1 to 100000, received 100001; lower it"],
  [{ depth: 0 }, "/options/limits/depth", "a whole number from 1 to 64"],
  [{ depth: 1.5 }, "/options/limits/depth", "a whole number from 1 to 64"],
  [{ entries: "9" }, "/options/limits/entries", "a whole number from 1 to 100000"],
  [{ rows: 9 }, "/options/limits/rows", "some of: entries, depth, values"],
  [9, "/options/limits", "an object with entries, depth, values"],
])("a bound that is none, or higher, is refused: %j", (limits, pointer, message) => {
  const options = { limits } as never;
  for (const read of [parseApplicant, safeParseApplicant]) {
    expect(() => read({}, options)).toThrow(ApplicantError);
    expect(() => read({}, options)).toThrow(`${pointer}: expected ${message}`);
  }
  expect(() => evaluateMany([], { asOf: "2026-11-23", limits } as never)).toThrow(`${pointer}: expected ${message}`);
});

test("rules are bounded in values and depth, and have no entries", () => {
  const overlay = rulebook().associations["us-wa"];
  const few = { limits: { values: 100 } };
  const flat = { limits: { depth: 2 } };
  for (const refused of [
    safeParseRulebook(rulebook(), few),
    safeParseRulebook(rulebook(), flat),
    safeParseOverlay(overlay, undefined, few),
    safeParseOverlay(overlay, undefined, flat),
  ]) {
    expect(refused.success ? "" : refused.issues[0]?.message).toMatch(/which limits\.(?:values|depth) allows/);
  }
  expect(parseOverlay(overlay, undefined, { limits: { values: 50_000, depth: 64 } })).toEqual(overlay);
  for (const read of [parseRulebook, safeParseRulebook]) {
    expect(() => read({}, { limits: { entries: 9 } } as never)).toThrow("/options/limits/entries");
    expect(() => read({}, { limits: { values: 500_001 } })).toThrow("a whole number from 1 to 500000");
  }
  expect(() => safeParseOverlay({}, undefined, { limits: { values: 50_001 } })).toThrow("from 1 to 50000");
});

test("of many, only who is above the bound is refused", async () => {
  const many = [{ training: [{}] }, { training: [{}, {}] }, {}];
  for (const workers of [0, 1]) {
    const options = { asOf: "2026-11-23", pathways: ["IFA"], workers, limits: { entries: 1 } } as const;
    const codes: (string | undefined)[] = [];
    for await (const one of evaluateMany(many, options)) codes.push("issues" in one ? one.issues[0]?.code : undefined);
    expect(codes).toEqual([undefined, "too-many-entries", undefined]);
  }
});

describe("a table", () => {
  const rows = "Who,Date,Hours\n7,2024-03-14,1\n9,2024-03-15,2\n7,2024-03-16,3\n\n";

  test("is read up to the bound, and what is left out is told", () => {
    const { entries, issues } = readTable(rows, { collection: "training", limits: { entries: 2 } });
    expect(entries.map(({ hours }) => hours)).toEqual([1, 2]);
    expect(issues).toMatchObject([{ code: "too-many-entries", row: 4, lastRow: 4, loses: "row" }]);
    expect(issues[0]?.message).toContain("at most 2 entries, which limits.entries allows");
    expect(readTable(rows, { collection: "training", limits: { entries: 3 } }).issues).toEqual([]);
  });

  test("of many applicants is bounded as a whole", () => {
    const { read, applicants } = readTableByApplicant(rows, {
      collection: "training",
      by: "Who",
      limits: { entries: 2 },
    });
    expect([...applicants].map(([id, { entries }]) => [id, entries.length])).toEqual([
      ["7", 1],
      ["9", 1],
    ]);
    expect(read.issues).toMatchObject([{ code: "too-many-entries" }]);
  });

  test("is not read under a bound that is none", () => {
    expect(() => readTable(rows, { collection: "training", limits: { entries: 0 } })).toThrow(
      "/options/limits/entries",
    );
  });
});
