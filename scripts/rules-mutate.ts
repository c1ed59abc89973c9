/** Changes every number, word, day, comparison and route of the rules, and prints what no golden case notices. */
import { Command } from "commander";
import { failing, preyOf, survivors, unexplained } from "./hunt";
import { fileOf, readCases, readRules } from "./rules-folder";

const program = new Command("rules:mutate")
  .description("Changes the rules in small ways; every change must break a golden case.")
  .option("--only <file>", "only files whose path contains this, such as mentor-clinical or us-wa", "")
  .option("--json", "print survivors as JSON")
  .parse();
const { only, json } = program.opts<{ only: string; json?: true }>();

const rulebook = readRules();
const cases = readCases();
const broken = failing(readRules(), cases);
if (broken.length > 0)
  throw new Error(`these cases fail before anything is changed; mend them first: ${broken.join(", ")}`);

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

const found = unexplained(survived, chosen).map(({ what, pointer, change }) => ({ what, ...fileOf(pointer), change }));

if (json) {
  console.log(JSON.stringify(found));
} else {
  for (const { what, file, pointer, change } of found) console.log(`${what}: ${file} ${pointer} ${change}`);
  const seconds = ((Date.now() - begin) / 1000).toFixed(0);
  const explained = survived.length - found.filter(({ what }) => what === "survived").length;
  console.log(
    `${all} mutants, ${survived.length} survived, ${explained} with a reason; ${cases.length} cases, ${seconds} s`,
  );
}
process.exitCode = found.length === 0 ? 0 : 1;
