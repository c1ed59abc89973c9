/**
 * Compiles the rules in force: once per rulebook, overlay and set of editions; each distinct condition once.
 */

import { countUpTo, dayNumber, firstDay, isoDay } from "../base/calendar";
import type { MembershipCalendar } from "../evidence/membership";
import type { Standings } from "../evidence/standing";
import type { AssociationId, Day } from "../model/applicant";
import type { Confidence } from "../model/language";
import type { Overlay } from "../model/overlay";
import type { Cycle, ImpreciseDay, PathwayId, Rulebook } from "../model/rulebook";
import type { BearingQuestion, RequirementAccount } from "../model/verdict";
import { cycleOn } from "../rules/cycle";
import { beginOf, changeDays, type Dated, type Imprecise, impreciseOf, lastDayAmong } from "../rules/editions";
import { datedIn, findPathway, type RulesOn, startRules, wholeOf } from "../rules/in-force";
import { type Names, namesIn } from "../rules/names";
import type { PathwayInForce, RequirementInForce, RulesInForce } from "../rules/pathway-in-force";
import { resolve } from "../rules/resolve";
import type { Resolved } from "../rules/resolved";
import type { Compiler, Node } from "./compiled";
import { createCompiler } from "./compiler";
import { compileNode } from "./condition";

/** A route, compiled. */
export interface CompiledRoute {
  readonly id: string;
  readonly confidence: Confidence | undefined;
  readonly resolved: Resolved;
  readonly node: Node;
}

/** A requirement as an account lists it, whoever is judged. */
export interface ListedRequirement
  extends Pick<RequirementAccount, "id" | "title">,
    Required<Pick<RequirementInForce, "obligation" | "stage">>,
    Pick<RequirementInForce, "origin" | "confidence"> {
  readonly since: ImpreciseDay | undefined;
}

/** A requirement, compiled. */
export interface CompiledRequirement {
  /** Its number: requirements that a verdict lists alike have the same. */
  readonly index: number;
  readonly listed: ListedRequirement;
  readonly routes: readonly CompiledRoute[];
  /** Its days, where the source gives one only as a month or a year. */
  readonly imprecise: Imprecise | undefined;
  /** Whether readings differ in its routes. */
  readonly hasReadings: boolean;
  /** What its sources leave open, whoever is judged, where that is the whole criterion. */
  readonly unpublished: readonly BearingQuestion[];
}

/** A pathway, compiled. */
export interface CompiledPathway {
  readonly pathway: PathwayInForce;
  /** The spans in which it is offered whose first or last day is told only as a month or a year. */
  readonly imprecise: readonly Imprecise[];
  readonly requirements: readonly CompiledRequirement[];
}

/** The rules in force, worked out and compiled as far as they were asked for. */
export interface Program {
  readonly rules: RulesInForce;
  /** Works out a pathway, once. */
  readonly inForce: RulesOn["pathway"];
  readonly compiler: Compiler;
  /** Compiles a pathway, once. */
  readonly pathway: (id: PathwayId) => CompiledPathway;
  /** Finds the cycle of renewal of a pathway on a day. */
  readonly cycleOn: (id: PathwayId, day: number) => Cycle | undefined;
  /** Compiles a pathway as it was on the last day of a cycle that has closed, for that cycle; once. */
  readonly closed: (id: PathwayId, last: number) => CompiledPathway;
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
    programs.set(span, (program = compile(rulebook, startRules(rulebook, asOf, overlay), overlay)));
  return program;
}

