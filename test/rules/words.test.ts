/** Conditions in plain English. */
import { describe, expect, test } from "vitest";
import { dayNumber } from "../../src/base/calendar";
import { leavesOf } from "../../src/base/tree";
import { fields } from "../../src/evidence/fields";
import { clauseOf } from "../../src/explain/clauses";
import { conditionLines, entryLines, equivalenceLines, namedLines, phrase } from "../../src/explain/condition";
import type { Lines } from "../../src/explain/lines";
import { overlayChanges, overlayLines } from "../../src/explain/overlay";
import { titlesOf } from "../../src/explain/titles";
import { dayWords, listed, nameWords } from "../../src/explain/vocabulary";
import { isDayFact, isMeasureFact } from "../../src/model/facts";
import type { Condition, Leaf, WrittenLeaf } from "../../src/model/language";
import type { Equivalence } from "../../src/model/rulebook";
import { embeddedRulebook } from "../../src/rules/embedded";
import { requirementsIn } from "../../src/rules/written";
import { parseOverlay } from "../../src/schema";

const titles = titlesOf(
  [{ id: "qualified-provider", title: "from a qualified provider" }],
  [{ id: "internship", title: "At most 12 months of an internship count" }],
);

const leaf = (fact: string, operator: string, value: unknown, params?: object) =>
  ({ fact, operator, value, ...(params && { params }) }) as Leaf;
const atLeast = (fact: string, value: number, params: object) => leaf(fact, "greaterThanInclusive", value, params);
const paid = leaf("paid", "equal", true);
const intern = leaf("kind", "equal", "internship");
const onRsc = leaf("topics", "includesAny", ["providing-rsc"]);

/** Writes lines, those below indented. */
function written({ text, below = [] }: Lines, indent = ""): string {
  return [`${indent}${text}`, ...below.map((one) => written(one, `${indent}  `))].join("\n");
}

describe("what is asked of one entry", () => {
  test.for([
    [paid, "that is paid"],
    [leaf("paid", "equal", false), "that is not paid"],
    [leaf("paid", "notEqual", true), "that is not paid"],
    [leaf("peer", "equal", false), "not among peers"],
    [leaf("level", "in", ["master", "doctorate"]), "that is a master's degree or a doctorate"],
    [leaf("status", "notIn", ["lapsed", "revoked"]), "whose status is other than lapsed or revoked"],
    [leaf("topics", "includesAll", ["providing-rsc", "other"]), "on the provision of reflective supervision and other"],
    [
      leaf("provider.held", "includesAny", ["IMHM-C", "ERS:emerging"]),
      "from a provider who then held IMHM-C or ERS (emerging)",
    ],
    [leaf("provider.degree", "in", ["master"]), "from a provider with a master's degree"],
    [leaf("provider.vettedBy", "equal", "us-nc"), "from a provider whom us-nc vetted"],
    [leaf("provider.meetsCriteria", "equal", true), "from a provider who meets the association's criteria"],
    [leaf("earned", "onOrBefore", "2024-12-31"), "dated on or before 31 December 2024"],
    [
      leaf("knownSince", "onOrBefore", { fact: "asOf", params: { plusMonths: -12 } }),
      "by someone who came to know the applicant at least 12 months before the day of the verdict",
    ],
    [leaf("validUntil", "onOrAfter", { fact: "asOf" }), "valid on the day of the verdict"],
    [leaf("score", "greaterThanInclusive", 0.8), "with a score of at least 80%"],
    [leaf("notEnoughInformation", "lessThan", 6), "with fewer than 6 answers of “not enough information”"],
    [leaf("ages", "overlaps", { fact: "pathway.ageBand" }), "with children of the pathway's ages"],
    [leaf("ages", "within", [0, 36]), "only with children of 0 to 36 months"],
    [leaf("category", "equal", { fact: "pathway.id" }), "of the category applied for"],
    [leaf("field", "notEqual", "other"), "in a related field"],
    [leaf("field", "equal", "other"), "in another field"],
    [leaf("association", "notEqual", "alliance"), "of an association other than the Alliance"],
  ] as const)("%j", ([condition, words]) => {
    expect(clauseOf(condition)).toBe(words);
  });

  test("an association has its name where that is known", () => {
    const named = titlesOf([], [], [{ id: "us-nc", name: "Our Association" }]);
    const vetted = leaf("provider.vettedBy", "equal", "us-nc");
    expect(phrase(vetted, named)).toBe("from a provider whom Our Association vetted");
    expect(phrase(vetted, titles)).toBe("from a provider whom us-nc vetted");
  });

  test.for([
    [{ all: [paid, intern] }, "that is paid and that is an internship"],
    [{ any: [paid, intern] }, "either that is paid or that is an internship"],
    [{ not: paid }, "that is not paid"],
    [{ not: intern }, "that is not an internship"],
    [{ condition: "qualified-provider" }, "from a qualified provider"],
    [{ condition: "nobody-knows-me" }, "nobody-knows-me"],
    [
      { any: [{ all: [paid, intern] }, onRsc] },
      "any one of these: all of these: that is paid; that is an internship; on the provision of reflective supervision",
    ],
  ] as const)("%j", ([condition, words]) => {
    expect(phrase(condition as Condition, titles)).toBe(words);
  });
});

