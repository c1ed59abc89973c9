/**
 * The options that say by which rules and for which pathways a command judges.
 */

import { type Command, Option } from "commander";
import { dayNumber } from "../base/calendar";
import { isPlace } from "../base/known-places";
import { lettersOf, ofSameLetters } from "../base/letters";
import { readWrittenPlace } from "../base/written/place";
import { parseOverlay } from "../check/parse";
import { rightForm } from "../check/right-form";
import type { AssociationId } from "../model/applicant";
import type { PathwayId } from "../model/rulebook";
import { rulebook, whereToApply } from "../verdict/evaluate";
import type { EvaluateOptions } from "../verdict/options";
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

/** The rules that were chosen. */
export interface ChosenRules extends EvaluateOptions {
  readonly pathways?: readonly PathwayId[];
}

/** Adds the options to a command. */
export function addRuleOptions(command: Command, pathwayHelp: string): Command {
  return addPathwayOption(command, pathwayHelp)
    .option("--as-of <day>", "the day of judgment, YYYY-MM-DD (default: today)")
    .addOption(
      new Option("--association <id>", "the association whose rules apply: us-wa, or its name or state").conflicts(
        "overlay",
      ),
    )
    .option("--overlay <file>", "an association's own rules, a JSON file");
}

/** Adds the option that names pathways. */
export const addPathwayOption = (command: Command, help: string): Command =>
  command.option("--pathway <id>", help, (value: string, all: readonly string[] = []) => [...all, value]);

/** Checks the options, and reads what they name. */
export async function chosenRules(io: Io, options: RuleOptions): Promise<ChosenRules> {
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

function checkedRules(io: Io, { asOf: day, pathway: named = [], association: told }: RuleOptions): ChosenRules {
  const asOf = chosenDay(io, day);
  const { order } = rulebook();
  // labels print "IMHM-R/F"
  const pathways = named.map((id) => known("--pathway", ofSameLetters(id, order) ?? id, order, "pathway"));
  return {
    asOf,
    ...(pathways.length > 0 && { pathways: [...new Set(pathways)] }),
    ...(told !== undefined && { association: chosenAssociation(told, asOf) }),
  };
}

/** Finds an association by its id, its name, or the place that it serves; of a place without one, tells where one applies from there. */
export function chosenAssociation(told: string, asOf: string): AssociationId {
  const all = Object.values(rulebook().associations);
  const isCalled = (name: string | undefined) => name !== undefined && lettersOf(name) === lettersOf(told);
  const places = [told.toUpperCase(), ...readWrittenPlace(told)].filter(isPlace);
  const found =
    all.find(({ id }) => id === told) ??
    all.find(({ id, name, short, aliases = [] }) =>
      [id, name, short, ...aliases.flatMap((alias) => [alias.name, alias.short])].some(isCalled),
    ) ??
    places.flatMap((place) => all.filter(({ jurisdiction }) => jurisdiction === place))[0];
  if (found !== undefined) return found.id;
  const [residence] = places;
  if (residence !== undefined) {
    const { text } = whereToApply({ residence, asOf });
    throw new InputError(`--association ${told}: no association of that id is known here. ${text}`);
  }
  return known(
    "--association",
    told,
    all.map(({ id }) => id),
    "association",
  );
}
