/** The examples in the README and in the docstrings do what they say. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import ts from "typescript";
import { describe, expect, test } from "vitest";
import * as batch from "../../src/batch";
import * as explain from "../../src/explain";
import * as forms from "../../src/forms";
import * as tables from "../../src/import";
import * as spreadsheets from "../../src/import-xlsx";
import * as library from "../../src/index";
import * as engine from "../../src/json-rules-engine";
import * as schema from "../../src/schema";
import { cli } from "../cli/terminal";
import { claimsOf } from "./example";

const modules = {
  "endorsement-pathways": library,
  "endorsement-pathways/schema": schema,
  "endorsement-pathways/json-rules-engine": engine,
  "endorsement-pathways/forms": forms,
  "endorsement-pathways/import": tables,
  "endorsement-pathways/import-xlsx": spreadsheets,
  "endorsement-pathways/batch": batch,
  "json-rules-engine": await import("json-rules-engine"),
};

interface Block {
  readonly language: string;
  readonly code: string;
  /** What stands before it. */
  readonly before: string;
}

function blocksOf(file: string): Block[] {
  const text = readFileSync(file, "utf8");
  return [...text.matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm)].map(({ 1: language = "", 2: code = "", index }) => ({
    language,
    code,
    before: text.slice(0, index),
  }));
}

const readme = blocksOf("README.md");
const of = (language: string) => readme.filter((block) => block.language === language).map(({ code }) => code);

describe("README", () => {
  test.for(of("ts").map((code, index) => [index + 1, code] as const))("program %i", async ([, code]) => {
    const claims = await claimsOf(code, modules);
    expect(claims.length).toBeGreaterThan(0);
    for (const { code: text, value, expected } of claims) expect(value, text).toEqual(expected);
  });

  test.for(of("json"))("an applicant: %s", (code) => {
    expect(() => schema.parseApplicant(JSON.parse(code))).not.toThrow();
  });

  test("what the command prints is what is shown", async () => {
    const shown = of("text");
    expect(shown).toHaveLength(1);
    const { out } = await cli(["evaluate", "examples/child-care-teacher.json", "--as-of", "2026-11-23"]);
    for (const part of shown) expect(out).toContain(part);
  });

  test("the commands exist", () => {
    const { scripts, bin, exports } = JSON.parse(readFileSync("package.json", "utf8")) as Readonly<
      Record<"scripts" | "bin" | "exports", Readonly<Record<string, unknown>>>
    >;
    const commands = [...of("sh"), ...blocksOf("CONTRIBUTING.md").map(({ code }) => code)].join("\n");
    const text = `${commands}\n${readFileSync("CONTRIBUTING.md", "utf8")}`;
    const named = [...text.matchAll(/npm (?:run )?(start|test|[a-z]+(?::[a-z]+)*)/g)].flatMap(([whole, name = ""]) =>
      /npm run|npm (start|test)/.test(whole) ? [name] : [],
    );
    expect(named.length).toBeGreaterThan(5);
    for (const name of named) expect(Object.keys(scripts), `npm run ${name}`).toContain(name);
    expect(commands).toContain(`npx ${Object.keys(bin)[0]} evaluate`);
    const entries = [...readFileSync("README.md", "utf8").matchAll(/^\| `endorsement-pathways(\/?[^`]*)` \|/gm)];
    expect(entries.map(([, entry]) => `.${entry}`)).toEqual(
      Object.keys(exports).filter((one) => one !== "./package.json"),
    );
  });

  test("every option of the command is told, and no other", async () => {
    const { out } = await cli(["evaluate", "--help"]);
    const options = (text: string) => new Set([...text.matchAll(/--[a-z]+(?:-[a-z]+)*/g)].map(([name]) => name));
    const table = readFileSync("README.md", "utf8").match(/^\| option [\s\S]*?\n\n/m)?.[0] ?? "";
    expect(options(table)).toEqual(new Set([...options(out)].filter((name) => name !== "--help")));
  });

  test("pathways and associations are counted", () => {
    const text = readFileSync("README.md", "utf8").replaceAll("\n", " ");
    const { order, pathways, associations } = library.rulebook();
    const all = Object.values(pathways).flatMap((file) => file.pathways);
    const categories = all.filter(({ kind }) => kind === "category");
    expect(text).toContain(`${order.length} pathways, which are ${categories.length} categories`);
    expect(text).toContain(
      `one of ${Object.keys(associations).length - 1} member associations, or of the Alliance itself`,
    );
  });

  test("what it says is in a verdict is in one", () => {
    const section =
      readFileSync("README.md", "utf8").match(/^## What a verdict is$[\s\S]*?^Where two sources/m)?.[0] ?? "";
    const named = [...section.matchAll(/`([a-z][A-Za-z-]+)`/g)].map(([, name = ""]) => name);
    const schema = readFileSync("rules/schema/verdict.schema.json", "utf8");
    expect(named.length).toBeGreaterThan(20);
    // some are functions of the package
    expect(named.filter((name) => !schema.includes(`"${name}"`) && !(name in library))).toEqual([]);
  });

  test("the file that is packed is named by today's version", () => {
    const { name, version } = JSON.parse(readFileSync("package.json", "utf8")) as Readonly<Record<string, string>>;
    expect(of("sh").join("\n")).toContain(`/${name}-${version}.tgz`);
  });

  test("every script is told", () => {
    const { scripts } = JSON.parse(readFileSync("package.json", "utf8")) as { readonly scripts: object };
    const text = ["README.md", "CONTRIBUTING.md", "RELEASING.md"].map((file) => readFileSync(file, "utf8")).join("\n");
    const named = (name: string) => text.includes(`npm run ${name}`) || text.includes(`npm ${name}`);
    // npm itself calls what begins with pre
    expect(Object.keys(scripts).filter((name) => !name.startsWith("pre") && !named(name))).toEqual([]);
  });

  test("links lead somewhere", () => {
    for (const file of [
      "README.md",
      "CONTRIBUTING.md",
      "RELEASING.md",
      "CHANGELOG.md",
      "rules/README.md",
      "examples/README.md",
    ]) {
      for (const [, target = ""] of readFileSync(file, "utf8").matchAll(/\]\(([^)]+)\)/g)) {
        if (/^https:/.test(target)) continue;
        const [to = "", anchor] = target.split("#");
        const path = to === "" ? file : join(dirname(file), to);
        if (anchor === undefined) {
          expect(existsSync(path), target).toBe(true);
          continue;
        }
        const text = readFileSync(path, "utf8");
        const anchors = [...text.matchAll(/^#+ (.*)$/gm)].map(([, title = ""]) =>
          title
            .toLowerCase()
            .replaceAll(/[^\p{L}\p{N} -]/gu, "")
            .replaceAll(" ", "-"),
        );
        expect(anchors, target).toContain(anchor);
      }
    }
  });
});

interface Example {
  readonly file: string;
  readonly name: string;
  readonly code: string;
}

/** The `@example`s of every docstring of a file. */
function examplesOf(file: string): Example[] {
  const source = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.ES2022, true);
  const examples: Example[] = [];
  const visit = (node: ts.Node): void => {
    for (const tag of ts.getJSDocTags(node)) {
      if (tag.parent.parent !== node || tag.tagName.text !== "example") continue;
      const name = (node as { name?: ts.Node }).name?.getText() ?? "a statement";
      const text = ts.getTextOfJSDocComment(tag.comment) ?? "";
      examples.push({ file, name, code: text.replace(/^```\w*$/gm, "") });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return examples;
}

