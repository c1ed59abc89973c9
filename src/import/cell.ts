/**
 * Cells of a table, and how they are told as text.
 */

/** What a spreadsheet knows as a day or a time: a `Date`. */
export interface DateLike {
  /** Writes it as ISO. */
  readonly toISOString: () => string;
}

/** One cell of a table. */
export type Cell = string | number | boolean | DateLike | null | undefined;

/** A table: its rows, or the text of a CSV file. */
export type TableSource = string | readonly (readonly Cell[])[];

/** What begins a formula in a spreadsheet. */
const FORMULA = /^'*[=+\-@\t\r]/;
/** A text that was kept from being one by an apostrophe. */
const QUOTED_FORMULA = /^'('*[=+\-@\t\r][\s\S]*)$/;
const TIME_ONLY = /^1(?:899|900)-[\d-]+T(\d{2}:\d{2})/;
const MIDNIGHT = /^(\d{4}-\d{2}-\d{2})T00:00:00/;

/**
 * Writes a cell as text. A formula is a text like any other, and is never run.
 */
export function cellText(cell: Cell): string {
  if (cell === null || cell === undefined) return "";
  if (typeof cell === "string")
    return cell
      .replace(QUOTED_FORMULA, "$1")
      .replace(/[\u00a0\u202f\ufeff]/g, " ")
      .trim();
  if (typeof cell === "number") return Number.isFinite(cell) ? String(cell) : "";
  if (typeof cell === "boolean") return cell ? "yes" : "no";
  return dateText(cell);
}

function dateText(cell: DateLike): string {
  const iso = isoText(cell);
  return TIME_ONLY.exec(iso)?.[1] ?? MIDNIGHT.exec(iso)?.[1] ?? iso;
}

/** An invalid `Date` has no text. */
function isoText(cell: DateLike): string {
  try {
    return String(cell.toISOString());
  } catch {
    return "";
  }
}

/** Writes a text so that no spreadsheet takes it for a formula. */
export const safeText = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);

/** Finds the column of a name: `A` is 0, `AA` is 26. */
export const columnIndex = (name: string): number =>
  [...name].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

/** Names a column as spreadsheets do: 0 is `A`, 26 is `AA`. */
export function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter;
}
