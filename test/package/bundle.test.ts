/** What `evaluate` reaches in the built package: no zod, no engine, no Node, no locale, no clock, no chance. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import { createContext, runInContext } from "node:vm";
import { build } from "tsup";
import ts from "typescript";
import { afterAll, describe, expect, test } from "vitest";
import { evaluate, rulebook } from "../../src/index";
import type { Translation } from "../../src/model/translation";
import { parseOverlay } from "../../src/schema";
import { graphOf, readModule } from "./graph";

const AS_OF = "2026-11-23";
/** A date of `@date-fns/utc` looks at the clock where it is given no day, and the calendar gives one always. */
const isOfDates = (touch: string) => touch.includes("Date.now");

describe.for(["dist/index.js", "dist/index.cjs", "dist/core.js"])("%s", (entry) => {
  const graph = graphOf(entry);

  test("is made of chunks, which are followed", () => {
    expect(graph.length).toBeGreaterThan(1);
  });

  test("imports no package: to find the files of one takes longer than to run them", () => {
    expect(graph.flatMap(({ imports }) => imports.filter((name) => !name.startsWith(".")))).toEqual([]);
  });

  test("touches no clock, no chance, no locale and no process", () => {
    const touched = graph.flatMap(({ file, touches }) => touches.map((what) => `${basename(file)}: ${what}`));
    expect(touched.filter((one) => !isOfDates(one))).toEqual([]);
  });
});

describe.for(["index", "core", "schema", "json-rules-engine", "forms", "import", "import-xlsx"])(
  "the types of %s",
  (entry) => {
    test("declare no value that the module lacks", async () => {
      const file = resolve(`dist/${entry}.d.ts`);
      const program = ts.createProgram([file], { moduleResolution: ts.ModuleResolutionKind.Bundler });
      const checker = program.getTypeChecker();
      const source = checker.getSymbolAtLocation(program.getSourceFile(file) as ts.SourceFile) as ts.Symbol;
      const names = checker.getExportsOfModule(source).flatMap((one) => {
        const symbol = one.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(one) : one;
        return symbol.flags & ts.SymbolFlags.Value ? [one.name] : [];
      });
      expect(names.length).toBeGreaterThan(0);
      const module = (await import(resolve(`dist/${entry}.js`))) as object;
      expect(names.filter((name) => !(name in module))).toEqual([]);
    });
  },
);

describe("core", () => {
  test("embeds no rules", () => {
    const texts = graphOf("dist/core.js").map(({ file }) => readFileSync(file, "utf8"));
    expect(texts.filter((text) => text.includes(rulebook().id))).toEqual([]);
    expect(texts.join("").length).toBeLessThan(260_000);
  });
});

describe("an application that bundles evaluate", () => {
  const folder = mkdtempSync(join(tmpdir(), "bundle-"));
  afterAll(() => rmSync(folder, { recursive: true }));

  /** Bundles an application. */
  async function bundled(code: string, format: "esm" | "iife"): Promise<string> {
    const entry = join(folder, "application.js");
    writeFileSync(entry, code);
    const outDir = join(folder, format);
    const outExtension = () => ({ js: ".js" });
    const how = { config: false, silent: true, globalName: "application", outExtension } as const;
    await build({ ...how, entry: [entry], outDir, format: [format], noExternal: [/.*/] });
    return join(outDir, "application.js");
  }

  test("gets nothing, of its dependencies either, that touches a clock, chance, a locale or the process", async () => {
    const code = `export { evaluate } from ${JSON.stringify(resolve("dist/index.js"))};`;
    const { imports, touches } = readModule(await bundled(code, "esm"));
    expect({ imports, touches: touches.filter((one) => !isOfDates(one)) }).toEqual({
      imports: [],
      touches: [],
    });
  });

  test("pays nothing for words: it gets no message, no translation, and not the library that forms them", async () => {
    const words = JSON.parse(readFileSync("rules/translations/es.json", "utf8")) as Translation;
    const { messages = {}, rules = {} } = words;
    const isBundled = (code: string) => (text: string) => code.includes(text);
    const application = (name: string, entry: string) =>
      bundled(`export { ${name} } from ${JSON.stringify(resolve(entry))};`, "esm");
    // names stay as they are in both languages
    const translated = Object.entries(rules).flatMap(([english, text]) => (text === english ? [] : [text]));
    // texts that a bundler writes as they are
    const texts = [...Object.values(messages), ...translated].filter((text) => /^[\w ,.:;ñáéíóú¿?]{30,}$/.test(text));
    const judging = readFileSync(await application("evaluate", "dist/index.js"), "utf8");
    expect(texts.filter(isBundled(judging))).toEqual([]);
    expect(judging).not.toContain("selectordinal");
    // the same texts are found where words are wanted
    const explaining = readFileSync(await application("explain", "dist/explain.js"), "utf8");
    expect(texts.filter(isBundled(explaining)).length).toBeGreaterThan(50);
    expect(explaining).toContain("selectordinal");
  });

  test("runs in a bare engine, which has the language and nothing else", async () => {
    const code = `
      import { evaluate, rulebook } from ${JSON.stringify(resolve("dist/index.js"))};
      import { sealed } from ${JSON.stringify(resolve("src/rules/hash.ts"))};
      const asOf = "${AS_OF}";
      const copy = JSON.parse(JSON.stringify(rulebook()));
      const digestOf = (options) => evaluate({}, { asOf, ...options }).rulebook.digest;
      export const shipped = digestOf({ association: "us-wa" });
      export const parsed = digestOf({ rulebook: sealed(copy) });
      export const own = digestOf({ overlay: sealed({ ...copy.associations["us-wa"], name: "Säntis 😀" }) });
      export const globals = ["TextEncoder", "URL", "process", "Buffer"].filter((name) => name in globalThis);`;
    const context = createContext({});
    runInContext(`${readFileSync(await bundled(code, "iife"), "utf8")};globalThis.application = application;`, context);
    const { application } = context as { readonly application: Readonly<Record<string, unknown>> };
    const overlay = { ...rulebook().associations["us-wa"], name: "Säntis 😀" };
    const own = evaluate({}, { asOf: AS_OF, overlay: parseOverlay(overlay) }).rulebook.digest;
    const { digest } = evaluate({}, { asOf: AS_OF }).rulebook;
    expect({ ...application }).toEqual({ shipped: digest, parsed: digest, own, globals: [] });
  });
});

