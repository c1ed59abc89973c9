/**
 * `import`: brings a table into the file of an applicant.
 */
import { Command, Option } from "commander";
import { dateOrders } from "../base/written/day";
import { warnings } from "../check/warnings/warnings";
import { collectionNames } from "../evidence/fields";
import { formFields } from "../explain/form";
import { type ReadTableOptions, readTable, type TableRead } from "../import/read-table";
import { targetOf } from "../import/target";
import type { CollectionName } from "../model/applicant";
import { bringMany } from "./import-many";
import { askAbout } from "./import-questions";
import { readReport } from "./import-report";
import { readSource } from "./import-source";
import { existing, keepValid, losesRows, withoutExamples, withUnfinished } from "./import-target";
import type { Io } from "./io";
import { InputError, known } from "./problem";
import { shownName } from "./read-json";
import { pageFor, print, wrapped } from "./terminal";
import { warningsText } from "./warnings";
import { writeJson } from "./write-file";

interface Options {
  readonly as: string;
  readonly into: string;
  readonly dates?: (typeof dateOrders)[number];
  readonly year?: string;
  readonly sheet?: string;
  readonly column?: readonly string[];
  readonly by?: string;
  readonly unfinished?: boolean;
  readonly dryRun?: boolean;
}

/** Makes the command. */
export function importCommand(io: Io): Command {
  return new Command("import")
    .summary("bring a log or list that is kept as a table into a file")
    .description(
      "Brings a log or list that is kept as a table (CSV or .xlsx) into the file of an applicant. It shows what it read, what it guessed and what it could not read; on a terminal it asks where it is not sure. It is safe to do twice: what is there already is not added again.",
    )
    .argument("<table>", "the table, a CSV or .xlsx file; - for CSV from standard input")
    .requiredOption("--as <list>", "the list to which its rows belong, such as training or supervisionReceived")
    .requiredOption("--into <file>", "the file of the applicant; it is begun where there is none")
    .addOption(new Option("--dates <order>", "the order of days in numbers: mdy is 3/14/2024").choices(dateOrders))
    .option("--year <year>", "the year of days that are told without one")
    .option("--sheet <name>", "the sheet of a spreadsheet (default: the first with headings that are known)")
    .option(
      "--column <heading=field>",
      "what a column is, such as Length=hours; Notes= leaves it out; may be repeated",
      collect,
    )
    .option(
      "--by <heading>",
      "the column that tells whose each row is: --into is a file of many applicants then, one a line, for batch",
    )
    .option("--unfinished", "there is more to tell in this list, so that what it lacks is unknown")
    .option("--dry-run", "show what was read, and write nothing")
    .addHelpText(
      "after",
      "\nExamples:\n  endorsement-pathways import log.csv --as training --into me.json --dates mdy\n  endorsement-pathways import log.csv --as training --by Name --into all.jsonl\n\nExit codes: 0 what could be read was brought in, and the rest told; 2 nothing was, for the input cannot be used; 130 stopped while it asked.",
    )
    .action((table: string, options: Options) => bring(table, options, io));
}

const NO_HEADINGS =
  "Name the columns in the first row, such as Date and Hours, or tell what each is, such as --column Length=hours.";

const collect = (value: string, all: readonly string[] = []) => [...all, value];

async function bring(table: string, options: Options, io: Io): Promise<void> {
  const collection = known("--as", options.as, collectionNames, "list");
  if (options.by !== undefined) return bringFor(table, options.by, checked(collection, options), options, io);
  const before = await existing(options.into, io);
  const how: ReadTableOptions = { ...checked(collection, options), people: before.people ?? [] };
  const source = await readSource(table, how, options.sheet, io);
  const { read, complete } = await askedFor(source, how, options, io);
  const nothing = read.issues.find(({ code }) => code === "no-headings");
  if (nothing !== undefined) throw new InputError(`${shownName(table)}: ${nothing.message}. ${NO_HEADINGS}`);
  const { read: own, examples } = withoutExamples(read);
  const { applicant, added, known: there, refused } = keepValid(before, own);
  const page = pageFor(io.stdout, io);
  print(io.stdout, readReport(shownName(table), own, { examples, refused }, page));
  const lost = refused.length > 0 || losesRows(own);
  const whole = withUnfinished(applicant, collection, lost || options.unfinished === true, complete);
  if (options.dryRun) return print(io.stdout, "Nothing was written: --dry-run.\n");
  const label = formFields().find((field) => field.collection?.name === collection)?.collection?.label ?? collection;
  if (io.ask !== undefined && added > 0 && !(await io.ask.confirm(`Add ${added} to ${options.into}?`))) {
    return print(io.stdout, "Nothing was written.\n");
  }
  if (JSON.stringify(whole) !== JSON.stringify(before)) await writeJson(options.into, whole);
  const again = there === 0 ? "" : ` ${there} of the table ${there === 1 ? "was" : "were"} there already.`;
  print(io.stdout, `${wrapped(`${label}: added ${added} to ${options.into}.${again}`, page)}\n`);
  if (whole.unfinished?.includes(collection)) {
    const text = `Not all of it is told, so that "${collection}" stands under "unfinished" in ${options.into}: what it lacks is unknown, not missing. Take it out when everything is told.`;
    print(io.stdout, `${wrapped(text, page)}\n`);
  }
  print(io.stdout, warningsText(warnings(whole), page));
  print(io.stdout, `\nNext: endorsement-pathways evaluate ${options.into}\n`);
}

/** Brings a table of many applicants in. */
async function bringFor(
  table: string,
  by: string,
  how: ReadTableOptions,
  { into, sheet, unfinished = false, dryRun = false }: Options,
  io: Io,
): Promise<void> {
  const source = await readSource(table, how, sheet, io);
  await bringMany(source, how, { table, by, into, isUnfinished: unfinished, isDry: dryRun }, io);
}

/** Checks the options before anything is read. */
function checked(collection: CollectionName, { dates, year, column = [] }: Options): ReadTableOptions {
  if (year !== undefined && !/^(?:19|20)\d{2}$/.test(year)) {
    throw new InputError(`--year ${year}: write a year of four digits, such as 2024`);
  }
  const columns = Object.fromEntries(
    column.map((text) => {
      const [, heading, field] = /^(.+)=([^=]*)$/.exec(text) ?? [];
      if (heading === undefined || field === undefined) {
        throw new InputError(`--column ${text}: write the heading, an equals sign and the field, such as Length=hours`);
      }
      if (field !== "" && targetOf(collection, field) === undefined) {
        const names = formFields().flatMap((one) => (one.collection?.name === collection ? [one.name] : []));
        known("--column", field, names, `field of ${collection}`);
      }
      return [heading.trim(), field === "" ? null : field];
    }),
  );
  return { collection, columns, ...(dates && { dates }), ...(year !== undefined && { year: Number(year) }) };
}

/** Reads the table, and asks about what is not sure where somebody can be asked. */
async function askedFor(
  source: Parameters<typeof readTable>[0],
  how: ReadTableOptions,
  { dates }: Options,
  io: Io,
): Promise<{ readonly read: TableRead; readonly complete: boolean }> {
  const read = readTable(source, how);
  if (io.ask === undefined) return { read, complete: false };
  const more = await askAbout(io.ask, read, dates !== undefined);
  const again = readTable(source, { ...how, ...more.options, columns: { ...how.columns, ...more.columns } });
  return { read: again, complete: more.complete };
}
