import { configDefaults, defineConfig } from "vitest/config";

/** What may depend on the time zone of the process: days and clocks. */
const zoned = ["test/calendar.test.ts", "test/cli/clock.test.ts"];
/** Judged where days begin before and after those of UTC: all else judges in UTC. */
const cases = ["test/rules/cases.test.ts"];
/** What needs the built package: `vitest.package.config.ts`. */
const built = ["test/package/**"];
/** What needs the built site and a browser: `vitest.site.config.ts`. */
const site = ["test/site/**"];

/** The tests of one time zone. */
export const unit = (TZ: string, include: readonly string[], exclude: readonly string[] = []) => ({
  test: {
    name: TZ,
    include: [...include],
    exclude: [...configDefaults.exclude, ...built, ...site, ...exclude],
    setupFiles: ["test/setup.ts"],
    env: { TZ },
    // nothing is kept between files but frozen rules, so they may share what they import
    isolate: false,
    // properties judge thousands of applicants
    testTimeout: 240_000,
  },
});

export default defineConfig({
  test: {
    // the machine has nothing else to do
    maxWorkers: "100%",
    projects: [
      unit("UTC", ["test/**/*.test.ts"], cases),
      unit("America/New_York", [...zoned, ...cases]),
      unit("Pacific/Apia", [...zoned, ...cases]),
    ],
  },
});
