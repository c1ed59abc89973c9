/**
 * Spans of days.
 */

/** A span of days, both ends included. */
export type Span = readonly [from: number, to: number];

/** Joins spans that touch or overlap. */
export function merge(spans: readonly Span[]): readonly Span[] {
  if (spans.length < 2) return spans;
  const merged: [from: number, to: number][] = [];
  for (const [from, to] of [...spans].sort((a, b) => a[0] - b[0])) {
    const last = merged.at(-1);
    if (last !== undefined && from <= last[1] + 1) last[1] = Math.max(last[1], to);
    else merged.push([from, to]);
  }
  return merged;
}

/** Finds the days that lie in spans of both, each in order and apart. */
export function intersect(some: readonly Span[], others: readonly Span[]): Span[] {
  const both: Span[] = [];
  for (let at = 0, other = 0; at < some.length && other < others.length; ) {
    const [from, to] = some[at] as Span;
    const [otherFrom, otherTo] = others[other] as Span;
    if (Math.max(from, otherFrom) <= Math.min(to, otherTo))
      both.push([Math.max(from, otherFrom), Math.min(to, otherTo)]);
    if (to < otherTo) at++;
    else other++;
  }
  return both;
}

/** Cuts spans, which are in order and apart, out of another. */
export function without([from, to]: Span, cuts: readonly Span[]): Span[] {
  const left: Span[] = [];
  let first = from;
  for (const [start, end] of cuts) {
    if (end < first || start > to) continue;
    if (start > first) left.push([first, start - 1]);
    first = Math.max(first, end + 1);
  }
  if (first <= to) left.push([first, to]);
  return left;
}

/** Finds the place of the first span that ends on a day or later, in spans that are in order and apart; by bisection. */
export function firstEndingFrom(spans: readonly Span[], day: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((spans[middle] as Span)[1] < day) low = middle + 1;
    else high = middle;
  }
  return low;
}
