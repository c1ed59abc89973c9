/**
 * Reporting defects of rules.
 */
import { quoted, type RulebookIssue, type RulebookIssueCode, received } from "../base/errors";
import { didYouMean } from "../base/nearest";

/** Reports a defect. */
export type Report = (code: RulebookIssueCode, pointer: string, message: string) => void;

/** Collects issues, each place and message once. */
export function collector(): { readonly issues: RulebookIssue[]; readonly report: Report } {
  const issues: RulebookIssue[] = [];
  const seen = new Set<string>();
  const report: Report = (code, pointer, message) => {
    if (seen.has(`${pointer}${message}`)) return;
    seen.add(`${pointer}${message}`);
    issues.push({ code, pointer, message });
  };
  return { issues, report };
}

/** Quotes a value. */
export const quote = (value: unknown): string => (typeof value === "string" ? quoted(value) : received(value));

/** Suggests the nearest of some words, or says something else. */
export const suggest = (
  word: unknown,
  known: readonly string[],
  otherwise = `it is one of: ${known.join(", ")}`,
): string => didYouMean(word, known) ?? otherwise;
