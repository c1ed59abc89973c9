/** Where one applies: every state, territory and country has an answer, and none is invented. */

import { describe, expect, test } from "vitest";
import { isCountry } from "../../src/base/countries";
import { states } from "../../src/base/known-places";
import { associations, evaluate, fees, whereToApply } from "../../src/index";
import type { AssociationId } from "../../src/model/applicant";
import { embeddedRulebook } from "../../src/rules/embedded";
import { parseRulebook } from "../../src/schema";
import { rawRulebook } from "../language/rulebooks";

const asOf = "2026-11-23";
const book = embeddedRulebook();
const at = (residence: string, day = asOf) => whereToApply({ residence, asOf: day });

const STATES = [...(states.get("US")?.keys() ?? [])].map((state) => `US-${state}`);
const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
const countries = letters.flatMap((first) => letters.map((second) => `${first}${second}`)).filter(isCountry);

describe("every place has an answer", () => {
  test.for([...STATES, ...countries])("%s", (residence) => {
    const where = at(residence);
    expect(where.text.length).toBeGreaterThan(40);
    expect(where.association === undefined).toBe(where.kind === "unknown");
    if (where.association !== undefined) expect(Object.keys(book.associations)).toContain(where.association);
  });

  test("the states that an association serves are those of the associations, and the rest is told place by place", () => {
    const served = STATES.filter((state) => at(state).kind === "association");
    const members = Object.values(book.associations).flatMap(({ jurisdiction }) => jurisdiction ?? []);
    expect(served.sort()).toEqual(members.filter((place) => place.startsWith("US-")).sort());
    const told = book.places.flatMap(({ places }) => places ?? []);
    for (const state of STATES) if (!served.includes(state)) expect(told).toContain(state);
  });

  test("of no state is it said that the Alliance takes applications unless a page shows another system there", () => {
    const direct = STATES.filter((state) => at(state).kind === "alliance");
    expect(direct).toEqual(["US-CA", "US-IL", "US-NH", "US-OH", "US-VT"].sort());
  });
});

test("an association answers for its place, with its site", () => {
  expect(at("US-MI")).toMatchObject({ kind: "association", association: "us-mi" });
  expect(at("US-MI").text).toContain("https://mi-aimh.org/");
  expect(at("IE").association).toBe("ie");
  expect(at("IE-D").association).toBe("ie");
  expect(at("AU-WA").association).toBe("au-wa");
});

test("a territory is a part of its country, whichever of its codes is told", () => {
  for (const [code, place] of [
    ["PR", "US-PR"],
    ["GU", "US-GU"],
  ] as const)
    expect(at(code)).toEqual(at(place));
  const degree = (country: string) =>
    evaluate(
      { education: [{ level: "bachelor", conferred: "2015-06-01", country }] },
      { asOf: "2022-01-01", pathways: ["IFS"] },
    ).pathways[0]?.requirements.find(({ id }) => id === "education")?.status;
  expect(["US", "PR", "GU", "VI", "CA"].map(degree)).toEqual(["met", "met", "met", "met", "unknown"]);
});

test("elsewhere in a country that one association serves in part, nothing is known", () => {
  expect(at("AU-VIC")).toMatchObject({ kind: "unknown" });
  expect(at("AU")).toMatchObject({ kind: "unknown" });
  expect(at("US").text).toMatch(/depends on the part of the country: tell it, such as US-/);
});

test("the direct route to the Alliance is one of about 2025", () => {
  expect(at("CA", "2024-12-31")).toMatchObject({ kind: "unknown" });
  expect(at("CA", "2024-12-31").text).toContain("if an employer in a member state required it");
  expect(at("CA", "2025-01-01")).toMatchObject({ kind: "alliance", association: "alliance" });
  expect(at("US-OH", "2024-12-31")).toMatchObject({ kind: "unknown" });
  expect(at("US-OH", "2025-01-01").text).toContain("another system");
});

test("an association that offers nothing yet is no answer", () => {
  expect(at("US-VA", "2009-09-30").kind).toBe("unknown");
  expect(at("US-VA", "2009-10-31")).toMatchObject({ association: "us-va" });
});

