/**
 * `evaluate`: judges an applicant from a file or from standard input.
 */
import { Command, Option } from "commander";
import { warnings } from "../check/warnings/warnings";
import { explain } from "../explain/explain";
import { languageOf } from "../explain/language";
import type { Applicant } from "../model/applicant";
import { type Detail, details } from "../model/verdict";
import { evaluate } from "../verdict/evaluate";
import { documentText } from "./document";
import type { Io } from "./io";
import { accountOn, chosenApplicant, judging, ownRules } from "./judged";
import { addRuleOptions, type RuleOptions } from "./rule-options";
import { pageFor, print, printJson, shown, wrapped } from "./terminal";
import { warningsText } from "./warnings";
import { addWordsOptions, type WordsFlags } from "./words-options";

interface Options extends RuleOptions, WordsFlags {
  readonly detail: Detail;
  readonly full?: boolean;
  readonly sources?: boolean;
}

/** Makes the command. */
export function evaluateCommand(io: Io): Command {
  const command = new Command("evaluate")
    .summary("judge an applicant: which pathways are open, and what is missing")
    .description(
      "Judges an applicant: which pathways are open, the nearest first, and what is missing for the nearest. The short answer fits a screen; --full tells which evidence counts, why the rest does not, and what was presumed.",
    )
    .argument("<file>", "the applicant, a JSON file; - for standard input");
  return addWordsOptions(addRuleOptions(command, PATHWAY_HELP))
    .option("--full", "tell everything: which evidence counts, why the rest does not, what was presumed")
    .option("--sources", "tell everything, and who says so: every document that is cited")
    .addOption(new Option("--detail <detail>", DETAIL_HELP).choices(details).default("outcome"))
    .addHelpText("after", EXIT_CODES)
    .action((file: string, options: Options) => run(file, options, io));
}

const PATHWAY_HELP =
  "a pathway to judge and explain, may be repeated (default: all categories and add-ons are judged and the nearest explained; renewal, reinstatement and transfer are judged only by name)";

const DETAIL_HELP = "how much the JSON tells; texts tell what they need";

const EXIT_CODES = `
Examples:
  endorsement-pathways evaluate me.json --association us-wa
  endorsement-pathways evaluate me.json --pathway IFS --full --language es

Exit codes: 0 a verdict was given, whatever it is; 2 the input cannot be used.`;

async function run(file: string, options: Options, io: Io): Promise<void> {
  const chosen = await chosenApplicant(file, options, io);
  const { applicant, rules } = chosen;
  if (options.format === "json") {
    const { detail } = options;
    return printJson(
      io.stdout,
      judging(file, () => evaluate(applicant, { ...rules, detail })),
    );
  }
  const { language, sources = false, full = sources } = options;
  const document = explain(accountOn(file, chosen), {
    ...ownRules(rules),
    ...(rules.pathways && { pathways: rules.pathways }),
    format: "data",
    detail: full ? "full" : "checklist",
    language,
    applicant,
  });
  const page = pageFor(io.stdout, io);
  print(io.stdout, documentText(document, page, { sources }));
  const wrong = warningsText(warnings(applicant), page, language);
  if (wrong !== "") print(io.stdout, `\n${wrong}`);
  const { say } = languageOf({ language });
  const hints = [
    ...(full ? [] : [say("hint-full")]),
    ...(rules.pathways === undefined && holdsEndorsement(applicant) ? [say("hint-renewal")] : []),
  ];
  if (hints.length > 0)
    print(io.stdout, `\n${hints.map((hint) => page.colors.dim(wrapped(shown(hint), page))).join("\n")}\n`);
}

const holdsEndorsement = ({ credentials = [] }: Applicant) => credentials.some(({ kind }) => kind === "endorsement");
