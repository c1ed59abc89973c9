/** The tables in `examples/files`, with the collection that each tells. */
import { readFileSync } from "node:fs";
import { decodeTable, readTable, type TableRead } from "../../src/import";
import type { CollectionName } from "../../src/model/applicant";

/** The folder. */
export const FOLDER = "examples/files";

/** The files by name. */
export const files: Readonly<Record<string, CollectionName>> = {
  "agency-training-log.csv": "training",
  "ambiguous-dates.csv": "training",
  "ceu-certificates.csv": "training",
  "competency-crosses.csv": "training",
  "days-without-year.csv": "training",
  "degrees.csv": "education",
  "formulas.csv": "training",
  "merged-title-pages.csv": "training",
  "mixed-date-orders.csv": "training",
  "open-quote.csv": "training",
  "references-list.csv": "references",
  "registro-semicolon-bom.csv": "training",
  "resume-as-table.csv": "work",
  "resume-date-ranges.csv": "work",
  "rsc-log-times-initials.csv": "supervisionReceived",
  "rsc-two-hour-columns.csv": "supervisionReceived",
  "tab-separated.tsv": "training",
  "transcript.csv": "training",
  "windows-1252.csv": "training",
};

/** Reads one of the files. */
export function readFile(name: string): TableRead {
  const collection = files[name];
  if (collection === undefined) throw new Error(`no file ${name}`);
  return readTable(decodeTable(readFileSync(`${FOLDER}/${name}`)), { collection });
}

/** What is expected of a file: the entries by row, people, and each issue and guess by its place. */
export function shown({ entries, rows, people, unmapped, issues, guesses }: TableRead): unknown {
  return {
    entries: (entries as readonly object[]).map((entry, index) => ({ row: rows[index], ...entry })),
    people,
    unmapped: unmapped.map(({ column, heading, because }) => `${column} ${heading}: ${because}`),
    issues: issues.map(({ code, row, column = "", loses }) => `${code} ${column}${row}, loses ${loses}`),
    guesses: guesses.map(({ code, column = "", rows: at }) =>
      `${code} ${column} ${at.join(",")}`.replace(/\s+/g, " ").trim(),
    ),
  };
}
