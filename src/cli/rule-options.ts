/**
 * The options that say by which rules and for which pathways a command judges.
 */
import { type Command, Option } from "commander";
import { dayNumber } from "../base/calendar";
import { ofSameLetters } from "../base/letters";
import { parseOverlay } from "../check/parse";
import { rightForm } from "../check/right-form";
import { placeOf } from "../rules/where-to-apply";
import { rulebook, whereToApply } from "../verdict/evaluate";
import type { EvaluateOptions } from "../verdict/judge";
import { type Io, localDay } from "./io";
import { InputError, known } from "./problem";
import { readJson } from "./read-json";

/** The rules, as written on the command line. */
export interface RuleOptions {
  readonly asOf?: string;
  readonly pathway?: readonly string[];
  readonly association?: string;
  readonly overlay?: string;
}

/** Adds the options to a command. */
export function addRuleOptions(command: Command, pathwayHelp: string): Command {
  return addPathwayOption(command, pathwayHelp)
    .option("--as-of <day>", "the day of judgment, YYYY-MM-DD (default: today)")
    .addOption(
      new Option("--association <id>", "a member association whose rules apply, such as us-wa").conflicts("overlay"),
    )
    .option("--overlay <file>", "an association's own rules, a JSON file");
}

/** Adds the option that names pathways. */
export const addPathwayOption = (command: Command, help: string): Command =>
  command.option("--pathway <id>", help, (value: string, all: readonly string[] = []) => [...all, value]);

/** Checks the options, and reads what they name. */
export async function chosenRules(io: Io, options: RuleOptions): Promise<EvaluateOptions> {
  const chosen = checkedRules(io, options);
  if (options.overlay === undefined) return chosen;
  const overlay = await readJson(options.overlay, io, "overlay", parseOverlay);
  return { ...chosen, overlay };
}

/** The day that is asked for, else today. */
export function chosenDay(io: Io, asOf: string = localDay(io.now())): string {
  if (Number.isNaN(dayNumber(asOf))) {
    const advice = rightForm({ type: "day" }, "as-of", asOf) ?? "write a day of the calendar as YYYY-MM-DD";
    throw new InputError(`--as-of ${asOf}: there is no such day; ${advice}`);
  }
  return asOf;
}

function checkedRules(io: Io, { asOf: day, pathway: named = [], association }: RuleOptions): EvaluateOptions {
  const asOf = chosenDay(io, day);
  const { order, associations } = rulebook();
  // labels print "IMHM-R/F"
  const pathway = named.map((id) => ofSameLetters(id, order) ?? id);
  for (const id of pathway) known("--pathway", id, order, "pathway");
  if (association !== undefined) knownAssociation(association, Object.keys(associations), asOf);
  return {
    asOf,
    ...(pathway.length > 0 && { pathways: [...new Set(pathway)] }),
    ...(association !== undefined && { association }),
  };
}

/** Refuses an association that is not known: of a place, it tells where one applies from there. */
function knownAssociation(id: string, ids: readonly string[], asOf: string): void {
  const residence = placeOf(id);
  if (residence === undefined || ids.includes(id)) return known("--association", id, ids, "association");
  const { text } = whereToApply({ residence, asOf });
  throw new InputError(`--association ${id}: no association of that id is known here. ${text}`);
}
