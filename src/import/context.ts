/**
 * What a table tells of all its rows: the order of its days, the year, its unit, the people, and what stands above it.
 */
import { nth } from "../base/lists";
import { readWrittenAmount } from "../base/written/amount";
import type { DateOrder } from "../base/written/day";
import type { Field } from "../evidence/field";
import { fieldOf } from "../evidence/fields";
import type { Person } from "../model/applicant";
import type { Headings } from "../model/headings";
import { type CellContext, isBlank } from "./cell-read";
import { findOrder } from "./date-order";
import type { Layout } from "./layout";
import { peopleReader } from "./people";
import { readRow } from "./read-row";
import { fieldName, guess, leaveOut, type TableReading } from "./reading";
import type { ReadColumn } from "./row-work";

/** What the caller says of all rows. */
interface Told {
  readonly dates?: DateOrder;
  readonly year?: number;
  readonly people?: readonly Person[];
}

/** What stands above the headings: it tells nothing of single rows, but perhaps of all. */
export function noteAbove(reading: TableReading, { from }: Layout): void {
  const told = reading.texts.slice(0, from).flatMap((row, index) => (row.some(Boolean) ? [index] : []));
  for (const index of told) {
    leaveOut(
      reading,
      index,
      "above-headings",
      "it stands above the headings, and is no entry",
      "Nothing is to be done if it is a title.",
    );
  }
}

/** A label and its value above the headings: `Provider: Maria Lopez`. */
function aboveValues(
  { texts, read }: TableReading,
  from: number,
): (readonly [target: ReadColumn["target"], text: string])[] {
  return texts.slice(0, from).flatMap((row) =>
    row.flatMap((text, index) => {
      const [, label = "", own = ""] = /^([^:]{2,40}):\s*(.*)$/.exec(text) ?? [];
      const value = own === "" ? row.slice(index + 1).find(Boolean) : own;
      const found = label === "" ? undefined : read(label);
      if (
        !found?.sure ||
        value === undefined ||
        found.target.to !== "field" ||
        found.target.unit ||
        found.target.format
      )
        return [];
      return [[found.target, value] as const];
    }),
  );
}

/** The fields that a line above the headings may tell of all rows. */
const FOR_ALL = ["person", "word", "ages", "association"];
/** A year in a title: `Training log 2024`. */
const TITLE_YEAR = /(?<![\d/.-])((?:19|20)\d{2})(?![\d/.-])/g;

/** Finds what the cells of a table are read with. */
export function contextOf(
  reading: TableReading,
  layout: Layout,
  columns: readonly ReadColumn[],
  { dates, year, people = [] }: Told,
  headings: Headings,
): CellContext {
  const { of, texts } = reading;
  const above = aboveValues(reading, layout.from);
  const body = texts.slice(layout.to);
  const isOf = (type: Field["type"]) => (column: ReadColumn) =>
    column.target.to === "field" && fieldOf(of, column.target.field)?.type === type;
  const cellsOf = (chosen: readonly ReadColumn[]) =>
    body.flatMap((row) => chosen.flatMap(({ index }) => (isBlank(row[index] ?? "") ? [] : [nth(row, index)])));
  const namesAbove = above.flatMap(([target, text]) =>
    target.to === "field" && fieldOf(of, target.field)?.type === "person" ? [text] : [],
  );
  const order =
    dates ?? orderOf(reading, cellsOf(columns.filter((one) => isOf("day")(one) || one.target.to === "span")));
  const own = year ?? yearAbove(reading, layout);
  const context: CellContext = {
    ...(order && { order }),
    ...(own !== undefined && { year: own }),
    minutes: areMinutes(reading, columns, cellsOf),
    people: peopleReader(people, [...namesAbove, ...cellsOf(columns.filter(isOf("person")))]),
    headings,
    readers: new Map(),
  };
  for (const column of layout.columns) {
    if (column.target !== undefined && !column.sure) {
      guess(reading, undefined, { code: "heading", message: `it is taken for ${fieldName(column.target)}`, column });
    }
  }
  addAbove(reading, above, context);
  return context;
}

/** Takes what lines above the headings tell as told of every row. */
function addAbove(
  reading: TableReading,
  above: readonly (readonly [ReadColumn["target"], string])[],
  context: CellContext,
): void {
  for (const [target, text] of above) {
    const type = target.to === "field" ? fieldOf(reading.of, target.field)?.type : undefined;
    if (target.to !== "field" || type === undefined || !FOR_ALL.includes(type)) continue;
    const column: ReadColumn = { index: -1, name: "", heading: "", sure: true, target };
    const { entries } = readRow(reading.of, [{ column, raw: text, text }], context);
    const value = entries[0]?.[target.field];
    if (value === undefined || reading.defaults[target.field] !== undefined) continue;
    Object.assign(reading.defaults, { [target.field]: value });
    const message = `${JSON.stringify(text)}, which stands above the table, is taken as the ${target.field} of every row that tells none`;
    guess(reading, undefined, { code: "above-table", message });
  }
}

function orderOf(reading: TableReading, texts: readonly string[]): DateOrder | undefined {
  const { order, shownBy } = findOrder(texts);
  if (order === undefined) return undefined;
  const first = order === "mdy" ? "the month" : "the day";
  guess(reading, undefined, { code: "date-order", message: `${first} stands first in days, as in ${shownBy}` });
  return order;
}

/** The one year that stands above the headings. */
function yearAbove(reading: TableReading, { from }: Layout): number | undefined {
  const title = reading.texts.slice(0, from).flat().join(" ");
  const years = new Set([...title.matchAll(TITLE_YEAR)].map(([, year]) => Number(year)));
  const [year] = years;
  return years.size === 1 ? year : undefined;
}

const SHORT = 10;

/** Bare numbers of a column of either unit are minutes where hardly one of them can be hours. */
function areMinutes(
  reading: TableReading,
  columns: readonly ReadColumn[],
  cellsOf: (chosen: readonly ReadColumn[]) => readonly string[],
): boolean {
  const column = columns.find(({ target }) => target.to === "field" && target.unit === "either");
  if (column === undefined) return false;
  const bare = cellsOf([column]).flatMap((text) => {
    const found = readWrittenAmount(text);
    return found !== undefined && found.unit === undefined ? [found.amount] : [];
  });
  if (bare.length === 0) return false;
  const minutes = bare.every((amount) => amount >= SHORT);
  const message = `numbers without a unit are taken as ${minutes ? "minutes" : "hours"}`;
  guess(reading, undefined, { code: "unit", message, column });
  return minutes;
}
