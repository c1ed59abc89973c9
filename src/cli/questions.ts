/**
 * `ask`: what to find out next.
 */
import { Command } from "commander";
import { questions } from "../explain/questions";
import { explainQuestions } from "../explain/questions-words";
import type { Io } from "./io";
import { chosenApplicant, judging } from "./judged";
import { addRuleOptions, type RuleOptions } from "./rule-options";
import { addWordsOptions, printWords, type WordsFlags } from "./words-options";

interface Options extends RuleOptions, WordsFlags {
  readonly all?: boolean;
}

/** How many questions of each kind are told, unless all are. */
const FIRST = 5;

/** Makes the command. */
export function askCommand(io: Io): Command {
  const command = new Command("ask")
    .summary("list what to find out next, what matters most first")
    .description(
      "Lists what was not told and could change the verdict, what matters most first; then what to ask the association, because its pages leave it open.",
    )
    .argument("<file>", "the applicant, a JSON file; - for standard input");
  return addWordsOptions(
    addRuleOptions(command, "a pathway to ask for, may be repeated (default: all categories and add-ons)"),
  )
    .option("--all", "list every question, not only the first of each kind")
    .addHelpText(
      "after",
      "\nExit codes: 0 the questions were listed, even if there is none; 2 the input cannot be used.",
    )
    .action(async (file: string, options: Options) => {
      const { language, all = false } = options;
      const { applicant, rules } = await chosenApplicant(file, options, io);
      const found = judging(file, () => questions(applicant, { ...rules, language }));
      const some = (["applicant", "association"] as const).flatMap((to) =>
        found.filter((one) => one.to === to).slice(0, all ? found.length : FIRST),
      );
      printWords(io, options, some, () => explainQuestions(some, { language, format: "data" }));
    });
}
