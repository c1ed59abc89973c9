/**
 * Conditions on the entries of a collection: compiled to columns, and to what says why entries fail them.
 */
import { dayNumber, isoDay } from "../base/calendar";
import { fold } from "../base/tree";
import { type Level, negate, UNKNOWN, UNMET } from "../base/truth";
import type { CollectionName } from "../model/applicant";
import type { Operator } from "../model/operators";
import type { Reason } from "../model/verdict";
import type { ResolvedWhere } from "../rules/resolved";
import { type Bits, lowest } from "./bits";
import { bitsAt, type EntryColumn } from "./columns";
import type { Compiler } from "./compiled";
import type { Run } from "./run";

/** A condition on the entries of a collection. */
export interface CompiledWhere {
  readonly of: CollectionName;
  /** A short name that follows from what it asks for. */
  readonly name: string;
  readonly column: EntryColumn;
  /** Whether readings differ in it. */
  readonly hasReadings: boolean;
  /** What it asks for one after the other, each by its column: what asks for more implies what asks for less. */
  readonly conjuncts: ReadonlySet<number>;
  /** Says why entries came to the level to which they came. */
  readonly blame: Blaming;
  /** Adds up how much keeps entries, which came to a level, from another. */
  readonly distance: Measuring;
  /** Finds the questions whose readings differ of entries that are unknown. */
  readonly questions: Asking;
}

/** @param mask - The entries. @param reasons - Where the reason of each is put. */
type Blaming = (run: Run, bits: Bits, mask: Int32Array, level: Level, reasons: (Reason | undefined)[]) => void;
/** @param sums - Where the distance of each entry is added. */
type Measuring = (run: Run, bits: Bits, mask: Int32Array, level: Level, sums: number[]) => void;

/** @param mask - The entries, which are unknown. */
type Asking = (run: Run, bits: Bits, mask: Int32Array, found: Set<string>) => void;

/** Compiles a condition on the entries of a collection: what is written the same is compiled once. */
export const compileWhere = (compiler: Compiler, of: CollectionName, condition: ResolvedWhere): CompiledWhere =>
  fold<ResolvedWhere, CompiledWhere>(condition, {
    all: (parts) =>
      parts.length === 1
        ? (parts[0] as CompiledWhere)
        : compiler.where(of, ["all", ...names(parts)], () => allOf(compiler, of, parts)),
    any: (parts) =>
      parts.length === 1
        ? (parts[0] as CompiledWhere)
        : compiler.where(of, ["any", ...names(parts)], (name) => anyOf(compiler, of, parts, name)),
    not: (part) => compiler.where(of, ["not", part.name], (name) => notOf(compiler, of, part, name)),
    named: (part, { condition: id }) => compiler.where(of, ["named", id, part.name], (name) => namedOf(part, id, name)),
    readings: (parts, { question }) =>
      compiler.where(of, ["readings", question.id, ...names(parts)], () =>
        readingsOf(compiler, of, parts, question.id),
      ),
    leaf: (leaf) => compiler.leaf(of, leaf),
  });

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
/** What a condition is compiled to, beside its name. */
export type WhereParts = Omit<CompiledWhere, "of" | "name">;

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

/** Puts other reasons in the place of those of some entries; of the same reason, the same is made once. */
function remake(
  run: Run,
  maker: string,
  mask: Int32Array,
  reasons: (Reason | undefined)[],
  make: (reason: Reason) => Reason,
): void {
  const made = madeBy(run, maker);
  each(mask, (index) => {
    const reason = reasons[index] as Reason;
    let other = made.get(reason);
    if (other === undefined) made.set(reason, (other = make(reason)));
    reasons[index] = other;
  });
}

/** The reasons that something made in this run. */
function madeBy({ account }: Run, maker: string): Map<unknown, Reason> {
  let made = account.reasons.get(maker);
  if (made === undefined) account.reasons.set(maker, (made = new Map()));
  return made;
}

/** Calls back with the place of each entry of a mask. */
export function each(mask: Int32Array, visit: (index: number) => void): void {
  for (let word = 0; word < mask.length; word++) {
    for (let rest = mask[word] as number; rest !== 0; rest &= rest - 1) visit((word << 5) + lowest(rest));
  }
}

const EVERYTHING: Reason = Object.freeze({ code: "condition" });

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

/** Splits a mask by parts: calls back with each part and the entries that it brought to a level. */
function byPart(
  run: Run,
  bits: Bits,
  mask: Int32Array,
  level: Level,
  parts: readonly CompiledWhere[],
  visit: (part: CompiledWhere, hits: Int32Array) => Int32Array | undefined,
): Int32Array {
  let left: Int32Array = mask.slice();
  for (const part of parts) {
    part.column.judge(run, bits, left, 0);
    const hits = left.map((word, at) => word & bitsAt(bits, part.column, level, at));
    if (hits.some((word) => word !== 0)) left = visit(part, hits) ?? left;
  }
  return left;
}

