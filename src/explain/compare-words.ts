/**
 * What differs between two verdicts, in words.
 */
import { wrong } from "../base/errors";
import { givenObject } from "../base/given";
import { isOneOf } from "../base/lists";
import type { Comparison, PathwayDifference, RequirementDifference } from "./compare";
import { type DocumentItem, type DocumentPart, type ExplainFormat, sentencePart, wordsOf } from "./document";
import { type Language, languageOf } from "./language";
import { type Explained, inFormat, type WordsOptions } from "./render";

const comparisonDetails = ["checklist", "full"] as const;

/** How to tell a comparison. */
export interface ComparisonOptions<F extends ExplainFormat = ExplainFormat> extends WordsOptions<F> {
  /**
   * How much to tell: `checklist`, the requirements of the pathways whose state differs, or else of the first pathway; `full`,
   * the requirements of every pathway. @default "checklist"
   */
  readonly detail?: (typeof comparisonDetails)[number];
}

/**
 * Tells in words what differs between two verdicts.
 *
 * @category Put it into words
 * @param comparison - What differs; its labels are in the language in which it was compared.
 * @param options - The format and the language.
 * @example
 * const on = (asOf: string) => evaluate({}, { asOf, pathways: ["IFRS"], detail: "account" });
 * explainComparison(compare(on("2023-06-01"), on("2023-06-02"))); //=> "Nothing differs.\n"
 */
export function explainComparison<F extends ExplainFormat = "text">(
  comparison: Comparison,
  options: ComparisonOptions<F> = {},
): Explained<F> {
  const { pathways } = givenObject(comparison, "/comparison", "what differs, as compare returns it", ["pathways"]);
  const language = languageOf(options);
  const { say } = language;
  if (options.detail !== undefined && !isOneOf(comparisonDetails, options.detail)) {
    const expected = `one of: ${comparisonDetails.join(", ")}`;
    throw wrong("wrong-option", "/options/detail", expected, options.detail, "correct it");
  }
  if (pathways.length === 0) return inFormat([sentencePart(say("compare-same"))], options);
  const told = options.detail === "full" ? pathways : worthTelling(pathways);
  const others = pathways.filter((one) => !told.includes(one)).map(({ pathway }) => pathway);
  const parts = told.map(({ pathway, name, before, after, requirements }): DocumentPart => {
    const state = (status: typeof before) => say(status === undefined ? "not-judged" : `status-${status}`);
    const states =
      before === after ? state(after) : say("compare-change", { before: state(before), after: state(after) });
    const title = say("compare-pathway", { id: pathway, name, states });
    const items = requirements.map((one) => requirementItem(one, language));
    return { kind: "list", title: wordsOf(title), items, collapsed: false };
  });
  if (others.length > 0) parts.push(sentencePart(say("compare-others", { pathways: language.list(others, "and") })));
  return inFormat([{ kind: "heading", text: wordsOf(say("compare-heading")) }, ...parts], options);
}

/** The pathways whose state differs; where none does, the first. */
function worthTelling(pathways: readonly PathwayDifference[]): readonly PathwayDifference[] {
  const changed = pathways.filter(({ before, after }) => before !== after);
  return changed.length > 0 ? changed : pathways.slice(0, 1);
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
