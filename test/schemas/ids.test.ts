/** Ids are completed by an editor, and a wrong one does not compile: checked in `npm run types`. */
import { expect, expectTypeOf, test } from "vitest";
import {
  type AssociationId,
  associations,
  evaluate,
  fees,
  isAssociationId,
  isPathwayId,
  type PathwayId,
  rulebook,
  rulesInForce,
} from "../../src/index";
import type { Applicant } from "../../src/model/applicant";
import { rulebook as ownRulebook } from "../language/rulebooks";

const asOf = "2026-11-23";

test("an id that ships is taken, a wrong one refused", () => {
  evaluate({}, { asOf, pathways: ["IFS", "ERS-emerging"], association: "us-wa", detail: "status" });
  // @ts-expect-error there is no such pathway
  expect(() => evaluate({}, { asOf, pathways: ["IFZ"] })).toThrow("/options/pathways");
  // @ts-expect-error nor such an association
  expect(() => evaluate({}, { asOf, association: "us-zz" })).toThrow("/options/association");
  // @ts-expect-error wherever it is named
  expect(() => fees({ asOf, association: "us-wa", pathway: "ifs" })).toThrow("/options/pathway");
});

test("what is handed out is taken back", () => {
  const [first] = associations({ asOf });
  const [pathway] = evaluate({}, { asOf, detail: "status" }).pathways;
  expectTypeOf(first?.id).toEqualTypeOf<AssociationId | undefined>();
  expectTypeOf(pathway?.pathway).toEqualTypeOf<PathwayId | undefined>();
  expect(rulesInForce({ asOf, association: first?.id, pathways: rulebook().order }).pathways.length).toBeGreaterThan(
    14,
  );
});

test("a text from outside is asked about first", () => {
  const chosen: readonly string[] = ["IFS", "IFZ", "us-wa"];
  // @ts-expect-error any text is no id
  expect(() => evaluate({}, { asOf, pathways: chosen })).toThrow();
  expect(evaluate({}, { asOf, pathways: chosen.filter((one) => isPathwayId(one)) }).pathways).toHaveLength(1);
  expect(chosen.filter((one) => isAssociationId(one))).toEqual(["us-wa"]);
  expect(isAssociationId("constructor")).toBe(false);
});

test("a rulebook of one's own has ids of its own", () => {
  const book = ownRulebook({
    requirement: {
      id: "rule",
      routes: [{ id: "any", title: "Any", conditions: { fact: "residence", operator: "equal", value: "IE" } }],
    },
  });
  const own: string = book.order[0] ?? "";
  expect(isPathwayId(own, book)).toBe(true);
  expect(isPathwayId("IFA", book)).toBe(own === "IFA");
  if (isPathwayId(own, book)) {
    const { pathways } = evaluate({}, { asOf, rulebook: book, pathways: [own] });
    expect(pathways.map(({ pathway }) => pathway === own)).toEqual([true]);
  }
});

test("evidence may name an association whose rules are not known", () => {
  const applicant: Applicant = { credentials: [{ kind: "endorsement", association: "us-nv" }] };
  expect(evaluate(applicant, { asOf, pathways: ["IFA"] }).pathways).toHaveLength(1);
});
