/** The page for rule authors: what it quotes stands in the rules, and its worked change works. */
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { checks } from "../../scripts/rule-checks";
import { readRules } from "../../scripts/rules-folder";
import { expectedPathways, failuresOf, type GoldenCase } from "../../src/cases/golden";
import { evaluate } from "../../src/index";
import { measureFacts } from "../../src/model/facts";
import { operators } from "../../src/model/operators";
import { feeKinds, membershipIssuers, noteReasons, type Overlay, processKinds } from "../../src/model/overlay";
import type { Requirement, Rulebook, Source, WrittenRequirement } from "../../src/model/rulebook";
import { embeddedRulebook } from "../../src/rules/embedded";
import { parseApplicant, parseOverlay, parseRulebook } from "../../src/schema";
import { judge } from "../../src/verdict/judge";

const readme = readFileSync("rules/README.md", "utf8");

/** The block of JSON after a remark. */
function block<T>(remark: string): T {
  const [, code] = readme.split(`<!-- ${remark} -->`)[1]?.match(/```json\n([\s\S]*?)```/) ?? [];
  if (code === undefined) throw new Error(`rules/README.md has no block after "${remark}"`);
  return JSON.parse(code) as T;
}

const source = block<Source>("add to rules/sources.json");
const edition = block<Requirement>("add to rules/pathways/family-associate.json");
const cases = block<readonly GoldenCase[]>("add to cases/IFA.json");

/** The rules with the worked change; whoever does it as an exercise has it already. */
function changed(): Rulebook {
  const rules = structuredClone(readRules()) as Rulebook;
  if (rules.sources.some(({ id }) => id === source.id)) return rules;
  (rules.sources as Source[]).push(source);
  const { requirements } = rules.pathways["family-associate"] ?? { requirements: [] };
  (requirements as Requirement[]).push(edition);
  return rules;
}

const stateOn = (rulebook: Rulebook, golden: GoldenCase, asOf: string) =>
  judge(parseApplicant(golden.applicant), { rulebook, asOf, pathways: ["IFA"] }).pathways[0]?.requirements.find(
    ({ id }) => id === "training",
  )?.status;

test("the requirement that it reads stands in the rules, with questions", () => {
  const quoted = block<WrittenRequirement>("in rules/pathways/mental-health-specialist.json");
  const all = (embeddedRulebook().pathways["mental-health-specialist"]?.requirements ?? []) as WrittenRequirement[];
  const own = all.find(({ id, inForce }) => id === quoted.id && inForce?.from === quoted.inForce?.from);
  const { questions, ...rest } = own ?? { questions: undefined };
  expect(rest).toEqual(quoted);
  expect(questions).not.toBeUndefined();
});

describe("the worked change", () => {
  test("passes every check", () => {
    const rules = changed();
    expect(Object.entries(checks).flatMap(([name, check]) => check(rules).map((one) => ({ name, ...one })))).toEqual(
      [],
    );
  });

  test("gives the answers of its cases", () => {
    const rulebook = parseRulebook(changed());
    for (const golden of cases) {
      const { applicant, options, expected } = golden;
      const verdict = judge(parseApplicant(applicant), {
        ...options,
        rulebook,
        pathways: expectedPathways({ expected }),
        detail: "account",
      });
      expect(failuresOf(golden, verdict), golden.id).toEqual([]);
    }
  });

  test("leaves the day before as it was", () => {
    const rulebook = parseRulebook(changed());
    for (const golden of cases) {
      expect(stateOn(rulebook, golden, "2027-06-30")).toBe(stateOn(embeddedRulebook(), golden, "2027-06-30"));
    }
    const short = cases.find(({ id }) => id === "ifa-training-32-on-the-day") as GoldenCase;
    expect(stateOn(rulebook, short, "2027-06-30")).not.toBe(stateOn(rulebook, short, "2027-07-01"));
  });
});

