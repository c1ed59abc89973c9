/**
 * How far someone has come: for each requirement what is there of what is asked for, along the nearest route.
 */
import type { CollectionName } from "../model/applicant";
import { operatorRow } from "../model/operators";
import type { Obligation, PathwayId, Stage } from "../model/rulebook";
import type { Amount, LeafTrace, PathwayVerdict, RequirementVerdict, Trace, Truth, Verdict } from "../model/verdict";
import { costOf } from "../verdict/obstacles";
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
  /** The question whose readings differ here: it is asked for in one of them. */
  readonly question?: string;
}

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
 * @param verdict - A verdict.
 * @param options - The language of the labels.
 * @returns The requirements of all pathways in the verdict's order.
 * @example
 * const told = { credentials: [{ kind: "cda" as const }], training: [{ hours: 12 }] };
 * const verdict = evaluate(told, { asOf: "2026-11-23", pathways: ["IFA"] });
 * const training = progress(verdict).find(({ requirement }) => requirement === "training");
 * [training?.have, training?.need, training?.unit, training?.certain]; //=> [12, 33, "hours", true]
 */
export function progress(verdict: Verdict, options: LanguageOptions = {}): RequirementProgress[] {
  const { rule } = languageOf(options);
  return verdict.pathways.flatMap((pathway) => progressOf(pathway, verdict.measures, rule));
}

/** Tells how far each requirement of a pathway has come. */
export function progressOf(
  { pathway, requirements }: PathwayVerdict,
  measures: Verdict["measures"],
  rule: (english: string) => string,
): RequirementProgress[] {
  return requirements.map((one) => {
    const parts = partsOf(one, measures);
    const share = shareOf(one.status, parts);
    const farthest = parts.reduce((one, other) => (isFarther(other, one) ? other : one), parts[0] ?? WHOLE);
    const { have, need, unit } = farthest;
    const { id: requirement, title, status, obligation, stage } = one;
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

function partsOf({ routes, route }: RequirementVerdict, measures: Verdict["measures"]): ProgressPart[] {
  const nearest = routes.find(({ id }) => id === route);
  return nearest === undefined ? [] : partsIn(nearest.trace, measures);
}

function partsIn(trace: Trace, measures: Verdict["measures"], question?: string): ProgressPart[] {
  if ("all" in trace) return trace.all.flatMap((part) => partsIn(part, measures, question));
  if ("any" in trace) return partsIn(nearestOf(trace.any, measures), measures, question);
  if ("of" in trace) return partsIn(trace.of, measures, question);
  if ("readings" in trace) {
    const differ = trace.readings.some(({ status }) => status !== trace.readings[0]?.status);
    return trace.readings.flatMap(({ of }) => partsIn(of, measures, differ ? trace.question : question));
  }
  if ("not" in trace) return [conditionPart(trace.status, question)];
  return leafParts(trace, measures, question);
}

function nearestOf(parts: readonly Trace[], measures: Verdict["measures"]): Trace {
  const costs = parts.map((part) => costOf(measures, part));
  return parts[costs.indexOf(Math.min(...costs))] as Trace;
}

const conditionPart = (status: Truth, question: string | undefined): ProgressPart => ({
  have: status === "met" ? 1 : 0,
  possible: status === "unmet" ? 0 : 1,
  need: 1,
  unit: "conditions",
  ...(question !== undefined && { question }),
});

function leafParts(leaf: LeafTrace, measures: Verdict["measures"], question: string | undefined): ProgressPart[] {
  const measure = leaf.measure === undefined ? undefined : measures[leaf.measure];
  const { value, operator } = leaf;
  const isLeast = typeof value === "number" && operatorRow(operator).holds?.includes(">");
  if (measure === undefined || !("counted" in measure) || !isLeast) return [conditionPart(leaf.status, question)];
  return amountParts(measure, value as number, question);
}

function amountParts(amount: Amount, need: number, question: string | undefined): ProgressPart[] {
  const { unit, of, spread, slots = [] } = amount;
  const ask = question === undefined ? {} : { question };
  const most = Math.min(need, amount.possible ?? need);
  if (spread === undefined) {
    // hours of one place are none of another: each place as far as it is filled
    const filled = slots.reduce((sum, { have, atLeast }) => sum + Math.min(have, atLeast), 0);
    const have = Math.min(need, slots.length === 0 ? amount.have : filled);
    return [{ have, possible: Math.max(have, most), need, unit, of, ...ask }];
  }
  const hours = Math.min(need, spread.hours);
  const parts: ProgressPart[] = [{ have: hours, possible: Math.max(hours, most), need, unit, of, ...ask }];
  const { months, atLeastMonths = 0 } = spread;
  if (months < atLeastMonths) {
    parts.push({ have: months, possible: atLeastMonths, need: atLeastMonths, unit: "months", of, ...ask });
  }
  return parts;
}
