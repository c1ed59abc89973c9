/**
 * `where`: tells where one applies who lives in a place.
 */
import { Command, Option } from "commander";
import { sourcesOf } from "../rules/written";
import { rulebook, whereToApply } from "../verdict/evaluate";
import type { Io } from "./io";
import { withIssues } from "./problem";
import { chosenDay } from "./rule-options";
import { pageFor, print, printJson, sourcesText, wrapped } from "./terminal";

interface Options {
  readonly asOf?: string;
  readonly format: "text" | "json";
}

/** Makes the command. */
export function whereCommand(io: Io): Command {
  return new Command("where")
    .summary("tell where one applies who lives in a place")
    .description(
      "Tells where one applies who lives in a place: at the association that serves it, at the Alliance itself, or whom to ask where no page says.",
    )
    .argument("<place>", "the place by its code of ISO 3166, such as US-NV or IE")
    .option("--as-of <day>", "the day, YYYY-MM-DD (default: today)")
    .addOption(new Option("--format <format>", "how to print").choices(["text", "json"]).default("text"))
    .addHelpText("after", "\nExample:\n  endorsement-pathways where US-NV")
    .action((place: string, options: Options) => tell(place, options, io));
}

function tell(place: string, { asOf, format }: Options, io: Io): void {
  const found = withIssues(`${place} cannot be looked up`, () =>
    whereToApply({ residence: place.toUpperCase(), asOf: chosenDay(io, asOf) }),
  );
  if (format === "json") return printJson(io.stdout, found);
  const page = pageFor(io.stdout, io);
  const { kind, association, text, sources } = found;
  const judged = association === undefined ? [] : [`To be judged by its rules: --association ${association}.`];
  const cited = sourcesOf(rulebook()).filter(({ id }) => sources.some(({ source }) => source === id));
  print(
    io.stdout,
    [
      page.colors.bold(KINDS[kind]),
      wrapped(text, page),
      ...judged.map((line) => wrapped(line, page)),
      ...(cited.length === 0 ? [] : ["", sourcesText(cited, page)]),
      "",
    ].join("\n"),
  );
}

const KINDS = {
  association: "AN ASSOCIATION SERVES IT",
  alliance: "THE ALLIANCE TAKES APPLICATIONS",
  unknown: "NOT KNOWN",
} as const;
