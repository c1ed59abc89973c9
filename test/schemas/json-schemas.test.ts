/** The JSON Schemas in `rules/schema/`: described in every field, fresh, and in agreement with the library. */

import { readdirSync, readFileSync } from "node:fs";
import type { ValidateFunction } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import { beforeAll, describe, expect, test } from "vitest";
import { jsonSchemas } from "../../scripts/schemas";
import { evaluate } from "../../src/index";
import type { Applicant } from "../../src/model/applicant";
import { details } from "../../src/model/verdict";
import { embeddedRulebook } from "../../src/rules/embedded";
import { BASE_LANGUAGE, translations } from "../../src/rules/translations";
import { goldenFile, goldenPaths, verdictOn } from "../generate/golden-cases";

type Json = Readonly<Record<string, unknown>>;

const authorsFiles = [
  "rulebook-file",
  "requirements",
  "routes",
  "questions",
  "conditions",
  "equivalences",
  "credentials",
  "sources",
  "renamed",
  "register",
  "differences",
  "headings",
  "places",
] as const;
const names = [
  "applicant",
  "rulebook",
  "pathway-file",
  "overlay",
  "verdict",
  "cases",
  "translation",
  ...authorsFiles,
] as const;
type Name = (typeof names)[number];

const fileOf = (name: Name) => `rules/schema/${name}.schema.json`;
const read = (path: string): unknown => JSON.parse(readFileSync(path, "utf8"));
const files = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".json") && !file.startsWith("files/"))
    .map((file) => `${folder}/${file}`)
    .sort();

const validators = new Map<Name, ValidateFunction>();

beforeAll(() => {
  const ajv = new Ajv2020({ strict: true, allowUnionTypes: true });
  // the patterns beside it say the same
  ajv.addFormat("date", true);
  ajv.addFormat("uri", { validate: (text: string) => URL.canParse(text) });
  for (const name of names) validators.set(name, ajv.compile(read(fileOf(name)) as Json));
});

