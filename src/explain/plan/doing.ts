/**
 * What is done on a day: evidence that is made up because it brings what is missing.
 */
import type { CollectionName } from "../../model/applicant";
import { type AssumedEntry, assuming } from "../assumed";
import type { Want } from "../wait";
import { nextTurn, type Search, type State, wantKey } from "./search";
import { lookAt, missingOf, PACED, type PlanStanding, paceOf } from "./standing";

/** Begins what must go on for a time, unless it goes on already. */
export function beginning(search: Search, state: State, { missing }: PlanStanding): State | undefined {
  for (const { requirement, wait } of missing) {
    for (const want of wait.wants) {
      if (want.fact !== "months" || search.hopeless.has(wantKey(want))) continue;
      if (isAssumed(state.assumed, want)) continue;
      const later = missingLater(search, state, want);
      if (later !== undefined && later < want.missing) continue;
      const added = adding(search, state, requirement.id, want, want.missing, state.day, A_MONTH);
      if (added !== undefined) return { ...state, assumed: added };
      // what does not count today may count from a day on that is to come, such as that of a degree
      if (nextTurn(search, state.day) < Infinity) continue;
      search.hopeless.add(wantKey(want));
      return state;
    }
  }
  return undefined;
}

const isAssumed = (assumed: readonly AssumedEntry[], want: Want) =>
  assumed.some((one) => one.for.some((purpose) => wantKey(purpose.want) === wantKey(want)));

const A_MONTH = 31;

/** How much is missing a month later if nothing is done. */
function missingLater(search: Search, { assumed, day }: State, want: Want): number | undefined {
  return missingOf(lookAt(search, assumed, day + A_MONTH), want);
}

/** Does the hours of a month: those that fewest entries could be first. */
export function monthDone(search: Search, state: State): State {
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
    if (want.spread === 0 && nextTurn(search, state.day) === Infinity) search.hopeless.add(wantKey(want));
  }
  return undefined;
}

/** To the minute, never less than is missing. */
const roundedUp = (hours: number) => Math.ceil(hours * 60 - 1e-6) / 60;

/** The hours of a collection that are wanted: what must spread over a time first, then what fewest entries could be. */
function wantsOf(search: Search, { missing }: PlanStanding, of: CollectionName) {
  const wants = missing.flatMap(({ requirement, wait }) =>
    wait.wants.map((want) => ({ ...want, requirement: requirement.id })),
  );
  const own = wants.filter((want) => want.of === of && want.unit === "hours" && !search.hopeless.has(wantKey(want)));
  return own.sort((a, b) => b.spread - a.spread || breadthOf(b) - breadthOf(a));
}

/** How much is asked of an entry. */
const breadthOf = ({ conditions }: Want) => JSON.stringify(conditions).length;

/** Adds an entry that brings something of what is wanted; nothing where none can be made up. */
export function adding(
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
