/** How far one is, what is nearest, and what differs: held against the verdicts they are read from. */

import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { compare, explain, type PlanOptions, pathwaysAhead, plan, progress, rank, whatIf } from "../../src/explain";
import { evaluate } from "../../src/index";
import type { Applicant } from "../../src/model/applicant";
import type { PathwayId } from "../../src/model/rulebook";
import type { AccountVerdict } from "../../src/model/verdict";
import { goldenCases, verdictOn } from "../generate/golden-cases";

const asOf = "2026-11-23";
const example = (name: string) => JSON.parse(readFileSync(`examples/${name}.json`, "utf8")) as Applicant;
const judged = (applicant: Applicant, pathways?: readonly PathwayId[]) =>
  evaluate(applicant, { asOf, detail: "account", ...(pathways && { pathways }) });
const requirementOf = (verdict: AccountVerdict, id: string) =>
  progress(verdict).find(({ requirement }) => requirement === id);

const teacher = example("child-care-teacher");

test("a verdict that tells less than words need is refused by all that word one, with what to do", () => {
  const told = evaluate({}, { asOf, pathways: ["IFA"] }) as unknown as AccountVerdict;
  const advice = 'received "outcome"; evaluate with detail: "account"';
  expect(() => progress(told)).toThrow(`/verdict/detail: expected "account", ${advice}`);
  expect(() => pathwaysAhead(told)).toThrow(advice);
  expect(() => explain(told)).toThrow(advice);
  expect(() => compare(judged({}, ["IFA"]), told)).toThrow(`/after/detail: expected "account", ${advice}`);
  expect(() => plan({}, { asOf, pathway: "IFA" } as PlanOptions)).toThrow("/options/pace: expected an object");
});

describe("progress", () => {
  test("counts the places that are filled", () => {
    expect(requirementOf(judged(teacher, ["IFA"]), "references")).toMatchObject({
      have: 2,
      need: 3,
      unit: "entries",
      status: "unmet",
    });
  });

  test("tells each reading, and that the requirement is not certain", () => {
    const training = requirementOf(judged(teacher, ["IFA"]), "training");
    expect(training).toMatchObject({ have: 31.5, need: 33, unit: "hours", certain: false });
    expect(training?.parts.every(({ question }) => question === "training-30-or-33")).toBe(true);
  });

  test("follows the alternative that is nearest", () => {
    const told = {
      credentials: [],
      education: [],
      work: [{ kind: "employment", paid: true, start: "2025-11-24", ages: [0, 36] }],
    } as const;
    expect(requirementOf(judged(told, ["IFA"]), "education-or-work")).toMatchObject({
      unit: "months",
      need: 24,
      have: 12,
    });
  });

  test("tells the hours of a window and how far they must still spread", () => {
    const supervisionReceived = Array.from({ length: 24 }, (_, at) => ({
      date: `2026-0${(at % 7) + 1}-10`,
      hours: 1,
      provider: "ana",
      ages: [0, 36] as const,
    }));
    const people = [{ id: "ana", degree: "master" as const, endorsements: [{ category: "IMHM-C" as const }] }];
    const rsc = requirementOf(judged({ people, supervisionReceived, education: [] }, ["IFS"]), "rsc");
    expect(rsc?.parts.some(({ unit, need }) => unit === "months" && need === 12)).toBe(true);
    expect(rsc?.parts.some(({ unit, have }) => unit === "hours" && have === 24)).toBe(true);
  });

  test("over all golden cases: shares lie between none and all, and are whole only where met", () => {
    for (const golden of goldenCases()) {
      const { id } = golden;
      for (const one of progress(verdictOn(golden))) {
        expect(one.share >= 0 && one.share <= 1, id).toBe(true);
        if ((one.share === 1) !== (one.status === "met")) expect.fail(`${id} ${one.requirement}: ${one.share}`);
        if (one.certain !== (one.status !== "unknown")) expect.fail(`${id} ${one.requirement}`);
        for (const { have, possible, need } of one.parts) {
          if (have > possible || possible > need || have < 0)
            expect.fail(`${id} ${one.requirement}: ${have} ${possible} ${need}`);
        }
      }
    }
  });
});

