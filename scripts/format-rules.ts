/**
 * Writes the data of `rules/` and `cases/` in the usual layout: what fits on one line stands on one. With `--check` it
 * writes nothing and fails if a file has another layout.
 */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import stringify from "json-stringify-pretty-compact";

const WIDTH = 120;

/** Lays data out. */
export const layout = (data: unknown): string => `${stringify(data, { maxLength: WIDTH, indent: 2 })}\n`;

/** Lists the files of data; the schemas are generated, and have a layout of their own. */
export const dataFiles = (): readonly string[] =>
  ["rules", "cases"].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".json") && !name.startsWith("schema"))
      .map((name) => join(folder, name))
      .sort(),
  );

function main(check: boolean): void {
  const changed = dataFiles().filter((file) => {
    const text = readFileSync(file, "utf8");
    const laidOut = layout(JSON.parse(text));
    if (text === laidOut) return false;
    if (!check) writeFileSync(file, laidOut);
    return true;
  });
  for (const file of changed) console.log(`${file}: ${check ? "another layout; run npm run format" : "laid out"}`);
  if (check && changed.length > 0) process.exitCode = 1;
}

if (process.argv[1]?.endsWith("format-rules.ts")) main(process.argv.includes("--check"));
