/** What only tells why is left out of a function that gives states. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { withoutTelling } from "../../scripts/states-alone";

test("functions that tell why are cut out, whatever they hold, and everything else stays", () => {
  const code = `export const node = {
  level: (run) => run.level,
  trace: (run) => ({ missing: () => run, all: [] }),
  counted(run) { return run; },
  evidence: [],
  missing,
};`;
  const left = withoutTelling(code);
  expect(left).toContain("level: (run) => run.level,");
  expect(left).toContain("evidence: [],");
  expect(left).toContain("missing,");
  expect(left).not.toMatch(/trace|counted/);
  expect(withoutTelling(left)).toBe(left);
});

test("each kind of measure has some", () => {
  const files = readdirSync("src/judge", { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".ts"));
  const cut = files.filter((name) => {
    const code = readFileSync(join("src/judge", name), "utf8");
    return withoutTelling(code) !== code;
  });
  expect(cut).toEqual(expect.arrayContaining(["condition.ts", "where.ts", "measures/hours.ts", "measures/months.ts"]));
});
