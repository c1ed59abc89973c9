/**
 * `rules`: for associations that keep a file of their own rules.
 */
import { Argument, Command } from "commander";
import { type ExampleName, exampleNames } from "../explain/overlay-examples";
import type { Io } from "./io";
import { type CheckOptions, checkFile } from "./rules/check";
import { exampleText, namesText } from "./rules/example";
import { pageFor, print } from "./terminal";

/** Makes the command. */
export function rulesCommand(io: Io): Command {
  const check = new Command("check")
    .summary("check an association's own file, and tell what it changes")
    .description(
      "Checks an association's own file, and tells what it changes against the rules that are shipped for that association, else those of the Alliance: which requirement, from what to what, since when, and which golden cases change their verdict because of it.",
    )
    .argument("<file>", "the overlay, a JSON file; - for standard input")
    .option(
      "--as-of <day>",
      "the day on which to look, YYYY-MM-DD; golden cases are then judged on it (default: today, each case on its own day)",
    )
    .option("--all", "tell everything: every change and every golden case, not only what fits a screen")
    .addHelpText("after", "\nExit codes: 0 the file can be used; 2 it cannot.")
    .action((file: string, options: CheckOptions) => checkFile(file, options, io));
  const example = new Command("example")
    .summary("show how a part of the file is written")
    .description(
      "Shows by example how a part of an association's own file is written, and how what such a file cannot hold.",
    )
    .addArgument(new Argument("[part]", "what to show; without it, what there is").choices(exampleNames))
    .addHelpText("after", "\nExit codes: 0; 2 where there is no such part.")
    .action((part: ExampleName | undefined) => {
      const page = pageFor(io.stdout, io);
      print(io.stdout, part === undefined ? namesText(page) : exampleText(part, page));
    });
  return new Command("rules")
    .summary("for associations: rules check, and rules example, for a file of their own")
    .description(
      "For associations that keep a file of their own rules: checks it, tells what it changes, and shows how each part is written.",
    )
    .addCommand(check)
    .addCommand(example);
}
