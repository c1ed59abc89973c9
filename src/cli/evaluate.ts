/**
 * `evaluate`: judges an applicant from a file or from standard input.
 */
import { Command, Option } from "commander";
import { parseApplicant } from "../check/applicant";
import { warnings } from "../check/warnings/warnings";
import { explain } from "../explain/verdict";
import type { Applicant } from "../model/applicant";
import { type Detail, details } from "../model/verdict";
import { sourcesOf } from "../rules/written";
import { evaluate, rulebook, rulesInForce } from "../verdict/evaluate";
import type { Io } from "./io";
import { withIssues } from "./problem";
import { readJson, shownName } from "./read-json";
import { addRuleOptions, chosenRules, type RuleOptions } from "./rule-options";
import { pageFor, print, printJson, wrapped, written } from "./terminal";
import { warningsText } from "./warnings";

interface Options extends RuleOptions {
  readonly format: "text" | "json";
  readonly detail: Detail;
}

/** Makes the command. */
export function evaluateCommand(io: Io): Command {
  const command = new Command("evaluate")
    .summary("judge an applicant: which pathways are open, what is missing, and who says so")
    .description("Judges an applicant: which pathways are open, what is missing, and who says so.")
    .argument("<file>", "the applicant, a JSON file; - for standard input");
  return addRuleOptions(command, PATHWAY_HELP)
    .addOption(new Option("--format <format>", "how to print").choices(["text", "json"]).default("text"))
    .addOption(new Option("--detail <detail>", DETAIL_HELP).choices(details).default("outcome"))
    .addHelpText("after", EXIT_CODES)
    .action((file: string, options: Options) => run(file, options, io));
}

const PATHWAY_HELP =
  "a pathway to judge and explain, may be repeated (default: all categories and add-ons are judged and the nearest explained; renewal, reinstatement and transfer are judged only by name)";

const DETAIL_HELP = "how much the JSON tells; texts tell what they need";

const EXIT_CODES = `
Exit codes: 0 a verdict was given, whatever it is; 2 the input cannot be used.`;

async function run(file: string, options: Options, io: Io): Promise<void> {
  const chosen = await chosenRules(io, options);
  const applicant = await readJson(file, io, "applicant", parseApplicant);
  const judged = <D extends Detail>(detail: D) =>
    withIssues(`${shownName(file)} cannot be judged`, () => evaluate(applicant, { ...chosen, detail }));
  if (options.format === "json") {
    return printJson(io.stdout, judged(options.detail));
  }
  const verdict = judged("account");
  const book = rulebook();
  const own = chosen.overlay ?? (chosen.association === undefined ? undefined : book.associations[chosen.association]);
  const explanation = explain(verdict, {
    rules: rulesInForce(chosen),
    sources: sourcesOf(book, own),
    ...(own && { association: own.name }),
    ...(chosen.pathways && { pathways: chosen.pathways as readonly string[] }),
  });
  const page = pageFor(io.stdout, io);
  print(io.stdout, written(explanation, page));
  const wrong = warningsText(warnings(applicant), page);
  if (wrong !== "") print(io.stdout, `\n${wrong}`);
  if (chosen.pathways === undefined && holdsEndorsement(applicant)) print(io.stdout, `\n${wrapped(RENEWAL, page)}\n`);
}

const RENEWAL = "You told of an endorsement. For its renewal: --pathway renewal.";

const holdsEndorsement = ({ credentials = [] }: Applicant) => credentials.some(({ kind }) => kind === "endorsement");