describe("an association's own file", () => {
  const sample = block<Overlay>("an association's own file");

  test("can be used", () => {
    expect(parseOverlay(sample)).toEqual(sample);
  });

  test("shows each kind of statement that the text is about", () => {
    const { membership = [], requirements = [], choose, fees, process } = sample;
    expect(membership.some(({ year }) => year?.cutOff !== undefined)).toBe(true);
    expect(requirements.some((change) => "replace" in change)).toBe(true);
    expect(requirements.some((change) => "asOn" in change)).toBe(true);
    expect([choose, fees, process]).not.toContain(undefined);
  });

  test("every key of the file, every way to change a requirement and every kind is explained", () => {
    const { $defs } = JSON.parse(readFileSync("rules/schema/overlay.schema.json", "utf8")) as {
      readonly $defs: {
        readonly Overlay: { readonly properties: object };
        readonly RequirementChange: { readonly anyOf: readonly object[] };
      };
    };
    expect(unexplained(Object.keys($defs.Overlay.properties))).toEqual([]);
    expect($defs.RequirementChange.anyOf).toHaveLength(5);
    for (const way of ["replace", "add", "remove", "obligation", "asOn"]) {
      expect(readme).toMatch(new RegExp(`^\\| \`.*"${way}": `, "m"));
    }
    expect(unexplained([...feeKinds, ...processKinds, ...noteReasons, ...membershipIssuers])).toEqual([]);
    expect(readme).toContain("`over`");
  });

  test("changes a verdict", () => {
    const asOf = "2026-11-23";
    const [kind, paid, service] = ["employment", true, ["early-intervention"]] as const;
    const focus = { socialEmotionalFocus: true, relationshipFocus: true };
    const job = { kind, paid, service, ...focus, start: "2020-01-01", ages: [0, 36] as const, families: 11 };
    const applicant = { work: [job] };
    const stateBy = (overlay?: Overlay) =>
      evaluate(applicant, { asOf, pathways: ["IFS"], ...(overlay && { overlay }) }).pathways[0]?.requirements.find(
        ({ id }) => id === "families",
      )?.status;
    expect(stateBy(parseOverlay(sample))).toBe("unmet");
    expect(stateBy()).toBe("met");
  });
});

/** The words that the page does not explain in a table. */
function unexplained(words: readonly string[]): readonly string[] {
  const tables = readme.split("\n").filter((row) => row.startsWith("| "));
  return words.filter((word) => !tables.some((row) => row.includes(`\`${word}\``)));
}

test("every fact and operator of the language is explained", () => {
  expect(unexplained([...measureFacts, ...operators])).toEqual([]);
});

test("every field of a pathway and of a requirement is explained", () => {
  const schema = JSON.parse(readFileSync("rules/schema/pathway-file.schema.json", "utf8")) as {
    readonly $defs: Readonly<Record<"Pathway" | "WrittenRequirement", { readonly properties: object }>>;
  };
  const { Pathway, WrittenRequirement } = schema.$defs;
  const fields = [Pathway, WrittenRequirement].flatMap(({ properties }) => Object.keys(properties));
  expect(fields).toContain("obligation");
  expect(unexplained(fields)).toEqual([]);
});

test("every file of the rules is named", () => {
  const names = readdirSync("rules", { withFileTypes: true }).map((one) => {
    if (!one.isDirectory()) return one.name;
    return one.name === "schema" ? "schema/*.schema.json" : `${one.name}/*.json`;
  });
  expect(unexplained(names.filter((name) => name !== "README.md"))).toEqual([]);
});

test("every script for rule authors is named", () => {
  const { scripts } = JSON.parse(readFileSync("package.json", "utf8")) as { readonly scripts: object };
  const own = Object.keys(scripts).filter((name) => name.startsWith("rules:") || name === "docs");
  expect(unexplained(own.map((name) => `npm run ${name}`))).toEqual([]);
});
