/** What a thread runs where the package runs from its source: Node reads no TypeScript, so the worker is bundled first. */
import { rmSync } from "node:fs";
import { pid } from "node:process";
import { fileURLToPath } from "node:url";
import { threadId } from "node:worker_threads";
import { build } from "esbuild";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const outfile = here(`../../node_modules/.cache/worker-${pid}-${threadId}.mjs`);
await build({
  entryPoints: [here("worker.ts")],
  outfile,
  bundle: true,
  packages: "external",
  platform: "node",
  format: "esm",
});

/** @type {typeof import("./worker")} */
const { judgeApplicants, judgeTask } = await import(outfile);
rmSync(outfile);

export { judgeApplicants, judgeTask };
