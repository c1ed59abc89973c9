/**
 * Reads a table as people keep it as entries of a collection.
 */
import { nth } from "../base/lists";
import { isTime } from "../base/written/clock";
import type { DateOrder } from "../base/written/day";
import { type ApplicantLimits, type Bound, boundsOf, MAX_ENTRIES } from "../check/limits";
import type { CollectionName, Collections, Person } from "../model/applicant";
import type { Headings } from "../model/headings";
import { knownHeadings } from "../rules/headings";
import { type Cell, cellText, type TableSource } from "./cell";
import { isBlank } from "./cell-read";
import { contextOf, noteAbove } from "./context";
import { csvRows } from "./csv";
import type { TableGuess, TableIssue } from "./finding";
import { checkReading } from "./given-table";
import { headingReader } from "./heading";
import { type Column, type ColumnChoices, findLayout, type Layout, type Unread } from "./layout";
import { readRows } from "./read-rows";
import { fieldName, readColumns, type TableReading } from "./reading";
import { targetOf } from "./target";
import { plainWords } from "./wording";

/** How to read a table. */
export interface ReadTableOptions<C extends CollectionName = CollectionName> {
  /** The collection to which its rows belong. */
  readonly collection: C;
  /**
   * What columns are taken for, by heading or by letter: a field, or `hours in minutes`, `hours as group`, `span`,
   * `start time`, `provider.endorsements` and the like; `null` leaves a column out.
   */
  readonly columns?: ColumnChoices;
  /** The order of days in numbers; found from the table where absent. */
  readonly dates?: DateOrder;
  /** The year of days that are told without one. */
  readonly year?: number;
  /** People who are told already: who is found among them keeps the id. */
  readonly people?: readonly Person[];
  /** Fields that hold for every row that does not tell them itself. */
  readonly defaults?: Partial<NonNullable<Collections[C]>[number]>;
  /** The headings and words that people use, in place of those that ship with the package. */
  readonly headings?: Headings;
  /** How many entries are read at most; 100,000 of one applicant where absent. */
  readonly limits?: Pick<ApplicantLimits, "entries"> | undefined;
}

/** A column, and what it was taken for. */
export interface TableColumn {
  /** Its name in a spreadsheet. */
  readonly column: string;
  /** Its heading. */
  readonly heading: string;
  /** The field that it tells, or `span`, `start time` and the like. */
  readonly field: string;
}

/** A column from which nothing is read. */
export interface UnmappedColumn {
  /** Its name in a spreadsheet. */
  readonly column: string;
  /** Its heading. */
  readonly heading: string;
  /** Why. */
  readonly because: Unread;
  /** How many of its cells tell something. */
  readonly cells: number;
}

/** What was read from a table. */
export interface TableRead<C extends CollectionName = CollectionName> {
  /** The collection. */
  readonly collection: C;
  /** The entries. */
  readonly entries: NonNullable<Collections[C]>;
  /** The row of each entry, counted from 1 as a spreadsheet does. */
  readonly rows: readonly number[];
  /** The rows of the headings, counted from 1; none where the table has none. */
  readonly headingRows: readonly number[];
  /** Everyone whom the table names: those known before under their ids, and new ones. */
  readonly people: readonly Person[];
  /** The columns that were read. */
  readonly columns: readonly TableColumn[];
  /** The columns that were not. */
  readonly unmapped: readonly UnmappedColumn[];
  /** What is not in the entries, or should be looked at: every row gives an entry or an issue. */
  readonly issues: readonly TableIssue[];
  /** What was taken for granted. */
  readonly guesses: readonly TableGuess[];
}

/**
 * Reads a table as entries of a collection.
 *
 * It finds the row of headings, knows the headings and words that people use, and reads days, hours, names and lists as
 * people write them. What cannot be read is told, never dropped: each row that tells something gives an entry or an issue,
 * and each guess is listed. No table makes it throw; it runs no formula, and knows no clock. Pure.
 *
 * @category Read and write tables
 * @param source - The text of a CSV file, or rows of cells.
 * @param options - The collection, and whatever the table does not say itself.
 * @returns The entries with people, issues, columns and guesses.
 * @throws {@link ApplicantError} where `source` is no table, or `options.collection` or `options.limits` is wrong.
 * @example
 * const { entries } = readTable("Date,Training,Hours\n3/14/2024,Attachment,90 min", { collection: "training" });
 * entries; //=> [{ date: "2024-03-14", title: "Attachment", hours: 1.5 }]
 * const { issues } = readTable("Date,Hours\n3/14/2024,2\n3/15/2024,2", { collection: "training", limits: { entries: 1 } });
 * issues.map(({ code, row }) => `${code} in row ${row}`); //=> ["too-many-entries in row 3"]
 */
export function readTable<C extends CollectionName>(source: TableSource, options: ReadTableOptions<C>): TableRead<C> {
  const cells = cellsOf(source, options);
  return readCells(cells, options, boundsOf(options, { entries: MAX_ENTRIES }).entries);
}

