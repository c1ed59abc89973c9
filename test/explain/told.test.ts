/** What is told further: a new applicant, in which all else is as it was. */
import { expect, test } from "vitest";
import { indexNamed, withEntries, withField, withPerson } from "../../src/explain/told";
import type { Applicant } from "../../src/index";

const told: Applicant = { work: [{ id: "1" }, { title: "Home visits" }], unfinished: ["training"] };

test("an entry is found by its id, else by its place", () => {
  expect(indexNamed(told, "work", "work/1")).toBe(0); // the first has an id that looks like a place
  expect(indexNamed(told, "work", "work/0")).toBe(-1);
  expect(indexNamed({ work: [{}, {}] }, "work", "work/1")).toBe(1);
  expect(indexNamed(told, "training", "training/0")).toBe(-1);
});

test("a field is told of one entry", () => {
  expect(withField(told, "work", "work/1", { paid: true })).toEqual({
    ...told,
    work: [{ id: "1", paid: true }, { title: "Home visits" }],
  });
  expect(withField(told, "work", "work/7", { paid: true })).toEqual(told);
  expect(withField(told, "exams", undefined, { passed: true })).toEqual(told);
});

test("a collection is open until it is said that this is all", () => {
  const open = withEntries(told, "exams", [{ part: 1 }], false);
  expect(open).toEqual({ ...told, exams: [{ part: 1 }], unfinished: ["training", "exams"] });
  expect(withEntries(open, "exams", [], false).unfinished).toEqual(["training", "exams"]);
  expect(withEntries(open, "exams", [], true)).toEqual({ ...told, exams: [] });
  expect(withEntries(told, "training", [], true)).toEqual({ work: told.work, training: [] });
});

test("a person has an id made of the name, and of nobody else", () => {
  const { applicant, id } = withPerson(told, "María José");
  expect(id).toBe("maria-jose");
  expect(withPerson(applicant, "Maria Jose").id).toBe("maria-jose-2");
  expect(withPerson(told, "李").id).toBe("person");
});
