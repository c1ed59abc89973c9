/**
 * Questions in words, those for the person apart from those for the association.
 */
import { givenList } from "../base/given";
import { type DocumentItem, type DocumentPart, type ExplainFormat, sentencePart, wordsOf } from "./document";
import { type Language, languageOf } from "./language";
import type { OpenToAsk } from "./questions/model";
import { type Explained, inFormat, type WordsOptions } from "./render";

/**
 * Tells in words what to ask: first the person, then the association.
 *
 * @category Put it into words
 * @param asked - The questions, as `questions` lists them; their words are in the language in which they were listed.
 * @param options - The format and the language.
 * @example
 * explainQuestions([]); //=> "Nothing that you could tell would change the result.\n"
 */
export function explainQuestions<F extends ExplainFormat = "text">(
  asked: readonly OpenToAsk[],
  options: WordsOptions<F> = {},
): Explained<F> {
  givenList(asked, "/asked", "the questions, as questions lists them");
  const language = languageOf(options);
  const { say } = language;
  const list = (to: OpenToAsk["to"], title: string): DocumentPart[] => {
    const items = asked.filter((one) => one.to === to).map((one) => questionItem(one, language));
    return items.length === 0 ? [] : [{ kind: "list", title: wordsOf(title), items, collapsed: false }];
  };
  const yours = list("applicant", say("questions-yours"));
  const parts = [
    ...(yours.length > 0 ? yours : [sentencePart(say("questions-none"))]),
    ...list("association", say("questions-theirs")),
  ];
  return inFormat(parts, options);
}

/** How many answers are listed. */
const VALUES = 8;

function questionItem(question: OpenToAsk, { say, list }: Language): DocumentItem {
  const labels = (question.values ?? []).map(({ label }) => label);
  const more = labels.length > VALUES ? [say("more", { count: labels.length - VALUES })] : [];
  const details = [
    ...(question.to === "applicant" ? [question.help] : []),
    ...(labels.length > 0
      ? [say("question-values", { values: [...labels.slice(0, VALUES), ...more].join("; ") })]
      : []),
    say("question-pathways", { pathways: list(question.pathways, "and") }),
  ];
  return { text: wordsOf(question.text), details: details.map(wordsOf), cites: [] };
}
