/**
 * The entries of a collection as bits: what is judged of them, one bit an entry, so that a word judges 32 at once.
 */

import { type Level, MET, UNKNOWN } from "../base/truth";
import { type Entry, entryAt, nameOf } from "../evidence/entry";
import type { Entries } from "../evidence/evidence";
import { collectionNames } from "../evidence/fields";
import { entriesOf } from "../evidence/read";
import type { CollectionName } from "../model/applicant";
import type { Drawn } from "./compiled";
import type { Total } from "./measures/totals";
import type { Run } from "./run";

/** A word of a list of bits, at a place that the list has. */
export const wordAt = (words: Int32Array, place: number): number => words[place] as number;

/** Which entries are met, and which may be: what several conditions come to alike is one vector. */
export interface Vector {
  /** Its place among those of the run. */
  readonly index: number;
  /** Where its bits stand in `Bits.vectorData`: those that are met, then those that may be. */
  readonly at: number;
  /** What its entries give together, by what is added up. */
  readonly totals: (Total | undefined)[];
  /** What was drawn of it alone, by how. */
  readonly drawn: (Drawn | undefined)[];
}

/** The bits of a collection in a run. */
export interface Bits {
  readonly entries: Entries;
  readonly words: number;
  /** Entries that do not lie after the day of judgment, and that no coordinator accepted. */
  readonly open: Int32Array;
  /** Entries that a coordinator accepted. */
  readonly accepted: Int32Array;
  /** Entries that may lie after the day of judgment. */
  readonly perhapsLate: Int32Array;
  /** What is judged: for each column, bits that are known, met, may be met, and two of its own. */
  columns: Int32Array;
  /** What each entry gives, by what is added up. */
  readonly amounts: (Float64Array | undefined)[];
  /** Distinct results. */
  readonly vectors: Vector[];
  vectorData: Int32Array;
}

/** How many runs of bits a column has. */
const AREAS = 5;
/** Where the bits of a column stand among its own. */
export const KNOWN = 0;
export const IS_MET = 1;
export const MAY = 2;
/** Bits that a column uses while it judges. */
export const OWN = 3;
export const OTHER = 4;

/** Begins with the bits of a collection. */
export function makeBits(run: Run, of: CollectionName): Bits {
  const entries = entriesOf(run.evidence, of);
  const { list } = entries;
  const words = wordsFor(list.length);
  const memory = (run.memory ??= memoryFor(run));
  const open = memory.take(words);
  const accepted = memory.take(words);
  const perhapsLate = memory.take(words);
  for (const entry of list) {
    if (entry.late) continue;
    mark(run.accepted?.has(nameOf(entry)) ? accepted : open, entry.index);
    if (entry.perhapsLate) mark(perhapsLate, entry.index);
  }
  return {
    entries,
    words,
    open,
    accepted,
    perhapsLate,
    columns: memory.take(words * AREAS * run.compiler.columns[of]),
    amounts: [],
    vectors: [],
    vectorData: memory.take(words * 2 * FEW),
  };
}

const FEW = 8;

const wordsFor = (entries: number) => (entries + 31) >>> 5;

function mark(bits: Int32Array, index: number): void {
  bits[index >>> 5] = wordAt(bits, index >>> 5) | (1 << (index & 31));
}

/** The memory of a run's bits: one piece, for asking for many small ones takes longer than what is done with them. */
export interface Memory {
  /** Takes so many words, all zero. */
  readonly take: (words: number) => Int32Array;
}

function memoryFor({ evidence: { applicant }, compiler }: Run): Memory {
  let size = 0;
  for (const of of collectionNames) {
    const told: unknown = applicant[of];
    const words = Array.isArray(told) ? wordsFor(told.length) : 0;
    size += words * (3 + AREAS * compiler.columns[of] + 2 * FEW);
  }
  const { buffer } = new Int32Array(size);
  let used = 0;
  return {
    take: (words) => {
      // what was compiled since is not in it
      if (used + words * Int32Array.BYTES_PER_ELEMENT > buffer.byteLength) return new Int32Array(words);
      const piece = new Int32Array(buffer, used, words);
      used += words * Int32Array.BYTES_PER_ELEMENT;
      return piece;
    },
  };
}

/** Finds where an area of a column begins; makes room for columns that were compiled since. */
export function areaOf(bits: Bits, column: number, area: number): number {
  const at = (column * AREAS + area) * bits.words;
  if (at + bits.words > bits.columns.length) bits.columns = grown(bits.columns, (column + 1) * AREAS * bits.words);
  return at;
}

function grown(data: Int32Array, least: number): Int32Array {
  const more = new Int32Array(Math.max(least, data.length * 2));
  more.set(data);
  return more;
}

/**
 * Finds the vector with some bits; the same bits are one vector.
 *
 * @param met - Where the bits that are met are written: just behind the vectors there are, with those that may be behind them.
 */
export function internVector(run: Run, bits: Bits): Vector {
  const { words, vectors } = bits;
  const fresh = vectors.length * 2 * words;
  for (const vector of vectors) if (isSame(bits.vectorData, vector.at, fresh, 2 * words)) return vector;
  const vector: Vector = { index: run.vectorCount++, at: fresh, totals: [], drawn: [] };
  vectors.push(vector);
  return vector;
}

/** Finds where the next vector is to be written; makes room for it. */
export function nextVector(bits: Bits): number {
  const at = bits.vectors.length * 2 * bits.words;
  if (at + 2 * bits.words > bits.vectorData.length) bits.vectorData = grown(bits.vectorData, at + 2 * bits.words);
  return at;
}

function isSame(data: Int32Array, one: number, other: number, length: number): boolean {
  for (let at = 0; at < length; at++) if (data[one + at] !== data[other + at]) return false;
  return true;
}

/** What tells from others what is drawn in some way of some vectors. */
export function keyOfVectors(shape: number, vectors: readonly Vector[]): string {
  let key = `${shape}`;
  for (const { index } of vectors) key += ` ${index}`;
  return key;
}

/** The level of an entry in a vector. */
export function levelIn({ vectorData, words }: Bits, { at }: Vector, index: number): Level {
  const word = index >>> 5;
  const bit = index & 31;
  if (((wordAt(vectorData, at + word) >>> bit) & 1) === 1) return MET;
  return ((wordAt(vectorData, at + words + word) >>> bit) & 1) as Level;
}

/** The place of the lowest bit of a word. */
export const lowest = (word: number): number => 31 - Math.clz32(word & -word);

/** Calls back for each entry that may be met, in order. */
export function eachPossible(bits: Bits, { at }: Vector, visit: (entry: Entry, level: Level) => void): void {
  const { vectorData, words, entries } = bits;
  for (let word = 0; word < words; word++) {
    const met = wordAt(vectorData, at + word);
    for (let rest = wordAt(vectorData, at + words + word); rest !== 0; rest &= rest - 1) {
      const bit = lowest(rest);
      visit(entryAt(entries.list, (word << 5) + bit), ((met >>> bit) & 1) === 1 ? MET : UNKNOWN);
    }
  }
}

/** Calls back with the place of each entry of a mask. */
export function each(mask: Int32Array, visit: (index: number) => void): void {
  for (let word = 0; word < mask.length; word++) {
    for (let rest = wordAt(mask, word); rest !== 0; rest &= rest - 1) visit((word << 5) + lowest(rest));
  }
}
