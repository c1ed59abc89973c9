/**
 * How soon a requirement can be met, and by what: over its trace, the least that must come, in days and in evidence.
 */
import { DAYS_A_YEAR } from "../base/calendar";
import { nth } from "../base/lists";
import type { CollectionName } from "../model/applicant";
import { operatorRow } from "../model/operators";
import type { AmountAccount, LeafTrace, MeasureAccount, Trace } from "../model/verdict";
import type { AmountLeaf, Resolved, ResolvedLeaf, ResolvedWhere } from "../rules/resolved";

/** Evidence that is wanted. */
export interface Want {
  /** Where in the requirement, as a JSON pointer from its route. */
  readonly at: string;
  /** The collection. */
  readonly of: CollectionName;
  /** What is drawn from it. */
  readonly fact: AmountAccount["fact"];
  /** How much is missing; 0 where only time is. */
  readonly missing: number;
  /** How much is asked for. */
  readonly need: number;
  /** The unit. */
  readonly unit: string;
  /** The months over which the evidence must still spread. */
  readonly spread: number;
  /** The place to fill. */
  readonly slot?: string;
  /** What an entry must be to count. */
  readonly conditions: readonly ResolvedWhere[];
  /** The field that is added up. */
  readonly field?: string;
}

/** How soon something can be so: never sooner than in so many days. */
export interface Wait {
  /** Days; `Infinity` where nothing that can be planned brings it. */
  readonly days: number;
  /** What must come. */
  readonly wants: readonly Want[];
}

/** What waiting depends on. */
export interface Waiting {
  /** The measures of the verdict. */
  readonly measures: Readonly<Record<string, MeasureAccount>>;
  /** The days until so many more hours of a collection are there. */
  readonly daysUntil: (of: CollectionName, hours: number) => number;
  /** The days until time alone has met a part of a condition; `Infinity` where it never does. */
  readonly daysUntilMet: (at: string, part: Resolved) => number;
  /** Whether evidence that was wanted turned out to be nothing that can be planned. */
  readonly isHopeless: (want: Want) => boolean;
}

const NOTHING: Wait = { days: 0, wants: [] };

/** Finds how soon a condition can be met. */
export function waitFor(waiting: Waiting, resolved: Resolved, trace: Trace, at = ""): Wait {
  if (trace.status === "met") return NOTHING;
  if ("not" in trace && "not" in resolved) return { days: waiting.daysUntilMet(at, resolved), wants: [] };
  if ("of" in trace && "of" in resolved) return waitFor(waiting, resolved.of, trace.of, `${at}/of`);
  if ("readings" in trace && "readings" in resolved) {
    // whichever the association reads
    return longest(
      trace.readings.map(({ of }, index) =>
        waitFor(waiting, nth(resolved.readings, index).of, of, `${at}/readings/${index}/of`),
      ),
    );
  }
  if ("all" in trace && "all" in resolved) {
    return longest(
      trace.all.map((part, index) => waitFor(waiting, nth(resolved.all, index), part, `${at}/all/${index}`)),
    );
  }
  if ("any" in trace && "any" in resolved) {
    return shortest(
      trace.any.map((part, index) => waitFor(waiting, nth(resolved.any, index), part, `${at}/any/${index}`)),
    );
  }
  if ("about" in resolved && "fact" in trace) return waitForLeaf(waiting, resolved, trace, at);
  throw new TypeError("a trace has the form of its condition");
}

/** All of it must come. */
export function longest(waits: readonly Wait[]): Wait {
  return { days: Math.max(0, ...waits.map(({ days }) => days)), wants: waits.flatMap(({ wants }) => wants) };
}

/** Any of it suffices: the soonest, and of those the one that wants least. */
export function shortest(waits: readonly Wait[]): Wait {
  return waits.reduce((best, one) =>
    one.days < best.days || (one.days === best.days && one.wants.length < best.wants.length) ? one : best,
  );
}

function waitForLeaf(waiting: Waiting, leaf: ResolvedLeaf, trace: LeafTrace, at: string): Wait {
  const measure = trace.measure === undefined ? undefined : waiting.measures[trace.measure];
  const drawn = measure?.kind === "amount" ? measure : undefined;
  if (leaf.about !== "amount" || drawn === undefined || !operatorRow(leaf.operator).holds?.includes(">")) {
    return { days: waiting.daysUntilMet(at, leaf), wants: [] };
  }
  const wants = wantsOf(leaf, drawn, at);
  return longest(wants.map((want) => waitForOne(waiting, want)));
}

/** More than a number is the next step above it. */
const STEP = 0.01;

function wantsOf({ params, operator, value: number }: AmountLeaf, measure: AmountAccount, at: string): readonly Want[] {
  const { of, fact, unit, have, slots = [], spread } = measure;
  const { slots: places = [] } = params;
  const need = operatorRow(operator).holds?.includes("=") ? number : number + (unit === "entries" ? 1 : STEP);
  const conditions = params.where === undefined ? [] : [params.where];
  const base = {
    at,
    of,
    fact,
    unit,
    need,
    spread: 0,
    conditions,
    ...(params.field !== undefined && { field: params.field }),
  };
  if (spread !== undefined) {
    const { atLeastMonths = 0, months, hours } = spread;
    return [{ ...base, missing: Math.max(0, need - hours), spread: Math.max(0, atLeastMonths - months) }];
  }
  const total = slots.reduce((sum, { atLeast }) => sum + atLeast, 0);
  if (total !== need) return [{ ...base, missing: need - have }];
  return slots.flatMap(({ id, atLeast, have: filled }, index) => {
    const { where } = nth(places, index);
    const fitting = where === undefined ? conditions : [...conditions, where];
    return filled < atLeast
      ? [{ ...base, missing: atLeast - filled, need: atLeast, slot: id, conditions: fitting }]
      : [];
  });
}

/** What a person can bring about at once: a signature, a rating, a membership. */
const AT_ONCE: readonly CollectionName[] = ["references", "attestations", "memberships", "exams", "applications"];
/** What goes on for a time: days of it add up. */
const GOING_ON: readonly CollectionName[] = ["work", "leadership", "supervisionProvided"];

/** The days of a hundredth of a month, to which amounts are rounded. */
const HUNDREDTH = DAYS_A_YEAR / 1200 + 1e-6;

const daysOfMonths = (months: number) => Math.ceil((months * DAYS_A_YEAR) / 12 - HUNDREDTH);

function waitForOne(waiting: Waiting, want: Want): Wait {
  return { days: waiting.isHopeless(want) ? Infinity : daysFor(waiting, want), wants: [want] };
}

function daysFor({ daysUntil }: Waiting, { of, fact, missing, unit, spread }: Want): number {
  if (unit === "hours") return Math.max(daysUntil(of, missing), daysOfMonths(spread));
  if (fact === "months") return GOING_ON.includes(of) ? daysOfMonths(missing) : Infinity;
  if (fact === "sum") return of === "work" ? 0 : Infinity;
  return AT_ONCE.includes(of) ? 0 : Infinity;
}
