/**
 * The rules in force, loaded into an Engine of json-rules-engine, for applications that run one already.
 */
import { Engine, type Event, type NestedCondition } from "json-rules-engine";
import { dayNumber, isoDay } from "../base/calendar";
import { isNegative, MET, UNMET } from "../base/truth";
import { type Decisions, readDecisions } from "../evidence/decisions";
import { readEvidence } from "../evidence/read";
import type { CompiledPathway, Program } from "../judge/compile";
import type { DayRange, Run } from "../judge/compiled";
import { measureOf } from "../judge/measures/table";
import type { Applicant, Decision } from "../model/applicant";
import { dayFacts, type Leaf, measureFacts, type Operator } from "../model/language";
import type { Obligation, PathwayId, Stage } from "../model/rulebook";
import { embeddedRulebook } from "../rules/embedded";
import type { PathwayInForce } from "../rules/in-force";
import { resolve } from "../rules/resolve";
import type { Resolved, ResolvedDay, ResolvedLeaf, ResolvedParams } from "../rules/resolved";
import {
  checkedOptions,
  chosenPathways,
  EVALUATE_OPTIONS,
  type EvaluateOptions,
  programFor,
  startRun,
} from "../verdict/judge";
import { residencyGate } from "../verdict/pathway";

/** How to load an engine. */
export interface EngineOptions extends EvaluateOptions {
  /** Put before the name of every rule, fact, operator and event, to keep them apart from an application's own. */
  readonly prefix?: string;
}

/** The event of a requirement that is met. */
export interface RequirementMetEvent extends Event {
  /** `requirement-met`, after the prefix. */
  type: string;
  /** What is met. */
  params: {
    /** The pathway. */
    pathway: PathwayId;
    /** The requirement. */
    requirement: string;
    /** How firmly it binds. */
    obligation: Obligation;
    /** When it is due. */
    stage: Stage;
  };
}

/** The event of a pathway for which the applicant is eligible. */
export interface PathwayEligibleEvent extends Event {
  /** `pathway-eligible`, after the prefix. */
  type: string;
  /** The pathway. */
  params: {
    /** The pathway. */
    pathway: PathwayId;
  };
}

/** Which end of a range a fact gives, its value if it is exact, or the value in the range that is nearest to a number. */
type Bound = "low" | "high" | "exact" | { readonly nearest: number };

/** What the leaves of the engine carry beside their own params. */
interface Marks {
  readonly pathway?: PathwayId;
  readonly requirement?: string;
  readonly bound?: Bound;
  /** Give a day only if there is one for certain. */
  readonly certain?: boolean;
  /** What stands for a word that was not told. */
  readonly otherwise?: string | null;
  /** Names in the params are spelled out already. */
  readonly resolved?: true;
}

/**
 * Loads a fresh engine with one rule for each requirement and each pathway.
 *
 * What is true in it is met for certain: a leaf sees what certainly counts, under `not` and for upper limits what may.
 * Never share an engine between two runs at a time.
 *
 * @param applicant - The applicant, as `parseApplicant` returns it.
 * @param options - The day of judgment, and what to judge.
 * @returns An engine, to which rules, facts and listeners can be added.
 * @throws {@link ApplicantError} and {@link RulebookError} as `evaluate` does; a wrong value that is read only in a run
 * rejects the run.
 */
export function createEngine(applicant: Applicant, options: EngineOptions): Engine {
  const { prefix = "" } = checkedOptions(options, [...EVALUATE_OPTIONS, "prefix"]);
  const rulebook = options.rulebook ?? embeddedRulebook();
  const { program, overlay } = programFor({ ...options, rulebook });
  const evidence = readEvidence(applicant, dayNumber(options.asOf));
  const decisions = readDecisions(evidence, rulebook, overlay?.id);
  const pathways = chosenPathways(program, options.pathways);
  const engine = new Engine();
  for (const [operator, holds] of Object.entries(dayComparisons)) engine.addOperator(`${prefix}${operator}`, holds);
  addFacts(engine, prefix, { program, decisions, main: startRun(evidence), pathways });
  for (const id of pathways) addPathway(engine, prefix, decisions, program.pathway(id));
  return engine;
}

