/**
 * `fees`: what an association charges, when a page last showed it, and what helps with the cost.
 */
import { Command, Option } from "commander";
import { languageOf } from "../explain/language";
import { paysWords } from "../explain/pays";
import { idWords } from "../explain/vocabulary";
import type { Overlay } from "../model/overlay";
import type { PathwayId } from "../model/rulebook";
import type { Fee } from "../rules/directory";
import type { PathwayInForce } from "../rules/in-force";
import { sourcesOf } from "../rules/written";
import { fees, rulebook, rulesInForce } from "../verdict/evaluate";
import type { Io } from "./io";
import { addPathwayOption, chosenRules, type RuleOptions } from "./rule-options";
import { pageFor, print, printJson, sourcesText, wrapped } from "./terminal";

interface Options extends RuleOptions {
  readonly association: string;
  readonly format: "text" | "json";
}

/** Makes the command. */
export function feesCommand(io: Io): Command {
  const command = new Command("fees")
    .summary("tell what an association charges, and what helps with the cost")
    .description(
      "Tells what an association charges, when a page last showed it, and which help with the cost there is.",
    );
  return addPathwayOption(command, "a pathway whose fees to tell, may be repeated (default: all)")
    .requiredOption("--association <id>", "the association, such as us-va")
    .option("--as-of <day>", "the day, YYYY-MM-DD (default: today)")
    .addOption(new Option("--format <format>", "how to print").choices(["text", "json"]).default("text"))
    .addHelpText("after", "\nExample:\n  endorsement-pathways fees --association us-va --pathway IFS")
    .action((options: Options) => tell(options, io));
}

async function tell(options: Options, io: Io): Promise<void> {
  const { asOf, pathways } = await chosenRules(io, options);
  const { association } = options;
  const book = rulebook();
  const overlay = book.associations[association] as Overlay;
  const asked = (pathways as readonly PathwayId[] | undefined) ?? [undefined];
  const known = distinct(asked.flatMap((pathway) => fees({ asOf, association, pathway })));
  const help = helpWith(rulesInForce({ asOf, association }).pathways, asked);
  if (options.format === "json") return printJson(io.stdout, { asOf, association, fees: known, help });
  const page = pageFor(io.stdout, io);
  const ids = new Set(known.flatMap(({ sources }) => sources.map(({ source }) => source)));
  const cited = sourcesOf(book, overlay).filter(({ id }) => ids.has(id));
  const number = (source: string) => cited.findIndex(({ id }) => id === source) + 1;
  print(
    io.stdout,
    [
      wrapped(`What ${overlay.name} charges, as far as it was known on ${asOf}. Ask it before you pay.`, page),
      "",
      ...known.map((fee) => wrapped(feeText(fee, number), page, "  ", "      ")),
      "",
      page.colors.bold("Help with the cost"),
      ...(help.length === 0 ? ["  none is known"] : help.map((one) => wrapped(helpText(one), page, "  ", "      "))),
      ...(cited.length === 0 ? [] : ["", sourcesText(cited, page)]),
      "",
    ].join("\n"),
  );
}

/** The same fee of several pathways is told once. */
const distinct = (all: readonly Fee[]): readonly Fee[] => [
  ...new Map(all.map((fee) => [JSON.stringify(fee), fee])).values(),
];

function feeText(
  { kind, amount, currency, pathways, note, seen, stale, sources }: Fee,
  number: (source: string) => number,
): string {
  if (sources.length === 0) return `${idWords(kind)}: not known`;
  const amountWords =
    amount === null ? "charged, how much is not known" : amount === 0 ? "free" : `${amount} ${currency}`;
  const whom = pathways === undefined ? "" : ` for ${pathways.join(", ")}`;
  const more = note === undefined ? "" : ` ${note}`;
  const last = seen === undefined ? "It is not known when a page showed it" : `Last seen ${seen}`;
  const old = stale === true ? `${last}: old, ask first.` : `${last}.`;
  const cites = sources.map(({ source }) => number(source)).join(", ");
  return `${idWords(kind)}: ${amountWords}${whom}.${more} ${old} [${cites}]`;
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

const helpText = ({ pathway, name, pays }: Help): string =>
  `${name}. ${paysWords(pays, languageOf({}))} Whether you qualify: evaluate --pathway ${pathway}.`;
