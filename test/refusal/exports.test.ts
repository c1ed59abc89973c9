/** Every function that the package exports, given nothing, null, a wrong type, an unknown id: none ends in a bare error. */
import { describe, expect, test } from "vitest";
import * as batch from "../../src/batch";
import * as core from "../../src/core";
import * as explaining from "../../src/explain";
import * as forms from "../../src/forms";
import * as importing from "../../src/import";
import * as workbooks from "../../src/import-xlsx";
import * as index from "../../src/index";
import * as engine from "../../src/json-rules-engine";
import * as schema from "../../src/schema";
import { EVALUATE_OPTIONS } from "../../src/verdict/options";
import { rawRulebook } from "../language/rulebooks";

const exported: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  index,
  core,
  schema,
  batch,
  explain: explaining,
  forms,
  import: importing,
  "import-xlsx": workbooks,
  "json-rules-engine": engine,
};

const isClass = (value: object) => /^class\b/.test(Function.prototype.toString.call(value));
const functions = Object.entries(exported).flatMap(([entry, names]) =>
  Object.entries(names).flatMap(([name, value]) =>
    typeof value === "function" && !isClass(value) ? [[`${entry}.${name}`, value as Called] as const] : [],
  ),
);
type Called = (...args: unknown[]) => unknown;

const asOf = "2026-11-23";
const book = index.rulebook();
/** A rulebook of one pathway, for the whole one takes long to read. */
const raw = rawRulebook({});
const judging = { asOf, pathways: ["IFA"] } as const;
const verdict = index.evaluate({}, { ...judging, detail: "account" });
const planning = { asOf, pathway: "IFA", pace: {} } as const;
const table = "Date,Hours\n2024-03-14,2";
const training = { collection: "training" } as const;

const language = ["language", "translation"];
const words = [...language, "format"];
const rules = ["overlay", "rulebook"];
const reading = ["columns", "dates", "year", "people", "defaults", "headings", "limits"];
const writing = ["people", ...language];

/** What each function is rightly given; the options, which stand last, with every name that they have. */
const calls: Readonly<Record<string, readonly [args: readonly unknown[], options?: readonly string[]]>> = {
  "index.evaluate": [[{}, judging], EVALUATE_OPTIONS],
  "index.rulesInForce": [[judging], EVALUATE_OPTIONS],
  "index.associations": [[{ asOf }], ["asOf", "rulebook"]],
  "index.fees": [[{ asOf, association: "us-wa" }], ["asOf", "association", "pathway", "rulebook"]],
  "index.whereToApply": [[{ residence: "US-MI", asOf }], ["residence", "asOf", "rulebook"]],
  "index.isPathwayId": [["IFA", book]],
  "index.isAssociationId": [["us-wa", book]],
  "index.rulebook": [[]],
  "index.warnings": [[{}]],
  "core.evaluate": [[{}, { ...judging, rulebook: book }], EVALUATE_OPTIONS],
  "schema.parseApplicant": [[{}, {}], ["limits"]],
  "schema.parseRulebook": [[raw, {}], ["limits"]],
  "schema.parseOverlay": [[{ id: "us-wa", extends: "us-wa" }, book, {}], ["limits"]],
  "schema.safeParseApplicant": [[{}, {}], ["limits"]],
  "schema.safeParseRulebook": [[raw, {}], ["limits"]],
  "schema.safeParseOverlay": [[{ id: "us-wa", extends: "us-wa" }, book, {}], ["limits"]],
  "batch.evaluateMany": [
    [[{}], { ...judging, workers: 0 }],
    [...EVALUATE_OPTIONS, "workers", "limits"],
  ],
  "explain.citation": [[verdict, "mi-overview", {}], rules],
  "explain.compare": [[verdict, verdict, {}], language],
  "explain.whatIf": [
    [{}, {}, judging],
    [...EVALUATE_OPTIONS, ...language],
  ],
  "explain.explainComparison": [
    [explaining.compare(verdict, verdict), {}],
    [...words, "detail"],
  ],
  "explain.explain": [
    [verdict, {}],
    [...words, ...rules, "detail", "pathways", "applicant"],
  ],
  "explain.explainPlan": [
    [explaining.plan({}, planning), {}],
    [...words, ...rules],
  ],
  "explain.explainQuestions": [[[], {}], words],
  "explain.explainRanking": [[[], {}], words],
  "explain.explainWarnings": [[[], {}], words],
  "explain.nextQuestion": [
    [{}, judging],
    [...EVALUATE_OPTIONS, ...language, "dontKnow"],
  ],
  "explain.questions": [
    [{}, judging],
    [...EVALUATE_OPTIONS, ...language, "dontKnow"],
  ],
  "explain.pathwaysAhead": [
    [verdict, {}],
    [...language, ...rules],
  ],
  "explain.plan": [
    [{}, planning],
    ["asOf", "association", "overlay", "rulebook", "detail", "pathway", "pace", "until"],
  ],
  "explain.progress": [[verdict, {}], language],
  "explain.rank": [
    [verdict, {}],
    [...language, ...rules],
  ],
  "explain.withEvidence": [[{}, {}]],
  "forms.fields": [[{}], language],
  "forms.languages": [[]],
  "import.decodeTable": [[new Uint8Array()]],
  "import.intoApplicant": [[{}, importing.readTable(table, training)]],
  "import.readTable": [
    [table, training],
    ["collection", ...reading],
  ],
  "import.readTableByApplicant": [
    [table, { ...training, by: "Hours" }],
    ["collection", "by", ...reading],
  ],
  "import.tableCsv": [
    [[], training],
    ["collection", ...writing],
  ],
  "import.tableRows": [
    [[], training],
    ["collection", ...writing],
  ],
  "import-xlsx.readWorkbook": [[new Uint8Array()]],
  "import-xlsx.writeWorkbook": [
    [[], training],
    ["collection", ...writing],
  ],
  "json-rules-engine.createEngine": [
    [{}, judging],
    [...EVALUATE_OPTIONS, "prefix", "priority", "engine"],
  ],
};

