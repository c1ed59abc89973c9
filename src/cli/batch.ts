/**
 * `batch`: judges many applicants, one a line, and writes verdicts, a table, or a report of all.
 */
import { availableParallelism } from "node:os";
import { extname } from "node:path";
import { Command, InvalidArgumentError, Option } from "commander";
import { type Format, formats } from "../batch/record";
import { type ApplicantLimits, MAX_DEPTH, MAX_ENTRIES } from "../check/limits";
import { type Detail, details } from "../model/verdict";
import { type Checkpoint, jobOf, leftOf, removeCheckpoint, sameJob } from "./batch/checkpoint";
import { besides, checkFiles, inputSize } from "./batch/files";
import { count, duration } from "./batch/progress";
import { writeReport } from "./batch/report-file";
import { type Ran, runBatch } from "./batch/run";
import type { Io } from "./io";
import { InputError, LinesRefused } from "./problem";
import { addRuleOptions, chosenRules, type RuleOptions } from "./rule-options";
import { pageFor, print, wrapped } from "./terminal";

interface Options extends RuleOptions {
  readonly format: Format;
  readonly detail: Detail;
  readonly output?: string;
  readonly rejects?: string;
  readonly report?: readonly string[];
  readonly workers?: number;
  readonly maxEntries?: number;
  readonly maxDepth?: number;
  readonly resume?: boolean;
}

/** Makes the command. */
export function batchCommand(io: Io): Command {
  const command = new Command("batch")
    .summary("judge many applicants: verdicts, a table, or a report of all")
    .description(
      "Judges many applicants, one a line: writes their verdicts in their order, or a table of them, and a report of all. Lines that cannot be judged are put aside, and the rest goes on.",
    )
    .argument(
      "<file>",
      "applicants as JSON Lines, one a line; - for standard input (import --by makes such a file of tables)",
    );
  return addRuleOptions(command, "a pathway to judge, may be repeated (default: all categories and add-ons)")
    .addOption(
      new Option("--format <format>", "how to write: verdicts as JSON Lines, a row for each pathway, or nothing")
        .choices(formats)
        .default("jsonl"),
    )
    .addOption(
      new Option("--detail <detail>", "what a verdict tells: states alone, what stands in the way, or everything")
        .choices(details)
        .default("outcome"),
    )
    .option("--output <file>", "where to write (default: standard output)")
    .option(
      "--rejects <file>",
      "where to put lines that cannot be judged, with all that is wrong (default: beside the output, else standard error)",
    )
    .option("--report <file>", "a report of all, .md or .html; may be repeated", collectReport)
    .option("--workers <number>", "how many threads judge (default: as many as there are cores)", wholeNumber)
    .option("--max-entries <number>", "refuse applicants with more entries", bound(MAX_ENTRIES))
    .option("--max-depth <number>", "refuse what is nested over more levels", bound(MAX_DEPTH))
    .option("--resume", "go on with an output that was not finished")
    .addHelpText("after", EXIT_CODES)
    .action((file: string, options: Options) => run(file, options, io));
}

const EXIT_CODES = `
Exit codes: 0 every line was judged; 1 some lines were refused, and the others judged; 2 the input cannot be used.`;

function collectReport(value: string, all: readonly string[] = []): readonly string[] {
  if (extname(value) === ".md" || extname(value) === ".html") return [...all, value];
  throw new InvalidArgumentError("Name a file that ends in .md or .html.");
}

function wholeNumber(value: string): number {
  const number = Number(value);
  if (/^\d{1,3}$/.test(value)) return number;
  throw new InvalidArgumentError("Write a whole number of threads, such as 4.");
}

/** Reads a bound: nobody can allow more than the package does. */
const bound = (most: number) => (value: string) => {
  const number = Number(value);
  if (/^\d+$/.test(value) && number >= 1 && number <= most) return number;
  throw new InvalidArgumentError(`Write a whole number from 1 to ${most}: more is never read.`);
};

