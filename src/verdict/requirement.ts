/**
 * Judges requirements: each folds its routes, and coordinators may waive it or accept evidence for it.
 */
import type { Draft } from "../base/draft";
import { type Level, MET, truth, UNKNOWN, UNMET } from "../base/truth";
import type { Decisions } from "../evidence/decisions";
import type { CompiledRequirement, CompiledRoute, Program } from "../judge/compile";
import type { AmountNode } from "../judge/compiled";
import type { Run } from "../judge/run";
import type { Decision } from "../model/applicant";
import type { PathwayId } from "../model/rulebook";
import type {
  AmountProgress,
  DecisionApplied,
  RequirementAccount,
  RequirementStatus,
  RequirementVerdict,
  RouteVerdict,
  Truth,
} from "../model/verdict";
import { CONFIDENCE } from "../rules/written";
import { type Measures, progressToward } from "./measures";
import { listGaps, type Obstacles, obstaclesOf } from "./obstacles";
import type { Home } from "./residency";
import type { Traces } from "./traces";

/** What judging needs beside the compiled rules. */
export interface Judging {
  readonly run: Run;
  /** All runs so far: one of its own for each requirement for which evidence was accepted. */
  readonly runs: readonly Run[];
  readonly program: Program;
  readonly decisions: Decisions;
  /** How the place where the applicant lives stands to the association. */
  readonly home: Home;
  /** Starts a run in which entries are accepted; its measures are listed, or are not. */
  readonly accepting: (requirement: string, evidence: readonly string[], isListed: boolean) => Run;
  /** Requirements that were judged, by number: twins are judged once. */
  readonly judged: (JudgedRequirement | undefined)[];
}

/** A requirement, judged. */
export interface JudgedRequirement {
  readonly id: string;
  readonly status: Truth;
  readonly compiled: CompiledRequirement;
  /** The run in which it was judged: one of its own where evidence was accepted for it. */
  readonly run: Run;
  /** What became of its routes, whatever was waived. */
  readonly own: Level;
  readonly decided: readonly Decision[];
  /** As an outcome lists it, once it does. */
  outcome: RequirementVerdict | undefined;
  /** As an account lists it, once it does. */
  account: RequirementAccount | undefined;
  /** What stands in the way of its nearest route, once that is asked for. */
  obstacles: Obstacles | undefined;
}

/** Judges a requirement of a pathway, no further than its state is sure. */
export function judgeRequirement(
  judging: Judging,
  pathway: PathwayId,
  compiled: CompiledRequirement,
): JudgedRequirement {
  const { judged, decisions } = judging;
  const { index, listed } = compiled;
  const decided = decisions.about(pathway, listed.id);
  const perhaps = decisions.perhaps(pathway, listed.id);
  const isPlain = decided.length === 0 && perhaps.length === 0;
  const known = isPlain ? judged[index] : undefined;
  if (known !== undefined) return known;
  const fresh = judgeFresh(judging, pathway, compiled, decided);
  if (isPlain) judged[index] = fresh;
  if (perhaps.length === 0) return fresh;
  // whether the others are in force is not known: then what they would change is not, either
  const other = judgeFresh(judging, pathway, compiled, [...decided, ...perhaps], false);
  return other.status === fresh.status ? fresh : { ...fresh, status: truth(UNKNOWN) };
}

/** Evidence that a coordinator accepted is never taken against the applicant. */
function judgeFresh(
  judging: Judging,
  pathway: PathwayId,
  compiled: CompiledRequirement,
  decided: readonly Decision[],
  isListed = true,
): JudgedRequirement {
  const { id } = compiled.listed;
  const accepted =
    decided.length === 0 ? [] : decided.flatMap(({ type, evidence = [] }) => (type === "accept" ? evidence : []));
  const plain = levelOf(judging.run, compiled);
  const run = accepted.length === 0 ? judging.run : judging.accepting(`${pathway}/${id}`, accepted, isListed);
  const better = run === judging.run ? plain : levelOf(run, compiled);
  const own = Math.max(plain, better) as Level;
  const isWaived = decided.some(({ type }) => type === "waive");
  const status = truth(isWaived ? MET : own);
  return {
    id,
    status,
    compiled,
    run: better >= plain ? run : judging.run,
    own,
    decided,
    outcome: undefined,
    account: undefined,
    obstacles: undefined,
  };
}

/** The greatest of its routes; without any, its criterion is unpublished. */
function levelOf(run: Run, { routes }: CompiledRequirement): Level {
  if (routes.length === 0) return UNKNOWN;
  let greatest: Level = UNMET;
  for (const { node } of routes) {
    const level = node.level(run);
    if (level === MET) return MET;
    if (level > greatest) greatest = level;
  }
  return greatest;
}

