/** The golden cases as they ship, read from disk, and what is judged of them. */
import { readdirSync, readFileSync } from "node:fs";
import { expectedPathways, type GoldenCase, type GoldenFile } from "../../src/cases/golden";
import { evaluate } from "../../src/index";
import type { Detail, VerdictOf } from "../../src/model/verdict";

/** The files of golden cases, such as `cases/IFS.json`. */
export const goldenPaths: readonly string[] = readdirSync("cases", { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".json"))
  .map((name) => `cases/${name}`)
  .sort();

const files = new Map<string, GoldenFile>();

/** Reads a file of golden cases, once. */
export function goldenFile(path: string): GoldenFile {
  const known = files.get(path) ?? (JSON.parse(readFileSync(path, "utf8")) as GoldenFile);
  files.set(path, known);
  return known;
}

/** All golden cases. */
export const goldenCases = (): readonly GoldenCase[] => goldenPaths.flatMap((path) => goldenFile(path).cases);

const verdicts = new WeakMap<GoldenCase, Partial<VerdictOf>>();

/** The verdict on a case, judged once for all tests that only look at it. */
export function verdictOn<D extends Detail = "account">(golden: GoldenCase, detail = "account" as D): VerdictOf[D] {
  const known: Partial<VerdictOf> = verdicts.get(golden) ?? {};
  const { applicant, options, expected } = golden;
  const verdict =
    known[detail] ?? evaluate(applicant, { ...options, pathways: expectedPathways({ expected }), detail });
  verdicts.set(golden, { ...known, [detail]: verdict });
  return verdict;
}