function compile(rulebook: Rulebook, rules: RulesOn, overlay: Overlay | undefined): Program {
  const compiler = createCompiler(standingsOf(rulebook, overlay));
  const compiled = new Map<string, CompiledPathway>();
  const once = (key: string, make: () => CompiledPathway) => {
    const made = compiled.get(key) ?? make();
    compiled.set(key, made);
    return made;
  };
  const compileWith = (names: Names, inForce: PathwayInForce) => {
    const offers = overlay?.offers?.filter(({ pathways }) => pathways.includes(inForce.id)) ?? [];
    return compilePathway(compiler, names, inForce, offers);
  };
  const namesFor = namesIn(rules.shared);
  const before = new Map<number, RulesThen>();
  const rulesThen = (last: number) => {
    const then = before.get(last) ?? thenOf(startRules(rulebook, isoDay(last), overlay));
    before.set(last, then);
    return then;
  };
  let whole: RulesInForce | undefined;
  return {
    get rules() {
      return (whole ??= wholeOf(rulebook, rules));
    },
    inForce: rules.pathway,
    compiler,
    namesFor,
    pathway: (id) =>
      once(id, () => {
        const inForce = rules.pathway(id);
        return compileWith(namesFor(inForce), inForce);
      }),
    cycleOn: (id, day) => {
      const found = findPathway(rulebook, id);
      return found && cycleOn(found.pathway, day, overlay);
    },
    closed: (id, last) =>
      once(`${id} until ${last}`, () => {
        const then = rulesThen(last);
        const { cycle, ...inForce } = then.pathway(id);
        const pathway = { ...inForce, ...(cycle && { cycle: { ...cycle, on: isoDay(last) } }) };
        return compileWith(then.namesFor(pathway), pathway);
      }),
  };
}

/** The rules on another day. */
type RulesThen = Pick<RulesOn, "pathway"> & Pick<Program, "namesFor">;

const thenOf = ({ shared, pathway }: RulesOn): RulesThen => ({ pathway, namesFor: namesIn(shared) });

function compilePathway(
  compiler: Compiler,
  names: Names,
  pathway: PathwayInForce,
  offers: readonly Dated[],
): CompiledPathway {
  return {
    pathway,
    imprecise: [...pathway.offered, ...offers].flatMap((span) => impreciseOf(span) ?? []),
    requirements: pathway.requirements.map((requirement) => compileRequirement(compiler, names, requirement)),
  };
}

function compileRequirement(compiler: Compiler, names: Names, requirement: RequirementInForce): CompiledRequirement {
  const {
    id,
    title,
    obligation = "required",
    stage = "experience",
    inForce,
    origin,
    confidence,
    questions = [],
  } = requirement;
  const routes = (requirement.routes ?? []).map((route): CompiledRoute => {
    const resolved = resolve(names, route.conditions);
    return { id: route.id, confidence: route.confidence, resolved, node: compileNode(compiler, resolved) };
  });
  const listed = { id, title, obligation, stage, origin, confidence, since: inForce.from };
  const judged = routes.map((route) => [route.id, route.confidence, route.node.name]);
  return {
    index: compiler.number("requirement", [listed, judged]),
    listed,
    routes,
    imprecise: impreciseOf(requirement),
    hasReadings: routes.some(({ node }) => node.hasReadings),
    // frozen, for every verdict lists the same
    unpublished: routes.length > 0 ? [] : questions.map((one) => Object.freeze({ id: one.id, requirement: id })),
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
  const known = new Map<string, readonly MembershipCalendar[]>();
  // what an association says is read once a membership of it must be dated
  const calendars = (id: string) => {
    const one = id === overlay?.id ? overlay : rulebook.associations[id as AssociationId];
    const own = known.get(id) ?? (one === undefined ? [] : calendarsOf(one));
    known.set(id, own);
    return own;
  };
  const otherSystems = new Set((rulebook.otherSystems ?? []).flatMap((one) => one.associations));
  return { emergingMonths, conversions, otherSystems, calendars };
}

/** An association's membership calendars: each holds until the next begins. */
function calendarsOf({ membership = [] }: Overlay): readonly MembershipCalendar[] {
  const rules = membership.filter(({ year }) => year !== undefined);
  return rules.flatMap((rule) =>
    rule.year === undefined ? [] : [{ from: beginOf(rule), to: lastDayAmong(rule, rules), ...rule.year }],
  );
}
