/** Rules that are refused at load: one defect at a time in a small good rulebook. */
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { RulebookError } from "../../src/index";
import { parseOverlay, parseRulebook } from "../../src/schema";
import { rawRulebook } from "../language/rulebooks";

const sources = [{ source: "a-page" }];
const cited = { sources, confidence: "high" };
const enough = { fact: "hours", params: { of: "training" }, operator: "greaterThanInclusive", value: 30 };
const routes = (conditions: unknown) => ({ id: "rule", routes: [{ id: "route", conditions }] });
/** A requirement as an overlay writes it. */
const written = (conditions: unknown) => ({
  id: "rule",
  title: "A requirement",
  routes: [{ id: "route", title: "A route", conditions }],
});
const where = (leaf: unknown) => routes({ ...enough, params: { of: "training", where: leaf } });
const course = { fact: "kind", operator: "equal", value: "course" };
const question = (id: string, ids: readonly string[]) => ({
  id,
  text: "?",
  readings: ids.map((one) => ({ id: one, title: one, sources })),
});
const doubt = (id: string, ids: readonly string[]) => ({
  question: id,
  readings: Object.fromEntries(ids.map((one) => [one, enough])),
});

/** The issues of some rules. */
function issuesOf(read: () => unknown) {
  try {
    read();
  } catch (error) {
    if (error instanceof RulebookError) return error.issues;
    throw error;
  }
  return [];
}

type Json = Record<string, unknown>;
type Parts = Parameters<typeof rawRulebook>[0];
type Defect = readonly [what: string, parts: Parts, code: string, pointer: string, sentence: string];

const file = "/pathways/file/requirements/0";
const route = `${file}/routes/0/conditions`;

