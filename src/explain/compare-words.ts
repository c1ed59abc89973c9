/**
 * What differs between two verdicts, in words.
 */
import type { Comparison, RequirementDifference } from "./compare";
import { type DocumentItem, type DocumentPart, type ExplainFormat, sentencePart, wordsOf } from "./document";
import { type Language, languageOf } from "./language";
import { type Explained, inFormat, type WordsOptions } from "./render";

/**
 * Tells in words what differs between two verdicts.
 *
 * @param comparison - What differs; its labels are in the language in which it was compared.
 * @param options - The format and the language.
 * @example
 * const on = (asOf: string) => evaluate({}, { asOf, pathways: ["IFRS"], detail: "account" });
 * explainComparison(compare(on("2023-06-01"), on("2023-06-02"))); //=> "Nothing differs.\n"
 */
export function explainComparison<F extends ExplainFormat = "text">(
  { pathways }: Comparison,
  options: WordsOptions<F> = {},
): Explained<F> {
  const language = languageOf(options);
  const { say } = language;
  if (pathways.length === 0) return inFormat([sentencePart(say("compare-same"))], options);
  const parts = pathways.map(({ pathway, name, before, after, requirements }): DocumentPart => {
    const state = (status: typeof before) => say(status === undefined ? "not-judged" : `status-${status}`);
    const states =
      before === after ? state(after) : say("compare-change", { before: state(before), after: state(after) });
    const title = say("compare-pathway", { id: pathway, name, states });
    const items = requirements.map((one) => requirementItem(one, language));
    return { kind: "list", title: wordsOf(title), items, collapsed: false };
  });
  return inFormat([{ kind: "heading", text: wordsOf(say("compare-heading")) }, ...parts], options);
}

function requirementItem(
  { label, before, after, progressBefore, progressAfter }: RequirementDifference,
  { say, number }: Language,
): DocumentItem {
  const state = (status: typeof before) => say(status === undefined ? "not-asked" : `truth-${status}`);
  // where the state is the same, an amount came nearer, or went
  const isAmount = before === after && progressBefore !== undefined && progressAfter !== undefined;
  const text = isAmount
    ? say("compare-progress", {
        label,
        before: number(progressBefore.have),
        after: number(progressAfter.have),
        need: number(progressAfter.need),
      })
    : say("compare-requirement", { label, before: state(before), after: state(after) });
  return { ...(after !== undefined && { mark: after }), text: wordsOf(text), details: [], cites: [] };
}
