/** The twins of the parsers that do not throw, the Standard Schema, and `undefined`, which is "not told". */
import { expect, expectTypeOf, test } from "vitest";
import { associations, evaluate, rulebook } from "../../src/index";
import type { Applicant } from "../../src/model/applicant";
import {
  applicantStandardSchema,
  parseApplicant,
  safeParseApplicant,
  safeParseOverlay,
  safeParseRulebook,
} from "../../src/schema";

test("what can be read is returned, and what cannot with every issue", () => {
  expect(safeParseApplicant({ work: [] })).toEqual({ success: true, data: { work: [] } });
  const refused = safeParseApplicant({ work: 3, training: [{ hours: -1 }] });
  expect(refused.success ? [] : refused.issues.map(({ pointer }) => pointer).sort()).toEqual([
    "/training/0/hours",
    "/work",
  ]);
  expect(safeParseRulebook(rulebook()).success).toBe(true);
  expect(safeParseRulebook({})).toMatchObject({ success: false });
  expect(safeParseOverlay(rulebook().associations["us-wa"])).toMatchObject({ success: true, data: { id: "us-wa" } });
  expect(safeParseOverlay({ id: 3 })).toMatchObject({ success: false });
});

test("a Standard Schema reads an applicant, and tells where something is wrong", () => {
  const { version, vendor, validate } = applicantStandardSchema["~standard"];
  expect({ version, vendor }).toEqual({ version: 1, vendor: "endorsement-pathways" });
  expect(validate({ work: [] })).toEqual({ value: { work: [] } });
  const { issues } = validate({ people: [{ id: "a", endorsements: [{ category: "IFZ" }] }] });
  expect(issues).toMatchObject([{ path: ["people", 0, "endorsements", 0, "category"] }]);
  expect(validate(null).issues).toMatchObject([{ path: [] }]);
});

test("what is undefined was not told", () => {
  const applicant: Applicant = { work: undefined, training: [{ date: "2025-03-01", hours: undefined, topics: [] }] };
  const told: Applicant = { training: [{ date: "2025-03-01", topics: [] }] };
  expectTypeOf<{ readonly hours: undefined }>().toExtend<NonNullable<Applicant["training"]>[number]>();
  expect(parseApplicant(applicant)).toStrictEqual(told);
  const options = { asOf: "2026-11-23", association: undefined, overlay: undefined, pathways: undefined };
  expect(evaluate(applicant, options)).toStrictEqual(evaluate(told, { asOf: "2026-11-23" }));
});

test("the list of associations is worked out once a day, and is everybody's own", () => {
  const first = associations({ asOf: "2026-11-23" });
  first.length = 0;
  expect(associations({ asOf: "2026-11-23" }).length).toBeGreaterThan(30);
  expect(associations({ asOf: "2012-01-01" })).not.toEqual(associations({ asOf: "2026-11-23" }));
  const start = performance.now();
  for (let count = 0; count < 1_000; count++) associations({ asOf: "2026-11-23" });
  expect(performance.now() - start).toBeLessThan(250);
});
