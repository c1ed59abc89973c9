/**
 * Prints the SHA-256 of the verdicts of all golden cases: the same before and after a change that should change none.
 *
 * `--list` prints a line a case, so that two lists can be compared.
 */
import { createHash } from "node:crypto";
import { evaluate } from "../src/index";
import { readCases } from "./rules-folder";

const hash = (text: string) => createHash("sha256").update(text).digest("hex");

const lines = readCases().map(({ id, applicant, options, expected }) => {
  // the digest of the rulebook tells its wording, too
  const { rulebook: _, ...verdict } = evaluate(applicant, {
    ...options,
    pathways: Object.keys(expected),
    detail: "account",
  });
  return `${id} ${hash(JSON.stringify(verdict))}`;
});
console.log(process.argv.includes("--list") ? lines.join("\n") : `${lines.length} cases ${hash(lines.join("\n"))}`);
