/** Every number of the rules has a source: its own, or that of what it is a part of. */
import { expect, test } from "vitest";
import { readRules } from "../../scripts/rules-folder";
import { requirementsIn } from "../../src/rules/written";

const rules = readRules();

/** Lists the parents of numbers that neither have sources nor lie in what has. */
function uncited(data: unknown, pointer: string): string[] {
  if (typeof data === "number") return [pointer.slice(0, pointer.lastIndexOf("/"))];
  if (typeof data !== "object" || data === null) return [];
  const { sources } = data as { readonly sources?: unknown };
  if (Array.isArray(sources) && sources.length > 0) return [];
  return Object.entries(data).flatMap(([key, value]) => uncited(value, `${pointer}/${key}`));
}

test("a number without a source is found", () => {
  const cited = { sources: [{ source: "a-page" }], value: 24 };
  expect(uncited({ a: cited, b: { params: { value: 24 } }, c: { sources: [], value: 1 } }, "")).toEqual([
    "/b/params",
    "/c",
  ]);
});

test("no number of the base is without a source", () => {
  const { conditions, equivalences, credentials } = rules;
  // what is shared is cited where it is used
  const pathways = Object.values(rules.pathways).map((file) => ({
    ...file,
    requirements: requirementsIn(rules, file),
  }));
  const found = uncited({ pathways, conditions, equivalences, credentials }, "");
  expect([...new Set(found)]).toEqual([]);
});

test("no number of an association is without a source of the statement it stands in", () => {
  const found = Object.entries(rules.associations).flatMap(([id, { sources, ...statements }]) => {
    expect(sources.length, id).toBeGreaterThan(0);
    return uncited(statements, `/associations/${id}`);
  });
  expect(found).toEqual([]);
});
