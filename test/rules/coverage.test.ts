/** The golden cases stand on every state, route, threshold, cap and day of change. */

import { expect, test } from "vitest";
import { untried } from "../../scripts/coverage";
import { readCases } from "../../scripts/rules-folder";
import type { PathwayId } from "../../src/model/rulebook";
import { embeddedRulebook } from "../../src/rules/embedded";
import { findPathway } from "../../src/rules/in-force";

const book = embeddedRulebook();
const cases = readCases();

/** What cannot be tried, with the reason. */
const impossible: Readonly<Record<string, string>> = {
  "no case finds ECFS/education from 2022-09 unmet":
    "one of the two readings asks for no degree, so nobody certainly fails",
  "no case finds route level of ECFS/education from 2022-09 unmet": "the same",
  "no case finds ERS-emerging/rsc-provision unmet":
    "one of the two readings asks for nothing, so nobody certainly fails",
  "no case finds route provides of ERS-emerging/rsc-provision unmet": "the same",
};

test("nothing is left untried but what cannot be tried", () => {
  expect([...untried(book, cases)].sort()).toEqual(Object.keys(impossible).sort());
});

test("there are at least ten cases a category and 250 in all", () => {
  const isHelp = (id: PathwayId) => findPathway(book, id)?.pathway.kind === "scholarship";
  for (const id of book.order.filter((one) => !isHelp(one))) {
    expect(cases.filter(({ expected }) => id in expected).length, id).toBeGreaterThanOrEqual(10);
  }
  expect(cases.length).toBeGreaterThanOrEqual(250);
});

test("a case that is removed is missed", () => {
  const needed = [
    "ers-training-14",
    "imhs-exam-abolished",
    "ifrs-replaced",
    "imhm-c-rsc-24-about-2024",
    "ifa-volunteer",
  ];
  const known = new Set(Object.keys(impossible));
  const missed = needed.map((id) => {
    const left = cases.filter((golden) => golden.id !== id);
    expect(left, id).toHaveLength(cases.length - 1);
    return untried(book, left).filter((one) => !known.has(one)).length > 0;
  });
  // a case may have a twin that stands on the same spot; not all of these have
  expect(missed.filter(Boolean).length).toBeGreaterThanOrEqual(2);
});

test("the cases of one requirement that are removed are missed", () => {
  const left = cases.filter(({ id }) => !id.startsWith("ifa-membership"));
  const missed = untried(book, left).filter((one) => one.includes("IFA/membership"));
  expect(missed).toEqual(
    expect.arrayContaining(["no case finds IFA/membership met", "no case finds IFA/membership unmet"]),
  );
});
