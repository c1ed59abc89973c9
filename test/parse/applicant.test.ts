/** Reading applicants: every issue at once, and nothing that breaks the reader. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ApplicantError, evaluate } from "../../src/index";
import type { Applicant } from "../../src/model/applicant";
import { MAX_DEPTH, MAX_ENTRIES, parseApplicant } from "../../src/schema";

/** The issues for which an input is refused. */
function issuesOf(input: unknown) {
  try {
    parseApplicant(input);
  } catch (error) {
    if (error instanceof ApplicantError) return error.issues;
    throw error;
  }
  return [];
}

const decision = { type: "accept", pathway: "IFA", requirement: "training", reason: "r", by: "b", on: "2025-01-01" };

/** What is wrong, and the issue that tells it. */
const wrong: readonly (readonly [what: string, input: unknown, code: string, pointer: string, message: string])[] = [
  ["no object", [], "wrong-type", "", "expected an object of collections, received a list; pass one applicant"],
  ["null", null, "wrong-type", "", "an object of collections"],
  ["text that was not parsed", '{"work":[]}', "wrong-type", "", "pass JSON.parse(text)"],
  ["a schema that is no address", { $schema: 1 }, "wrong-type", "/$schema", "a text"],
  ["a collection that is no list", { work: {} }, "wrong-type", "/work", "a list of entries"],
  ["an entry that is no object", { work: [3] }, "wrong-type", "/work/0", "an entry: an object"],
  ["hours as text", { training: [{ hours: "3" }] }, "wrong-type", "/training/0/hours", 'received "3"'],
  ["negative hours", { training: [{ hours: -1 }] }, "wrong-type", "/training/0/hours", "a number of at least 0"],
  ["no number of hours", { training: [{ hours: Number.NaN }] }, "wrong-type", "/training/0/hours", "received NaN"],
  ["endless hours", { training: [{ hours: Infinity }] }, "wrong-type", "/training/0/hours", "received Infinity"],
  ["30 February", { training: [{ date: "2025-02-30" }] }, "wrong-type", "/training/0/date", "a day of the calendar"],
  ["29 February of no leap year", { training: [{ date: "2023-02-29" }] }, "wrong-type", "/training/0/date", "day"],
  ["a day with a time", { training: [{ date: "2025-01-01T00:00:00Z" }] }, "wrong-type", "/training/0/date", "day"],
  ["an unknown key", { trainings: [] }, "unknown-key", "/trainings", 'did you mean "training"?'],
  ["an unknown field", { work: [{ payed: true }] }, "unknown-key", "/work/0/payed", 'did you mean "paid"?'],
  [
    "an unknown word",
    { work: [{ kind: "employement" }] },
    "unknown-word",
    "/work/0/kind",
    'did you mean "employment"?',
  ],
  ["a share above all", { work: [{ fullTimeShare: 1.5 }] }, "wrong-type", "/work/0/fullTimeShare", "at most 1"],
  ["ages the wrong way round", { work: [{ ages: [36, 0] }] }, "wrong-type", "/work/0/ages", "the lower first"],
  [
    "an end before the start",
    { work: [{ start: "2025-02-01", end: "2025-01-01" }] },
    "end-before-start",
    "/work/0/end",
    "on or after",
  ],
  [
    "a session that is an arrangement",
    { supervisionReceived: [{ date: "2025-01-01", start: "2025-01-01" }] },
    "day-and-period",
    "/supervisionReceived/0/date",
    "give date for a session",
  ],
  [
    "an id that is the place of an entry without one",
    { work: [{ id: "1" }, {}] },
    "duplicate-id",
    "/work/0/id",
    "rename one",
  ],
  ["an id twice", { work: [{ id: "a" }, { id: "a" }] }, "duplicate-id", "/work/1/id", "rename one"],
  [
    "a person who is nobody",
    { people: [{ id: "ann" }], references: [{ rater: "anne" }] },
    "unknown-person",
    "/references/0/rater",
    'did you mean "ann"?',
  ],
  ["a person without an id", { people: [{}] }, "missing", "/people/0/id", "received nothing"],
  ["accepting nothing", { decisions: [decision] }, "missing", "/decisions/0/evidence", "such as work/0"],
  [
    "accepting what is not there",
    { work: [], decisions: [{ ...decision, evidence: ["work/3"] }] },
    "unknown-evidence",
    "/decisions/0/evidence/0",
    "work/0",
  ],
  [
    "a waiver with evidence",
    { work: [{}], decisions: [{ ...decision, type: "waive", evidence: ["work/0"] }] },
    "evidence-of-waiver",
    "/decisions/0/evidence",
    "leave it out",
  ],
  ["a place that is none", { residence: "Washington" }, "wrong-type", "/residence", "ISO 3166"],
];

