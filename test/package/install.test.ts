/** The package as it is published: packed, installed into an empty project, and used there in every way. */
import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { evaluate } from "../../src/index";

const EXAMPLE = "child-care-teacher.json";
const AS_OF = "2026-11-23";

let project: string;
let packed: readonly string[];

interface Packed {
  readonly filename: string;
  readonly files: readonly { readonly path: string }[];
}

const npm = (args: readonly string[], cwd: string) =>
  execFileSync("npm", [...args], { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });

const installed = (path: string) => join(project, "node_modules/endorsement-pathways", path);

const jsonAt = (path: string): unknown => JSON.parse(readFileSync(path, "utf8"));

/** Runs a program in the project. */
function node(file: string, code: string): string {
  writeFileSync(join(project, file), code);
  const { stdout, stderr, status } = spawnSync(process.execPath, [file], { cwd: project, encoding: "utf8" });
  expect({ stderr, status }).toEqual({ stderr: "", status: 0 });
  return stdout.trim();
}

beforeAll(() => {
  project = mkdtempSync(join(tmpdir(), "project-"));
  const [tarball] = JSON.parse(npm(["pack", "--json", "--pack-destination", project], ".")) as readonly Packed[];
  packed = tarball?.files.map(({ path }) => path) ?? [];
  writeFileSync(join(project, "package.json"), JSON.stringify({ name: "a-project", private: true }));
  // a host brings the engine, if it runs one
  npm(
    ["install", "--no-audit", "--no-fund", "--prefer-offline", `./${tarball?.filename}`, "json-rules-engine@7"],
    project,
  );
  cpSync(join("examples", EXAMPLE), join(project, EXAMPLE));
});
afterAll(() => rmSync(project, { recursive: true }));

