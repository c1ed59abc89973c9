/**
 * Records what the built package promises, so that a change shows in review: its files, its public types, the licenses of
 * what it brings along, and how much of it an application bundles. Run `npm run build` first.
 *
 * `--check` changes nothing, and fails where a record is stale, or a bundle is larger than `records/ceilings.json` allows.
 */
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import ts from "typescript";

const jsonAt = (path: string): unknown => JSON.parse(readFileSync(path, "utf8"));

/** What is in the tarball; the names of chunks tell what is in them, and change with it. */
function files(): string {
  const text = execFileSync("npm", ["pack", "--dry-run", "--json", "--ignore-scripts"], { encoding: "utf8" });
  const [packed] = JSON.parse(text) as readonly { readonly files: readonly { readonly path: string }[] }[];
  const paths = (packed?.files ?? []).map(({ path }) => path.replace(/-[\w-]{8}(\.(?:d\.)?c?[jt]s)$/, "-*$1"));
  return [...new Set(paths)].sort().join("\n");
}

const told = new Set<string>();

/** What an entry exports, in TypeScript without comments; of what another one exports as well, the name alone. */
function typesOf(entry: string): string {
  const file = resolve(`dist/${entry}.d.ts`);
  const program = ts.createProgram([file], { moduleResolution: ts.ModuleResolutionKind.Bundler });
  const checker = program.getTypeChecker();
  const source = checker.getSymbolAtLocation(program.getSourceFile(file) as ts.SourceFile) as ts.Symbol;
  const printer = ts.createPrinter({ removeComments: true });
  const declared = checker.getExportsOfModule(source).flatMap((one) => {
    const symbol = one.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(one) : one;
    return (symbol.declarations ?? []).map((declaration) => {
      const of = ts.isVariableDeclaration(declaration) ? declaration.parent.parent : declaration;
      const text = printer.printNode(ts.EmitHint.Unspecified, of, of.getSourceFile());
      const isTold = told.has(text);
      told.add(text);
      return { name: one.name, isTold, text: `// ${one.name}\n${text.replace(/^declare /, "")}` };
    });
  });
  declared.sort((a, b) => (a.name < b.name ? -1 : 1));
  const elsewhere = declared.filter(({ isTold }) => isTold).map(({ name }) => name);
  const own = declared.filter(({ isTold }) => !isTold).map(({ text }) => text);
  return [...(elsewhere.length > 0 ? [`// as of another entry:\n// ${elsewhere.join("\n// ")}`] : []), ...own].join(
    "\n\n",
  );
}

interface Locked {
  readonly license?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
}

/** The licenses of what is installed with the package, and of what is bundled into it. */
function licenses(): string {
  const { packages } = jsonAt("package-lock.json") as { readonly packages: Readonly<Record<string, Locked>> };
  const { dependencies } = jsonAt("package.json") as { readonly dependencies: Readonly<Record<string, string>> };
  const code = readdirSync("src", { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .map((name) => readFileSync(`src/${name}`, "utf8"))
    .join("\n");
  const imported = [...code.matchAll(/ from "((?:@[\w-]+\/)?[\w-]+)(?:\/[\w./-]+)?"/g)].map(([, name = ""]) => name);
  const found = new Map<string, string>();
  const waiting = [...Object.keys(dependencies), ...imported].map((name) => ({ name, from: "" }));
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { name, from } = next;
    const path = [`${from}node_modules/${name}`, `node_modules/${name}`].find((one) => packages[one] !== undefined);
    if (path === undefined || found.has(path)) continue;
    const { license = "not told", dependencies: own = {} } = packages[path] as Locked;
    found.set(path, `${license.padEnd(14)} ${name}`);
    waiting.push(...Object.keys(own).map((one) => ({ name: one, from: `${path}/` })));
  }
  return [...new Set(found.values())].sort().join("\n");
}

const parts = (names: readonly string[]) =>
  names.map((name, at) => `export { overlay as overlay${at} } from "./dist/associations/${name}.js";`).join("\n");
const associations = () =>
  readdirSync("dist/associations").flatMap((name) => (/\.d\.|\.cjs$/.test(name) ? [] : name.replace(/\.js$/, "")));
const JUDGE = 'export { evaluate } from "./dist/core.js"; export { base } from "./dist/base.js";';

/** What applications bundle. */
const bundles: Readonly<Record<string, () => string>> = {
  "evaluate of ./core, without rules": () => 'export { evaluate } from "./dist/core.js";',
  "evaluate of ./core with ./base": () => JUDGE,
  "the same with one association": () => JUDGE + parts(["us-wa"]),
  "the same with all associations": () => JUDGE + parts(associations()),
  "evaluate of the whole, with words and sources": () => 'export { evaluate } from "./dist/index.js";',
  "parseApplicant of ./schema": () => 'export { parseApplicant } from "./dist/schema.js";',
};

/** How many kilobytes an application bundles, minified and compressed. */
async function kilobytes(contents: string): Promise<number> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: "." },
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    platform: "neutral",
    mainFields: ["module", "main"],
    logLevel: "error",
  });
  return Math.round(gzipSync(outputFiles[0]?.contents ?? "", { level: 9 }).length / 100) / 10;
}

const CEILINGS = "records/ceilings.json";

/** Compares what applications bundle with what they may. */
async function tooLarge(): Promise<string[]> {
  const ceilings = jsonAt(CEILINGS) as Readonly<Record<string, number>>;
  const sizes = await Promise.all(
    Object.entries(bundles).map(async ([name, code]) => [name, await kilobytes(code())] as const),
  );
  const faults = Object.keys(ceilings).flatMap((name) => (bundles[name] ? [] : [`${CEILINGS}: there is no ${name}`]));
  for (const [name, size] of sizes) {
    const most = ceilings[name];
    console.log(`${size.toFixed(1).padStart(7)} kB of at most ${most}  ${name}`);
    if (most === undefined || size > most) faults.push(`${name}: ${size} kB, and ${CEILINGS} allows ${most}`);
  }
  return faults;
}

const exported = jsonAt("package.json") as { readonly exports: Readonly<Record<string, unknown>> };
const entries = Object.keys(exported.exports)
  .filter((path) => !/\.json$/.test(path))
  .map((path) => (path === "." ? "index" : path.slice(2).replace("*", "us-wa")));
const records: Readonly<Record<string, string>> = {
  "records/files.txt": files(),
  "records/licenses.txt": licenses(),
  ...Object.fromEntries(entries.map((entry) => [`records/types/${entry.replace("/", "-")}.txt`, typesOf(entry)])),
};
const stale = Object.entries(records).filter(
  ([path, text]) => !existsSync(path) || readFileSync(path, "utf8") !== `${text}\n`,
);
const isChecking = process.argv.includes("--check");
for (const [path, text] of isChecking ? [] : stale) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `${text}\n`);
}
const faults = await tooLarge();
for (const fault of faults) console.error(fault);
for (const [path] of stale)
  console.log(isChecking ? `stale: ${path}; run npm run records and look at what changed` : path);
if (faults.length > 0 || (isChecking && stale.length > 0)) process.exitCode = 1;
