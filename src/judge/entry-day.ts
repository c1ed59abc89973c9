/**
 * How a day of an entry is judged.
 */
import { type Level, MET, UNKNOWN } from "../base/truth";
import { type Entry, readDay, readLastDay } from "../evidence/entry";
import type { EntryFact } from "../evidence/entry-fact";
import { presume } from "../evidence/evidence";
import { presumedOf } from "../evidence/field";
import { validUntil } from "../evidence/membership";
import type { Standings } from "../evidence/standing";
import type { CollectionName } from "../model/applicant";
import type { OperatorOn } from "../model/operators";
import type { Compiler, DaySource } from "./compiled";
import { compareDays } from "./day-range";
import { type EntryJudging, presumableOf } from "./entry-reader";
import type { Run } from "./run";

/** Compiles how a comparison with a day judges an entry. */
export function datedJudge(
  compiler: Compiler,
  of: CollectionName,
  fact: EntryFact,
  operator: OperatorOn<"day">,
  day: DaySource,
): EntryJudging {
  if (fact.from === "earned") return earnedJudge(operator, day);
  if (fact.from === "validUntil") return validUntilJudge(operator, day, compiler.standings);
  return dayJudge(of, fact, operator, day);
}

function dayJudge(
  of: CollectionName,
  { name, field }: EntryFact,
  operator: OperatorOn<"day">,
  source: DaySource,
): EntryJudging {
  const compare = compareDays(operator, source);
  const presumable = presumableOf(of, name, field.presumed);
  return (entry, run) => {
    const own = field.sameAs !== undefined && entry.raw[name] === undefined ? field.sameAs : name;
    const told = readDay(entry, own);
    if (told !== undefined) return compare(told, readLastDay(entry, own, told), run);
    if (presumable === undefined || presumedOf(field, entry.raw) === undefined)
      return compare(-Infinity, Infinity, run);
    presume(run.evidence, presumable, entry.index);
    return compare(Infinity, Infinity, run);
  };
}

function earnedJudge(operator: OperatorOn<"day">, source: DaySource) {
  const compare = compareDays(operator, source);
  return (entry: Entry, run: Run): Level => {
    const level = compare(entry.from, entry.to, run);
    return level === MET && !entry.placed ? UNKNOWN : level;
  };
}

function validUntilJudge(operator: OperatorOn<"day">, source: DaySource, { calendars }: Standings) {
  const compare = compareDays(operator, source);
  return (entry: Entry, run: Run): Level => {
    const [low, high] = validUntil(entry, calendars);
    return compare(low, high, run);
  };
}
