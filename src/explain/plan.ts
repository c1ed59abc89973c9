/**
 * What to do in which order, and the earliest day on which a pathway is open: found by judging day after day, with the
 * evidence that would have come by then.
 */
import { addMonths } from "../base/calendar";
import { wrong } from "../base/errors";
import { isObject } from "../base/records";
import { checkedApplicant } from "../evidence/told";
import type { Applicant } from "../model/applicant";
import { rulebook } from "../verdict/evaluate";
import { programFor } from "../verdict/judge";
import { checkedDay, checkedOptions, EVALUATE_OPTIONS, knownPathway } from "../verdict/options";
import { adding, beginning, monthDone } from "./plan/doing";
import type { Pace, Plan, PlanOptions } from "./plan/model";
import { planOf, reasonsFor } from "./plan/result";
import { nextTurn, type Search, type State, searchFor, wantKey } from "./plan/search";
import { lookAt, type PlanStanding } from "./plan/standing";
import { longest, type Wait } from "./wait";

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
  checkPlanned(applicant, options);
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

/** Refuses what is wrong before anything is tried, so that the error tells of what was given. */
function checkPlanned(applicant: Applicant, options: PlanOptions): void {
  const judging = EVALUATE_OPTIONS.filter((option) => option !== "pathways");
  const {
    pathway,
    pace,
    until,
    rulebook: book = rulebook(),
    ...rest
  } = checkedOptions(options, [...judging, "pathway", "pace", "until"]);
  programFor({ ...rest, rulebook: book });
  knownPathway(book, pathway);
  checkPace(pace);
  if (until !== undefined) checkedDay(until, "/options/until");
  checkedApplicant(applicant);
}

function checkPace(pace: Pace): void {
  if (!isObject(pace)) {
    const expected = "an object with hours a month, such as { trainingHours: 4, rscHours: 2 }";
    throw wrong("wrong-option", "/options/pace", expected, pace, "tell it");
  }
  for (const [name, hours] of Object.entries(checkedOptions(pace, ["trainingHours", "rscHours"], "/options/pace"))) {
    if (typeof hours === "number" && hours >= 0 && hours <= MOST_HOURS) continue;
    throw wrong("wrong-option", `/options/pace/${name}`, `hours a month, from 0 to ${MOST_HOURS}`, hours, "correct it");
  }
}

/** The hours of a month. */
const MOST_HOURS = 744;

/** Goes on to the next day on which something may have changed; nothing where no such day comes. */
function passed(search: Search, state: State, standing: PlanStanding, wait: Wait): State | undefined {
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
      search.hopeless.add(wantKey(want));
      return undefined;
    }
    assumed = added;
  }
}
