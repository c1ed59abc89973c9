/**
 * `plan`: what to do in which order, and from which day on a pathway is open.
 */
import { Command, InvalidArgumentError } from "commander";
import { plan } from "../explain/plan";
import { explainPlan } from "../explain/plan-words";
import { rank } from "../explain/rank";
import type { PathwayId } from "../model/rulebook";
import type { Io } from "./io";
import { accountOn, chosenApplicant, judging, ownRules } from "./judged";
import { InputError } from "./problem";
import { addRuleOptions, type RuleOptions } from "./rule-options";
import { addWordsOptions, printWords, type WordsFlags } from "./words-options";

interface Options extends RuleOptions, WordsFlags {
  readonly trainingHours: number;
  readonly rscHours: number;
  readonly until?: string;
}

/** Makes the command. */
export function planCommand(io: Io): Command {
  const command = new Command("plan")
    .summary("plan what to do, in which order, and on which day you can be ready")
    .description(
      "Plans the way to a pathway at your pace: the earliest day, why it is no earlier, what to do in which order, what it costs as far as that is known, and what to ask first.",
    )
    .argument("<file>", "the applicant, a JSON file; - for standard input");
  return addWordsOptions(addRuleOptions(command, "the pathway to plan for (default: the nearest that is not open yet)"))
    .option("--training-hours <hours>", "hours of training that you take in a month", hours, TRAINING)
    .option("--rsc-hours <hours>", "hours of reflective supervision that you receive in a month", hours, RSC)
    .option("--until <day>", "the last day to look at, YYYY-MM-DD (default: in ten years)")
    .addHelpText("after", HELP)
    .action((file: string, options: Options) => run(file, options, io));
}

const TRAINING = 4;
const RSC = 2;

const HELP = `
Example:
  endorsement-pathways plan me.json --pathway IFS --training-hours 3

Exit codes: 0 a plan was made, even if it never gets there; 2 the input cannot be used.`;

function hours(value: string): number {
  const number = Number(value);
  if (value.trim() !== "" && number >= 0) return number;
  throw new InvalidArgumentError("Write hours as a number, such as 3 or 1.5.");
}

async function run(file: string, options: Options, io: Io): Promise<void> {
  const { language, trainingHours, rscHours, until } = options;
  const chosen = await chosenApplicant(file, options, io);
  const { pathways, ...rules } = chosen.rules;
  const named = pathways ?? nearest(accountOn(file, chosen));
  const [pathway] = named;
  if (pathway === undefined || named.length > 1) {
    throw new InputError("A plan leads to one pathway; name it: --pathway IFS");
  }
  const planned = judging(file, () =>
    plan(chosen.applicant, {
      ...rules,
      pathway,
      pace: { trainingHours, rscHours },
      ...(until !== undefined && { until }),
    }),
  );
  printWords(io, options, planned, () => explainPlan(planned, { language, format: "data", ...ownRules(rules) }));
}

function nearest(verdict: Parameters<typeof rank>[0]): readonly PathwayId[] {
  const open = rank(verdict).filter(({ status }) => status === "not-yet" || status === "undetermined");
  return open.slice(0, 1).map(({ pathway }) => pathway);
}