const defects: readonly Defect[] = [
  [
    "an unknown fact",
    { requirement: routes({ ...enough, fact: "hour" }) },
    "unknown-fact",
    `${route}/fact`,
    'did you mean "hours"?',
  ],
  [
    "an unknown field",
    { requirement: where({ ...course, fact: "kynd" }) },
    "unknown-fact",
    `${route}/params/where/fact`,
    'did you mean "kind"?',
  ],
  [
    "an unknown operator",
    { requirement: routes({ ...enough, operator: "atLeast" }) },
    "unknown-operator",
    `${route}/operator`,
    "it is one of",
  ],
  [
    "an operator of another type",
    { requirement: where({ ...course, operator: "greaterThan" }) },
    "wrong-operator",
    `${route}/params/where/operator`,
    "use one of",
  ],
  [
    "a value of another type",
    { requirement: routes({ ...enough, value: "30" }) },
    "wrong-value",
    `${route}/value`,
    "correct the value",
  ],
  [
    "the association, compared as another one",
    {
      requirement: routes({
        ...enough,
        fact: "count",
        params: {
          of: "memberships",
          where: { fact: "association", operator: "notEqual", value: { fact: "association" } },
        },
      }),
    },
    "wrong-value",
    `${route}/params/where/value`,
    "one word",
  ],
  [
    "a word outside its vocabulary",
    { requirement: where({ ...course, value: "curse" }) },
    "unknown-word",
    `${route}/params/where/value`,
    'did you mean "course"?',
  ],
  [
    "an unknown source",
    { requirement: { ...routes(enough), sources: [{ source: "a-pag" }] } },
    "unknown-source",
    `${file}/sources/0/source`,
    'did you mean "a-page"?',
  ],
  [
    "a document of nobody",
    { requirement: routes(enough), documents: [{ id: "b-page", url: "https://example.org/b", vintage: "2025" }] },
    "missing",
    "/sources/1/publisher",
    "write an association, or a publisher",
  ],
  [
    "a document of an unknown association",
    {
      requirement: routes(enough),
      documents: [{ id: "b-page", url: "https://example.org/b", vintage: "2025", association: "us-zz" }],
    },
    "unknown-association",
    "/sources/1/association",
    "write the publisher instead",
  ],
  ["no source", { requirement: { ...routes(enough), sources: [] } }, "empty-group", `${file}/sources`, "at least 1"],
  [
    "an unknown equivalence",
    { requirement: routes({ ...enough, params: { of: "training", equivalences: ["other"] } }) },
    "unknown-equivalence",
    `${route}/params/equivalences/0`,
    "equivalences.json",
  ],
  [
    "an unknown named condition",
    { requirement: routes({ condition: "nobody" }) },
    "unknown-condition",
    `${route}/condition`,
    "conditions.json",
  ],
  [
    "a circle of named conditions",
    { requirement: routes({ condition: "a" }), conditions: { a: { condition: "b" }, b: { condition: "a" } } },
    "cycle",
    "/conditions/1/conditions/condition",
    "in a circle",
  ],
  ["an empty group", { requirement: routes({ all: [] }) }, "empty-group", `${route}/all`, "fill it"],
  ["an empty choice", { requirement: routes({ any: [] }) }, "empty-group", `${route}/any`, "fill it"],
  [
    "a priority",
    { requirement: routes({ ...enough, priority: 1 }) },
    "unknown-key",
    `${route}/priority`,
    "there is no priority",
  ],
  ["a path", { requirement: routes({ ...enough, path: "$.x" }) }, "unknown-key", `${route}/path`, "there is no path"],
  ["no condition", { requirement: routes(7) }, "no-condition", route, "7 is no condition; write an object"],
  [
    "two conditions in one",
    { requirement: routes({ all: [enough], any: [enough] }) },
    "no-condition",
    route,
    "exactly one",
  ],
  [
    "a measure without a collection",
    { requirement: routes({ ...enough, params: {} }) },
    "missing",
    `${route}/params`,
    "",
  ],
  [
    "a measure with another's params",
    { requirement: routes({ ...enough, params: { of: "training", slots: [{ id: "a" }] } }) },
    "unknown-key",
    `${route}/params/slots`,
    "hours has no",
  ],
  [
    "hours of what has none",
    { requirement: routes({ ...enough, params: { of: "work" } }) },
    "no-hours",
    `${route}/params/of`,
    "draw them from",
  ],
  [
    "months of what has no period",
    { requirement: routes({ ...enough, fact: "months" }) },
    "no-period",
    `${route}/params/of`,
    "no start and end",
  ],
  [
    "a sum of what is no number",
    { requirement: routes({ ...enough, fact: "sum", params: { of: "work", field: "kind" } }) },
    "unknown-field",
    `${route}/params/field`,
    "it has",
  ],
  [
    "a period of what has no days",
    { requirement: routes({ ...enough, fact: "count", params: { of: "people", during: { from: "2020-01-01" } } }) },
    "no-days",
    `${route}/params/during`,
    "leave during out",
  ],
  [
    "a window that nothing fits",
    { requirement: routes({ ...enough, params: { of: "training", within: { atLeastMonths: 24, atMostMonths: 12 } } }) },
    "wrong-value",
    `${route}/params/within`,
    "nothing fits",
  ],
  [
    "a window with equivalences",
    {
      requirement: routes({ ...enough, params: { of: "training", within: { atMostMonths: 12 }, equivalences: ["e"] } }),
      equivalences: { e: { where: course } },
    },
    "too-much",
    `${route}/params`,
    "exclude each other",
  ],
  [
    "shares mixed with whole days",
    {
      requirement: routes({
        fact: "months",
        params: { of: "work", equivalences: ["e", "f"] },
        operator: "greaterThanInclusive",
        value: 12,
      }),
      equivalences: {
        e: { where: { ...course, value: "internship" }, fullTimeEquivalent: true },
        f: { where: { ...course, value: "volunteer" } },
      },
    },
    "mixed-shares",
    `${route}/params/equivalences`,
    "use two measures",
  ],
  [
    "a cycle that no pathway has",
    { requirement: routes({ ...enough, params: { of: "training", during: { from: { fact: "cycle.start" } } } }) },
    "no-cycle",
    `${route}/params/during/from/fact`,
    "give the pathway a cycle",
  ],
  [
    "places with one id",
    {
      requirement: routes({
        ...enough,
        fact: "filled",
        params: { of: "training", unit: "hours", slots: [{ id: "a" }, { id: "a" }] },
      }),
    },
    "duplicate-id",
    `${route}/params/slots`,
    "rename one",
  ],
  [
    "routes with one id",
    {
      requirement: {
        id: "rule",
        routes: [
          { id: "a", conditions: enough },
          { id: "a", conditions: enough },
        ],
      },
    },
    "duplicate-id",
    `${file}/routes/1/id`,
    "rename one",
  ],
  [
    "readings with one id",
    { requirement: routes(doubt("q", ["a"])), questions: [question("q", ["a", "a"])] },
    "duplicate-id",
    "/questions/0/readings/1/id",
    "rename one",
  ],
  [
    "a reading that the question does not have",
    { requirement: routes(doubt("q", ["alpha", "beta", "betta"])), questions: [question("q", ["alpha", "beta"])] },
    "unknown-reading",
    `${route}/readings/betta`,
    'did you mean "beta"?',
  ],
  [
    "a reading of which nothing is said",
    { requirement: routes(doubt("q", ["a"])), questions: [question("q", ["a", "b"])] },
    "missing",
    `${route}/readings/b`,
    "say what it asks for",
  ],
  [
    "an unknown question",
    { requirement: routes(doubt("spam", ["a", "b"])), questions: [question("span", ["a", "b"])] },
    "unknown-question",
    `${route}/question`,
    'did you mean "span"?',
  ],
  [
    "a question without readings",
    { requirement: routes(doubt("q", ["a", "b"])), questions: [{ id: "q", text: "?" }] },
    "no-readings",
    `${route}/question`,
    "questions.json",
  ],
  [
    "an open question that is unknown",
    { requirement: { id: "rule", questions: ["spam"] }, questions: [{ id: "span", text: "?" }] },
    "unknown-question",
    `${file}/questions/0`,
    'did you mean "span"?',
  ],
  [
    "something wrong in one reading of a parameter",
    {
      requirement: routes({
        ...enough,
        params: {
          of: "training",
          within: { question: "q", readings: { a: null, b: { atLeastMonths: 9, atMostMonths: 6 } } },
        },
      }),
      questions: [question("q", ["a", "b"])],
    },
    "wrong-value",
    `${route}/params/within/readings/b`,
    "exchange them",
  ],
  [
    "a reading of a parameter that the question does not have",
    {
      requirement: routes({ ...enough, value: { question: "q", readings: { a: 1, b: 2, c: 3 } } }),
      questions: [question("q", ["a", "b"])],
    },
    "unknown-reading",
    `${route}/value/readings/c`,
    '"q" has no reading "c"',
  ],
  [
    "a requirement that nobody shares",
    { requirement: { ...routes(enough), as: "trainin" }, shared: { training: { id: "training", title: "Training" } } },
    "unknown-requirement",
    `${file}/as`,
    'did you mean "training"?',
  ],
  [
    "a route that nobody shares",
    {
      requirement: { id: "rule", routes: [{ as: "degre" }] },
      routes: { degree: { id: "degree", title: "A degree", conditions: enough } },
    },
    "unknown-route",
    `${file}/routes/0/as`,
    'did you mean "degree"?',
  ],
  [
    "something wrong in a shared route",
    {
      requirement: { id: "rule", routes: [{ as: "degree" }] },
      routes: { degree: { id: "degree", title: "A degree", conditions: { ...enough, fact: "hour" } } },
    },
    "unknown-fact",
    "/routes/degree/conditions/fact",
    'did you mean "hours"?',
  ],
  [
    "one of the entries, of hours",
    {
      requirement: routes({
        fact: "filled",
        params: { of: "training", unit: "hours", slots: [{ id: "a" }], among: { title: "online", where: course } },
        operator: "greaterThanInclusive",
        value: 1,
      }),
    },
    "too-much",
    `${route}/params`,
    "leave among or the unit out",
  ],
  [
    "no routes and no question",
    { requirement: { id: "rule" } },
    "no-routes",
    file,
    "a question if its criterion is unpublished",
  ],
  [
    "a question whose answer changes nothing, and no reason for that",
    { requirement: { ...routes(enough), questions: ["open"] }, questions: [{ id: "open", text: "Is it?" }] },
    "no-form",
    `${file}/questions/0`,
    "because: why none could",
  ],
  [
    "editions of one day",
    {
      requirements: [
        { ...routes(enough), inForce: { from: "2025" } },
        { ...routes(enough), inForce: { from: "2025-01-01" } },
      ],
    },
    "overlap",
    "/pathways/file/requirements/1/inForce",
    "another day",
  ],
  [
    "an edition that goes on into the next",
    {
      requirements: [
        { ...routes(enough), inForce: { to: "2025" } },
        { ...routes(enough), inForce: { from: "2025" } },
      ],
    },
    "overlap",
    "/pathways/file/requirements/0/inForce/to",
    'leave "to" out',
  ],
  [
    "an edition that ends before it begins",
    { requirement: { ...routes(enough), inForce: { from: "2025", to: "2024" } } },
    "end-before-start",
    `${file}/inForce`,
    "exchange",
  ],
  [
    "a stranger among the pathways",
    { requirement: { ...routes(enough), pathways: ["IFA"] } },
    "unknown-pathway",
    `${file}/pathways/0`,
    "IFS",
  ],
  [
    "a credential that becomes nothing known",
    {
      credentials: [
        { id: "IFRS", name: "x", conversions: [{ status: "full", on: "2024", becomes: ["IFX"], ...cited }] },
      ],
    },
    "unknown-word",
    "/credentials/0/conversions/0/becomes/0",
    "no category",
  ],
  [
    "a named condition that names itself by way of what it looks up",
    {
      requirement: where({ condition: "a" }),
      conditions: {
        a: {
          fact: "earned",
          operator: "onOrAfter",
          value: { fact: "earliest", params: { of: "training", field: "date", where: "a" } },
        },
      },
    },
    "cycle",
    "/conditions/0/conditions/value/params/where",
    "in a circle",
  ],
  [
    "an equivalence that names itself by way of what it looks up",
    {
      requirement: routes({ ...enough, params: { of: "training", equivalences: ["e"] } }),
      equivalences: { e: { where: "b" } },
      conditions: {
        b: {
          fact: "earned",
          operator: "onOrAfter",
          value: { fact: "earliest", params: { of: "training", field: "date", where: "b" } },
        },
      },
    },
    "cycle",
    "/conditions/0/conditions/value/params/where",
    "in a circle",
  ],
  [
    "named conditions over too many levels",
    {
      requirement: where({ condition: "c0" }),
      conditions: Object.fromEntries(
        Array.from({ length: 3000 }, (_, at) => [`c${at}`, at < 2999 ? { condition: `c${at + 1}` } : course]),
      ),
    },
    "too-deep",
    "/conditions/63/conditions/condition",
    "flatten them",
  ],
  [
    "credentials that become each other",
    {
      credentials: [
        { id: "IFRS", name: "x", conversions: [{ status: "full", on: "2024", becomes: ["IFS"], ...cited }] },
        { id: "IFS", name: "y", conversions: [{ status: "full", on: "2025", becomes: ["IFRS"], ...cited }] },
      ],
    },
    "cycle",
    "/credentials",
    "break the circle",
  ],
  [
    "an age band the wrong way round",
    { ageBand: [36, 0] },
    "wrong-value",
    "/pathways/file/pathways/0/ageBand",
    "the lower age comes first",
  ],
];

