/**
 * Reads one row of a table as an entry, or as several where it tells individual and group hours side by side.
 */
import { firstDay, lastDay } from "../base/calendar";
import { readWrittenAmount } from "../base/written/amount";
import { readWrittenAnswer } from "../base/written/answer";
import { durationBetween, readWrittenTimes } from "../base/written/clock";
import { readWrittenDay } from "../base/written/day";
import { isPresent, readWrittenSpan } from "../base/written/span";
import type { Field } from "../evidence/field";
import { fieldOf, fields, placements } from "../evidence/fields";
import type { CollectionName } from "../model/applicant";
import type { Cell } from "./cell";
import type { CellGuess, CellProblem, CellRead } from "./finding";
import type { Column } from "./layout";
import { type CellContext, dayRead, isBlank, readCell, readStandings } from "./read-cell";
import type { ColumnTarget } from "./target";

/** A column that is read. */
export interface ReadColumn extends Column {
  readonly target: ColumnTarget;
}

/** One cell of a row. */
export interface RowCell {
  readonly column: ReadColumn;
  readonly raw: Cell;
  readonly text: string;
}

/** A problem and its column. */
export interface PlacedProblem extends CellProblem {
  readonly cell?: RowCell;
}

/** A guess and its column. */
export interface PlacedGuess extends CellGuess {
  readonly column?: Column;
}

/** What was read from a row. */
export interface RowRead {
  /** The entries; none where the row is refused. */
  readonly entries: readonly EntryDraft[];
  readonly problems: readonly PlacedProblem[];
  readonly guesses: readonly PlacedGuess[];
}

/** An entry in the making. */
export type EntryDraft = Record<string, unknown>;

interface Work {
  readonly of: CollectionName;
  readonly draft: EntryDraft;
  /** Hours that stand in a column of individual or of group sessions. */
  readonly parts: { readonly format: string; readonly hours: number }[];
  readonly clock: { start?: string; end?: string; hours?: number };
  readonly problems: PlacedProblem[];
  readonly guesses: PlacedGuess[];
  /** Fields that have something told which could not be read. */
  readonly lost: Set<string>;
}

/** Reads a row. */
export function readRow(of: CollectionName, cells: readonly RowCell[], context: CellContext): RowRead {
  const work: Work = { of, draft: {}, parts: [], clock: {}, problems: [], guesses: [], lost: new Set() };
  for (const cell of cells) readInto(work, cell, context);
  for (const cell of cells) standIn(work, cell, context);
  addClock(work);
  dropDay(work);
  addOngoing(work, cells);
  const { draft, problems, guesses } = work;
  const refused = refusal(work);
  if (refused !== undefined) return { entries: [], problems: [...problems, refused], guesses };
  return { entries: split(draft, work.parts), problems, guesses };
}

