/**
 * For which cycle a renewal is judged: for the one that closed, as long as filing for it is open and the endorsement was not
 * renewed.
 */
import { dayNumber, isoDay, LAST_DAY } from "../base/calendar";
import { type Entry, readDay, readLastDay } from "../evidence/entry";
import type { Evidence } from "../evidence/evidence";
import { entriesOf } from "../evidence/read";
import type { CompiledPathway, Program } from "../judge/compile";
import { standingStatuses } from "../model/applicant";
import type { CycleInForce, PathwayId } from "../model/rulebook";
import type { PathwayVerdict } from "../model/verdict";
import { filingOf, spanOf } from "../rules/cycle";

/** Finds a pathway as it is judged. */
export function compiledFor(program: Program, id: PathwayId, evidence: Evidence): CompiledPathway {
  const compiled = program.pathway(id);
  const { cycle } = compiled.pathway;
  if (cycle === undefined) return compiled;
  const last = spanOf(cycle, evidence.asOf)[0] - 1;
  const before = program.cycleOn(id, last);
  if (before === undefined) return compiled;
  const { until } = filingOf(before, last);
  return evidence.asOf <= until && mayFile(evidence, last, until) ? program.closed(id, last) : compiled;
}

/** Finds a pathway as a verdict judged it. */
export function compiledAs(
  program: Program,
  { pathway, cycle }: Pick<PathwayVerdict, "pathway" | "cycle">,
  asOf: number,
): CompiledPathway {
  const last = cycle && dayNumber(cycle.to);
  return last !== undefined && last < asOf ? program.closed(pathway, last) : program.pathway(pathway);
}

/** Whether something may be renewed for a cycle that closed. */
function mayFile(evidence: Evidence, last: number, until: number): boolean {
  const { list, complete } = entriesOf(evidence, "credentials");
  return (list.length === 0 && !complete) || list.some((one) => isOpen(one, last, until));
}

/** Whether it may have been held when the cycle closed, and no day shows that it was renewed. */
function isOpen(entry: Entry, last: number, until: number): boolean {
  if (entry.late || !isRenewable(entry)) return false;
  const awarded = readDay(entry, "awarded") ?? -Infinity;
  const held = readDay(entry, "until");
  if (awarded > last || held === undefined) return awarded <= last;
  return held <= until && last <= readLastDay(entry, "until", held);
}

/** Whether the applicant may hold something that can be renewed: who certainly holds nothing has nothing to renew. */
export function mayRenew(evidence: Evidence): boolean {
  const { list, complete } = entriesOf(evidence, "credentials");
  return !complete || list.some(isRenewable);
}

function isRenewable({ raw }: Entry): boolean {
  const mayBe = (told: unknown, words: readonly string[]) => told === undefined || words.includes(String(told));
  return mayBe(raw["kind"], ["endorsement", "add-on"]) && mayBe(raw["status"], standingStatuses);
}

/** Tells the cycle that is judged, and until when one files for it; nothing where that is beyond the calendar. */
export function cycleTold(cycle: CycleInForce, evidence: Evidence): Pick<PathwayVerdict, "cycle" | "due"> {
  const { asOf } = evidence;
  const [first, last] = spanOf(cycle, asOf);
  if (last > LAST_DAY) return {};
  const { due, until } = filingOf(cycle, last);
  const told = { cycle: { from: isoDay(first), to: isoDay(last) } };
  return mayRenew(evidence) ? { ...told, due: isoDay(asOf <= due ? due : until) } : told;
}
