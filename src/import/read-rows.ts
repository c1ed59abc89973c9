/**
 * Goes through the rows of a table below its headings.
 */
import { allowed, type Bound, lessOf } from "../check/limits";
import { columnName } from "./cell";
import type { CellContext } from "./cell-read";
import type { TableIssue } from "./finding";
import type { Layout } from "./layout";
import { readRow } from "./read-row";
import { guess, leaveOut, type TableReading } from "./reading";
import type { PlacedProblem, ReadColumn, RowCell } from "./row-work";
import { plainWords } from "./wording";

/** Reads every row as an entry, or notes why it is none; once there are as many entries as may be, it stops. */
export function readRows(
  reading: TableReading,
  layout: Layout,
  columns: readonly ReadColumn[],
  start: CellContext,
  bound: Bound,
): void {
  const { texts, cells } = reading;
  let context = start;
  let sums = 0;
  for (let row = layout.to; row < texts.length; row++) {
    const own = texts[row] ?? [];
    if (!own.some((text) => text !== "")) continue;
    const inColumns = columns.flatMap((column): RowCell[] => {
      const text = own[column.index] ?? "";
      return text === "" ? [] : [{ column, raw: cells[row]?.[column.index], text }];
    });
    if (isTotal(own, inColumns, reading)) {
      noteTotal(reading, row, own, inColumns, sums, context);
      continue;
    }
    if (isHeadings(own, reading)) {
      leaveOut(reading, row, "headings-again", "it repeats the headings", "Nothing is to be done.");
      continue;
    }
    if (own.some((text) => text !== "" && reading.canceled.has(plainWords(text)))) {
      leaveOut(reading, row, "canceled", "it says that it did not happen", "Nothing is to be done if that is so.");
      continue;
    }
    const year = sectionYear(own, layout);
    if (year !== undefined && columns.length > 1) {
      context = { ...context, year };
      leaveOut(reading, row, "year-heading", `it is taken as the year of the rows below`, "Nothing is to be done.");
      continue;
    }
    const before = reading.entries.length;
    sums += readInto(reading, row, inColumns, context);
    if (reading.entries.length <= bound.most) continue;
    reading.entries.length = reading.rows.length = before;
    reading.issues.push(tooMany(row, texts, bound));
    return;
  }
}

/** Tells that the rows from one on are not read. */
function tooMany(row: number, texts: readonly (readonly string[])[], bound: Bound): TableIssue {
  const last = texts.findLastIndex((own) => own.some((text) => text !== ""));
  return {
    code: "too-many-entries",
    row: row + 1,
    lastRow: last + 1,
    loses: "row",
    message: `a table gives ${allowed(bound, "entries")}, so that nothing is read from here on`,
    advice: `${lessOf("Split the table", bound)}.`,
  };
}

/** Reads a row into the entries, and returns its hours. */
function readInto(reading: TableReading, row: number, cells: readonly RowCell[], context: CellContext): number {
  const { entries, problems, guesses } = readRow(reading.of, cells, context);
  for (const one of guesses) guess(reading, row, one);
  for (const problem of problems) reading.issues.push(issueOf(problem, row, entries.length === 0));
  if (entries.length === 0 && problems.length === 0) {
    leaveOut(
      reading,
      row,
      "note",
      "nothing in it stands in a column that is read",
      "Tell it in the columns, or leave it.",
    );
    return 0;
  }
  let hours = 0;
  for (const entry of entries) {
    reading.entries.push({ ...reading.defaults, ...entry });
    reading.rows.push(row + 1);
    if (typeof entry["hours"] === "number") hours += entry["hours"];
  }
  return hours;
}

function issueOf({ code, message, advice, cell }: PlacedProblem, row: number, refused: boolean): TableIssue {
  return {
    code,
    row: row + 1,
    ...(cell &&
      cell.column.index >= 0 && {
        column: columnName(cell.column.index),
        heading: cell.column.heading,
        value: cell.text.slice(0, 200),
      }),
    loses: refused ? "row" : code === "hours-differ" ? "nothing" : "cell",
    message,
    advice,
  };
}

/** Whether a row adds up those above it. */
function isTotal(own: readonly string[], cells: readonly RowCell[], { totals }: TableReading): boolean {
  const first = own.find((text) => text !== "") ?? "";
  const isNamed = totals.has(plainWords(first.replace(/[\d.,:]+.*$/, "")));
  const days = cells.filter(
    ({ column }) => column.target.to === "field" && /^(?:date|start)$/.test(column.target.field),
  );
  return isNamed && days.every(({ text }) => text === first);
}

const NEAR = 0.05;

/** Notes a row of totals, and whether it agrees with the rows above it. */
function noteTotal(
  reading: TableReading,
  row: number,
  own: readonly string[],
  cells: readonly RowCell[],
  sum: number,
  context: CellContext,
): void {
  const column = cells.find(
    ({ column: one }) => one.target.to === "field" && one.target.field === "hours" && !one.target.format,
  );
  const told = column === undefined ? undefined : readRow(reading.of, [column], context).entries[0]?.["hours"];
  if (typeof told !== "number" || Math.abs(told - sum) < NEAR) {
    leaveOut(reading, row, "total", "it adds up the rows above it", "Nothing is to be done.");
    return;
  }
  const read = Math.round(sum * 100) / 100;
  const message = `it says ${told} hours, and the rows that were read above it add up to ${read}`;
  reading.issues.push({
    code: "total-differs",
    row: row + 1,
    value: own.filter(Boolean).join(" ").slice(0, 200),
    loses: "row",
    message,
    advice: "Compare the rows.",
  });
}

/** Whether a row has headings only, as on the next page of a print. */
function isHeadings(own: readonly string[], { read }: TableReading): boolean {
  const told = own.filter((text) => text !== "");
  return told.length > 1 && told.every((text) => read(text)?.sure && !/\d/.test(text));
}

/** The year that stands alone at the beginning of a row, as a heading of those below it. */
function sectionYear(own: readonly string[], { columns }: Layout): number | undefined {
  const [only, ...more] = own.filter((text) => text !== "");
  if (own[columns[0]?.index ?? 0] !== only) return undefined;
  const [, year] = /^(?:year\s*)?((?:19|20)\d{2})$/i.exec(only ?? "") ?? [];
  return more.length > 0 || year === undefined ? undefined : Number(year);
}
