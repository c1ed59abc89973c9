/**
 * What the nodes of a requirement's condition have in common.
 */
import { nth } from "../base/lists";
import type { Level } from "../base/truth";
import type { Node, ObstaclePlace } from "./compiled";
import type { Run } from "./run";

/** A node while it is made: its name is known once it is. */
export type UnnamedNode = Omit<Node, "name">;
/** Judges a node. */
export type NodeJudging = Node["level"];

/** Judges once a run. */
export const once =
  (index: number, judge: NodeJudging): NodeJudging =>
  (run) =>
    (run.levels[index] ??= judge(run));

/** A place below another one; where places are not asked for, the same. */
export const below = (at: ObstaclePlace, pointer: string): ObstaclePlace =>
  at.pointer === undefined ? at : { pointer: `${at.pointer}${pointer}`, question: at.question };

/** The part of a level that is the least far; ties in rule order. What is unmet is explained by what is unmet. */
export function nearestAt(run: Run, parts: readonly Node[], level: Level, met: boolean): number {
  let nearest = -1;
  let least = Infinity;
  for (let at = 0; at < parts.length; at++) {
    const part = nth(parts, at);
    if (part.level(run) !== level) continue;
    const distance = part.distance(run, met);
    if (nearest >= 0 && distance >= least) continue;
    nearest = at;
    least = distance;
  }
  return nearest;
}
