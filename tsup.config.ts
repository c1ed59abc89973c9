import { defineConfig } from "tsup";

export default defineConfig([
  {
    entry: { index: "src/index.ts", schema: "src/schema.ts", "json-rules-engine": "src/json-rules-engine.ts" },
    format: ["esm", "cjs"],
    dts: true,
    clean: true,
    splitting: true,
    target: "es2022",
    sourcemap: true,
  },
  { entry: { cli: "src/cli/main.ts" }, format: ["esm"], target: "node20", clean: false },
]);
