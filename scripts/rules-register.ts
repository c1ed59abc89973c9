/** Prints the register of flexible rules, and every question with the form it has and why. */
import { wrapAnsi } from "fast-wrap-ansi";
import { CONFIDENCE, citations } from "../src/rules/written";
import { nameOf, questionsOf, register, usesOf } from "./register";
import { readRules } from "./rules-folder";

const rulebook = readRules();
const uses = usesOf(rulebook);
const indented = (text: string) => wrapAnsi(text, 74).replaceAll("\n", "\n      ");

for (const { id, statement, form, because, sources, confidence = CONFIDENCE } of register) {
  const where = [...new Set((uses.get(id) ?? []).map((pointer) => nameOf(rulebook, pointer)))];
  console.log(`${id}  ${form}, ${confidence} confidence`);
  console.log(`      ${indented(statement)}`);
  if (because !== undefined) console.log(`      ${indented(`No rule: ${because}`)}`);
  if (where.length > 0) console.log(`      ${indented(`In: ${where.join(", ")}`)}`);
  console.log(
    `      ${indented(
      `Sources: ${citations(sources)
        .map(({ source }) => source)
        .join(", ")}`,
    )}\n`,
  );
}

for (const { id, text, form, why, uses: places } of questionsOf(rulebook)) {
  console.log(`${id}  ${form}`);
  for (const line of [text, `Why: ${why}`, `In: ${places.join(", ")}`]) console.log(`      ${indented(line)}`);
  console.log();
}
