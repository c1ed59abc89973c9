/** An engine of json-rules-engine on the same leaves, whose facts are constants: nothing but its own folding is timed. */
import { Engine, type NestedCondition } from "json-rules-engine";
import { fold } from "../src/base/tree";
import type { AccountVerdict, Trace } from "../src/model/verdict";
import { traceOf } from "../src/verdict/traces";

/** Builds the engine from the traces of a verdict. */
export function freeEngine(verdict: AccountVerdict): Engine {
  const { pathways, measures } = verdict;
  const engine = new Engine();
  let leaves = 0;
  const constant = (value: number | boolean) => {
    const fact = `leaf-${leaves++}`;
    engine.addFact(fact, value);
    return fact;
  };
  const translate = (trace: Trace): NestedCondition =>
    fold<Trace, NestedCondition>(trace, {
      all: (all) => ({ all: [...all] }),
      any: (any) => ({ any: [...any] }),
      not: (not) => ({ not }),
      named: (part) => part,
      readings: (all) => ({ all: [...all] }),
      leaf: ({ status, operator, value, measure = "" }) => {
        const drawn = measures[measure];
        if (drawn?.kind === "amount" && typeof value === "number") {
          return { fact: constant(drawn.have), operator, value };
        }
        return { fact: constant(status === "met"), operator: "equal", value: true };
      },
    });
  for (const { pathway, requirements } of pathways) {
    const asked: NestedCondition[] = [];
    for (const { id, obligation, routes } of requirements) {
      if (routes.length === 0) continue;
      const name = `${pathway}/${id}`;
      engine.setCondition(name, { any: routes.map((route) => translate(traceOf(verdict, route))) });
      engine.addRule({ name, conditions: { condition: name }, event: { type: "met" } });
      if (obligation === "required") asked.push({ condition: name });
    }
    engine.addRule({ name: pathway, conditions: { all: asked }, event: { type: "eligible" } });
  }
  return engine;
}
