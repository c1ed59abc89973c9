/**
 * What looks wrong in an applicant, in words of any language.
 */
import { givenList } from "../base/given";
import type { Warning } from "../check/warnings/warning";
import type { CollectionName } from "../model/applicant";
import { type DocumentPart, type ExplainFormat, sentencePart, wordsOf } from "./document";
import { type Language, languageOf } from "./language";
import { type Explained, inFormat, type WordsOptions } from "./render";

/**
 * Tells in words what looks wrong, and what to do about it.
 *
 * @category Put it into words
 * @param all - The warnings, as `warnings` lists them.
 * @param options - The format and the language.
 * @example
 * const found = warnings({ training: [{ hours: 0.6 }] });
 * explainWarnings(found, { language: "es" }).split("\n")[0]; //=> "Revise esto otra vez"
 */
export function explainWarnings<F extends ExplainFormat = "text">(
  all: readonly Warning[],
  options: WordsOptions<F> = {},
): Explained<F> {
  givenList(all, "/all", "the warnings, as warnings lists them");
  return inFormat(warningParts(all, languageOf(options)), options);
}

/** How many are told. */
const SHOWN = 10;

/** A list of warnings, the first ten; nothing where there are none. */
export function warningParts(all: readonly Warning[], language: Language): DocumentPart[] {
  if (all.length === 0) return [];
  const { say } = language;
  const items = all
    .slice(0, SHOWN)
    .map((one) => ({ text: wordsOf(warningWords(one, language)), details: [], cites: [] }));
  const more = all.length > SHOWN ? [sentencePart(say("more", { count: all.length - SHOWN }))] : [];
  return [{ kind: "list", title: wordsOf(say("warnings")), items, collapsed: false }, ...more];
}

function warningWords({ code, pointer, values }: Warning, { say, field }: Language): string {
  const [, collection = ""] = pointer.split("/");
  const named = values["field"];
  const label = named === undefined ? undefined : field(collection as CollectionName, String(named))?.label;
  const filled = { ...values, ...(label !== undefined && { field: label.toLowerCase() }) };
  return say("warnings-line", {
    pointer,
    message: say(`warning-${code}`, filled),
    advice: say(`advice-${code}`, filled),
  });
}