/** What is nothing that any argument or option may be. */
const stranger = Symbol("stranger");
const values = [undefined, null, stranger, 7, "nope", [], [null], ["nope"], {}, new Map()];
/** Options that name something: what is not known is refused. */
const naming = [
  "asOf",
  "pathway",
  "pathways",
  "association",
  "language",
  "format",
  "detail",
  "collection",
  "residence",
];
/** Words of one's own hold in any language, and forms show in English what a language lacks. */
const anyLanguage = ["forms.fields", "import.tableCsv", "import.tableRows", "import-xlsx.writeWorkbook"];

const ours = [index.ApplicantError, index.RulebookError, workbooks.WorkbookError];
/** What an engine of JavaScript says, and no person. */
const BARE = /is not (?:a function|iterable|an? object)|Cannot |undefined \(|\[object /;

/** What became of a call: refused in a sentence, taken, or ended in another error. */
async function outcomeOf(call: Called, args: readonly unknown[]): Promise<"refused" | "taken" | string> {
  try {
    const result: unknown = await call(...args);
    if (typeof result === "object" && result !== null && Symbol.asyncIterator in result) {
      for await (const _ of result as AsyncIterable<unknown>);
    }
    const isNo = result === false || (result as { success?: boolean } | undefined)?.success === false;
    return isNo ? "refused" : "taken";
  } catch (error) {
    const isOurs = ours.some((one) => error instanceof one);
    const { message } = error as Error;
    return isOurs && message !== "" && !BARE.test(message) ? "refused" : `${(error as Error).name}: ${message}`;
  }
}

const shown = (value: unknown) => (typeof value === "string" ? `"${value}"` : (JSON.stringify(value) ?? String(value)));

test("each is tried", () => {
  expect(functions.map(([name]) => name).sort()).toEqual(Object.keys(calls).sort());
});

describe.each(functions)("%s", (name, call) => {
  const [right, options = []] = calls[name] ?? [[]];

  test("takes what is right, or says in a sentence why not", async () => {
    expect(await outcomeOf(call, right)).toMatch(/^(?:taken|refused)$/);
    expect(await outcomeOf(call, [])).toMatch(/^(?:taken|refused)$/);
  });

  test("refuses a wrong argument in a sentence", async () => {
    const bad: string[] = [];
    for (const at of right.keys()) {
      for (const value of values) {
        const outcome = await outcomeOf(call, right.with(at, value));
        const isMeant = outcome === "refused" || (outcome === "taken" && value !== null && value !== stranger);
        if (!isMeant) bad.push(`${at}: ${shown(value)}: ${outcome}`);
      }
    }
    expect(bad).toEqual([]);
  });

  test("refuses a wrong option, and what an option names and nobody knows, in a sentence", async () => {
    const bad: string[] = [];
    for (const option of options) {
      for (const value of values) {
        const given = { ...(right.at(-1) as object), [option]: value };
        const outcome = await outcomeOf(call, right.with(-1, given));
        const isUnknown = value === "nope" && naming.includes(option);
        const mayBeAny = option === "language" && anyLanguage.includes(name);
        const mustRefuse = value === stranger || (isUnknown && !mayBeAny);
        if (outcome !== "refused" && (outcome !== "taken" || mustRefuse))
          bad.push(`${option}: ${shown(value)}: ${outcome}`);
      }
    }
    expect(bad).toEqual([]);
  });
});
