/**
 * A row while it is read: what its cells told so far, what is wrong, and what was guessed.
 */
import { fieldOf } from "../evidence/fields";
import type { CollectionName } from "../model/applicant";
import type { Cell } from "./cell";
import type { CellGuess, CellProblem, CellRead } from "./finding";
import type { Column } from "./layout";
import type { ColumnTarget } from "./target";

/** A column that is read. */
export interface ReadColumn extends Column {
  readonly target: ColumnTarget;
}

/** One cell of a row. */
export interface RowCell {
  readonly column: ReadColumn;
  readonly raw: Cell;
  readonly text: string;
}

/** A problem and its column. */
export interface PlacedProblem extends CellProblem {
  readonly cell?: RowCell;
}

/** A guess and its column. */
export interface PlacedGuess extends CellGuess {
  readonly column?: Column;
}

/** An entry in the making. */
export type EntryDraft = Record<string, unknown>;

/** A row while it is read. */
export interface RowWork {
  readonly of: CollectionName;
  readonly draft: EntryDraft;
  /** Hours that stand in a column of individual or of group sessions. */
  readonly parts: { readonly format: string; readonly hours: number }[];
  readonly clock: { start?: string; end?: string; hours?: number };
  readonly problems: PlacedProblem[];
  readonly guesses: PlacedGuess[];
  /** Fields that have something told which could not be read. */
  readonly lost: Set<string>;
}

/** Notes what a cell tells. */
export function takeCell(work: RowWork, cell: RowCell, name: string, { sets, guesses, problem }: CellRead): void {
  for (const [field, value] of Object.entries(sets)) putField(work, cell, field, value);
  for (const guess of guesses) work.guesses.push({ ...guess, column: cell.column });
  if (problem === undefined) return;
  work.problems.push({ ...problem, cell });
  if (Object.keys(sets).length === 0) work.lost.add(name);
}

/** Notes a value of a field; of two values the first is kept, and texts are joined. */
export function putField(work: RowWork, cell: RowCell, field: string, value: unknown): void {
  const { draft } = work;
  const before = draft[field];
  const isText = fieldOf(work.of, field)?.type === "text";
  if (before === undefined) draft[field] = value;
  else if (isText && before !== value) draft[field] = `${String(before)}, ${String(value)}`;
  else if (field === "hours" && typeof before === "number" && typeof value === "number")
    addHours(work, cell, before, value);
}

/** Hours that differ by less are the same. */
export const SAME_HOURS = 0.02;

/** Hours and minutes of one session may stand in two columns: 1 and 30, or 1.5 and 90. */
function addHours(work: RowWork, cell: RowCell, before: number, more: number): void {
  if (Math.abs(before - more) < SAME_HOURS) return;
  if (more < 1 && Number.isInteger(before)) work.draft["hours"] = before + more;
  else if (before < 1 && Number.isInteger(more)) work.draft["hours"] = before + more;
  else {
    const message = `the row tells ${before} hours and ${Math.round(more * 100) / 100} hours; the first are taken`;
    work.problems.push({ code: "hours-differ", message, advice: "Correct one of the two.", cell });
  }
}
