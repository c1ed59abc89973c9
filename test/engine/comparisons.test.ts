/** Every comparison that a requirement can make, of what is known, half known and unknown, as it stands and under `not`. */
import { expect, test } from "vitest";
import { evaluate } from "../../src/index";
import { createEngine } from "../../src/json-rules-engine";
import type { Applicant } from "../../src/model/applicant";
import { operatorsOn } from "../../src/model/operators";
import { rulebook } from "../language/rulebooks";

const count = { fact: "count", params: { of: "training" } };
const hours = { fact: "hours", params: { of: "training" } };
const latest = { fact: "latest", params: { of: "training", field: "date" } };
const yearAgo = { fact: "asOf", params: { plusMonths: -12 } };
const started = { fact: "applicationStarted" };

const leaves = [
  ...operatorsOn("number").flatMap((operator) => [0, 1, 2].map((value) => ({ ...count, operator, value }))),
  ...operatorsOn("number").map((operator) => ({ ...hours, operator, value: 2.5 })),
  ...operatorsOn("day").flatMap((operator) =>
    ["2025-06-01", yearAgo, started, latest].map((value) => ({ ...latest, operator, value })),
  ),
  ...operatorsOn("day").map((operator) => ({ ...started, operator, value: "2025-06-01" })),
  ...operatorsOn("word").map((operator) => ({
    fact: "residence",
    operator,
    value: operator === "in" || operator === "notIn" ? ["US-WA", "US-OR"] : "US-WA",
  })),
];
const conditions = leaves.flatMap((leaf) => [leaf, { not: leaf }, { not: { not: leaf } }]);
const book = rulebook({
  requirements: conditions.map((condition, index) => ({
    id: `r${index}`,
    routes: [{ id: "route", conditions: { all: [condition] } }],
  })),
});

const applicants: readonly Applicant[] = [
  {},
  { training: [] },
  { training: [], unfinished: ["training"], residence: "US-WA" },
  { training: [{ hours: 2.5, date: "2025-06-01" }], residence: "US-ID" },
  { training: [{ date: "2025-06-02" }], unfinished: ["training"], residence: "US-OR" },
  { training: [{ hours: 2.5 }, { hours: 1, date: "2024-01-01" }], applications: [] },
  { training: [{ hours: 2.5, date: "2025-01-01" }, {}], applications: [{ pathway: "IFS", started: "2025-06-01" }] },
  { training: [{ hours: 3, date: "2024-01-01" }], applications: [{ pathway: "IFS", started: "2024-06-01" }] },
  {
    training: ["2025-12-01", "2025-12-02", "2025-12-03"].map((date) => ({ date })),
    applications: [{ pathway: "IFS", started: "2025-06-01" }],
  },
];

test.for(applicants)("the engine says what evaluate says of %j", async (applicant) => {
  const options = { asOf: "2026-01-01", rulebook: book };
  const [pathway] = evaluate(applicant, options).pathways;
  const { events, failureEvents } = await createEngine(applicant, options).run();
  const said = (some: typeof events) =>
    some.flatMap(({ params }) => params?.["requirement"] ?? []).sort() as readonly string[];
  const met = pathway?.requirements.filter(({ status }) => status === "met").map(({ id }) => id);
  expect(said(events)).toEqual(met?.sort());
  expect(said(events).length + said(failureEvents).length).toBe(conditions.length);
});

test("each of them is met by one of these applicants, and unmet or unknown for another", () => {
  const statuses = applicants.flatMap(
    (applicant) => evaluate(applicant, { asOf: "2026-01-01", rulebook: book }).pathways[0]?.requirements ?? [],
  );
  const never = conditions.filter((_, index) => {
    const own = new Set(statuses.filter(({ id }) => id === `r${index}`).map(({ status }) => status));
    return !own.has("met") || own.size < 2;
  });
  // no amount is below nothing, and no day before or after itself
  expect(never.map((one) => JSON.stringify(one))).toMatchInlineSnapshot(`
    [
      "{"fact":"count","params":{"of":"training"},"operator":"lessThan","value":0}",
      "{"not":{"fact":"count","params":{"of":"training"},"operator":"lessThan","value":0}}",
      "{"not":{"not":{"fact":"count","params":{"of":"training"},"operator":"lessThan","value":0}}}",
      "{"fact":"count","params":{"of":"training"},"operator":"greaterThanInclusive","value":0}",
      "{"not":{"fact":"count","params":{"of":"training"},"operator":"greaterThanInclusive","value":0}}",
      "{"not":{"not":{"fact":"count","params":{"of":"training"},"operator":"greaterThanInclusive","value":0}}}",
      "{"fact":"latest","params":{"of":"training","field":"date"},"operator":"before","value":{"fact":"latest","params":{"of":"training","field":"date"}}}",
      "{"not":{"not":{"fact":"latest","params":{"of":"training","field":"date"},"operator":"before","value":{"fact":"latest","params":{"of":"training","field":"date"}}}}}",
      "{"fact":"latest","params":{"of":"training","field":"date"},"operator":"after","value":{"fact":"latest","params":{"of":"training","field":"date"}}}",
      "{"not":{"not":{"fact":"latest","params":{"of":"training","field":"date"},"operator":"after","value":{"fact":"latest","params":{"of":"training","field":"date"}}}}}",
    ]
  `);
});
