/**
 * Compiles the rules in force: once per rulebook, overlay and set of editions; each distinct condition once.
 */

import { countUpTo, dayNumber, firstDay } from "../base/calendar";
import type { MembershipCalendar } from "../evidence/membership";
import type { Standings } from "../evidence/standing";
import type { CollectionName, Day } from "../model/applicant";
import type { Question } from "../model/language";
import type { Overlay, ProcessRule } from "../model/overlay";
import type { PathwayId, Route, Rulebook } from "../model/rulebook";
import type { OpenQuestion, PathwayVerdict, ProcessNote, RequirementVerdict, RouteVerdict } from "../model/verdict";
import { appliesTo } from "../rules/applies";
import { beginOf, changeDays, type Dated, type Imprecise, impreciseOf, lastDayAmong } from "../rules/editions";
import {
  datedIn,
  isAwarded,
  type PathwayInForce,
  type RequirementInForce,
  type RulesInForce,
  rulesOn,
} from "../rules/in-force";
import { type Names, resolve } from "../rules/resolve";
import type { Resolved, ResolvedDay, ResolvedParams, ResolvedWhere } from "../rules/resolved";
import type { CompiledWhere, Compiler, Node } from "./compiled";
import { compileNode } from "./condition";
import { entryLeaf } from "./entry-comparison";
import { compileWhere } from "./entry-condition";
import { compileDaySource, compileMeasure } from "./measures/table";

/** A route, compiled. */
export interface CompiledRoute extends Pick<RouteVerdict, "id" | "title"> {
  readonly sources: Route["sources"];
  readonly confidence: Route["confidence"];
  readonly resolved: Resolved;
  readonly node: Node;
}

/** A requirement as a verdict lists it, whoever is judged: all have the same fields, for they are read again and again. */
export interface ListedRequirement
  extends Pick<RequirementVerdict, "id" | "title" | "obligation" | "stage" | "origin" | "confidence" | "sources"> {
  readonly since: RequirementVerdict["since"];
}

/** A requirement, compiled. */
export interface CompiledRequirement {
  readonly requirement: RequirementInForce;
  readonly listed: ListedRequirement;
  readonly routes: readonly CompiledRoute[];
  /** Its days, where the source gives one only as a month or a year. */
  readonly imprecise: Imprecise | undefined;
  /** The questions on which readings in its routes differ, by id. */
  readonly questions: ReadonlyMap<string, Question>;
  /** What its sources do not say, whoever is judged. */
  readonly open: readonly OpenQuestion[];
}

/** A pathway as a verdict lists it, whoever is judged. */
export interface ListedPathway extends Pick<PathwayVerdict, "name" | "kind"> {
  readonly endorsement: PathwayVerdict["endorsement"];
}

/** A pathway, compiled. */
export interface CompiledPathway {
  readonly pathway: PathwayInForce;
  readonly listed: ListedPathway;
  /** Facts of the process. */
  readonly process: readonly ProcessNote[];
  /** The spans in which it is offered whose first or last day is told only as a month or a year. */
  readonly imprecise: readonly Imprecise[];
  readonly requirements: readonly CompiledRequirement[];
}

/** The rules in force, compiled as far as they were asked for. */
export interface Program {
  readonly rules: RulesInForce;
  readonly compiler: Compiler;
  /** Compiles a pathway, once. */
  readonly pathway: (id: PathwayId) => CompiledPathway;
  /** Resolves the names in conditions of a pathway. */
  readonly namesFor: (pathway: PathwayInForce) => Names;
}

/** The compiled editions of one rulebook with one overlay. */
interface Editions {
  readonly days: readonly number[];
  readonly programs: Map<number, Program>;
}

const NO_OVERLAY = {};
const cache = new WeakMap<Rulebook, WeakMap<object, Editions>>();

/** Finds the compiled rules in force on a day. */
export function programOn(rulebook: Rulebook, asOf: Day, overlay?: Overlay): Program {
  let ofRulebook = cache.get(rulebook);
  if (ofRulebook === undefined) cache.set(rulebook, (ofRulebook = new WeakMap()));
  let editions = ofRulebook.get(overlay ?? NO_OVERLAY);
  if (editions === undefined) {
    editions = { days: changeDays(datedIn(rulebook, overlay)), programs: new Map() };
    ofRulebook.set(overlay ?? NO_OVERLAY, editions);
  }
  const { days, programs } = editions;
  const span = countUpTo(days, dayNumber(asOf));
  let program = programs.get(span);
  if (program === undefined)
    programs.set(span, (program = compile(rulebook, rulesOn(rulebook, asOf, overlay), overlay)));
  return program;
}