/** The questions of the parts that are unknown, too: an entry may be unknown for more than one reason. */
const askingIn =
  (parts: readonly CompiledWhere[]): Asking =>
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

/** Blames the first part that came to the same. */
const blameFirst =
  (parts: readonly CompiledWhere[]): Blaming =>
  (run, bits, mask, level, reasons) => {
    let left = mask;
    byPart(run, bits, mask, level, parts, (part, hits) => {
      part.blame(run, bits, hits, level, reasons);
      left = left.map((word, at) => word & ~(hits[at] as number));
      return left;
    });
    // what asks for nothing cannot fail
    if (parts.length === 0) each(left, (index) => (reasons[index] = EVERYTHING));
  };

/** Each part that came to the same keeps it there. */
const sumOf =
  (parts: readonly CompiledWhere[]): Measuring =>
  (run, bits, mask, level, sums) => {
    byPart(run, bits, mask, level, parts, (part, hits) => {
      part.distance(run, bits, hits, level, sums);
      return undefined;
    });
  };

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
        (index) => (sums[index] = (sums[index] ?? 0) + Math.min(...distances.map((one) => one[index] as number))),
      );
    },
    questions: askingIn(parts),
  };
}

/** How far each entry, which fails, is from each part. */
function distancesOf(
  run: Run,
  bits: Bits,
  mask: Int32Array,
  parts: readonly CompiledWhere[],
): readonly (readonly number[])[] {
  return parts.map((part) => {
    const sums: number[] = [];
    part.column.judge(run, bits, mask, 0);
    part.distance(run, bits, mask, UNMET, sums);
    return sums;
  });
}

/** What is past cannot be mended: a day that decides is farther than anything else. */
export const PAST = 1000;

/**
 * Blames the alternatives that come nearest: what they ask of one fact is one reason.
 *
 * Where another one would do, had its time not ended, that is told.
 */
function blameNearest(
  run: Run,
  bits: Bits,
  mask: Int32Array,
  parts: readonly CompiledWhere[],
  name: string,
  reasons: (Reason | undefined)[],
): void {
  const distances = distancesOf(run, bits, mask, parts);
  const own = parts.map((part) => {
    const blamed: (Reason | undefined)[] = [];
    part.blame(run, bits, mask, UNMET, blamed);
    return blamed;
  });
  const made = madeBy(run, name);
  each(mask, (index) => {
    const far = distances.map((one) => one[index] as number);
    const least = Math.min(...far);
    const reasonsAt = (distance: number) =>
      own.flatMap((one, part) => (far[part] === distance ? [one[index] as Reason] : []));
    const nearest = reasonsAt(least);
    const ended = least < PAST ? latest(reasonsAt(PAST)) : undefined;
    const key = `${ended} ${nearest.map((reason) => numberOf(run, reason)).join(" ")}`;
    let reason = made.get(key);
    if (reason === undefined) {
      const found = merged(nearest);
      made.set(key, (reason = ended === undefined ? found : { ...found, since: isoDay(ended + 1) }));
    }
    reasons[index] = reason;
  });
}

/** The last day on which another way would have been enough. */
function latest(reasons: readonly Reason[]): number | undefined {
  const days = reasons.flatMap(({ operator, value }) => {
    if (typeof value !== "string") return [];
    if (operator === "onOrBefore") return [dayNumber(value)];
    return operator === "before" ? [dayNumber(value) - 1] : [];
  });
  return days.length === 0 ? undefined : Math.max(...days);
}

function numberOf({ account: { numbers } }: Run, reason: Reason): number {
  let number = numbers.get(reason);
  if (number === undefined) numbers.set(reason, (number = numbers.size));
  return number;
}

/** Makes one reason of those that ask for words of the same fact; else the first is told. */
function merged(reasons: readonly Reason[]): Reason {
  const first = reasons[0] ?? EVERYTHING;
  const alike = reasons.filter(
    ({ fact, operator, negated }) => fact === first.fact && operator === first.operator && negated === first.negated,
  );
  const words = alike.flatMap(({ value }) => (typeof value === "string" || Array.isArray(value) ? value : []));
  const joined = first.negated ? undefined : JOINED[first.operator ?? ""];
  if (new Set(words).size < 2 || joined === undefined || words.some((word) => typeof word !== "string")) return first;
  const { condition, ...rest } = first;
  const isSame = alike.every((reason) => reason.condition === condition);
  return {
    ...rest,
    operator: joined,
    value: [...new Set(words)],
    ...(isSame && condition !== undefined && { condition }),
  };
}

/** Operators that ask for one of some words, and what they are together. */
const JOINED: Readonly<Record<string, Operator>> = { equal: "in", in: "in", includesAny: "includesAny" };

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
      if (mask.some((word, at) => (word & ~(same[at] as number)) !== 0)) found.add(question);
      among(run, bits, mask, found);
    },
  };
}
