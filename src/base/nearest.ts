/**
 * Suggestions for words that were mistyped.
 */
import { closest, distance } from "fastest-levenshtein";

/** Finds the nearest of some words, if any is near. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  if (known.length === 0 || word.length > 60) return undefined;
  const lower = known.map((one) => one.toLowerCase());
  const found = closest(word.toLowerCase(), lower);
  if (distance(word.toLowerCase(), found) > Math.max(2, word.length / 2)) return undefined;
  return known[lower.indexOf(found)];
}