/** Reads the rows of a table as entries. */
export function readCells<C extends CollectionName>(
  { rows: cells, openQuote }: TableCells,
  options: ReadTableOptions<C>,
  bound: Bound,
): TableRead<C> {
  const { collection, columns: choices = {}, headings = knownHeadings, defaults = {} } = options;
  const read = headingReader(collection, headings);
  const reading: TableReading = {
    of: collection,
    cells,
    texts: cells.map((row) => Array.from(row, cellText)),
    read,
    totals: new Set(headings.totals.map(plainWords)),
    canceled: new Set(headings.canceled.map(plainWords)),
    defaults: { ...defaults },
    issues: [],
    guesses: new Map(),
    entries: [],
    rows: [],
  };
  if (openQuote !== undefined) reading.issues.push(openQuoteIssue(openQuote));
  reading.issues.push(...choiceIssues(collection, choices));
  const layout = findLayout(reading.texts, read, collection, choices);
  if (layout === undefined) return result(reading, undefined, [], noHeadings(reading));
  const timed = withTimes(layout, reading.texts);
  noteAbove(reading, timed);
  const columns = readColumns(timed.columns);
  const context = contextOf(reading, timed, columns, options, headings);
  readRows(reading, timed, columns, context, bound);
  return result<C>(reading, timed, context.people.found(), []);
}

/** The rows of a table. */
export interface TableCells {
  readonly rows: readonly (readonly Cell[])[];
  /** The row in which a quotation mark opens that never closes, counted from 1. */
  readonly openQuote?: number;
}

/** The rows of a table: of a text, parted so that its headings make sense. */
export function cellsOf(source: TableSource, options: ReadTableOptions): TableCells {
  checkReading(source, options);
  const { collection, columns = {}, headings = knownHeadings } = options;
  if (typeof source !== "string") return { rows: source };
  const read = headingReader(collection, headings);
  const worth = (rows: readonly (readonly string[])[]) =>
    findLayout(
      rows.map((row) => row.map(cellText)),
      read,
      collection,
      columns,
    )?.score ?? 0;
  return csvRows(source, worth);
}

function result<C extends CollectionName>(
  { of, entries, rows, issues, guesses, texts }: TableReading,
  layout: Layout | undefined,
  people: readonly Person[],
  more: readonly TableIssue[],
): TableRead<C> {
  const { from = 0, to = 0, columns = [] } = layout ?? {};
  return {
    collection: of as C,
    entries: entries as unknown as NonNullable<Collections[C]>,
    rows,
    headingRows: Array.from({ length: to - from }, (_, index) => from + index + 1),
    people,
    columns: readColumns(columns).map(({ name, heading, target }) => ({
      column: name,
      heading,
      field: fieldName(target),
    })),
    unmapped: columns.flatMap(({ index, name, heading, unread }) => {
      const told = texts.filter((row) => !isBlank(row[index] ?? "")).length - (heading === "" ? 0 : 1);
      return unread === undefined ? [] : [{ column: name, heading, because: unread, cells: Math.max(0, told) }];
    }),
    issues: [...issues, ...more].sort((a, b) => a.row - b.row),
    guesses: [...guesses.values()].map(({ guess, rows: at }) => ({ ...guess, rows: [...at] })),
  };
}

const openQuoteIssue = (row: number): TableIssue => ({
  code: "open-quote",
  row,
  loses: "nothing",
  message: "a quotation mark opens and never closes, so that all of them are read as letters",
  advice: "Close it, or save the table again from the spreadsheet.",
});

function choiceIssues(collection: CollectionName, choices: ColumnChoices): TableIssue[] {
  return Object.entries(choices).flatMap(([heading, text]) => {
    if (text === null || targetOf(collection, text) !== undefined) return [];
    const message = `${JSON.stringify(text)} is nothing that a column of ${collection} can be taken for`;
    return [{ code: "unknown-target", row: 1, heading, loses: "nothing", message, advice: "Name a field." }];
  });
}

function noHeadings({ texts, of }: TableReading): TableIssue[] {
  const told = texts.flatMap((row, index) => (row.some((text) => text !== "") ? [index + 1] : []));
  const [first] = told;
  if (first === undefined) return [];
  return [
    {
      code: "no-headings",
      row: first,
      lastRow: told.at(-1) ?? first,
      loses: "row",
      message: `no row has headings that are known of ${of}`,
      advice:
        "Name the columns in the first row, such as Date and Hours, or tell what each column is with the option columns.",
    },
  ];
}

const MOSTLY = 0.6;

/** Columns named From and To may hold times of day. */
function withTimes(layout: Layout, texts: readonly (readonly string[])[]): Layout {
  const columns = layout.columns.map((column): Column => {
    const { target, index } = column;
    if (target?.to !== "field" || (target.field !== "start" && target.field !== "end")) return column;
    const told = texts.slice(layout.to).flatMap((row) => (isBlank(row[index] ?? "") ? [] : [nth(row, index)]));
    const times = told.filter((text) => /:|[ap]\.?m/i.test(text) && isTime(text)).length;
    if (told.length === 0 || times < told.length * MOSTLY) return column;
    return { ...column, target: { to: target.field === "start" ? "start time" : "end time" } };
  });
  return { ...layout, columns };
}
