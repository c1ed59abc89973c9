/**
 * Conditions on the entries of a collection: compiled to columns, and to what says why entries fail them.
 */
import { nth, numberAt } from "../base/lists";
import { type Folds, fold, type Made } from "../base/tree";
import { type Level, negate, UNKNOWN, UNMET } from "../base/truth";
import type { CollectionName } from "../model/applicant";
import type { Reason } from "../model/verdict";
import type { ResolvedWhere } from "../rules/resolved";
import { type Bits, each, wordAt } from "./bits";
import { blameFirst, blameNearest, byPart, distancesOf, remake, sumOf } from "./blame";
import { bitsAt } from "./columns";
import type { Blaming, CompiledWhere, Compiler, Questioning, WhereParts } from "./compiled";
import type { Run } from "./run";

/** Compiles a condition on the entries of a collection: what is written the same is compiled once. */
export const compileWhere = (
  compiler: Compiler,
  of: CollectionName,
  condition: ResolvedWhere,
  made: Made<CompiledWhere>,
): CompiledWhere => {
  const folds: Folds<ResolvedWhere, CompiledWhere> = {
    all: (parts) =>
      parts.length === 1
        ? nth(parts, 0)
        : compiler.where(of, ["all", ...names(parts)], () => allOf(compiler, of, parts)),
    any: (parts) =>
      parts.length === 1
        ? nth(parts, 0)
        : compiler.where(of, ["any", ...names(parts)], (name) => anyOf(compiler, of, parts, name)),
    not: (part) => compiler.where(of, ["not", part.name], (name) => notOf(compiler, of, part, name)),
    named: (part, { condition: id }) => compiler.where(of, ["named", id, part.name], (name) => namedOf(part, id, name)),
    readings: (parts, { question }) =>
      compiler.where(of, ["readings", question.id, ...names(parts)], () =>
        readingsOf(compiler, of, parts, question.id),
      ),
    leaf: (leaf) => compiler.leaf(of, leaf),
  };
  return fold(condition, folds, made);
};

/** Whether whatever one condition holds for, another holds for as well; so far as can be seen from how they are written. */
export function implies({ of, conjuncts }: CompiledWhere, other: CompiledWhere): boolean {
  if (of !== other.of) return false;
  for (const asked of other.conjuncts) if (!conjuncts.has(asked)) return false;
  return true;
}

const some = (parts: readonly CompiledWhere[]) => parts.some(({ hasReadings }) => hasReadings);
const names = (parts: readonly CompiledWhere[]) => parts.map(({ name }) => name);
const columnsOf = (parts: readonly CompiledWhere[]) => parts.map(({ column }) => column);
const places = (parts: readonly CompiledWhere[]) => parts.map(({ column }) => column.index);
/** A named condition: what fails in it fails under its name, unless a name in it says so more closely. */
function namedOf(part: CompiledWhere, condition: string, name: string): WhereParts {
  const blame: Blaming = (run, bits, mask, level, reasons) => {
    part.blame(run, bits, mask, level, reasons);
    remake(run, name, mask, reasons, (reason) =>
      reason.code === "condition" && reason.condition === undefined ? { ...reason, condition } : reason,
    );
  };
  return { ...part, blame };
}

function allOf(compiler: Compiler, of: CollectionName, parts: readonly CompiledWhere[]): WhereParts {
  const column = compiler.column(of, ["all", ...places(parts)], columnsOf(parts));
  const conjuncts = new Set(parts.flatMap((part) => [...part.conjuncts]));
  return {
    column,
    hasReadings: some(parts),
    conjuncts,
    blame: blameFirst(parts),
    distance: sumOf(parts),
    questions: askingIn(parts),
  };
}

