/**
 * Prints the SHA-256 of the verdicts of all golden cases, in every detail: the same before and after a change that should
 * change none. The order of keys does not matter.
 *
 * `--list` prints a line a case, so that two lists can be compared.
 */

import { createHash } from "node:crypto";
import { expectedPathways } from "../src/cases/golden";
import { details, evaluate } from "../src/index";
import { readCases } from "./rules-folder";

const hash = (text: string) => createHash("sha256").update(text).digest("hex");

function sortKeys(_key: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

const lines = readCases().map(({ id, applicant, options, expected }) => {
  const digests = details.map((detail) => {
    // the digest of the rulebook tells its wording, too
    const { rulebook: _, ...verdict } = evaluate(applicant, {
      ...options,
      pathways: expectedPathways({ expected }),
      detail,
    });
    return hash(JSON.stringify(verdict, sortKeys)).slice(0, 16);
  });
  return `${id} ${digests.join(" ")}`;
});
console.log(process.argv.includes("--list") ? lines.join("\n") : `${lines.length} cases ${hash(lines.join("\n"))}`);