describe("what is asked of an applicant", () => {
  test.for([
    [atLeast("hours", 30, { of: "training" }), "at least 30 hours of training"],
    [atLeast("count", 1, { of: "credentials" }), "at least one credential"],
    [atLeast("count", 11, { of: "references" }), "at least 11 reference ratings"],
    [atLeast("count", 0, { of: "education" }), "no evidence is needed"],
    [atLeast("sum", 10, { of: "work", field: "families" }), "at least 10 families in work"],
    [atLeast("months", 12, { of: "leadership" }), "at least 12 months (1 year) of leadership"],
    [
      leaf("hours", "greaterThan", 25, { of: "supervisionReceived", largest: { by: "provider.id", groups: 1 } }),
      "more than 25 hours of reflective supervision received, all from one provider",
    ],
    [
      atLeast("hours", 24, {
        of: "supervisionReceived",
        where: { condition: "qualified-provider" },
        within: { atLeastMonths: 12, atMostMonths: 24 },
      }),
      "at least 24 hours of reflective supervision received from a qualified provider, all within 24 months and spread over at least 12",
    ],
    [
      atLeast("hours", 45, { of: "training", during: "cycle" }),
      "at least 45 hours of training, within the renewal cycle",
    ],
    [
      atLeast("months", 24, {
        of: "work",
        where: paid,
        during: {
          from: {
            fact: "earliest",
            params: { of: "education", field: "conferred", where: leaf("level", "equal", "master") },
          },
        },
      }),
      "at least 24 months (2 years) of work that is paid, not before the earliest day on which the degree was conferred (of a degree or program that is a master's degree)",
    ],
    [
      leaf(
        "earliest",
        "onOrAfter",
        { fact: "cycle.start", params: { plusMonths: 12 } },
        { of: "credentials", field: "awarded" },
      ),
      "the first credential was awarded at least 12 months after the first day of the renewal cycle",
    ],
    [
      leaf("applicationStarted", "before", "2018-01-01"),
      "the day on which the application was started is before 1 January 2018",
    ],
    [leaf("residence", "notIn", ["US-WA", "US-OR"]), "residence not in US-WA or US-OR"],
    [{ all: [{ condition: "qualified-provider" }] }, "evidence from a qualified provider"],
    [
      atLeast("months", 24, { of: "work", where: { all: [paid, intern, onRsc] }, equivalences: ["internship"] }),
      [
        "at least 24 months (2 years) of work:",
        "  that is paid",
        "  that is an internship",
        "  on the provision of reflective supervision",
        "  also: At most 12 months of an internship count",
      ].join("\n"),
    ],
    [
      atLeast("filled", 48, {
        of: "training",
        unit: "hours",
        slots: [
          { id: "general", title: "in general", atLeast: 30 },
          { id: "rsc", atLeast: 15, where: onRsc },
          { id: "rest", atLeast: 3 },
        ],
      }),
      [
        "at least 48 hours of training, no hour counted twice, for these parts:",
        "  30 hours of training (in general)",
        "  15 hours of training on the provision of reflective supervision",
        "  3 hours of training",
      ].join("\n"),
    ],
    [
      atLeast("filled", 2, {
        of: "references",
        distinct: "rater.id",
        slots: [
          { id: "current-supervisor", where: leaf("roles", "includesAny", ["current-supervisor"]) },
          {
            id: "third",
            title: "one more",
            where: {
              all: [leaf("roles", "includesAny", ["teacher", "trainer", "colleague"]), leaf("vetted", "equal", true)],
            },
          },
        ],
      }),
      [
        "at least 2 reference ratings, each by another person, for these places:",
        "  current supervisor: by the current supervisor",
        "  one more:",
        "    by a teacher, a trainer or a colleague",
        "    by someone whom the association vetted",
      ].join("\n"),
    ],
    [
      leaf("months", "equal", 0, {
        of: "supervisionProvided",
        during: "cycle",
      }),
      "no reflective supervision provided, within the renewal cycle",
    ],
    [leaf("sum", "equal", 0, { of: "work", field: "families" }), "no families in work"],
    [leaf("count", "equal", 0, { of: "work", where: paid }), "no job that is paid"],
    [
      leaf("latest", "before", "2024-01-01", { of: "work", field: "end", where: { all: [paid, intern, onRsc] } }),
      [
        "the last job of this kind ended before 1 January 2024:",
        "  that is paid",
        "  that is an internship",
        "  on the provision of reflective supervision",
      ].join("\n"),
    ],
    [{ not: atLeast("count", 1, { of: "education" }) }, "no degree or program"],
    [{ not: atLeast("count", 2, { of: "education" }) }, "this does not hold:\n  at least 2 degrees or programs"],
  ] as const)("%j", ([condition, words]) => {
    expect(written(conditionLines(condition as Condition, titles))).toBe(words);
  });

  test("readings, each with its confidence", () => {
    const said = { sources: ["a-page"], confidence: "low" } as const;
    const readings = [
      { id: "a", title: "30 hours", ...said },
      { id: "b", title: "33 hours", ...said },
    ];
    const asked = titlesOf([], [], [], [{ id: "which", text: "30 or 33?", readings }]);
    const condition: Condition = {
      question: "which",
      readings: { a: atLeast("hours", 30, { of: "training" }), b: atLeast("hours", 33, { of: "training" }) },
    };
    const ofValue: Condition = {
      ...atLeast("hours", 0, { of: "training" }),
      value: { question: "which", readings: { a: 30, b: 33 } },
    };
    expect(conditionLines(ofValue, asked)).toEqual(conditionLines(condition, asked));
    expect(written(conditionLines(condition, asked))).toBe(
      [
        "the sources differ – 30 or 33?",
        "  “30 hours” (low confidence): at least 30 hours of training",
        "  “33 hours” (low confidence): at least 33 hours of training",
      ].join("\n"),
    );
    expect(namedLines(condition, asked)).toHaveLength(1);
  });

  test("several questions of one amount, of all of them at once, in whichever order they are written", () => {
    const titled = (id: string, title: string) => ({ id, title, sources: ["a-page"], confidence: "low" }) as const;
    const asked = titlesOf(
      [],
      [],
      [],
      [
        { id: "much", text: "How much?", readings: [titled("a", "30"), titled("b", "33")] },
        { id: "when", text: "When?", readings: [titled("c", "ever"), titled("d", "within a year")] },
      ],
    );
    const value = { question: "much", readings: { a: 30, b: 33 } };
    const within = { question: "when", readings: { c: null, d: { atMostMonths: 12 } } };
    const share = { question: "much", readings: { a: null, b: true } };
    const one = { ...atLeast("hours", 0, { of: "training" }), value } as WrittenLeaf;
    const read = (params: object) => conditionLines({ ...one, params: params as never }, asked);
    const said = read({ of: "training", within, fullTimeEquivalent: share });
    expect(written(said)).toBe(
      [
        "the sources differ – How much? When?",
        "  “30” (low confidence) and “ever” (low confidence): at least 30 hours of training",
        "  “30” (low confidence) and “within a year” (low confidence): at least 30 hours of training, all within 12 months",
        "  “33” (low confidence) and “ever” (low confidence): at least 33 hours of training, part time by its share of full time",
        "  “33” (low confidence) and “within a year” (low confidence): at least 33 hours of training, part time by its share of full time, all within 12 months",
      ].join("\n"),
    );
    expect(read({ fullTimeEquivalent: share, within, of: "training" })).toEqual(said);
  });
});

