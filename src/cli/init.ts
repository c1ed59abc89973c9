/**
 * `init`: begins a file for an applicant.
 */
import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Command } from "commander";
import { readWrittenPlace } from "../base/written/place";
import { collectionNames, PLACE } from "../evidence/fields";
import { type FormCollection, formFields } from "../explain/form";
import type { Applicant, CollectionName, Collections } from "../model/applicant";
import type { Ask, Io } from "./io";
import { InputError } from "./problem";
import { exists } from "./read-json";
import { pageFor, print, wrapped } from "./terminal";
import { writeJson, writeWhole } from "./write-file";

const HELP = `
Example:
  endorsement-pathways init me.json

Exit codes: 0 the file was begun; 2 it cannot be, or is there already; 130 stopped while it asked.`;

interface Options {
  readonly force?: boolean;
}

/** Makes the command. */
export function initCommand(io: Io): Command {
  return new Command("init")
    .summary("begin a file about yourself")
    .description(
      "Begins a file for an applicant: with a schema beside it, so that editors offer every field and word, and with a list of what to fill in. On a terminal it asks two questions.",
    )
    .argument("[file]", "the file to begin", "applicant.json")
    .option("--force", "replace a file that is there")
    .addHelpText("after", HELP)
    .action((file: string, { force = false }: Options) => begin(file, force, io));
}

/** The name of the schema beside the file. */
const SCHEMA = "applicant.schema.json";

async function begin(file: string, force: boolean, io: Io): Promise<void> {
  if (!force && (await exists(file))) {
    throw new InputError(`${file} is there already; name another file, or add --force to replace it`);
  }
  const parts = collections();
  const { residence, told } =
    io.ask === undefined ? { residence: "", told: everyone(parts) } : await answers(io.ask, parts);
  await writeWhole(join(dirname(file), SCHEMA), await readFile(join(io.schemas, SCHEMA)));
  await writeJson(file, begun(residence, told));
  print(
    io.stdout,
    guide(
      file,
      parts.filter(({ name }) => told.includes(name)),
      io,
    ),
  );
}

/** The collections that applicants fill in, in the order of a form. */
function collections(): readonly FormCollection[] {
  const all = new Map(
    formFields().flatMap(({ collection }) => (collection ? [[collection.name, collection] as const] : [])),
  );
  return [...all.values()].filter(({ name }) => name !== "decisions");
}

const everyone = (parts: readonly FormCollection[]): readonly CollectionName[] => parts.map(({ name }) => name);

async function answers(ask: Ask, parts: readonly FormCollection[]) {
  const place = await ask.text(
    "Where do you live? (state or country; leave it empty if you would rather not say)",
    "Washington",
    (text) => (writtenPlace(text) === undefined ? "Write a state, or the two letters of a country." : undefined),
  );
  const some = await ask.chooseSome(
    "What is there to tell of? (nothing chosen: all of them)",
    parts.map(({ name, label, help }) => ({ value: name, label, hint: help })),
  );
  const told = everyone(parts).filter((name) => some.includes(name));
  return { residence: writtenPlace(place) ?? "", told: told.length > 0 ? told : everyone(parts) };
}

/** The place that a text means. Of several, the state of the United States: there most applicants live. */
export function writtenPlace(text: string): string | undefined {
  if (PLACE.test(text) && text.includes("-")) return text;
  const found = readWrittenPlace(text);
  return found.find((place) => place.startsWith("US-")) ?? found[0];
}

/** An applicant who has told nothing yet: each list is empty, and unfinished. */
function begun(residence: string, told: readonly CollectionName[]): Applicant {
  const empty: Collections = Object.fromEntries(told.map((name) => [name, []]));
  return {
    $schema: `./${SCHEMA}`,
    ...(residence !== "" && { residence }),
    unfinished: collectionNames.filter((name) => told.includes(name)),
    ...empty,
  };
}

function guide(file: string, parts: readonly FormCollection[], io: Io): string {
  const page = pageFor(io.stdout, io);
  const lines = parts.map(({ name, help }) => wrapped(`${page.colors.bold(name)}: ${help}`, page, "  ", "    "));
  return [
    `${file} is begun. Fill in what you have to tell:`,
    "",
    ...lines,
    "",
    wrapped(
      'A list in "unfinished" is not complete yet: what it lacks is unknown, not missing. Take its name out when everything is told.',
      page,
    ),
    "",
    "A log that you keep as a table can be brought in:",
    `  endorsement-pathways import training.csv --as training --into ${file}`,
    "",
  ].join("\n");
}
