/** Every kind of difference between associations has a form in overlays, and changes a verdict or says why it cannot. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { expectedPathways, failuresOf } from "../../src/cases/golden";
import { evaluate } from "../../src/index";
import type { Overlay } from "../../src/model/overlay";
import { embeddedRulebook } from "../../src/rules/embedded";
import { overlaySchema } from "../../src/schemas/rulebook";
import { goldenCases } from "../generate/golden-cases";

interface Difference {
  readonly id: number;
  readonly kind: string;
  readonly forms: readonly (keyof Overlay)[];
  readonly example?: string;
  readonly flips?: string;
  readonly because?: string;
}

const differences = JSON.parse(readFileSync("rules/differences.json", "utf8")) as readonly Difference[];
const { associations } = embeddedRulebook();
const cases = goldenCases();

test("the kinds are numbered from 1 to 46", () => {
  expect(differences.map(({ id }) => id)).toEqual(Array.from({ length: 46 }, (_, index) => index + 1));
});

describe("every kind", () => {
  test.for(differences)("$id: $kind", ({ forms, example }) => {
    expect(Object.keys(overlaySchema.shape)).toEqual(expect.arrayContaining([...forms]));
    if (example === undefined) return;
    const shown = forms.filter((form) => associations[example]?.[form] !== undefined);
    expect(shown, `${example} shows it`).not.toEqual([]);
  });

  test.for(differences)("$id: changes a verdict, or says why it cannot", ({ flips, example, because }) => {
    if (flips === undefined) return expect(because).toBeTypeOf("string");
    expect(because).toBeUndefined();
    const golden = cases.find(({ id }) => id === flips);
    if (golden === undefined) throw new Error(`there is no case ${flips}`);
    const { applicant, options, expected } = golden;
    const pathways = expectedPathways({ expected });
    expect(options.association).toBe(example);
    expect(failuresOf(golden, evaluate(applicant, { ...options, pathways, detail: "account" }))).toEqual([]);
    // by the rules of the base the same case fails for its states, not only for whose rule it is
    const states = failuresOf(golden, evaluate(applicant, { asOf: options.asOf, pathways, detail: "account" }));
    expect(states.some((failure) => /status|asked for/.test(failure))).toBe(true);
  });
});

test("every key of an overlay that changes or states something is used by some association", () => {
  const used = new Set(Object.values(associations).flatMap((overlay) => Object.keys(overlay)));
  const unused = Object.keys(overlaySchema.shape).filter((key) => !used.has(key));
  // the shipped associations cite documents of sources.json, and need no editor
  expect(unused).toEqual(["$schema", "documents"]);
});