describe("parseApplicant refuses", () => {
  test.for(wrong)("%s", ([, input, code, pointer, message]) => {
    const found = issuesOf(input).find((issue) => issue.code === code && issue.pointer === pointer);
    expect(found, JSON.stringify(issuesOf(input))).toBeDefined();
    expect(`${found?.expected} ${found?.message}`).toContain(message);
    expect(found?.received).not.toBe("");
  });

  test("everything at once", () => {
    const input = { training: [{ hours: -1, date: "2025-13-01" }, { hours: "x" }], work: [{ payed: true }], extra: 1 };
    expect(
      issuesOf(input)
        .map(({ pointer }) => pointer)
        .sort(),
    ).toEqual(["/extra", "/training/0/date", "/training/0/hours", "/training/1/hours", "/work/0/payed"].sort());
  });

  test("keys that reach into objects, without reaching", () => {
    for (const key of ["__proto__", "constructor", "prototype"]) {
      const input: unknown = JSON.parse(
        `{ "${key}": { "polluted": true }, "work": [{ "${key}": { "polluted": true } }] }`,
      );
      expect(issuesOf(input).map(({ code }) => code)).toContain("unknown-key");
      expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
    }
  });

  test("deep nesting, without overflowing", () => {
    let deep: unknown = [];
    for (let level = 0; level < 100_000; level++) deep = [deep];
    expect(issuesOf({ work: deep })[0]?.code).toBe("too-deep");
    expect(MAX_DEPTH).toBe(64);
  });

  test("too many entries", () => {
    const training = Array.from({ length: MAX_ENTRIES + 1 }, () => ({}));
    expect(issuesOf({ training })[0]).toMatchObject({ code: "too-many-entries", received: "100001" });
  });

  test("a huge file of wrong entries, with an issue for each", () => {
    const training = Array.from({ length: 20_000 }, () => ({ hours: -1 }));
    expect(issuesOf({ training })).toHaveLength(20_000);
  });
});

describe("parseApplicant reads", () => {
  test("nothing told, and told: none", () => {
    expect(parseApplicant({})).toEqual({});
    expect(parseApplicant({ work: [] })).toEqual({ work: [] });
  });

  test("a file that names its schema, for an editor", () => {
    const file = { $schema: "./applicant.schema.json", work: [] };
    expect(parseApplicant(file)).toEqual(file);
    expect(evaluate(parseApplicant(file), { asOf: "2026-01-01" }).pathways).toEqual(
      evaluate({ work: [] }, { asOf: "2026-01-01" }).pathways,
    );
  });

  test("a copy, and leaves the input as it was", () => {
    const input = { work: [{ kind: "employment" }] };
    const before = structuredClone(input);
    const applicant = parseApplicant(input);
    expect(applicant).toEqual(before);
    expect(applicant).not.toBe(input);
  });

  test("a file of 50 MB", () => {
    const training = Array.from({ length: MAX_ENTRIES }, (_, at) => ({
      id: `training ${at} ${"x".repeat(420)}`,
      date: "2024-05-01",
      hours: 0.25,
      topics: ["infant-mental-health"],
    }));
    const text = JSON.stringify({ training });
    expect(text.length).toBeGreaterThan(50_000_000);
    const verdict = evaluate(parseApplicant(JSON.parse(text)), { asOf: "2026-01-01", pathways: ["IFA"] });
    expect(verdict.pathways[0]?.requirements.find(({ id }) => id === "training")?.status).toBe("unknown");
  });

  test("future days, which count later", () => {
    const applicant = parseApplicant({ training: [{ id: "later", date: "2030-01-01", hours: 40, topics: [] }] });
    const { pathways, measures } = evaluate(applicant, {
      asOf: "2023-01-01",
      pathways: ["IFA"],
      detail: "account",
    });
    expect(pathways[0]?.requirements.find(({ id }) => id === "training")?.status).toBe("unmet");
    expect(JSON.stringify(measures)).toContain(
      '{"status":"unmet","because":{"code":"after-as-of"},"evidence":["later"]}',
    );
  });
});

