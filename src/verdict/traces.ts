/**
 * The traces of a verdict: each once, by its name; twins and routes that ask for the same share them.
 */
import type { Node } from "../judge/compiled";
import { nameIn, type Run } from "../judge/run";
import type { AccountVerdict, RouteVerdict, Trace } from "../model/verdict";

/** The traces of a verdict, while it is made. */
export interface Traces {
  /** Those that are listed, by name. */
  readonly listed: Readonly<Record<string, Trace>>;
  /** Lists what became of a condition, once; returns its name. */
  readonly list: (run: Run, node: Node) => string;
}

/** What became of the condition of a route. */
export const traceOf = ({ traces }: Pick<AccountVerdict, "traces">, { trace }: RouteVerdict): Trace =>
  traces[trace] as Trace;

/** Begins to list traces. */
export function startTraces(): Traces {
  const listed: Record<string, Trace> = {};
  return {
    listed,
    list: (run, node) => {
      const name = nameIn(run, node);
      listed[name] ??= node.trace(run);
      return name;
    },
  };
}
