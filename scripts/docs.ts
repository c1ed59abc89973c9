/** Writes the pages that are made from the rules; with `--check` only tells whether they are fresh. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { pages } from "./pages";
import { readRules } from "./rules-folder";

const all = pages(readRules());
const check = process.argv.includes("--check");

function onDisk(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}

const stale = Object.entries(all).filter(([path, text]) => onDisk(join("docs", path)) !== text);
if (check) {
  for (const [path] of stale) console.error(`docs/${path} is stale; run npm run docs and commit it`);
  process.exitCode = stale.length === 0 ? 0 : 1;
} else {
  rmSync("docs/pathways", { recursive: true, force: true });
  rmSync("docs/associations", { recursive: true, force: true });
  for (const [path, text] of Object.entries(all)) {
    mkdirSync(dirname(join("docs", path)), { recursive: true });
    writeFileSync(join("docs", path), text);
  }
  console.log(`${Object.keys(all).length} pages, ${stale.length} changed`);
}
