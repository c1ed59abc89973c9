/**
 * `fees`: what an association charges, when a page last showed it, and what helps with the cost.
 */
import { Command } from "commander";
import { feeWords } from "../explain/costs";
import {
  Citations,
  type DocumentItem,
  type DocumentPart,
  sentencePart,
  sourcesPart,
  wordsOf,
} from "../explain/document";
import { type Language, languageOf } from "../explain/language";
import { paysWords } from "../explain/pays";
import type { PathwayId } from "../model/rulebook";
import type { Fee } from "../rules/directory";
import type { PathwayInForce } from "../rules/pathway-in-force";
import { findSource } from "../rules/written";
import { fees, rulebook, rulesInForce } from "../verdict/evaluate";
import { associationIn } from "../verdict/options";
import type { Io } from "./io";
import { addPathwayOption, chosenAssociation, chosenRules, type RuleOptions } from "./rule-options";
import { addWordsOptions, printWords, type WordsFlags } from "./words-options";

interface Options extends RuleOptions, WordsFlags {
  readonly association: string;
}

/** Makes the command. */
export function feesCommand(io: Io): Command {
  const command = new Command("fees")
    .summary("tell what an association charges, and what helps with the cost")
    .description(
      "Tells what an association charges, when a page last showed it, and which help with the cost there is.",
    );
  addPathwayOption(command, "a pathway whose fees to tell, may be repeated (default: all)")
    .requiredOption("--association <id>", "the association, such as us-va, or its name")
    .option("--as-of <day>", "the day, YYYY-MM-DD (default: today)");
  return addWordsOptions(command)
    .addHelpText("after", HELP)
    .action((options: Options) => tell(options, io));
}

const HELP = `
Example:
  endorsement-pathways fees --association us-va --pathway IFS

Exit codes: 0 what is known was told; 2 the input cannot be used.`;

async function tell(options: Options, io: Io): Promise<void> {
  const { asOf, pathways } = await chosenRules(io, options);
  const book = rulebook();
  const association = chosenAssociation(options.association, asOf);
  const overlay = associationIn(book, association, asOf);
  const asked = pathways ?? [undefined];
  const known = distinct(asked.flatMap((pathway) => fees({ asOf, association, pathway })));
  const help = helpWith(rulesInForce({ asOf, association }).pathways, asked);
  const { language } = options;
  const words = languageOf({ language });
  const { say, day } = words;
  const citations = new Citations();
  const charged = known.map((fee) => feeItem(fee, words, citations));
  const helping = help.length === 0 ? [itemOf(say("fees-no-help"))] : help.map((one) => helpItem(one, words));
  const parts: DocumentPart[] = [
    sentencePart(say("fees-of", { association: overlay.name, day: day(asOf), site: overlay.site })),
    { kind: "list", items: charged, collapsed: false },
    { kind: "list", title: wordsOf(say("fees-help")), items: helping, collapsed: false },
    ...sourcesPart(citations, (id) => findSource(book, id, overlay), say("list-sources")),
  ];
  const told = { asOf, association, fees: known, help };
  printWords(io, options, told, () => ({ language, parts }), { sources: true });
}

/** The same fee of several pathways is told once. */
const distinct = (all: readonly Fee[]): readonly Fee[] => [
  ...new Map(all.map((fee) => [JSON.stringify(fee), fee])).values(),
];

const itemOf = (text: string, details: readonly string[] = [], cites: readonly number[] = []): DocumentItem => ({
  text: wordsOf(text),
  details: details.map(wordsOf),
  cites,
});

function feeItem(fee: Fee, words: Language, citations: Citations): DocumentItem {
  const { pathways, note, sources } = fee;
  const details = [
    ...(pathways === undefined ? [] : [words.say("fees-for", { pathways: words.list(pathways, "and") })]),
    ...(note === undefined ? [] : [words.rule(note)]),
  ];
  return itemOf(feeWords(words, fee), details, citations.cite(sources.map(({ source }) => source)));
}

/** Help with the cost of a pathway, as it is listed. */
interface Help {
  readonly pathway: PathwayId;
  readonly name: string;
  readonly pays: NonNullable<PathwayInForce["pays"]>;
}

/** Finds the help that is offered toward some pathways. */
function helpWith(all: readonly PathwayInForce[], asked: readonly (PathwayId | undefined)[]): readonly Help[] {
  return all.flatMap(({ id, name, isOffered, pays, toward }) => {
    const isFor = asked.some((one) => one === undefined || toward === undefined || toward.includes(one));
    return pays === undefined || !isOffered || !isFor ? [] : [{ pathway: id, name, pays }];
  });
}

const helpItem = ({ pathway, name, pays }: Help, words: Language): DocumentItem =>
  itemOf(`${words.rule(name)}. ${paysWords(pays, words)}`, [words.say("fees-qualify", { id: pathway })]);
