/**
 * Compiles parts of conditions: what is written the same is compiled once and found again.
 */

import { fingerprint } from "../base/fingerprint";
import { nth } from "../base/lists";
import { recordOf } from "../base/records";
import { collectionNames } from "../evidence/fields";
import type { Standings } from "../evidence/standing";
import type { Day } from "../model/applicant";
import { type MeasureFact, measureFacts } from "../model/facts";
import type { ResolvedDay, ResolvedParams, ResolvedWhere } from "../rules/resolved";
import { allColumn, anyColumn, type EntryColumn, leafColumn, notColumn, readingsColumn } from "./columns";
import type { CompiledMeasure, CompiledWhere, Compiler, Node, Numbered } from "./compiled";
import { compileEntryLeaf } from "./entry-comparison";
import { compileDaySource, drawings } from "./measures/table";
import { compileWhere } from "./where";

/** Makes a compiler. */
export function createCompiler(standings: Standings): Compiler {
  const known = new Map<string, unknown>();
  /** @param key - What tells it from others; conditions in it are known by their names, for written out they may be long. */
  const once = <T>(key: readonly unknown[], make: (text: string) => T): T => {
    const text = JSON.stringify(key);
    const found = known.get(text) as T | undefined;
    if (found !== undefined) return found;
    const made = make(text);
    known.set(text, made);
    return made;
  };
  const named = <T>(key: readonly unknown[], make: (name: string) => T): T =>
    once(key, (text) => make(fingerprint(text)));
  // the same object is met again and again: a named condition in every pathway, the params of a leaf in every run of an engine
  const wheres = recordOf(collectionNames, () => new WeakMap<object, CompiledWhere>());
  const measures = recordOf(measureFacts, () => new WeakMap<ResolvedParams, CompiledMeasure>());
  const counts: Record<Numbered, number> = {
    day: 0,
    held: 0,
    source: 0,
    shape: 0,
    requirement: 0,
    measure: 0,
    node: 0,
    person: 0,
  };
  const columns = recordOf(collectionNames, () => 0);
  const compileMeasure = (fact: MeasureFact, params: ResolvedParams) =>
    named(["measure", fact, paramsKey(compiler, params)], (name): CompiledMeasure => {
      const { of, where, slots = [], equivalences = [] } = params;
      const conditions = [where, ...[...slots, ...equivalences].map((one) => one.where)];
      const differing = conditions
        .flatMap((one) => (one === undefined ? [] : compiler.entries(of, one)))
        .filter((one) => one.hasReadings);
      // what is told in credits leaves hours open to a question
      const isOfTraining = of === "training" && (fact === "hours" || params.unit === "hours");
      return {
        hasReadings: isOfTraining || differing.length > 0,
        differing,
        index: counts.measure++,
        name: measureName(fact, params, name),
        fact,
        params,
        where: compiler.entries(of, where ?? EVERY),
        slots: slots.map(({ id, title, atLeast }) => (title === undefined ? { id, atLeast } : { id, title, atLeast })),
        ...drawings[fact](compiler, params),
      };
    });
  const compiler: Compiler = {
    standings,
    number: (kind, key) => once(["number", kind, ...key], () => counts[kind]++),
    person: (of, field) => once(["person", of, field], () => ({ index: counts.person++, field })),
    dayKey: (value) => dayKey(compiler, value),
    day: (value) =>
      named(["day", dayKey(compiler, value)], (name) => ({ name, look: compileDaySource(compiler, value) })),
    entries: (of, condition) => compileWhere(compiler, of, condition, wheres[of]),
    where: (of, key, make) => named(["where", of, ...key], (name): CompiledWhere => ({ of, name, ...make(name) })),
    leaf: (of, leaf) => {
      const asked = leaf.compares === "day" ? dayKey(compiler, leaf.value) : leaf.value;
      return compiler.where(of, [leaf.fact, leaf.operator, asked], (name) =>
        compileEntryLeaf(compiler, of, leaf, name),
      );
    },
    column: (of, key, parts) => once(["column", of, ...key], () => joinedColumn(columns[of]++, key[0], parts)),
    leafColumn: (of, name, judge) => once(["column", of, name], () => leafColumn(columns[of]++, judge)),
    columns,
    counts,
    measure: (fact, params) => {
      const made = measures[fact].get(params) ?? compileMeasure(fact, params);
      measures[fact].set(params, made);
      return made;
    },
    nodes: new WeakMap(),
    node: (key, make) =>
      named(["node", ...key], (name): Node => {
        const index = counts.node++;
        const made = make(index);
        return {
          ...made,
          name,
          distance: (run, met) => (run.distances[index * 2 + Number(met)] ??= made.distance(run, met)),
          trace: (run) => (run.account.traces[index] ??= made.trace(run)),
        };
      }),
  };
  return compiler;
}

/** No condition. */
const EVERY: ResolvedWhere = { all: [] };

function joinedColumn(index: number, kind: unknown, parts: readonly EntryColumn[]): EntryColumn {
  if (kind === "all") return allColumn(index, parts);
  if (kind === "any") return anyColumn(index, parts);
  return kind === "not" ? notColumn(index, nth(parts, 0)) : readingsColumn(index, parts);
}

/** Names a measure after what it measures: `hours/training`, or where more sets it apart, `hours/k9xq2f`. */
function measureName(fact: MeasureFact, { of, ...others }: ResolvedParams, name: string): string {
  return Object.keys(others).length === 0 ? `${fact}/${of}` : `${fact}/${name.slice(-NAME_LENGTH)}`;
}

const NAME_LENGTH = 6;

/** What tells a day from others. */
function dayKey(compiler: Compiler, day: Day | ResolvedDay): unknown {
  return typeof day === "object" && "params" in day ? [day.fact, paramsKey(compiler, day.params)] : day;
}

/** What tells the params of a measure from others. */
function paramsKey(compiler: Compiler, params: ResolvedParams): unknown {
  const { of, where, during, equivalences, slots, ...rest } = params;
  const nameOf = (condition: ResolvedWhere | undefined) => condition && compiler.entries(of, condition).name;
  const end = (day: Day | ResolvedDay | undefined) => day && dayKey(compiler, day);
  return {
    ...rest,
    of,
    where: nameOf(where),
    during: during && [end(during.from), end(during.to)],
    equivalences: equivalences?.map((one) => ({ ...one, where: nameOf(one.where) })),
    // how a place is called makes no difference
    slots: slots?.map(({ title: _, ...one }) => ({ ...one, where: nameOf(one.where) })),
  };
}
