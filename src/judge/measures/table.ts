/**
 * Measures by name, and days that are looked up.
 */
import { addMonths, cycleOf, dayNumber } from "../../base/calendar";
import { MET } from "../../base/truth";
import { entriesOf, readDay } from "../../evidence/read";
import type { MeasureFact } from "../../model/facts";
import type { ResolvedDay, ResolvedParams } from "../../rules/resolved";
import type { CompiledMeasure, Compiler, DaySource, Drawn, Result, Run } from "../compiled";
import { exactly } from "../day-range";
import { compileFilled, stepsOfPlaces } from "./filled";
import { compileHours } from "./hours";
import { compileMonths, STEPS_A_MONTH } from "./months";
import { MINUTES } from "./sift";
import { compileCount, compileDay, compileSum, STEPS_A_SUM } from "./totals";

/** Names of measures, by kind: a name is a key of the verdict, and making one costs more than finding it. */
const namesByKind = new Map<string, string[]>();

/** Compiles a measure. */
export function compileMeasure(
  compiler: Compiler,
  fact: MeasureFact,
  params: ResolvedParams,
): Omit<CompiledMeasure, "index"> {
  const kind = `${fact}/${params.of}`;
  let names = namesByKind.get(kind);
  if (names === undefined) namesByKind.set(kind, (names = [kind]));
  const { stepsPerUnit, compile } = drawing[fact];
  return { names, stepsPerUnit: stepsPerUnit(params), draw: compile(compiler, params) };
}

/** How a measure is compiled. */
interface MeasureKind {
  /** How many of its own steps make one of its unit. */
  readonly stepsPerUnit: (params: ResolvedParams) => number;
  readonly compile: (compiler: Compiler, params: ResolvedParams) => (run: Run) => Drawn;
}

const drawing: Readonly<Record<MeasureFact, MeasureKind>> = {
  hours: { stepsPerUnit: () => MINUTES, compile: compileHours },
  months: { stepsPerUnit: () => STEPS_A_MONTH, compile: compileMonths },
  sum: { stepsPerUnit: () => STEPS_A_SUM, compile: compileSum },
  count: { stepsPerUnit: () => 1, compile: compileCount },
  filled: { stepsPerUnit: stepsOfPlaces, compile: compileFilled },
  earliest: { stepsPerUnit: () => 1, compile: (compiler, params) => compileDay(compiler, params, "earliest") },
  latest: { stepsPerUnit: () => 1, compile: (compiler, params) => compileDay(compiler, params, "latest") },
};

/** Draws a measure once a run, and lists it in the verdict. */
export function measureOf(run: Run, { index, names, draw }: CompiledMeasure): Result {
  const known = run.results[index];
  if (known !== undefined) return known;
  const { measure, low, high, exists } = draw(run);
  const count = run.drawn.get(names) ?? 0;
  run.drawn.set(names, count + 1);
  const name = (names[count] ??= `${names[0]}/${count + 1}`);
  const result = { name, measure, low, high, exists };
  run.results[index] = result;
  run.measures[name] = measure;
  return result;
}

/** Compiles a day: one of the calendar, or one that is looked up. */
export function compileDaySource(compiler: Compiler, value: string | ResolvedDay): DaySource {
  if (typeof value === "string") {
    const day = exactly(dayNumber(value));
    return () => day;
  }
  const index = compiler.number("day");
  const look = lookUp(compiler, value);
  return (run) => (run.days[index] ??= look(run));
}

function lookUp(compiler: Compiler, value: ResolvedDay): DaySource {
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
      const { months, ends } = value.cycle;
      const which = value.fact === "cycle.start" ? 0 : 1;
      return (run) => exactly(addMonths(cycleOf(run.evidence.asOf, dayNumber(ends), months)[which], value.plusMonths));
    }
    default: {
      const measure = compiler.measure(value.fact, value.params);
      return (run) => measureOf(run, measure);
    }
  }
}

/** When the newest application for a pathway was started; where there is none, today. */
function applicationStarted(run: Run, pathway: string): { low: number; high: number } {
  const { list, complete } = entriesOf(run.evidence, "applications");
  const { asOf } = run.evidence;
  let low = -Infinity;
  let high = -Infinity;
  for (const entry of list) {
    const about = entry.raw["pathway"];
    if (entry.late || (about !== undefined && about !== pathway)) continue;
    const started = readDay(entry, "started");
    if (about !== undefined && started !== undefined) low = Math.max(low, started);
    high = Math.max(high, started ?? asOf);
  }
  if (!complete) return { low, high: asOf };
  if (high === -Infinity) return { low: asOf, high: asOf };
  // an application whose pathway was not told may be for another one
  return low === -Infinity ? { low, high: asOf } : { low, high };
}
