/**
 * Reads a table that tells of many applicants, one of whose columns tells whose each row is.
 */
import { wrong } from "../base/errors";
import { givenOptions } from "../base/given";
import { boundsOf } from "../check/limits";
import type { CollectionName, Collections, Person } from "../model/applicant";
import { cellText, columnIndex, type TableSource } from "./cell";
import type { TableIssue } from "./finding";
import { checkReading } from "./given-table";
import { cellsOf, type ReadTableOptions, readCells, type TableRead } from "./read-table";
import { plainWords } from "./wording";

/** How to read a table of many applicants. */
export interface ReadByApplicantOptions<C extends CollectionName = CollectionName> extends ReadTableOptions<C> {
  /** The column that tells whose each row is, by heading or by letter. */
  readonly by: string;
}

/** What was read from a table of many applicants. */
export interface ReadByApplicant<C extends CollectionName = CollectionName> {
  /** The whole table; rows of which it is not told whose they are stand among its issues. */
  readonly read: TableRead<C>;
  /** What it tells of each applicant, in the order of their first rows. */
  readonly applicants: ReadonlyMap<string, TableRead<C>>;
}

/**
 * Reads a table that tells of many applicants, such as what a registry exports, and parts it by applicant.
 *
 * The order of days and all else that is found from the table is found once, from all of its rows. A row of which it is not
 * told whose it is belongs to nobody, and is told. No table makes it throw. Pure.
 *
 * @param source - The text of a CSV file, or rows of cells.
 * @param options - As for `readTable`, and the column that tells whose each row is; `limits.entries` bounds the whole table,
 * which has no other bound.
 * @throws {@link ApplicantError} where `options.limits` is wrong.
 * @example
 * const table = "Participant,Date,Hours\n7,2024-03-14,2\n9,2024-03-14,2\n7,2024-05-02,3";
 * const { applicants } = readTableByApplicant(table, { collection: "training", by: "Participant" });
 * [...applicants].map(([id, { entries }]) => `${id}: ${entries.length}`); //=> ["7: 2", "9: 1"]
 */
export function readTableByApplicant<C extends CollectionName>(
  source: TableSource,
  options: ReadByApplicantOptions<C>,
): ReadByApplicant<C> {
  const { by, ...reading } = givenOptions(options);
  if (typeof by !== "string") {
    throw wrong("wrong-option", "/options/by", "the heading or the letter of a column", by, "correct it");
  }
  checkReading(source, reading);
  const how: ReadTableOptions<C> = { ...reading, columns: { ...reading.columns, [by]: null } };
  const cells = cellsOf(source, how);
  const { entries } = boundsOf(how, { entries: Number.MAX_SAFE_INTEGER });
  const read = readCells(cells, how, entries);
  const column = read.unmapped.find((one) => one.because === "left-out-by-choice" && isNamed(one, by));
  const at = column && columnIndex(column.column);
  const ownerOf = (row: number) => (at === undefined ? "" : cellText(cells.rows[row - 1]?.[at]));
  const headingRow = read.headingRows[0] ?? 1;
  const unowned = read.rows.filter((row) => ownerOf(row) === "").map((row) => noApplicant(row, by));
  const issues = at === undefined && read.rows.length > 0 ? [noColumn(read, headingRow, by)] : unowned;
  const whole = issues.length === 0 ? read : { ...read, issues: [...read.issues, ...issues].sort(byRow) };
  return { read: whole, applicants: parted(read, ownerOf) };
}

const byRow = (a: TableIssue, b: TableIssue) => a.row - b.row;

const isNamed = ({ heading, column }: { readonly heading: string; readonly column: string }, by: string): boolean =>
  plainWords(heading) === plainWords(by) || column.toLowerCase() === by.toLowerCase();

/** Parts what was read by whose it is. */
function parted<C extends CollectionName>(
  read: TableRead<C>,
  ownerOf: (row: number) => string,
): ReadonlyMap<string, TableRead<C>> {
  type Own = { readonly entries: object[]; readonly rows: number[]; readonly issues: TableIssue[] };
  const owned = new Map<string, Own>();
  const own = (owner: string): Own => {
    const known = owned.get(owner) ?? { entries: [], rows: [], issues: [] };
    owned.set(owner, known);
    return known;
  };
  read.rows.forEach((row, index) => {
    const owner = ownerOf(row);
    const entry: object | undefined = read.entries[index];
    if (owner === "" || entry === undefined) return;
    own(owner).entries.push(entry);
    own(owner).rows.push(row);
  });
  const first = read.headingRows.at(-1) ?? 0;
  for (const issue of read.issues) {
    const owner = issue.row > first ? ownerOf(issue.row) : "";
    if (owner !== "") own(owner).issues.push(issue);
  }
  const everyone = new Map<unknown, Person>(read.people.map((person) => [person.id, person]));
  return new Map(
    [...owned].map(([owner, { entries, rows, issues }]) => {
      const named = entries.flatMap((entry) => Object.values(entry).flatMap((one) => everyone.get(one) ?? []));
      const people = [...new Set(named)];
      return [owner, { ...read, entries: entries as unknown as NonNullable<Collections[C]>, rows, issues, people }];
    }),
  );
}

const noApplicant = (row: number, by: string): TableIssue => ({
  code: "no-applicant",
  row,
  heading: by,
  loses: "row",
  message: "it is not told whose row it is",
  advice: "Write the applicant's id into this column, in each row.",
});

const noColumn = ({ rows, columns, unmapped }: TableRead, row: number, by: string): TableIssue => ({
  code: "no-applicant",
  row,
  lastRow: rows.at(-1) ?? row,
  heading: by,
  loses: "row",
  message: "no column is called so, so that it is not told whose each row is",
  advice: `Name one of these: ${[...columns, ...unmapped].map(({ heading, column }) => heading || column).join(", ")}.`,
});