/** How often a run notes how far it came, in milliseconds. */
const CHECKPOINT_EVERY = 1000;
/** A smaller input, in bytes, is judged before a thread would have begun. */
const SMALL = 512 * 1024;

async function run(input: string, options: Options, io: Io): Promise<void> {
  const { output, format, detail, report: reports = [], resume = false } = options;
  if (resume && output === undefined) throw new InputError("--resume goes on with a file; name it with --output");
  if (reports.length > 0 && detail === "status") {
    throw new InputError(
      "--report tells what is missing, and --detail status does not look at it; leave one of them out",
    );
  }
  refuseTable(input);
  const rejects = options.rejects ?? (output === undefined ? undefined : besides(output));
  await checkFiles({ input, output, rejects, reports });
  const left = output === undefined ? undefined : await leftOf(output, resume);
  if (left === "finished") {
    print(io.stderr, `${wrapped(`${output} is finished already; nothing is left to do.`, pageFor(io.stderr, io))}\n`);
    return;
  }
  const rules = { ...(await chosenRules(io, sameDay(options, left))), detail };
  const limits = limitsOf(options);
  const job = jobOf(rules, { format, rejects, counts: reports.length > 0, ...(limits && { limits }) });
  if (left !== undefined) sameJob(left.job, job, output ?? "");
  const size = await inputSize(input);
  const workers = options.workers ?? (size !== undefined && size < SMALL ? 0 : availableParallelism());
  const begun = io.now().getTime();
  const ran = await runBatch(
    { input, output, rejects, left, format, rules, job, workers, checkpointEvery: CHECKPOINT_EVERY },
    io,
  );
  for (const file of reports) await writeReport(file, ran, rules);
  if (output !== undefined) await removeCheckpoint(output);
  const summary = summaryOf(ran, (io.now().getTime() - begun) / 1000, rejects);
  print(io.stderr, `${wrapped(summary, pageFor(io.stderr, io))}\n`);
  if (ran.refused > 0) throw new LinesRefused();
}

/** A table tells of entries, and not of applicants: whose each row is must be said. */
function refuseTable(input: string): void {
  if (!TABLES.includes(extname(input).toLowerCase())) return;
  throw new InputError(
    `${input} is a table; bring it into a file of applicants first: endorsement-pathways import ${input} --as training --by HEADING --into all.jsonl`,
  );
}
const TABLES: readonly string[] = [".csv", ".tsv", ".xlsx"];

/** The bounds that were given; nothing where none was. */
function limitsOf({ maxEntries, maxDepth }: Options): ApplicantLimits | undefined {
  if (maxEntries === undefined && maxDepth === undefined) return undefined;
  return {
    ...(maxEntries !== undefined && { entries: maxEntries }),
    ...(maxDepth !== undefined && { depth: maxDepth }),
  };
}

/** Whoever goes on tomorrow goes on as of the day on which the batch began. */
function sameDay(options: RuleOptions, left: Checkpoint | undefined): RuleOptions {
  const asOf = options.asOf ?? left?.job.asOf;
  return { ...options, ...(asOf !== undefined && { asOf }) };
}

function summaryOf({ judged, refused, before }: Ran, seconds: number, rejects: string | undefined): string {
  const rate = (judged + refused - before) / Math.max(0.001, seconds);
  const done = `Judged ${count(judged)} ${judged === 1 ? "applicant" : "applicants"} in ${duration(seconds)}, ${count(rate)} a second.`;
  if (refused === 0) return done;
  const where = rejects === undefined ? "" : `; each with all that is wrong in ${rejects}`;
  const told = `${done} ${count(refused)} ${refused === 1 ? "line was" : "lines were"} refused${where}.`;
  return judged === 0 ? `${told} ${NO_LINES}` : told;
}

/** What another file is for. */
const NO_LINES =
  "Here one line is one applicant: a file that tells of one on several lines is for evaluate, and a table for import --by.";