function compile(rulebook: Rulebook, rules: RulesInForce, overlay: Overlay | undefined): Program {
  const compiler = createCompiler(standingsOf(rulebook, overlay));
  const conditions = new Map(rules.conditions.map((one) => [one.id, one]));
  const equivalences = new Map(rules.equivalences.map((one) => [one.id, one]));
  const compiled = new Map<PathwayId, CompiledPathway>();
  const { choices, association } = rules;
  const questions = new Map(rules.questions.map((one) => [one.id, one]));
  const named = new Map<PathwayId, Names>();
  const namesFor = (pathway: PathwayInForce): Names => {
    const known = named.get(pathway.id);
    if (known !== undefined) return known;
    const resolved = { requirements: new Map(), entries: new Map() };
    const names = { conditions, equivalences, questions, choices, association, pathway, resolved };
    named.set(pathway.id, names);
    return names;
  };
  const pathway = (id: PathwayId) => {
    const known = compiled.get(id);
    if (known !== undefined) return known;
    const inForce = rules.pathways.find((one) => one.id === id);
    if (inForce === undefined) throw new TypeError(`there is no pathway ${id}`);
    const offers = overlay?.offers?.filter(({ pathways }) => pathways.includes(id)) ?? [];
    const made = compilePathway(compiler, namesFor(inForce), inForce, offers, processOf(rules, inForce));
    compiled.set(id, made);
    return made;
  };
  return { rules, compiler, pathway, namesFor };
}

function compilePathway(
  compiler: Compiler,
  names: Names,
  pathway: PathwayInForce,
  offers: readonly Dated[],
  process: readonly ProcessNote[],
): CompiledPathway {
  const { kind, endorsement, localName } = pathway;
  const name = localName?.name["en"] ?? Object.values(localName?.name ?? {})[0] ?? pathway.name;
  return {
    pathway,
    listed: { name, kind, endorsement },
    process,
    imprecise: [...pathway.offered, ...offers].flatMap((span) => impreciseOf(span) ?? []),
    requirements: pathway.requirements.map((requirement) => compileRequirement(compiler, names, requirement)),
  };
}

function compileRequirement(compiler: Compiler, names: Names, requirement: RequirementInForce): CompiledRequirement {
  const { id, title, obligation = "required", stage = "experience", inForce } = requirement;
  const { origin, confidence, sources } = requirement;
  const questions = new Map<string, Question>();
  const routes = (requirement.routes ?? []).map((route): CompiledRoute => {
    const resolved = resolve(names, route.conditions);
    collectQuestions(resolved, questions);
    const node = compileNode(compiler, resolved);
    return { id: route.id, title: route.title, sources: route.sources, confidence: route.confidence, resolved, node };
  });
  const bears = routes.length === 0;
  return {
    requirement,
    listed: { id, title, obligation, stage, origin, confidence, sources, since: inForce.from },
    routes,
    imprecise: impreciseOf(requirement),
    questions,
    // frozen, for every verdict lists the same
    open: (requirement.questions ?? []).map((question) => Object.freeze({ ...question, requirement: id, bears })),
  };
}

/** The facts of the process of a pathway; frozen, for every verdict lists the same. */
function processOf({ process }: RulesInForce, pathway: PathwayInForce): readonly ProcessNote[] {
  // how one applies is told of what is awarded; who is endorsed already is told what goes for an endorsement
  const isAbout = (rule: ProcessRule) => appliesTo(rule, pathway.id, rule.kind === "status" || isAwarded(pathway));
  const own = process.filter(isAbout);
  return Object.freeze(
    own.map(({ kind, text, sources, confidence }) => Object.freeze({ kind, text, sources, confidence })),
  );
}

/** Collects the questions of readings, wherever they stand. */
function collectQuestions(part: unknown, questions: Map<string, Question>): void {
  if (typeof part !== "object" || part === null) return;
  if ("readings" in part && "question" in part) {
    const question = part.question as Question;
    questions.set(question.id, question);
  }
  for (const value of Object.values(part)) collectQuestions(value, questions);
}

