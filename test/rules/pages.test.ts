/** The pages made from the rules: fresh, whole, linked, and in words that need no programmer. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { describe, expect, test } from "vitest";
import { pages } from "../../scripts/pages";
import { askedOf } from "../../scripts/pathway-page";
import { register } from "../../scripts/register";
import { readRules } from "../../scripts/rules-folder";
import { dayWords } from "../../src/explain/vocabulary";
import { requirementsIn } from "../../src/rules/written";

const rulebook = readRules();
const all = pages(rulebook);
const paths = Object.keys(all);
const textOf = (path: string) => all[path] ?? "";

const pathways = Object.values(rulebook.pathways).flatMap((file) =>
  file.pathways.map((pathway) => ({ file, pathway })),
);

describe("a page", () => {
  test.for(paths)("%s is committed as it is made", (path) => {
    expect(existsSync(join("docs", path)), `docs/${path}: run npm run docs`).toBe(true);
    expect(readFileSync(join("docs", path), "utf8") === textOf(path), `docs/${path} is stale: run npm run docs`).toBe(
      true,
    );
  });

  test.for(paths)("%s has links that lead somewhere", (path) => {
    const broken = [...textOf(path).matchAll(/\]\(([^)\s]+)\)/g)].flatMap(([, link = ""]) => {
      const [to = "", anchor] = link.split("#");
      const target = to === "" ? path : normalize(join(dirname(path), to));
      const text =
        all[target] ?? (existsSync(join("docs", target)) ? readFileSync(join("docs", target), "utf8") : undefined);
      if (text === undefined) return [link];
      return anchor === undefined || anchorsOf(text).has(anchor) ? [] : [link];
    });
    expect(broken).toEqual([]);
  });

  test.for(paths)("%s lists every document that it cites, once", (path) => {
    const cited = new Set(
      [...textOf(path).matchAll(/\[(\d+)\]\(#source-\1\)/g)].map(([, number = ""]) => Number(number)),
    );
    const listed = [...textOf(path).matchAll(/^(\d+)\. .*<https?:/gm)].map(([, number = ""]) => Number(number));
    expect(listed).toEqual([...cited].sort((a, b) => a - b));
  });

  // how associations differ is written for those who write overlays, and names their keys
  test.for(paths.filter((path) => path !== "differences.md"))("%s is in words", (path) => {
    // what stands in code marks is data on purpose
    const prose = textOf(path)
      .replaceAll(/`[^`\n]*`/g, "")
      .replaceAll(/<https?:[^>]*>/g, "");
    expect(prose).not.toMatch(/undefined|\[object|NaN/);
    expect(prose).not.toMatch(/\b(?:association|cycle|pathway|person|provider|rater|supervisor)\.[a-z]/);
    expect(prose).not.toMatch(/\b(?:greaterThan|lessThan|onOr|includesA|notIn|notEqual)/);
  });
});

/** Where links into a page can lead: its headings, as GitHub names them, and anchors. */
function anchorsOf(text: string): ReadonlySet<string> {
  const headings = [...text.matchAll(/^#+ (.*)$/gm)].map(([, heading = ""]) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} -]/gu, "")
      .replaceAll(" ", "-"),
  );
  const anchors = [...text.matchAll(/<a id="([^"]+)">/g)].map(([, id = ""]) => id);
  return new Set([...headings, ...anchors]);
}

test("no page is left over", () => {
  const found = ["pathways", "associations"].flatMap((folder) =>
    readdirSync(join("docs", folder)).map((name) => `${folder}/${name}`),
  );
  expect(found.filter((path) => !paths.includes(path))).toEqual([]);
});

describe("the page of a pathway", () => {
  test.for(pathways)("$pathway.id says all that is asked for, and when", ({ file, pathway }) => {
    const text = textOf(`pathways/${pathway.id}.md`);
    const own = askedOf(rulebook, pathway, file);
    expect(own.length).toBeGreaterThan(0);
    for (const { id, title, inForce, routes = [], questions = [], notes } of own) {
      expect(text).toContain(title);
      expect(text).toContain(`\`${id}\``);
      if (inForce.from !== undefined) expect(text).toContain(dayWords(inForce.from));
      for (const route of routes) expect(text).toContain(`**${route.title}**`);
      for (const question of questions) expect(text).toContain(`(\`${question.id}\`)`);
      if (notes !== undefined) expect(text).toContain(notes);
    }
  });

  test.for(pathways)("$pathway.id leaves out what ended before it was offered", ({ file, pathway }) => {
    const text = textOf(`pathways/${pathway.id}.md`);
    const own = askedOf(rulebook, pathway, file);
    const asked = new Set(own.map(({ title }) => title));
    const never = requirementsIn(rulebook, file).filter(({ title }) => !asked.has(title));
    for (const { title } of never) {
      expect(text).not.toContain(`: ${title}\n`);
    }
  });

  test("what has ended does not stand among what is asked for", () => {
    const text = textOf("pathways/IFS.md");
    const [before = "", after = ""] = text.split("## What is no longer asked for");
    expect(before).not.toContain("### A bachelor's degree or higher");
    expect(after).toContain("### A bachelor's degree or higher");
  });

  test("an edition that the next one ends does not hold at all times", () => {
    const text = textOf("pathways/renewal.md");
    expect(text).toContain("- Renewed until 31 December 2024: in cycles of 12 months; one ends on 31 December 2024 [");
    expect(text).toContain("- Renewed from 1 January 2025 on: in cycles of 36 months; one ends on 31 December 2027 [");
    expect(text).toMatch(/#### from 1 January 2023 until 31 December 2024: 15 clock hours/);
    expect(text).toMatch(/#### until 31 December 2022: /);
  });

  test("the last day of an edition stands beside its first", () => {
    expect(textOf("pathways/renewal.md")).toMatch(/^\| 1 January 2023 to 31 December 2024 \| `training`: 15 clock/m);
    expect(textOf("pathways/IFA.md")).toMatch(/^\| at first to 31 December 2023 \| `training`: /m);
  });

  test("what a cap allows is told with its days", () => {
    const text = textOf("pathways/IMHS.md");
    expect(text).toContain("`internship-toward-dyadic-work` · from 1 January 2025 on");
    expect(text).toContain("- at most 12, in the unit of what it counts toward");
  });

  test("a reading is told with who says it and who chose it", () => {
    const text = textOf("pathways/ECFA.md");
    expect(text).toMatch(/Early childhood begins at 37 months \(`from-37`\): chosen by .*us-mi/);
  });
});

test("the register lists every flexible rule", () => {
  for (const { id, statement } of register) {
    expect(textOf("register.md")).toContain(`### ${id}\n`);
    expect(textOf("register.md")).toContain(statement);
  }
});

test("the glossary says every condition that has a name", () => {
  for (const { id, title } of rulebook.conditions) {
    expect(textOf("glossary.md")).toContain(`### “${title}”\n`);
    expect(textOf("glossary.md")).toContain(`\`${id}\``);
  }
});

describe("the page of an association", () => {
  test("an edition that the next one ends does not hold at all times", () => {
    const text = textOf("associations/us-wa.md");
    for (const id of ["IFS", "IMHS"])
      expect(text).toMatch(new RegExp(`^- ${id}: \`rsc\` .* · before January 2023 · `, "m"));
    expect(text).not.toMatch(/`rsc`.* at all times/);
    expect(textOf("associations/us-va.md")).toMatch(/year ends on 30 June · before 2019 · /);
  });

  test("a pathway that is no category is called by its name", () => {
    const headings = [
      ...paths
        .filter((path) => path.startsWith("associations/"))
        .map(textOf)
        .join("\n")
        .matchAll(/^### (.*)$/gm),
    ];
    expect(headings.length).toBeGreaterThan(5);
    for (const [, heading] of headings) expect(heading).not.toMatch(/^(?:renewal|reinstatement|transfer)\b/);
  });

  test("the association is named, and its choices are told in words", () => {
    const text = textOf("associations/us-wa.md");
    expect(text).toContain("from a provider whom Center for Early Relational Health vetted");
    expect(text).toMatch(/had to be paid.*\*\*.*\*\* \(`paid`\)|to be paid before 2025.*\(`paid`\)/);
    expect(text).toContain("- accepted from the association itself or the World Association (WAIMH) · ");
  });
});
