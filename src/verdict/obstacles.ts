/**
 * What stands in the way of a route: the comparisons to blame, and how much is missing.
 */
import type { Draft } from "../base/draft";
import type { CompiledRoute } from "../judge/compile";
import { ANYWHERE, fills, type Obstacle, START } from "../judge/obstacle";
import type { Run } from "../judge/run";
import type { BlockingAccount, Gap } from "../model/verdict";
import type { Measures } from "./measures";

/** A gap, and what it was found of. */
export interface Found {
  readonly gap: Gap;
  readonly obstacle: Obstacle;
}

/** What stands in the way. */
export interface Obstacles {
  readonly route: CompiledRoute;
  readonly blocking: BlockingAccount[];
  readonly gaps: Found[];
}

/** Finds the least that stands in the way of a route. */
export function obstaclesOf(
  run: Run,
  requirement: string,
  route: CompiledRoute,
  measures: Measures,
  withPlace: boolean,
): Obstacles {
  const found: Obstacle[] = [];
  route.node.obstacles(run, true, withPlace ? START : ANYWHERE, found);
  const blocking: BlockingAccount[] = [];
  const gaps: Found[] = [];
  for (const obstacle of found) {
    blocking.push(blockingOf(run, requirement, obstacle, measures));
    if (obstacle.missing.length > 0) addGaps(run, requirement, obstacle, measures, gaps);
  }
  return { route, blocking, gaps };
}

function blockingOf(
  run: Run,
  requirement: string,
  { pointer, question, leaf, measure, missing, value }: Obstacle,
  measures: Measures,
): BlockingAccount {
  const blocking: Draft<BlockingAccount> = { requirement };
  if (pointer !== undefined) blocking.at = pointer;
  if (measure !== undefined) blocking.measure = measures.list(run, measure);
  if (missing.length === 0) {
    blocking.fact = leaf.fact;
    blocking.operator = leaf.operator;
    blocking.value = value;
  }
  if (question !== undefined) blocking.question = question;
  return blocking;
}

function addGaps(run: Run, requirement: string, obstacle: Obstacle, measures: Measures, gaps: Found[]): void {
  const { question, measure, missing } = obstacle;
  if (measure === undefined) return;
  const name = measures.list(run, measure);
  for (const { amount, unit, slot } of missing) {
    // never less than is missing
    const rounded = Math.ceil(amount * 100 - 1e-6) / 100;
    const gap: Draft<Gap> = { requirement, measure: name, amount: rounded, unit };
    if (slot !== undefined) gap.slot = slot;
    if (question !== undefined) gap.question = question;
    gaps.push({ gap, obstacle });
  }
}

/** Lists gaps, and of each the others that the same evidence fills. */
export const listGaps = (found: readonly Found[]): Gap[] =>
  found.map(({ gap, obstacle }) => {
    const alsoFills: string[] = [];
    for (const other of found) {
      const { measure } = other.gap;
      if (measure === gap.measure || alsoFills.includes(measure)) continue;
      if (fillsToo(obstacle, other.obstacle)) alsoFills.push(measure);
    }
    return alsoFills.length === 0 ? gap : { ...gap, alsoFills };
  });

function fillsToo({ measure }: Obstacle, other: Obstacle): boolean {
  if (measure === undefined || other.measure === undefined) return false;
  return fills({ measure, need: 0 }, { measure: other.measure, need: 0 });
}
