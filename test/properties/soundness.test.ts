/**
 * What is met or unmet stays so whatever was not told: hidden fields are told, days that were told only as a month or a
 * year are told as some day in it, and nothing sure changes.
 */

import { expect, test } from "vitest";
import { expectedPathways } from "../../src/cases/golden";
import { presumedOf } from "../../src/evidence/field";
import { fieldOf } from "../../src/evidence/fields";
import { evaluate } from "../../src/index";
import type { Applicant, CollectionName } from "../../src/model/applicant";
import type { StatusVerdict, Verdict } from "../../src/model/verdict";
import { embeddedRulebook } from "../../src/rules/embedded";
import { Generator, numbers } from "../generate/applicants";
import { goldenCases, verdictOn } from "../generate/golden-cases";
import { blur, sharpen } from "../generate/vague-days";

const cases = goldenCases();
const book = embeddedRulebook();

/** Fields without which an entry is another one, absences from work, and what tells the share of full time that is presumed. */
const needed = new Set(["id", "category", "absences", "fullTimeShare", "hoursPerWeek"]);

/** Whether hiding a field tells something else: what the table of fields presumes of those who do not tell it. */
function isPresumed(collection: string, field: string, entry: Record<string, unknown>): boolean {
  const known = fieldOf(collection as CollectionName, field);
  return needed.has(field) || (known !== undefined && presumedOf(known, entry) !== undefined);
}

/** What is no evidence; and where one lives, which an association that says nothing of it presumes. */
const kept = ["unfinished", "decisions", "residence"];

/** Hides fields and collections of an applicant at random. */
function hide(applicant: Applicant, asOf: string, random: () => number): Applicant {
  const told = Object.entries(applicant).filter(([name]) => random() > 0.15 || kept.includes(name));
  const hidden = told.map(([name, value]) => {
    if (!Array.isArray(value) || kept.includes(name)) return [name, value];
    // an arrangement whose start is hidden is read as one session: hide all of its days or none
    return [name, value.map((entry: Record<string, unknown>) => hideFields(name, entry, asOf, random))];
  });
  return Object.fromEntries(hidden) as Applicant;
}

function hideFields(
  collection: string,
  entry: Record<string, unknown>,
  asOf: string,
  random: () => number,
): Record<string, unknown> {
  // a day that is not told has come by the day of judgment: what lies after it stays told
  const isLate = Object.values(entry).some(
    (value) => typeof value === "string" && /^\d{4}-/.test(value) && value > asOf,
  );
  if (isLate) return entry;
  // a job whose end is hidden goes on
  const all = collection === "work" ? ["start"] : ["start", "end", "date"];
  const days = random() < 0.1 ? all : [];
  const kept = Object.entries(entry).filter(([field]) => {
    if (days.includes(field)) return false;
    return isPresumed(collection, field, entry) || field === "start" || field === "date" || random() > 0.08;
  });
  return Object.fromEntries(kept);
}

/** Which cycles of renewal were judged; states alone do not tell. */
type Cycles = Pick<Verdict, "pathways">;

/** Everything that a verdict is sure of, and what became of it in another. */
function reversals(unsure: StatusVerdict, sure: StatusVerdict, cycles: () => readonly Cycles[]): string[] {
  return unsure.pathways.flatMap(({ pathway, status, requirements }, index) => {
    const other = sure.pathways[index];
    const parts = requirements.flatMap(({ id, status: truth }, at) => {
      const told = other?.requirements[at]?.status;
      return truth === "unknown" || truth === told ? [] : [`${pathway}/${id} was ${truth}, is ${told}`];
    });
    const isSure = status === "eligible" || status === "not-yet" || status === "apply-elsewhere";
    // where one lives decides only who says no
    const isNo = (one: string | undefined) => one === "not-yet" || one === "apply-elsewhere";
    const isSame = status === other?.status || (isNo(status) && isNo(other?.status));
    const found = isSure && !isSame ? [...parts, `${pathway} was ${status}, is ${other?.status}`] : parts;
    if (found.length === 0) return [];
    // what shows that an endorsement was renewed is told now: another cycle is judged
    const [before, after] = cycles().map((one) => one.pathways[index]?.cycle?.from);
    return before === after ? found : [];
  });
}

test("met and unmet are right under every completion of what was not told", () => {
  const random = numbers(42);
  const generator = new Generator(cases, 42);
  let decided = 0;
  let became = 0;
  for (let count = 0; count < 1000; count++) {
    const { applicant: whole, asOf } = generator.next();
    const association = count % 3 === 0 ? Object.values(book.associations)[count % 34]?.id : undefined;
    const options = { asOf, pathways: book.order, ...(association && { association }) };
    const partial = blur(hide(whole, asOf, random), random, 0.1);
    const states = (applicant: Applicant) => evaluate(applicant, { ...options, detail: "status" });
    const unsure = states(partial);
    const sure = states(whole);
    const sharp = sharpen(partial, random);
    const cycles = (other: Applicant) => () => [partial, other].map((one) => evaluate(one, options));
    const found = [...reversals(unsure, sure, cycles(whole)), ...reversals(unsure, states(sharp), cycles(sharp))];
    if (found.length > 0) expect.fail(`applicant ${count}: ${found.join(", ")}\n${JSON.stringify(partial)}`);
    for (const [index, { requirements }] of unsure.pathways.entries()) {
      for (const [at, { status }] of requirements.entries()) {
        if (status !== "unknown") decided++;
        else if (sure.pathways[index]?.requirements[at]?.status !== "unknown") became++;
      }
    }
  }
  // nothing of this is empty: much was sure, and much became so
  expect(decided).toBeGreaterThan(10_000);
  expect(became).toBeGreaterThan(1_000);
});

test("every golden case stays sure of what it is sure of", () => {
  const random = numbers(7);
  const found = cases.flatMap((golden) => {
    const { id, applicant, options, expected } = golden;
    const partial = blur(hide(applicant, options.asOf, random), random, 0.1);
    const chosen = { ...options, pathways: expectedPathways({ expected }) };
    const unsure = evaluate(partial, { ...chosen, detail: "status" });
    const cycles = () => [evaluate(partial, chosen), verdictOn(golden)];
    return reversals(unsure, verdictOn(golden, "status"), cycles).map((reversal) => `${id}: ${reversal}`);
  });
  expect(found).toEqual([]);
});
