/**
 * The options that say by which rules and for which pathways a command judges.
 */
import { type Command, Option } from "commander";
import { dayNumber } from "../base/calendar";
import { parseOverlay } from "../check/parse";
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
  return command
    .option("--as-of <day>", "the day of judgment, YYYY-MM-DD (default: today)")
    .option("--pathway <id>", pathwayHelp, (value: string, all: readonly string[] = []) => [...all, value])
    .addOption(
      new Option("--association <id>", "a member association whose rules apply, such as us-wa").conflicts("overlay"),
    )
    .option("--overlay <file>", "an association's own rules, a JSON file");
}

/** Checks the options, and reads what they name. */
export async function chosenRules(io: Io, options: RuleOptions): Promise<EvaluateOptions> {
  const chosen = checkedRules(io, options);
  if (options.overlay === undefined) return chosen;
  const overlay = await readJson(options.overlay, io, "overlay", parseOverlay);
  return { ...chosen, overlay };
}

function checkedRules(
  io: Io,
  { asOf = localDay(io.now()), pathway: named = [], association }: RuleOptions,
): EvaluateOptions {
  if (Number.isNaN(dayNumber(asOf))) {
    throw new InputError(`--as-of ${asOf}: there is no such day; write a day of the calendar as YYYY-MM-DD`);
  }
  const { order, associations } = rulebook();
  const pathway = named.map((id) => order.find((one) => one.toLowerCase() === id.toLowerCase()) ?? id);
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
