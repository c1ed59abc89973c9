/**
 * Judges pathways: requirements fold their routes, pathways fold their requirements.
 */

import { cycleOf, dayNumber, isoDay } from "../base/calendar";
import type { Draft } from "../base/draft";
import { wrong } from "../base/errors";
import type { Decisions } from "../evidence/decisions";
import type { CompiledPathway, CompiledRequirement, CompiledRoute, Program } from "../judge/compile";
import type { Run } from "../judge/compiled";
import { greatest, least } from "../judge/condition";
import type { Decision } from "../model/applicant";
import type { Question } from "../model/language";
import type { PathwayId, Stage } from "../model/rulebook";
import {
  type Blocking,
  type Gap,
  type Measure,
  type OpenQuestion,
  type PathwayStatus,
  type PathwayVerdict,
  type RequirementVerdict,
  type RouteVerdict,
  type Trace,
  type Truth,
  truths,
} from "../model/verdict";
import { type Imprecise, isInDoubt } from "../rules/editions";
import type { PathwayInForce, RulesInForce } from "../rules/in-force";
import { blame, costOf, gapsOf } from "./obstacles";

/** What judging needs beside the compiled rules. */
export interface Judging {
  readonly run: Run;
  readonly program: Program;
  readonly decisions: Decisions;
  /** Starts a run in which entries are accepted. */
  readonly accepting: (evidence: readonly string[]) => Run;
}

/** Judges one pathway. */
export function judgePathway(judging: Judging, compiled: CompiledPathway): PathwayVerdict {
  const { pathway, listed, process } = compiled;
  const { rules } = judging.program;
  const { measures } = judging.run;
  const requirements = compiled.requirements.map((one) => judgeRequirement(judging, pathway.id, one));
  const required = requirements.filter(({ obligation }) => obligation === "required");
  const worst = least(required);
  const gate = residencyGate(judging.run, rules, pathway);
  const { blocking, gaps } = worst === "met" ? { blocking: [], gaps: [] } : obstacles(required, worst, measures);
  const asOf = judging.run.evidence.asOf;
  const { name, kind, endorsement } = listed;
  // field by field, in the order of the interface: spreading costs more than judging
  const verdict = { pathway: pathway.id, name, kind } as Draft<PathwayVerdict>;
  if (endorsement !== undefined) verdict.endorsement = endorsement;
  verdict.status = statusOf(pathway.isOffered, gate, worst);
  verdict.stages = {
    experience: leastOf(required, "experience"),
    application: leastOf(required, "application"),
    exam: leastOf(required, "exam"),
  };
  verdict.requirements = requirements;
  verdict.blocking = blocking;
  verdict.gaps = gaps;
  verdict.questions = questionsOf(compiled, requirements, measures, asOf);
  const { cycle, isOffered, offered, replacedBy } = pathway;
  if (cycle !== undefined) verdict.due = isoDay(cycleOf(asOf, dayNumber(cycle.ends), cycle.months)[1]);
  if (!isOffered) verdict.offered = offered.map(({ inForce }) => inForce);
  if (!isOffered && replacedBy !== undefined) verdict.replacedBy = replacedBy;
  if (gate === "unmet" && rules.residency !== undefined) verdict.elsewhere = rules.residency.otherwise;
  verdict.process = process;
  return verdict;
}

function leastOf(required: readonly RequirementVerdict[], stage: Stage): Truth {
  let status: Truth = "met";
  for (const one of required) {
    if (one.stage !== stage || one.status === "met") continue;
    if (one.status === "unmet") return "unmet";
    status = "unknown";
  }
  return status;
}

/** The first status that applies. */
function statusOf(isOffered: boolean, gate: Truth, worst: Truth): PathwayStatus {
  if (!isOffered) return "not-offered";
  if (gate === "unmet") return "apply-elsewhere";
  if (worst === "unmet") return "not-yet";
  return gate === "unknown" || worst === "unknown" ? "undetermined" : "eligible";
}

/** Whether the applicant lives where the association takes applications from; who is endorsed already is not asked. */
export function residencyGate(run: Run, { residency }: RulesInForce, { kind }: Pick<PathwayInForce, "kind">): Truth {
  if (residency === undefined || kind === "renewal" || kind === "reinstatement") return "met";
  const told: unknown = run.evidence.applicant.residence;
  if (told === undefined) return "unknown";
  if (typeof told !== "string") throw wrong("wrong-type", "residence", "a place, ISO 3166", told);
  if (residency.accepts.some((place) => told === place || told.startsWith(`${place}-`))) return "met";
  return residency.accepts.some((place) => place.startsWith(`${told}-`)) ? "unknown" : "unmet";
}

function judgeRequirement(
  judging: Judging,
  pathway: PathwayId,
  { listed, routes }: CompiledRequirement,
): RequirementVerdict {
  const { id, title, obligation, stage, origin, confidence, sources, since } = listed;
  const decided = judging.decisions.about(pathway, id);
  const judged = judgeRoutes(judging, routes, decided);
  const own = judged.length === 0 ? "unknown" : greatest(judged);
  const status = decided.length > 0 && decided.some(({ type }) => type === "waive") ? "met" : own;
  const verdict: Draft<RequirementVerdict> = {
    id,
    title,
    status,
    obligation,
    stage,
    routes: judged,
    origin,
    confidence,
    sources,
  };
  const nearest = nearestOf(judged, own, judging.run.measures);
  if (nearest !== undefined) verdict.route = nearest.id;
  if (since !== undefined) verdict.since = since;
  if (decided.length > 0) verdict.decisions = decided.map(judging.decisions.shown);
  return verdict;
}

