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

/** What may stand between cells. */
const DELIMITERS = [",", ";", "\t", "|"];
const PREVIEW = 60;

/**
 * Parts a CSV text into rows.
 *
 * @param worth - How much sense the first rows make when they are parted so: the delimiter with the most sense is taken.
 */
export function csvRows(text: string, worth: (rows: readonly (readonly string[])[]) => number = () => 0): CsvRows {
  const plain = text.replace(/^\ufeff/, "");
  const delimiter = bestDelimiter(plain, worth);
  const { data, errors } = parsed(plain, '"', delimiter);
  const open = errors.find(({ code }) => code === "MissingQuotes");
  if (open === undefined) return { rows: data };
  // an open quotation mark would swallow every row behind it: then it is a letter like any other
  return { rows: parsed(plain, "\0", delimiter).data, openQuote: (open.row ?? 0) + 1 };
}

/** Finds the delimiter; an empty one lets the parser guess by the number of cells. */
function bestDelimiter(text: string, worth: (rows: readonly (readonly string[])[]) => number): string {
  let best = { delimiter: "", score: 0 };
  for (const delimiter of DELIMITERS) {
    if (!text.includes(delimiter)) continue;
    const score = worth(parsed(text, '"', delimiter, PREVIEW).data);
    if (score > best.score) best = { delimiter, score };
  }
  return best.delimiter;
}

function parsed(text: string, quoteChar: string, delimiter: string, preview = 0): Papa.ParseResult<string[]> {
  return Papa.parse<string[]>(text, {
    quoteChar,
    delimiter,
    preview,
    delimitersToGuess: DELIMITERS,
    skipEmptyLines: false,
  });
}

/** Writes rows as CSV. */
export const csvText = (rows: readonly (readonly string[])[]): string =>
  `${Papa.unparse(rows as string[][], { newline: "\r\n" })}\r\n`;