const sources = readdirSync("src", { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts"))
  .map((file) => `src/${file}`)
  .sort();
const examples = sources.flatMap(examplesOf);

describe("docstrings", () => {
  test("every example is found", () => {
    const marks = sources.map((file) => readFileSync(file, "utf8").split("* @example").length - 1);
    expect(examples).toHaveLength(marks.reduce((sum, number) => sum + number, 0));
    expect(examples.length).toBeGreaterThan(4);
  });

  test.for(examples)("$name in $file", async ({ file, code }) => {
    const own = (await import(/* @vite-ignore */ resolve(file))) as Readonly<Record<string, unknown>>;
    const claims = await claimsOf(code, modules, { ...library, ...schema, ...engine, ...explain, ...own });
    expect(claims.length, "an example claims a value").toBeGreaterThan(0);
    for (const { code: text, value, expected } of claims) expect(value, text).toEqual(expected);
  });
});

describe("the runner of the examples", () => {
  test("sees a wrong claim", async () => {
    const claims = await claimsOf("1 + 1; //=> 3", {});
    expect(claims).toEqual([{ code: "1 + 1", value: 2, expected: 3 }]);
  });

  test("reads claims on the same line, on the next, and over several lines", async () => {
    const code =
      'const a = 1;\na; //=> 1\n[a].map(String);\n//=> [\n//     "1",\n//   ]\nPromise.resolve(a);\n//=> 1\n';
    expect((await claimsOf(code, {})).map(({ expected }) => expected)).toEqual([1, ["1"], 1]);
  });

  test("refuses a claim about nothing", async () => {
    await expect(claimsOf("const a = 1; //=> 1", {})).rejects.toThrow("of no expression");
    await expect(claimsOf("//=> 1\n", {})).rejects.toThrow("1 values are claimed");
  });

  test("refuses an import that the package does not have", async () => {
    await expect(claimsOf('import { a } from "somewhere";\na; //=> 1', {})).rejects.toThrow("imports somewhere");
  });
});
