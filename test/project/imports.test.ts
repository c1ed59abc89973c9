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

const forbidden: readonly Probe[] = [
  // the interfaces import nothing
  importing("src/verdict.ts", "./calendar"),
  importing("src/applicant.ts", "zod"),
  // the calendar knows date-fns and nothing else does
  importing("src/calendar.ts", "./applicant"),
  importing("src/hours.ts", "date-fns/addMonths"),
  // no zod, no engine, no node: under evaluate
  ...["condition.ts", "measure.ts", "overlay.ts", "compile.ts", "evaluate.ts", "index.ts", "a-new-file.ts"].flatMap(
    (file) => ["zod", "json-rules-engine", "node:fs", "commander"].map((module) => importing(`src/${file}`, module)),
  ),
  // imports run one way
  importing("src/condition.ts", "./overlay"),
  importing("src/measure.ts", "./evaluate"),
  importing("src/overlay.ts", "./compile"),
  importing("src/overlay.ts", "./judge"),
  importing("src/judge.ts", "./schema"),
  importing("src/judge.ts", "./explain"),
  importing("src/evaluate.ts", "./embedded"),
  importing("src/evaluate.ts", "./json-rules-engine"),
  importing("src/evaluate.ts", "./cli/run"),
  importing("src/index.ts", "./parse-applicant"),
  importing("src/index.ts", "./rulebook-schema"),
  importing("src/explain.ts", "./schema"),
  importing("src/schema.ts", "./json-rules-engine"),
  importing("src/json-rules-engine.ts", "./schema"),
  importing("src/json-rules-engine.ts", "zod"),
  importing("src/cli/run.ts", "zod"),
  importing("src/cli/run.ts", "../json-rules-engine"),
  // one file imports the rules
  importing("src/compile.ts", "../rules/rulebook.json"),
  importing("src/cli/run.ts", "../../rules/rulebook.json"),
  // one form of importing zod
  { file: "src/check.ts", code: 'import { z } from "zod"; z.string();' },
  { file: "src/check.ts", code: 'import zod from "zod"; zod.string();' },
  // no clock, no chance, no surroundings
  { file: "src/evaluate.ts", code: "Date.now();" },
  { file: "src/overlay.ts", code: "new Date();" },
  { file: "src/explain.ts", code: 'new Intl.NumberFormat("en");' },
  { file: "src/schema.ts", code: "process.exit(1);" },
  { file: "src/digest.ts", code: "crypto.randomUUID();" },
  { file: "src/digest.ts", code: "performance.now();" },
];

const allowed: readonly Probe[] = [
  importing("src/verdict.ts", "./rulebook"),
  importing("src/calendar.ts", "date-fns/addMonths"),
  importing("src/measure.ts", "./calendar"),
  importing("src/overlay.ts", "./calendar"),
  importing("src/compile.ts", "./overlay"),
  importing("src/embedded.ts", "../rules/rulebook.json"),
  importing("src/index.ts", "./explain"),
  importing("src/json-rules-engine.ts", "json-rules-engine"),
  importing("src/cli/run.ts", "commander"),
  importing("src/cli/run.ts", "node:fs"),
  { file: "src/check.ts", code: 'import * as z from "zod"; z.string();' },
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
