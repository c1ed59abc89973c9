import { defineConfig } from "vitest/config";
import { unit } from "./vitest.config";

/** What takes long, or looks at more than the source: `npm test` runs it. */
const slow = [
  "test/{docs,naive,oracle,project,properties,schemas}/**",
  "test/{associations/untouched,cli/every-case,cli/rules}.test.ts",
  "test/rules/{coverage,pages,readme}.test.ts",
];

/** The tests to run at every change: one time zone, each file in seconds. */
export default defineConfig({
  test: { projects: [unit("UTC", ["test/**/*.test.ts"], slow)] },
});
