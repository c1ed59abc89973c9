/**
 * Reads the table that is to be imported: a CSV file, or a sheet of a spreadsheet.
 */
import type { TableSource } from "../import/cell";
import { decodeTable } from "../import/decode";
import { type ReadTableOptions, readTable } from "../import/read-table";
import { readWorkbook, WorkbookError } from "../import/workbook";
import type { Io } from "./io";
import { InputError } from "./problem";
import { readInput, shownName } from "./read-json";

/** How an object or a list begins. */
const JSON_BEGINS = /^\s*[[{]\s*["[{\]}]/;

/** Reads a table. A spreadsheet is told by its first two letters, whatever it is called. */
export async function readSource(
  name: string,
  how: ReadTableOptions,
  sheet: string | undefined,
  io: Io,
): Promise<TableSource> {
  const bytes = await readInput(name, io);
  if (bytes.length === 0) throw new InputError(`${shownName(name)} is empty`);
  const isWorkbook = bytes[0] === 0x50 && bytes[1] === 0x4b;
  if (isWorkbook) return sheetOf(shownName(name), bytes, how, sheet);
  if (sheet !== undefined) throw new InputError(`--sheet ${sheet}: ${shownName(name)} is no spreadsheet (.xlsx)`);
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) {
    throw new InputError(`${shownName(name)} is a spreadsheet of the old form .xls; save it as .xlsx or as CSV`);
  }
  const table = decodeTable(bytes);
  if (JSON_BEGINS.test(table)) {
    throw new InputError(`${shownName(name)} is JSON, and no table; name a CSV or .xlsx file`);
  }
  return table;
}

async function sheetOf(
  shown: string,
  bytes: Uint8Array,
  how: ReadTableOptions,
  name: string | undefined,
): Promise<TableSource> {
  const sheets = await readWorkbook(bytes).catch((error: unknown) => {
    if (error instanceof WorkbookError) throw new InputError(`${shown} cannot be read: ${error.message}`);
    throw error;
  });
  const names = sheets.map((one) => one.name).join(", ");
  if (name !== undefined) {
    const found = sheets.find((one) => one.name.toLowerCase() === name.toLowerCase());
    if (found === undefined) throw new InputError(`--sheet ${name}: ${shown} has no such sheet; it has: ${names}`);
    return found.rows;
  }
  const known = sheets.find(({ rows }) => readTable(rows, how).headingRows.length > 0);
  return (known ?? sheets[0])?.rows ?? [];
}
