/** Changes every number, word, day, comparison and route of the rules, and prints what no golden case notices. */
import { Command } from "commander";
import { preyOf, survivors } from "./hunt";
import { fileOf, readCases, readRules } from "./rules-folder";

const program = new Command("rules:mutate")
  .description("Changes the rules in small ways; every change must break a golden case.")
  .option("--only <file>", "only files whose path contains this, such as mentor-clinical or us-wa", "")
  .option("--json", "print survivors as JSON")
  .parse();
const { only, json } = program.opts<{ only: string; json?: true }>();

const rulebook = readRules();
const cases = readCases();
const chosen = preyOf(rulebook).filter(({ part, name = "" }) => `rules/${part}/${name}.json`.includes(only));
const all = chosen.reduce((sum, { mutants }) => sum + mutants.length, 0);
const begin = Date.now();
let done = 0;
const tick = () => {
  done++;
  if (process.stderr.isTTY && done % 20 === 0) process.stderr.write(`\r${done} of ${all} `);
};
const survived = chosen.flatMap((prey) => survivors(rulebook, prey, cases, tick));
if (process.stderr.isTTY) process.stderr.write("\r");

if (json) {
  console.log(JSON.stringify(survived.map(({ pointer, change }) => ({ ...fileOf(pointer), change }))));
} else {
  for (const { pointer, change } of survived) {
    const { file, pointer: inside } = fileOf(pointer);
    console.log(`survived: ${file} ${inside} ${change}`);
  }
  const seconds = ((Date.now() - begin) / 1000).toFixed(0);
  console.log(`${all} mutants, ${survived.length} survived; ${cases.length} cases, ${seconds} s`);
}
process.exitCode = survived.length === 0 ? 0 : 1;
