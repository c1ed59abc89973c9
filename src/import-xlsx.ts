/**
 * Spreadsheets of evidence (`.xlsx`), apart from `endorsement-pathways/import` so that nobody else pays for them.
 *
 * @packageDocumentation
 */
export type { Cell, DateLike } from "./import/cell";
export { readWorkbook, type Sheet, WorkbookError, writeWorkbook } from "./import/workbook";
export type { WriteTableOptions } from "./import/write-table";
