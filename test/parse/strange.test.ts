/** What no JSON says, and what is far too much: an applicant is refused by the place, in time. */
import { runInNewContext } from "node:vm";
import { describe, expect, test } from "vitest";
import { ApplicantError, MAX_ENTRIES, parseApplicant } from "../../src/schema";

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

const circle: unknown[] = [];
circle.push({ topics: circle });
const revoked = Proxy.revocable({}, {});
revoked.revoke();
const throwing = () => {
  throw new TypeError("no");
};
class Own {
  kind = "employment";
}

const strange: readonly (readonly [what: string, input: unknown, pointer: string, message: string])[] = [
  ["a BigInt", { training: [{ hours: 1n }] }, "/training/0/hours", "received a bigint"],
  ["a symbol", { training: [{ date: Symbol("a") }] }, "/training/0/date", "received a symbol"],
  ["a function", { work: [{ kind: () => 1 }] }, "/work/0/kind", "received a function"],
  ["NaN", { training: [{ hours: Number.NaN }] }, "/training/0/hours", "received NaN"],
  ["a Date", { training: [{ date: new Date(0) }] }, "/training/0/date", "received a Date; write the day as a text"],
  ["a Map", { work: [new Map([["kind", "employment"]])] }, "/work/0", "received a Map; pass Object.fromEntries(map)"],
  ["a Set", { training: [{ topics: new Set() }] }, "/training/0/topics", "received a Set; pass a list"],
  ["an object of a class", { work: [new Own()] }, "/work/0", "received an object of a class; pass plain data"],
  ["a Map for everything", new Map(), "", "received a Map"],
  ["a hole", { work: new Array(2) }, "/work/0", "received nothing"],
  ["a list without end", { work: Object.assign([], { length: 2 ** 32 - 1 }) }, "/work", "at most 2500000 values"],
  ["a circle", { training: circle }, "/training/0/topics", "data that ends, received what it stands in"],
  ["a revoked proxy", { work: [revoked.proxy] }, "/work/0", "received what throws when it is read"],
  ["a revoked proxy for everything", revoked.proxy, "", "received what throws when it is read"],
  ["a proxy without keys", { work: [new Proxy({}, { ownKeys: throwing })] }, "/work/0", "what throws"],
  [
    "a getter",
    { work: [Object.defineProperty({}, "kind", { get: throwing, enumerable: true })] },
    "/work/0/kind",
    "throws",
  ],
  ["a prototype", JSON.parse('{"work":[{"__proto__":{"paid":true}}]}'), "/work/0/__proto__", "leave it out"],
  ["a constructor", { work: [{ constructor: 1 }] }, "/work/0/constructor", 'received "constructor"'],
];

describe("parseApplicant refuses", () => {
  test.for(strange)("%s", ([, input, pointer, message]) => {
    const found = issuesOf(input).find((issue) => issue.pointer === pointer);
    expect(found?.message, JSON.stringify(issuesOf(input).slice(0, 3))).toContain(message);
  });

  test("each place once, and whatever else is wrong beside it", () => {
    const input = { work: [new Map(), { kind: "x", paid: 1n }], training: [{ hours: -1 }, null] };
    expect(issuesOf(input).map(({ pointer }) => pointer)).toEqual([
      "/work/0",
      "/work/1/kind",
      "/work/1/paid",
      "/training/0/hours",
      "/training/1",
    ]);
  });
});

describe("parseApplicant reads", () => {
  test("objects of another realm, and such as have no prototype", () => {
    const entry: unknown = runInNewContext('({ kind: "employment" })');
    const bare = Object.assign(Object.create(null), { kind: "employment" });
    expect(parseApplicant({ work: [entry, bare] }).work).toEqual([{ kind: "employment" }, { kind: "employment" }]);
  });

  test("undefined as not told", () => {
    expect(parseApplicant({ residence: undefined, work: [{ kind: "employment", paid: undefined }] })).toEqual({
      work: [{ kind: "employment" }],
    });
  });

  test("what gives another answer each time it is read, once", () => {
    let asked = 0;
    const entry = Object.defineProperty({}, "kind", {
      get: () => (asked++ === 0 ? "no kind" : "employment"),
      enumerable: true,
    });
    expect(parseApplicant({ work: [entry] })).toEqual({ work: [{ kind: "employment" }] });
  });
});

