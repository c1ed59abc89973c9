/**
 * `compare`: what differs between two verdicts.
 */
import { Command } from "commander";
import { compare } from "../explain/compare";
import { explainComparison } from "../explain/compare-words";
import type { Io } from "./io";
import { accountOn, chosenApplicant } from "./judged";
import { InputError } from "./problem";
import { addRuleOptions, chosenRules, type RuleOptions } from "./rule-options";
import { addWordsOptions, printWords, type WordsFlags } from "./words-options";

interface Options extends RuleOptions, WordsFlags {
  readonly thenAsOf?: string;
  readonly thenAssociation?: string;
  readonly full?: boolean;
}

/** Makes the command. */
export function compareCommand(io: Io): Command {
  const command = new Command("compare")
    .summary("tell what differs between two files, two days or two associations")
    .description(
      "Judges twice, and tells what differs: between two files of an applicant, between two days, or between two associations.",
    )
    .argument("<before>", "the applicant, a JSON file; - for standard input")
    .argument("[after]", "the same applicant later, or another; the same file where absent");
  return addWordsOptions(
    addRuleOptions(command, "a pathway to compare, may be repeated (default: all categories and add-ons)"),
  )
    .option("--then-as-of <day>", "the day of the second verdict (default: the same)")
    .option("--then-association <id>", "the association of the second verdict (default: the same)")
    .option("--full", "tell what differs in every pathway, not only where the state differs")
    .addHelpText("after", HELP)
    .action((before: string, after: string | undefined, options: Options) => {
      if ((after ?? options.thenAsOf ?? options.thenAssociation) === undefined) throw new InputError(NOTHING_ELSE);
      return run(before, after ?? before, options, io);
    });
}

const NOTHING_ELSE =
  "there is nothing to compare it with; name a second file, a second day (--then-as-of) or a second association (--then-association)";

const HELP = `
Examples:
  endorsement-pathways compare me.json me-in-spring.json --pathway IFS
  endorsement-pathways compare me.json --then-as-of 2027-01-01

Exit codes: 0 the verdicts were compared, whether they differ or not; 2 the input cannot be used.`;

async function run(before: string, after: string, options: Options, io: Io): Promise<void> {
  const { language, thenAsOf, thenAssociation, full = false, ...first } = options;
  const detail = full ? "full" : "checklist";
  const { overlay: _, ...withoutOverlay } = first;
  const second = {
    ...(thenAssociation === undefined ? first : { ...withoutOverlay, association: thenAssociation }),
    ...(thenAsOf !== undefined && { asOf: thenAsOf }),
  };
  const one = await chosenApplicant(before, first, io);
  // standard input is read once
  const other =
    after === before
      ? { applicant: one.applicant, rules: await chosenRules(io, second) }
      : await chosenApplicant(after, second, io);
  const comparison = compare(accountOn(before, one), accountOn(after, other), { language });
  printWords(io, options, comparison, () => explainComparison(comparison, { language, detail, format: "data" }));
}
