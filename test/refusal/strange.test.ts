/** What no JSON says, and what is far too much: rules are refused by the place, never with a `TypeError`. */
import { describe, expect, test } from "vitest";
import { RulebookError, rulebook } from "../../src/index";
import { parseOverlay, parseRulebook } from "../../src/schema";
import { rawRulebook } from "../language/rulebooks";

/** The issues for which rules are refused. */
function issuesOf(read: () => unknown) {
  try {
    read();
  } catch (error) {
    if (error instanceof RulebookError) return error.issues;
    throw error;
  }
  return [];
}

const enough = { fact: "hours", params: { of: "training" }, operator: "greaterThanInclusive", value: 30 };
/** A rulebook with one condition, which is put in as it is: the helper would copy it. */
function bookWith(conditions: unknown): unknown {
  const route = { id: "route", title: "A route", conditions: enough };
  const book = rawRulebook({ requirement: { id: "rule", routes: [route] } });
  const { pathways } = book as { pathways: { file: { requirements: { routes: { conditions: unknown }[] }[] } } };
  const [first] = pathways.file.requirements[0]?.routes ?? [];
  if (first === undefined) throw new Error("the rulebook has no route");
  first.conditions = conditions;
  return book;
}

const overlay = {
  id: "us-zz",
  name: "An association",
  jurisdiction: "US-WA",
  site: "https://example.org",
  sources: [{ source: rulebook().sources[0]?.id }],
};

const circle: unknown[] = [];
circle.push(circle);
const revoked = Proxy.revocable({}, {});
revoked.revoke();
const throwing = () => {
  throw new TypeError("no");
};

const values: readonly (readonly [what: string, value: unknown, pointer: string, message: string])[] = [
  ["a BigInt", 1n, "/name", "a bigint"],
  ["a symbol", Symbol("a"), "/name", "a symbol"],
  ["a function", () => 1, "/name", "a function"],
  ["NaN", Number.NaN, "/name", "NaN"],
  ["a Date", new Date(0), "/name", "received a Date"],
  ["a Map", new Map(), "/name", "received a Map; pass Object.fromEntries(map)"],
  ["a circle", circle, "/name/0", "received what it stands in"],
  ["a revoked proxy", revoked.proxy, "/name", "received what throws when it is read"],
  ["a proxy without keys", new Proxy({}, { ownKeys: throwing }), "/name", "received what throws when it is read"],
  ["a hole", new Array(2), "/name", "a text is needed here, not a list"],
  ["a prototype", JSON.parse('{"__proto__":{"a":1}}'), "/name/__proto__", "leave it out"],
];

describe("an overlay is refused with", () => {
  test.for(values)("%s", ([, value, pointer, message]) => {
    const found = issuesOf(() => parseOverlay({ ...overlay, name: value })).find((issue) => issue.pointer === pointer);
    expect(found?.message, JSON.stringify(issuesOf(() => parseOverlay({ ...overlay, name: value })))).toContain(
      message,
    );
  });

  test.for(values)("%s, for everything", ([, value]) => {
    expect(issuesOf(() => parseOverlay(value)).length).toBeGreaterThan(0);
  });

  test.for(values)("%s, in an answer", ([, value]) => {
    expect(issuesOf(() => parseOverlay({ ...overlay, choose: { "rsc-span": value } })).length).toBeGreaterThan(0);
  });

  test("whatever else is wrong beside it", () => {
    const issues = issuesOf(() => parseOverlay({ ...overlay, name: new Map(), fees: 7 }));
    expect(issues.map(({ pointer }) => pointer).sort()).toEqual(["/fees", "/name"]);
  });
});

describe("a rulebook is refused with", () => {
  test.for(values)("%s as a condition", ([, value]) => {
    const issues = issuesOf(() => parseRulebook(bookWith(value)));
    expect(issues.length).toBeGreaterThan(0);
    for (const { pointer } of issues)
      expect(pointer).toMatch(/^\/pathways\/file\/requirements\/0\/routes\/0\/conditions/);
  });
});

describe("the limits hold for rules", () => {
  const nested = (levels: number) => {
    let condition: unknown = enough;
    for (let level = 0; level < levels; level++) condition = { not: condition };
    return condition;
  };

  test("nested without end, in a rulebook", () => {
    expect(issuesOf(() => parseRulebook(bookWith(nested(20))))).toEqual([]);
    for (const levels of [100, 3_000, 100_000]) {
      const [issue] = issuesOf(() => parseRulebook(bookWith(nested(levels))));
      expect(issue?.code).toBe("too-deep");
      expect(issue?.pointer).toMatch(/^\/pathways\/file\/requirements\/0\/routes\/0\/conditions\/not\/not/);
    }
  });

  test("nested without end, in an overlay", () => {
    const conditions = [{ id: "a", title: "a", conditions: nested(3_000), sources: [], confidence: "low" }];
    expect(issuesOf(() => parseOverlay({ ...overlay, conditions }))[0]?.code).toBe("too-deep");
  });

  test("shared many times over", () => {
    let shared: unknown = enough;
    for (let level = 0; level < 25; level++) shared = { all: [shared, shared] };
    expect(issuesOf(() => parseRulebook(bookWith(shared)))[0]?.code).toBe("too-many-values");
  });

  test("wrong from the first to the last, in proportion", () => {
    const timeOf = (count: number) => {
      const fees = Array.from({ length: count }, () => ({ x: 1 }));
      const started = performance.now();
      expect(() => parseOverlay({ ...overlay, fees })).toThrow("/fees/0/kind");
      return performance.now() - started;
    };
    timeOf(100);
    expect(timeOf(2_500) / Math.max(timeOf(250), 20)).toBeLessThan(40);
  });

  test("far too many statements", () => {
    const notes = Array.from({ length: 60_000 }, () => 1);
    expect(issuesOf(() => parseOverlay({ ...overlay, notes }))[0]?.code).toBe("too-many-values");
  });
});

test("a key that is another's with a slip, which stands beside it, is told where it belongs", () => {
  const [issue, ...others] = issuesOf(() => parseOverlay({ ...overlay, fees: [], fee: [] }));
  expect(others).toEqual([]);
  expect(issue).toMatchObject({ code: "unknown-key", pointer: "/fee" });
  expect(issue?.message).toBe('there is no "fee" here; "fees" stands beside it, so put all of it there');
});

test("what is undefined is not told", () => {
  expect(parseOverlay({ ...overlay, short: undefined }).name).toBe("An association");
});
