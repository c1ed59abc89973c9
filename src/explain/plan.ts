/**
 * What to do in which order, and the earliest day on which a pathway is open: found by judging day after day, with the
 * evidence that would have come by then.
 */
import { addMonths, cycleOf, dayNumber, firstDay, isoDay, lastDay } from "../base/calendar";
import { wrong } from "../base/errors";
import { collectionNames } from "../evidence/fields";
import type { Applicant, AssociationId, CollectionName, Day } from "../model/applicant";
import type { PathwayId, Stage } from "../model/rulebook";
import type {
  AccountVerdict,
  BearingQuestion,
  PathwayAccount,
  RequirementAccount,
  Trace,
  WhereToApply,
} from "../model/verdict";
import type { Fee } from "../rules/directory";
import { changeDays } from "../rules/editions";
import { datedIn } from "../rules/in-force";
import type { Resolved } from "../rules/resolved";
import { evaluate, fees, rulebook } from "../verdict/evaluate";
import { type EvaluateOptions, programFor } from "../verdict/judge";
import { compiledAs } from "../verdict/renewal";
import { type AssumedEntry, assuming, evidenceOf, type Purpose } from "./assumed";
import { withEvidence } from "./evidence";
import { longest, shortest, type Wait, type Waiting, type Want, waitFor } from "./wait";

/** How much someone does in a month. */
export interface Pace {
  /** Clock hours of training a month, 0 or more; none where absent. */
  readonly trainingHours?: number;
  /** Hours of reflective supervision received a month, 0 or more; none where absent. */
  readonly rscHours?: number;
}

/** What to plan. */
export interface PlanOptions extends Omit<EvaluateOptions, "pathways"> {
  /** The pathway. */
  readonly pathway: PathwayId;
  /** How much is done in a month, from the day of judgment on. */
  readonly pace: Pace;
  /** The last day that is looked at; ten years after the day of judgment where absent. */
  readonly until?: Day;
}

/** One thing to do. */
export interface PlanStep {
  /** The requirement that it is for. */
  readonly requirement: string;
  /** What the requirement asks for, in words. */
  readonly title: string;
  /** When it is due. */
  readonly stage: Stage;
  /** The collection in which it is told once it is done. */
  readonly of: CollectionName;
  /** How much. */
  readonly amount: number;
  /** The unit: `hours`, `months`, `entries`, or the name of the field that is added up. */
  readonly unit: string;
  /** The place that it fills. */
  readonly slot?: string;
  /** The first day. */
  readonly from: Day;
  /** The last day. */
  readonly to: Day;
  /** The entries of `Plan.evidence` that it is told by. */
  readonly evidence: readonly string[];
}

/** Why the day is no earlier, or why there is none. */
export interface PlanReason {
  /** The requirement. */
  readonly requirement: string;
  /** What the requirement asks for, in words. */
  readonly title: string;
  /**
   * `time`: it takes so long; `pace`: too few hours of this kind are done in a month, or none; `evidence`: it cannot be planned, such as
   * a degree or a license; `date`: only a day that has not come changes it.
   */
  readonly kind: "time" | "pace" | "evidence" | "date";
  /** The collection. */
  readonly of?: CollectionName;
  /** How much is asked for. */
  readonly need?: number;
  /** The unit. */
  readonly unit?: string;
}

/** What to do, and from which day on the pathway is open. */
export interface Plan {
  /** The pathway. */
  readonly pathway: PathwayId;
  /** Its name. */
  readonly name: string;
  /** The day from which is planned. */
  readonly asOf: Day;
  /** The association whose rules were applied. */
  readonly association?: AssociationId;
  /**
   * `eligible`: on the day every requirement that can be checked is met; `open`: on the day nothing is missing that one can
   * bring about, and questions remain; `never`: not at this pace, or not by what can be planned.
   */
  readonly result: "eligible" | "open" | "never";
  /** The earliest day; absent where there is none. */
  readonly day?: Day;
  /** Why the day is no earlier, or why there is none; empty where all of it can be done on the day of judgment. */
  readonly because: readonly PlanReason[];
  /** What to do, in the order of days. */
  readonly steps: readonly PlanStep[];
  /** The entries that are assumed; added to the applicant they make the pathway eligible on the day. */
  readonly evidence: Applicant;
  /** The collections that were not told, and of which it is assumed that there is nothing. */
  readonly presumed: readonly CollectionName[];
  /** What the sources leave open, and could change the day. */
  readonly questions: readonly BearingQuestion[];
  /** Where to apply, of who tells a residence that the association does not serve. */
  readonly whereToApply?: WhereToApply;
  /** What the pathway costs in the association, as far as it is known. */
  readonly fees: readonly Fee[];
}

