#!/usr/bin/env node
/**
 * The program `endorsement-pathways`.
 */
import process from "node:process";
import { fileURLToPath } from "node:url";
import { terminalAsk } from "./ask";
import { run } from "./run";

// whoever reads the output may have seen enough: `… | head`
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit(0);
});

// in the package that holds the program, whether it was built or runs from source
const inPackage = (name: string) =>
  fileURLToPath(new URL(name, import.meta.resolve("endorsement-pathways/package.json")));
const { stdin, stdout, stderr, env } = process;
const isTerminal = Boolean(stdin.isTTY && stdout.isTTY) && env["CI"] === undefined;
const surroundings = {
  now: () => new Date(),
  cases: inPackage("cases"),
  schemas: inPackage("rules/schema"),
  core: (of: "status" | "verdict") => inPackage(`dist/warehouse-${of}.global.js`),
  ...(isTerminal && { ask: terminalAsk() }),
};
process.exitCode = await run(process.argv.slice(2), { stdin, stdout, stderr, env, ...surroundings });
