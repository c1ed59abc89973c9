/**
 * The plan that a search ends in: its steps, and why its day is no earlier.
 */
import { isoDay } from "../../base/calendar";
import { nth, theOne } from "../../base/lists";
import type { PathwayAccount, RequirementAccount } from "../../model/verdict";
import { fees } from "../../verdict/evaluate";
import { type AssumedEntry, evidenceOf, type Purpose } from "../assumed";
import type { Wait } from "../wait";
import type { Plan, PlanReason, PlanStep } from "./model";
import { type Search, type State, wantKey } from "./search";
import { PACED, type PlanStanding } from "./standing";

/** Writes down the plan that a search ended in. */
export function planOf(search: Search, state: State, standing: PlanStanding, result: Plan["result"]): Plan {
  const { options, pathway, untold } = search;
  const { verdict } = standing;
  const day = isoDay(state.day);
  const isNever = result === "never";
  return {
    pathway,
    name: verdict.name,
    asOf: options.asOf,
    ...(options.association && { association: options.association }),
    result,
    ...(!isNever && { day }),
    because: isNever ? neverReasons(standing) : state.because,
    steps: isNever ? [] : stepsOf(state, verdict),
    evidence: isNever ? {} : evidenceOf(state.assumed, untold, search.applicant),
    presumed: untold,
    questions: verdict.questions,
    ...(standing.where && { whereToApply: standing.where }),
    fees:
      options.association === undefined ? [] : fees({ asOf: options.asOf, association: options.association, pathway }),
  };
}

/** Why a day is no earlier: what takes longest. */
export function reasonsFor({ missing }: PlanStanding, days: number): PlanReason[] {
  return missing.filter(({ wait }) => wait.days === days).map(({ requirement, wait }) => reasonFor(requirement, wait));
}

function reasonFor({ id, title }: RequirementAccount, { days, wants }: Wait): PlanReason {
  const [want] = wants;
  const about = { requirement: id, title };
  if (want === undefined) return { ...about, kind: days === Infinity ? "evidence" : "date" };
  const { of, need, unit } = want;
  const kind = days < Infinity ? "time" : PACED.includes(of) ? "pace" : "evidence";
  return { ...about, kind, of, need, unit };
}

function neverReasons({ missing }: PlanStanding): PlanReason[] {
  const never = missing.filter(({ wait }) => wait.days === Infinity);
  return (never.length > 0 ? never : missing).map(({ requirement, wait }) => reasonFor(requirement, wait));
}

function stepsOf({ assumed, day }: State, { requirements }: PathwayAccount): PlanStep[] {
  const groups = new Map<string, [Purpose, AssumedEntry][]>();
  for (const entry of assumed) {
    for (const purpose of entry.for) {
      const key = wantKey(purpose.want);
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [[purpose, entry]]);
      else group.push([purpose, entry]);
    }
  }
  const steps = [...groups.values()].map((group) => stepOf(group, requirements, day));
  return steps.sort((a, b) => a.from.localeCompare(b.from));
}

function stepOf(
  group: readonly [Purpose, AssumedEntry][],
  requirements: readonly RequirementAccount[],
  end: number,
): PlanStep {
  const [{ want, requirement }] = nth(group, 0);
  const { title, stage = "experience" } = theOne(requirements, ({ id }) => id === requirement);
  const days = group.map(([, { day }]) => day);
  const amount = group.reduce((sum, [purpose]) => sum + purpose.amount, 0);
  const goesOn = want.fact === "months" || want.fact === "sum";
  return {
    requirement,
    title,
    stage,
    of: want.of,
    amount: Math.round(amount * 100) / 100,
    unit: want.unit,
    ...(want.slot !== undefined && { slot: want.slot }),
    from: isoDay(Math.min(...days)),
    to: isoDay(goesOn ? end : Math.max(...days)),
    evidence: group.map(([, { of, entry }]) => `${of}/${String(entry["id"])}`),
  };
}