const TEN_YEARS = 120;

/** Everything that planning goes by. */
interface Search {
  readonly applicant: Applicant;
  readonly untold: readonly CollectionName[];
  readonly options: PlanOptions;
  readonly pathway: PathwayId;
  readonly start: number;
  readonly end: number;
  /** Days on which something changes that was told already, or a rule. */
  readonly turns: readonly number[];
  /** Associations of which one could be a member, the likeliest first. */
  readonly associations: readonly string[];
  /** What turned out to be nothing that can be planned. */
  readonly hopeless: Set<string>;
}

/** Where the search stands. */
interface State {
  readonly day: number;
  /** The months of the pace that have gone by. */
  readonly months: number;
  readonly assumed: readonly AssumedEntry[];
  readonly because: readonly PlanReason[];
}

/** How a pathway stands on a day. */
interface Standing {
  readonly verdict: PathwayAccount;
  readonly where: WhereToApply | undefined;
  readonly missing: readonly Missing[];
}

/** A requirement that is not met. */
interface Missing {
  readonly requirement: RequirementAccount;
  readonly wait: Wait;
}

/**
 * Plans a way to a pathway: what to do in which order, and the earliest day on which it is open.
 *
 * Pure: days are tried one after the other with `evaluate`, each with the evidence that would have come by then: the hours
 * of a month at the end of the month, signatures, ratings and memberships on the day itself, work from the day of
 * judgment on. Days on which the missing amounts cannot have come are passed over.
 *
 * @category Look ahead
 * @param applicant - The applicant. Evidence that is dated after the day of judgment counts from its day on.
 * @param options - The day of judgment, the pathway, and how much is done in a month.
 * @throws `ApplicantError` where a value that is read has the wrong type, or an option is wrong.
 * @example
 * const signed = plan({ credentials: [{ kind: "cda" }] }, { asOf: "2026-11-23", pathway: "IFA", pace: { trainingHours: 3 } });
 * [signed.result, signed.day]; //=> ["eligible", "2027-10-23"]
 */
export function plan(applicant: Applicant, options: PlanOptions): Plan {
  checkPace(options.pace);
  const search = searchFor(applicant, options);
  let state: State = { day: search.start, months: 0, assumed: [], because: [] };
  for (;;) {
    const standing = lookAt(search, state.assumed, state.day);
    const { status } = standing.verdict;
    if (status === "eligible") return planOf(search, state, standing, "eligible");
    const isOpen = status === "not-yet" || status === "undetermined";
    const wait: Wait = isOpen ? longest(standing.missing.map((one) => one.wait)) : { days: Infinity, wants: [] };
    if (isOpen && wait.days === 0) {
      const done = doneAtOnce(search, state);
      if (done !== undefined) return done;
    }
    const next = isOpen ? passed(search, state, standing, wait) : turn(search, state);
    if (next === undefined || next.day > search.end) return planOf(search, state, standing, "never");
    state = next;
  }
}

function checkPace(pace: Pace): void {
  for (const [name, hours] of Object.entries(pace)) {
    if (typeof hours === "number" && hours >= 0 && hours <= MOST_HOURS) continue;
    throw wrong("wrong-option", `/options/pace/${name}`, `hours a month, from 0 to ${MOST_HOURS}`, hours, "correct it");
  }
}

/** The hours of a month. */
const MOST_HOURS = 744;

