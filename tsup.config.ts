import { readFileSync } from "node:fs";
import { builtinModules } from "node:module";
import { defineConfig, type Options } from "tsup";
import { statesAlone } from "./scripts/states-alone";
import { digestOf } from "./src/rules/digest";
import { embeddedRulebook } from "./src/rules/embedded";
import { CORE } from "./src/warehouse/write-function";

type Plugin = NonNullable<Options["esbuildPlugins"]>[number];

const builtins = new Set(builtinModules.flatMap((name) => [name, `node:${name}`]));

/** Lets CommonJS that is bundled into an ES module use Node: it has no `require`. */
const nodeImports: Plugin = {
  name: "node-imports",
  setup({ onResolve, onLoad }) {
    const namespace = "node-imports";
    onResolve({ filter: /./ }, ({ path, kind }) =>
      kind === "require-call" && builtins.has(path) ? { path, namespace } : undefined,
    );
    onLoad({ filter: /./, namespace }, ({ path }) => ({
      contents: `module.exports = process.getBuiltinModule(${JSON.stringify(path)});`,
    }));
  },
};

const library = {
  index: "src/index.ts",
  core: "src/core.ts",
  schema: "src/schema.ts",
  "json-rules-engine": "src/json-rules-engine.ts",
  forms: "src/forms.ts",
  import: "src/import.ts",
  "import-xlsx": "src/import-xlsx.ts",
  batch: "src/batch.ts",
  explain: "src/explain.ts",
};
/** What a thread of a batch runs; `src/batch/pool.ts` names it. */
const threads = { "batch-worker": "src/batch/worker.ts" };

/** Writes the rules as texts that are parsed: engines read that faster than the same as code. */
const rulesAsText: Plugin = {
  name: "rules-as-text",
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]rules[\\/].*\.json$/ }, ({ path }) => {
      const text = JSON.stringify(JSON.stringify(JSON.parse(readFileSync(path, "utf8"))));
      // `src/rules/embedded.ts` reads what an association does once it is asked for
      const isLate = /[\\/]rules[\\/]associations[\\/]/.test(path);
      return { contents: `export default ${isLate ? text : `/* @__PURE__ */ JSON.parse(${text})`};`, loader: "js" };
    });
  },
};

/** Bundled, for to find the dozen files of these packages takes as long as the rest of a start. */
const noExternal = [/^(?:@date-fns\/utc|date-fns)(?:\/|$)/];

/** For engines without a module system. */
const core = { format: ["iife"], globalName: CORE, target: "es2020" } satisfies Options;

const define = { EMBEDDED_DIGEST: JSON.stringify(digestOf(embeddedRulebook(), undefined)) };

// the two formats are built at once, and each would remove types that the other one wrote: `npm run build` removes what was there
export default defineConfig([
  {
    entry: { ...library, ...threads, cli: "src/cli/main.ts" },
    format: ["esm"],
    noExternal,
    esbuildPlugins: [nodeImports, rulesAsText],
    removeNodeProtocol: false,
    dts: { entry: library },
    splitting: true,
    define,
    target: "es2022",
  },
  {
    entry: library,
    format: ["cjs"],
    noExternal,
    esbuildPlugins: [rulesAsText],
    dts: { entry: library },
    // import.meta.url, by which threads are found
    shims: true,
    splitting: true,
    define,
    target: "es2022",
  },
  {
    // for engines without a module system, and without the globals of Node or of browsers
    entry: { "endorsement-pathways": "src/global.ts" },
    format: ["iife"],
    globalName: "endorsementPathways",
    esbuildPlugins: [rulesAsText],
    minify: true,
    define,
    target: "es2020",
  },
  // what `build-udf` writes rules behind
  {
    entry: { "warehouse-status": "src/warehouse/status-core.ts" },
    ...core,
    esbuildPlugins: [statesAlone],
    // every byte counts: warehouses want functions to be short
    minify: "terser",
    terserOptions: { ecma: 2020, compress: { passes: 3 } },
    esbuildOptions: (options) => Object.assign(options, { minifySyntax: true }),
  },
  { entry: { "warehouse-verdict": "src/warehouse/verdict-core.ts" }, ...core, minify: true },
]);
