/** The checks that rule authors run, each on rules that are right and on rules broken in one place. */
import { describe, expect, test } from "vitest";
import { checks } from "../../scripts/rule-checks";
import { fileOf, readRules } from "../../scripts/rules-folder";
import { numbersIn } from "../../src/check/numbers";
import type { PathwayFile, Rulebook } from "../../src/model/rulebook";
import { embeddedRulebook } from "../../src/rules/embedded";
import { requirementsIn } from "../../src/rules/written";

type Path = readonly (string | number)[];

/** The rules with one place changed; `undefined` removes it. */
function broken(path: Path, value: unknown): Rulebook {
  const rules = structuredClone(readRules());
  const parent = path.slice(0, -1).reduce<unknown>((one, key) => (one as Record<string, unknown>)[key], rules);
  const last = path.at(-1) as string;
  if (value === undefined) delete (parent as Record<string, unknown>)[last];
  else (parent as Record<string, unknown>)[last] = value;
  return rules;
}

/** Where the first edition of a requirement stands. */
function requirement(file: string, id: string): Path {
  const rules = readRules();
  const at = requirementsIn(rules, rules.pathways[file] as PathwayFile).findIndex((one) => one.id === id);
  return ["pathways", file, "requirements", at];
}

/** Where the first edition of a named condition stands. */
const condition = (id: string): Path => ["conditions", readRules().conditions.findIndex((one) => one.id === id)];

/** Where the change of an association stands that writes a requirement. */
function change(association: string, id: string): Path {
  const { requirements = [] } = readRules().associations[association] ?? {};
  const at = requirements.findIndex((one) => "replace" in one && one.replace.id === id);
  return ["associations", association, "requirements", at, "replace"];
}

const work = requirement("family-specialist", "work");
const supervision = requirement("family-specialist", "rsc");
const dated = readRules().sources.findIndex(({ vintage }) => vintage === "2025");
const graduate = { fact: "count", params: { of: "education", where: { condition: "graduate-degree" } } };

const breaks: readonly (readonly [check: string, path: Path, value: unknown, sentence: string])[] = [
  ["loads", [...work, "sources"], [], ""],
  ["wholeYears", [...work, "routes", 0, "conditions", "value"], 25, "multiple of 12"],
  ["numbersInTitles", [...work, "title"], "Three years of paid work", "the title says 36"],
  ["numbersInTitles", ["requirements", "ten-families", "title"], "Work with at least 11 families", "the title says 11"],
  ["numbersInTitles", ["routes", "ten-families", "title"], "11 families over all jobs", "the title says 11"],
  [
    "wholeSum",
    ["requirements", "training-48", "routes", 0, "conditions", "value"],
    47,
    "the places take 48 and the value is 47",
  ],
  [
    "numbersInTitles",
    [...condition("internship-in-place-of-work"), "conditions", "readings", "one-year-internship", "value"],
    13,
    "the title says 12",
  ],
  ["nothingUnused", ["sources", 0, "id"], "nobody-cites-me", 'nothing uses "nobody-cites-me"'],
  ["nothingUnused", ["questions", 0, "id"], "nobody-asks-me", 'nothing uses "nobody-asks-me"'],
  ["nothingUnused", ["routes", "nobody-takes-me"], {}, 'nothing uses "nobody-takes-me"'],
  ["nothingUnused", ["requirements", "nobody-needs-me"], {}, 'nothing uses "nobody-needs-me"'],
  ["nothingEarly", ["equivalences", 0, "inForce", "from"], "2024-12-31", "begins before anything uses it"],
  [
    "differencesDeclared",
    [...requirement("family-specialist", "education"), "notes"],
    undefined,
    "say in notes why its twin differs",
  ],
  [
    "noPartition",
    [...change("us-ne", "rsc"), "routes", 0],
    {
      id: "hours",
      title: "A category that keeps up reflective supervision is held",
      conditions: {
        fact: "count",
        params: { of: "credentials", where: { condition: "keeps-up-rsc" } },
        operator: "greaterThanInclusive",
        value: 1,
      },
    },
    "write the exception as an addition",
  ],
  [
    "noPartition",
    [...supervision, "routes", 0, "conditions"],
    { ...graduate, operator: "greaterThanInclusive", value: 1 },
    "write the exception as an addition",
  ],
  ["seenFitsVintage", ["sources", dated, "seen"], "2099", "is of 2025, and last seen 2099"],
  ["seenFitsVintage", ["sources", dated, "seen"], undefined, "last seen at no time"],
  ["oneTextAnId", ["sources", dated, "vintage"], "2021, 2022 and 2023", "is not one time"],
  [
    "oneTextAnId",
    ["sources", dated],
    { ...readRules().sources[0], id: "twin" },
    `is the text "${readRules().sources[0]?.id}"`,
  ],
  [
    "notBeforeItsPage",
    ["associations", "us-wa", "fees", 0, "inForce", "from"],
    "2015",
    "it begins in 2015, before the oldest page it cites (2024)",
  ],
  ["highConfidence", [...condition("degree-at-home"), "confidence"], "high", "one publisher alone is cited"],
  ["choicesSettle", ["associations", "us-hi", "choose", "rsc-span", 0, "confidence"], "low", "settles nothing"],
  [
    "choicesSettle",
    ["associations", "us-al", "choose", "who-vouches-for-associates", 0, "inForce"],
    undefined,
    "last seen in 2020, and one of 2022 reads it otherwise",
  ],
];