/** Changes of the raw rulebook that its parts cannot make. */
const changes: readonly (readonly [
  what: string,
  change: (raw: Raw) => void,
  code: string,
  pointer: string,
  sentence: string,
])[] = [
  ["no title", (raw) => delete raw["title"], "missing", "/title", '"title" is missing; add it'],
  ["an unknown key", (raw) => Object.assign(raw, { author: "x" }), "unknown-key", "/author", "correct or remove it"],
  [
    "a pathway missing from the order",
    (raw) => Object.assign(raw, { order: ["IFA"] }),
    "unordered-pathway",
    "/pathways/file/pathways/0/id",
    "add it",
  ],
  [
    "a stranger in the order",
    (raw) => Object.assign(raw, { order: ["IFS", "IFA"] }),
    "unknown-pathway",
    "/order/1",
    "no file has the pathway",
  ],
  [
    "two sources with one id",
    (raw) => (raw["sources"] as unknown[]).push((raw["sources"] as unknown[])[0]),
    "duplicate-id",
    "/sources/1/id",
    "rename one",
  ],
  [
    "a renaming to nothing",
    (raw) => Object.assign(raw, { renamed: [{ from: "IFS/old", to: "IFS/nothing" }] }),
    "unknown-requirement",
    "/renamed/0/to",
    "there is no requirement",
  ],
  [
    "a renaming of what is used",
    (raw) => Object.assign(raw, { renamed: [{ from: "IFS/rule", to: "IFS/rule" }] }),
    "still-used",
    "/renamed/0/from",
    "is still a requirement",
  ],
  [
    "a day that is none",
    (raw) => Object.assign(raw, { version: "2025-02-30" }),
    "wrong-shape",
    "/version",
    "that month ends on 2025-02-28",
  ],
  [
    "an association under another's name",
    (raw) => Object.assign(raw, { associations: { "us-or": { ...overlay } } }),
    "wrong-id",
    "/associations/us-or/id",
    "name it after its id",
  ],
  [
    "a place that an association serves",
    (raw) => {
      Object.assign(raw, { associations: { "us-wa": { ...overlay } } });
      Object.assign(raw, { places: [{ places: ["US-OR", "US-WA"], kind: "unknown", text: "Ask.", ...cited }] });
    },
    "served-place",
    "/places/0/places",
    "us-wa serves US-WA",
  ],
  [
    "a category that pays for something",
    (raw) => Object.assign(pathwayIn(raw), { pays: ["training"] }),
    "wrong-pays",
    "/pathways/file/pathways/0",
    "a scholarship says what it pays for, and nothing else does",
  ],
  [
    "a fee of an unknown pathway",
    (raw) => Object.assign(raw, { fees: [{ kind: "exam", pathways: ["IFZ"], amount: 1, currency: "USD", ...cited }] }),
    "unknown-pathway",
    "/fees/0/pathways/0",
    "IFS",
  ],
  [
    "two things on one place on one day",
    (raw) => {
      const rule = { places: ["US-OR"], kind: "unknown", text: "Ask.", ...cited };
      Object.assign(raw, { places: [rule, { ...rule, inForce: { to: "2020" } }] });
    },
    "overlap",
    "/places/1/inForce",
    "it begins on the same day",
  ],
];

