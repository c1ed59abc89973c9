/**
 * Tables of evidence, as people keep them: read into entries, and written so that people can fill them in.
 *
 * @packageDocumentation
 */

export { ApplicantError, type ApplicantIssue } from "./base/errors";
export { type DateOrder, dateOrders } from "./base/written/day";
export type { Cell, DateLike, TableSource } from "./import/cell";
export { decodeTable } from "./import/decode";
export {
  type TableGuess,
  type TableGuessCode,
  type TableIssue,
  type TableIssueCode,
  tableGuessCodes,
  tableIssueCodes,
} from "./import/finding";
export { type Added, intoApplicant } from "./import/into-applicant";
export type { ColumnChoices, Unread } from "./import/layout";
export {
  type ReadTableOptions,
  readTable,
  type TableColumn,
  type TableRead,
  type UnmappedColumn,
} from "./import/read-table";
export {
  type ReadByApplicant,
  type ReadByApplicantOptions,
  readTableByApplicant,
} from "./import/read-table-by-applicant";
export { tableCsv, tableRows, type WriteTableOptions } from "./import/write-table";
export type * from "./model/headings";
export { knownHeadings } from "./rules/headings";
