#!/usr/bin/env node
/**
 * The program `endorsement-pathways`.
 */
import process from "node:process";
import { fileURLToPath } from "node:url";
import { run } from "./run";

// whoever reads the output may have seen enough: `… | head`
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit(0);
});

// in the package that holds the program, whether it was built or runs from source
const cases = fileURLToPath(new URL("cases", import.meta.resolve("endorsement-pathways/package.json")));
const { stdin, stdout, stderr, env } = process;
process.exitCode = await run(process.argv.slice(2), { stdin, stdout, stderr, env, now: () => new Date(), cases });