function problems(name: Name, data: unknown): string[] {
  const validate = validators.get(name) as ValidateFunction;
  validate(data);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

describe("freshness", () => {
  test("the schemas are those of `npm run schemas`", () => {
    const fresh = jsonSchemas();
    const others = Object.keys(translations).filter((language) => language !== BASE_LANGUAGE);
    const expected = [...names, ...others.map((language) => `applicant.${language}`)];
    expect([...fresh.keys()].sort()).toEqual(expected.map((name) => `${name}.schema.json`).sort());
    for (const [file, schema] of fresh) expect(read(`rules/schema/${file}`), file).toEqual(schema);
  });
});

describe("descriptions", () => {
  /** Every property of a schema, with its place. */
  function properties(node: unknown, at = ""): { at: string; property: Json }[] {
    if (typeof node !== "object" || node === null) return [];
    const own = Object.entries(((node as Json)["properties"] ?? {}) as Json).map(([name, property]) => ({
      at: `${at}.${name}`,
      property: property as Json,
    }));
    return [...own, ...Object.entries(node).flatMap(([key, child]) => properties(child, `${at}/${key}`))];
  }

  test.for(names)("every property of %s is described in a sentence", (name) => {
    const all = properties(read(fileOf(name)));
    expect(all.length).toBeGreaterThan(1);
    const bad = all.filter(({ property }) => !/^\S.*\.$/.test(String(property["description"] ?? "")));
    expect(bad.map(({ at }) => at)).toEqual([]);
  });

  test.for(names)("every definition of %s is described in a sentence", (name) => {
    const { $defs } = read(fileOf(name)) as { readonly $defs: Readonly<Record<string, Json>> };
    const bad = Object.entries($defs).filter(([, { description }]) => !/^\S.*\.$/.test(String(description ?? "")));
    expect(bad.map(([id]) => id)).toEqual([]);
  });

  const work = (name: Name) =>
    (
      read(fileOf(name)) as {
        readonly $defs: { readonly Work: { readonly properties: Readonly<Record<string, Json>> } };
      }
    ).$defs.Work.properties;

  test("for authors, a description is the docstring of the interface", () => {
    expect(work("cases")["fullTimeShare"]?.["description"]).toBe("The share of full time, above 0 and at most 1.");
  });

  test("for applicants, titles and descriptions are the words for people, and every word has its title", () => {
    expect(work("applicant")["fullTimeShare"]).toMatchObject({
      title: "Share of full time",
      description: "1 for full time, 0.5 for half time.",
      examples: [0.5],
    });
    expect(work("applicant")["kind"]?.["oneOf"]).toContainEqual({ const: "internship", title: "Internship" });
    expect(JSON.stringify(read(fileOf("applicant")))).not.toContain('"enum"');
  });
});

describe("accepted", () => {
  test("the whole embedded rulebook", () => {
    expect(problems("rulebook", embeddedRulebook())).toEqual([]);
  });

  test.for(files("rules/pathways"))("%s", (file) => {
    expect(problems("pathway-file", read(file))).toEqual([]);
  });

  test.for(files("rules/associations"))("%s", (file) => {
    expect(problems("overlay", read(file))).toEqual([]);
  });

  test.for(goldenPaths)("%s", (file) => {
    expect(problems("cases", read(file))).toEqual([]);
  });

  test.for(files("examples"))("%s", (file) => {
    expect(problems("applicant", read(file))).toEqual([]);
  });

  test.for(files("examples"))("the verdict on %s, with and without an association", (file) => {
    const applicant = read(file) as Applicant;
    for (const association of [undefined, "us-wa", "us-ct"] as const) {
      for (const detail of details) {
        const verdict = evaluate(applicant, { asOf: "2026-11-23", detail, ...(association && { association }) });
        expect(problems("verdict", JSON.parse(JSON.stringify(verdict))), detail).toEqual([]);
      }
    }
  });

  test.for(goldenPaths)("the verdicts on %s", (file) => {
    const found = goldenFile(file).cases.flatMap((golden) =>
      details.flatMap((detail) =>
        problems("verdict", JSON.parse(JSON.stringify(verdictOn(golden, detail)))).map(
          (problem) => `${golden.id} ${detail}: ${problem}`,
        ),
      ),
    );
    expect(found).toEqual([]);
  });

  test.for(files("rules/translations"))("%s", (file) => {
    expect(problems("translation", read(file))).toEqual([]);
  });

  test.for(authorsFiles)("%s", (name) => {
    const file = name === "rulebook-file" ? "rulebook" : name;
    expect(problems(name, read(`rules/${file}.json`))).toEqual([]);
  });

  test("in an editor: every file of rules, cases and examples has its schema", () => {
    const settings = read(".vscode/settings.json") as {
      readonly "json.schemas": readonly { readonly fileMatch: readonly string[]; readonly url: string }[];
    };
    const matches = settings["json.schemas"].flatMap(({ fileMatch, url }) =>
      fileMatch.map((pattern) => ({ pattern: pattern.slice(1), url })),
    );
    for (const { url } of matches) expect(names.map((name) => `./${fileOf(name)}`)).toContain(url);
    const all = [...files("rules"), ...files("cases"), ...files("examples")];
    const data = all.filter((file) => !file.startsWith("rules/schema/"));
    expect(data.filter((file) => !matches.some(({ pattern }) => matchesGlob(file, pattern)))).toEqual([]);
  });
});

/** Whether a path matches a pattern in which `*` is part of a name and `**` any folders. */
function matchesGlob(file: string, pattern: string): boolean {
  const source = pattern
    .replaceAll(".", "\\.")
    .replace("**/", "(.+/)?")
    .replaceAll(/(?<![.)])\*/g, "[^/]*");
  return new RegExp(`^${source}$`).test(file);
}

