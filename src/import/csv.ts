/**
 * The rows of a CSV text: RFC 4180, with whichever delimiter it has.
 */
import Papa from "papaparse";

/** The rows of a text. */
export interface CsvRows {
  /** The rows, blank ones included. */
  readonly rows: readonly (readonly string[])[];
  /** The row in which a quotation mark opens that never closes, counted from 1. */
  readonly openQuote?: number;
}

/** Parts a CSV text into rows. */
export function csvRows(text: string): CsvRows {
  const plain = text.replace(/^\ufeff/, "");
  const { data, errors } = parsed(plain, '"');
  const open = errors.find(({ code }) => code === "MissingQuotes");
  if (open === undefined) return { rows: data };
  // an open quotation mark would swallow every row behind it: then it is a letter like any other
  return { rows: parsed(plain, "\0").data, openQuote: (open.row ?? 0) + 1 };
}

function parsed(text: string, quoteChar: string): Papa.ParseResult<string[]> {
  return Papa.parse<string[]>(text, { quoteChar, delimitersToGuess: [",", ";", "\t", "|"], skipEmptyLines: false });
}

/** Writes rows as CSV. */
export const csvText = (rows: readonly (readonly string[])[]): string =>
  `${Papa.unparse(rows as string[][], { newline: "\r\n" })}\r\n`;
