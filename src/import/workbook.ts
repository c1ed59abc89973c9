/**
 * Spreadsheets (`.xlsx`): their sheets as rows for `readTable`, and tables to fill in, with the words to choose from.
 */
import { readXlsx, writeXlsx } from "hucre/xlsx";
import { messageOf } from "../base/errors";
import { givenBytes } from "../base/given";
import type { FormField } from "../explain/form";
import type { CollectionName, Collections } from "../model/applicant";
import { type Cell, columnName } from "./cell";
import { checkWriting } from "./given-table";
import { columnsOf, tableRows, type WriteTableOptions } from "./write-table";

/** One sheet of a spreadsheet. */
export interface Sheet {
  /** Its name. */
  readonly name: string;
  /** Its rows. */
  readonly rows: readonly (readonly Cell[])[];
}

/**
 * Thrown for a file that is no spreadsheet.
 *
 * @category Handle errors
 */
export class WorkbookError extends Error {
  /** Tells it from other errors. */
  override readonly name = "WorkbookError";
}

/**
 * Reads the sheets of a spreadsheet. Of a formula the value is read that the spreadsheet program worked out; none is run.
 *
 * @category Read and write tables
 * @param bytes - The content of an `.xlsx` file.
 * @returns The sheets in their order.
 * @throws {@link WorkbookError} where it is no such file.
 * @example
 * const [sheet] = await readWorkbook(await writeWorkbook([{ hours: 1.5 }], { collection: "training" }));
 * sheet?.name; //=> "Trainings"
 */
export async function readWorkbook(bytes: Uint8Array): Promise<readonly Sheet[]> {
  givenBytes(bytes);
  try {
    const { sheets } = await readXlsx(bytes);
    return sheets.map(({ name, rows }) => ({ name, rows }));
  } catch (error) {
    const message = `it is no spreadsheet of the form .xlsx, or it is damaged: ${messageOf(error)}`;
    throw new WorkbookError(message, { cause: error });
  }
}

/** How many rows below the headings offer the words to choose from. */
const ROWS_TO_FILL = 1_000;

/**
 * Writes entries as a spreadsheet: a sheet with headings and a row for each entry, whose cells offer the words to choose
 * from, and a sheet with all of these words.
 *
 * @category Read and write tables
 * @returns The content of an `.xlsx` file.
 */
export async function writeWorkbook<C extends CollectionName>(
  entries: NonNullable<Collections[C]>,
  options: WriteTableOptions<C>,
): Promise<Uint8Array> {
  checkWriting(entries, options);
  const columns = columnsOf(options.collection, options);
  const lists = columns.filter(({ words }) => words !== undefined);
  const label = columns[0]?.collection?.label ?? options.collection;
  const choices = columns.flatMap(({ type, words = [], label: heading }, index) => {
    if (type !== "word") return [];
    const place = lists.findIndex((one) => one.label === heading);
    const letters = columnName(place);
    return [
      {
        type: "list" as const,
        formula1: `'${WORDS}'!$${letters}$2:$${letters}$${words.length + 1}`,
        allowBlank: true,
        range: `${columnName(index)}2:${columnName(index)}${ROWS_TO_FILL}`,
      },
    ];
  });
  return writeXlsx({
    sheets: [
      { name: sheetName(label), rows: tableRows(entries, options), dataValidations: choices, freezePane: { rows: 1 } },
      { name: WORDS, rows: wordRows(lists) },
    ],
  });
}

const WORDS = "Words";
const LONGEST_NAME = 31;

/** A sheet may not have every name. */
const sheetName = (label: string): string =>
  label
    .replace(/[[\]:*?/\\']/g, " ")
    .slice(0, LONGEST_NAME)
    .trim();

/** The words to choose from, a column for each list. */
function wordRows(lists: readonly FormField[]): string[][] {
  const longest = Math.max(0, ...lists.map(({ words = [] }) => words.length));
  const rows = Array.from({ length: longest }, (_, at) => lists.map(({ words = [] }) => words[at]?.label ?? ""));
  return [lists.map(({ label }) => label), ...rows];
}