function anyOf(compiler: Compiler, of: CollectionName, parts: readonly CompiledWhere[], name: string): WhereParts {
  const column = compiler.column(of, ["any", ...places(parts)], columnsOf(parts));
  const first = blameFirst(parts);
  const sum = sumOf(parts);
  return {
    column,
    hasReadings: some(parts),
    conjuncts: new Set([column.index]),
    blame: (run, bits, mask, level, reasons) =>
      level === UNMET ? blameNearest(run, bits, mask, parts, name, reasons) : first(run, bits, mask, level, reasons),
    distance: (run, bits, mask, level, sums) => {
      if (level !== UNMET) return sum(run, bits, mask, level, sums);
      const distances = distancesOf(run, bits, mask, parts);
      each(
        mask,
        (index) => (sums[index] = (sums[index] ?? 0) + Math.min(...distances.map((one) => numberAt(one, index)))),
      );
    },
    questions: askingIn(parts),
  };
}

/** The questions of the parts that are unknown, too: an entry may be unknown for more than one reason. */
const askingIn =
  (parts: readonly CompiledWhere[]): Questioning =>
  (run, bits, mask, found) => {
    byPart(run, bits, mask, UNKNOWN, parts, (part, hits) => {
      if (part.hasReadings) part.questions(run, bits, hits, found);
      return undefined;
    });
  };

/** Finds the questions whose readings leave entries of a collection unknown. */
export function findQuestions(run: Run, bits: Bits, { column, questions }: CompiledWhere, found: Set<string>): void {
  column.judge(run, bits, bits.open, 0);
  const unknown = bits.open.map((word, at) => word & bitsAt(bits, column, UNKNOWN, at));
  if (unknown.some((word) => word !== 0)) questions(run, bits, unknown, found);
}

function notOf(compiler: Compiler, of: CollectionName, part: CompiledWhere, name: string): WhereParts {
  const column = compiler.column(of, ["not", part.column.index], [part.column]);
  return {
    column,
    hasReadings: part.hasReadings,
    conjuncts: new Set([column.index]),
    blame: (run, bits, mask, level, reasons) => {
      part.column.judge(run, bits, mask, 0);
      part.blame(run, bits, mask, negate(level), reasons);
      remake(run, name, mask, reasons, (reason) =>
        reason.code === "condition" ? { ...reason, negated: true } : reason,
      );
    },
    distance: (run, bits, mask, level, sums) => {
      part.column.judge(run, bits, mask, 0);
      part.distance(run, bits, mask, negate(level), sums);
    },
    questions: askingIn([part]),
  };
}

function readingsOf(
  compiler: Compiler,
  of: CollectionName,
  parts: readonly CompiledWhere[],
  question: string,
): WhereParts {
  const column = compiler.column(of, ["readings", ...places(parts)], columnsOf(parts));
  const differ: Reason = Object.freeze({ code: "reading", question });
  const agreeing = (run: Run, bits: Bits, mask: Int32Array, level: Level) => {
    let same = mask.slice();
    for (const part of parts) {
      part.column.judge(run, bits, mask, 0);
      same = same.map((word, at) => word & bitsAt(bits, part.column, level, at));
    }
    return same;
  };
  const [first] = parts as readonly [CompiledWhere];
  const among = askingIn(parts);
  return {
    column,
    hasReadings: true,
    conjuncts: new Set([column.index]),
    blame: (run, bits, mask, level, reasons) => {
      each(mask, (index) => (reasons[index] = differ));
      const same = agreeing(run, bits, mask, level);
      if (same.some((word) => word !== 0)) first.blame(run, bits, same, level, reasons);
    },
    distance: (run, bits, mask, level, sums) => {
      first.column.judge(run, bits, mask, 0);
      if (level !== UNKNOWN) first.distance(run, bits, mask, level, sums);
    },
    questions: (run, bits, mask, found) => {
      const same = agreeing(run, bits, mask, UNKNOWN);
      if (mask.some((word, at) => (word & ~wordAt(same, at)) !== 0)) found.add(question);
      among(run, bits, mask, found);
    },
  };
}