test("an equivalence says how far it goes", () => {
  const one = { where: { all: [intern, paid] }, atMost: 12, fullTimeEquivalent: true } as unknown as Equivalence;
  expect(equivalenceLines(one, titles).map(({ text }) => text)).toEqual([
    "that is an internship",
    "that is paid",
    "at most 12, in the unit of what it counts toward",
    "part time by its share of full time",
  ]);
});

describe("vocabulary", () => {
  test("days, months and years", () => {
    expect(["2025-01-01", "2022-09", "2024"].map(dayWords)).toEqual(["1 January 2025", "September 2022", "2024"]);
  });

  test("lists", () => {
    expect([listed([], "or"), listed(["a"], "or"), listed(["a", "b", "c"], "and")]).toEqual(["", "a", "a, b and c"]);
  });

  test("a word means what its field makes of it", () => {
    expect([
      nameWords("service", "reflective-supervision"),
      nameWords("format", "group"),
      nameWords("kind", "group"),
    ]).toEqual(["the provision of reflective supervision", "group", "a group one"]);
  });
});

describe("the words of the rules", () => {
  const book = embeddedRulebook();
  const own = titlesOf(book.conditions, book.equivalences, [], book.questions);
  const routes = Object.values(book.pathways).flatMap((file) =>
    requirementsIn(book, file).flatMap((one) => (one.routes ?? []).map((route) => route.conditions)),
  );

  test("no route is left without words, and none is told by the names of fields", () => {
    const names = Object.values(fields).flatMap((one) => Object.keys(one).filter((name) => /[A-Z]/.test(name)));
    const text = routes.map((one) => written(conditionLines(one, own))).join("\n");
    expect(text).not.toMatch(/undefined|\[object/);
    for (const name of names) expect(text).not.toContain(name);
  });

  test("every condition with a name is told as one about entries, or about an applicant", () => {
    const aboutApplicant: Readonly<Record<string, string>> = {
      "two-years-after-the-degree": "at least 24 months",
      "two-years-of-psychotherapy-after-the-degree": "at least 24 months",
      "exam-passed": "at least one part of the exam",
      "internship-in-place-of-work": "at least 12 months",
      "counts-masters-prepared-fs": "no graduate degree",
      "no-graduate-degree": "no degree or program",
      "training-30-and-3": "at least 33 hours",
      "two-years-after-the-program": "at least 24 months",
      "three-years-a-clinical-mentor": "at least one credential",
    };
    for (const { id, conditions } of book.conditions) {
      const said = namedLines(conditions, own).map((one) => written(one));
      expect(said.join(""), id).not.toBe("");
      const months = aboutApplicant[id];
      if (months !== undefined) expect(said.join("\n")).toContain(months);
      const isDrawn = leavesOf<Condition>(conditions).some(({ fact }) => isMeasureFact(fact) || isDayFact(fact));
      if (isDrawn) expect(said.join("\n")).not.toMatch(/whose (?:count|hours|months)/);
      else expect(said).toEqual(entryLines(conditions, own).map((one) => written(one)));
    }
  });
});

test("a change of an association ends where its next change of the same requirement begins", () => {
  const book = embeddedRulebook();
  const said = Object.values(book.associations).flatMap((one) =>
    overlayLines(book, one, dayNumber("2026-01-01")).map(({ text }) => text),
  );
  expect(said).toContain("IFS, rsc, before 2023-01");
  expect(said).toContain("renewal, rsc, from 2024-01-01 on, until 2024-12-31");
});

test("a file of an association that is read as it is shipped changes nothing, and loses nothing", () => {
  const book = embeddedRulebook();
  const { "us-wa": shipped } = book.associations;
  const { changes, lost } = overlayChanges(book, parseOverlay(structuredClone(shipped)), dayNumber("2026-01-01"));
  expect({ changes, lost }).toEqual({ changes: [], lost: [] });
});
