/**
 * Conditions on one entry: compiled to functions that judge it, and that say why it fails.
 */

import { type Level, MET, negate, UNKNOWN, UNMET } from "../base/truth";
import type { Entry } from "../evidence/read";
import type { CollectionName } from "../model/applicant";
import type { Reason } from "../model/verdict";
import type { Resolved, ResolvedReading } from "../rules/resolved";
import type { Compiler, Judge, Run } from "./compiled";
import { leafOf, once } from "./entry-comparison";

/**
 * Compiles a condition on the entries of a collection.
 *
 * @param within - The named condition in which it stands.
 */
export function compileJudge(compiler: Compiler, of: CollectionName, condition: Resolved, within?: string): Judge {
  if ("all" in condition) return allOf(condition.all.map((part) => compileJudge(compiler, of, part, within)));
  if ("any" in condition)
    return anyOf(
      condition.any.map((part) => compileJudge(compiler, of, part, within)),
      within,
    );
  if ("not" in condition) return notOf(compileJudge(compiler, of, condition.not, within));
  if ("of" in condition) return namedOf(compiler, of, condition);
  if ("readings" in condition) return readingsOf(compiler, of, condition.readings, condition.question.id, within);
  return leafOf(compiler, of, condition, within);
}

/** A named condition stands in many others: each entry is judged by it once a run. */
function namedOf(
  compiler: Compiler,
  of: CollectionName,
  named: Extract<Resolved, { readonly condition: string }>,
): Judge {
  const { index, judge, blame } = compiler.named(of, named);
  return { judge: once(index, judge), blame };
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

function anyOf(parts: readonly Judge[], within: string | undefined): Judge {
  const judge = (entry: Entry, run: Run): Level => {
    let greatest: Level = UNMET;
    for (const part of parts) {
      const level = part.judge(entry, run);
      if (level === MET) return MET;
      if (level > greatest) greatest = level;
    }
    return greatest;
  };
  const first = blameFirst(parts);
  if (within === undefined) return { judge, blame: first };
  const whole: Reason = Object.freeze({ code: "condition", condition: within });
  return { judge, blame: (entry, run, level) => (level === UNMET ? whole : first(entry, run, level)) };
}

function notOf(part: Judge): Judge {
  const judge = (entry: Entry, run: Run): Level => negate(part.judge(entry, run));
  const blame = (entry: Entry, run: Run, level: Level): Reason => {
    const reason = part.blame(entry, run, negate(level));
    return reason.code === "condition" ? { ...reason, negated: true } : reason;
  };
  return { judge, blame };
}

function readingsOf(
  compiler: Compiler,
  of: CollectionName,
  readings: readonly ResolvedReading[],
  question: string,
  within: string | undefined,
): Judge {
  const parts = readings.map((reading) => compileJudge(compiler, of, reading.of, within));
  const judge = (entry: Entry, run: Run): Level => {
    const first = (parts[0] as Judge).judge(entry, run);
    return agree(parts, first, entry, run) ? first : UNKNOWN;
  };
  const differ: Reason = Object.freeze({ code: "reading", question });
  const blame = (entry: Entry, run: Run, level: Level): Reason =>
    agree(parts, level, entry, run) ? (parts[0] as Judge).blame(entry, run, level) : differ;
  return { judge, blame };
}

/** Whether all parts come to the same level. */
function agree(parts: readonly Judge[], level: Level, entry: Entry, run: Run): boolean {
  for (const part of parts) if (part.judge(entry, run) !== level) return false;
  return true;
}
