/**
 * Words of the vocabularies as people write them: by their names in every language, and by the synonyms in the data.
 */
import { vocabularyOf } from "../evidence/vocabularies";
import type { Headings } from "../model/headings";
import { translations } from "../rules/translations";
import { mistyped, plainWords } from "./wording";

/** A word that was read. */
export interface WordFound {
  /** The word. */
  readonly word: string;
  /** It was written in a way that is only near to it. */
  readonly near?: true;
}

/** Reads words of one vocabulary. */
export interface WordReader {
  /** Reads one word. */
  readonly one: (text: string) => WordFound | undefined;
  /** Reads a list; what is no word is told apart. */
  readonly list: (text: string) => { readonly words: readonly WordFound[]; readonly unknown: readonly string[] };
}

const NONE = /^(?:none|ninguno|ninguna|nothing)$/;

/** Whether a text says that a list is empty. */
export const isNone = (text: string): boolean => NONE.test(plainWords(text));

/** Makes the reader of a vocabulary. */
export function wordReader(words: readonly string[], headings: Headings): WordReader {
  const forms = wordForms(words, headings);
  const exact = (text: string) => forms.get(plainWords(text));
  const one = (text: string): WordFound | undefined => {
    const word = exact(text);
    if (word !== undefined) return { word };
    const near = forms.get(mistyped(plainWords(text), forms.keys()) ?? "");
    return near === undefined ? undefined : { word: near, near: true };
  };
  return { one, list: (text) => listIn(text, exact, one) };
}

/** Every way to write a word of a vocabulary; where two words share one, the first has it. */
export function wordForms(words: readonly string[], headings: Headings): ReadonlyMap<string, string> {
  const forms = new Map<string, string>();
  const add = (text: string | undefined, word: string) => {
    const plain = plainWords(text ?? "");
    if (plain !== "" && !forms.has(plain)) forms.set(plain, word);
  };
  const name = vocabularyOf(words) ?? "";
  for (const word of words) add(word, word);
  for (const { words: named = {} } of Object.values(translations)) {
    for (const word of words) {
      const wording = named[name]?.[word];
      add(typeof wording === "string" ? wording : wording?.label, word);
    }
  }
  for (const word of words) for (const synonym of headings.words[name]?.[word] ?? []) add(synonym, word);
  return forms;
}

const BREAKS = /(\s*[;|\n•·]\s*|\s*,\s*|\s+(?:and|y|e)\s+|\s*&\s*|\s*\/\s*|\s*\+\s*)/;

/**
 * Parts a list. A word may hold a comma or an "and" itself, so that pieces are joined as far as they make a word.
 */
function listIn(
  text: string,
  exact: (text: string) => string | undefined,
  one: (text: string) => WordFound | undefined,
): ReturnType<WordReader["list"]> {
  const words: WordFound[] = [];
  const unknown: string[] = [];
  for (const part of text.split(/\s*[;|\n•]\s*/)) {
    // pieces stand at even places, what parts them at odd ones
    const pieces = part.split(BREAKS);
    let at = 0;
    while (at < pieces.length) {
      const end = longest(pieces, at, exact);
      const piece = (end === undefined ? pieces[at] : pieces.slice(at, end).join(""))?.trim() ?? "";
      const found = end === undefined ? one(piece) : { word: exact(piece) as string };
      if (found !== undefined) words.push(found);
      else if (/[\p{L}\p{N}]/u.test(piece)) unknown.push(piece);
      at = (end ?? at + 1) + 1;
    }
  }
  return {
    words: words.filter(({ word }, index) => words.findIndex((other) => other.word === word) === index),
    unknown,
  };
}

/** A list has no more pieces than this in one word. */
const MOST_PIECES = 12;

/** Finds the end of the longest run of pieces that make a word. */
function longest(
  pieces: readonly string[],
  at: number,
  exact: (text: string) => string | undefined,
): number | undefined {
  for (let end = Math.min(pieces.length, at + 2 * MOST_PIECES - 1); end > at; end -= 1) {
    if ((end - at) % 2 === 1 && exact(pieces.slice(at, end).join("")) !== undefined) return end;
  }
  return undefined;
}
