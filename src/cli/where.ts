/**
 * `where`: tells where one applies who lives in a place.
 */
import { Command } from "commander";
import { countryLikeState, isPlace } from "../base/known-places";
import { elsewhereParts } from "../explain/checklist";
import { Citations, type DocumentPart, sentencePart, sourcesPart, wordsOf } from "../explain/document";
import { languageOf } from "../explain/language";
import { findSource } from "../rules/written";
import { rulebook, whereToApply } from "../verdict/evaluate";
import { writtenPlace } from "./init";
import type { Io } from "./io";
import { InputError } from "./problem";
import { chosenDay } from "./rule-options";
import { pageFor, print, wrapped } from "./terminal";
import { addWordsOptions, printWords, type WordsFlags } from "./words-options";

interface Options extends WordsFlags {
  readonly asOf?: string;
}

/** Makes the command. */
export function whereCommand(io: Io): Command {
  const command = new Command("where")
    .summary("tell where to apply, by where you live")
    .description(
      "Tells where one applies who lives in a place: at the association that serves it, at the Alliance itself, or whom to ask where no page says.",
    )
    .argument("<place>", "the place, by its name or its code of ISO 3166: Nevada, US-NV, IE")
    .option("--as-of <day>", "the day, YYYY-MM-DD (default: today)");
  return addWordsOptions(command)
    .addHelpText("after", HELP)
    .action((place: string, options: Options) => tell(place, options, io));
}

const HELP = `
Example:
  endorsement-pathways where US-NV

Exit codes: 0 what is known was told, even that it is not known; 2 the input cannot be used.`;

/** The code of the place that is meant. A country is told from the state of the same letters. */
function placeNamed(told: string, io: Io): string {
  const code = told.toUpperCase();
  const place = isPlace(code) ? code : writtenPlace(told);
  if (place === undefined) {
    throw new InputError(`no place is known as ${told}; write its code of ISO 3166, such as US-NV or IE`);
  }
  const country = countryLikeState(place);
  if (country !== undefined) {
    print(io.stderr, `${wrapped(`${place} is ${country}; the state is US-${place}.`, pageFor(io.stderr, io))}\n`);
  }
  return place;
}

function tell(place: string, options: Options, io: Io): void {
  const residence = placeNamed(place, io);
  const found = whereToApply({ residence, asOf: chosenDay(io, options.asOf) });
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
