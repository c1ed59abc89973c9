/** The one place that reads the clock: the default of `--as-of`. */
import { expect, test } from "vitest";
import type { Verdict } from "../../src/model/verdict";
import { cli } from "./terminal";

const args = ["evaluate", "-", "--format", "json"];

test.for([
  [new Date(2026, 10, 23, 0, 0, 1), "2026-11-23"],
  [new Date(2026, 10, 23, 23, 59, 59), "2026-11-23"],
  [new Date(2027, 0, 1, 12), "2027-01-01"],
] as const)("at %s, where the user is, it is %s", async ([now, day]) => {
  const { out } = await cli(args, { stdin: "{}", now });
  expect((JSON.parse(out) as Verdict).asOf).toBe(day);
});

test("the day that is given wins over the clock", async () => {
  const { out } = await cli([...args, "--as-of", "2025-01-01"], { stdin: "{}", now: new Date(2026, 10, 23) });
  expect((JSON.parse(out) as Verdict).asOf).toBe("2025-01-01");
});
