/**
 * `build-udf`: writes a function for a warehouse, so that it judges where the data are.
 */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { Command, InvalidArgumentError, Option } from "commander";
import { version } from "../../package.json";
import { details } from "../model/verdict";
import { rulebook } from "../verdict/evaluate";
import {
  BIGQUERY_BYTES,
  bigquerySql,
  type FunctionOptions,
  functionSource,
  SNOWFLAKE_BYTES,
  snowflakeSql,
} from "../warehouse/write-function";
import type { Io } from "./io";
import { InputError, known } from "./problem";
import { fileProblem } from "./read-json";
import { pageFor, print, wrapped } from "./terminal";
import { writeWhole } from "./write-file";

interface Options {
  readonly association?: string;
  readonly pathways: readonly string[];
  readonly detail: FunctionOptions["detail"];
  readonly for: readonly Warehouse[];
  readonly output: string;
}

const warehouses = ["bigquery", "snowflake"] as const;
type Warehouse = (typeof warehouses)[number];

/** Makes the command. */
export function buildUdfCommand(io: Io): Command {
  return new Command("build-udf")
    .summary("write a function for BigQuery or Snowflake that judges applicants where the data are")
    .description(
      "Writes a function that judges applicants where the data are: its source in JavaScript, with the rules of a few pathways in it, and the SQL around it.",
    )
    .requiredOption("--pathways <ids>", "the pathways to judge, with commas between them, such as IFS,IMHS", listOf)
    .option("--association <id>", "a member association whose rules apply, such as us-wa")
    .addOption(
      new Option("--detail <detail>", "what each row is given: the states, what stands in the way, or everything")
        .choices(details)
        .default("status"),
    )
    .addOption(
      new Option("--for <warehouses>", "for which warehouses, with commas between them")
        .argParser(warehousesOf)
        .default(warehouses, "bigquery,snowflake"),
    )
    .option("--output <folder>", "where to write", ".")
    .addHelpText("after", "\nExit codes: 0 the function was written; 2 it cannot be.")
    .action((options: Options) => run(options, io));
}

const listOf = (value: string): readonly string[] => value.split(",").map((one) => one.trim());

function warehousesOf(value: string): readonly Warehouse[] {
  const named = listOf(value);
  const found = warehouses.filter((one) => named.includes(one));
  if (found.length === named.length) return found;
  throw new InvalidArgumentError(`Name one or both of: ${warehouses.join(", ")}.`);
}

const SOURCE = "endorsement-status.js";

async function run({ association, pathways: named, detail, for: chosen, output }: Options, io: Io): Promise<void> {
  const book = rulebook();
  const pathways = named.map((id) => known("--pathways", id, book.order, "pathway"));
  const ids = Object.values(book.associations).map(({ id }) => id);
  const options = {
    pathways: book.order.filter((id) => pathways.includes(id)),
    detail,
    ...(association !== undefined && { association: known("--association", association, ids, "association") }),
  };
  const source = functionSource(
    await readCore(io.core(detail === "status" ? "status" : "verdict")),
    book,
    options,
    version,
  );
  const files = [[SOURCE, source] as const, ...chosen.map((one) => sqlFor(one, source))];
  for (const [name, text] of files) await writeWhole(join(output, name), text);
  const told = `Wrote ${files.map(([name]) => join(output, name)).join(", ")}: ${kilobytes(source)} of source.`;
  const isLong = chosen.includes("snowflake") && Buffer.byteLength(source) > SNOWFLAKE_BYTES;
  const warning = ` Snowflake recommends at most ${SNOWFLAKE_BYTES / 1000} kB: name fewer pathways or less detail, or try whether it is taken.`;
  print(io.stderr, `${wrapped(isLong ? told + warning : told, pageFor(io.stderr, io))}\n`);
}

/** The SQL for a warehouse, as long as its source is not longer than the warehouse takes. */
function sqlFor(warehouse: Warehouse, source: string): readonly [file: string, text: string] {
  if (warehouse === "bigquery" && Buffer.byteLength(source) > BIGQUERY_BYTES) {
    throw new InputError(
      `the source has ${kilobytes(source)}, and BigQuery takes ${BIGQUERY_BYTES / 1000} kB a file; name fewer pathways or less detail`,
    );
  }
  return [`${warehouse}.sql`, warehouse === "bigquery" ? bigquerySql(SOURCE) : snowflakeSql(source)];
}

const kilobytes = (text: string) => `${(Buffer.byteLength(text) / 1000).toFixed(1)} kB`;

async function readCore(file: string): Promise<string> {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    throw new InputError(`${fileProblem(file, error)}; from source, npm run build makes it`);
  }
}
