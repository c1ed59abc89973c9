/**
 * `explain`: a verdict in words, to be handed on.
 */
import { Command, Option } from "commander";
import { type ExplainFormat, explainFormats } from "../explain/document";
import { explain } from "../explain/explain";
import { type ExplainDetail, explainDetails } from "../explain/explaining";
import { documentText } from "./document";
import type { Io } from "./io";
import { accountOn, chosenApplicant, ownRules } from "./judged";
import { addRuleOptions, type RuleOptions } from "./rule-options";
import { pageFor, print, printJson } from "./terminal";
import { addLanguage } from "./words-options";

interface Options extends RuleOptions {
  readonly language: string;
  readonly format: ExplainFormat;
  readonly detail: ExplainDetail;
}

/** Makes the command. */
export function explainCommand(io: Io): Command {
  const command = new Command("explain")
    .summary("put a verdict in words to hand on: text, Markdown, HTML or a tree of parts")
    .description(
      "Judges an applicant, and explains the verdict: the answer in a sentence, then a checklist, then, with --detail full, the account of evidence and the sources as numbered links.",
    )
    .argument("<file>", "the applicant, a JSON file; - for standard input");
  return addLanguage(
    addRuleOptions(command, "a pathway to explain, may be repeated (default: those that are open, else the nearest)"),
  )
    .addOption(new Option("--format <format>", "how to write").choices(explainFormats).default("text"))
    .addOption(new Option("--detail <detail>", "how much to tell").choices(explainDetails).default("checklist"))
    .addHelpText("after", HELP)
    .action((file: string, options: Options) => run(file, options, io));
}

const HELP = `
Example:
  endorsement-pathways explain me.json --format html --detail full > me.html

Exit codes: 0 a verdict was explained, whatever it is; 2 the input cannot be used.`;

async function run(file: string, { language, format, detail, ...options }: Options, io: Io): Promise<void> {
  const chosen = await chosenApplicant(file, options, io);
  const { applicant, rules } = chosen;
  const verdict = accountOn(file, chosen);
  const { pathways } = rules;
  const how = { ...ownRules(rules), ...(pathways && { pathways }), language, detail, applicant };
  if (format === "markdown" || format === "html") return print(io.stdout, explain(verdict, { ...how, format }));
  const document = explain(verdict, { ...how, format: "data" });
  if (format === "data") printJson(io.stdout, document);
  else print(io.stdout, documentText(document, pageFor(io.stdout, io), { sources: detail === "full" }));
}
