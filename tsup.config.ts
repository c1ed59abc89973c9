import { defineConfig } from "tsup";

const library = {
  index: "src/index.ts",
  schema: "src/schema.ts",
  "json-rules-engine": "src/json-rules-engine.ts",
  forms: "src/forms.ts",
  batch: "src/batch.ts",
  explain: "src/explain.ts",
};
/** What a thread of a batch runs; `src/batch/pool.ts` names it. */
const threads = { "batch-worker": "src/batch/worker.ts" };

// the two formats are built at once: each removes only its own files of an earlier build
export default defineConfig([
  {
    entry: { ...library, ...threads, cli: "src/cli/main.ts" },
    format: ["esm"],
    dts: { entry: library },
    clean: ["!**/*.{cjs,d.cts}"],
    splitting: true,
    target: "es2022",
  },
  {
    entry: library,
    format: ["cjs"],
    dts: { entry: library },
    clean: ["!**/*.{js,d.ts}"],
    // import.meta.url, by which threads are found
    shims: true,
    splitting: true,
    target: "es2022",
  },
]);