describe("evaluate", () => {
  const json = fc.jsonValue({ maxDepth: 4 });

  test("never ends in another error than its own, whatever it is given", () => {
    const collections = fc.record(
      {
        work: json,
        training: json,
        supervisionReceived: json,
        people: json,
        education: json,
        references: json,
        credentials: json,
        memberships: json,
        decisions: json,
        residence: json,
        unfinished: fc.array(fc.string()),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.oneof(json, collections), (input) => {
        try {
          evaluate(input as Applicant, { asOf: "2026-01-01", association: "us-wa" });
        } catch (error) {
          expect(error, String((error as Error).stack)).toBeInstanceOf(ApplicantError);
        }
      }),
      { numRuns: 2_000, seed: 3 },
    );
  });

  test("never computes from a wrong type", () => {
    const bad: readonly unknown[] = [
      { training: [{ hours: "30" }] },
      { training: [{ hours: -30 }] },
      { training: [{ hours: 30, date: "2025-02-30" }] },
      { training: 3 },
      { work: [null] },
      { memberships: [{ association: "us-wa", kind: 1 }] },
      { education: [{ level: 3 }] },
      { training: [], unfinished: 5 },
      { training: [[1, 2]] },
      { training: new Array(3) },
      { work: [{ start: "2020-01-01", kind: "employment", ages: ["0", "36"] }] },
      { people: [{ id: "a", endorsements: [null] }], references: [{ rater: "a" }] },
      { people: [{ id: "a", endorsements: [{ category: "IFS", status: "Emerging" }] }], references: [{ rater: "a" }] },
      {
        decisions: [{ type: "accept", evidence: [5], pathway: "IFS", requirement: "training", on: "2025-01-01" }],
      },
    ];
    for (const applicant of bad) {
      expect(() => evaluate(applicant as Applicant, { asOf: "2026-01-01" }), JSON.stringify(applicant)).toThrow(
        ApplicantError,
      );
    }
  });

  test.for<readonly [string, object | undefined, string]>([
    ["a day that is none", { asOf: "2025-02-30" }, "/options/asOf"],
    ["no day", {}, "/options/asOf"],
    ["an unknown pathway", { asOf: "2026-01-01", pathways: ["IFZ"] }, "/options/pathways"],
    ["a pathway as it is printed", { asOf: "2026-01-01", pathways: ["IMHM-R/F"] }, 'write "IMHM-RF"'],
    ["an association by other signs", { asOf: "2026-01-01", association: "US_WA" }, 'write "us-wa"'],
    ["an unknown kind", { asOf: "2026-01-01", pathways: { kind: "none" } }, "/options/pathways"],
    ["an unknown association", { asOf: "2026-01-01", association: "us-zz" }, "/options/association"],
    ["no options", undefined, "/options"],
    ["a misspelt option", { asOf: "2026-01-01", pathway: "IFS" }, "/options/pathway"],
    ["a pathway that is no list", { asOf: "2026-01-01", pathways: "IFS" }, 'received "IFS"'],
    ["an overlay that was not parsed", { asOf: "2026-01-01", overlay: {} }, "parseOverlay"],
    ["an overlay that is none", { asOf: "2026-01-01", overlay: null }, "parseOverlay"],
    ["a rulebook that is none", { asOf: "2026-01-01", rulebook: "x" }, "parseRulebook"],
    ["an association called constructor", { asOf: "2026-01-01", association: "constructor" }, "/options/association"],
  ])("refuses %s", ([, options, message]) => {
    expect(() => evaluate({}, options as never)).toThrow(message);
  });
});
