/** Every kind of difference between associations has a form in overlays, or a reason why it is no rule. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Overlay } from "../../src/association";
import { embeddedRulebook } from "../../src/embedded";
import { overlaySchema } from "../../src/rulebook-schema";

interface Difference {
  readonly id: number;
  readonly kind: string;
  readonly forms: readonly (keyof Overlay)[];
  readonly example?: string;
  readonly because?: string;
}

const differences = JSON.parse(readFileSync("rules/differences.json", "utf8")) as readonly Difference[];
const { associations } = embeddedRulebook();

test("the kinds are numbered from 1 to 46", () => {
  expect(differences.map(({ id }) => id)).toEqual(Array.from({ length: 46 }, (_, index) => index + 1));
});

describe("every kind", () => {
  test.for(differences)("$id: $kind", ({ forms, example, because }) => {
    const keys = Object.keys(overlaySchema.shape);
    expect(keys).toEqual(expect.arrayContaining([...forms]));
    if (example === undefined) return expect(because).toBeTypeOf("string");
    const overlay = associations[example];
    expect(overlay, `${example} is an association`).toBeDefined();
    const shown = forms.filter((form) => overlay?.[form] !== undefined);
    expect(shown, `${example} shows it`).not.toEqual([]);
  });
});

test("every key of an overlay that changes or states something is used by some association", () => {
  const used = new Set(Object.values(associations).flatMap((overlay) => Object.keys(overlay)));
  const unused = Object.keys(overlaySchema.shape).filter((key) => !used.has(key));
  // the shipped associations cite documents of sources.json, and no association has an equivalence of its own
  expect(unused).toEqual(["documents", "equivalences"]);
});
