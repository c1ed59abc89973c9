/**
 * The command line: finds the command, and turns what goes wrong into an exit code.
 */
import { Command, CommanderError } from "commander";
import { version } from "../../package.json";
import { batchCommand } from "./batch";
import { buildUdfCommand } from "./build-udf";
import { compareCommand } from "./compare";
import { completionCommands } from "./completion";
import { evaluateCommand } from "./evaluate";
import { explainCommand } from "./explain";
import { feesCommand } from "./fees";
import { importCommand } from "./import";
import { initCommand } from "./init";
import { interviewCommand } from "./interview";
import { Canceled, type Io } from "./io";
import { planCommand } from "./plan";
import { InputError, type InputIssue, inFileOrder, LinesRefused } from "./problem";
import { askCommand } from "./questions";
import { rankCommand } from "./rank";
import { rulesCommand } from "./rules";
import { templatesCommand } from "./templates";
import { type Page, pageFor, print, shown, wrapped } from "./terminal";
import { whereCommand } from "./where";

/** Every command; a new one is added here. */
const commands: readonly ((io: Io) => Command)[] = [
  initCommand,
  interviewCommand,
  templatesCommand,
  importCommand,
  evaluateCommand,
  whereCommand,
  feesCommand,
  explainCommand,
  rankCommand,
  planCommand,
  askCommand,
  compareCommand,
  batchCommand,
  buildUdfCommand,
  rulesCommand,
];

const OK = 0;
const LINES_REFUSED = 1;
const BAD_INPUT = 2;
const CANCELED = 130;

const HELP = `
Example:
  endorsement-pathways evaluate applicant.json --pathway IFS

Exit codes: ${OK} it was done, whatever the answer is; ${LINES_REFUSED} some lines of many were refused; ${BAD_INPUT} the input cannot be used; ${CANCELED} the person asked stopped. Each command's help says what that means for it.`;

/**
 * Runs the command line.
 *
 * @param args - The arguments, without the names of node and of the script.
 * @returns The exit code: 0; 1 where some lines of many were refused; 2 where the input cannot be used; 130 where the
 * person who was asked stopped.
 */
export async function run(args: readonly string[], io: Io): Promise<number> {
  try {
    await program(io).parseAsync(args, { from: "user" });
    return OK;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? OK : BAD_INPUT;
    if (error instanceof LinesRefused) return LINES_REFUSED;
    if (error instanceof Canceled) {
      print(io.stderr, `${wrapped(shown(error.message), pageFor(io.stderr, io))}\n`);
      return CANCELED;
    }
    if (!(error instanceof InputError)) throw error;
    print(io.stderr, problemText(error, io));
    return BAD_INPUT;
  }
}

function program(io: Io): Command {
  const root = new Command("endorsement-pathways")
    .description(
      "Judges applicants against the eligibility rules of IMH-E® and ECMH-E®. Unofficial: only the association decides.",
    )
    .version(version, "-V, --version", "print the version")
    .addHelpText("after", HELP);
  for (const command of commands) root.addCommand(command(io));
  const [completion, complete] = completionCommands(root, io);
  root.addCommand(completion).addCommand(complete, { hidden: true });
  // Commander suggests no command of a command
  root
    .command("check", { hidden: true })
    .argument("[anything...]")
    .action(() => root.error("error: unknown command 'check'\n(Did you mean rules check?)"));
  for (const one of [root, ...root.commands.flatMap((command) => [command, ...command.commands])]) {
    one
      .helpOption("-h, --help", "explain this command")
      .showHelpAfterError(`(${nameOf(one)} --help explains)`)
      .exitOverride()
      .configureOutput({
        writeOut: (text) => print(io.stdout, sentencesWrapped(text, pageFor(io.stdout, io))),
        writeErr: (text) => print(io.stderr, sentencesWrapped(text, pageFor(io.stderr, io))),
        getOutHelpWidth: () => pageFor(io.stdout, io).width,
        getErrHelpWidth: () => pageFor(io.stderr, io).width,
      });
    if (one.commands.length > 0) one.helpCommand("help [command]", "explain a command");
  }
  return root;
}

/** A command as it is called: endorsement-pathways rules check. */
const nameOf = (command: Command): string =>
  command.parent === null ? command.name() : `${nameOf(command.parent)} ${command.name()}`;

/** Wraps what commander does not; what is indented is an example, which is copied, or wrapped already. */
const sentencesWrapped = (text: string, page: Page): string =>
  text
    .split("\n")
    .map((line) => (line.startsWith(" ") ? line : wrapped(line, page)))
    .join("\n");

/** Issues of one file that are worth reading at once. */
const MOST_SHOWN = 50;

function problemText({ message, issues, telling: { most = MOST_SHOWN, after = "" } }: InputError, io: Io): string {
  const page = pageFor(io.stderr, io);
  const many = issues.length === 1 ? "1 issue" : `${issues.length} issues`;
  const first = issues.length > most ? `, of which these are the first ${most}` : "";
  const heading = issues.length === 0 ? ended(message) : `${message}: ${many}${first}.`;
  const inOrder = inFileOrder(issues).slice(0, most);
  return [
    page.colors.red(wrapped(shown(heading), page)),
    ...inOrder.flatMap((issue) => ["", ...issueText(issue, page)]),
    ...(after === "" ? [] : ["", after.trimEnd()]),
    "",
  ].join("\n");
}

function issueText({ at, line, message }: InputIssue, page: Page): string[] {
  const place = line === undefined ? at : `line ${line}: ${at}`;
  return [wrapped(page.colors.bold(shown(place)), page, "  "), wrapped(shown(ended(message)), page, "    ")];
}

/** Ends a sentence, unless it has an end. */
const ended = (sentence: string) => (/[.?!]$/.test(sentence) ? sentence : `${sentence}.`);