/** Makes a compiler: what is written the same is compiled once and found again. */
function createCompiler(standings: Standings): Compiler {
  const counts = { day: 0, held: 0, where: 0, part: 0, measure: 0, node: 0 };
  const known = new Map<string, unknown>();
  const once = <T>(key: readonly unknown[], make: () => T): T => {
    const text = JSON.stringify(key);
    const found = known.get(text) as T | undefined;
    if (found !== undefined) return found;
    const made = make();
    known.set(text, made);
    return made;
  };
  const compiler: Compiler = {
    standings,
    number: (kind) => counts[kind]++,
    day: (value: string | ResolvedDay) =>
      once(["day", dayKey(compiler, value)], () => compileDaySource(compiler, value)),
    where: (of: CollectionName, condition: ResolvedWhere) => {
      const part = compileWhere(compiler, of, condition);
      return once(["where", part.index], (): CompiledWhere => ({ ...part, index: counts.where++ }));
    },
    part: (key, make) =>
      once(["part", ...key], (): CompiledWhere => {
        const index = counts.part++;
        return { ...make(index), index };
      }),
    leaf: (of, leaf) => {
      const { fact, operator, value } = leaf;
      const asked = leaf.compares === "day" ? dayKey(compiler, leaf.value) : value;
      return compiler.part([of, fact, operator, asked], (index) => entryLeaf(compiler, index, leaf));
    },
    measure: (fact, params: ResolvedParams) =>
      once(["measure", fact, paramsKey(compiler, params)], () => ({
        index: counts.measure++,
        ...compileMeasure(compiler, fact, params),
      })),
    node: (key, make) =>
      once(["node", ...key], (): Node => {
        const index = counts.node++;
        const trace = make();
        return { index, trace: (run) => (run.traces[index] ??= trace(run)) };
      }),
  };
  return compiler;
}

/** What tells a day from others: conditions in it are known by their place, for written out they may be long. */
function dayKey(compiler: Compiler, day: string | ResolvedDay): unknown {
  return typeof day === "object" && "params" in day ? [day.fact, paramsKey(compiler, day.params)] : day;
}

/** What tells the params of a measure from others. */
function paramsKey(compiler: Compiler, params: ResolvedParams): unknown {
  const { of, where, during, equivalences, slots, ...rest } = params;
  const place = (condition: ResolvedWhere | undefined) => condition && compiler.where(of, condition).index;
  const end = (day: string | ResolvedDay | undefined) => day && dayKey(compiler, day);
  return {
    ...rest,
    of,
    where: place(where),
    during: during && [end(during.from), end(during.to)],
    equivalences: equivalences?.map((one) => ({ ...one, where: place(one.where) })),
    slots: slots?.map((one) => ({ ...one, where: place(one.where) })),
  };
}

function standingsOf(rulebook: Rulebook, overlay: Overlay | undefined): Standings {
  const emergingMonths = new Map(
    rulebook.credentials.flatMap(({ id, emergingMonths }) =>
      emergingMonths === undefined ? [] : [[id, emergingMonths]],
    ),
  );
  const conversions = new Map(
    rulebook.credentials.flatMap(({ id, conversions = [] }) =>
      (["full", "emerging"] as const).map((status) => {
        const own = conversions.filter((conversion) => conversion.status === status);
        const word = status === "full" ? id : `${id}:emerging`;
        const dated = own.map(({ on, becomes }) => ({ on: firstDay(on), becomes }));
        return [word, dated.sort((a, b) => a.on - b.on)] as const;
      }),
    ),
  );
  const overlays = { ...rulebook.associations, ...(overlay && { [overlay.id]: overlay }) };
  const calendars = new Map(Object.entries(overlays).map(([id, one]) => [id, calendarsOf(one)]));
  return { emergingMonths, conversions, calendars };
}

/** An association's membership calendars: each holds until the next begins. */
function calendarsOf({ membership = [] }: Overlay): readonly MembershipCalendar[] {
  const rules = membership.filter(({ year }) => year !== undefined);
  return rules.flatMap((rule) =>
    rule.year === undefined ? [] : [{ from: beginOf(rule), to: lastDayAmong(rule, rules), ...rule.year }],
  );
}
