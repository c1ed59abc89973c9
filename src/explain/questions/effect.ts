/**
 * Whether an answer can change anything: each is tried with `evaluate`.
 */
import { fold } from "../../base/tree";
import type { AccountVerdict, LeafTrace, Trace, Truth } from "../../model/verdict";
import { evaluate } from "../../verdict/evaluate";
import { traceOf } from "../../verdict/traces";
import type { Asking, Candidate, Open } from "./asking";
import type { ApplicantQuestion } from "./model";
import { worded } from "./words";

/** Tries answers: the question, if one of them changes what is known of an open requirement. */
export function asked(asking: Asking, candidate: Candidate): ApplicantQuestion | undefined {
  const { verdict, options } = asking;
  const chosen = [...new Set(candidate.about.map(({ pathway }) => pathway))];
  const before = statesOf(verdict, candidate.about);
  const hanging = new Set<Open>();
  for (const trial of candidate.trials) {
    const after = statesOf(evaluate(trial, { ...options, pathways: chosen, detail: "account" }), candidate.about);
    candidate.about.forEach((open, index) => {
      if (before[index] !== after[index]) hanging.add(open);
    });
  }
  if (hanging.size === 0) return undefined;
  const hangs = [...hanging].map(({ pathway, requirement }) => ({ pathway, ...(requirement && { requirement }) }));
  return worded(asking, candidate, hangs);
}

/** What is known of each requirement: its state, and that of every comparison and entry that it rests on. */
function statesOf(verdict: AccountVerdict, about: readonly Open[]): string[] {
  return about.map(({ pathway, requirement }) => {
    const judged = verdict.pathways.find((one) => one.pathway === pathway);
    if (requirement === "") return String(judged?.status);
    const found = judged?.requirements.find(({ id }) => id === requirement);
    return JSON.stringify(found?.routes.map((route) => stateOf(traceOf(verdict, route), verdict.measures)));
  });
}

function stateOf(trace: Trace, measures: AccountVerdict["measures"]): unknown {
  // what is settled stays so
  const settled = (state: unknown, { status }: { readonly status: Truth }) => (status === "unknown" ? state : status);
  return fold<Trace, unknown>(trace, {
    all: settled,
    any: settled,
    not: settled,
    named: settled,
    readings: settled,
    leaf: (leaf) => settled(leafState(leaf, measures), leaf),
  });
}

function leafState({ status, value, measure: name = "" }: LeafTrace, measures: AccountVerdict["measures"]): unknown {
  const measure = measures[name];
  if (measure === undefined) return [status, value];
  if (measure.kind === "day") return [value, measure.exists, measure.from, measure.to];
  const { have, possible, uncounted } = measure;
  return [
    value,
    have,
    possible,
    uncounted.map(({ evidence, status: state, because }) => [evidence, state, because.code, because.fact]),
  ];
}