function searchFor(applicant: Applicant, options: PlanOptions): Search {
  const { asOf, pathway, until } = options;
  const start = dayNumber(asOf);
  const untold = collectionNames.filter((name) => name !== "people" && applicant[name] === undefined);
  const none = Object.fromEntries(untold.map((name) => [name, []])) as Applicant;
  const book = options.rulebook ?? rulebook();
  const overlay =
    options.overlay ?? (options.association === undefined ? undefined : book.associations[options.association]);
  const turns = [...laterDays(applicant, asOf), ...changeDays(datedIn(book, overlay))];
  return {
    applicant: withEvidence(applicant, none),
    untold,
    options,
    pathway,
    start,
    end: until === undefined ? addMonths(start, TEN_YEARS) : dayNumber(until),
    turns: [...new Set(turns)].filter((day) => day > start).sort((a, b) => a - b),
    associations: overlay === undefined ? Object.keys(book.associations) : [overlay.id],
    hopeless: new Set(),
  };
}

/** The days after the day of judgment that an applicant tells of, and the days after them. */
function laterDays(told: unknown, asOf: Day): number[] {
  if (typeof told === "string") {
    const [first, last] = [firstDay(told), lastDay(told)];
    return last > dayNumber(asOf) ? [first, first + 1, last, last + 1] : [];
  }
  return typeof told === "object" && told !== null ? Object.values(told).flatMap((one) => laterDays(one, asOf)) : [];
}

function optionsOn({ options, pathway }: Search, day: number): EvaluateOptions {
  const { pathway: _, pace: _pace, until: _until, ...rest } = options;
  return { ...rest, asOf: isoDay(day), pathways: [pathway] };
}

function judgedOn(search: Search, assumed: readonly AssumedEntry[], day: number): AccountVerdict {
  const evidence = evidenceOf(assumed, [], search.applicant);
  return evaluate(withEvidence(search.applicant, evidence), { ...optionsOn(search, day), detail: "account" });
}

/** Judges the pathway on a day, and finds how soon each requirement that is not met can be. */
function lookAt(search: Search, assumed: readonly AssumedEntry[], day: number): Standing {
  const { measures, pathways, whereToApply } = judgedOn(search, assumed, day);
  const verdict = pathways[0] as PathwayAccount;
  const options = optionsOn(search, day);
  const { program } = programFor({ ...options, rulebook: options.rulebook ?? rulebook() });
  const { requirements } = compiledAs(program, verdict, day);
  const waiting: Waiting = {
    measures,
    daysUntil: (of, hours) => daysUntil(search, day, of, hours),
    daysUntilMet: (at, part) => daysUntilMet(search, assumed, day, at, part),
    isHopeless: (want) => search.hopeless.has(keyOf(want)),
  };
  const missing = verdict.requirements.flatMap((requirement, index): Missing[] => {
    const routes = requirements[index]?.routes ?? [];
    if (requirement.obligation !== "required" || requirement.status === "met" || routes.length === 0) return [];
    const waits = requirement.routes.map(({ trace, id }, at) =>
      waitFor(waiting, (routes[at] as (typeof routes)[number]).resolved, trace, `${requirement.id}/${id}`),
    );
    return [{ requirement, wait: shortest(waits) }];
  });
  return { verdict, where: whereToApply, missing };
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
    const [verdict] = judgedOn(search, assumed, one).pathways;
    return partAt(verdict as PathwayAccount, at)?.status === "met";
  });
  return later === undefined ? Infinity : later - day;
}

/** The part of a trace that a pointer finds. */
function partAt({ requirements }: PathwayAccount, at: string): Trace | undefined {
  const [requirement, route, ...keys] = at.split("/");
  const routes = requirements.find(({ id }) => id === requirement)?.routes;
  const trace: unknown = routes?.find(({ id }) => id === route)?.trace;
  return keys.reduce((part, key) => (part as Record<string, unknown> | undefined)?.[key], trace) as Trace | undefined;
}

