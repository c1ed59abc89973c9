#!/usr/bin/env node
/**
 * The program `endorsement-pathways`.
 */
import process from "node:process";
import { run } from "./run";

// whoever reads the output may have seen enough: `… | head`
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit(0);
});

const { stdin, stdout, stderr, env } = process;
process.exitCode = await run(process.argv.slice(2), { stdin, stdout, stderr, env, now: () => new Date() });
