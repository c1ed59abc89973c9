/**
 * Editions: what holds on a day, and on which days something changes.
 */
import { firstDay, lastDay } from "../base/calendar";
import type { ImpreciseDay, InForce } from "../model/rulebook";

/** Something that holds for some days. */
export interface Dated {
  /** The days; without them, always. */
  readonly inForce?: InForce;
}

/** The first day on which something holds. */
export const beginOf = ({ inForce }: Dated): number =>
  inForce?.from === undefined ? -Infinity : firstDay(inForce.from);

/** The last day on which something holds, if nothing follows before. */
export const endOf = ({ inForce }: Dated): number => (inForce?.to === undefined ? Infinity : lastDay(inForce.to));

/** Finds the edition that holds on a day: the last one that has begun, unless it has ended. */
export function editionOn<T extends Dated>(editions: readonly T[], day: number): T | undefined {
  let newest: T | undefined;
  for (const edition of editions) {
    const begins = beginOf(edition);
    if (begins <= day && (newest === undefined || begins >= beginOf(newest))) newest = edition;
  }
  return newest !== undefined && day <= endOf(newest) ? newest : undefined;
}

/**
 * Finds the statements that hold on a day: of those on one thing, the last that has begun.
 *
 * @param thingsOf - The things that a statement is about; it holds while it is the last on one of them.
 */
export function statementsOn<T extends Dated>(
  statements: readonly T[],
  day: number,
  thingsOf: (statement: T) => readonly string[],
): readonly T[] {
  const placed = statements.flatMap((statement) => thingsOf(statement).map((thing) => ({ statement, thing })));
  const current = new Set<T>();
  for (const [, same] of byId(placed, ({ thing }) => thing)) {
    const edition = editionOn(
      same.map(({ statement }) => statement),
      day,
    );
    if (edition !== undefined) current.add(edition);
  }
  return statements.filter((statement) => current.has(statement));
}

/** Whether something holds on a day, if nothing follows before. */
export const holdsOn = (one: Dated, day: number): boolean => beginOf(one) <= day && day <= endOf(one);

/** Finds the edition that follows another one and thereby ends it. */
function nextOf(one: Dated, editions: readonly Dated[]): Dated | undefined {
  const later = editions.filter((other) => beginOf(other) > beginOf(one));
  return later.sort((a, b) => beginOf(a) - beginOf(b))[0];
}

/** Finds the first day of the edition that follows another one, as told; none where none follows. */
export const nextBegin = (one: Dated, editions: readonly Dated[]): ImpreciseDay | undefined =>
  nextOf(one, editions)?.inForce?.from;

/** The last day on which an edition holds, be it that it ends or that the next one begins. */
export function lastDayAmong(one: Dated, editions: readonly Dated[]): number {
  const next = nextOf(one, editions);
  return Math.min(endOf(one), next === undefined ? Infinity : beginOf(next) - 1);
}

/** Sorts editions by id, in the order in which ids first appear. */
export function byId<T>(editions: readonly T[], idOf: (edition: T) => string): ReadonlyMap<string, readonly T[]> {
  const sorted = new Map<string, T[]>();
  for (const edition of editions) {
    const same = sorted.get(idOf(edition));
    if (same === undefined) sorted.set(idOf(edition), [edition]);
    else same.push(edition);
  }
  return sorted;
}

/** An edition whose first or last day is told only as a month or a year. */
export interface Imprecise {
  /** Its days, as told. */
  readonly inForce: InForce;
  /** The first day on which it may hold. */
  readonly begins: number;
  /** The last day on which its beginning is in doubt; −∞ where its day is known. */
  readonly doubtUntil: number;
  /** The first day on which its end is in doubt; ∞ where its day is known. */
  readonly doubtFrom: number;
  /** The last day on which it may hold. */
  readonly ends: number;
}

/** Reads the days of an edition of which one is told only as a month or a year. */
export function impreciseOf(dated: Dated): Imprecise | undefined {
  const { inForce = {} } = dated;
  const { from, to } = inForce;
  const doubtUntil = from === undefined || from.length === 10 ? -Infinity : lastDay(from);
  const doubtFrom = to === undefined || to.length === 10 ? Infinity : firstDay(to);
  if (doubtUntil === -Infinity && doubtFrom === Infinity) return undefined;
  return { inForce, begins: beginOf(dated), doubtUntil, doubtFrom, ends: endOf(dated) };
}

/** Whether it is in doubt that an edition holds on a day. */
export const isInDoubt = ({ begins, doubtUntil, doubtFrom, ends }: Imprecise, day: number): boolean =>
  begins <= day && day <= ends && (day <= doubtUntil || day >= doubtFrom);

/** Lists the days on which something begins to hold or no longer holds, in order. */
export function changeDays(dated: readonly Dated[]): readonly number[] {
  const days = dated.flatMap((one) => [beginOf(one), endOf(one) + 1]).filter(Number.isFinite);
  return [...new Set(days)].sort((a, b) => a - b);
}
