/**
 * Asks who sits at the terminal.
 */
import process from "node:process";
import { confirm, isCancel, multiselect, select, text } from "@clack/prompts";
import { type Ask, Canceled, type Selectable } from "./io";
import { printScreen } from "./terminal";

/** Fails where the person stopped. */
function answered<T>(answer: T): Exclude<T, symbol> {
  if (isCancel(answer)) throw new Canceled();
  return answer as Exclude<T, symbol>;
}

const options = (choices: readonly Selectable[]) =>
  choices.map(({ value, label, hint }) => ({ value, label, ...(hint !== undefined && { hint }) }));

/** Asks at the terminal of the process. */
export function terminalAsk(): Ask {
  // a screen of one's own says which keys there are, in its language
  let showInstructions = true;
  return {
    screen: (content) => {
      showInstructions = false;
      printScreen(process.stdout, content);
    },
    choose: async (message, choices) =>
      answered(await select({ message, options: options(choices), maxItems: 12, showInstructions })),
    chooseSome: async (message, choices) =>
      answered(
        await multiselect({ message, options: options(choices), required: false, maxItems: 16, showInstructions }),
      ),
    confirm: async (message) => answered(await confirm({ message })),
    text: async (message, placeholder, problem) =>
      answered(
        await text({
          message,
          placeholder,
          defaultValue: "",
          validate: (value) => (value ? problem(value) : undefined),
        }),
      ).trim(),
  };
}