describe("the tarball", () => {
  test("holds what is for users, and nothing else", () => {
    const top = [...new Set(packed.map((path) => path.split("/")[0]))].sort();
    const texts = ["CHANGELOG.md", "CONTRIBUTING.md", "LICENSE", "README.md"];
    expect(top).toEqual([...texts, "cases", "dist", "docs", "examples", "package.json", "rules"]);
    expect(packed.filter((path) => path.endsWith(".map") || /^docs\/(?:\.vitepress|site)\//.test(path))).toEqual([]);
  });

  test("holds whatever the README links to", () => {
    const links = [...readFileSync("README.md", "utf8").matchAll(/\]\((?!https:)([^)#]+)/g)].map(
      ([, path = ""]) => path,
    );
    expect(links.length).toBeGreaterThan(5);
    for (const path of links) expect(packed, path).toContain(path);
  });

  test("holds every rule and every case as it stands", () => {
    const files = ["rules", "cases"].flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: "utf8" })
        .filter((file) => file.endsWith(".json"))
        .map((file) => `${folder}/${file}`),
    );
    expect(files.length).toBeGreaterThan(20);
    for (const file of files) expect(readFileSync(installed(file), "utf8"), file).toBe(readFileSync(file, "utf8"));
  });

  test("every entry that package.json promises is there", () => {
    const { main, types, bin, exports } = jsonAt("package.json") as Readonly<Record<string, unknown>>;
    const promised = JSON.stringify({ main, types, bin, exports }).match(/"\.\/[^"*]+"/g) ?? [];
    const targets = promised.map((text) => JSON.parse(text) as string).filter((path) => /\.\w+$/.test(path));
    expect(targets.length).toBeGreaterThan(12);
    for (const path of targets) expect(packed, path).toContain(path.replace("./", ""));
  });

  test("no file names the machine that it was made on", () => {
    const texts = packed.filter((path) => /\.(?:c?js|d\.c?ts|json|md)$/.test(path));
    const naming = texts.filter((path) => readFileSync(installed(path), "utf8").includes(resolve(".")));
    expect(naming).toEqual([]);
  });
});

/** A log as people keep it: a line for each training, hours in every spelling. */
function sixtyLines(): string {
  const titles = ["Attachment and trauma", "Reflective practice", "Culture, families and DEI", "Observation skills"];
  const hours = ["1.5", "2 hrs", "90 min", "1:30"];
  const lines = Array.from({ length: 60 }, (_, at) => {
    const [month, year] = [1 + (at % 12), 2020 + Math.floor(at / 12)];
    return `${month}/14/${year},"${titles[at % 4]}",Dr. Lee,${hours[at % 4]},Thinking; Reflection`;
  });
  return ["Date,Title of Training,Presenter,Hours,Competencies", ...lines].join("\r\n");
}

test("a log of sixty lines is brought in, and a verdict is read, in less than two minutes", () => {
  const run = (...args: readonly string[]) => {
    const bin = join(project, "node_modules/.bin/endorsement-pathways");
    const { stdout, stderr, status } = spawnSync(bin, args, { cwd: project, encoding: "utf8", input: "" });
    expect(stderr).toBe("");
    return { stdout, status };
  };
  const begun = performance.now();
  writeFileSync(join(project, "log.csv"), sixtyLines());
  expect(run("init", "me.json").stdout).toContain("me.json is begun");
  const { stdout, status } = run("import", "log.csv", "--as", "training", "--into", "me.json", "--dates", "mdy");
  expect({ status, added: /added (\d+) to me\.json/.exec(stdout)?.[1] }).toEqual({ status: 0, added: "60" });
  const { training } = jsonAt(join(project, "me.json")) as { readonly training: readonly { readonly hours: number }[] };
  expect(training.reduce((sum, one) => sum + one.hours, 0)).toBe(15 * (1.5 + 2 + 1.5 + 1.5));
  const answer = run("explain", "me.json", "--as-of", AS_OF, "--association", "us-wa").stdout;
  expect(answer).toContain("Infant Family Associate");
  expect(answer).toContain("Not certain");
  expect(performance.now() - begun).toBeLessThan(120_000);
});

describe("what is installed", () => {
  test("is little, in ranges, and the engine is the host's own", () => {
    const { packages } = jsonAt(join(project, "package-lock.json")) as {
      readonly packages: Readonly<Record<string, { readonly dependencies?: object }>>;
    };
    const ours = packages["node_modules/endorsement-pathways"];
    const range = expect.stringMatching(/^\^\d/);
    // zod to read, messages for words, tables of others, a pool of threads for batch; dates are bundled
    const needed = ["hucre", "intl-messageformat", "p-map", "papaparse", "tinypool", "zod"];
    expect(ours?.dependencies).toEqual(Object.fromEntries(needed.map((name) => [name, range])));
    const engines = Object.keys(packages).filter((path) => path.endsWith("/json-rules-engine"));
    expect(engines).toEqual(["node_modules/json-rules-engine"]);
  });

  test.for(["imports", "requires"])("judges by the parts of the rules, as one %s them", (how) => {
    const names = [
      ["evaluate", "core"],
      ["base", "base"],
      ["overlay", "associations/us-wa"],
    ];
    const lines = names.map(([name, entry]) =>
      how === "imports"
        ? `import { ${name} } from "endorsement-pathways/${entry}";`
        : `const { ${name} } = require("endorsement-pathways/${entry}");`,
    );
    const code = `${lines.join("\n")}
      const verdict = evaluate({}, { asOf: "${AS_OF}", rulebook: base, overlay });
      console.log(JSON.stringify(verdict));`;
    const whole = evaluate({}, { asOf: AS_OF, association: "us-wa" });
    expect(JSON.parse(node(how === "imports" ? "parts.mjs" : "parts.cjs", code))).toEqual(whole);
  });

  test("makes an engine of the host's class", () => {
    const code = `
      import { Engine } from "json-rules-engine";
      import { createEngine } from "endorsement-pathways/json-rules-engine";
      console.log(createEngine({}, { asOf: "${AS_OF}" }) instanceof Engine);`;
    expect(node("engine.mjs", code)).toBe("true");
  });
});

describe("an application", () => {
  const use = `
    const json = JSON.parse(readFileSync("${EXAMPLE}", "utf8"));
    const applicant = parseApplicant(json);
    const { pathways, rulebook: { digest } } = evaluate(applicant, { asOf: "${AS_OF}" });
    let error;
    try { parseApplicant({ wrok: [] }); } catch (thrown) { error = thrown; }
    console.log(JSON.stringify({
      ifa: pathways.find(({ pathway }) => pathway === "IFA").status,
      digest,
      sameError: error instanceof ApplicantError,
      engine: typeof createEngine(applicant, { asOf: "${AS_OF}" }).run,
      known: associations({ asOf: "${AS_OF}" }).length,
      rulebook: rulebookFile.id,
      schema: schemaFile.title,
      cases: casesFile.cases.length > 0,
    }));`;

  const imported = () =>
    node(
      "imports.mjs",
      `import { readFileSync } from "node:fs";
      import { ApplicantError, associations, evaluate } from "endorsement-pathways";
      import { parseApplicant } from "endorsement-pathways/schema";
      import { createEngine } from "endorsement-pathways/json-rules-engine";
      import { createRequire } from "node:module";
      const read = async (name) => (await import(name, { with: { type: "json" } })).default;
      process.removeAllListeners("warning");
      const rulebookFile = await read("endorsement-pathways/rules/rulebook.json");
      const schemaFile = await read("endorsement-pathways/rules/schema/applicant.schema.json");
      const casesFile = await read("endorsement-pathways/cases/IFA.json");
      ${use}`,
    );

  const required = () =>
    node(
      "requires.cjs",
      `const { readFileSync } = require("node:fs");
      const { ApplicantError, associations, evaluate } = require("endorsement-pathways");
      const { parseApplicant } = require("endorsement-pathways/schema");
      const { createEngine } = require("endorsement-pathways/json-rules-engine");
      const rulebookFile = require("endorsement-pathways/rules/rulebook.json");
      const schemaFile = require("endorsement-pathways/rules/schema/applicant.schema.json");
      const casesFile = require("endorsement-pathways/cases/IFA.json");
      ${use}`,
    );

  test("imports every entry, and reads JSON", () => {
    expect(JSON.parse(imported())).toEqual({
      ifa: "not-yet",
      digest: expect.stringMatching(/^[0-9a-f]{64}$/),
      sameError: true,
      engine: "function",
      known: 35,
      rulebook: "alliance-endorsement",
      schema: "Applicant",
      cases: true,
    });
  });

  test("requires every entry, with the same verdict", () => {
    expect(required()).toBe(imported());
  });

  test("reads the embedded rulebook as the files that are shipped", () => {
    const rulebook = JSON.parse(
      node("rulebook.mjs", 'import { rulebook } from "endorsement-pathways"; console.log(JSON.stringify(rulebook()));'),
    ) as Readonly<Record<string, unknown>>;
    const files = (folder: string) =>
      Object.fromEntries(
        readdirSync(installed(folder)).map((file) => [
          file.replace(".json", ""),
          jsonAt(installed(`${folder}/${file}`)),
        ]),
      );
    const single = [
      "conditions",
      "questions",
      "requirements",
      "routes",
      "equivalences",
      "credentials",
      "sources",
      "renamed",
      "places",
    ];
    expect(rulebook).toEqual({
      ...(jsonAt(installed("rules/rulebook.json")) as object),
      ...Object.fromEntries(single.map((name) => [name, jsonAt(installed(`rules/${name}.json`))])),
      pathways: files("rules/pathways"),
      associations: files("rules/associations"),
    });
  });

  test("in TypeScript has the types of every entry, imported and required", () => {
    const code = `
      import { type Applicant, evaluate, type PathwayStatus, type Verdict } from "endorsement-pathways";
      import { parseApplicant, parseOverlay } from "endorsement-pathways/schema";
      import { createEngine } from "endorsement-pathways/json-rules-engine";
      import rulebookFile from "endorsement-pathways/rules/rulebook.json" with { type: "json" };
      const applicant: Applicant = parseApplicant({});
      const verdict: Verdict = evaluate(applicant, { asOf: "${AS_OF}", overlay: parseOverlay({}) });
      export const status: PathwayStatus | undefined = verdict.pathways[0]?.status;
      export const version: string = rulebookFile.version;
      export const engine = createEngine(applicant, { asOf: "${AS_OF}" });
      // @ts-expect-error the day of judgment is required
      evaluate(applicant, {});
      // @ts-expect-error a word of another vocabulary
      export const wrong: Applicant = { work: [{ kind: "employed" }] };
    `;
    writeFileSync(join(project, "imports.mts"), code);
    writeFileSync(join(project, "requires.cts"), code.replace(/\n.*rulebookFile.*/g, ""));
    const options = {
      module: "nodenext",
      target: "es2022",
      strict: true,
      noEmit: true,
      types: [],
      resolveJsonModule: true,
    };
    writeFileSync(
      join(project, "tsconfig.json"),
      JSON.stringify({ compilerOptions: options, files: ["imports.mts", "requires.cts"] }),
    );
    const tsc = resolve("node_modules/typescript/bin/tsc");
    const { stdout } = spawnSync(process.execPath, [tsc, "-p", project], { encoding: "utf8" });
    expect(stdout).toBe("");
  });
});

describe("the command", () => {
  const bin = () => join(project, "node_modules/.bin/endorsement-pathways");
  const run = (args: readonly string[], input = "") => {
    const { status, stdout, stderr } = spawnSync(bin(), [...args], { cwd: project, input, encoding: "utf8" });
    return { status, stdout, stderr };
  };

  test("judges an example, in text", () => {
    const { status, stdout, stderr } = run(["evaluate", EXAMPLE, "--as-of", AS_OF]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout).toMatch(/^You meet \d of \d requirements/);
    expect(stdout).toContain("Infant Family Associate");
    expect(stdout).not.toContain("\u001b[");
  });

  test("reads standard input, and writes JSON", () => {
    const { status, stdout } = run(["evaluate", "-", "--as-of", AS_OF, "--format", "json"], "{}");
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ asOf: AS_OF });
  });

  test("ends with 2 on bad input, and says why", () => {
    const { status, stdout, stderr } = run(["evaluate", "nobody.json"]);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toContain("there is no file nobody.json");
  });

  test("does not mind a reader who has seen enough", () => {
    const shell = `"${bin()}" evaluate ${EXAMPLE} --format json --as-of ${AS_OF} | head -c 10; echo " \${PIPESTATUS[0]}"`;
    const { stdout, stderr } = spawnSync("bash", ["-c", shell], { cwd: project, encoding: "utf8" });
    expect(stderr).toBe("");
    expect(stdout).toMatch(/ 0\n$/);
  });

  test("knows today", () => {
    const { stdout } = run(["evaluate", "-", "--format", "json"], "{}");
    const { asOf } = JSON.parse(stdout) as { readonly asOf: string };
    expect(Math.abs(Date.parse(asOf) - Date.now())).toBeLessThan(2 * 86_400_000);
  });
});
