/**
 * `rank`: which pathways are nearest.
 */
import { Command } from "commander";
import { explainRanking, rank } from "../explain/rank";
import type { Io } from "./io";
import { accountOn, chosenApplicant, ownRules } from "./judged";
import { addRuleOptions, type RuleOptions } from "./rule-options";
import { addWordsOptions, printWords, type WordsFlags } from "./words-options";

/** Makes the command. */
export function rankCommand(io: Io): Command {
  const command = new Command("rank")
    .summary("list the pathways that are offered, the nearest first")
    .description(
      "Lists the pathways that are offered, the nearest first: by the number of requirements that are not met, each counted by the share of it that is missing. An add-on is listed once what it is added to is held or open.",
    )
    .argument("<file>", "the applicant, a JSON file; - for standard input");
  return addWordsOptions(
    addRuleOptions(command, "a pathway to rank, may be repeated (default: all categories and add-ons)"),
  )
    .addHelpText("after", "\nExit codes: 0 the pathways were ranked; 2 the input cannot be used.")
    .action(async (file: string, options: RuleOptions & WordsFlags) => {
      const { language } = options;
      const chosen = await chosenApplicant(file, options, io);
      const ranked = rank(accountOn(file, chosen), { language, ...ownRules(chosen.rules) });
      printWords(io, options, ranked, () => explainRanking(ranked, { language, format: "data" }));
    });
}