type Raw = ReturnType<typeof rawRulebook>;

const pathwayIn = (raw: Raw): object =>
  (raw["pathways"] as { readonly file: { readonly pathways: readonly object[] } }).file.pathways[0] as object;

const overlay = { id: "us-wa", name: "A", jurisdiction: "US-WA", site: "https://example.org/", sources };
const good = () =>
  rawRulebook({
    requirement: routes(doubt("q", ["a", "b"])),
    questions: [question("q", ["a", "b"])],
    conditions: { named: course },
  });

/** Overlays with one defect. */
const overlays: readonly (readonly [what: string, more: object, code: string, pointer: string, sentence: string])[] = [
  [
    "an unknown pathway",
    { offers: [{ pathways: ["IFZ"], offered: true, ...cited }] },
    "unknown-pathway",
    "/offers/0/pathways/0",
    "IFS",
  ],
  [
    "an unknown requirement",
    { requirements: [{ pathways: ["IFS"], remove: "rul", ...cited }] },
    "unknown-requirement",
    "/requirements/0",
    'did you mean "rule"?',
  ],
  ["an unknown question", { choose: { p: "a" } }, "unknown-question", "/choose/p", "it is one of: q"],
  ["an unknown reading", { choose: { q: "c" } }, "unknown-reading", "/choose/q", "it is one of: a, b"],
  [
    "a condition that nothing uses",
    { conditions: [{ id: "name", title: "x", conditions: course, ...cited }] },
    "unused-name",
    "/conditions/0/id",
    'did you mean "named"?',
  ],
  [
    "two changes on one day",
    {
      requirements: [
        { pathways: ["IFS"], remove: "rule", ...cited },
        { pathways: ["IFS"], requirement: "rule", obligation: "recommended", ...cited },
      ],
    },
    "overlap",
    "/requirements/1/inForce",
    "begins on the same day as /requirements/0",
  ],
  [
    "an addition of what is there",
    { requirements: [{ pathways: ["IFS"], add: written(enough), ...cited }] },
    "duplicate-id",
    "/requirements/0/add/id",
    "take another id",
  ],
  [
    "a change of two kinds",
    { requirements: [{ pathways: ["IFS"], remove: "rule", replace: written(enough), ...cited }] },
    "wrong-shape",
    "/requirements/0",
    "both remove and replace; write exactly one of them",
  ],
  [
    "a change of no kind",
    { requirements: [{ pathways: ["IFS"], ...cited }] },
    "wrong-shape",
    "/requirements/0",
    "exactly one of replace, add, remove, requirement with obligation, requirement with asOn",
  ],
  [
    "a change of a kind mistyped",
    { requirements: [{ pathways: ["IFS"], replce: written(enough), ...cited }] },
    "unknown-key",
    "/requirements/0/replce",
    'did you mean "replace"?',
  ],
  ["a key one letter off", { notee: [] }, "unknown-key", "/notee", 'did you mean "notes"?'],
  ["a key far from any", { hobbies: [] }, "unknown-key", "/hobbies", "correct or remove it"],
  [
    "a key one letter off, where nothing is missing",
    { fees: [{ kind: "exam", amount: 1, currency: "USD", ...cited, inforce: {} }] },
    "unknown-key",
    "/fees/0/inforce",
    'did you mean "inForce"?',
  ],
  [
    "a key of a condition one letter off",
    { conditions: [{ id: "c", ...cited, conditions: { fact: "kind", operator: "equal", value: "cda", parms: {} } }] },
    "unknown-key",
    "/conditions/0/conditions/parms",
    'did you mean "params"?',
  ],
  [
    "a statement without a source",
    { fees: [{ kind: "exam", amount: 1, currency: "USD", confidence: "low" }] },
    "missing",
    "/fees/0/sources",
    '"sources" is missing; add it',
  ],
  [
    "a statement with a confidence of no such word",
    { fees: [{ kind: "exam", amount: 1, currency: "USD", sources, confidence: "certain" }] },
    "unknown-word",
    "/fees/0/confidence",
    "it is one of: high, medium, low",
  ],
  [
    "a currency by its sign",
    { fees: [{ kind: "exam", amount: 1, currency: "$", ...cited }] },
    "wrong-shape",
    "/fees/0/currency",
    "such as USD",
  ],
  ["a place by its name", { jurisdiction: "Nevada" }, "wrong-shape", "/jurisdiction", "such as US-NV"],
  [
    "a membership year in words",
    { membership: [{ year: { ends: "June 30" }, ...cited }] },
    "wrong-shape",
    "/membership/0/year/ends",
    "write the day as MM-DD",
  ],
  [
    "a membership year that ends on no day",
    { membership: [{ year: { ends: "02-30" }, ...cited }] },
    "wrong-shape",
    "/membership/0/year/ends",
    "such as 06-30",
  ],
  [
    "a membership year that ends in leap years only",
    { membership: [{ year: { ends: "12-31", cutOff: "02-29" }, ...cited }] },
    "wrong-shape",
    "/membership/0/year/cutOff",
    "a day that every year has",
  ],
  [
    "a label in a language by its name",
    { labels: [{ names: { IFS: { english: "x" } }, ...cited }] },
    "wrong-shape",
    "/labels/0/names/IFS/english",
    "such as en",
  ],
  [
    "a short name of no such pathway",
    { labels: [{ names: { IFS: { en: "x" } }, short: { IFZ: "x" }, ...cited }] },
    "unknown-pathway",
    "/labels/0/short/IFZ",
    "it is one of: IFS",
  ],
  ["a name that is empty", { name: "" }, "wrong-shape", "/name", "write something"],
  ["an answer that is none", { choose: { q: 3 } }, "wrong-shape", "/choose/q", "the id of a reading"],
];

