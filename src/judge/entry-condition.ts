/**
 * Conditions on one entry: compiled to functions that judge it, and that say what decides that it fails.
 */
import { fold } from "../base/tree";
import { type Level, MET, negate, UNKNOWN, UNMET } from "../base/truth";
import type { Entry } from "../evidence/read";
import type { CollectionName } from "../model/applicant";
import type { Reason } from "../model/verdict";
import type { ResolvedWhere } from "../rules/resolved";
import type { CompiledWhere, Compiler, Judge, Run } from "./compiled";
import { once } from "./entry-comparison";

/** Compiles a condition on the entries of a collection: what is written the same is compiled once. */
export const compileWhere = (compiler: Compiler, of: CollectionName, condition: ResolvedWhere): CompiledWhere =>
  fold<ResolvedWhere, CompiledWhere>(condition, {
    all: (parts) => compiler.part([of, "all", ...parts.map(indexOf)], () => allOf(parts)),
    any: (parts) => compiler.part([of, "any", ...parts.map(indexOf)], () => anyOf(parts)),
    not: (part) => compiler.part([of, "not", part.index], () => notOf(part)),
    named: (part, { condition: id }) =>
      compiler.part([of, "named", id, part.index], (index) => namedOf(index, part, id)),
    readings: (parts, { question }) =>
      compiler.part([of, "readings", question.id, ...parts.map(indexOf)], () => readingsOf(parts, question.id)),
    leaf: (leaf) => compiler.leaf(of, leaf),
  });

const indexOf = ({ index }: CompiledWhere) => index;

/** A named condition stands in many others: each entry is judged by it once a run. */
function namedOf(index: number, part: Judge, condition: string): Judge {
  const blame = (entry: Entry, run: Run, level: Level): Reason => {
    const reason = part.blame(entry, run, level);
    return reason.code === "condition" && reason.condition === undefined ? { ...reason, condition } : reason;
  };
  return { ...part, judge: once(index, part.judge), blame };
}

function allOf(parts: readonly Judge[]): Judge {
  const judge = (entry: Entry, run: Run): Level => {
    let least: Level = MET;
    for (const part of parts) {
      const level = part.judge(entry, run);
      if (level === UNMET) return UNMET;
      if (level < least) least = level;
    }
    return least;
  };
  return { judge, blame: blameFirst(parts) };
}

/** Blames the first part that came to the same. */
function blameFirst(parts: readonly Judge[]): Judge["blame"] {
  return (entry, run, level) => {
    for (const part of parts) if (part.judge(entry, run) === level) return part.blame(entry, run, level);
    // what asks for nothing cannot fail
    return { code: "condition" };
  };
}

function anyOf(parts: readonly Judge[]): Judge {
  const judge = (entry: Entry, run: Run): Level => {
    let greatest: Level = UNMET;
    for (const part of parts) {
      const level = part.judge(entry, run);
      if (level === MET) return MET;
      if (level > greatest) greatest = level;
    }
    return greatest;
  };
  return { judge, blame: blameFirst(parts) };
}

function notOf(part: Judge): Judge {
  const judge = (entry: Entry, run: Run): Level => negate(part.judge(entry, run));
  const blame = (entry: Entry, run: Run, level: Level): Reason => {
    const reason = part.blame(entry, run, negate(level));
    return reason.code === "condition" ? { ...reason, negated: true } : reason;
  };
  return { judge, blame };
}

function readingsOf(parts: readonly Judge[], question: string): Judge {
  const [first] = parts as readonly [Judge];
  const judge = (entry: Entry, run: Run): Level => {
    const level = first.judge(entry, run);
    return agree(parts, level, entry, run) ? level : UNKNOWN;
  };
  const differ: Reason = Object.freeze({ code: "reading", question });
  const blame = (entry: Entry, run: Run, level: Level): Reason =>
    agree(parts, level, entry, run) ? first.blame(entry, run, level) : differ;
  return { judge, blame };
}

/** Whether all parts come to the same level. */
function agree(parts: readonly Judge[], level: Level, entry: Entry, run: Run): boolean {
  for (const part of parts) if (part.judge(entry, run) !== level) return false;
  return true;
}
