/**
 * What is asked of a row once all of its cells are read.
 */
import { firstDay, lastDay } from "../base/calendar";
import { isPresent } from "../base/written/span";
import type { Field } from "../evidence/field";
import { fields, placements } from "../evidence/fields";
import type { EntryDraft, PlacedProblem, RowCell, RowWork } from "./row-work";

/** A session has a day, an arrangement a period: of both the period is taken. */
export function dropDay({ of, draft, problems }: RowWork): void {
  const { day, period } = placements[of];
  if (!period || day === undefined || draft[day] === undefined) return;
  if (draft["start"] === undefined && draft["end"] === undefined) return;
  const message = `the row tells a ${day}, ${draft[day]}, and a period; the period is taken`;
  problems.push({
    code: "unreadable",
    message,
    advice: "Tell the day of a session, or the first and last day of several.",
  });
  delete draft[day];
}

/** A start without an end says that it goes on: where there is a column for the end, that is worth telling. */
export function addOngoing(work: RowWork, cells: readonly RowCell[]): void {
  const { draft, of } = work;
  if (!placements[of].period || draft["start"] === undefined || draft["end"] !== undefined) return;
  const column = cells.find(({ column: one }) => one.target.to === "field" && one.target.field === "end");
  if (column === undefined || isPresent(column.text) || work.lost.has("end")) return;
  work.guesses.push({
    code: "still-so",
    message: "where there is no last day it is taken as still going on",
    column: column.column,
  });
}

/** Why a row is no entry: without what could not be read it would say something else. */
export function refusal({ of, draft, lost }: RowWork): PlacedProblem | undefined {
  for (const [name, { presumed, needed }] of Object.entries<Field>(fields[of])) {
    if (presumed !== undefined && lost.has(name)) {
      const message = `without ${name} the row would say something else`;
      return { code: "needed", message, advice: `Correct ${name}.` };
    }
    if (needed && draft[name] === undefined) {
      return { code: "needed", message: `${name} is missing`, advice: `Tell ${name}.` };
    }
  }
  const { start, end } = draft;
  if (typeof start === "string" && typeof end === "string" && lastDay(end) < firstDay(start)) {
    const message = `it ends ${end}, before it starts ${start}`;
    return { code: "end-before-start", message, advice: "Exchange or correct the days." };
  }
  return undefined;
}

/** Individual and group hours side by side are two entries. */
export function splitByFormat(draft: EntryDraft, parts: RowWork["parts"]): EntryDraft[] {
  if (parts.length === 0) return Object.keys(draft).length === 0 ? [] : [draft];
  return parts.map(({ format, hours }) => ({ ...draft, hours, format }));
}