describe("parseRulebook refuses", () => {
  test.for(defects)("%s", ([, parts, code, pointer, sentence]) => {
    expectIssue(
      issuesOf(() => parseRulebook(rawRulebook(parts))),
      code,
      pointer,
      sentence,
    );
  });

  test.for(changes)("%s", ([, change, code, pointer, sentence]) => {
    const raw = rawRulebook({ requirement: routes(enough) });
    change(raw);
    expectIssue(
      issuesOf(() => parseRulebook(raw)),
      code,
      pointer,
      sentence,
    );
  });

  test("a name that is not in force when it is used", () => {
    const raw = rawRulebook({ requirement: where({ condition: "late" }), conditions: { late: course } });
    Object.assign((raw["conditions"] as object[])[0] as object, { inForce: { from: "2025" } });
    expectIssue(
      issuesOf(() => parseRulebook(raw)),
      "not-in-force",
      file,
      "no edition holds",
    );
  });

  test("nothing of a good one, and takes it frozen", () => {
    expect(Object.isFrozen(parseRulebook(good()))).toBe(true);
  });

  test("every defect at once", () => {
    const raw = rawRulebook({ requirement: where({ ...course, fact: "kynd" }) });
    Object.assign(raw, { renamed: [{ from: "IFS/old", to: "IFS/nothing" }] });
    expect(
      issuesOf(() => parseRulebook(raw))
        .map(({ code }) => code)
        .sort(),
    ).toEqual(["unknown-fact", "unknown-requirement"]);
  });
});

