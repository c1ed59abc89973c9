import { defineConfig } from "vitest/config";

/** The tests that must notice a change of what judges: all that are fast, or those that `TESTS` names. */
const { TESTS = "test/{calendar,language/*,rules/cases,associations/*,examples/*}.test.ts" } = process.env;

export default defineConfig({
  test: {
    include: TESTS.split(" "),
    exclude: ["test/associations/untouched.test.ts", "test/language/faults.test.ts"],
    setupFiles: ["test/setup.ts"],
    env: { TZ: "UTC" },
    isolate: false,
    testTimeout: 60_000,
  },
});
