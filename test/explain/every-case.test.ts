/** Explanations of all golden cases: whole, in the language asked for, and with every amount that is missing. */

import { describe, expect, test } from "vitest";
import { expectedPathways } from "../../src/cases/golden";
import { type DocumentPart, type ExplainedDocument, explain, type Words } from "../../src/explain";
import { goldenCases, verdictOn } from "../generate/golden-cases";

/** English words that no Spanish sentence has; ids that only the data knows. */
const ENGLISH =
  /\b(?:the|of|and|with|from|training|hours?|years?|months?|degree|work|which|must|endorsed|missing|told|asked|since|least|none|before|still|other)\b/i;
const RAW =
  /undefined|\[object|NaN|null|\{[a-z]+\}|, plural,|\b(?:supervisionReceived|supervisionProvided|socialEmotionalFocus|notEnoughInformation|fullTimeShare|validUntil|provider\.held|rater\.held|diversity-equity-inclusion|providing-rsc|dyadic-psychotherapy|current-supervisor)\b/;

/** The words that stand in the language asked for. */
const own = (words: Words) => words.flatMap(({ text, language }) => (language === undefined ? [text] : [])).join(" ");
const all = (words: Words) => words.map(({ text }) => text).join("");

function wordsIn(part: DocumentPart): readonly Words[] {
  switch (part.kind) {
    case "sentence":
    case "heading":
      return [part.text];
    case "list":
      return [part.title ?? [], ...part.items.flatMap(({ text, details }) => [text, ...details])];
    case "table":
      return [...part.columns, ...part.rows.flat()];
    case "sources":
      return [part.title];
  }
}

const said = ({ parts }: ExplainedDocument) => parts.flatMap(wordsIn);

/** Names that an applicant gave, and that an association bears, are in whatever language they are. */
const named = (text: string) => text.replaceAll(/«[^»]*»|“[^”]*”/g, "").replaceAll(/https?:\S+/g, "");

const cases = goldenCases();

describe.for(["en", "es"])("over all golden cases, %s", (language) => {
  const number = new Intl.NumberFormat(language === "es" ? "es-US" : "en", { maximumFractionDigits: 3 });

  test("nothing is left out, nothing is raw, and every amount that is missing is stated", () => {
    for (const golden of cases) {
      const { id, applicant, expected } = golden;
      const judged = verdictOn(golden);
      const pathways = expectedPathways({ expected });
      const document = explain(judged, { language, detail: "full", format: "data", pathways, applicant });
      // what a coordinator wrote is told as it was written
      const written = (applicant.decisions ?? []).flatMap(({ reason = "", by = "" }) => [reason, by]);
      const texts = said(document).filter((words) => !written.some((one) => one !== "" && all(words).includes(one)));
      for (const words of texts) {
        if (RAW.test(all(words))) expect.fail(`${id}: ${all(words)}`);
        if (language === "en") continue;
        if (ENGLISH.test(withoutNames(named(own(words))))) expect.fail(`${id}: ${own(words)}`);
      }
      const whole = texts.map(all).join("\n");
      for (const { gaps, status } of judged.pathways) {
        if (status !== "not-yet") continue;
        for (const { amount, unit, requirement } of gaps.filter((gap) => gap.unit !== "months")) {
          if (!whole.includes(number.format(amount))) expect.fail(`${id}: ${amount} ${unit} of ${requirement}`);
        }
      }
    }
  });
});

/** Names of associations and programs stay as they are. */
function withoutNames(text: string): string {
  return text.replaceAll(/(?:[A-Z][\w'&-]*(?:,? (?:(?:for|of|and|the|in|to) )+|,? )?){2,}/g, "");
}