/** Judges the routes; evidence that a coordinator accepted is never taken against the applicant. */
function judgeRoutes(judging: Judging, routes: readonly CompiledRoute[], decided: readonly Decision[]): RouteVerdict[] {
  const judgedIn = (run: Run) => routes.map((route) => routeVerdict(route, route.node.trace(run)));
  const run = runFor(judging, decided);
  const judged = judgedIn(run);
  if (run === judging.run || judged.length === 0) return judged;
  const plain = judgedIn(judging.run);
  const rank = (some: readonly RouteVerdict[]) => truths.indexOf(greatest(some));
  return rank(plain) > rank(judged) ? plain : judged;
}

/** The run in which a requirement is judged: a run of its own where a coordinator accepted evidence for it. */
function runFor({ run, accepting }: Judging, decided: readonly Decision[]): Run {
  if (decided.length === 0) return run;
  const accepted = decided.flatMap(({ type, evidence = [] }) => (type === "accept" ? evidence : []));
  return accepted.length === 0 ? run : accepting(accepted);
}

function routeVerdict({ id, title, sources, confidence }: CompiledRoute, trace: Trace): RouteVerdict {
  const verdict: Draft<RouteVerdict> = { id, title, status: trace.status, trace };
  if (sources !== undefined) verdict.sources = sources;
  if (confidence !== undefined) verdict.confidence = confidence;
  return verdict;
}

type Measures = Readonly<Record<string, Measure>>;

/** The route that satisfies a requirement, or comes nearest; ties in rule order. */
function nearestOf(routes: readonly RouteVerdict[], status: Truth, measures: Measures): RouteVerdict | undefined {
  if (status === "met" || routes.length <= 1) return firstWith(status, routes);
  const best = routes.filter((route) => route.status === status);
  const costs = best.map(({ trace }) => costOf(measures, trace));
  return best[costs.indexOf(Math.min(...costs))];
}

function firstWith(status: Truth, routes: readonly RouteVerdict[]): RouteVerdict | undefined {
  for (const route of routes) if (route.status === status) return route;
  return undefined;
}

function obstacles(
  required: readonly RequirementVerdict[],
  worst: "unmet" | "unknown",
  measures: Measures,
): { blocking: Blocking[]; gaps: Gap[] } {
  const blocking: Blocking[] = [];
  const gaps: Gap[] = [];
  for (const { id: requirement, status, route, routes } of required) {
    if (status !== worst) continue;
    const nearest = routes.find(({ id }) => id === route);
    if (nearest === undefined) {
      blocking.push({ requirement, status });
      continue;
    }
    const culprits = blame(measures, nearest.trace);
    for (const { at, leaf, question } of culprits) {
      const { fact, measure } = leaf;
      const one: Draft<Blocking> = { requirement, route: nearest.id, at, status, fact };
      if (measure !== undefined) one.measure = measure;
      if (question !== undefined) one.question = question;
      blocking.push(one);
    }
    gaps.push(...gapsOf(measures, culprits, requirement, nearest.id, status));
  }
  return { blocking, gaps };
}

/** Lists what the sources leave open: always what they do not say, and what they say twice where it matters here. */
function questionsOf(
  { pathway, imprecise, requirements: compiled }: CompiledPathway,
  judged: readonly RequirementVerdict[],
  measures: Measures,
  asOf: number,
): OpenQuestion[] {
  const questions: OpenQuestion[] = [];
  if (!pathway.offerShown) {
    questions.push({ id: `offer/${pathway.id}`, text: "Does the association offer this pathway?", bears: true });
  }
  const doubt = imprecise.find((span) => isInDoubt(span, asOf));
  if (doubt !== undefined) {
    questions.push(dayQuestion(`in-force/${pathway.id}`, doubt, "is this pathway offered", asOf));
  }
  compiled.forEach(({ listed, imprecise: span, open, questions: asked }, index) => {
    const { id: requirement } = listed;
    for (const question of open) questions.push(question);
    if (span !== undefined && isInDoubt(span, asOf)) {
      const question = dayQuestion(`in-force/${pathway.id}/${requirement}`, span, "does this requirement hold", asOf);
      questions.push({ ...question, requirement });
    }
    const verdict = judged[index] as RequirementVerdict;
    if (verdict.status !== "unknown" || asked.size === 0) return;
    for (const question of openReadings(verdict, measures)) {
      questions.push({ ...(asked.get(question) as Question), requirement, bears: true });
    }
  });
  return questions;
}

function dayQuestion(id: string, { inForce, doubtUntil }: Imprecise, what: string, asOf: number): OpenQuestion {
  const { from, to } = inForce;
  const text = asOf <= doubtUntil ? `From which day of ${from} ${what}?` : `Until which day of ${to} ${what}?`;
  return { id, text, bears: true };
}

/** The questions whose readings leave a requirement unknown. */
function openReadings({ routes }: RequirementVerdict, measures: Measures): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (trace: Trace): void => {
    if (trace.status !== "unknown") return;
    if ("all" in trace) return trace.all.forEach(visit);
    if ("any" in trace) return trace.any.forEach(visit);
    if ("not" in trace) return visit(trace.not);
    if ("of" in trace) return visit(trace.of);
    if ("readings" in trace) {
      const differ = trace.readings.some(({ status }) => status !== trace.readings[0]?.status);
      if (differ) found.add(trace.question);
      return trace.readings.forEach(({ of }) => visit(of));
    }
    const measure = trace.measure === undefined ? undefined : measures[trace.measure];
    if (measure === undefined || !("counted" in measure)) return;
    for (const { because } of measure.uncounted) {
      if (because.question !== undefined) found.add(because.question);
    }
  };
  for (const { trace } of routes) visit(trace);
  return found;
}
