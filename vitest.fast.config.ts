import { defineConfig } from "vitest/config";
import { unit } from "./vitest.config";

/** What takes long, or looks at more than the source: `npm test` runs it. */
const slow = [
  "test/{batch,docs,fuzz,naive,oracle,project,properties,schemas,warehouse}/**",
  "test/**/{strange,properties}.test.ts",
  "test/cli/{batch,every-case,input,resume,rules}.test.ts",
  "test/{associations/untouched,explain/{progress,every-case}}.test.ts",
  "test/rules/{coverage,pages,parts,readme}.test.ts",
  "test/language/faults.test.ts",
];

/** The tests to run at every change: one time zone, each file in seconds. */
export default defineConfig({
  test: { projects: [unit(slow)] },
});
