/**
 * `where`: tells where one applies who lives in a place.
 */
import { Command } from "commander";
import { elsewhereParts } from "../explain/checklist";
import { Citations, type DocumentPart, sentencePart, sourcesPart, wordsOf } from "../explain/document";
import { languageOf } from "../explain/language";
import { findSource } from "../rules/written";
import { rulebook, whereToApply } from "../verdict/evaluate";
import type { Io } from "./io";
import { withIssues } from "./problem";
import { chosenDay } from "./rule-options";
import { addWordsOptions, printWords, type WordsFlags } from "./words-options";

interface Options extends WordsFlags {
  readonly asOf?: string;
}

/** Makes the command. */
export function whereCommand(io: Io): Command {
  const command = new Command("where")
    .summary("tell where one applies who lives in a place")
    .description(
      "Tells where one applies who lives in a place: at the association that serves it, at the Alliance itself, or whom to ask where no page says.",
    )
    .argument("<place>", "the place by its code of ISO 3166, such as US-NV or IE")
    .option("--as-of <day>", "the day, YYYY-MM-DD (default: today)");
  return addWordsOptions(command)
    .addHelpText("after", HELP)
    .action((place: string, options: Options) => tell(place, options, io));
}

const HELP = `
Example:
  endorsement-pathways where US-NV

Exit codes: 0 what is known was told, even that it is not known; 2 the input cannot be used.`;

function tell(place: string, options: Options, io: Io): void {
  const found = withIssues(`${place} cannot be looked up`, () =>
    whereToApply({ residence: place.toUpperCase(), asOf: chosenDay(io, options.asOf) }),
  );
  const { kind, association: id, sources } = found;
  const { language } = options;
  const words = languageOf({ language });
  const { say } = words;
  const book = rulebook();
  const citations = new Citations();
  citations.cite(sources.map(({ source }) => source));
  const parts: DocumentPart[] = [
    { kind: "heading", text: wordsOf(say(`where-${kind}`)) },
    ...elsewhereParts({ language: words, book }, found),
    ...(id === undefined ? [] : [sentencePart(say("where-judge", { id }))]),
    ...sourcesPart(citations, (id) => findSource(book, id), say("list-sources")),
  ];
  printWords(io, options, found, () => ({ language, parts }), { sources: true });
}