describe("refused", () => {
  const applicant: Json = { training: [{ date: "2025-03-01", hours: 6 }] };
  const verdict = (): Json =>
    JSON.parse(JSON.stringify(evaluate(applicant as Applicant, { asOf: "2026-01-01", detail: "account" })));
  const cited = { sources: [{ source: "a-page" }], confidence: "high" };
  const leaf = { fact: "hours", operator: "greaterThanInclusive", value: 30, params: { of: "training" } };
  const requirement = { id: "training", title: "Hours", inForce: {}, ...cited };
  const pathway = {
    id: "IFS",
    kind: "category",
    name: "A pathway",
    ageBand: [0, 36],
    sources: cited.sources,
    offered: [{ inForce: {}, ...cited }],
  };
  const pathwayFile = (conditions: unknown): Json => ({
    title: "A file",
    pathways: [pathway],
    requirements: [{ ...requirement, routes: [{ id: "hours", title: "Hours", conditions }] }],
  });
  const overlay: Json = {
    id: "us-wa",
    name: "An association",
    jurisdiction: "US-WA",
    site: "https://example.org/",
    sources: cited.sources,
  };

  test("what the wrong ones are made from is accepted", () => {
    expect(problems("applicant", applicant)).toEqual([]);
    expect(problems("verdict", verdict())).toEqual([]);
    expect(problems("pathway-file", pathwayFile(leaf))).toEqual([]);
    expect(problems("overlay", overlay)).toEqual([]);
  });

  const wrong: readonly (readonly [what: string, name: Name, data: unknown])[] = [
    ["a list", "applicant", []],
    ["an unknown collection", "applicant", { wrok: [] }],
    ["an unknown field", "applicant", { work: [{ begin: "2025-01-01" }] }],
    ["an unknown word", "applicant", { work: [{ kind: "employed" }] }],
    ["a day that is none", "applicant", { training: [{ date: "2025-02-30" }] }],
    ["negative hours", "applicant", { training: [{ hours: -1 }] }],
    ["hours as a text", "applicant", { training: [{ hours: "6" }] }],
    ["more than full time", "applicant", { work: [{ fullTimeShare: 1.5 }] }],
    ["three ages", "applicant", { work: [{ ages: [0, 12, 36] }] }],
    ["a person without an id", "applicant", { people: [{ degree: "master" }] }],
    ["a decision without a reason", "applicant", { decisions: [{ type: "waive" }] }],
    ["a place that is none", "applicant", { residence: "Washington" }],
    ["an empty group", "pathway-file", pathwayFile({ all: [] })],
    ["two kinds of condition at once", "pathway-file", pathwayFile({ all: [leaf], any: [leaf] })],
    ["an unknown operator", "pathway-file", pathwayFile({ ...leaf, operator: "atLeast" })],
    ["a priority", "pathway-file", pathwayFile({ ...leaf, priority: 2 })],
    ["one reading only", "pathway-file", pathwayFile({ readings: [], question: { id: "q", text: "?" } })],
    [
      "a requirement without sources",
      "pathway-file",
      {
        title: "A file",
        pathways: [pathway],
        requirements: [{ ...requirement, sources: [] }],
      },
    ],
    [
      "an unknown confidence",
      "pathway-file",
      {
        title: "A file",
        pathways: [pathway],
        requirements: [{ ...requirement, confidence: "sure" }],
      },
    ],
    ["an overlay with an unknown key", "overlay", { ...overlay, rules: [] }],
    ["an overlay without sources", "overlay", { ...overlay, sources: undefined }],
    [
      "two changes in one",
      "overlay",
      {
        ...overlay,
        requirements: [{ pathways: ["IFS"], ...cited, remove: "training", add: requirement }],
      },
    ],
    [
      "a membership year that is no day",
      "overlay",
      { ...overlay, membership: [{ year: { ends: "13-01" }, ...cited }] },
    ],
    ["a rulebook without an order", "rulebook", { ...embeddedRulebook(), order: undefined }],
    ["an unknown status", "verdict", { ...verdict(), pathways: [{ status: "perhaps" }] }],
    ["a verdict without its day", "verdict", { ...verdict(), asOf: undefined }],
    ["a verdict with a field of its own", "verdict", { ...verdict(), score: 1 }],
    ["a digest that is none", "verdict", { ...verdict(), rulebook: { id: "a", version: "2025-01-01", digest: "abc" } }],
    ["a case without a source", "cases", { title: "Cases", cases: [{ id: "a", description: "A case.", sources: [] }] }],
    ["an empty file of cases", "cases", { title: "Cases", cases: [] }],
  ];

  test.for(wrong)("%s, as %s", ([, name, data]) => {
    expect(problems(name, JSON.parse(JSON.stringify(data)) as unknown)).not.toEqual([]);
  });

  test("a trace with a hole", () => {
    const text = JSON.stringify(verdict());
    const broken = text.replace(/("traces":\{"\w+":\{)"status":"\w+",/, "$1");
    expect(broken).not.toBe(text);
    expect(problems("verdict", JSON.parse(broken) as unknown)).not.toEqual([]);
  });
});
