/** Every field of the applicant is read by a rule, a measure, a warning or a text: what nobody reads is a rule that is missing. */
import { expect, test } from "vitest";
import { everyField, readersOf } from "../../scripts/readers";
import { fields } from "../../src/evidence/fields";
import { embeddedRulebook } from "../../src/rules/embedded";
import { goldenCases } from "../generate/golden-cases";

const book = embeddedRulebook();
/** Cases that differ in the collections that they tell, so that each collection is read in many ways. */
const cases = goldenCases().filter((_, index) => index % 40 === 0);
const readers = readersOf(book, cases);

test("the list is that of the data", () => {
  const names = everyField();
  for (const [collection, own] of Object.entries(fields)) {
    for (const field of Object.keys(own)) expect(names).toContain(`${collection}.${field}`);
  }
  expect(names).toContain("residence");
  expect(names).toContain("people.endorsements.association");
  expect(names).toContain("work.absences.end");
});

test("no field is idle", () => {
  expect(everyField().filter((name) => readers(name).length === 0)).toEqual([]);
});

test("what decides is read by a rule or drawn by a measure", () => {
  const decides = (name: string) => readers(name).some((reader) => reader !== "warnings" && reader !== "texts");
  for (const name of [
    "training.competencies",
    "training.ages",
    "training.topics",
    "training.completed",
    "training.credits",
    "training.ceus",
    "training.hours",
    "credentials.until",
    "credentials.status",
    "credentials.association",
    "people.endorsements.association",
    "work.fullTimeShare",
    "work.hoursPerWeek",
    "work.absences",
    "work.ages",
    "applications.pathway",
    "applications.open",
    "leadership.reach",
    "leadership.kind",
    "supervisionProvided.peer",
  ]) {
    expect(decides(name), name).toBe(true);
  }
});

test("a field that nobody reads is found idle", () => {
  expect(readers("training.color")).toEqual([]);
  expect(readers("training.provider")).toEqual([]);
  const withoutRules = readersOf({ ...book, pathways: {}, associations: {} }, []);
  expect(withoutRules("training.topics")).toEqual([]);
});
