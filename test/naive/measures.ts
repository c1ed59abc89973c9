/**
 * The measures once more, as plainly as can be: days marked one by one, windows tried one by one, places filled in every
 * way, caps by every cut. Everything is told; nothing is shared with `src/` but the step by months.
 */
import { addMonths, dayNumber } from "../../src/base/calendar";

/** An entry of any collection. */
export type Raw = Readonly<Record<string, unknown>>;
/** Whether an entry counts. */
export type Takes = (entry: Raw) => boolean;

/** An equivalence. */
export interface Added {
  readonly takes: Takes;
  readonly atMost: number;
  readonly byShare: boolean;
}

/** A place to fill. */
export interface Place {
  readonly takes: Takes;
  readonly atLeast: number;
}

const hoursOf = (entry: Raw) => Math.round((entry["hours"] as number) * 60);
const firstOf = (entry: Raw) => dayNumber((entry["date"] ?? entry["start"]) as string);
const lastOf = (entry: Raw, asOf: number) =>
  Math.min(asOf, entry["date"] ? firstOf(entry) : dayNumber((entry["end"] as string | undefined) ?? "2099-12-31"));

/** Entries that have begun by the day of judgment. */
export const begun = (entries: readonly Raw[], asOf: number): readonly Raw[] =>
  entries.filter((entry) => firstOf(entry) <= asOf);

/** Subsets of the numbers below a count. */
const subsets = (count: number) =>
  Array.from({ length: 1 << count }, (_, bits) => (index: number) => ((bits >> index) & 1) === 1);

/** Minutes, with equivalences: the least over every cut between entries and caps. */
export function minutes(entries: readonly Raw[], own: Takes, added: readonly Added[] = []): number {
  const direct = entries.filter(own).reduce((sum, entry) => sum + hoursOf(entry), 0);
  const rest = entries.filter((entry) => !own(entry));
  const cuts = subsets(added.length).map((isCut) => {
    const caps = added.reduce((sum, { atMost }, at) => sum + (isCut(at) ? atMost * 60 : 0), 0);
    const through = rest.filter((entry) => added.some(({ takes }, at) => !isCut(at) && takes(entry)));
    return caps + through.reduce((sum, entry) => sum + hoursOf(entry), 0);
  });
  return direct + Math.min(...cuts);
}

/** Minutes of the best window: every first day is tried. */
export function minutesWithin(
  entries: readonly Raw[],
  own: Takes,
  atLeastMonths: number,
  atMostMonths: number,
  asOf: number,
): number {
  const counting = entries.filter((entry) => own(entry) && hoursOf(entry) > 0);
  const days = counting.flatMap((entry) => [firstOf(entry), lastOf(entry, asOf)]);
  let best = 0;
  for (let from = Math.min(...days); from <= Math.max(...days); from++) {
    const to = addMonths(from, atMostMonths) - 1;
    const inside = counting.filter((entry) => firstOf(entry) >= from && lastOf(entry, asOf) <= to);
    if (inside.length === 0) continue;
    const first = Math.min(...inside.map(firstOf));
    const last = Math.max(...inside.map((entry) => lastOf(entry, asOf)));
    if (last + 1 < addMonths(first, atLeastMonths)) continue;
    best = Math.max(
      best,
      inside.reduce((sum, entry) => sum + hoursOf(entry), 0),
    );
  }
  return best;
}

/** Minutes of the largest groups: every choice of groups is tried. */
export function minutesOfLargest(entries: readonly Raw[], own: Takes, by: string, groups: number): number {
  const counting = entries.filter(own);
  const names = [...new Set(counting.map((entry) => entry[by]))];
  const chosen = subsets(names.length).filter((has) => names.filter((_, at) => has(at)).length <= groups);
  const sums = chosen.map((has) =>
    counting.filter((entry) => has(names.indexOf(entry[by]))).reduce((sum, entry) => sum + hoursOf(entry), 0),
  );
  return Math.max(0, ...sums);
}

const isAbsent = (entry: Raw, day: number) =>
  ((entry["absences"] ?? []) as readonly Raw[]).some(
    ({ start, end }) =>
      dayNumber(start as string) <= day && day <= dayNumber((end as string | undefined) ?? "2099-12-31"),
  );

/** Days, each once, with equivalences: day by day, the least over every cut between days and caps. */
export function days(
  entries: readonly Raw[],
  own: Takes,
  added: readonly Added[],
  asOf: number,
  from = -Infinity,
  to = Infinity,
): number {
  const marks = new Map<number, Raw[]>();
  for (const entry of entries) {
    const last = Math.min(lastOf(entry, asOf), to);
    for (let day = Math.max(firstOf(entry), from); day <= last; day++) {
      if (isAbsent(entry, day)) continue;
      marks.set(day, [...(marks.get(day) ?? []), entry]);
    }
  }
  const lists = [...marks.values()];
  const direct = lists.filter((all) => all.some(own)).length;
  const rest = lists.filter((all) => !all.some(own));
  const byShare = added.some((one) => one.byShare);
  const cuts = subsets(added.length).map((isCut) => {
    const caps = added.reduce((sum, { atMost }, at) => sum + (isCut(at) ? (atMost * 365) / 12 : 0), 0);
    const through = rest.reduce((sum, all) => {
      const shares = all
        .filter((entry) => added.some(({ takes }, at) => !isCut(at) && takes(entry)))
        .reduce((total, entry) => total + (byShare ? (entry["fullTimeShare"] as number) : 1), 0);
      return sum + Math.min(1, shares);
    }, 0);
    return caps + through;
  });
  return direct + Math.min(...cuts);
}

/** Places filled by entries: every assignment is tried. */
export function filledByEntries(
  entries: readonly Raw[],
  own: Takes,
  places: readonly Place[],
  personField?: string,
): number {
  const counting = entries.filter(own);
  const fill = (at: number, left: readonly number[], used: ReadonlySet<unknown>): number => {
    const entry = counting[at];
    if (entry === undefined) return 0;
    let best = fill(at + 1, left, used);
    const person = personField === undefined ? at : entry[personField];
    if (used.has(person)) return best;
    places.forEach(({ takes }, place) => {
      if ((left[place] as number) === 0 || !takes(entry)) return;
      const less = left.map((one, index) => (index === place ? one - 1 : one));
      best = Math.max(best, 1 + fill(at + 1, less, new Set([...used, person])));
    });
    return best;
  };
  return fill(
    0,
    places.map(({ atLeast }) => atLeast),
    new Set(),
  );
}

/** Places filled by hours, in minutes: the least over every cut between entries and places. */
export function filledByHours(entries: readonly Raw[], own: Takes, places: readonly Place[]): number {
  const counting = entries.filter(own);
  const cuts = subsets(places.length).map((isCut) => {
    const taken = places.reduce((sum, { atLeast }, at) => sum + (isCut(at) ? atLeast * 60 : 0), 0);
    const through = counting.filter((entry) => places.some(({ takes }, at) => !isCut(at) && takes(entry)));
    return taken + through.reduce((sum, entry) => sum + hoursOf(entry), 0);
  });
  return Math.min(...cuts);
}
