/**
 * Whole explanations, and each other kind of text for people, word for word. After a change of words or rules: `npm run golden`, and read what differs.
 */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { explain } from "../../src/explain";
import { evaluate } from "../../src/index";
import type { Applicant } from "../../src/model/applicant";
import { cli } from "../cli/terminal";

const asOf = "2026-11-23";
const example = (name: string) => JSON.parse(readFileSync(`examples/${name}.json`, "utf8")) as Applicant;

describe.for(["en", "es"])("in %s", (language) => {
  test.for([
    ["child-care-teacher", { association: "us-wa" }],
    ["doula-volunteer", {}],
    ["half-told", {}],
    ["home-visitor-unqualified-provider", {}],
    ["policy-leader", {}],
    ["renewing-endorsee", { pathways: ["renewal"] }],
  ] as const)("%s", async ([name, options]) => {
    const applicant = example(name);
    const verdict = evaluate(applicant, { asOf, ...options, detail: "account" });
    const pathways = "pathways" in options ? { pathways: options.pathways } : {};
    const text = explain(verdict, { language, detail: "full", format: "markdown", applicant, ...pathways });
    await expect(text).toMatchFileSnapshot(`golden/${name}.${language}.md`);
  });

  test.for([
    ["plan", ["plan", "examples/child-care-teacher.json", "--association", "us-wa", "--pathway", "IFS"]],
    ["plan-never", ["plan", "examples/policy-leader.json", "--pathway", "IMHS"]],
    ["ask", ["ask", "examples/half-told.json", "--association", "us-va"]],
    ["ask-nothing", ["ask", "examples/doula-volunteer.json", "--pathway", "IFA"]],
    ["rank", ["rank", "examples/home-visitor-unqualified-provider.json"]],
    ["compare", ["compare", "examples/child-care-teacher.json", "--then-association", "us-wa", "--full"]],
    ["fees", ["fees", "--association", "us-mi"]],
    ["fees-of-a-category", ["fees", "--association", "us-az", "--pathway", "IFS"]],
    ["where", ["where", "Washington"]],
    ["where-alliance", ["where", "MX"]],
    ["apply-elsewhere", ["evaluate", "examples/reflective-supervisor.json", "--association", "us-az"]],
    ["not-offered", ["evaluate", "examples/doula-volunteer.json", "--pathway", "IFRS", "--full"]],
    ["scholarship", ["evaluate", "examples/child-care-teacher.json", "--pathway", "or-family-child-care", "--full"]],
    [
      "renewal",
      ["evaluate", "examples/renewing-endorsee.json", "--pathway", "renewal", "--association", "us-wa", "--full"],
    ],
    ["decisions", ["evaluate", "test/explain/golden/decisions.json", "--pathway", "IFA", "--full"]],
  ] as const)("%s, in a terminal", async ([name, args]) => {
    const { out, err } = await cli([...args, "--as-of", asOf, "--language", language]);
    expect(err).toBe("");
    expect(out).not.toContain("(en inglés)");
    await expect(out).toMatchFileSnapshot(`golden/${name}.${language}.txt`);
  });

  test("the teacher's, in a terminal, fits a screen", async () => {
    const args = ["evaluate", "examples/child-care-teacher.json", "--as-of", asOf, "--language", language];
    const { out } = await cli(args);
    await expect(out).toMatchFileSnapshot(`golden/child-care-teacher.${language}.txt`);
    expect(out.split("\n").length).toBeLessThanOrEqual(language === "en" ? 40 : 45);
  });
});
