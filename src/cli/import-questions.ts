/**
 * What `import` asks about a table where it is not sure.
 */
import type { DateOrder } from "../base/written/day";
import { formFields } from "../explain/form";
import type { ColumnChoices } from "../import/layout";
import type { TableRead } from "../import/read-table";
import type { Ask } from "./io";

/** What the person said. */
export interface Decided {
  readonly options: { readonly dates?: DateOrder; readonly year?: number };
  readonly columns: ColumnChoices;
  /** Whether the list is complete with this table. */
  readonly complete: boolean;
}

const MOST_COLUMNS = 6;
const LEAVE_OUT = "";

/** Asks about the order of days, the year, columns that are not understood, and whether this is all. */
export async function askAbout(ask: Ask, read: TableRead, ordered: boolean): Promise<Decided> {
  const unsure = read.issues.find(({ code }) => code === "ambiguous-day");
  const dates = unsure && !ordered ? ((await askOrder(ask, unsure.value ?? "")) as DateOrder) : undefined;
  const yearless = read.issues.find(({ code }) => code === "no-year");
  const year = yearless === undefined ? "" : await askYear(ask, yearless.value ?? "");
  const columns = await askColumns(ask, read);
  const label = formFields().find(({ collection }) => collection?.name === read.collection)?.collection?.label ?? "";
  const complete = await ask.confirm(`Is this all there is to tell of: ${label}?`);
  return { options: { ...(dates && { dates }), ...(year !== "" && { year: Number(year) }) }, columns, complete };
}

const askOrder = (ask: Ask, day: string) =>
  ask.choose(`Which stands first in days such as ${day}?`, [
    { value: "mdy", label: "the month" },
    { value: "dmy", label: "the day" },
  ]);

const askYear = (ask: Ask, day: string) =>
  ask.text(`Of which year are days such as ${day}? (leave it empty if you do not know)`, "2024", (text) =>
    /^(?:19|20)\d{2}$/.test(text.trim()) ? undefined : "Write a year of four digits.",
  );

async function askColumns(ask: Ask, { collection, unmapped }: TableRead): Promise<ColumnChoices> {
  const fields = formFields().filter((field) => field.collection?.name === collection);
  const choices = [
    { value: LEAVE_OUT, label: "nothing that is asked for" },
    ...fields.map(({ name, label, help }) => ({ value: name, label, hint: help })),
  ];
  const chosen: Record<string, string | null> = {};
  const open = unmapped.filter(({ because, cells }) => because === "not-understood" && cells > 0);
  for (const { heading, column } of open.slice(0, MOST_COLUMNS)) {
    const answer = await ask.choose(`What is column ${column}, ${JSON.stringify(heading)}?`, choices);
    chosen[heading === "" ? column : heading] = answer === LEAVE_OUT ? null : answer;
  }
  return chosen;
}
