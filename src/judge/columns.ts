/**
 * Conditions on entries as columns of bits: which entries they hold for, and for which they may.
 *
 * A column judges only the entries that it is asked for: what was decided before is not read.
 */
import { nth } from "../base/lists";
import { type Level, MET, UNMET } from "../base/truth";
import { type Entry, entryAt } from "../evidence/entry";
import { areaOf, type Bits, IS_MET, KNOWN, lowest, MAY, OTHER, OWN, wordAt } from "./bits";
import type { Run } from "./run";

/** A column of a collection. */
export interface EntryColumn {
  /** Its place among the columns of its collection. */
  readonly index: number;
  /** Judges the entries that are asked for, of which it does not know. */
  readonly judge: Judging;
}

/** @param need - Bits of the entries that are asked for, from a place on. */
type Judging = (run: Run, bits: Bits, need: Int32Array, at: number) => void;

/** Makes a column of a function that judges one entry. */
export function leafColumn(index: number, judge: (entry: Entry, run: Run) => Level): EntryColumn {
  return {
    index,
    judge: (run, bits, need, at) => {
      const { words } = bits;
      const known = areaOf(bits, index, KNOWN);
      for (let word = 0; word < words; word++) {
        const todo = wordAt(need, at + word) & ~wordAt(bits.columns, known + word);
        if (todo !== 0) judgeWord(run, bits, known, word, todo, judge);
      }
    },
  };
}

function judgeWord(
  run: Run,
  bits: Bits,
  known: number,
  word: number,
  todo: number,
  judge: (entry: Entry, run: Run) => Level,
): void {
  const { list } = bits.entries;
  let met = 0;
  let may = 0;
  for (let rest = todo; rest !== 0; rest &= rest - 1) {
    const bit = rest & -rest;
    const level = judge(entryAt(list, (word << 5) + lowest(rest)), run);
    if (level === MET) met |= bit;
    if (level !== UNMET) may |= bit;
  }
  note(bits, known + word, todo, met, may);
}

/** Notes what became of the entries of a word. */
function note({ columns, words }: Bits, at: number, todo: number, met: number, may: number): void {
  columns[at] = wordAt(columns, at) | todo;
  columns[at + IS_MET * words] = wordAt(columns, at + IS_MET * words) | met;
  columns[at + MAY * words] = wordAt(columns, at + MAY * words) | may;
}

/** Makes a column that holds where all others do. */
export function allColumn(index: number, parts: readonly EntryColumn[]): EntryColumn {
  return {
    index,
    judge: (run, bits, need, at) => {
      const { words } = bits;
      const known = areaOf(bits, index, KNOWN);
      const [may, met] = [known + OWN * words, known + OTHER * words];
      if (!begin(bits, need, at, known, may, met)) return;
      let left = 1;
      for (let part = 0; part < parts.length && left !== 0; part++) {
        const column = nth(parts, part);
        column.judge(run, bits, bits.columns, may);
        const { columns } = bits;
        const own = areaOf(bits, column.index, KNOWN);
        left = 0;
        for (let word = 0; word < words; word++) {
          const mayBe = wordAt(columns, may + word) & wordAt(columns, own + MAY * words + word);
          columns[may + word] = mayBe;
          columns[met + word] = wordAt(columns, met + word) & wordAt(columns, own + IS_MET * words + word);
          left |= mayBe;
        }
      }
      const { columns } = bits;
      for (let word = 0; word < words; word++) {
        const mayBe = wordAt(columns, may + word);
        note(bits, known + word, 0, mayBe & wordAt(columns, met + word), mayBe);
      }
    },
  };
}

/** Copies what is asked for and not known to two areas, and notes it as known; whether there is any. */
function begin(bits: Bits, need: Int32Array, at: number, known: number, one: number, other: number): boolean {
  const { words, columns } = bits;
  let any = 0;
  for (let word = 0; word < words; word++) {
    const todo = wordAt(need, at + word) & ~wordAt(columns, known + word);
    columns[one + word] = todo;
    columns[other + word] = todo;
    columns[known + word] = wordAt(columns, known + word) | todo;
    any |= todo;
  }
  return any !== 0;
}

/** Makes a column that holds where another one does. */
export function anyColumn(index: number, parts: readonly EntryColumn[]): EntryColumn {
  return {
    index,
    judge: (run, bits, need, at) => {
      const { words } = bits;
      const known = areaOf(bits, index, KNOWN);
      const rest = known + OWN * words;
      if (!begin(bits, need, at, known, rest, known + OTHER * words)) return;
      let left = 1;
      for (let part = 0; part < parts.length && left !== 0; part++) {
        const column = nth(parts, part);
        column.judge(run, bits, bits.columns, rest);
        const { columns } = bits;
        const own = areaOf(bits, column.index, KNOWN);
        left = 0;
        for (let word = 0; word < words; word++) {
          const open = wordAt(columns, rest + word);
          const met = open & wordAt(columns, own + IS_MET * words + word);
          note(bits, known + word, 0, met, open & wordAt(columns, own + MAY * words + word));
          columns[rest + word] = open & ~met;
          left |= open & ~met;
        }
      }
    },
  };
}

/** Makes a column that holds where another one does not. */
export function notColumn(index: number, part: EntryColumn): EntryColumn {
  return {
    index,
    judge: (run, bits, need, at) => {
      const { words } = bits;
      const known = areaOf(bits, index, KNOWN);
      const todo = known + OWN * words;
      if (!begin(bits, need, at, known, todo, known + OTHER * words)) return;
      part.judge(run, bits, bits.columns, todo);
      const { columns } = bits;
      const own = areaOf(bits, part.index, KNOWN);
      for (let word = 0; word < words; word++) {
        const asked = wordAt(columns, todo + word);
        const met = asked & ~wordAt(columns, own + MAY * words + word);
        note(bits, known + word, 0, met, asked & ~wordAt(columns, own + IS_MET * words + word));
      }
    },
  };
}

/** Makes a column of readings: it holds, or not, where all say so. */
export function readingsColumn(index: number, parts: readonly EntryColumn[]): EntryColumn {
  return {
    index,
    judge: (run, bits, need, at) => {
      const { words } = bits;
      const known = areaOf(bits, index, KNOWN);
      const [all, none] = [known + OWN * words, known + OTHER * words];
      if (!begin(bits, need, at, known, all, none)) return;
      const todo = bits.columns.slice(all, all + words);
      for (const column of parts) {
        column.judge(run, bits, todo, 0);
        const { columns } = bits;
        const own = areaOf(bits, column.index, KNOWN);
        for (let word = 0; word < words; word++) {
          columns[all + word] = wordAt(columns, all + word) & wordAt(columns, own + IS_MET * words + word);
          columns[none + word] = wordAt(columns, none + word) & ~wordAt(columns, own + MAY * words + word);
        }
      }
      const { columns } = bits;
      for (let word = 0; word < words; word++) {
        note(bits, known + word, 0, wordAt(columns, all + word), wordAt(todo, word) & ~wordAt(columns, none + word));
      }
    },
  };
}

/** The entries of a word that a column has brought to a level; those that it knows of. */
export function bitsAt(bits: Bits, column: EntryColumn, level: Level, word: number): number {
  const { columns, words } = bits;
  const at = areaOf(bits, column.index, KNOWN) + word;
  const met = wordAt(columns, at + IS_MET * words);
  if (level === MET) return met;
  const may = wordAt(columns, at + MAY * words);
  return level === UNMET ? wordAt(columns, at) & ~may : may & ~met;
}
