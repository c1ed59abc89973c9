/**
 * `templates`: writes a table to fill in for each collection.
 */
import { join } from "node:path";
import { Command, Option } from "commander";
import { collectionNames } from "../evidence/fields";
import { formFields } from "../explain/form";
import { safeText } from "../import/cell";
import { csvText } from "../import/csv";
import { exampleEntries, examplePeople } from "../import/example-entries";
import { tableCsv } from "../import/write-table";
import type { CollectionName } from "../model/applicant";
import type { Io } from "./io";
import { known } from "./problem";
import { print } from "./terminal";
import { writeWhole } from "./write-file";

const HELP = `
Example:
  endorsement-pathways templates --as training --format xlsx

Exit codes: 0 the tables were written; 2 they cannot be.`;

interface Options {
  readonly as?: readonly string[];
  readonly format: "csv" | "xlsx";
}

/** Makes the command. */
export function templatesCommand(io: Io): Command {
  return new Command("templates")
    .summary("write tables to fill in, one for each list")
    .description(
      "Writes a table to fill in for each list of evidence: headings, two example rows to replace, and the words to choose from. What is filled in is brought in by `import`, which leaves the examples out.",
    )
    .argument("[folder]", "the folder to write to", "templates")
    .option(
      "--as <list>",
      "a list, such as training; may be repeated (default: all)",
      (value: string, all: readonly string[] = []) => [...all, value],
    )
    .addOption(new Option("--format <format>", "how to write").choices(["csv", "xlsx"]).default("csv"))
    .addHelpText("after", HELP)
    .action((folder: string, options: Options) => write(folder, options, io));
}

async function write(
  folder: string,
  { as = collectionNames.filter((name) => name !== "decisions"), format }: Options,
  io: Io,
): Promise<void> {
  for (const name of as) known("--as", name, collectionNames, "list");
  for (const name of as as readonly CollectionName[]) {
    const options = { collection: name, people: name === "people" ? [] : examplePeople };
    const entries = exampleEntries[name];
    const file = join(folder, `${name}.${format}`);
    const { writeWorkbook } = await import("../import/workbook");
    // a mark at the beginning tells spreadsheet programs that it is UTF-8
    await writeWhole(
      file,
      format === "csv" ? `\ufeff${tableCsv(entries, options)}` : await writeWorkbook(entries, options),
    );
    print(io.stdout, `${file}\n`);
  }
  if (format === "xlsx") return;
  const words = join(folder, "words.csv");
  await writeWhole(words, `\ufeff${csvText(wordRows(as as readonly CollectionName[]))}`);
  print(io.stdout, `${words}\n`);
}

/** The words to choose from: list, field, word, and what it means. */
function wordRows(names: readonly CollectionName[]): string[][] {
  const rows = formFields()
    .filter(({ collection }) => collection !== undefined && names.includes(collection.name))
    .flatMap(({ collection, label, words = [] }) =>
      words.map((word) => [collection?.label ?? "", label, word.label, word.help ?? ""].map(safeText)),
    );
  return [["List", "Heading", "Word", "Meaning"], ...rows];
}
