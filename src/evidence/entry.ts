/**
 * One entry of an applicant, its days, and how it is named.
 */

import { firstDay, isExact, lastDay } from "../base/calendar";
import { wrong } from "../base/errors";
import type { Span } from "../base/spans";
import type { CollectionName } from "../model/applicant";
import type { EntryKey } from "../model/verdict";

/** One entry, placed in time. */
export interface Entry {
  /** The collection it belongs to. */
  readonly of: CollectionName;
  /** Its place in the collection. */
  readonly index: number;
  /** What was told. */
  readonly raw: Readonly<Record<string, unknown>>;
  /** The first day on which it may have been; −∞ where nothing bounds it. */
  readonly from: number;
  /** The last day on which it may have been, never after the day of judgment. */
  readonly to: number;
  /** The last day on which it may have begun. */
  readonly lastStart: number;
  /** The first day on which it may have ended. */
  readonly firstEnd: number;
  /** Whether both days are told, if only as a month or a year. */
  readonly placed: boolean;
  /** It begins after the day of judgment. */
  readonly late: boolean;
  /** It may begin after the day of judgment. */
  readonly perhapsLate: boolean;
  /** It goes on, or may go on, after the day of judgment. */
  readonly cut: boolean;
  /** The field of a day that is told only as a month or a year, where that leaves open when it was. */
  readonly vague: string | undefined;
}

/** The entry at a place that a list of entries has. */
export const entryAt = (list: readonly Entry[], place: number): Entry => list[place] as Entry;

/** Where a field of an entry stands, as a JSON pointer. */
export const pointerTo = (entry: Pick<Entry, "of" | "index">, field: string): string =>
  `/${entry.of}/${entry.index}/${field}`;

/** What is told of an entry, and where. */
export type ToldEntry = Pick<Entry, "of" | "index" | "raw">;

/**
 * Reads a day field: the first day that it may be, where it is told only as a month or a year.
 *
 * @returns Days since 1970-01-01, or nothing where it was not told.
 * @throws {@link ApplicantError} `wrong-type` where it is no day, month or year of the calendar.
 */
export function readDay(entry: ToldEntry, field: string): number | undefined {
  const value = entry.raw[field];
  return value === undefined ? undefined : dayOf(entry, field, value);
}

/**
 * Reads the days that a day may be which is told inside of a field, such as in `endorsements/0/since`.
 *
 * @returns Nothing where it was not told.
 * @throws {@link ApplicantError} `wrong-type` for anything else than a day, a month or a year.
 */
export function readInside(entry: Pick<Entry, "of" | "index">, name: string, told: unknown): Span | undefined {
  if (told === undefined) return undefined;
  const day = dayOf(entry, name, told);
  return [day, isExact(told as string) ? day : lastDay(told as string)];
}

function dayOf(entry: Pick<Entry, "of" | "index">, field: string, told: unknown): number {
  const day = typeof told === "string" ? firstDay(told) : Number.NaN;
  if (!Number.isNaN(day)) return day;
  throw wrong("wrong-type", pointerTo(entry, field), "a day of the calendar, YYYY-MM-DD, YYYY-MM or YYYY", told);
}

/** Reads the last day that a day field may be, of which the first one was read. */
export function readLastDay({ raw }: ToldEntry, field: string, first: number): number {
  const value = raw[field] as string;
  return isExact(value) ? first : lastDay(value);
}

/** Whether a day field is told only as a month or a year. */
export function isVague({ raw }: ToldEntry, field: string): boolean {
  const value = raw[field];
  return typeof value === "string" && !isExact(value);
}

/** How an entry is told from others of its collection: by its id, or by its place where it has none. */
export const keyOf = ({ raw, index }: Pick<Entry, "raw" | "index">): EntryKey =>
  typeof raw["id"] === "string" ? raw["id"] : index;

/** How a verdict names an entry: `work/<id or place>`. */
export const nameOf = (entry: Pick<Entry, "of" | "raw" | "index">): string => `${entry.of}/${keyOf(entry)}`;
