/**
 * Conditions on entries as columns of bits: which entries they hold for, and for which they may.
 *
 * A column judges only the entries that it is asked for: what was decided before is not read.
 */
import { type Level, MET, UNMET } from "../base/truth";
import type { Entry } from "../evidence/entry";
import { areaOf, type Bits, IS_MET, KNOWN, lowest, MAY, OTHER, OWN } from "./bits";
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
        const todo = (need[at + word] as number) & ~(bits.columns[known + word] as number);
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
    const level = judge(list[(word << 5) + lowest(rest)] as Entry, run);
    if (level === MET) met |= bit;
    if (level !== UNMET) may |= bit;
  }
  note(bits, known + word, todo, met, may);
}

/** Notes what became of the entries of a word. */
function note({ columns, words }: Bits, at: number, todo: number, met: number, may: number): void {
  columns[at] = (columns[at] as number) | todo;
  columns[at + IS_MET * words] = (columns[at + IS_MET * words] as number) | met;
  columns[at + MAY * words] = (columns[at + MAY * words] as number) | may;
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
        const column = parts[part] as EntryColumn;
        column.judge(run, bits, bits.columns, may);
        const { columns } = bits;
        const own = areaOf(bits, column.index, KNOWN);
        left = 0;
        for (let word = 0; word < words; word++) {
          const mayBe = (columns[may + word] as number) & (columns[own + MAY * words + word] as number);
          columns[may + word] = mayBe;
          columns[met + word] = (columns[met + word] as number) & (columns[own + IS_MET * words + word] as number);
          left |= mayBe;
        }
      }
      const { columns } = bits;
      for (let word = 0; word < words; word++) {
        const mayBe = columns[may + word] as number;
        note(bits, known + word, 0, mayBe & (columns[met + word] as number), mayBe);
      }
    },
  };
}

/** Copies what is asked for and not known to two areas, and notes it as known; whether there is any. */
function begin(bits: Bits, need: Int32Array, at: number, known: number, one: number, other: number): boolean {
  const { words, columns } = bits;
  let any = 0;
  for (let word = 0; word < words; word++) {
    const todo = (need[at + word] as number) & ~(columns[known + word] as number);
    columns[one + word] = todo;
    columns[other + word] = todo;
    columns[known + word] = (columns[known + word] as number) | todo;
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
        const column = parts[part] as EntryColumn;
        column.judge(run, bits, bits.columns, rest);
        const { columns } = bits;
        const own = areaOf(bits, column.index, KNOWN);
        left = 0;
        for (let word = 0; word < words; word++) {
          const open = columns[rest + word] as number;
          const met = open & (columns[own + IS_MET * words + word] as number);
          note(bits, known + word, 0, met, open & (columns[own + MAY * words + word] as number));
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
        const asked = columns[todo + word] as number;
        const met = asked & ~(columns[own + MAY * words + word] as number);
        note(bits, known + word, 0, met, asked & ~(columns[own + IS_MET * words + word] as number));
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
          columns[all + word] = (columns[all + word] as number) & (columns[own + IS_MET * words + word] as number);
          columns[none + word] = (columns[none + word] as number) & ~(columns[own + MAY * words + word] as number);
        }
      }
      const { columns } = bits;
      for (let word = 0; word < words; word++) {
        note(
          bits,
          known + word,
          0,
          columns[all + word] as number,
          (todo[word] as number) & ~(columns[none + word] as number),
        );
      }
    },
  };
}

/** The entries of a word that a column has brought to a level; those that it knows of. */
export function bitsAt(bits: Bits, column: EntryColumn, level: Level, word: number): number {
  const { columns, words } = bits;
  const at = areaOf(bits, column.index, KNOWN) + word;
  const met = columns[at + IS_MET * words] as number;
  if (level === MET) return met;
  const may = columns[at + MAY * words] as number;
  return level === UNMET ? (columns[at] as number) & ~may : may & ~met;
}
