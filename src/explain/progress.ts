/**
 * How far someone has come: for each requirement what is there of what is asked for, along the nearest route.
 */
import { nth } from "../base/lists";
import { fold } from "../base/tree";
import type { CollectionName } from "../model/applicant";
import { operatorRow } from "../model/operators";
import type { Obligation, PathwayId, Stage } from "../model/rulebook";
import type {
  AccountVerdict,
  AmountAccount,
  LeafTrace,
  PathwayAccount,
  RequirementAccount,
  SlotAccount,
  Trace,
  Truth,
} from "../model/verdict";
import { traceOf } from "../verdict/traces";
import { checkAccount } from "./explaining";
import { type LanguageOptions, languageOf } from "./language";

/** How far one amount has come. */
export interface ProgressPart {
  /** What certainly counts, at most what is asked for. */
  readonly have: number;
  /** What may count, at most what is asked for. */
  readonly possible: number;
  /** What is asked for. */
  readonly need: number;
  /** The unit: `hours`, `months`, `entries`, `conditions`, or the name of the field that is added up. */
  readonly unit: string;
  /** The collection it is drawn from. */
  readonly of?: CollectionName;
  /** The measure, in the verdict's `measures`. */
  readonly measure?: string;
  /** The question whose readings differ here: it is asked for in one of them. */
  readonly question?: string;
  /** The id of that reading. */
  readonly reading?: string;
  /** The places to fill, each as far as it is filled. */
  readonly places?: readonly SlotAccount[];
  /** It is the time over which the evidence must spread. */
  readonly isSpread?: true;
}

/** A reading that differs from others. */
type Asked = Pick<ProgressPart, "question" | "reading">;

/** How far one requirement has come. */
export interface RequirementProgress {
  /** The pathway. */
  readonly pathway: PathwayId;
  /** The requirement. */
  readonly requirement: string;
  /** What the requirement asks for, in words. */
  readonly label: string;
  /** Its state. */
  readonly status: Truth;
  /** How firmly it binds. */
  readonly obligation: Obligation;
  /** When it is due. */
  readonly stage: Stage;
  /** What certainly counts of the amount that is farthest from what is asked for. */
  readonly have: number;
  /** What is asked for. */
  readonly need: number;
  /** The unit. */
  readonly unit: string;
  /** The share that is there, from 0 to 1: the mean of its parts; 1 only where it is met. */
  readonly share: number;
  /** Whether nothing that was not told, and no open question, could change it. */
  readonly certain: boolean;
  /** Every amount that the nearest route asks for. */
  readonly parts: readonly ProgressPart[];
}

/**
 * Tells how far each requirement has come, along the route that is met or comes nearest.
 *
 * Places that are filled count one by one; of readings each is a part; of alternatives the nearest counts. Pure.
 *
 * @category Say what a verdict means
 * @param verdict - A verdict.
 * @param options - The language of the labels.
 * @returns The requirements of all pathways in the verdict's order.
 * @example
 * const told = { credentials: [{ kind: "cda" as const }], training: [{ hours: 12 }] };
 * const verdict = evaluate(told, { asOf: "2026-11-23", pathways: ["IFA"], detail: "account" });
 * const training = progress(verdict).find(({ requirement }) => requirement === "training");
 * [training?.have, training?.need, training?.unit, training?.certain]; //=> [12, 33, "hours", true]
 */
export function progress(verdict: AccountVerdict, options: LanguageOptions = {}): RequirementProgress[] {
  checkAccount(verdict, "/verdict");
  const { rule } = languageOf(options);
  return verdict.pathways.flatMap((pathway) => progressOf(pathway, verdict, rule));
}

/** Tells how far each requirement of a pathway has come. */
export function progressOf(
  { pathway, requirements }: PathwayAccount,
  verdict: AccountVerdict,
  rule: (english: string) => string,
): RequirementProgress[] {
  return requirements.map((one) => {
    const parts = partsOf(one, verdict);
    const share = shareOf(one.status, parts);
    const farthest = parts.reduce((one, other) => (isFarther(other, one) ? other : one), parts[0] ?? WHOLE);
    const { have, need, unit } = farthest;
    const { id: requirement, title, status, obligation, stage = "experience" } = one;
    return {
      pathway,
      requirement,
      label: rule(title),
      status,
      obligation,
      stage,
      have: status === "met" ? need : have,
      need,
      unit,
      share,
      certain: status !== "unknown",
      parts,
    };
  });
}