describe("the entries that know more are seen to", () => {
  const packagesOf = (entry: string) => graphOf(entry).flatMap(({ imports }) => imports);
  test("schema knows zod, and not the engine", () => {
    expect(packagesOf("dist/schema.js")).toContain("zod");
    expect(packagesOf("dist/schema.js")).not.toContain("json-rules-engine");
  });
  test("json-rules-engine knows the engine, and zod for the params that a host writes", () => {
    expect(packagesOf("dist/json-rules-engine.js")).toEqual(expect.arrayContaining(["json-rules-engine", "zod"]));
  });
  test("the command line knows Node and the clock", () => {
    const graph = graphOf("dist/cli.js");
    const packages = graph.flatMap(({ imports }) => imports.filter((name) => !/^(?:\.|node:)/.test(name)));
    // what only it needs is bundled into it; what an entry needs, too, and a pool of threads are not
    expect([...new Set(packages)].sort()).toEqual(
      ["hucre/xlsx", "intl-messageformat", "p-map", "papaparse", "tinypool", "zod"].sort(),
    );
    expect(graph.flatMap(({ imports }) => imports)).toContain("node:fs/promises");
    expect(graph.flatMap(({ touches }) => touches)).toContain("new Date()");
  });
});

describe("the command line", () => {
  test.for([["--help"], ["batch", "--help"], ["evaluate", "--help"]])("runs as it was built: %j", (args) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, ["dist/cli.js", ...args], { encoding: "utf8" });
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout).toContain("Usage: endorsement-pathways");
  });

  test("judges many in threads as it was built", () => {
    const input = Array.from({ length: 50 }, (_, index) => `{"id":"a-${index}"}`).join("\n");
    const args = [
      "dist/cli.js",
      "batch",
      "-",
      "--as-of",
      AS_OF,
      "--pathway",
      "IFS",
      "--workers",
      "2",
      "--format",
      "csv",
    ];
    const { status, stdout } = spawnSync(process.execPath, args, { encoding: "utf8", input });
    expect(status).toBe(0);
    expect(
      stdout
        .split("\r\n")
        .slice(1, -1)
        .map((row) => row.split(",")[1]),
    ).toEqual(Array.from({ length: 50 }, (_, index) => `a-${index}`));
  });
});

describe("the reader of the modules", () => {
  const touches = (code: string) => readModule("a-module", code).touches;

  test.for([
    "Date.now()",
    "Math.random()",
    "new Date()",
    "new Date",
    "Date()",
    'new Intl.Collator("de")',
    "process.env.A",
  ])("sees %s", (code) => expect(touches(code)).toHaveLength(1));
  test.for(['"a".localeCompare("b")', "(1).toLocaleString()", "performance.now()", "({ process })", "fetch(x)"])(
    "sees %s",
    (code) => expect(touches(code)).toHaveLength(1),
  );
  test.for([
    "new Date(0)",
    "Math.max(1, 2)",
    "rules.process",
    "const { process } = rules; process.length; ({ process });",
    "const f = (process) => process.length;",
    "({ process: 1 })",
    "// Date.now()",
    '"Date.now()"',
  ])("is not taken in by %s", (code) => expect(touches(code)).toEqual([]));

  test("sees imports of every form", () => {
    const code = 'import "a"; import * as b from "b"; export { c } from "c"; await import("d"); require("e");';
    expect(readModule("a-module", code).imports).toEqual(["a", "b", "c", "d", "e"]);
    expect(() => readModule("a-module", "import(name)")).toThrow("cannot tell");
  });
});
