/** Reads tables that were damaged at random, and counts the rows that were lost. */
import { readFileSync } from "node:fs";
import { collectionNames } from "../../src/evidence/fields";
import { decodeTable, readTable, type TableSource } from "../../src/import";
import { type Cell, cellText } from "../../src/import/cell";
import { csvRows } from "../../src/import/csv";
import { numbers } from "../generate/applicants";
import { FOLDER, files } from "./files";

/** What came of damaged tables. */
export interface FuzzCounts {
  readonly tables: number;
  /** Rows that told something, all in all. */
  readonly rows: number;
  readonly entries: number;
  /** Rows that gave neither an entry nor an issue. */
  readonly lost: number;
  readonly thrown: number;
  /** What was thrown or lost first. */
  readonly first?: string;
}

const PIECES = [
  '"',
  ",",
  ";",
  "\n",
  "\r\n",
  "\t",
  "'",
  "=",
  "3/14/2024",
  "present",
  "½",
  "\0",
  "\ufeff",
  "Date",
  "Hours",
  "Total",
  " - ",
  "x",
  "999999999999",
  "Infinity",
  "NaN",
  "-",
  "é",
];
const CELLS = [
  null,
  undefined,
  "",
  0,
  -1,
  45365,
  Number.NaN,
  true,
  "2024",
  "Date",
  "Hours",
  "a & b",
  { toISOString: () => "2024-03-14T00:00:00.000Z" },
];

/** Damages tables and reads them. */
export function fuzz(count: number, seed: number): FuzzCounts {
  const random = numbers(seed);
  const below = (number: number) => Math.floor(random() * number);
  const pick = <T>(all: readonly T[]): T => all[below(all.length)] as T;
  const sources = Object.entries(files).map(([name, collection]) => ({
    text: decodeTable(readFileSync(`${FOLDER}/${name}`)),
    collection,
  }));
  const counts = { tables: 0, rows: 0, entries: 0, lost: 0, thrown: 0 };
  let first: string | undefined;
  const damaged = (text: string): string => {
    let made = text;
    for (let times = 1 + below(8); times > 0; times--) {
      const at = below(made.length + 1);
      const kind = below(4);
      if (kind === 0) made = made.slice(0, at) + pick(PIECES) + made.slice(at);
      if (kind === 1) made = made.slice(0, at) + made.slice(at + 1 + below(12));
      if (kind === 2) made = made.slice(0, at) + made.slice(below(made.length + 1)).slice(0, 60) + made.slice(at);
      if (kind === 3)
        made = made
          .split("\n")
          .sort(() => random() - 0.5)
          .join("\n");
    }
    return made;
  };
  while (counts.tables < count) {
    counts.tables += 1;
    const { text, collection } = pick(sources);
    const made = damaged(text);
    const asRows = random() < 0.3;
    const source: TableSource = asRows
      ? csvRows(made).rows.map((row) => row.map((cell) => (random() < 0.1 ? pick(CELLS) : cell)))
      : made;
    const of = random() < 0.2 ? pick(collectionNames) : collection;
    try {
      const { entries, rows, issues, headingRows } = readTable(source, { collection: of });
      const given = new Set(rows);
      for (const { row, lastRow = row } of issues) for (let at = row; at <= lastRow; at++) given.add(at);
      const heading = new Set(headingRows);
      const lostIn = (cells: readonly (readonly Cell[])[]) =>
        cells.flatMap((row, index) => {
          const tells = Array.from(row, cellText).some((one) => one !== "");
          return tells && !given.has(index + 1) && !heading.has(index + 1) ? [index + 1] : [];
        });
      const ways = typeof source === "string" ? partings(source) : [source];
      const [least = []] = ways.map(lostIn).sort((one, other) => one.length - other.length);
      counts.rows += given.size;
      counts.lost += least.length;
      if (least.length > 0) first ??= `row ${least[0]} of ${JSON.stringify(source)}`;
      counts.entries += entries.length;
    } catch (error) {
      counts.thrown += 1;
      first ??= `${(error as Error).stack}: ${JSON.stringify(made)}`;
    }
  }
  return { ...counts, ...(first !== undefined && { first }) };
}

/** The rows of a text, as they are with each delimiter: which one is taken depends on the headings. */
function partings(text: string): (readonly (readonly string[])[])[] {
  let calls = 0;
  csvRows(text, () => calls++ * 0);
  const byDelimiter = Array.from({ length: calls }, (_, chosen) => {
    let call = 0;
    return csvRows(text, () => (call++ === chosen ? 1 : 0)).rows;
  });
  return [csvRows(text).rows, ...byDelimiter];
}
