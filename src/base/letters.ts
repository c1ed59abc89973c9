/**
 * Words as people write them: capitals and signs make no difference.
 */

/** Small letters without accents. */
export const withoutAccents = (text: string): string => text.normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase();

/** The letters and digits of a word, in small letters. */
export const lettersOf = (word: string): string => word.toLowerCase().replaceAll(/[^a-z0-9]/g, "");

/** Finds the word that is written with other capitals and signs: labels print `IMHM-R/F` for `IMHM-RF`. */
export const ofSameLetters = <T extends string>(word: string, known: readonly T[]): T | undefined =>
  known.find((one) => lettersOf(one) === lettersOf(word));
