/**
 * Conditions of a requirement: compiled to what judges them in three-valued logic, says what stands in the way, and
 * tells what became of each part.
 */
import { type Folds, fold } from "../base/tree";
import { negate, truth } from "../base/truth";
import type { Resolved } from "../rules/resolved";
import type { Compiler, Node } from "./compiled";
import { below, type UnnamedNode } from "./node";
import { allOf, anyOf } from "./node-joined";
import { leafOf } from "./node-leaf";
import { readingsOf } from "./node-readings";

/** Compiles a condition of a requirement: what is written the same is compiled once. */
export const compileNode = (compiler: Compiler, condition: Resolved): Node => {
  const folds: Folds<Resolved, Node> = {
    all: (parts) => compiler.node(["all", ...names(parts)], (index) => allOf(index, parts)),
    any: (parts) => compiler.node(["any", ...names(parts)], (index) => anyOf(index, parts)),
    not: (part) => compiler.node(["not", part.name], () => notOf(part)),
    named: (part, { condition: id }) => compiler.node(["named", id, part.name], () => namedOf(part, id)),
    readings: (parts, { readings, question }) => {
      const ids = readings.map(({ id }) => id);
      return compiler.node(["readings", question.id, ...ids, ...names(parts)], (index) =>
        readingsOf(index, parts, ids, question.id),
      );
    },
    leaf: (leaf) => leafOf(compiler, leaf),
  };
  return fold(condition, folds, compiler.nodes);
};

const names = (parts: readonly Node[]) => parts.map(({ name }) => name);

function notOf(part: Node): UnnamedNode {
  return {
    level: (run) => negate(part.level(run)),
    distance: (run, met) => part.distance(run, !met),
    obstacles: (run, met, at, found) => part.obstacles(run, !met, below(at, "/not"), found),
    amounts: () => undefined,
    hasReadings: part.hasReadings,
    questions: part.questions,
    trace: (run) => ({ status: truth(negate(part.level(run))), not: part.trace(run) }),
  };
}

function namedOf(part: Node, condition: string): UnnamedNode {
  const { name: _, amount: __, ...same } = part;
  return {
    ...same,
    obstacles: (run, met, at, found) => part.obstacles(run, met, below(at, "/of"), found),
    trace: (run) => {
      const of = part.trace(run);
      return { status: of.status, condition, of };
    },
  };
}
