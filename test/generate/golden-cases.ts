/** The golden cases as they ship, read from disk. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { GoldenCase, GoldenFile } from "../../src/cases/golden";

/** Reads the golden cases of a folder and the folders in it. */
export function goldenCases(folder = "cases"): readonly GoldenCase[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return goldenCases(path);
    return (JSON.parse(readFileSync(path, "utf8")) as GoldenFile).cases;
  });
}
