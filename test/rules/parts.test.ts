/** The parts of the shipped rulebook judge as the whole does. */
import { describe, expect, test } from "vitest";
import { deepFreeze } from "../../src/base/freeze";
import { expectedPathways } from "../../src/cases/golden";
import { evaluate as evaluateBy } from "../../src/core";
import { evaluate, whereToApply } from "../../src/index";
import type { Overlay } from "../../src/model/overlay";
import { digestOf } from "../../src/rules/digest";
import { embeddedRulebook } from "../../src/rules/embedded";
import { associationPart, basePart } from "../../src/rules/parts";
import { goldenCases } from "../generate/golden-cases";

const book = embeddedRulebook();
const digest = digestOf(book, undefined);
const base = deepFreeze(basePart(book, digest));
const parts = new Map(
  Object.entries(book.associations).map(([id, overlay]) => [id, deepFreeze(associationPart(overlay, digest))]),
);

describe("the parts of the rulebook", () => {
  test("give golden cases the outcome of the whole", () => {
    let inAssociations = 0;
    // of cases that stand together, most are about the same
    for (const { id, applicant, options, expected } of goldenCases().filter((_, at) => at % 9 === 0)) {
      const { association, ...rest } = options;
      const how = { ...rest, pathways: expectedPathways({ expected }) };
      const overlay = association === undefined ? undefined : parts.get(association);
      if (overlay !== undefined) inAssociations++;
      const whole = evaluate(applicant, { ...how, association });
      const judged = evaluateBy(applicant, { ...how, rulebook: base, overlay });
      if (JSON.stringify(judged) !== JSON.stringify(whole)) expect(judged, id).toEqual(whole);
    }
    expect(inAssociations).toBeGreaterThan(20);
  });

  test.for(["US-WA", "US-MT", "US-OH", "IE", "AU-WA", "AU", "FR", "US"])(
    "know where one applies from %s",
    (residence) => {
      const asOf = "2026-11-23";
      const whole = whereToApply({ residence, asOf });
      expect(whereToApply({ residence, asOf, rulebook: base })).toEqual(whole);
      for (const association of ["us-wa", "alliance", "us-or"] as const) {
        const how = { asOf, detail: "outcome" } as const;
        const judged = evaluateBy({ residence }, { ...how, rulebook: base, overlay: parts.get(association) });
        expect(judged, association).toEqual(evaluate({ residence }, { ...how, association }));
      }
    },
  );

  test("have no words, so they give no account of themselves", () => {
    expect(JSON.stringify(base)).not.toMatch(/"title"|"notes"/);
    expect(() => evaluateBy({}, { asOf: "2026-11-23", rulebook: base, detail: "account" })).toThrow("no words");
  });

  test("know no association but by its overlay", () => {
    const how = { asOf: "2026-11-23", rulebook: base };
    expect(() => evaluateBy({}, { ...how, association: "us-wa" })).toThrow(
      "expected nothing: pass the overlay of endorsement-pathways/associations/us-wa as options.overlay",
    );
  });

  test("bear the digest of the whole only together", () => {
    const other = deepFreeze({ ...(parts.get("us-wa") as Overlay), digest: "another" });
    const own = (overlay: Overlay | undefined) => evaluateBy({}, { asOf: "2026-11-23", rulebook: base, overlay });
    expect(own(parts.get("us-wa")).rulebook.digest).toBe(digest);
    expect(() => own(other)).toThrow("the rules were not checked");
  });
});