describe("rank", () => {
  test("the nearest pathway comes first, and no add-on whose base is out of reach", () => {
    const ranked = rank(judged(teacher));
    expect(ranked.slice(0, 2).map(({ pathway }) => pathway)).toEqual(["IFA", "ECFA"]);
    expect(ranked.map(({ pathway }) => pathway)).not.toContain("ERS");
    expect(ranked.map(({ pathway }) => pathway)).not.toContain("ERS-emerging");
    expect(ranked.map(({ pathway }) => pathway)).not.toContain("IFRS");
    expect(ranked.map(({ distance }) => distance)).toEqual(
      [...ranked.map(({ distance }) => distance)].sort((a, b) => a - b),
    );
  });

  test("an add-on is listed once its base is held or open", () => {
    expect(rank(judged(example("reflective-supervisor"))).map(({ pathway }) => pathway)).toContain("ERS");
    const ranked = rank(judged(example("home-visitor-without-degree")));
    expect(ranked.find(({ pathway }) => pathway === "IFS")).toMatchObject({ distance: 0, status: "eligible" });
    expect(ranked.map(({ pathway }) => pathway)).toContain("ERS");
  });

  test("of nobody, nothing is nearer than the plainest category", () => {
    expect(rank(judged({}))[0]?.kind).toBe("category");
  });

  test("what is met brings a pathway nearer", () => {
    const before = rank(judged(teacher)).find(({ pathway }) => pathway === "IFA")?.distance as number;
    const signed = {
      ...teacher,
      attestations: [...(teacher.attestations ?? []), { kind: "endorsement-agreement" as const }],
    };
    expect(rank(judged(signed)).find(({ pathway }) => pathway === "IFA")?.distance).toBe(
      Math.round((before - 1) * 100) / 100,
    );
  });

  test("other rules than those of the verdict are refused", () => {
    const verdict = { ...judged(teacher), rulebook: { id: "x", version: asOf, digest: "another" } };
    expect(() => rank(verdict)).toThrow("by which the verdict was reached");
  });
});

describe("pathways ahead", () => {
  const ahead = pathwaysAhead(judged(example("home-visitor-without-degree")));

  test("tell what carries over, and for which open pathway it counts too", () => {
    const next = ahead.find(({ pathway }) => pathway === "IMHS");
    expect(next?.carriesOver.length).toBeGreaterThan(2);
    expect(next?.carriesOver.every(({ alsoFor }) => alsoFor.includes("IFS"))).toBe(true);
    expect(next?.left.map(({ requirement }) => requirement)).toContain("education");
  });

  test("tell what must be held first", () => {
    expect(ahead.find(({ pathway }) => pathway === "ERS")?.asksFor).toContain("IFS");
    expect(ahead.find(({ pathway }) => pathway === "IMHS")?.asksFor).toEqual([]);
  });

  test("leave out what is open", () => {
    expect(ahead.map(({ pathway }) => pathway)).not.toContain("IFS");
  });
});

describe("compare", () => {
  test("a verdict does not differ from itself", () => {
    for (const name of ["child-care-teacher", "half-told", "policy-leader"]) {
      const verdict = judged(example(name));
      expect(compare(verdict, verdict)).toMatchObject({ pathways: [], same: verdict.pathways.length });
    }
  });

  test("tells what became of each requirement, and how far it came", () => {
    const training = [...(teacher.training ?? []), { date: "2026-11-01", hours: 1.5, topics: ["other"] as const }];
    const { pathways } = whatIf(teacher, { applicant: { ...teacher, training } }, { asOf, pathways: ["IFA"] });
    expect(pathways.map(({ before, after }) => [before, after])).toEqual([["not-yet", "not-yet"]]);
    const change = pathways[0]?.requirements.find(({ requirement }) => requirement === "training");
    expect([change?.before, change?.after]).toEqual(["unknown", "met"]);
    expect([change?.progressBefore?.have, change?.progressAfter?.have]).toEqual([31.5, 33]);
  });

  test("another association takes the place of an overlay or an association", () => {
    const { before, after, pathways } = whatIf(
      teacher,
      { association: "us-az" },
      { asOf, association: "us-wa", pathways: ["IFA"] },
    );
    expect([before.association, after.association, pathways[0]?.after]).toEqual(["us-wa", "us-az", "apply-elsewhere"]);
  });

  test("another day is judged by the rules of that day", () => {
    const { pathways } = whatIf(teacher, { asOf: "2023-06-01" }, { asOf, pathways: ["IFRS"] });
    expect(pathways[0]).toMatchObject({ before: "not-offered" });
  });
});
