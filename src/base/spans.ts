/**
 * Spans of days.
 */

/** A span of days, both ends included. */
export type Span = readonly [from: number, to: number];

/** Joins spans that touch or overlap. */
export function merge(spans: readonly Span[]): Span[] {
  const merged: [from: number, to: number][] = [];
  for (const [from, to] of [...spans].sort((a, b) => a[0] - b[0])) {
    const last = merged.at(-1);
    if (last !== undefined && from <= last[1] + 1) last[1] = Math.max(last[1], to);
    else merged.push([from, to]);
  }
  return merged;
}

/** Finds the days that lie in spans of both. */
export function intersect(some: readonly Span[], others: readonly Span[]): Span[] {
  return some.flatMap(([from, to]) =>
    others
      .map(([otherFrom, otherTo]): Span => [Math.max(from, otherFrom), Math.min(to, otherTo)])
      .filter(([first, last]) => first <= last),
  );
}