describe("parseOverlay refuses", () => {
  const book = () => parseRulebook(good());

  test.for(overlays)("%s", ([, more, code, pointer, sentence]) => {
    expectIssue(
      issuesOf(() => parseOverlay({ ...overlay, ...more }, book())),
      code,
      pointer,
      sentence,
    );
  });

  test("a change that hides a base edition, until it ends or says so", () => {
    const raw = rawRulebook({ requirements: [routes(enough), { ...routes(enough), inForce: { from: "2025" } }] });
    const rules = parseRulebook(raw);
    const change = { pathways: ["IFS"], remove: "rule", inForce: { from: "2024" }, ...cited };
    const read = (more: object) =>
      issuesOf(() => parseOverlay({ ...overlay, requirements: [{ ...change, ...more }] }, rules));
    expectIssue(read({}), "hides-base", "/requirements/0", 'write "over": "2025"');
    expect(read({ over: "2025" })).toEqual([]);
    expect(read({ inForce: { from: "2024", to: "2024" } })).toEqual([]);
    expect(read({ inForce: { from: "2025" } })).toEqual([]);
  });
});

test("an overlay may name its schema, for an editor", () => {
  const $schema = "./overlay.schema.json";
  expect(issuesOf(() => parseOverlay({ $schema, ...overlay }, parseRulebook(good())))).toEqual([]);
});

