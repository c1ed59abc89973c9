/**
 * Judges pathways: they fold their requirements.
 */
import type { Draft } from "../base/draft";
import type { CompiledPathway } from "../judge/compile";
import { type Stage, stages } from "../model/rulebook";
import type {
  BearingQuestion,
  BlockingAccount,
  PathwayAccount,
  PathwayStatus,
  PathwayStatuses,
  PathwayVerdict,
  StageTruths,
  Truth,
} from "../model/verdict";
import { type Imprecise, isInDoubt } from "../rules/editions";
import { nameOfPathway } from "../rules/pathway-in-force";
import type { Measures } from "./measures";
import { type Found, listGaps, obstaclesOf } from "./obstacles";
import { cycleTold } from "./renewal";
import {
  accountOf,
  type JudgedRequirement,
  type Judging,
  judgeRequirement,
  nearestRoute,
  outcomeOf,
  statusOf,
} from "./requirement";
import { asksWhere, type Home } from "./residency";
import type { Traces } from "./traces";

/** A pathway, judged. */
export interface JudgedPathway {
  readonly compiled: CompiledPathway;
  readonly status: PathwayStatus;
  readonly stages: StageTruths;
  readonly requirements: readonly JudgedRequirement[];
  /** How the place where the applicant lives stands to the association. */
  readonly home: Home;
  /** The least of the required requirements. */
  readonly worst: Truth;
}

/** Judges one pathway, no further than its states are sure. */
export function judgePathway(judging: Judging, compiled: CompiledPathway): JudgedPathway {
  const { pathway } = compiled;
  const requirements = compiled.requirements.map((one) => judgeRequirement(judging, pathway.id, one));
  const home = asksWhere(pathway.kind) ? judging.home : ANYWHERE;
  const ofStages: Record<Stage, Truth> = { experience: "met", application: "met", exam: "met" };
  for (const { status, compiled: one } of requirements) {
    const { obligation, stage } = one.listed;
    if (obligation !== "required" || status === "met" || ofStages[stage] === "unmet") continue;
    ofStages[stage] = status;
  }
  const worst = leastOf(ofStages);
  const status = statusFor(pathway.isOffered, home.gate, worst);
  return { compiled, status, stages: ofStages, requirements, home, worst };
}

function leastOf(ofStages: StageTruths): Truth {
  const all = stages.map((stage) => ofStages[stage]);
  if (all.includes("unmet")) return "unmet";
  return all.includes("unknown") ? "unknown" : "met";
}

/** The first status that applies. */
function statusFor(isOffered: boolean, gate: Truth, worst: Truth): PathwayStatus {
  if (!isOffered) return "not-offered";
  if (gate === "unmet") return "apply-elsewhere";
  if (worst === "unmet") return "not-yet";
  return gate === "unknown" || worst === "unknown" ? "undetermined" : "eligible";
}

/** Who need not live anywhere in particular. */
const ANYWHERE: Home = { gate: "met" };

/** Lists a pathway with its states alone. */
export const listStatuses = ({ compiled, status, stages: ofStages, requirements }: JudgedPathway): PathwayStatuses => ({
  pathway: compiled.pathway.id,
  status,
  stages: ofStages,
  requirements: requirements.map(statusOf),
});

/** Lists a pathway with what stands in the way. */
export function pathwayOutcome(
  judging: Judging,
  judged: JudgedPathway,
  measures: Measures,
  withPlace = false,
): Draft<PathwayVerdict> {
  const { compiled, status, stages: ofStages, requirements } = judged;
  const { id, cycle, isOffered, offered, replacedBy, pays } = compiled.pathway;
  const { run, decisions } = judging;
  const { blocking, gaps } = obstaclesIn(judged, measures, withPlace);
  const outcome: Draft<PathwayVerdict> = {
    pathway: id,
    status,
    stages: ofStages,
    requirements: requirements.map((one) => outcomeOf(one, measures, decisions)),
    blocking,
    gaps,
    questions: questionsOf(judged, run.evidence.asOf),
  };
  if (cycle !== undefined) Object.assign(outcome, cycleTold(cycle, run.evidence));
  if (!isOffered) outcome.offered = offered.map(({ inForce }) => inForce);
  if (!isOffered && replacedBy !== undefined) outcome.replacedBy = replacedBy;
  if (pays !== undefined) outcome.pays = pays;
  return outcome;
}

/** Adds an account of every condition to a pathway that is listed with the places of what stands in the way. */
export function pathwayAccount(
  judging: Judging,
  { compiled, requirements }: JudgedPathway,
  outcome: Draft<PathwayVerdict>,
  measures: Measures,
  traces: Traces,
): PathwayAccount {
  const { kind, endorsement } = compiled.pathway;
  // the outcome was made for this account alone: it becomes the account
  const account = Object.assign(outcome, {
    name: nameOfPathway(compiled.pathway),
    kind,
    requirements: requirements.map((one) => accountOf(one, measures, traces, judging.decisions)),
  }) as Draft<PathwayAccount>;
  if (endorsement !== undefined) account.endorsement = endorsement;
  return account;
}

/** What stands in the way of the required requirements that come to the least. */
function obstaclesIn({ requirements, worst }: JudgedPathway, measures: Measures, withPlace: boolean) {
  const blocking: BlockingAccount[] = [];
  const gaps: Found[] = [];
  for (const judged of requirements) {
    const { id, status, compiled, run } = judged;
    if (worst === "met" || status !== worst || compiled.listed.obligation !== "required") continue;
    const route = nearestRoute(judged);
    if (route === undefined) {
      blocking.push({ requirement: id });
      continue;
    }
    const found = (judged.obstacles ??= obstaclesOf(run, id, route, measures, withPlace));
    blocking.push(...found.blocking);
    gaps.push(...found.gaps);
  }
  return { blocking, gaps: listGaps(gaps) };
}

/** Lists what the sources leave open and bears on this person. */
function questionsOf({ compiled, home, requirements }: JudgedPathway, asOf: number): BearingQuestion[] {
  const { pathway, imprecise } = compiled;
  const questions: BearingQuestion[] = [];
  if (pathway.isOffered && !pathway.offerShown) {
    questions.push({ id: `offer/${pathway.id}`, text: "Does the association offer this pathway?" });
  }
  if (home.question !== undefined) questions.push(home.question);
  const doubt = imprecise.find((span) => isInDoubt(span, asOf));
  if (doubt !== undefined)
    questions.push(dayQuestion(`in-force/${pathway.id}`, doubt, "is this pathway offered", asOf));
  for (const { id, status, compiled: one, run } of requirements) {
    questions.push(...one.unpublished);
    if (one.imprecise !== undefined && isInDoubt(one.imprecise, asOf)) {
      const name = `in-force/${pathway.id}/${id}`;
      questions.push({ ...dayQuestion(name, one.imprecise, "does this requirement hold", asOf), requirement: id });
    }
    if (status !== "unknown" || !one.hasReadings) continue;
    const found = new Set<string>();
    for (const { node } of one.routes) node.questions(run, found);
    for (const question of found) questions.push({ id: question, requirement: id });
  }
  return questions;
}

function dayQuestion(id: string, { inForce, doubtUntil }: Imprecise, what: string, asOf: number): BearingQuestion {
  const { from, to } = inForce;
  const text = asOf <= doubtUntil ? `From which day of ${from} ${what}?` : `Until which day of ${to} ${what}?`;
  return { id, text };
}