describe("a check", () => {
  test.for(Object.keys(checks))("%s finds nothing in the rules", (name) => {
    expect(checks[name]?.(embeddedRulebook())).toEqual([]);
  });

  test.for(breaks)("%s finds what was broken", ([name, path, value, sentence]) => {
    const found = checks[name]?.(broken(path, value)) ?? [];
    const here = found.filter(({ pointer }) => pointer.startsWith(`/${path.slice(0, 2).join("/")}`));
    expect(here.map(({ message }) => message).join("\n")).toContain(sentence);
    expect(here.length).toBeGreaterThan(0);
  });

  test("each has a broken twin here", () => {
    expect(new Set(breaks.map(([name]) => name))).toEqual(new Set(Object.keys(checks)));
  });
});

test("the rules on disk are the rules embedded", () => {
  expect(readRules()).toEqual(embeddedRulebook());
});

test("a pointer leads to its file", () => {
  expect(fileOf("/pathways/mentor-policy/requirements/3/title")).toEqual({
    file: "rules/pathways/mentor-policy.json",
    pointer: "/requirements/3/title",
  });
  expect(fileOf("/conditions/2/title")).toEqual({ file: "rules/conditions.json", pointer: "/2/title" });
  expect(fileOf("/order/0")).toEqual({ file: "rules/rulebook.json", pointer: "/0" });
});

test("numbers are read in words, with their unit, and without days of the calendar", () => {
  expect(numbersIn("At most 12 months of one internship, since 1 January 2025")).toEqual([12]);
  expect(numbersIn("Three ratings by someone; one more")).toEqual([3]);
  expect(numbersIn("One year of leadership")).toEqual([12]);
});

describe("src/", () => {
  test("no number of the domain stands in the code", async () => {
    const { readdirSync, readFileSync } = await import("node:fs");
    const { default: ts } = await import("typescript");
    const domain = new Set(["10", "15", "24", "25", "30", "33", "36", "48", "50", "71"]);
    const known = new Map([
      ["base/written/ages.ts 36", "the ages of toddlers, as people say them"],
      ["base/written/clock.ts 24", "hours of a day"],
      ["base/written/day.ts 50", "a year of two digits from which it is of the last century"],
      ["batch/cohort.ts 10", "a width of bands"],
      ["batch/cohort.ts 50", "a width of bands"],
      ["batch/judge-lines.ts 10", "the code of a line's end"],
      ["batch/lines.ts 10", "the code of a line's end"],
      ["batch/report.ts 10", "tenths in text"],
      ["batch/report-html.ts 10", "tenths of a percent in text"],
      ["check/warnings/hours.ts 24", "hours of a day"],
      ["check/warnings/hours.ts 15", "a quarter of an hour"],
      ["check/warnings/lives.ts 15", "an age before which a degree is doubted"],
      ["base/calendar.ts 48", "the code of the digit 0"],
      ["base/calendar.ts 10", "a base of numbers, and the length of a day in text"],
      ["base/calendar.ts 30", "the length of some months"],
      ["base/fingerprint.ts 36", "a base of numbers"],
      ["check/condition.ts 30", "places of a measure, as many as bits of a mask"],
      ["rules/editions.ts 10", "the length of a day in text"],
      ["explain/amount-words.ts 10", "tenths of a month in text"],
      ["explain/account.ts 10", "tenths of an amount in text"],
      ["explain/trial.ts 10", "a part of the greatest number that is tried"],
      ["explain/warnings-words.ts 10", "how many warnings are shown before the rest is counted"],
      ["import/context.ts 10", "bare amounts from which minutes are meant"],
      ...[10, 25, 36, 71].map((number) => [`explain/overlay-examples.ts ${number}`, "an example"] as const),
      ["import/example-entries.ts 15", "an example"],
      ["import/example-entries.ts 25", "an example"],
      ["import/example-entries.ts 36", "an example"],
      ["judge/entry-comparison.ts 10", "a weight of what an entry is"],
      ["base/maximum-flow.ts 50", "a power of two that counts as unbounded"],
    ]);
    const numbersOf = (node: import("typescript").Node): string[] => {
      const inside: string[] = ts.isNumericLiteral(node) ? [node.text] : [];
      ts.forEachChild(node, (child) => void inside.push(...numbersOf(child)));
      return inside;
    };
    const found = readdirSync("src", { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".ts") && !name.startsWith("cli"))
      .flatMap((name) => {
        const numbers = numbersOf(
          ts.createSourceFile(name, readFileSync(`src/${name}`, "utf8"), ts.ScriptTarget.Latest),
        );
        return [...new Set(numbers)].filter((number) => domain.has(number)).map((number) => `${name} ${number}`);
      });
    // what is known and no longer there must leave the list, too
    expect(found.sort()).toEqual([...known.keys()].sort());
  });
});
