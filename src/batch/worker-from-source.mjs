/**
 * What a thread runs where the package runs from its source: Node reads no TypeScript, so the worker is bundled first, once
 * for each state of the source.
 */
import { createHash } from "node:crypto";
import { existsSync, readdirSync, renameSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { pid } from "node:process";
import { fileURLToPath } from "node:url";
import { threadId } from "node:worker_threads";
import { build } from "esbuild";

const root = fileURLToPath(new URL("../../", import.meta.url));
const cache = join(root, "node_modules/.cache");

/** Tells states of the source apart by the times of its files. */
const state = ["src", "rules"]
  .flatMap((folder) => readdirSync(join(root, folder), { recursive: true }).map((name) => join(root, folder, name)))
  .reduce((hash, file) => hash.update(`${file} ${statSync(file).mtimeMs}\n`), createHash("sha256"))
  .digest("hex");
const bundle = join(cache, `worker-${state}.mjs`);

if (!existsSync(bundle)) {
  const outfile = join(cache, `building-${pid}-${threadId}.mjs`);
  await build({
    entryPoints: [join(root, "src/batch/worker.ts")],
    outfile,
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
  });
  const old = readdirSync(cache).filter((name) => /^worker-.*\.mjs$/.test(name));
  // another thread may have been quicker: what it wrote is the same
  renameSync(outfile, bundle);
  for (const name of old) if (join(cache, name) !== bundle) rmSync(join(cache, name), { force: true });
}

/** @type {typeof import("./worker")} */
const { judgeApplicants, judgeTask } = await import(bundle);

export { judgeApplicants, judgeTask };
