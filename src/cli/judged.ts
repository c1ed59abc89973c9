/**
 * Reads an applicant, and judges: what most commands begin with.
 */
import { parseApplicant } from "../check/applicant";
import type { Applicant } from "../model/applicant";
import type { AccountVerdict } from "../model/verdict";
import { evaluate } from "../verdict/evaluate";
import type { EvaluateOptions } from "../verdict/options";
import type { Io } from "./io";
import { withIssues } from "./problem";
import { readJson, shownName } from "./read-json";
import { type ChosenRules, chosenRules, type RuleOptions } from "./rule-options";

/** An applicant, and by which rules to judge. */
export interface Chosen {
  readonly applicant: Applicant;
  readonly rules: ChosenRules;
}

/** Reads an applicant and the options. */
export async function chosenApplicant(file: string, options: RuleOptions, io: Io): Promise<Chosen> {
  const rules = await chosenRules(io, options);
  return { applicant: await readJson(file, io, "applicant", parseApplicant), rules };
}

/** Judges with an account, as words need it. */
export const accountOn = (file: string, { applicant, rules }: Chosen): AccountVerdict =>
  judging(file, () => evaluate(applicant, { ...rules, detail: "account" }));

/** Runs something that judges the applicant of a file, and tells what is wrong with the applicant. */
export const judging = <T>(file: string, judge: () => T): T => withIssues(`${shownName(file)} cannot be judged`, judge);

/** The rules of one's own, by which words are found again. */
export const ownRules = ({ overlay }: EvaluateOptions) => (overlay === undefined ? {} : { overlay });
