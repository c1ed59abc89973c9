/**
 * `completion`: lets a shell complete commands, options and the ids that they take.
 */
import { script } from "@bomb.sh/tab";
import { Argument, Command } from "commander";
import { completionsOf } from "./completion-words";
import type { Io } from "./io";
import { shown } from "./terminal";

/** The shells for which there is a script. */
const shells = ["bash", "zsh", "fish", "powershell"] as const;

/** Makes the command, and the hidden one that the scripts of the shells ask for words. */
export function completionCommands(root: Command, io: Io): readonly [completion: Command, complete: Command] {
  const completion = new Command("completion")
    .summary("let your shell complete commands, options and ids")
    .description(
      "Prints a script by which a shell completes commands, options, and the ids of pathways and associations. The program must be found by its name, as it is after npm install --global.",
    )
    .addArgument(new Argument("<shell>", "the shell").choices(shells))
    .addHelpText("after", HELP)
    .action((shell: string) => script(shell, root.name(), root.name()));
  const complete = new Command("complete")
    .argument("[words...]")
    .allowUnknownOption()
    .helpOption(false)
    .action((words: readonly string[]) => {
      const { all, isFile } = completionsOf(root, words);
      const lines = all.map(({ word, meaning }) => `${shown(word)}\t${shown(meaning)}`);
      io.stdout.write(`${[...lines, `:${isFile ? FILES : NO_FILES}`].join("\n")}\n`);
    });
  return [completion, complete];
}

/** What the scripts understand: that a file may stand here, or none. */
const FILES = 0;
const NO_FILES = 4;

const HELP = `
Examples:
  bash:  endorsement-pathways completion bash >> ~/.bashrc
  zsh:   endorsement-pathways completion zsh >> ~/.zshrc
  fish:  endorsement-pathways completion fish > ~/.config/fish/completions/endorsement-pathways.fish

Exit codes: 0; 2 where the shell is none of these.`;
