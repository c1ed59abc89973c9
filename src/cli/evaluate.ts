/**
 * `evaluate`: judges an applicant from a file or from standard input.
 */
import { Command, Option } from "commander";
import { dayNumber } from "../base/calendar";
import { parseApplicant } from "../check/applicant";
import { parseOverlay } from "../check/parse";
import { warnings } from "../check/warnings/warnings";
import { explain } from "../explain/verdict";
import type { Applicant } from "../model/applicant";
import type { Overlay } from "../model/overlay";
import { evaluate, rulebook, rulesInForce } from "../verdict/evaluate";
import type { EvaluateOptions } from "../verdict/judge";
import { type Io, localDay } from "./io";
import { InputError, known, withIssues } from "./problem";
import { readJson, shownName } from "./read-json";
import { pageFor, wrapped, written } from "./terminal";
import { warningsText } from "./warnings";

interface Options {
  readonly asOf?: string;
  readonly pathway?: readonly string[];
  readonly association?: string;
  readonly overlay?: string;
  readonly format: "text" | "json";
}

/** Makes the command. */
export function evaluateCommand(io: Io): Command {
  return new Command("evaluate")
    .summary("judge an applicant: which pathways are open, what is missing, and who says so")
    .description("Judges an applicant: which pathways are open, what is missing, and who says so.")
    .argument("<file>", "the applicant, a JSON file; - for standard input")
    .option("--as-of <day>", "the day of judgment, YYYY-MM-DD (default: today)")
    .option("--pathway <id>", PATHWAY_HELP, collect)
    .addOption(
      new Option("--association <id>", "a member association whose rules apply, such as us-wa").conflicts("overlay"),
    )
    .option("--overlay <file>", "an association's own rules, a JSON file")
    .addOption(new Option("--format <format>", "how to print").choices(["text", "json"]).default("text"))
    .addHelpText("after", EXIT_CODES)
    .action((file: string, options: Options) => run(file, options, io));
}

const PATHWAY_HELP =
  "a pathway to judge and explain, may be repeated (default: all categories and add-ons are judged and the nearest explained; renewal, reinstatement and transfer are judged only by name)";

const EXIT_CODES = `
Exit codes: 0 a verdict was given, whatever it is; 2 the input cannot be used.`;

const collect = (value: string, all: readonly string[] = []) => [...all, value];

async function run(file: string, options: Options, io: Io): Promise<void> {
  const chosen = chosenOptions(io, options);
  const overlay = options.overlay === undefined ? undefined : await readOverlay(options.overlay, io);
  const applicant = await readApplicant(file, io);
  const how = { ...chosen, ...(overlay && { overlay }) };
  const verdict = withIssues(`${shownName(file)} cannot be judged`, () => evaluate(applicant, how));
  if (options.format === "json") {
    io.stdout.write(`${JSON.stringify(verdict, null, 2)}\n`);
    return;
  }
  const { sources, associations } = rulebook();
  const own = overlay ?? (chosen.association === undefined ? undefined : associations[chosen.association]);
  const explanation = explain(verdict, {
    rules: rulesInForce(how),
    sources: [...sources, ...(own?.documents ?? [])],
    ...(own && { association: own.name }),
    ...(chosen.pathways && { pathways: chosen.pathways as readonly string[] }),
  });
  const page = pageFor(io.stdout, io);
  io.stdout.write(written(explanation, page));
  const wrong = warningsText(warnings(applicant), page);
  if (wrong !== "") io.stdout.write(`\n${wrong}`);
  if (chosen.pathways === undefined && holdsEndorsement(applicant)) io.stdout.write(`\n${wrapped(RENEWAL, page)}\n`);
}

const RENEWAL = "You told of an endorsement. For its renewal: --pathway renewal.";

const holdsEndorsement = ({ credentials = [] }: Applicant) => credentials.some(({ kind }) => kind === "endorsement");

/** Checks the options before anything is read. */
function chosenOptions(
  io: Io,
  { asOf = localDay(io.now()), pathway: named = [], association }: Options,
): EvaluateOptions {
  if (Number.isNaN(dayNumber(asOf))) {
    throw new InputError(`--as-of ${asOf}: there is no such day; write a day of the calendar as YYYY-MM-DD`);
  }
  const { order, associations } = rulebook();
  const pathway = named.map((id) => order.find((one) => one.toLowerCase() === id.toLowerCase()) ?? id);
  for (const id of pathway) known("--pathway", id, order, "pathway");
  if (association !== undefined) known("--association", association, Object.keys(associations), "association");
  return {
    asOf,
    ...(pathway.length > 0 && { pathways: [...new Set(pathway)] }),
    ...(association !== undefined && { association }),
  };
}

async function readApplicant(file: string, io: Io): Promise<Applicant> {
  const json = await readJson(file, io);
  return withIssues(`${shownName(file)} is no applicant`, () => parseApplicant(json));
}

async function readOverlay(file: string, io: Io): Promise<Overlay> {
  const json = await readJson(file, io);
  return withIssues(`${shownName(file)} is no overlay`, () => parseOverlay(json));
}
