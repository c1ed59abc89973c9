/**
 * Reporting defects of rules.
 */
import type { RulebookIssue } from "../base/errors";
import { nearest } from "../base/nearest";

/** Reports a defect. */
export type Report = (code: string, pointer: string, message: string) => void;

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

/** Escapes a key for a JSON pointer. */
export const escapeKey = (key: PropertyKey): string => String(key).replaceAll("~", "~0").replaceAll("/", "~1");

/** Quotes a value. */
export const quote = (value: unknown): string => JSON.stringify(value) ?? "nothing";

/** Suggests the nearest of some words, or says something else. */
export function suggest(
  word: unknown,
  known: readonly string[],
  otherwise = `it is one of: ${known.join(", ")}`,
): string {
  const near = typeof word === "string" ? nearest(word, known) : undefined;
  return near === undefined ? otherwise : `did you mean ${quote(near)}?`;
}
