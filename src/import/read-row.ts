/**
 * Reads one row of a table as an entry, or as several where it tells individual and group hours side by side.
 */
import { readWrittenAmount } from "../base/written/amount";
import { readWrittenAnswer } from "../base/written/answer";
import { readWrittenDay } from "../base/written/day";
import { readWrittenSpan } from "../base/written/span";
import { fieldOf, fields, placements } from "../evidence/fields";
import type { CollectionName } from "../model/applicant";
import { type CellContext, isBlank, TELLS_NOTHING } from "./cell-read";
import type { CellRead } from "./finding";
import { readCell, readStandings } from "./read-cell";
import { dayRead } from "./read-day-cell";
import { addClock, readTime } from "./row-clock";
import { addOngoing, dropDay, refusal, splitByFormat } from "./row-end";
import {
  type EntryDraft,
  type PlacedGuess,
  type PlacedProblem,
  putField,
  type RowCell,
  type RowWork,
  takeCell,
} from "./row-work";
import type { ColumnTarget } from "./target";

/** What was read from a row. */
export interface RowRead {
  /** The entries; none where the row is refused. */
  readonly entries: readonly EntryDraft[];
  readonly problems: readonly PlacedProblem[];
  readonly guesses: readonly PlacedGuess[];
}

/** Reads a row. */
export function readRow(of: CollectionName, cells: readonly RowCell[], context: CellContext): RowRead {
  const work: RowWork = { of, draft: {}, parts: [], clock: {}, problems: [], guesses: [], lost: new Set() };
  for (const cell of cells) readInto(work, cell, context);
  for (const cell of cells) standIn(work, cell, context);
  addClock(work);
  dropDay(work);
  addOngoing(work, cells);
  const { draft, problems, guesses } = work;
  const refused = refusal(work);
  if (refused !== undefined) return { entries: [], problems: [...problems, refused], guesses };
  return { entries: splitByFormat(draft, work.parts), problems, guesses };
}

function readInto(work: RowWork, cell: RowCell, context: CellContext): void {
  const { target } = cell.column;
  switch (target.to) {
    case "field":
      if (target.otherwise) return;
      if (target.format !== undefined) return readPart(work, cell, target.format, context);
      return takeCell(work, cell, target.field, read(work.of, target, cell, context));
    case "mark":
      return readMark(work, cell, target);
    case "person":
      return readOfPerson(work, cell, target, context);
    case "span":
      return readSpan(work, cell, context);
    case "start time":
    case "end time":
    case "times":
      return readTime(work, cell);
    case "nothing":
      return;
  }
}

function read(
  of: CollectionName,
  target: Extract<ColumnTarget, { to: "field" }>,
  cell: RowCell,
  context: CellContext,
): CellRead {
  const field = fieldOf(of, target.field);
  return field === undefined ? TELLS_NOTHING : readCell(target, field, cell.raw, cell.text, context);
}

function readPart(work: RowWork, cell: RowCell, format: string, context: CellContext): void {
  if (isBlank(cell.text)) return;
  const answer = /^\d/.test(cell.text) ? undefined : readWrittenAnswer(cell.text);
  if (answer === false) return;
  if (answer) return putField(work, cell, "format", format);
  const amount = readWrittenAmount(cell.text);
  if (amount?.amount === 0) return;
  const found = read(work.of, { to: "field", field: "hours" }, cell, context);
  const hours = found.sets["hours"];
  if (typeof hours === "number") work.parts.push({ format, hours });
  takeCell(work, cell, "hours", { ...found, sets: {} });
  if (typeof hours === "number" && found.problem === undefined) work.lost.delete("hours");
}

function readMark(work: RowWork, cell: RowCell, { field, word }: Extract<ColumnTarget, { to: "mark" }>): void {
  if (isBlank(cell.text)) return;
  const number = readWrittenAmount(cell.text)?.amount;
  const answer = number === undefined ? readWrittenAnswer(cell.text) : number > 0;
  if (answer === false) return;
  if (answer === undefined) {
    const message = `${JSON.stringify(cell.text)} is no cross`;
    work.problems.push({ code: "unreadable", message, advice: "Put an x where it fits.", cell });
    work.lost.add(field);
    return;
  }
  const told = work.draft[field];
  const before: readonly unknown[] = Array.isArray(told) ? told : [];
  if (!before.includes(word)) work.draft[field] = [...before, word];
}

/** What a row tells of a person belongs to that person, and is kept until all rows are read. */
function readOfPerson(
  work: RowWork,
  cell: RowCell,
  { field, of }: Extract<ColumnTarget, { to: "person" }>,
  context: CellContext,
): void {
  if (isBlank(cell.text)) return;
  const id = work.draft[field];
  const person = typeof id === "string" ? context.people.person(id) : undefined;
  if (person === undefined) return;
  const found =
    of === "endorsements"
      ? readStandings(of, cell.text, context)
      : readCell({ to: "field", field: of }, fields.people[of], cell.raw, cell.text, context);
  takeCell(work, cell, `${field}.${of}`, { ...found, sets: {} });
  if (of === "degree" && found.sets[of] !== undefined)
    person.degree ??= found.sets[of] as NonNullable<typeof person.degree>;
  if (of === "endorsements" && Array.isArray(found.sets[of])) {
    type Standings = NonNullable<typeof person.endorsements>;
    const known = person.endorsements ?? [];
    const fresh = (found.sets[of] as Standings).filter(
      ({ category }) => !known.some((one) => one.category === category),
    );
    person.endorsements = [...known, ...fresh];
  }
}

/** Reads both ends of a period; a single day is both. */
function readSpan(work: RowWork, cell: RowCell, context: CellContext): void {
  if (isBlank(cell.text)) return;
  const span = readWrittenSpan(cell.text, context);
  const { day, period } = placements[work.of];
  if (span === undefined) {
    const found = readWrittenDay(cell.text, context);
    if (day !== undefined) return takeCell(work, cell, day, dayRead(day, found, cell.text));
    takeCell(work, cell, "end", dayRead("start", found, cell.text));
    if (work.draft["start"] === undefined) return;
    work.draft["end"] = work.draft["start"];
    work.guesses.push({
      code: "one-day",
      message: "a single day, month or year is taken as first and last day",
      column: cell.column,
    });
    return;
  }
  const { start, end } = span;
  if (!period)
    return takeCell(work, cell, day ?? "date", dayRead(day ?? "date", end === "present" ? start : end, cell.text));
  if (start !== undefined) takeCell(work, cell, "start", dayRead("start", start, cell.text));
  if (end !== undefined && end !== "present") takeCell(work, cell, "end", dayRead("end", end, cell.text));
}

/** Reads columns that only stand in where the field itself is not told. */
function standIn(work: RowWork, cell: RowCell, context: CellContext): void {
  const { target } = cell.column;
  if (target.to !== "field" || !target.otherwise) return;
  if (work.draft[target.field] === undefined) takeCell(work, cell, target.field, read(work.of, target, cell, context));
}
