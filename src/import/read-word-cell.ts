/**
 * Reads a cell as a word of a vocabulary, or as several.
 */
import type { Field } from "../evidence/field";
import { type CellContext, cellFails, cellTells, quotedCell } from "./cell-read";
import type { CellGuess, CellRead } from "./finding";
import { type WordReader, wordReader } from "./words";

/** The reader of a vocabulary, made once. */
export function vocabularyReader(words: readonly string[], { readers, headings }: CellContext): WordReader {
  const known = readers.get(words);
  if (known !== undefined) return known;
  const made = wordReader(words, headings);
  readers.set(words, made);
  return made;
}

const near = (text: string, word: string): CellGuess => ({
  code: "near-word",
  message: `${quotedCell(text)} is taken for ${word}`,
});

/** Reads a word; what is none of a vocabulary with "other" is other. */
export function readWordCell(name: string, { words = [] }: Field, text: string, context: CellContext): CellRead {
  const found = vocabularyReader(words, context).one(text);
  if (found !== undefined) return cellTells(name, found.word, ...(found.near ? [near(text, found.word)] : []));
  if (words.includes("other")) return cellTells(name, "other", other(text));
  return unknownWord(text, words);
}

const other = (text: string): CellGuess => ({
  code: "other-topic",
  message: `${quotedCell(text)} is taken for "other"`,
});

const unknownWord = (text: string, words: readonly string[]): CellRead =>
  cellFails("unknown-word", `${quotedCell(text)} is none of the words`, `Write one of: ${words.join(", ")}.`);

/** Reads a list of words. */
export function readWordsCell(name: string, { words = [] }: Field, text: string, context: CellContext): CellRead {
  const { words: found, unknown } = vocabularyReader(words, context).list(text);
  const [first] = unknown;
  // a list is told completely or not at all
  if (first !== undefined && !words.includes("other")) return unknownWord(first, words);
  const told = [...new Set([...found.map(({ word }) => word), ...(first === undefined ? [] : ["other"])])];
  const guesses = found.filter(({ near: isNear }) => isNear).map(({ word }) => near(text, word));
  return told.length === 0 ? unknownWord(text, words) : cellTells(name, told, ...guesses, ...unknown.map(other));
}
