/**
 * Conditions of a requirement: compiled to functions that judge them in three-valued logic, with a trace.
 */

import { wrong } from "../base/errors";
import { fold } from "../base/tree";
import { comparisonOf, isNegative, MET, truth, UNKNOWN, UNMET } from "../base/truth";
import { operatorRow } from "../model/operators";
import type { LeafTrace, ReadingTrace, Trace, Truth } from "../model/verdict";
import type { AmountLeaf, DayLeaf, DrawnDayLeaf, ResidenceLeaf, Resolved, ResolvedLeaf } from "../rules/resolved";
import type { CompiledMeasure, Compiler, DaySource, Node, Run } from "./compiled";
import { compareRanges, showDay } from "./day-range";
import { measureOf } from "./measures/table";

type Tracer = (run: Run) => Trace;

/** Compiles a condition of a requirement: what is written the same is compiled once. */
export const compileNode = (compiler: Compiler, condition: Resolved): Node =>
  fold<Resolved, Node>(condition, {
    all: (parts) => compiler.node(["all", ...parts.map(indexOf)], () => allOf(parts)),
    any: (parts) => compiler.node(["any", ...parts.map(indexOf)], () => anyOf(parts)),
    not: (part) => compiler.node(["not", part.index], () => notOf(part)),
    named: (part, { condition: id, title }) => compiler.node(["named", id, part.index], () => namedOf(part, id, title)),
    readings: (parts, { readings, question }) =>
      compiler.node(["readings", question.id, ...readings.map(({ id }) => id), ...parts.map(indexOf)], () =>
        readingsOf(parts, readings, question.id),
      ),
    leaf: (leaf) => leafOf(compiler, leaf),
  });

const indexOf = ({ index }: Node) => index;

function allOf(parts: readonly Node[]): Tracer {
  return (run) => {
    const all = tracesOf(parts, run);
    return { status: least(all), all };
  };
}

function anyOf(parts: readonly Node[]): Tracer {
  return (run) => {
    const any = tracesOf(parts, run);
    return { status: greatest(any), any };
  };
}

function namedOf(part: Node, condition: string, title: string): Tracer {
  return (run) => {
    const of = part.trace(run);
    return { status: of.status, condition, title, of };
  };
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

function readingsOf(nodes: readonly Node[], titles: readonly Titled[], question: string): Tracer {
  const parts = titles.map(({ id, title }, at) => ({ id, title, node: nodes[at] as Node }));
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

type Titled = Pick<ReadingTrace, "id" | "title">;

function leafOf(compiler: Compiler, leaf: ResolvedLeaf): Node {
  switch (leaf.about) {
    case "amount": {
      const measure = compiler.measure(leaf.fact, leaf.params);
      return compiler.node(["leaf", measure.index, leaf.operator, leaf.value], () => amountLeaf(measure, leaf));
    }
    case "drawn-day": {
      const measure = compiler.measure(leaf.fact, leaf.params);
      const asked = compiler.day(leaf.value);
      return compiler.node(["leaf", measure.index, leaf.operator, leaf.value], () =>
        drawnDayLeaf(measure, asked, leaf),
      );
    }
    case "day": {
      const [own, asked] = [compiler.day(leaf.day), compiler.day(leaf.value)];
      return compiler.node(["leaf", leaf.day, leaf.operator, leaf.value], () => dayLeaf(own, asked, leaf));
    }
    case "residence":
      return compiler.node(["leaf", leaf], () => residenceLeaf(leaf));
  }
}

function dayLeaf(own: DaySource, asked: DaySource, { fact, operator }: DayLeaf): Tracer {
  const compare = compareRanges(operator, asked);
  return (run) => ({ status: truth(compare(own(run), run)), fact, operator, value: showDay(asked(run)) });
}

function drawnDayLeaf(measure: CompiledMeasure, asked: DaySource, { fact, operator }: DrawnDayLeaf): Tracer {
  const compare = compareRanges(operator, asked);
  return (run): LeafTrace => {
    const drawn = measureOf(run, measure);
    const status = truth(compare(drawn, run));
    return { status, fact, operator, value: showDay(asked(run)), measure: drawn.name };
  };
}

function amountLeaf(measure: CompiledMeasure, { fact, operator, value }: AmountLeaf): Tracer {
  const compare = comparisonOf(operatorRow(operator));
  const steps = Math.round(value * measure.stepsPerUnit);
  return (run): LeafTrace => {
    const { low, high, name } = measureOf(run, measure);
    return { status: truth(compare(low, high, steps, steps)), fact, operator, value, measure: name };
  };
}

function residenceLeaf({ fact, operator, value }: ResidenceLeaf): Tracer {
  const accepted: readonly string[] = typeof value === "string" ? [value] : value;
  const negative = isNegative(operator);
  return (run) => {
    const told: unknown = run.evidence.applicant.residence;
    if (told !== undefined && typeof told !== "string") throw wrong("wrong-type", "residence", "a place", told);
    const level = told === undefined ? UNKNOWN : accepted.includes(told) === negative ? UNMET : MET;
    return { status: truth(level), fact, operator, value };
  };
}