describe("the limits hold", () => {
  test("for what is shared many times over", () => {
    let shared: unknown = [];
    for (let level = 0; level < 60; level++) shared = { a: shared, b: shared };
    expect(issuesOf({ work: shared })[0]?.code).toBe("too-many-values");
  });

  test("for endorsements of people", () => {
    const endorsements = Array.from({ length: MAX_ENTRIES }, () => ({ category: "IFS" }));
    expect(issuesOf({ people: [{ id: "a", endorsements }] })[0]).toMatchObject({
      code: "too-many-entries",
      received: String(MAX_ENTRIES + 1),
    });
    expect(issuesOf({ people: [{ id: "a", endorsements: endorsements.slice(1) }] })).toEqual([]);
  });

  test("for words of lists", () => {
    const topics = Array.from({ length: 2_500_001 }, () => "other");
    expect(issuesOf({ training: [{ topics }], work: [3] })[0]?.code).toBe("too-many-values");
  });
});

/** How many issues there are, and the processor time of finding them, in milliseconds. */
function cost(input: unknown): { readonly issues: number; readonly time: number } {
  const start = process.cpuUsage().user;
  const issues = issuesOf(input).length;
  return { issues, time: (process.cpuUsage().user - start) / 1000 };
}

describe("reading takes time in proportion", () => {
  const many = <T>(count: number, make: (index: number) => T) =>
    Array.from({ length: count }, (_, index) => make(index));
  const accepting = (evidence: string) => ({
    type: "accept",
    pathway: "IFA",
    requirement: "training",
    evidence: [evidence],
    reason: "r",
    by: "b",
    on: "2025-01-01",
  });

  test.for<readonly [string, (count: number) => unknown, number]>([
    ["right entries", (count) => ({ training: many(count, () => ({ hours: 1 })) }), 0],
    ["wrong entries", (count) => ({ training: many(count, () => ({ hours: "1 hr", kind: "curse", x: 1 })) }), 3],
    [
      "sessions with strangers",
      (count) => ({
        people: many(count / 2, (index) => ({ id: `person number ${index}` })),
        supervisionReceived: many(count / 2, (index) => ({ provider: `stranger number ${index}` })),
      }),
      0.5,
    ],
    [
      "decisions that name evidence",
      (count) => ({
        work: many(count / 2, (index) => ({ id: `job ${index}` })),
        decisions: many(count / 2, (index) => accepting(`work/job ${index}`)),
      }),
      0,
    ],
    [
      "decisions that name nothing",
      (count) => ({
        work: many(count / 2, (index) => ({ id: `job ${index}` })),
        decisions: many(count / 2, (index) => accepting(`work/no ${index}`)),
      }),
      0.5,
    ],
    ["ids twice", (count) => ({ work: many(count, (index) => ({ id: `job ${index % 2}` })) }), 1],
    [
      "ids that are places",
      (count) => ({ work: many(count, (index) => (index % 2 ? { id: String(index - 1) } : {})) }),
      0.5,
    ],
    ["unknown keys", (count) => ({ work: many(count, (index) => ({ [`key ${index}`]: index })) }), 1],
    ["unknown collections", (count) => Object.fromEntries(many(count, (index) => [`key ${index}`, []])), 1],
    [
      "endorsements the wrong way round",
      (count) => ({
        people: [{ id: "a", endorsements: many(count - 1, () => ({ category: "IFS", since: "2025", until: "2024" })) }],
      }),
      1,
    ],
  ])("of %s", ([, make, issues]) => {
    const fewer = make(12_500);
    const more = make(50_000);
    cost(fewer);
    // another process, or the collector, may take a moment: one of a few pairs is enough
    let ratio = Infinity;
    for (let pair = 0; pair < 4 && ratio >= 9; pair++) {
      const small = cost(fewer);
      const large = cost(more);
      expect(large.issues).toBeGreaterThanOrEqual(Math.floor(issues * 49_000));
      // short times waver
      ratio = Math.min(ratio, large.time / Math.max(small.time, 25));
    }
    // four times as much: a square would be sixteen times as long
    expect(ratio).toBeLessThan(9);
  });
});
