/** How the parts of an association's own file are written: each example can be used as it stands. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { effectsOf } from "../../src/cases/changes";
import { exampleNames, type OverlayExample, overlayExamples, overlayKeys } from "../../src/explain/overlay-examples";
import type { Rulebook } from "../../src/model/rulebook";
import { embeddedRulebook } from "../../src/rules/embedded";
import { parseOverlay, parseRulebook } from "../../src/schema";

const book = embeddedRulebook();
const naming = {
  id: "us-zz",
  name: "Example Association",
  jurisdiction: "US-ZZ",
  site: "https://example.org/",
  sources: ["our-page"],
};
const { documents } = overlayExamples.documents.written;
const exampleOf = (name: (typeof exampleNames)[number]): OverlayExample => overlayExamples[name];

test.for(exampleNames)("%s: the example can be used as it stands", (name) => {
  const overlay = parseOverlay({ ...naming, documents, ...exampleOf(name).written });
  expect(() => effectsOf(book, overlay, [])).not.toThrow();
});

test("there is one of each key", () => {
  const schema = JSON.parse(readFileSync("rules/schema/overlay.schema.json", "utf8")) as object;
  const text = JSON.stringify(schema);
  for (const key of overlayKeys) {
    expect(text).toContain(`"${key}"`);
    expect(Object.keys(overlayExamples[key].written)[0]).toBe(key);
  }
});

describe("what belongs into a file of the package fits there", () => {
  const json = () => JSON.parse(JSON.stringify(book)) as Rulebook;

  test("a scholarship", () => {
    const written = overlayExamples.scholarship.elsewhere.written;
    const whole = json();
    const { scholarship } = whole.pathways;
    if (scholarship === undefined) throw new Error("no file of scholarships");
    const own = {
      title: "Have it",
      id: "asked",
      obligation: "reviewed",
      pathways: [written.id],
      sources: ["all-apply25"],
    };
    const file = {
      ...scholarship,
      pathways: [...scholarship.pathways, written],
      requirements: [...scholarship.requirements, own],
    };
    const added = { ...whole, order: [...whole.order, written.id], pathways: { ...whole.pathways, scholarship: file } };
    expect(() => parseRulebook(added)).not.toThrow();
  });

  test("where else one applies", () => {
    const whole = json();
    const places = [
      ...whole.places.filter(({ places: own }) => own?.[0] !== "US-IL"),
      overlayExamples.otherwise.elsewhere.written,
    ];
    expect(() => parseRulebook({ ...whole, places })).not.toThrow();
  });
});
