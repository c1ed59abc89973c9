/**
 * A reading of a table under way: what was found so far.
 */
import type { CollectionName } from "../model/applicant";
import type { Cell } from "./cell";
import type { TableGuess, TableIssue } from "./finding";
import type { HeadingReader } from "./heading";
import type { Column } from "./layout";
import type { EntryDraft, PlacedGuess, ReadColumn } from "./row-work";

/** A reading under way. */
export interface TableReading {
  readonly of: CollectionName;
  readonly cells: readonly (readonly Cell[])[];
  readonly texts: readonly (readonly string[])[];
  readonly read: HeadingReader;
  readonly totals: ReadonlySet<string>;
  readonly canceled: ReadonlySet<string>;
  readonly defaults: EntryDraft;
  readonly issues: TableIssue[];
  readonly guesses: Map<string, { readonly guess: Omit<TableGuess, "rows">; readonly rows: Set<number> }>;
  readonly entries: EntryDraft[];
  readonly rows: number[];
}

/** Notes a guess; equal ones of one column stand once, with all of their rows. */
export function guess(reading: TableReading, row: number | undefined, { code, message, column }: PlacedGuess): void {
  const key = `${code} ${column?.name ?? ""} ${message}`;
  const told = { code, ...(column && { column: column.name, heading: column.heading }), message };
  const known = reading.guesses.get(key) ?? { guess: told, rows: new Set<number>() };
  if (row !== undefined) known.rows.add(row + 1);
  reading.guesses.set(key, known);
}

/** Notes a row that is no entry. */
export function leaveOut(
  reading: TableReading,
  row: number,
  code: TableIssue["code"],
  message: string,
  advice: string,
): void {
  const value = (reading.texts[row] ?? []).filter(Boolean).join(" ").slice(0, 200);
  reading.issues.push({ code, row: row + 1, value, loses: "row", message, advice });
}

/** How a target is told to people. */
export const fieldName = (target: ReadColumn["target"]): string => {
  if (target.to === "field" || target.to === "mark") return target.field;
  return target.to === "person" ? `${target.field}.${target.of}` : target.to;
};

/** The columns that are read. */
export const readColumns = (columns: readonly Column[]): ReadColumn[] =>
  columns.flatMap((column) => (column.target === undefined ? [] : [{ ...column, target: column.target }]));