/** Compares days as ISO text; of no day, no comparison holds. */
const compare = (holds: (a: string, b: string) => boolean) => (a: unknown, b: unknown) =>
  typeof a === "string" && typeof b === "string" && holds(a, b);

const dayComparisons = {
  before: compare((a, b) => a < b),
  onOrBefore: compare((a, b) => a <= b),
  onOrAfter: compare((a, b) => a >= b),
  after: compare((a, b) => a > b),
};

/** What facts are looked up in. */
interface Lookup {
  readonly program: Program;
  readonly decisions: Decisions;
  readonly main: Run;
  readonly pathways: readonly PathwayId[];
}

function addFacts(engine: Engine, prefix: string, { program, decisions, main, pathways }: Lookup): void {
  const { rules, compiler } = program;
  const [first = ""] = pathways;
  const find = (id: PathwayId) => rules.pathways.find((one) => one.id === id) as PathwayInForce;
  const runs = new Map<string, Run>();
  const runFor = ({ pathway = "", requirement = "" }: Marks): Run => {
    const accepted = acceptedBy(decisions.about(pathway, requirement));
    if (accepted.size === 0) return main;
    const name = `${pathway}/${requirement}`;
    const run = runs.get(name) ?? startRun(main.evidence, accepted, main);
    runs.set(name, run);
    return run;
  };
  const paramsOf = (fact: string, marked: Marks) => {
    const { pathway = first, requirement, bound, certain, otherwise, resolved, ...params } = marked;
    if (resolved) return params;
    // a leaf of the application's own may use the names of the rulebook
    return (
      resolve(program.namesFor(find(pathway)), { fact, operator: "equal", value: 0, params } as Leaf) as ResolvedLeaf
    ).params;
  };
  for (const fact of measureFacts) {
    engine.addFact(`${prefix}${fact}`, (params: Marks) => {
      const measure = compiler.measure(fact, paramsOf(fact, params) as ResolvedParams);
      const result = measureOf(runFor(params), measure);
      if (fact === "earliest" || fact === "latest") return dayAt(result, params);
      return amountAt(result.low / measure.stepsPerUnit, result.high / measure.stepsPerUnit, params.bound);
    });
  }
  for (const fact of dayFacts) {
    engine.addFact(`${prefix}${fact}`, (params: Marks) => {
      // the pathway is a mark of every leaf, and a part of this day
      const own = fact === "applicationStarted" && { pathway: params.pathway ?? first };
      const day = compiler.day({ ...paramsOf(fact, params), ...own } as ResolvedDay);
      return dayAt(day(runFor(params)), params);
    });
  }
  engine.addFact(`${prefix}residence`, ({ otherwise = null }: Marks) => main.evidence.applicant.residence ?? otherwise);
  engine.addFact(
    `${prefix}is-open`,
    ({ pathway = first }: Marks) => find(pathway).isOffered && residencyGate(main, rules, find(pathway)) === "met",
  );
  engine.addFact(`${prefix}is-waived`, ({ pathway = "", requirement = "" }: Marks) =>
    decisions.about(pathway, requirement).some(({ type }) => type === "waive"),
  );
}

function amountAt(low: number, high: number, bound: Bound = "low"): number | null {
  if (bound === "low") return low;
  if (bound === "high") return high;
  if (bound === "exact") return low === high ? low : null;
  return Math.min(Math.max(bound.nearest, low), high);
}

/** A day as ISO text; `null` where there is none, or where one is asked for that is certain and it is not. */
function dayAt({ low, high, exists }: DayRange, { bound = "low", certain = true }: Marks): string | null {
  if (exists === UNMET || (certain && exists !== MET)) return null;
  const day = bound === "high" ? high : low;
  if (day === -Infinity) return "0000-01-01";
  return day === Infinity ? "9999-12-31" : isoDay(day);
}

const acceptedBy = (decided: readonly Decision[]): ReadonlySet<string> =>
  new Set(decided.flatMap(({ type, evidence = [] }) => (type === "accept" ? evidence : [])));