/** The later days on which a comparison with a day that moves on can come out otherwise. */
function slidingDays(search: Search, assumed: readonly AssumedEntry[], day: number, part: Resolved): readonly number[] {
  const text = JSON.stringify(part);
  const shifts = [...text.matchAll(/"fact":"(?:asOf|applicationStarted)","plusMonths":(-?\d+)/g)].map((found) =>
    Number(found[1]),
  );
  const cycles = [...text.matchAll(/"cycle":\{"months":(\d+),"ends":"([-\d]+)"/g)].map((found) => {
    const [, end] = cycleOf(day, dayNumber(found[2] as string), Number(found[1]));
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

const keyOf = ({ at, slot = "" }: Want) => `${at}#${slot}`;

/** Collections of which hours are done month after month. */
const PACED: readonly CollectionName[] = ["training", "supervisionReceived"];

/** The hours of a collection that are done in a month. */
function paceOf({ options: { pace } }: Search, of: CollectionName): number {
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

/** Goes on to the next day on which something may have changed; nothing where no such day comes. */
function passed(search: Search, state: State, standing: Standing, wait: Wait): State | undefined {
  const turning = nextTurn(search, state.day);
  if (wait.days === Infinity && turning === Infinity) return undefined;
  const begun = beginning(search, state, standing);
  if (begun !== undefined) return begun;
  const because = reasonsFor(standing, wait.days);
  const monthEnd = addMonths(search.start, state.months + 1);
  const next = Math.min(state.day + Math.max(1, wait.days), monthEnd, turning);
  const on: State = { ...state, day: next, because };
  return next === monthEnd ? monthDone(search, { ...on, months: state.months + 1 }) : on;
}

function turn(search: Search, state: State): State | undefined {
  const day = nextTurn(search, state.day);
  if (day === Infinity) return undefined;
  let months = state.months;
  while (addMonths(search.start, months + 1) <= day) months++;
  return { ...state, day, months };
}

const nextTurn = ({ turns }: Search, day: number) => turns.find((one) => one > day) ?? Infinity;

/** Begins what must go on for a time, unless it goes on already. */
function beginning(search: Search, state: State, { missing }: Standing): State | undefined {
  for (const { requirement, wait } of missing) {
    for (const want of wait.wants) {
      if (want.fact !== "months" || search.hopeless.has(keyOf(want))) continue;
      if (isAssumed(state.assumed, want)) continue;
      const later = missingLater(search, state, want);
      if (later !== undefined && later < want.missing) continue;
      const added = adding(search, state, requirement.id, want, want.missing, state.day, A_MONTH);
      if (added !== undefined) return { ...state, assumed: added };
      // what does not count today may count from a day on that is to come, such as that of a degree
      if (nextTurn(search, state.day) < Infinity) continue;
      search.hopeless.add(keyOf(want));
      return state;
    }
  }
  return undefined;
}

const isAssumed = (assumed: readonly AssumedEntry[], want: Want) =>
  assumed.some((one) => one.for.some((purpose) => keyOf(purpose.want) === keyOf(want)));

const A_MONTH = 31;

/** How much is missing a month later if nothing is done. */
function missingLater(search: Search, { assumed, day }: State, want: Want): number | undefined {
  return missingOf(lookAt(search, assumed, day + A_MONTH), want);
}

/** How much of what a comparison asks for is missing, in all of its places together. */
function missingOf({ missing }: Standing, { at }: Want): number {
  const wants = missing.flatMap(({ wait }) => wait.wants).filter((want) => want.at === at);
  return wants.reduce((sum, want) => sum + want.missing + want.spread, 0);
}

/** Does the hours of a month: those that fewest entries could be first. */
function monthDone(search: Search, state: State): State {
  let { assumed } = state;
  for (const of of PACED) {
    let left = paceOf(search, of);
    while (left > 0) {
      const done = hoursDone(search, { ...state, assumed }, of, left);
      if (done === undefined) break;
      assumed = done.assumed;
      left -= done.hours;
    }
  }
  return { ...state, assumed };
}

/** Does hours of one kind, as many as are left of the month or missing; nothing where none would help. */
function hoursDone(
  search: Search,
  state: State,
  of: CollectionName,
  left: number,
): { readonly assumed: readonly AssumedEntry[]; readonly hours: number } | undefined {
  for (const want of wantsOf(search, lookAt(search, state.assumed, state.day), of)) {
    const hours = Math.min(left, want.missing > 0 ? roundedUp(want.missing) : 1);
    const assumed = adding(search, state, want.requirement, want, hours, state.day, 0);
    if (assumed !== undefined) return { assumed, hours };
    if (want.spread === 0 && nextTurn(search, state.day) === Infinity) search.hopeless.add(keyOf(want));
  }
  return undefined;
}

/** To the minute, never less than is missing. */
const roundedUp = (hours: number) => Math.ceil(hours * 60 - 1e-6) / 60;

/** The hours of a collection that are wanted: what must spread over a time first, then what fewest entries could be. */
function wantsOf(search: Search, { missing }: Standing, of: CollectionName) {
  const wants = missing.flatMap(({ requirement, wait }) =>
    wait.wants.map((want) => ({ ...want, requirement: requirement.id })),
  );
  const own = wants.filter((want) => want.of === of && want.unit === "hours" && !search.hopeless.has(keyOf(want)));
  return own.sort((a, b) => b.spread - a.spread || breadthOf(b) - breadthOf(a));
}

/** How much is asked of an entry. */
const breadthOf = ({ conditions }: Want) => JSON.stringify(conditions).length;

/** Adds an entry that brings something of what is wanted; nothing where none can be made up. */
function adding(
  search: Search,
  { assumed }: State,
  requirement: string,
  want: Want,
  amount: number,
  day: number,
  later: number,
): readonly AssumedEntry[] | undefined {
  const before = missingOf(lookAt(search, assumed, day + later), want);
  const isLast = want.spread > 0 && amount >= want.missing;
  for (const added of assuming(assumed, { requirement, want, amount }, day, search.associations)) {
    const after = missingOf(lookAt(search, added, day + later), want);
    // what must spread over a time is not finished before it does
    if (isLast ? after === 0 : after < before) return added;
  }
  return undefined;
}

/** Does on one day what can be done at once: the plan, if nothing more is missing then. */
function doneAtOnce(search: Search, state: State): Plan | undefined {
  let { assumed } = state;
  for (;;) {
    const standing = lookAt(search, assumed, state.day);
    const { missing, verdict } = standing;
    const done = { ...state, assumed };
    if (verdict.status === "eligible") return planOf(search, done, standing, "eligible");
    if (missing.length === 0) return planOf(search, done, standing, "open");
    const wanted = missing.flatMap(({ requirement, wait }) => wait.wants.map((want) => ({ requirement, want })))[0];
    if (wanted === undefined) return undefined;
    const { requirement, want } = wanted;
    const added = adding(search, done, requirement.id, want, want.missing, state.day, 0);
    if (added === undefined) {
      search.hopeless.add(keyOf(want));
      return undefined;
    }
    assumed = added;
  }
}

/** Why a day is no earlier: what takes longest. */
function reasonsFor({ missing }: Standing, days: number): PlanReason[] {
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

function planOf(search: Search, state: State, standing: Standing, result: Plan["result"]): Plan {
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

function neverReasons({ missing }: Standing): PlanReason[] {
  const never = missing.filter(({ wait }) => wait.days === Infinity);
  return (never.length > 0 ? never : missing).map(({ requirement, wait }) => reasonFor(requirement, wait));
}

function stepsOf({ assumed, day }: State, { requirements }: PathwayAccount): PlanStep[] {
  const groups = new Map<string, [Purpose, AssumedEntry][]>();
  for (const entry of assumed) {
    for (const purpose of entry.for) {
      const key = keyOf(purpose.want);
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
  const [{ want, requirement }] = group[0] as [Purpose, AssumedEntry];
  const { title, stage = "experience" } = requirements.find(({ id }) => id === requirement) as RequirementAccount;
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
