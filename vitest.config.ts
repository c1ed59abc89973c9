import { configDefaults, defineConfig } from "vitest/config";

/** What needs the built package: `vitest.package.config.ts`. */
const built = ["test/package/**"];
/** What needs the built site and a browser: `vitest.site.config.ts`. */
const site = ["test/site/**"];

/** The tests of the source; what may depend on the time zone sets its own. */
export const unit = (exclude: readonly string[] = []) => ({
  test: {
    name: "UTC",
    include: ["test/**/*.test.ts"],
    exclude: [...configDefaults.exclude, ...built, ...site, ...exclude],
    setupFiles: ["test/setup.ts"],
    env: { TZ: "UTC" },
    // nothing is kept between files but frozen rules, so they may share what they import
    isolate: false,
    // verdicts are many and short-lived: with more room for what is young, less is cleared away
    execArgv: ["--max-semi-space-size=64"],
    // properties judge thousands of applicants
    testTimeout: 240_000,
  },
});

export default defineConfig({
  test: {
    // the machine has nothing else to do
    maxWorkers: "100%",
    projects: [unit()],
  },
});
