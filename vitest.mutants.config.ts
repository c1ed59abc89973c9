import { defineConfig } from "vitest/config";

/** What judges is changed, and these tests must notice: all that is fast and judges by hand-written rules or cases. */
export default defineConfig({
  test: {
    include: [
      "test/calendar.test.ts",
      "test/written/**/*.test.ts",
      "test/language/**/*.test.ts",
      "test/rules/{cases,digest}.test.ts",
      "test/associations/**/*.test.ts",
      "test/examples/**/*.test.ts",
    ],
    exclude: ["test/associations/untouched.test.ts", "test/language/faults.test.ts"],
    setupFiles: ["test/setup.ts"],
    env: { TZ: "UTC" },
    isolate: false,
    testTimeout: 60_000,
  },
});