test("a change that hides several base editions is told of the newest only", () => {
  const later = ["2024", "2025"].map((from) => ({ ...routes(enough), inForce: { from } }));
  const rules = parseRulebook(rawRulebook({ requirements: [routes(enough), ...later] }));
  const change = { pathways: ["IFS"], remove: "rule", inForce: { from: "2023" }, ...cited };
  const read = (more: object) =>
    issuesOf(() => parseOverlay({ ...overlay, requirements: [{ ...change, ...more }] }, rules));
  expect(read({}).map(({ message }) => message)).toEqual([
    'base editions begin on 2024-01-01 and 2025-01-01 while this holds; let it end before 2024-01-01, or write "over": "2025" if it goes on to hold',
  ]);
  expect(read({ over: "2025" })).toEqual([]);
});

describe("a change says what is wrong with it, and nothing else:", () => {
  const count = { fact: "count", operator: "greaterThanInclusive", value: 1 };
  const mine = (value: unknown) => ({ fact: "association", operator: "equal", value });
  const memberships = (value: unknown) => ({ ...count, params: { of: "memberships", where: mine(value) } });
  const { title: _, ...untitled } = written(enough);
  const at = "/requirements/0";
  const inside = `${at}/replace/routes/0/conditions`;
  const wrong: readonly (readonly [what: string, change: object, pointer: string, sentence: string])[] = [
    ["a sign", { replace: written({ ...enough, operator: ">=" }) }, `${inside}/operator`, '"greaterThanInclusive"'],
    ["a stage", { replace: { ...written(enough), stage: "exams" } }, `${at}/replace/stage`, 'did you mean "exam"?'],
    ["no title", { replace: untitled }, `${at}/replace/title`, '"title" is missing'],
    ["no such confidence", { remove: "rule", confidence: "hgh" }, `${at}/confidence`, 'did you mean "high"?'],
    ["no sources", { remove: "rule", sources: undefined }, `${at}/sources`, '"sources" is missing'],
    ["one pathway", { remove: "rule", pathways: "IFS" }, `${at}/pathways`, 'a list is needed here, not "IFS"'],
    ["a day", { requirement: "rule", asOn: "soon" }, `${at}/asOn`, "write the day as YYYY-MM-DD"],
    ["a day of no month", { requirement: "rule", asOn: "2025-02-30" }, `${at}/asOn`, "that month ends on 2025-02-28"],
    ["a day of letters", { remove: "rule", inForce: { from: "1/1/2027" } }, `${at}/inForce/from`, 'write "2027-01-01"'],
    ["a last day", { remove: "rule", inForce: { until: "2027" } }, `${at}/inForce/until`, 'write "to"'],
    [
      "a fact looked up",
      { replace: written(memberships({ fact: "asociation" })) },
      `${inside}/params/where/value/fact`,
      'did you mean "association"?',
    ],
    ["an empty condition", { replace: written({}) }, inside, "exactly one of all, any, not"],
    [
      "nothing for a value",
      { replace: written(memberships(null)) },
      `${inside}/params/where/value`,
      "null is no value",
    ],
  ];

  test.for(wrong)("%s", ([, change, pointer, sentence]) => {
    const whole = { pathways: ["IFS"], ...cited, ...change };
    const requirements = [JSON.parse(JSON.stringify(whole))];
    const issues = issuesOf(() => parseOverlay({ ...overlay, requirements }, parseRulebook(good())));
    expect(issues).toHaveLength(1);
    expect(issues[0]).toMatchObject({ pointer, message: expect.stringContaining(sentence) });
  });

  test("an answer without a source", () => {
    const choose = { q: [{ reading: "a", confidence: "high" }] };
    const issues = issuesOf(() => parseOverlay({ ...overlay, choose }, parseRulebook(good())));
    expect(issues).toMatchObject([{ code: "missing", pointer: "/choose/q/0/sources" }]);
  });

  test("a word of a route that is mistyped, beside what it should be", () => {
    const { operator, ...leaf } = enough;
    const replace = written({ ...leaf, operatr: operator });
    const requirements = [{ pathways: ["IFS"], ...cited, replace }];
    const issues = issuesOf(() => parseOverlay({ ...overlay, requirements }, parseRulebook(good())));
    expectIssue(issues, "unknown-key", `${inside}/operatr`, 'did you mean "operator"?');
  });
});