function readInto(work: Work, cell: RowCell, context: CellContext): void {
  const { target } = cell.column;
  switch (target.to) {
    case "field":
      if (target.otherwise) return;
      if (target.format !== undefined) return readPart(work, cell, target.format, context);
      return take(work, cell, target.field, read(work.of, target, cell, context));
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
  const field = fieldOf(of, target.field) as Field;
  return readCell(target, field, cell.raw, cell.text, context);
}

/** Notes what a cell tells. */
function take(work: Work, cell: RowCell, name: string, { sets, guesses, problem }: CellRead): void {
  for (const [field, value] of Object.entries(sets)) put(work, cell, field, value);
  for (const guess of guesses) work.guesses.push({ ...guess, column: cell.column });
  if (problem === undefined) return;
  work.problems.push({ ...problem, cell });
  if (Object.keys(sets).length === 0) work.lost.add(name);
}

function put(work: Work, cell: RowCell, field: string, value: unknown): void {
  const { draft } = work;
  const before = draft[field];
  const isText = fieldOf(work.of, field)?.type === "text";
  if (before === undefined) draft[field] = value;
  else if (isText && before !== value) draft[field] = `${String(before)}, ${String(value)}`;
  else if (field === "hours") addHours(work, cell, before as number, value as number);
}

const SAME = 0.02;

/** Hours and minutes of one session may stand in two columns: 1 and 30, or 1.5 and 90. */
function addHours(work: Work, cell: RowCell, before: number, more: number): void {
  if (Math.abs(before - more) < SAME) return;
  if (more < 1 && Number.isInteger(before)) work.draft["hours"] = before + more;
  else if (before < 1 && Number.isInteger(more)) work.draft["hours"] = before + more;
  else {
    const message = `the row tells ${before} hours and ${Math.round(more * 100) / 100} hours; the first are taken`;
    work.problems.push({ code: "hours-differ", message, advice: "Correct one of the two.", cell });
  }
}

function readPart(work: Work, cell: RowCell, format: string, context: CellContext): void {
  if (isBlank(cell.text)) return;
  const answer = /^\d/.test(cell.text) ? undefined : readWrittenAnswer(cell.text);
  if (answer === false) return;
  if (answer) return put(work, cell, "format", format);
  const amount = readWrittenAmount(cell.text);
  if (amount?.amount === 0) return;
  const found = read(work.of, { to: "field", field: "hours" }, cell, context);
  const hours = found.sets["hours"];
  if (typeof hours === "number") work.parts.push({ format, hours });
  take(work, cell, "hours", { ...found, sets: {} });
  if (typeof hours === "number" && found.problem === undefined) work.lost.delete("hours");
}

function readMark(work: Work, cell: RowCell, { field, word }: Extract<ColumnTarget, { to: "mark" }>): void {
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
  const before = (work.draft[field] as readonly string[] | undefined) ?? [];
  if (!before.includes(word)) work.draft[field] = [...before, word];
}

/** What a row tells of a person belongs to that person, and is kept until all rows are read. */
function readOfPerson(
  work: Work,
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
  take(work, cell, `${field}.${of}`, { ...found, sets: {} });
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
function readSpan(work: Work, cell: RowCell, context: CellContext): void {
  if (isBlank(cell.text)) return;
  const span = readWrittenSpan(cell.text, context);
  const { day, period } = placements[work.of];
  if (span === undefined) {
    const found = readWrittenDay(cell.text, context);
    if (day !== undefined) return take(work, cell, day, dayRead(day, found, cell.text));
    take(work, cell, "end", dayRead("start", found, cell.text));
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
    return take(work, cell, day ?? "date", dayRead(day ?? "date", end === "present" ? start : end, cell.text));
  if (start !== undefined) take(work, cell, "start", dayRead("start", start, cell.text));
  if (end !== undefined && end !== "present") take(work, cell, "end", dayRead("end", end, cell.text));
}

function readTime(work: Work, { column, text }: RowCell): void {
  if (isBlank(text)) return;
  const { target } = column;
  if (target.to === "start time") work.clock.start = text;
  if (target.to === "end time") work.clock.end = text;
  if (target.to !== "times") return;
  // a column of times may also tell how long it was
  const found = readWrittenTimes(text) ?? lengthOf(text);
  if (found !== undefined) work.clock.hours = found.hours;
  if (found?.guessed) work.guesses.push({ ...AFTERNOON, column });
}

function lengthOf(text: string): { readonly hours: number; readonly guessed?: true } | undefined {
  const found = readWrittenAmount(text);
  return found?.unit === "hours" && !text.includes(":") ? { hours: found.amount } : undefined;
}

const AFTERNOON: CellGuess = {
  code: "afternoon",
  message: "of times without am or pm the end is taken as the next after the start",
};

/** Works out the hours from times of day where they are not told. */
function addClock(work: Work): void {
  const { clock, draft, parts } = work;
  const between = clock.start && clock.end ? durationBetween(clock.start, clock.end) : undefined;
  const hours = between?.hours ?? clock.hours;
  if (between?.guessed) work.guesses.push(AFTERNOON);
  if (clock.start && clock.end && between === undefined) {
    const message = `from ${clock.start} to ${clock.end} is no time that can be worked out`;
    work.problems.push({
      code: "unreadable",
      message,
      advice: "Write times such as 9:00 am and 10:30 am, or the hours.",
    });
    return;
  }
  if (hours === undefined || parts.length > 0) return;
  const told = draft["hours"];
  if (told === undefined) draft["hours"] = hours;
  else if (typeof told === "number" && Math.abs(told - hours) >= SAME) {
    const message = `the row tells ${told} hours, and its times make ${Math.round(hours * 100) / 100}; the former are taken`;
    work.problems.push({ code: "hours-differ", message, advice: "Correct one of the two." });
  }
}

/** Reads columns that only stand in where the field itself is not told. */
function standIn(work: Work, cell: RowCell, context: CellContext): void {
  const { target } = cell.column;
  if (target.to !== "field" || !target.otherwise) return;
  if (work.draft[target.field] === undefined) take(work, cell, target.field, read(work.of, target, cell, context));
}

/** A session has a day, an arrangement a period: of both the period is taken. */
function dropDay({ of, draft, problems }: Work): void {
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
function addOngoing(work: Work, cells: readonly RowCell[]): void {
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
function refusal({ of, draft, lost }: Work): PlacedProblem | undefined {
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
function split(draft: EntryDraft, parts: Work["parts"]): EntryDraft[] {
  if (parts.length === 0) return Object.keys(draft).length === 0 ? [] : [draft];
  return parts.map(({ format, hours }) => ({ ...draft, hours, format }));
}
