/**
 * How a table is laid out: which row holds the headings, and what each column is taken for.
 */
import { readWrittenDay } from "../base/written/day";
import type { CollectionName } from "../model/applicant";
import { columnName } from "./cell";
import type { HeadingFound, HeadingReader } from "./heading";
import { type ColumnTarget, targetKey, targetOf } from "./target";
import { plainWords } from "./wording";

/** Why nothing is read from a column. */
export type Unread = "not-asked-for" | "not-understood" | "told-by-another-column" | "left-out-by-choice";

/** One column of a table. */
export interface Column {
  /** Its place, counted from 0. */
  readonly index: number;
  /** Its name in a spreadsheet: `A`. */
  readonly name: string;
  /** Its heading. */
  readonly heading: string;
  /** What it is taken for; absent where nothing is read from it. */
  readonly target?: ColumnTarget;
  /** Whether the heading is known, and not only like one that is. */
  readonly sure: boolean;
  /** Why nothing is read from it. */
  readonly unread?: Unread;
}

/** How a table is laid out. */
export interface Layout {
  /** The first row of headings, counted from 0. */
  readonly from: number;
  /** The row after the headings. */
  readonly to: number;
  /** How much the headings tell: about one for each that is known. */
  readonly score: number;
  /** The columns that have a heading, or are named by the caller. */
  readonly columns: readonly Column[];
}

/** What callers say of columns: a target by heading or by the letter of the column; `null` leaves a column out. */
export type ColumnChoices = Readonly<Record<string, string | null>>;

/** How many rows are searched for headings. */
const SEARCHED = 60;

/** Finds the headings of a table. */
export function findLayout(
  rows: readonly (readonly string[])[],
  read: HeadingReader,
  collection: CollectionName,
  choices: ColumnChoices,
): Layout | undefined {
  const chosen = choicesBy(collection, choices);
  let best: Layout | undefined;
  for (let from = 0; from < Math.min(rows.length, SEARCHED); from++) {
    for (const height of [1, 2]) {
      const found = layoutAt(rows, from, height, read, chosen);
      // a second row of headings must tell more than the first alone
      if (found !== undefined && found.score > (best?.score ?? 0)) best = found;
    }
  }
  return best ?? withoutHeadings(rows, chosen);
}

type Chosen = ReadonlyMap<string, ColumnTarget | "left out">;

function choicesBy(collection: CollectionName, choices: ColumnChoices): Chosen {
  return new Map(
    Object.entries(choices).flatMap(([key, text]) => {
      const target = text === null ? "left out" : targetOf(collection, text);
      return target === undefined ? [] : [[plainWords(key), target] as const];
    }),
  );
}

const NUMBER = /^[\d.,:%$-]+$/;

const looksLikeData = (text: string): boolean => {
  if (NUMBER.test(text)) return true;
  const day = readWrittenDay(text);
  return day !== undefined && "day" in day && day.day.length === "YYYY-MM-DD".length;
};

/** Tries a row, or two rows of which the upper one spans columns of the lower one, as headings. */
function layoutAt(
  rows: readonly (readonly string[])[],
  from: number,
  height: number,
  read: HeadingReader,
  chosen: Chosen,
): Layout | undefined {
  const upper = rows[from] ?? [];
  const lower = height === 2 ? rows[from + 1] : undefined;
  if (height === 2 && (lower === undefined || !lower.some(Boolean))) return undefined;
  if ([...upper, ...(lower ?? [])].some((text) => text !== "" && looksLikeData(text))) return undefined;
  const headings = lower === undefined ? [...upper] : stacked(upper, lower, read);
  const columns = columnsOf(headings, read, chosen);
  const told = columns.filter(({ target }) => target !== undefined && target.to !== "nothing");
  const filled = headings.filter((text) => text !== "").length;
  const isMark = ({ target }: Column) => target?.to === "mark";
  // nothing but words to cross is a cell with a list, cut at its semicolons
  if ((told.length === 1 && filled > 2) || scoreOf(told.filter((column) => !isMark(column))) < 1) return undefined;
  // a second row costs a little, so that it is taken only where it tells more
  return { from, to: from + height, columns, score: scoreOf(told) - (height - 1) * 0.5 };
}

const scoreOf = (columns: readonly Column[]): number => columns.reduce((sum, { sure }) => sum + (sure ? 1 : 0.4), 0);

/** Joins two rows of headings: an upper one reaches over the blanks behind it. */
function stacked(upper: readonly string[], lower: readonly string[], read: HeadingReader): string[] {
  const width = Math.max(upper.length, lower.length);
  let above = "";
  return Array.from({ length: width }, (_, index) => {
    const [over = "", under = ""] = [upper[index], lower[index]];
    if (over !== "") above = over;
    if (under === "") return over;
    const both = `${above} ${under}`.trim();
    if (read(both)?.sure) return both;
    return read(under)?.sure || over === "" ? under : both;
  });
}

function columnsOf(headings: readonly string[], read: HeadingReader, chosen: Chosen): Column[] {
  const found = headings.flatMap((heading, index) => {
    const own = chosen.get(plainWords(heading)) ?? chosen.get(columnName(index).toLowerCase());
    return heading === "" && own === undefined ? [] : [{ heading, index, own, read: read(heading) }];
  });
  // who is sure comes first
  const taken = new Set(
    found.flatMap(({ own, read: one }) => (own === undefined && one?.sure ? [targetKey(one.target)] : [])),
  );
  const given = new Set<string>();
  return found.map(({ heading, index, own, read: one }) => {
    const column = { index, name: columnName(index), heading };
    if (own === "left out") return { ...column, sure: true, unread: "left-out-by-choice" };
    if (own !== undefined) return { ...column, target: own, sure: true };
    return { ...column, ...settled(one, taken, given) };
  });
}

/** Several columns may tell one text, and each mark is a column of its own. */
const isShared = (target: ColumnTarget) =>
  target.to === "nothing" || (target.to === "field" && SHARED.includes(target.field) && target.otherwise === undefined);
const SHARED = ["title", "presenter"];

function settled(
  found: HeadingFound | undefined,
  taken: ReadonlySet<string>,
  given: Set<string>,
): Pick<Column, "target" | "sure" | "unread"> {
  if (found === undefined) return { sure: false, unread: "not-understood" };
  const { target, sure } = found;
  if (target.to === "nothing") return { sure, unread: "not-asked-for" };
  const key = targetKey(target);
  if (sure && isShared(target)) return { target, sure };
  if ((!sure && taken.has(key)) || given.has(key)) return { sure, unread: "told-by-another-column" };
  given.add(key);
  return { target, sure };
}

/** A table without headings can be read where the caller names its columns by their letters. */
function withoutHeadings(rows: readonly (readonly string[])[], chosen: Chosen): Layout | undefined {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const columns = Array.from({ length: width }, (_, index) => {
    const name = columnName(index);
    const target = chosen.get(name.toLowerCase());
    if (target === undefined) return { index, name, heading: "", sure: true, unread: "not-understood" as const };
    if (target === "left out") return { index, name, heading: "", sure: true, unread: "left-out-by-choice" as const };
    return { index, name, heading: "", sure: true, target };
  });
  return columns.some(({ target }) => target !== undefined) ? { from: 0, to: 0, columns, score: 0 } : undefined;
}
