/**
 * Words as people write them, brought into one form so that they can be looked up.
 */

import { distance } from "fastest-levenshtein";
import { withoutAccents } from "../base/letters";

/** Small letters without accents and punctuation: `# of Hours (clock)` is `number of hours clock`. */
export function plainWords(text: string): string {
  return withoutAccents(text)
    .replace(/\(s\)/g, "s")
    .replace(/&/g, " and ")
    .replace(/#/g, " number ")
    .replace(/%/g, " percent ")
    .replace(/['’®™.]/g, "")
    .replace(/[^\p{L}\p{N}:]+/gu, " ")
    .replace(/:(?!\d)/g, " ")
    .replace(/\s+/g, " ")
    .trim();
}

/** Letters of which one may be mistyped. */
const LETTERS_A_MISTAKE = 6;

/** Finds the one word that a mistyped text is near to. */
export function mistyped(text: string, known: Iterable<string>): string | undefined {
  const allowed = Math.floor(text.length / LETTERS_A_MISTAKE);
  if (allowed === 0 || text.length > 60) return undefined;
  let best: string | undefined;
  let least = Math.min(allowed, 2) + 1;
  for (const word of known) {
    if (Math.abs(word.length - text.length) >= least) continue;
    const far = distance(text, word);
    if (far < least) [best, least] = [word, far];
  }
  return best;
}
