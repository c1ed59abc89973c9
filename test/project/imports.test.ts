/** Lint refuses what the layers of the source forbid: imports run one way, and nothing under `evaluate` has surroundings. */
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";

interface Probe {
  readonly file: string;
  readonly code: string;
}

const importing = (file: string, module: string): Probe => ({ file, code: `import "${module}";` });
const counts = new Map<string, number>();
/** A file of a room that imports something; each has a name of its own, so that one run lints them all. */
function newFile(room: string, module: string): Probe {
  const count = (counts.get(room) ?? 0) + 1;
  counts.set(room, count);
  return importing(`src/${room}/a-new-file-${count}.ts`, module);
}

/** The rooms of `src/` from the lowest to the highest. */
const rooms = [
  "model",
  "base",
  "evidence",
  "rules",
  "judge",
  "verdict",
  "cases",
  "schemas",
  "check",
  "engine",
  "explain",
  "import",
  "batch",
  "warehouse",
  "cli",
];
const entries = [
  "index",
  "core",
  "schema",
  "json-rules-engine",
  "forms",
  "explain",
  "import",
  "import-xlsx",
  "batch",
  "global",
];
/** The rooms that may use a package. */
const packages: Readonly<Record<string, readonly string[]>> = {
  zod: ["schemas", "check"],
  "json-rules-engine": ["engine"],
  commander: ["cli"],
  "@clack/prompts": ["cli"],
  "cli-table3": ["cli"],
  papaparse: ["import"],
  "hucre/xlsx": ["import"],
  "cli-progress": ["cli"],
  tinypool: ["batch"],
  "p-map": ["batch", "cli"],
  "node:fs": ["batch", "cli"],
};

const forbidden: readonly Probe[] = [
  // imports go down only
  ...rooms.flatMap((room, floor) => [
    ...rooms.slice(floor + 1).map((above) => newFile(room, `../${above}/anything`)),
    ...entries.map((entry) => newFile(room, `../${entry}`)),
    ...Object.entries(packages)
      .filter(([, users]) => !users.includes(room))
      .map(([name]) => newFile(room, name)),
  ]),
  importing("src/judge/measures/hours.ts", "../../verdict/judge"),
  importing("src/base/calendar.ts", "../model/applicant"),
  // dates are the work of the calendar
  ...rooms.map((room) => newFile(room, "date-fns/addMonths")),
  // one file imports the rules
  importing("src/judge/compile.ts", "../../rules/rulebook.json"),
  importing("src/cli/run.ts", "../../rules/associations/us-wa.json"),
  // one form of importing zod
  { file: "src/check/rulebook.ts", code: 'import { z } from "zod"; z.string();' },
  { file: "src/schemas/rulebook.ts", code: 'import zod from "zod"; zod.string();' },
  // no clock, no chance, no surroundings
  { file: "src/verdict/judge.ts", code: "Date.now();" },
  { file: "src/rules/in-force.ts", code: "new Date();" },
  { file: "src/verdict/judge.ts", code: 'new Intl.NumberFormat("en");' },
  { file: "src/explain/explain.ts", code: "Date.now();" },
  { file: "src/schema.ts", code: "process.exit(1);" },
  { file: "src/rules/digest.ts", code: "crypto.randomUUID();" },
  { file: "src/rules/digest.ts", code: "performance.now();" },
];

const allowed: readonly Probe[] = [
  ...rooms
    .slice(1)
    .flatMap((room, floor) => rooms.slice(0, floor + 1).map((below) => newFile(room, `../${below}/anything`))),
  ...Object.entries(packages).flatMap(([name, users]) => users.map((room) => newFile(room, name))),
  importing("src/model/verdict.ts", "./rulebook"),
  importing("src/rules/embedded.ts", "../../rules/rulebook.json"),
  { file: "src/check/rulebook.ts", code: 'import * as z from "zod"; z.string();' },
  // only what is written for people knows a locale
  { file: "src/explain/language.ts", code: 'new Intl.NumberFormat("en");' },
];

const rules = ["lint/style/noRestrictedImports", "lint/style/noRestrictedGlobals"];
const broken = new Map<Probe, string[]>();

beforeAll(() => {
  const folder = mkdtempSync(join(tmpdir(), "imports-"));
  writeFileSync(join(folder, "biome.json"), readFileSync("biome.json", "utf8").replace(/^.*"\$schema".*$/m, ""));
  // one run lints one probe of each file
  let waiting = [...forbidden, ...allowed];
  while (waiting.length > 0) {
    const round = new Map(waiting.map((probe) => [probe.file, probe]));
    lint(folder, round);
    waiting = waiting.filter((probe) => round.get(probe.file) !== probe);
  }
  rmSync(folder, { recursive: true });
}, 60_000);

/** Lints probes, and notes the rules of this test that each breaks. */
function lint(folder: string, probes: ReadonlyMap<string, Probe>): void {
  for (const [file, { code }] of probes) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), `${code}\n`);
  }
  const biome = resolve("node_modules/@biomejs/biome/bin/biome");
  const only = rules.map((rule) => `--only=${rule.replace("lint/", "")}`);
  const output = run([biome, "lint", "--reporter=json", "--max-diagnostics=none", ...only, ...probes.keys()], folder);
  const { diagnostics } = JSON.parse(output) as { readonly diagnostics: readonly Diagnostic[] };
  for (const [file, probe] of probes) {
    const own = diagnostics.filter(({ category, location }) => rules.includes(category) && location.path === file);
    broken.set(
      probe,
      own.map(({ category }) => category),
    );
  }
}

interface Diagnostic {
  readonly category: string;
  readonly location: { readonly path: string };
}

function run(args: readonly string[], cwd: string): string {
  try {
    return execFileSync(process.execPath, args, { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
  } catch (error) {
    return (error as { readonly stdout: string }).stdout;
  }
}

describe("refused", () => {
  test.for(forbidden)("$file: $code", (probe) => {
    expect(broken.get(probe)).not.toEqual([]);
  });
});

describe("allowed", () => {
  test.for(allowed)("$file: $code", (probe) => {
    expect(broken.get(probe)).toEqual([]);
  });
});
