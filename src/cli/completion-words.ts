/**
 * The words that can stand next on a command line: drawn from the commands themselves, and from the rules.
 */
import type { Command, Option } from "commander";
import { collectionNames } from "../evidence/fields";
import { rulebook } from "../verdict/evaluate";

/** A word that can stand next. */
export interface CompletionWord {
  readonly word: string;
  /** What it means. */
  readonly meaning: string;
}

/** What can stand next. */
export interface Completions {
  readonly all: readonly CompletionWord[];
  /** Whether a file can. */
  readonly isFile: boolean;
}

const only = (all: readonly CompletionWord[]): Completions => ({ all, isFile: false });

/**
 * Finds what can stand in the place of the last of some words.
 *
 * @param words - What was written after the name of the program; the last is not finished, and may be empty.
 */
export function completionsOf(root: Command, words: readonly string[]): Completions {
  const last = words.at(-1) ?? "";
  const { command, option, places } = readTo(root, words.slice(0, -1));
  const { all, isFile } = nextIn(command, option, places, last);
  return { all: all.filter(({ word }) => word.startsWith(last)), isFile };
}

/** Where on the line one is. */
interface Place {
  readonly command: Command;
  /** The option whose value comes next. */
  readonly option: Option | undefined;
  /** How many arguments were written. */
  readonly places: number;
}

function readTo(root: Command, words: readonly string[]): Place {
  let place: Place = { command: root, option: undefined, places: 0 };
  for (const word of words) place = after(place, word);
  return place;
}

function after({ command, option, places }: Place, word: string): Place {
  if (option !== undefined) return { command, option: undefined, places };
  if (word.startsWith("-") && word !== "-") return { command, option: takingValue(command, word), places };
  const inner = command.commands.find((one) => one.name() === word);
  return inner === undefined ? { command, option, places: places + 1 } : { command: inner, option, places: 0 };
}

/** The option that is written, where its value comes next. */
const takingValue = ({ options }: Command, written: string): Option | undefined =>
  options.find((one) => (one.required || one.optional) && (one.long === written || one.short === written));

function nextIn(command: Command, option: Option | undefined, places: number, last: string): Completions {
  if (option !== undefined) return valuesOf(option);
  const [name = "", begun] = last.split("=");
  const assigned = begun === undefined ? undefined : takingValue(command, name);
  if (assigned !== undefined) {
    const { all, isFile } = valuesOf(assigned);
    return { all: all.map(({ word, meaning }) => ({ word: `${name}=${word}`, meaning })), isFile };
  }
  const help = command.createHelp();
  if (last.startsWith("-")) {
    return only(help.visibleOptions(command).map(({ long, flags, description }) => wordOf(long ?? flags, description)));
  }
  if (command.commands.length > 0) {
    return only(help.visibleCommands(command).map((one) => wordOf(one.name(), one.summary() || one.description())));
  }
  const argument = command.registeredArguments[places];
  if (argument === undefined) return only([]);
  const choices = argument.argChoices ?? [];
  if (choices.length > 0) return only(choices.map((word) => wordOf(word, argument.description)));
  if (argument.name() === "place") return only(placeWords());
  return { all: [], isFile: true };
}

/** What an option takes. */
function valuesOf({ argChoices, flags, description }: Option): Completions {
  if (argChoices !== undefined) return only(argChoices.map((word) => wordOf(word, description)));
  const [, kind = ""] = /<([^>]+)>/.exec(flags) ?? [];
  if (flags.includes("--pathway")) return only(pathwayWords());
  if (flags.includes("association")) return only(associationWords());
  if (kind === "list") return only(collectionNames.map((word) => wordOf(word, "")));
  return { all: [], isFile: kind === "file" || kind === "folder" };
}

const pathwayWords = (): readonly CompletionWord[] => {
  const { order, pathways } = rulebook();
  const names = new Map(Object.values(pathways).flatMap((file) => file.pathways.map(({ id, name }) => [id, name])));
  return order.map((id) => wordOf(id, names.get(id) ?? ""));
};

const associationWords = (): readonly CompletionWord[] =>
  Object.values(rulebook().associations).map(({ id, name }) => wordOf(id, name));

/** The places that associations serve. */
const placeWords = (): readonly CompletionWord[] =>
  Object.values(rulebook().associations).flatMap(({ jurisdiction, name }) =>
    jurisdiction === undefined ? [] : [wordOf(jurisdiction, name)],
  );

const wordOf = (word: string, meaning: string): CompletionWord => ({ word, meaning });
