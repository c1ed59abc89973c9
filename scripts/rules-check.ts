/** Checks the rules, for those who write them. */
import { preyOf, survivors } from "./hunt";
import { checks } from "./rule-checks";
import { fileOf, readCases, readRules } from "./rules-folder";

const rulebook = readRules();
const found = Object.entries(checks).flatMap(([name, check]) =>
  check(rulebook).map((finding) => ({ name, ...finding })),
);

// a route that can be removed without a golden case noticing is needed by none
const cases = readCases();
const routes = preyOf(rulebook).map((prey) => ({
  ...prey,
  mutants: prey.mutants.filter(({ change }) => change.startsWith("route ")),
}));
for (const prey of routes) {
  for (const { pointer, change } of survivors(rulebook, prey, cases)) {
    found.push({
      name: "neededRoutes",
      pointer,
      message: `no golden case needs it (${change}); add a case or remove it`,
    });
  }
}

for (const { name, pointer, message } of found) {
  const { file, pointer: inside } = fileOf(pointer);
  console.log(`${file} ${inside || "/"}: ${message} (${name})`);
}
const count = Object.keys(checks).length + 1;
console.log(found.length === 0 ? `${count} checks, nothing found` : `${found.length} findings`);
process.exitCode = found.length === 0 ? 0 : 1;
