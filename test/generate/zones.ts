/** Time zones for what may depend on that of the process: days begin before and after those of UTC. */
import { afterAll, beforeAll } from "vitest";

/** The zones, with how many minutes UTC is ahead of each on 1 January 2026. */
export const zones = { UTC: 0, "America/New_York": 300, "Pacific/Apia": -780 } as const;

/** Runs the tests of a block in a time zone. */
export function runIn(zone: string): void {
  const { TZ } = process.env;
  beforeAll(() => {
    process.env["TZ"] = zone;
  });
  afterAll(() => {
    process.env["TZ"] = TZ;
  });
}
