/**
 * Nodes that join others: `all` and `any`.
 */
import { nth } from "../base/lists";
import { type Level, MET, truth, UNKNOWN, UNMET } from "../base/truth";
import type { Node } from "./compiled";
import { below, type NodeJudging, nearestAt, once, type UnnamedNode } from "./node";
import { fills } from "./obstacle";
import type { Run } from "./run";

/** Makes a node that is met where all its parts are. */
export function allOf(index: number, parts: readonly Node[]): UnnamedNode {
  const level = once(index, (run) => {
    let least: Level = MET;
    for (const part of parts) {
      const own = part.level(run);
      if (own === UNMET) return UNMET;
      if (own < least) least = own;
    }
    return least;
  });
  return {
    level,
    ...joining(level, parts, true, "/all"),
    amounts: (run, found) => parts.forEach((part) => part.amounts(run, found)),
    trace: (run) => ({ status: truth(level(run)), all: parts.map((part) => part.trace(run)) }),
  };
}

/** Makes a node that is met where one of its parts is. */
export function anyOf(index: number, parts: readonly Node[]): UnnamedNode {
  const level = once(index, (run) => {
    let greatest: Level = UNMET;
    for (const part of parts) {
      const own = part.level(run);
      if (own === MET) return MET;
      if (own > greatest) greatest = own;
    }
    return greatest;
  });
  return {
    level,
    ...joining(level, parts, false, "/any"),
    amounts: (run, found) => {
      const own = level(run);
      const met = own === MET ? parts.find((part) => part.level(run) === MET) : undefined;
      (met ?? parts[nearestAt(run, parts, own, true)])?.amounts(run, found);
    },
    trace: (run) => ({ status: truth(level(run)), any: parts.map((part) => part.trace(run)) }),
  };
}

/** What `all` and `any` have in common. */
type Joined = Pick<UnnamedNode, "distance" | "obstacles" | "hasReadings" | "questions">;

/** @param isAll - To make all of them met is to make each met; to make any of them unmet is to make each unmet. */
function joining(level: NodeJudging, parts: readonly Node[], isAll: boolean, pointer: string): Joined {
  const fillers = parts.map((part) => parts.filter((other) => other !== part && fills(other.amount, part.amount)));
  return {
    distance: (run, met) => {
      const own = level(run);
      if (isAll !== met) {
        const nearest = parts[nearestAt(run, parts, own, met)];
        return nearest === undefined ? 0 : nearest.distance(run, met);
      }
      let sum = 0;
      for (let at = 0; at < parts.length; at++) {
        const part = nth(parts, at);
        if (part.level(run) === own) sum += met ? farFrom(run, part, nth(fillers, at), own) : part.distance(run, met);
      }
      return sum;
    },
    obstacles: (run, met, at, found) => {
      const own = level(run);
      const nearest = isAll === met ? -1 : nearestAt(run, parts, own, met);
      parts.forEach((part, index) => {
        const isChosen = isAll === met ? part.level(run) === own : index === nearest;
        if (isChosen) part.obstacles(run, met, below(at, `${pointer}/${index}`), found);
      });
    },
    ...asking(level, parts),
  };
}

/** How far a part is: what the evidence fills as well that another part is missing is not missing twice. */
function farFrom(run: Run, part: Node, fillers: readonly Node[], level: Level): number {
  const { amount } = part;
  let filled = 0;
  for (const other of fillers) {
    if (other.level(run) === level) filled = Math.max(filled, other.amount?.missing(run) ?? 0);
  }
  if (amount === undefined || filled === 0) return part.distance(run, true);
  return Math.max(0, amount.missing(run) - filled) / amount.need;
}

/** The questions whose readings leave a condition unknown are those of its unknown parts. */
function asking(level: NodeJudging, parts: readonly Node[]): Pick<UnnamedNode, "hasReadings" | "questions"> {
  return {
    hasReadings: parts.some(({ hasReadings }) => hasReadings),
    questions: (run, found) => {
      if (level(run) !== UNKNOWN) return;
      for (const part of parts) if (part.hasReadings) part.questions(run, found);
    },
  };
}
