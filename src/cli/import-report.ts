/**
 * Shows what was read from a table.
 */
import Table from "cli-table3";
import type { TableGuess, TableIssue } from "../import/finding";
import type { TableRead } from "../import/read-table";
import { tableRows } from "../import/write-table";
import type { Refused } from "./import-target";
import { type Page, shown, wrapped } from "./terminal";

/** What `import` adds to what was read. */
interface Left {
  readonly examples: number;
  readonly refused: readonly Refused[];
}

const ROWS = 12;
const LISTED = 12;

/** Writes what was read as a table, and below it the columns, what was guessed and what could not be read. */
export function readReport(name: string, read: TableRead, { examples, refused }: Left, page: Page): string {
  const { entries, columns, unmapped, guesses, issues } = read;
  const told = columns.map(({ heading, column, field }) => `${heading || column} → ${field}`).join("; ");
  const notRead = unmapped.filter(({ cells }) => cells > 0).map(({ heading, column }) => heading || column);
  const parts = [
    `${name}: ${count(entries.length, "row was", "rows were")} read.`,
    ...(entries.length > 0 ? [entriesTable(read, page)] : []),
    ...(told === "" ? [] : [wrapped(`Columns: ${told}`, page, "", "  ")]),
    ...(notRead.length > 0 ? [wrapped(`Not read: ${notRead.join("; ")}`, page, "", "  ")] : []),
    ...(examples > 0 ? [`Left out: ${count(examples, "example row", "example rows")} of the template.`] : []),
    ...listed("Taken for granted", guesses.map(guessText), page),
    ...listed("Look at these", [...refused.map(refusedText), ...issues.filter(isWorthwhile).map(issueText)], page),
  ];
  return `${parts.join("\n")}\n`;
}

const count = (number: number, one: string, many: string) => `${number} ${number === 1 ? one : many}`;

/** Titles above the headings are nothing that anyone has to look at. */
const isWorthwhile = ({ code }: TableIssue) =>
  code !== "above-headings" && code !== "headings-again" && code !== "total";

const guessText = ({ heading, column, rows, message }: TableGuess) => {
  const place = heading || column;
  const some = rows.length > 5 ? `${rows.slice(0, 5).join(", ")} and ${rows.length - 5} more` : rows.join(", ");
  const where = rows.length === 0 ? "" : ` (row ${some})`;
  return `${place ? `${place}: ` : ""}${message}${where}`;
};

const issueText = ({ row, lastRow, heading, column, message, advice }: TableIssue) => {
  const rows = lastRow === undefined || lastRow === row ? `row ${row}` : `rows ${row} to ${lastRow}`;
  return `${rows}${heading || column ? `, ${heading || column}` : ""}: ${message}. ${advice}`;
};

const refusedText = ({ row, message }: Refused) => `row ${row} is left out: ${message}`;

function listed(title: string, lines: readonly string[], page: Page): string[] {
  if (lines.length === 0) return [];
  const more = lines.length > LISTED ? [`  and ${lines.length - LISTED} more`] : [];
  return [
    "",
    page.colors.bold(title),
    ...lines.slice(0, LISTED).map((line) => wrapped(shown(line), page, "  - ", "    ")),
    ...more,
  ];
}

const NARROWEST = 8;
const WIDEST = 40;
/** What the borders and the blanks beside a text take. */
const BORDER = 3;

/** The entries as a table that fits the width: the columns that tell something, the first rows. */
function entriesTable({ collection, entries, rows, people }: TableRead, page: Page): string {
  const [headings = [], ...cells] = tableRows(entries as never, { collection, people });
  const used = headings.flatMap((heading, index) =>
    cells.some((row) => row[index]) && heading !== "Short name" ? [{ heading, index }] : [],
  );
  const room = page.width - "│ row  │".length;
  const fitting = used.slice(0, Math.floor(room / (NARROWEST + BORDER)));
  const natural = fitting.map(({ heading, index }) =>
    Math.min(WIDEST, Math.max(heading.length, ...cells.slice(0, ROWS).map((row) => (row[index] ?? "").length))),
  );
  const table = new Table({
    head: ["row", ...fitting.map(({ heading }) => heading)],
    colWidths: [6, ...fitted(natural, room).map((width) => width + 2)],
    style: { head: [], border: [], compact: true },
  });
  cells.slice(0, ROWS).forEach((row, at) => {
    table.push([String(rows[at] ?? ""), ...fitting.map(({ index }) => shown(row[index] ?? ""))]);
  });
  const more = cells.length > ROWS ? `\n  and ${cells.length - ROWS} more` : "";
  return `${table.toString()}${more}`;
}

/** Takes from the widest columns until all of them fit. */
function fitted(natural: readonly number[], room: number): number[] {
  const widths = [...natural];
  const all = () => widths.reduce((sum, width) => sum + width + BORDER, 0);
  while (all() > room) {
    const widest = widths.indexOf(Math.max(...widths));
    widths[widest] = (widths[widest] ?? 0) - 1;
  }
  return widths;
}
