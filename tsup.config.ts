import { defineConfig } from "tsup";

const library = {
  index: "src/index.ts",
  schema: "src/schema.ts",
  "json-rules-engine": "src/json-rules-engine.ts",
  forms: "src/forms.ts",
};

// the two formats are built at once: each removes only its own files of an earlier build
export default defineConfig([
  {
    entry: { ...library, cli: "src/cli/main.ts" },
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
    splitting: true,
    target: "es2022",
  },
]);
