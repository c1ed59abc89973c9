/**
 * Measures by name, and days that are looked up.
 */
import { addMonths, dayNumber } from "../../base/calendar";
import { MET } from "../../base/truth";
import { readDay } from "../../evidence/entry";
import { entriesOf } from "../../evidence/read";
import type { Day } from "../../model/applicant";
import type { MeasureFact } from "../../model/facts";
import { spanOf } from "../../rules/cycle";
import type { ResolvedDay, ResolvedParams } from "../../rules/resolved";
import type { CompiledMeasure, Compiler, DayRange, DaySource, Drawing, Drawn } from "../compiled";
import { exactly } from "../day-range";
import type { Run } from "../run";
import { compileEarliest, compileLatest } from "./days";
import { compileFilled } from "./filled";
import { compileHours } from "./hours";
import { compileMonths } from "./months";
import { compileCount, compileSum } from "./totals";

type Compile = (compiler: Compiler, params: ResolvedParams) => Drawing;

/** How each measure is compiled. */
export const drawings: Readonly<Record<MeasureFact, Compile>> = {
  hours: compileHours,
  months: compileMonths,
  sum: compileSum,
  count: compileCount,
  filled: compileFilled,
  earliest: compileEarliest,
  latest: compileLatest,
};

/** Draws a measure once a run. */
export function drawnFor(run: Run, measure: CompiledMeasure): Drawn {
  const known = run.results[measure.index];
  if (known !== undefined) return known;
  run.measures.push(measure);
  return (run.results[measure.index] = measure.draw(run));
}

/** Compiles a day: one of the calendar, or one that is looked up. */
export function compileDaySource(compiler: Compiler, value: Day | ResolvedDay): DaySource["look"] {
  if (typeof value === "string") {
    const day = exactly(dayNumber(value));
    return () => day;
  }
  const index = compiler.number("day", ["day", compiler.dayKey(value)]);
  const look = lookUp(compiler, value);
  return (run) => (run.days[index] ??= look(run));
}

function lookUp(compiler: Compiler, value: ResolvedDay): DaySource["look"] {
  switch (value.fact) {
    case "asOf":
      return (run) => exactly(addMonths(run.evidence.asOf, value.plusMonths));
    case "applicationStarted":
      return (run) => {
        const { low, high } = applicationStarted(run, value.pathway);
        return { low: addMonths(low, value.plusMonths), high: addMonths(high, value.plusMonths), exists: MET };
      };
    case "cycle.start":
    case "cycle.end": {
      const which = value.fact === "cycle.start" ? 0 : 1;
      return (run) => exactly(addMonths(spanOf(value.cycle, run.evidence.asOf)[which], value.plusMonths));
    }
    default: {
      const measure = compiler.measure(value.fact, value.params);
      return (run) => drawnFor(run, measure);
    }
  }
}

/** When the newest application for a pathway was started; where there is none, today. */
function applicationStarted(run: Run, pathway: string): Pick<DayRange, "low" | "high"> {
  const { list, complete } = entriesOf(run.evidence, "applications");
  const { asOf } = run.evidence;
  let low = -Infinity;
  let high = -Infinity;
  for (const entry of list) {
    const about = entry.raw["pathway"];
    if (entry.late || (about !== undefined && about !== pathway)) continue;
    const started = readDay(entry, "started");
    // one that may have been started later may be none yet
    if (about !== undefined && started !== undefined && !entry.perhapsLate) low = Math.max(low, started);
    high = Math.max(high, started === undefined ? asOf : entry.to);
  }
  if (!complete) return { low, high: asOf };
  if (high === -Infinity) return { low: asOf, high: asOf };
  // an application whose pathway was not told may be for another one
  return low === -Infinity ? { low, high: asOf } : { low, high };
}
