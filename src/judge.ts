/**
 * Judges pathways: requirements fold their routes, pathways fold their requirements.
 */

import { blame, gapsOf } from "./blame";
import { cycleOf, dayNumber, isoDay } from "./calendar";
import type { CompiledPathway, CompiledRequirement, Program } from "./compile";
import { greatest, least } from "./condition";
import type { Decisions } from "./decisions";
import { beginOf, type Dated, doubtFrom, doubtUntil, endOf } from "./editions";
import { wrong } from "./evidence";
import type { PathwayInForce, RulesInForce } from "./overlay";
import type { Draft, Run } from "./program";
import type { Question, Route, Stage } from "./rulebook";
import type {
  Blocking,
  Gap,
  Measure,
  OpenQuestion,
  PathwayStatus,
  PathwayVerdict,
  RequirementVerdict,
  RouteVerdict,
  Trace,
  Truth,
} from "./verdict";

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
  const { pathway } = compiled;
  const { rules } = judging.program;
  const { measures } = judging.run;
  const requirements = compiled.requirements.map((one) => judgeRequirement(judging, pathway, one));
  const required = requirements.filter(({ obligation }) => obligation === "required");
  const worst = least(required);
  const gate = residencyGate(judging.run, rules, pathway);
  const { blocking, gaps } = worst === "met" ? { blocking: [], gaps: [] } : obstacles(required, worst, measures);
  const process = rules.process.filter(({ pathways }) => pathways?.includes(pathway.id) ?? true);
  const name = pathway.localName?.name["en"] ?? Object.values(pathway.localName?.name ?? {})[0] ?? pathway.name;
  const asOf = judging.run.evidence.asOf;
  return {
    pathway: pathway.id,
    name,
    kind: pathway.kind,
    ...(pathway.endorsement && { endorsement: pathway.endorsement }),
    status: statusOf(pathway.isOffered, gate, worst),
    stages: {
      experience: leastOf(required, "experience"),
      application: leastOf(required, "application"),
      exam: leastOf(required, "exam"),
    },
    requirements,
    blocking,
    gaps,
    questions: questionsOf(compiled, requirements, measures, asOf),
    ...(pathway.cycle && { due: isoDay(cycleOf(asOf, dayNumber(pathway.cycle.ends), pathway.cycle.months)[1]) }),
    ...(!pathway.isOffered && { offered: pathway.offered.map(({ inForce }) => inForce) }),
    ...(!pathway.isOffered && pathway.replacedBy && { replacedBy: pathway.replacedBy }),
    ...(gate === "unmet" && rules.residency && { elsewhere: rules.residency.otherwise }),
    process: process.map(({ kind, text, sources, confidence }) => ({ kind, text, sources, confidence })),
  };
}

const leastOf = (required: readonly RequirementVerdict[], stage: Stage): Truth =>
  least(required.filter((one) => one.stage === stage));

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
  { id: pathway }: PathwayInForce,
  { requirement, routes }: CompiledRequirement,
): RequirementVerdict {
  const {
    id,
    title,
    obligation = "required",
    stage = "experience",
    inForce,
    origin,
    confidence,
    sources,
  } = requirement;
  const decided = judging.decisions.about(pathway, id);
  const accepted = decided.flatMap(({ type, evidence = [] }) => (type === "accept" ? evidence : []));
  const run = accepted.length === 0 ? judging.run : judging.accepting(accepted);
  const judged = routes.map(({ route, node }) => routeVerdict(route, node.trace(run)));
  const own = judged.length === 0 ? "unknown" : greatest(judged);
  const status = decided.some(({ type }) => type === "waive") ? "met" : own;
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
  const nearest = nearestOf(judged, own, run.measures);
  if (nearest !== undefined) verdict.route = nearest.id;
  if (inForce.from !== undefined) verdict.since = inForce.from;
  if (decided.length > 0) verdict.decisions = decided.map(judging.decisions.shown);
  return verdict;
}

function routeVerdict({ id, title, sources, confidence }: Route, trace: Trace): RouteVerdict {
  const verdict: Draft<RouteVerdict> = { id, title, status: trace.status, trace };
  if (sources !== undefined) verdict.sources = sources;
  if (confidence !== undefined) verdict.confidence = confidence;
  return verdict;
}

type Measures = Readonly<Record<string, Measure>>;

/** The route that satisfies a requirement, or comes nearest; ties in rule order. */
function nearestOf(routes: readonly RouteVerdict[], status: Truth, measures: Measures): RouteVerdict | undefined {
  const best = routes.filter((route) => route.status === status);
  if (status === "met" || best.length <= 1) return best[0];
  const costs = best.map(({ trace }) => blame(measures, trace).cost);
  return best[costs.indexOf(Math.min(...costs))];
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
    const found = blame(measures, nearest.trace);
    for (const { at, leaf, question } of found.culprits) {
      const { fact, measure } = leaf;
      const one: Draft<Blocking> = { requirement, route: nearest.id, at, status, fact };
      if (measure !== undefined) one.measure = measure;
      if (question !== undefined) one.question = question;
      blocking.push(one);
    }
    gaps.push(...gapsOf(measures, found, requirement, nearest.id, status));
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
  for (const span of imprecise) {
    if (inDoubt(span, asOf))
      questions.push(dayQuestion(`in-force/${pathway.id}`, span, "is this pathway offered", asOf));
  }
  compiled.forEach(({ requirement, isImprecise, routes, questions: asked }, index) => {
    const { id } = requirement;
    for (const question of requirement.questions ?? []) {
      questions.push({ ...question, requirement: id, bears: routes.length === 0 });
    }
    if (isImprecise && inDoubt(requirement, asOf)) {
      questions.push({
        ...dayQuestion(`in-force/${pathway.id}/${id}`, requirement, "does this requirement hold", asOf),
        requirement: id,
      });
    }
    const verdict = judged[index] as RequirementVerdict;
    if (verdict.status !== "unknown" || asked.size === 0) return;
    for (const question of openReadings(verdict, measures)) {
      questions.push({ ...(asked.get(question) as Question), requirement: id, bears: true });
    }
  });
  return questions;
}

/** Whether a day lies in the span of an imprecise first or last day. */
function inDoubt(dated: Dated, asOf: number): boolean {
  if (asOf < beginOf(dated) || asOf > endOf(dated)) return false;
  return asOf <= doubtUntil(dated) || asOf >= doubtFrom(dated);
}

function dayQuestion(id: string, dated: Dated, what: string, asOf: number): OpenQuestion {
  const { from, to } = dated.inForce ?? {};
  const text = asOf <= doubtUntil(dated) ? `From which day of ${from} ${what}?` : `Until which day of ${to} ${what}?`;
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