describe("an older edition that goes on to hold", () => {
  const book = parseRulebook(
    rawRulebook({ requirements: [routes(enough), { ...routes(enough), inForce: { from: "2025" } }] }),
  );
  const read = (asOn: string) => {
    const change = { pathways: ["IFS"], requirement: "rule", asOn, inForce: { from: "2025" }, ...cited };
    return issuesOf(() => parseOverlay({ ...overlay, requirements: [change] }, book));
  };

  test("is named by its last day", () => {
    expect(read("2024-12-31")).toEqual([]);
  });

  test.for(["2024-12-30", "2025-01-01", "2030-01-01"])("is not named by %s", (asOn) => {
    expectIssue(read(asOn), "unknown-edition", "/requirements/0/asOn", "it is one of: 2024-12-31");
  });
});

test("every code that is reported has a defect here", () => {
  const code = readdirSync("src", { recursive: true, encoding: "utf8" })
    .filter((name) => /^(check|schema|shape)/.test(name) && name.endsWith(".ts"))
    .map((name) => readFileSync(`src/${name}`, "utf8"))
    .join("\n");
  const reported = new Set(
    [...code.matchAll(/report\(\s*(?:isOperator \? )?"([a-z-]+)"/g)].map(([, name = ""]) => name),
  );
  const tried = new Set([
    ...defects.map(([, , name]) => name),
    ...changes.map(([, , name]) => name),
    ...overlays.map(([, , name]) => name),
    "not-in-force",
    "hides-base",
    "unknown-edition",
  ]);
  expect([...reported].filter((name) => !tried.has(name))).toEqual([]);
});

function expectIssue(
  issues: readonly { readonly code: string; readonly pointer: string; readonly message: string }[],
  code: string,
  pointer: string,
  sentence: string,
): void {
  const found = issues.find((issue) => issue.code === code && issue.pointer === pointer);
  expect(found, JSON.stringify(issues)).toBeDefined();
  expect(found?.message).toContain(sentence);
}

describe("accepted", () => {
  test("an edition that ends because the next begins uses a condition that ends then, too", () => {
    const rule = (conditions: unknown, inForce: object) => ({ ...routes(conditions), inForce });
    const named = { ...enough, params: { of: "training", where: "named" } };
    const raw = rawRulebook({
      requirements: [rule(named, {}), rule(enough, { from: "2025-01-01" })],
      conditions: { named: course },
    });
    const conditions = [{ id: "named", title: "named", ...cited, conditions: course, inForce: { to: "2024-12-31" } }];
    expect(issuesOf(() => parseRulebook({ ...raw, conditions }))).toEqual([]);
    const longer = { ...raw, conditions: [{ ...conditions[0], inForce: { to: "2024-12-30" } }] };
    expect(issuesOf(() => parseRulebook(longer))).toMatchObject([{ code: "not-in-force" }]);
  });

  test("an empty overlay, beside a file of which one pathway alone is renewed", () => {
    const hours = { ...enough, params: { of: "training", during: "cycle" } };
    const raw = rawRulebook({
      requirement: { ...routes(hours), pathways: ["IFS"] },
      cycle: { months: 12, ends: "2024-12-31" },
    });
    const { file: whole } = raw["pathways"] as { readonly file: { readonly pathways: readonly Json[] } };
    const { cycle: _, ...other } = { ...whole.pathways[0], id: "ECFS" } as Json;
    const pathways = { file: { ...whole, pathways: [...whole.pathways, other] } };
    const rules = parseRulebook({ ...raw, order: ["IFS", "ECFS"], pathways });
    const empty = { id: "us-zz", name: "A", jurisdiction: "US-ZZ", site: "https://example.org/", sources };
    expect(issuesOf(() => parseOverlay(empty, rules))).toEqual([]);
  });
});
