/**
 * How a pathway stands on a day, and how soon what is missing can come.
 */
import { addMonths, cycleOf, dayNumber, firstDay, lastDay } from "../../base/calendar";
import { nth } from "../../base/lists";
import { visit } from "../../base/tree";
import type { CollectionName } from "../../model/applicant";
import type { AccountVerdict, PathwayAccount, RequirementAccount, Trace, WhereToApply } from "../../model/verdict";
import type { Resolved } from "../../rules/resolved";
import { evaluate, rulebook } from "../../verdict/evaluate";
import { programFor } from "../../verdict/judge";
import { compiledAs } from "../../verdict/renewal";
import { traceOf } from "../../verdict/traces";
import { type AssumedEntry, evidenceOf } from "../assumed";
import { withEvidence } from "../evidence";
import { shortest, type Wait, type Waiting, type Want, waitFor } from "../wait";
import { optionsOn, type Search, wantKey } from "./search";

/** How a pathway stands on a day. */
export interface PlanStanding {
  readonly verdict: PathwayAccount;
  readonly where: WhereToApply | undefined;
  readonly missing: readonly Missing[];
}

/** A requirement that is not met. */
interface Missing {
  readonly requirement: RequirementAccount;
  readonly wait: Wait;
}

function judgedOn(search: Search, assumed: readonly AssumedEntry[], day: number): AccountVerdict {
  const evidence = evidenceOf(assumed, [], search.applicant);
  return evaluate(withEvidence(search.applicant, evidence), { ...optionsOn(search, day), detail: "account" });
}

/** Judges the pathway on a day, and finds how soon each requirement that is not met can be. */
export function lookAt(search: Search, assumed: readonly AssumedEntry[], day: number): PlanStanding {
  const judged = judgedOn(search, assumed, day);
  const verdict = nth(judged.pathways, 0);
  const options = optionsOn(search, day);
  const { program } = programFor({ ...options, rulebook: options.rulebook ?? rulebook() });
  const { requirements } = compiledAs(program, verdict, day);
  const waiting: Waiting = {
    measures: judged.measures,
    daysUntil: (of, hours) => daysUntil(search, day, of, hours),
    daysUntilMet: (at, part) => daysUntilMet(search, assumed, day, at, part),
    isHopeless: (want) => search.hopeless.has(wantKey(want)),
  };
  const missing = verdict.requirements.flatMap((requirement, index): Missing[] => {
    const routes = requirements[index]?.routes ?? [];
    if (requirement.obligation !== "required" || requirement.status === "met" || routes.length === 0) return [];
    const waits = requirement.routes.map((route, at) =>
      waitFor(waiting, nth(routes, at).resolved, traceOf(judged, route), `${requirement.id}/${route.id}`),
    );
    return [{ requirement, wait: shortest(waits) }];
  });
  return { verdict, where: judged.whereToApply, missing };
}

/** The days until time alone has met a part of a condition. */
function daysUntilMet(
  search: Search,
  assumed: readonly AssumedEntry[],
  day: number,
  at: string,
  part: Resolved,
): number {
  const later = slidingDays(search, assumed, day, part).find((one) => {
    return partAt(judgedOn(search, assumed, one), at)?.status === "met";
  });
  return later === undefined ? Infinity : later - day;
}

/** The part of a trace that a pointer finds. */
function partAt(judged: AccountVerdict, at: string): Trace | undefined {
  const [requirement, id, ...keys] = at.split("/");
  const routes = judged.pathways[0]?.requirements.find((one) => one.id === requirement)?.routes;
  const route = routes?.find((one) => one.id === id);
  const trace = route && traceOf(judged, route);
  let found: Trace | undefined;
  if (trace !== undefined) {
    visit(trace, "", (part, place) => {
      if (place === (keys.length === 0 ? "" : `/${keys.join("/")}`)) found = part;
    });
  }
  return found;
}

/** The later days on which a comparison with a day that moves on can come out otherwise. */
function slidingDays(search: Search, assumed: readonly AssumedEntry[], day: number, part: Resolved): readonly number[] {
  const text = JSON.stringify(part);
  const shifts = [...text.matchAll(/"fact":"(?:asOf|applicationStarted)","plusMonths":(-?\d+)/g)].map((found) =>
    Number(found[1]),
  );
  const cycles = [...text.matchAll(/"cycle":\{"months":(\d+),"ends":"([-\d]+)"/g)].map((found) => {
    const [, end] = cycleOf(day, dayNumber(nth(found, 2)), Number(found[1]));
    return end + 1;
  });
  if (shifts.length === 0) return cycles;
  const told =
    JSON.stringify([search.applicant, assumed.map(({ entry }) => entry)]).match(/(?<=")\d{4}(?:-\d\d){0,2}(?=")/g) ??
    [];
  const edges = [...new Set(told)].flatMap((one) => [firstDay(one), lastDay(one)]).filter((one) => !Number.isNaN(one));
  const days = edges.flatMap((one) =>
    shifts.flatMap((months) => [addMonths(one, -months), addMonths(one, -months) + 1]),
  );
  return [...new Set([...days, ...cycles])].filter((one) => one > day && one <= search.end).sort((a, b) => a - b);
}

/** The hours of a collection that are done in a month. */
export function paceOf({ options: { pace } }: Search, of: CollectionName): number {
  if (of === "training") return pace.trainingHours ?? 0;
  return of === "supervisionReceived" ? (pace.rscHours ?? 0) : 0;
}

/** The days until so many more hours have been done: those of a month are there at its end. */
function daysUntil(search: Search, day: number, of: CollectionName, hours: number): number {
  if (hours <= 0) return 0;
  const pace = paceOf(search, of);
  if (pace === 0) return Infinity;
  let months = Math.ceil(hours / pace - 1e-9);
  for (let at = 1; ; at++) {
    const end = addMonths(search.start, at);
    if (end > day && --months === 0) return end - day;
  }
}

/** Collections of which hours are done month after month. */
export const PACED: readonly CollectionName[] = ["training", "supervisionReceived"];

/** How much of what a comparison asks for is missing, in all of its places together. */
export function missingOf({ missing }: PlanStanding, { at }: Want): number {
  const wants = missing.flatMap(({ wait }) => wait.wants).filter((want) => want.at === at);
  return wants.reduce((sum, want) => sum + want.missing + want.spread, 0);
}
