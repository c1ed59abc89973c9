/**
 * The evaluator: rules in force and an applicant make a verdict. Pure and synchronous.
 */

import { dayNumber } from "../base/calendar";
import { wrong } from "../base/errors";
import { isOneOf, nth } from "../base/lists";
import { type Decisions, readDecisions } from "../evidence/decisions";
import { type Evidence, readEvidence } from "../evidence/evidence";
import { presumptions } from "../evidence/read";
import { type Program, programOn } from "../judge/compile";
import { startAccepting, startRun } from "../judge/run";
import type { Applicant } from "../model/applicant";
import type { Overlay } from "../model/overlay";
import { type PathwayId, type PathwayKind, pathwayKinds, type Rulebook } from "../model/rulebook";
import type {
  AccountVerdict,
  Detail,
  Presumption,
  StatusVerdict,
  UnusedDecision,
  Verdict,
  VerdictOf,
} from "../model/verdict";
import { digestOf } from "../rules/digest";
import { findPathway, startRules, wholeOf } from "../rules/in-force";
import { isWordless } from "../rules/parts";
import { isAwarded, isHelp, type RulesInForce } from "../rules/pathway-in-force";
import { listAccount, listOutcome, measuresOf } from "./measures";
import {
  asWritten,
  checkedDay,
  checkedDetail,
  checkedOptions,
  EVALUATE_OPTIONS,
  type EvaluateOptions,
  type OwnRulesOptions,
  overlayOf,
  parsedRulebook,
  type ResolvedOptions,
} from "./options";
import { type JudgedPathway, judgePathway, listStatuses, pathwayAccount, pathwayOutcome } from "./pathway";
import { compiledFor } from "./renewal";
import type { Judging } from "./requirement";
import { asksWhere, type Home, homeOf } from "./residency";
import { startTraces } from "./traces";

/**
 * Judges an applicant as `evaluate` of `endorsement-pathways` does, by rules that are brought: none are embedded.
 *
 * @category Judge an applicant
 * @param applicant - The applicant, as `parseApplicant` of `endorsement-pathways/schema` returns it.
 * @param options - The rulebook, the day of judgment, and what to judge.
 * @returns The verdict.
 * @throws {@link ApplicantError} where a value that is read has the wrong type, or an option is wrong.
 * @throws {@link RulebookError} where `options.rulebook` was not parsed.
 */
export const evaluateBy = <D extends Detail = "outcome">(
  applicant: Applicant,
  options: OwnRulesOptions<D>,
): VerdictOf[D] => judge(applicant, checkedOptions(options, EVALUATE_OPTIONS));

/**
 * Judges an applicant against a rulebook.
 *
 * @throws {@link ApplicantError} where a value that is read has the wrong type, or an option is wrong.
 */
export function judge<D extends Detail = "outcome">(applicant: Applicant, options: ResolvedOptions<D>): VerdictOf[D];

export function judge(applicant: Applicant, options: ResolvedOptions): VerdictOf[Detail] {
  const detail = checkedDetail(options.detail);
  if (detail === "status") return judgeStatus(applicant, options);
  if (detail === "account" && isWordless(options.rulebook)) {
    const advice = "pass a whole rulebook, such as that of endorsement-pathways";
    throw wrong(
      "wrong-option",
      "/options/detail",
      "status or outcome: this part of the rules has no words",
      detail,
      advice,
    );
  }
  const { head, chosen, ...rest } = judgePathways(applicant, options);
  const { decisions } = rest.judging;
  const unused = () => decisions.unused(chosen, (id) => options.rulebook.order.some((one) => one === id));
  const judged = { ...rest, unused };
  return detail === "account" ? { ...head, detail, ...accountFor(judged) } : { ...head, detail, ...outcomeFor(judged) };
}

/** Judges no more than the states; who calls it needs none of the code that accounts for them. */
export function judgeStatus(applicant: Applicant, options: ResolvedOptions): StatusVerdict {
  const { head, pathways } = judgePathways(applicant, options);
  return { ...head, detail: "status", pathways: pathways.map(listStatuses) };
}

function judgePathways(applicant: Applicant, options: ResolvedOptions) {
  const { rulebook, asOf } = options;
  const { program, overlay } = programFor(options);
  const evidence = readEvidence(applicant, dayNumber(asOf));
  const chosen = chosenPathways(rulebook, program.inForce, options.pathways);
  const compiled = chosen.map((id) => compiledFor(program, id, evidence));
  const decisions = readDecisions(evidence, rulebook, overlay?.id);
  const home = homeOf(evidence, rulebook, overlay);
  const judging = startJudging(program, evidence, decisions, home);
  const pathways = compiled.map((one) => judgePathway(judging, one));
  const head = {
    asOf,
    ...(overlay && { association: overlay.id }),
    rulebook: { id: rulebook.id, version: rulebook.version, digest: digestOf(rulebook, overlay) },
    ...(home.where && { whereToApply: home.where }),
  };
  return { head, chosen, judging, pathways };
}

