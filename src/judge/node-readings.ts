/**
 * Nodes of readings: what all of them come to.
 */
import { nth } from "../base/lists";
import { MET, truth, UNKNOWN, UNMET } from "../base/truth";
import type { ReadingTrace } from "../model/verdict";
import type { Node } from "./compiled";
import { below, nearestAt, once, type UnnamedNode } from "./node";
import type { Run } from "./run";

/** Makes a node of readings: known where they agree. */
export function readingsOf(
  index: number,
  parts: readonly Node[],
  ids: readonly string[],
  question: string,
): UnnamedNode {
  const level = once(index, (run) => {
    const first = nth(parts, 0).level(run);
    return parts.every((part) => part.level(run) === first) ? first : UNKNOWN;
  });
  const differ = (run: Run) => parts.some((part) => part.level(run) !== nth(parts, 0).level(run));
  /** Those that are not what they should be. */
  const open = (run: Run, met: boolean) => parts.filter((part) => part.level(run) !== (met ? MET : UNMET));
  return {
    level,
    distance: (run, met) => {
      const far = open(run, met).map((part) => part.distance(run, met));
      if (level(run) === UNKNOWN) return far.reduce((sum, one) => sum + one, 0);
      return far.length === 0 ? 0 : Math.min(...far);
    },
    obstacles: (run, met, at, found) => {
      const own = level(run);
      const asked = { pointer: at.pointer, question: differ(run) ? question : undefined };
      const nearest = own === UNKNOWN ? -1 : nearestAt(run, parts, own, met);
      const wanted = met ? MET : UNMET;
      parts.forEach((part, index) => {
        const isChosen = own === UNKNOWN ? part.level(run) !== wanted : index === nearest && own !== wanted;
        if (isChosen) part.obstacles(run, met, below(asked, `/readings/${index}/of`), found);
      });
    },
    hasReadings: true,
    questions: (run, found) => {
      if (level(run) !== UNKNOWN) return;
      if (differ(run)) found.add(question);
      for (const part of parts) if (part.hasReadings) part.questions(run, found);
    },
    // what one reading leaves open is what there is to reach
    amounts: (run, found) => (open(run, true)[0] ?? parts[0])?.amounts(run, found),
    trace: (run) => ({
      status: truth(level(run)),
      question,
      readings: parts.map((part, at): ReadingTrace => {
        const of = part.trace(run);
        return { status: of.status, id: nth(ids, at), of };
      }),
    }),
  };
}
