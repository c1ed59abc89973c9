/**
 * Whole explanations, and each other kind of text for people, word for word. After a change of words or rules: `npm run golden`, and read what differs.
 */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { theOne } from "../../src/base/lists";
import { expectedPathways } from "../../src/cases/golden";
import { explain } from "../../src/explain";
import { evaluate } from "../../src/index";
import type { Applicant } from "../../src/model/applicant";
import { cli } from "../cli/terminal";
import { goldenCases, verdictOn } from "../generate/golden-cases";

const asOf = "2026-11-23";

/** Cases that say what no example does: days of a month, spans, internships, cycles, offers, where one lives. */
const RARE = [
  "us-fl-offers-ec-day-before",
  "ecmhs-work-before-degree-2025",
  "us-ri-renewal-on-rsc-day-before",
  "ecfs-families",
  "ecfs-provider-specialist-2024-12-31",
  "ecmhm-c-work-2025-intern-kind",
  "us-az-applications-both-open",
  "reinstatement-not-lapsed",
  "ecfa-first-offered",
  "ecfrs-last-offered",
  "ecmhm-c-work-after-certificate-short-2025",
  "ecmhm-c-whole-before-exam",
  "alliance-offers-not-said",
  "alliance-residency-untold",
];
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
    ["plan-never", ["plan", "examples/half-told.json", "--pathway", "IMHM-C"]],
    [
      "plan-now",
      ["plan", "examples/home-visitor-unqualified-provider.json", "--association", "us-az", "--pathway", "IFA"],
    ],
    ["plan-open", ["plan", "examples/preschool-consultant.json", "--association", "us-or", "--pathway", "IFA"]],
    ["ask", ["ask", "examples/half-told.json", "--association", "us-va"]],
    ["ask-nothing", ["ask", "examples/doula-volunteer.json", "--pathway", "IFA"]],
    ["rank", ["rank", "examples/home-visitor-unqualified-provider.json"]],
    [
      "compare",
      ["compare", "examples/preschool-consultant.json", "--association", "us-ks", "--then-association", "us-fl"],
    ],
    ["compare-same", ["compare", "examples/child-care-teacher.json", "--then-as-of", "2026-11-24"]],
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
    ["warnings", ["evaluate", "test/explain/golden/warnings.json", "--pathway", "IFA"]],
  ] as const)("%s, in a terminal", async ([name, args]) => {
    const { out, err } = await cli([...args, "--as-of", asOf, "--language", language]);
    expect(err).toBe("");
    expect(out).not.toContain("(en inglés)");
    await expect(out).toMatchFileSnapshot(`golden/${name}.${language}.txt`);
  });

  test("what golden cases alone bring up", async () => {
    const all = goldenCases();
    const texts = RARE.map((id) => {
      const golden = theOne(all, (one) => one.id === id);
      const { applicant, expected } = golden;
      const told = { language, detail: "full", format: "markdown", applicant } as const;
      return `# ${id}\n\n${explain(verdictOn(golden), { ...told, pathways: expectedPathways({ expected }) })}`;
    });
    await expect(texts.join("\n")).toMatchFileSnapshot(`golden/cases.${language}.md`);
  });

  test("the teacher's, in a terminal, fits a screen", async () => {
    const args = ["evaluate", "examples/child-care-teacher.json", "--as-of", asOf, "--language", language];
    const { out } = await cli(args);
    await expect(out).toMatchFileSnapshot(`golden/child-care-teacher.${language}.txt`);
    expect(out.split("\n").length).toBeLessThanOrEqual(language === "en" ? 40 : 45);
  });
});