test("a place or a day that is none is refused", () => {
  for (const residence of ["Ohio", "us-oh", "US-ZZ", "XX", "", 7]) {
    expect(() => at(residence as string)).toThrow(/\/options\/residence: expected a place .* such as US-NV or IE/);
  }
  expect(() => at("US-OH", "2026-02-30")).toThrow("/options/asOf");
});

test("a rulebook that tells nothing of places invents nothing", () => {
  const rulebook = parseRulebook(rawRulebook({}));
  expect(whereToApply({ residence: "FR", asOf, rulebook })).toEqual({
    kind: "unknown",
    text: "No page tells where one applies from there; ask the Alliance: https://allianceaimh.org/",
    sources: [],
  });
});

describe("an unknown association is answered by where to apply there", () => {
  const refusal = (association: string) => () => evaluate({}, { asOf, association: association as AssociationId });
  test("of a place", () => {
    expect(refusal("us-oh")).toThrow(/Ohio has credentials of its own.*apply to the Alliance itself/);
    expect(refusal("us-mt")).toThrow(/Not known, ask the Alliance: Montana/);
    expect(() => fees({ asOf, association: "us-oh" as never })).toThrow("Ohio");
    expect(refusal("de")).toThrow("Apply to the Alliance itself");
  });
  test("of what is no place", () => {
    expect(refusal("washington")).toThrow(/correct it$/);
  });
});

describe("the verdict points there", () => {
  const judged = (residence: string | undefined, association?: AssociationId) => {
    const verdict = evaluate(residence === undefined ? {} : { residence }, {
      asOf,
      pathways: ["IFA", "renewal"],
      ...(association && { association }),
    });
    const [ifa, renewal] = verdict.pathways;
    const asked = ifa?.questions.map(({ id }) => id).filter((id) => /^residen/.test(id));
    return { ifa: ifa?.status, renewal: renewal?.status, asked, where: verdict.whereToApply };
  };

  test("for who lives where an association is", () => {
    expect(judged("US-MI").where).toMatchObject({ association: "us-mi" });
    expect(judged("US-MI", "us-mi").where).toBeUndefined();
    expect(judged(undefined).where).toBeUndefined();
  });

  test("an association that takes only residents refuses others, and asks who tells nothing", () => {
    expect(judged("US-NV", "us-az")).toMatchObject({ ifa: "apply-elsewhere", where: { kind: "unknown" } });
    expect(judged("US-OR", "us-az")).toMatchObject({ ifa: "apply-elsewhere", where: { association: "us-or" } });
    expect(judged("US-AZ", "us-az")).toMatchObject({ asked: [], where: undefined });
    expect(judged(undefined, "us-az").asked).toEqual(["residence"]);
    expect(judged("US", "us-az").asked).toEqual(["residence"]);
    // who is endorsed already is not asked
    expect(judged("US-NV", "us-az").renewal).not.toBe("apply-elsewhere");
  });

  test("of an association that says nothing of residence it is a question for who lives elsewhere, and for nobody else", () => {
    expect(judged("US-MT", "us-wa")).toMatchObject({ asked: ["residency/us-wa"], where: { kind: "unknown" } });
    expect(judged("AU-VIC", "au-wa").asked).toEqual(["residency/au-wa"]);
    expect(judged("US-WA", "us-wa").asked).toEqual([]);
    expect(judged(undefined, "us-wa").asked).toEqual([]);
  });

  test("the Alliance takes who no association serves", () => {
    expect(judged("US-OH", "alliance")).toMatchObject({ asked: [], where: undefined });
    expect(judged("US-OH", "alliance").ifa).not.toBe("apply-elsewhere");
    expect(judged("US-WA", "alliance")).toMatchObject({ ifa: "apply-elsewhere", where: { association: "us-wa" } });
    expect(judged("US-MT", "alliance")).toMatchObject({ asked: ["residency/alliance"] });
    expect(judged(undefined, "alliance").asked).toEqual(["residence"]);
  });
});

test("the Alliance is listed among the associations, without a place of its own", () => {
  const alliance = associations({ asOf }).find(({ id }) => id === "alliance");
  expect(alliance).not.toHaveProperty("jurisdiction");
  expect(alliance?.offered).toContain("ECFS");
});
