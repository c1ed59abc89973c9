/**
 * Conditions of a requirement: compiled to functions that judge them in three-valued logic, with a trace.
 */

import { wrong } from "../base/errors";
import { comparisons, isNegative, MET, truth, UNKNOWN, UNMET } from "../base/truth";
import { measureFacts } from "../model/language";
import type { LeafTrace, ReadingTrace, Trace, Truth } from "../model/verdict";
import type { Resolved, ResolvedDay, ResolvedLeaf, ResolvedParams } from "../rules/resolved";
import type { Compiler, Node, Run } from "./compiled";
import { compareRanges, showDay } from "./day-range";
import { measureOf } from "./measures/table";

type Tracer = (run: Run) => Trace;

/** Compiles a condition of a requirement. */
export function compileTrace(compiler: Compiler, condition: Resolved): Tracer {
  if ("all" in condition) {
    const parts = condition.all.map((part) => compiler.node(part));
    return (run) => {
      const all = tracesOf(parts, run);
      return { status: least(all), all };
    };
  }
  if ("any" in condition) {
    const parts = condition.any.map((part) => compiler.node(part));
    return (run) => {
      const any = tracesOf(parts, run);
      return { status: greatest(any), any };
    };
  }
  if ("not" in condition) return notOf(compiler.node(condition.not));
  if ("of" in condition) {
    const part = compiler.node(condition.of);
    const { condition: name, title } = condition;
    return (run) => {
      const of = part.trace(run);
      return { status: of.status, condition: name, title, of };
    };
  }
  if ("readings" in condition) return readingsOf(compiler, condition);
  return leafOf(compiler, condition);
}

const tracesOf = (parts: readonly Node[], run: Run): Trace[] => parts.map((part) => part.trace(run));

/** The least of unmet < unknown < met. */
export function least(all: readonly { readonly status: Truth }[]): Truth {
  let status: Truth = "met";
  for (const one of all) {
    if (one.status === "unmet") return "unmet";
    if (one.status === "unknown") status = "unknown";
  }
  return status;
}

/** The greatest of unmet < unknown < met. */
export function greatest(all: readonly { readonly status: Truth }[]): Truth {
  let status: Truth = "unmet";
  for (const one of all) {
    if (one.status === "met") return "met";
    if (one.status === "unknown") status = "unknown";
  }
  return status;
}

const mirror = { unmet: "met", unknown: "unknown", met: "unmet" } as const;

function notOf(part: Node): Tracer {
  return (run) => {
    const not = part.trace(run);
    return { status: mirror[not.status], not };
  };
}

function readingsOf(compiler: Compiler, condition: Extract<Resolved, { readonly readings: unknown }>): Tracer {
  const parts = condition.readings.map(({ id, title, of }) => ({ id, title, node: compiler.node(of) }));
  const question = condition.question.id;
  return (run) => {
    const readings = parts.map(({ id, title, node }): ReadingTrace => {
      const of = node.trace(run);
      return { status: of.status, id, title, of };
    });
    const first = readings[0]?.status ?? "unknown";
    const status = readings.every((reading) => reading.status === first) ? first : "unknown";
    return { status, question, readings };
  };
}

function leafOf(compiler: Compiler, leaf: ResolvedLeaf): Tracer {
  const { fact } = leaf;
  if ((measureFacts as readonly string[]).includes(fact)) return measureLeaf(compiler, leaf);
  if (fact === "residence") return residenceLeaf(leaf);
  const { operator, value } = leaf;
  const own = compiler.day(leaf.params as ResolvedDay);
  const asked = compiler.day(value as string | ResolvedDay);
  const compare = compareRanges(operator, asked);
  return (run) => ({ status: truth(compare(own(run), run)), fact, operator, value: showDay(asked(run)) });
}

function measureLeaf(compiler: Compiler, leaf: ResolvedLeaf): Tracer {
  const { fact, operator, value } = leaf;
  const measure = compiler.measure(fact, leaf.params as ResolvedParams);
  if (fact === "earliest" || fact === "latest") {
    const asked = compiler.day(value as string | ResolvedDay);
    const compare = compareRanges(operator, asked);
    return (run): LeafTrace => {
      const drawn = measureOf(run, measure);
      const status = truth(compare(drawn, run));
      return { status, fact, operator, value: showDay(asked(run)), measure: drawn.name };
    };
  }
  const compare = comparisons[operator] as (typeof comparisons)[string];
  const steps = Math.round((value as number) * measure.stepsPerUnit);
  return (run): LeafTrace => {
    const { low, high, name } = measureOf(run, measure);
    return { status: truth(compare(low, high, steps, steps)), fact, operator, value, measure: name };
  };
}

function residenceLeaf({ fact, operator, value }: ResolvedLeaf): Tracer {
  const accepted: readonly unknown[] = Array.isArray(value) ? value : [value];
  const negative = isNegative(operator);
  return (run) => {
    const told: unknown = run.evidence.applicant.residence;
    if (told !== undefined && typeof told !== "string") throw wrong("wrong-type", "residence", "a place", told);
    const level = told === undefined ? UNKNOWN : accepted.includes(told) === negative ? UNMET : MET;
    return { status: truth(level), fact, operator, value };
  };
}