/** Begins to judge an applicant. */
export function startJudging(program: Program, evidence: Evidence, decisions: Decisions, home: Home): Judging {
  const run = startRun(program.compiler, evidence);
  const runs = [run];
  const accepting = (requirement: string, accepted: readonly string[], isListed: boolean) => {
    const own = startAccepting(run, requirement, accepted);
    if (isListed) runs.push(own);
    return own;
  };
  return { run, runs, program, decisions, home, accepting, judged: [] };
}

interface Judged {
  readonly judging: Judging;
  readonly pathways: readonly JudgedPathway[];
  readonly unused: () => UnusedDecision[];
}

type Outcome = Pick<Verdict, "pathways" | "measures" | "presumed" | "unusedDecisions">;

function outcomeFor({ judging, pathways, unused }: Judged): Outcome {
  const measures = measuresOf(listOutcome);
  return {
    pathways: pathways.map((one) => pathwayOutcome(judging, one, measures)),
    measures: measures.listed,
    presumed: presumedFor(judging, pathways),
    unusedDecisions: unused(),
  };
}

/** What the pathways leaned on without being told. */
function presumedFor({ run, home }: Judging, pathways: readonly JudgedPathway[]): Presumption[] {
  const presumed = presumptions(run.evidence);
  const asks = home.presumed !== undefined && pathways.some(({ compiled }) => asksWhere(compiled.pathway.kind));
  return asks ? [{ field: "residence", value: home.presumed, evidence: [] }, ...presumed] : presumed;
}

function accountFor({ judging, pathways, unused }: Judged): Pick<AccountVerdict, keyof Outcome | "traces"> {
  const measures = measuresOf(listAccount);
  const traces = startTraces();
  // what is told beyond the outcome is read for that alone: nothing leans on it
  const outcomes = pathways.map((one) => pathwayOutcome(judging, one, measures, true));
  const presumed = presumedFor(judging, pathways);
  const accounts = outcomes.map((outcome, at) => pathwayAccount(judging, nth(pathways, at), outcome, measures, traces));
  for (const run of judging.runs) for (const measure of run.measures) measures.list(run, measure);
  return {
    pathways: accounts,
    measures: measures.listed,
    traces: traces.listed,
    presumed,
    unusedDecisions: unused(),
  };
}

/** Works out the rules in force; of all pathways, or of those that are asked for. */
export function rulesFor(options: ResolvedOptions): RulesInForce {
  parsedRulebook(options.rulebook);
  checkedDetail(options.detail);
  const { rulebook, pathways } = options;
  const rules = startRules(rulebook, checkedDay(options.asOf), overlayOf(options));
  if (pathways === undefined) return wholeOf(rulebook, rules);
  return { ...rules.shared, pathways: chosenPathways(rulebook, rules.pathway, pathways).map(rules.pathway) };
}

/** Finds the compiled rules that options ask for. */
export function programFor(options: ResolvedOptions): {
  readonly program: Program;
  readonly overlay: Overlay | undefined;
} {
  const { rulebook } = options;
  parsedRulebook(rulebook);
  checkedDetail(options.detail);
  const overlay = overlayOf(options);
  return { program: programOn(rulebook, checkedDay(options.asOf), overlay), overlay };
}

/** Finds the pathways that options ask for. */
export function chosenPathways(
  rulebook: Rulebook,
  inForce: Program["inForce"],
  chosen: EvaluateOptions["pathways"],
): readonly PathwayId[] {
  const known = rulebook.order;
  if (Array.isArray(chosen)) {
    const stranger: unknown = chosen.find((id) => !known.includes(id));
    if (stranger === undefined) return known.filter((id) => chosen.includes(id));
    const expected = `some of: ${known.join(", ")}`;
    throw wrong("unknown-pathway", "/options/pathways", expected, stranger, asWritten(stranger, known));
  }
  const kind = (chosen as { readonly kind?: PathwayKind } | undefined)?.kind;
  if (chosen !== undefined && !isOneOf(pathwayKinds, kind)) {
    throw wrong(
      "wrong-option",
      "/options/pathways",
      `a list of pathways, or a kind as { kind }, one of: ${pathwayKinds.join(", ")}`,
      kind ?? chosen,
    );
  }
  return known.filter((id) => {
    const pathway = findPathway(rulebook, id)?.pathway;
    if (pathway === undefined || kind === undefined) return pathway !== undefined && isAwarded(pathway);
    // help with cost that no page shows for the association is another one's
    return pathway.kind === kind && (!isHelp(pathway) || inForce(id).offerShown);
  });
}
