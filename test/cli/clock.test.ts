/** The one place that reads the clock: the default of `--as-of`. */
import { describe, expect, test } from "vitest";
import type { Verdict } from "../../src/model/verdict";
import { runIn, zones } from "../generate/zones";
import { cli } from "./terminal";

const args = ["evaluate", "-", "--format", "json"];

describe.each(Object.entries(zones))("in %s", (zone, minutes) => {
  runIn(zone);

  test.for([
    [[2026, 10, 23, 0, 0, 1], "2026-11-23"],
    [[2026, 10, 23, 23, 59, 59], "2026-11-23"],
    [[2027, 0, 1, 12], "2027-01-01"],
  ] as const)("at %j, where the user is, it is %s", async ([[year, month, day, hour, ...rest], expected]) => {
    const now = new Date(year, month, day, hour, ...rest);
    expect(new Date(2026, 0, 1).getTimezoneOffset()).toBe(minutes);
    const { out } = await cli(args, { stdin: "{}", now });
    expect((JSON.parse(out) as Verdict).asOf).toBe(expected);
  });

  test("the day that is given wins over the clock", async () => {
    const { out } = await cli([...args, "--as-of", "2025-01-01"], { stdin: "{}", now: new Date(2026, 10, 23) });
    expect((JSON.parse(out) as Verdict).asOf).toBe("2025-01-01");
  });
});
