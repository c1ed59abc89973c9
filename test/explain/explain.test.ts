/** What an explanation says, in every format. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { explain } from "../../src/explain";
import { evaluate } from "../../src/index";
import type { Applicant } from "../../src/model/applicant";

const asOf = "2026-11-23";
const example = (name: string) => JSON.parse(readFileSync(`examples/${name}.json`, "utf8")) as Applicant;
const teacher = example("child-care-teacher");
const verdict = evaluate(teacher, { asOf, detail: "account" });

describe("an explanation", () => {
  test("says the answer first, in one sentence", () => {
    expect(explain(verdict, { detail: "line" })).toBe(
      "You meet 3 of 6 requirements for Infant Family Associate; missing: 1 reference rating and 1 signed statement.\n",
    );
    expect(explain(verdict, { detail: "line", language: "es" })).toBe(
      "Usted cumple 3 de 6 requisitos para Asociado o Asociada Familiar, Primera Infancia (0 a 3); falta: 1 evaluación de referencia y 1 declaración firmada.\n",
    );
  });

  test("says an amount that readings leave open as a span", () => {
    expect(explain(verdict)).toContain(
      "Missing if “30 clock hours and 3 more on diversity, equity and inclusion”: 1.5 hours of training; otherwise nothing.",
    );
  });

  test("keeps sources and history for the full account", () => {
    expect(explain(verdict)).not.toContain("https://");
    expect(explain(verdict, { detail: "full" })).toContain("\nSources\n  [1] ");
    expect(explain(verdict).split("\n").length).toBeLessThanOrEqual(40);
  });

  test("calls entries as the applicant does", () => {
    const titled = { ...teacher, credentials: [{ kind: "cda" as const, title: "CDA, Tacoma 2023" }] };
    const judged = evaluate(titled, { asOf, pathways: ["IFA"], detail: "account" });
    expect(explain(judged, { detail: "full", applicant: titled })).toContain("“CDA, Tacoma 2023”");
    expect(explain(judged, { detail: "full" })).not.toContain("Tacoma");
  });

  test("tells costs with when they were last seen, and whom to ask for the rest", () => {
    const judged = evaluate(teacher, { asOf, association: "us-wa", pathways: ["IFA"], detail: "account" });
    const text = explain(judged);
    expect(text).toContain("Membership: $80. Last seen 2025.");
    expect(text).toContain(
      "Not found: Processing fee and deadlines. Ask Center for Early Relational Health, where you also apply: https://earlyrelationalhealth.org/.",
    );
  });

  test("points elsewhere those who live elsewhere", () => {
    const judged = evaluate(
      { ...teacher, residence: "US-TX" },
      { asOf, association: "us-az", pathways: ["IFA"], detail: "account" },
    );
    expect(explain(judged, { pathways: ["IFA"] })).toContain("Apply to the association that serves you: First3Years");
  });

  test("writes HTML that is escaped and has no scripts", () => {
    const hostile = { ...teacher, training: [{ id: '"><script>alert(1)</script>', hours: 3, date: "2026-01-01" }] };
    const judged = evaluate(hostile, { asOf, pathways: ["IFA"], detail: "account" });
    const html = explain(judged, { format: "html", detail: "full", applicant: hostile });
    expect(html).not.toMatch(/<script|javascript:|\son\w+=|<style/i);
    expect(html).toContain("&lt;script&gt;");
    expect(html).toMatch(/^<article lang="en">/);
    const opened = html.match(/<(?!\/|li value)([a-z0-9]+)/g)?.length ?? 0;
    expect(html.match(/<\/[a-z0-9]+>/g)?.length).toBe(opened + (html.match(/<li value/g)?.length ?? 0));
    expect(html).toMatch(/<details>\n<summary>Sources<\/summary>/);
  });

  test("writes Markdown that obeys no name", () => {
    const hostile = { ...teacher, training: [{ id: "[x](http://evil) | *b*", hours: 3, date: "2026-01-01" }] };
    const judged = evaluate(hostile, { asOf, pathways: ["IFA"], detail: "account" });
    expect(explain(judged, { format: "markdown", detail: "full" })).toContain("\\[x\\](http://evil) \\| \\*b\\*");
  });

  test("marks what is shown in English, and shows nothing of the rules so in Spanish", () => {
    const judged = evaluate(teacher, { asOf, association: "us-wa", pathways: ["IFA"], detail: "account" });
    expect(explain(judged, { language: "es", detail: "full" })).not.toContain("(en inglés)");
    const translation = { language: "fr", name: "Français" };
    expect(explain(judged, { translation, detail: "full" })).toContain("within a few days. You can ask");
    expect(explain(judged, { translation, detail: "full", format: "html" })).toContain('<span lang="en">');
  });

  test("takes words of one's own for a further language", () => {
    const text = explain(verdict, {
      detail: "line",
      translation: {
        language: "fr",
        name: "Français",
        messages: { "headline-not-yet": "Il manque {missing} pour {pathway} ({met}/{required})." },
      },
    });
    expect(text).toBe(
      "Il manque 1 reference rating (in English) et 1 signed statement (in English) pour Infant Family Associate (in English) (3/6).\n",
    );
  });

  test("refuses what it does not know", () => {
    expect(() => explain(verdict, { language: "xx" })).toThrow("one of: en, es");
    expect(() => explain(verdict, { format: "pdf" as "text" })).toThrow("one of: text, markdown, html, data");
  });
});