/** The route that satisfies a requirement, or comes nearest; ties in rule order. */
export function nearestRoute({ compiled, run, own }: JudgedRequirement): CompiledRoute | undefined {
  const { routes } = compiled;
  if (own === MET) return routes.find(({ node }) => node.level(run) === MET);
  if (routes.length <= 1) return routes[0];
  const best = routes.filter(({ node }) => node.level(run) === own);
  if (best.length <= 1) return best[0];
  const distances = best.map(({ node }) => node.distance(run, true));
  const least = Math.min(...distances);
  return best
    .filter((_, at) => distances[at] === least)
    .reduce((nearest, route) => (asksLess(run, route, nearest) ? route : nearest));
}

/** Whether one route asks for less of the same than another that is as far: who has nothing needs 12 hours sooner than 36. */
function asksLess(run: Run, route: CompiledRoute, other: CompiledRoute): boolean {
  const [own, others] = [route, other].map(({ node }) => {
    const found: AmountNode[] = [];
    node.amounts(run, found);
    return found;
  }) as [AmountNode[], AmountNode[]];
  const [first] = own;
  const isSame = own.length === others.length && own.every(({ measure }, at) => measure === others[at]?.measure);
  return first !== undefined && isSame && own.every(({ need }, at) => need < (others[at]?.need ?? 0));
}

/** Lists a requirement with its state alone. */
export const statusOf = ({ id, status }: JudgedRequirement): RequirementStatus => ({ id, status });

/** Lists a requirement with what counts on its nearest route; the same for twins. */
export function outcomeOf(judged: JudgedRequirement, measures: Measures, decisions: Decisions): RequirementVerdict {
  return (judged.outcome ??= listOutcome(judged, measures, decisions));
}

function listOutcome(judged: JudgedRequirement, measures: Measures, decisions: Decisions): RequirementVerdict {
  const { id, status, run, decided } = judged;
  const verdict: Draft<RequirementVerdict> = { id, status };
  const { obligation } = judged.compiled.listed;
  if (obligation !== "required") verdict.obligation = obligation;
  const route = nearestRoute(judged);
  if (route !== undefined) {
    verdict.route = route.id;
    const progress = progressOf(run, route, measures);
    if (progress.length > 0) verdict.progress = progress;
  }
  if (decided.length > 0) verdict.decisions = decided.map((decision): DecisionApplied => decisions.shown(decision));
  return verdict;
}

function progressOf(run: Run, { node }: CompiledRoute, measures: Measures): AmountProgress[] {
  const amounts: AmountNode[] = [];
  node.amounts(run, amounts);
  return amounts.map(({ measure, need }) => progressToward(run, measure, need, measures));
}

/** Lists a requirement with what became of each of its routes; the same for twins. */
export function accountOf(
  judged: JudgedRequirement,
  measures: Measures,
  traces: Traces,
  decisions: Decisions,
): RequirementAccount {
  return (judged.account ??= listAccount(judged, measures, traces, decisions));
}

function listAccount(
  judged: JudgedRequirement,
  measures: Measures,
  traces: Traces,
  decisions: Decisions,
): RequirementAccount {
  const { compiled, run } = judged;
  const { title, obligation, stage, origin, confidence, since } = compiled.listed;
  const account: Draft<RequirementAccount> = {
    ...outcomeOf(judged, measures, decisions),
    title,
    obligation,
    routes: compiled.routes.map((route) => routeVerdict(run, judged, route, measures, traces)),
  };
  // what goes for most is not said of each
  if (stage !== "experience") account.stage = stage;
  if (origin !== "alliance") account.origin = origin;
  if (confidence !== CONFIDENCE) account.confidence = confidence;
  if (since !== undefined) account.since = since;
  return account;
}

function routeVerdict(
  run: Run,
  judged: JudgedRequirement,
  route: CompiledRoute,
  measures: Measures,
  traces: Traces,
): RouteVerdict {
  const { id, confidence, node } = route;
  const level = node.level(run);
  const verdict: Draft<RouteVerdict> = { id, status: truth(level), trace: traces.list(run, node) };
  if (confidence !== undefined) verdict.confidence = confidence;
  if (level === MET) return verdict;
  const known = judged.obstacles?.route === route ? judged.obstacles : undefined;
  const { blocking, gaps } = known ?? obstaclesOf(run, judged.id, route, measures, true);
  verdict.blocking = blocking.map(ownOf);
  verdict.gaps = listGaps(gaps).map(ownOf);
  return verdict;
}

/** Of what stands below a requirement, that is not said. */
function ownOf<T extends { readonly requirement: string }>({ requirement: _, ...own }: T): Omit<T, "requirement"> {
  return own;
}
