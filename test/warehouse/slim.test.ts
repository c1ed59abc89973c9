/** What a function for a warehouse holds judges as the whole rulebook does. */
import { runInThisContext } from "node:vm";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { evaluate } from "../../src/index";
import type { StatusVerdict } from "../../src/model/verdict";
import { digestOf } from "../../src/rules/digest";
import { embeddedRulebook } from "../../src/rules/embedded";
import { literal } from "../../src/warehouse/literal";
import type { PathwayStates, Row } from "../../src/warehouse/row";
import { type Slimming, slimRulebook } from "../../src/warehouse/slim";
import { makeFunction } from "../../src/warehouse/status-core";
import { goldenCases } from "../generate/golden-cases";

const book = embeddedRulebook();
const cases = goldenCases();
const plain = (data: unknown) => JSON.parse(JSON.stringify(data)) as unknown;
const readBack = (text: string) => runInThisContext(text) as unknown;

/** A part as a function holds it: it bears the digest of the whole. */
const writtenAs = (part: Slimming) =>
  readBack(literal(plain({ ...slimRulebook(book, part), digest: digestOf(book, undefined) }))) as typeof book;

const statesOf = ({ pathways }: StatusVerdict) =>
  Object.fromEntries(
    pathways.map(({ pathway, status, stages, requirements }): [string, PathwayStates] => [
      pathway,
      { status, stages, requirements: Object.fromEntries(requirements.map((one) => [one.id, one.status])) },
    ]),
  );

describe("a slim rulebook", () => {
  const parts = [
    { pathways: ["IFS", "IMHS"] },
    { pathways: ["IFS", "IMHS"], association: "us-wa" },
    { pathways: ["IFA", "ERS", "renewal"], association: "au-wa" },
    { pathways: book.order },
  ] as const satisfies readonly Slimming[];

  test.for(parts.map((part, index) => ({ part, index })))("gives the states of the whole one: $part", (row) => {
    const { part, index } = row;
    const { association, pathways }: Slimming = part;
    const slim = writtenAs(part);
    const judge = makeFunction(slim, { ...part, detail: "status" });
    // each case in one of the parts
    for (const { id, applicant, options } of cases.filter((_, at) => at % parts.length === index)) {
      const { asOf } = options;
      const how = { asOf, pathways, detail: "status", ...(association !== undefined && { association }) } as const;
      expect(judge(applicant, asOf), id).toEqual(statesOf(evaluate(applicant, how)));
    }
  });

  test.for([undefined, "us-wa", "us-or", "alliance"] as const)("knows who may apply there: %s", (association) => {
    const part = { pathways: ["IFA"] as const, ...(association !== undefined && { association }) };
    const slim = writtenAs(part);
    const judge = makeFunction(slim, { ...part, detail: "status" });
    const how = { asOf: "2026-11-23", detail: "status", ...part } as const;
    for (const residence of ["US-WA", "US-OR", "US-HI", "US", "IE", "AU-WA", "FR"]) {
      const applicant = { residence, unfinished: [] };
      expect(judge(applicant, how.asOf), residence).toEqual(statesOf(evaluate(applicant, how)));
    }
  });

  test("has no words and no sources", () => {
    const text = JSON.stringify(slimRulebook(book, { pathways: ["IFS"], association: "us-wa" }));
    expect(text).not.toMatch(/"title"|"notes"|https:/);
    expect(text).not.toContain("IMHM-C/");
    expect(text.length).toBeLessThan(JSON.stringify(book).length / 5);
  });
});

describe("a row", () => {
  const judge = makeFunction(book, { pathways: ["IFS"], detail: "status" });
  const issues = (row: Row | null) => (row as { readonly issues: readonly { readonly code: string }[] }).issues;

  test("may be text, and nothing is given nothing", () => {
    expect(judge('{"training":[]}', "2026-11-23")).toEqual(judge({ training: [] }, "2026-11-23"));
    expect(judge(null, "2026-11-23")).toBeNull();
    expect(judge(undefined, "2026-11-23")).toBeNull();
  });

  test.for<[unknown, string, string]>([
    ["{", "2026-11-23", "no-json"],
    [{ training: 3 }, "2026-11-23", "wrong-type"],
    [{}, "2026-02-30", "wrong-option"],
    [7, "2026-11-23", "wrong-type"],
  ])("that cannot be judged is given what is wrong: %j", ([row, asOf, code]) => {
    expect(issues(judge(row, asOf))).toMatchObject([{ code }]);
  });
});

describe("a literal", () => {
  test("reads back as what was written, whatever it is", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const data = plain([value, value, { again: value }]);
        expect(readBack(literal(data))).toEqual(data);
      }),
    );
  });

  test("keeps a key that is called as the prototype is", () => {
    const data = JSON.parse('{"list":[{"__proto__":1},{"__proto__":2},{"__proto__":3},{"__proto__":4}]}') as unknown;
    expect(JSON.stringify(readBack(literal(data)))).toBe(JSON.stringify(data));
  });

  test("writes keys once for objects that have the same", () => {
    const text = literal([1, 2, 3, 4, 5].map((value) => ({ "a rather long key": value })));
    expect(text.split("a rather long key")).toHaveLength(2);
  });

  test("writes once what stands there more than once", () => {
    const text = literal({ a: ["a rather long text"], b: ["a rather long text"], c: "a rather long text" });
    expect(text.split("a rather long text")).toHaveLength(2);
  });
});