/** A requirement that asks for no amount. */
const WHOLE: ProgressPart = { have: 0, possible: 1, need: 1, unit: "conditions" };

const shareOfPart = ({ have, need }: ProgressPart) => (need <= 0 ? 1 : have / need);

/** Of two that have come as far, the one that asks for more. */
function isFarther(one: ProgressPart, other: ProgressPart): boolean {
  const ahead = shareOfPart(one) - shareOfPart(other);
  return ahead === 0 ? one.need > other.need : ahead < 0;
}

/** What is not met is never whole, however little is missing. */
const ALMOST = 0.99;

function shareOf(status: Truth, parts: readonly ProgressPart[]): number {
  if (status === "met") return 1;
  if (parts.length === 0) return 0;
  const mean = parts.reduce((sum, part) => sum + shareOfPart(part), 0) / parts.length;
  return Math.min(mean, ALMOST);
}

function partsOf({ routes, route }: RequirementAccount, verdict: AccountVerdict): readonly ProgressPart[] {
  const nearest = routes.find(({ id }) => id === route);
  return nearest === undefined ? [] : partsIn(traceOf(verdict, nearest), verdict.measures);
}

/** The parts of a condition, whatever the reading in which it stands. */
type Parts = (asked: Asked) => readonly ProgressPart[];

function partsIn(trace: Trace, measures: AccountVerdict["measures"]): readonly ProgressPart[] {
  const parts = fold<Trace, Parts>(trace, {
    all: (all) => (asked) => all.flatMap((part) => part(asked)),
    any: (any, node) => nearestOf(any, node.any),
    not:
      (_, { status }) =>
      (asked) => [conditionPart(status, asked)],
    named: (part) => part,
    readings: (all, { readings, question }) => {
      const first = nth(all, 0);
      const same = amountsOf(first);
      if (all.every((part) => amountsOf(part) === same)) return first;
      return () => readings.flatMap(({ id: reading }, at) => nth(all, at)({ question, reading }));
    },
    leaf: (leaf) => (asked) => leafParts(leaf, measures, asked),
  });
  return parts({});
}

/** What is there and asked for, whichever measure it is drawn by. */
const amountsOf = (parts: Parts): string =>
  JSON.stringify(parts({}), (key, value: unknown) => (key === "measure" ? undefined : value));

/** The alternative of which most is there; ties in rule order. */
function nearestOf(parts: readonly Parts[], traces: readonly Trace[]): Parts {
  const shares = parts.map((part, at) => shareOf(nth(traces, at).status, part({})));
  return nth(parts, shares.indexOf(Math.max(...shares)));
}

const conditionPart = (status: Truth, asked: Asked): ProgressPart => ({
  have: status === "met" ? 1 : 0,
  possible: status === "unmet" ? 0 : 1,
  need: 1,
  unit: "conditions",
  ...asked,
});

function leafParts(leaf: LeafTrace, measures: AccountVerdict["measures"], asked: Asked): ProgressPart[] {
  const measure = leaf.measure === undefined ? undefined : measures[leaf.measure];
  const { value, operator } = leaf;
  const isLeast = operatorRow(operator).holds?.includes(">");
  if (measure?.kind !== "amount" || leaf.measure === undefined || typeof value !== "number" || !isLeast) {
    return [conditionPart(leaf.status, asked)];
  }
  return amountParts({ ...measure, measure: leaf.measure }, value, asked);
}

function amountParts(
  amount: AmountAccount & Required<Pick<ProgressPart, "measure">>,
  need: number,
  asked: Asked,
): ProgressPart[] {
  const { unit, of, measure, spread, slots = [] } = amount;
  const most = Math.min(need, amount.possible ?? need);
  if (spread === undefined) {
    // hours of one place are none of another: each place as far as it is filled
    const filled = slots.reduce((sum, { have, atLeast }) => sum + Math.min(have, atLeast), 0);
    const have = Math.min(need, slots.length === 0 ? amount.have : filled);
    const places = slots.length === 0 ? {} : { places: slots };
    return [{ have, possible: Math.max(have, most), need, unit, of, measure, ...places, ...asked }];
  }
  const hours = Math.min(need, spread.hours);
  const parts: ProgressPart[] = [{ have: hours, possible: Math.max(hours, most), need, unit, of, measure, ...asked }];
  const { months, atLeastMonths = 0 } = spread;
  if (months < atLeastMonths) {
    const need = atLeastMonths;
    parts.push({ have: months, possible: need, need, unit: "months", of, measure, isSpread: true, ...asked });
  }
  return parts;
}
