/**
 * Asks who sits at the terminal.
 */
import { confirm, isCancel, multiselect, select, text } from "@clack/prompts";
import { type Ask, Canceled, type Selectable } from "./io";

/** Fails where the person stopped. */
function answered<T>(answer: T): Exclude<T, symbol> {
  if (isCancel(answer)) throw new Canceled();
  return answer as Exclude<T, symbol>;
}

const options = (choices: readonly Selectable[]) =>
  choices.map(({ value, label, hint }) => ({ value, label, ...(hint !== undefined && { hint }) }));

/** Asks at the terminal of the process. */
export const terminalAsk: Ask = {
  choose: async (message, choices) => answered(await select({ message, options: options(choices), maxItems: 12 })),
  chooseSome: async (message, choices) =>
    answered(await multiselect({ message, options: options(choices), required: false, maxItems: 16 })),
  confirm: async (message) => answered(await confirm({ message })),
  text: async (message, placeholder, problem) =>
    answered(
      await text({ message, placeholder, defaultValue: "", validate: (value) => (value ? problem(value) : undefined) }),
    ).trim(),
};
