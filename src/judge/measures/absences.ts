/**
 * Spans within a job in which the work did not go on.
 */
import { wrong } from "../../base/errors";
import type { Span } from "../../base/spans";
import { type Entry, pointerTo, readInside } from "../../evidence/entry";
import { type PresumedField, presume } from "../../evidence/evidence";
import type { Run } from "../run";

/** An absence, which may be told only as months or years. */
export interface AbsenceDays {
  /** The most days that it may be. */
  readonly widest: Span;
  /** The days that it certainly is; none where its end comes before its beginning. */
  readonly narrowest: Span;
}

const NONE: readonly AbsenceDays[] = [];
const STILL_SO: PresumedField = { of: "work", name: "absences.end", value: "still so" };

/**
 * Reads the absences of an entry.
 *
 * @throws {@link ApplicantError} `wrong-type` where they are no list of spans, `end-before-start` where one ends first.
 */
export function absencesOf(run: Run, entry: Entry): readonly AbsenceDays[] {
  const told = entry.raw["absences"];
  if (told === undefined) return NONE;
  if (!Array.isArray(told)) throw wrong("wrong-type", pointerTo(entry, "absences"), "a list of spans", told);
  return Array.from(told, (absence: unknown, at) => readAbsence(run, entry, absence, at));
}

function readAbsence(run: Run, entry: Entry, absence: unknown, at: number): AbsenceDays {
  const name = (field: string) => `absences/${at}/${field}`;
  if (typeof absence !== "object" || absence === null) {
    throw wrong("wrong-type", pointerTo(entry, `absences/${at}`), "a span with a start", absence);
  }
  const { start, end } = absence as { readonly start?: unknown; readonly end?: unknown };
  const from = readInside(entry, name("start"), start);
  if (from === undefined) throw wrong("missing", pointerTo(entry, name("start")), "a day", start);
  const to = readInside(entry, name("end"), end);
  if (to === undefined) presume(run.evidence, STILL_SO, entry.index);
  const [firstEnd, lastEnd] = to ?? [Infinity, Infinity];
  if (lastEnd < from[0]) {
    throw wrong("end-before-start", pointerTo(entry, name("end")), `a day on or after the start ${String(start)}`, end);
  }
  return { widest: [from[0], lastEnd], narrowest: [from[1], firstEnd] };
}