function addPathway(
  engine: Engine,
  prefix: string,
  decisions: Decisions,
  { pathway, requirements }: CompiledPathway,
): void {
  const required: NestedCondition[] = [];
  for (const { requirement, routes } of requirements) {
    const { id, obligation = "required", stage = "experience" } = requirement;
    const name = `${prefix}${pathway.id}/${id}`;
    const marks: Marks = { pathway: pathway.id, requirement: id };
    const isAccepting = acceptedBy(decisions.about(pathway.id, id)).size > 0;
    // evidence that a coordinator accepted is never taken against the applicant: without it is good enough, too
    const runs: readonly Marks[] = isAccepting ? [marks, { pathway: pathway.id }] : [marks];
    const asked = runs.flatMap((run) => routes.map(({ resolved }) => translate(resolved, true, run, prefix)));
    const waived = { fact: `${prefix}is-waived`, operator: "equal", value: true, params: { ...marks } };
    engine.setCondition(name, { any: [waived, ...asked] });
    if (obligation === "required") required.push({ condition: name });
    const params = { pathway: pathway.id, requirement: id, obligation, stage };
    const event: RequirementMetEvent = { type: `${prefix}requirement-met`, params };
    engine.addRule({ name, conditions: { condition: name }, event });
  }
  const open = { fact: `${prefix}is-open`, operator: "equal", value: true, params: { pathway: pathway.id } };
  const event: PathwayEligibleEvent = { type: `${prefix}pathway-eligible`, params: { pathway: pathway.id } };
  engine.addRule({ name: `${prefix}${pathway.id}`, conditions: { all: [open, ...required] }, event });
}

/**
 * Translates a condition to the engine's grammar.
 *
 * @param certain - Whether the node must hold for certain, or, under a `not`, perhaps.
 */
function translate(node: Resolved, certain: boolean, marks: Marks, prefix: string): NestedCondition {
  const each = (parts: readonly Resolved[]) => parts.map((part) => translate(part, certain, marks, prefix));
  if ("all" in node) return { all: each(node.all) };
  if ("any" in node) return { any: each(node.any) };
  if ("not" in node) return { not: translate(node.not, !certain, marks, prefix) };
  if ("of" in node) return translate(node.of, certain, marks, prefix);
  if ("readings" in node) {
    const readings = each(node.readings.map(({ of }) => of));
    return certain ? { all: readings } : { any: readings };
  }
  return translateLeaf(node, certain, marks, prefix);
}

/** Operators that ask for much: what is least certain decides whether they hold for certain. */
const asksForMuch = (operator: Operator) => /^(greaterThan|onOrAfter|after)/.test(operator);

function translateLeaf(leaf: ResolvedLeaf, certain: boolean, marks: Marks, prefix: string): NestedCondition {
  const { fact, operator, value, params } = leaf;
  if (fact === "residence") return translateResidence(leaf, certain, marks, prefix);
  const [own, other]: readonly [Bound, Bound] = boundsOf(operator, value, certain);
  const marked = (bound: Bound) => ({ ...marks, bound, certain, resolved: true });
  const isDay = Object.hasOwn(dayComparisons, operator);
  return {
    fact: `${prefix}${fact}`,
    operator: isDay ? `${prefix}${operator}` : operator,
    value:
      typeof value === "object" && "fact" in value
        ? { fact: `${prefix}${value.fact}`, params: { ...dayParams(value), ...marked(other) } }
        : value,
    params: { ...(isDay && !("of" in (params ?? {})) ? dayParams(params as ResolvedDay) : params), ...marked(own) },
  };
}

/** The params of a day that is looked up: what it is drawn from, or the day itself. */
const dayParams = (day: ResolvedDay): object => (day.fact === "earliest" || day.fact === "latest" ? day.params : day);

/** Which ends of the two ranges decide whether a comparison holds. */
function boundsOf(operator: Operator, value: unknown, certain: boolean): readonly [own: Bound, other: Bound] {
  const isEqual = operator === "equal";
  if (isEqual || operator === "notEqual") {
    return [isEqual === certain ? "exact" : { nearest: value as number }, "exact"];
  }
  return asksForMuch(operator) === certain ? ["low", "high"] : ["high", "low"];
}

/** A residence that was not told is one for which the leaf does not hold, or, under a `not`, one for which it does. */
function translateResidence({ operator, value }: ResolvedLeaf, certain: boolean, marks: Marks, prefix: string) {
  const [first = null] = Array.isArray(value) ? value : [value];
  const otherwise = isNegative(operator) === certain ? first : null;
  return { fact: `${prefix}residence`, operator, value, params: { ...marks, otherwise } };
}
