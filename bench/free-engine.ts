/** An engine of json-rules-engine on the same leaves, whose facts are constants: nothing but its own folding is timed. */
import { Engine, type NestedCondition } from "json-rules-engine";
import type { Trace, Verdict } from "../src/model/verdict";

/** Builds the engine from the traces of a verdict. */
export function freeEngine({ pathways, measures }: Verdict): Engine {
  const engine = new Engine();
  let leaves = 0;
  const constant = (value: number | boolean) => {
    const fact = `leaf-${leaves++}`;
    engine.addFact(fact, value);
    return fact;
  };
  const translate = (trace: Trace): NestedCondition => {
    if ("all" in trace) return { all: trace.all.map(translate) };
    if ("any" in trace) return { any: trace.any.map(translate) };
    if ("not" in trace) return { not: translate(trace.not) };
    if ("of" in trace) return translate(trace.of);
    if ("readings" in trace) return { all: trace.readings.map(({ of }) => translate(of)) };
    const measure = trace.measure === undefined ? undefined : measures[trace.measure];
    if (measure !== undefined && "have" in measure && typeof trace.value === "number") {
      return { fact: constant(measure.have), operator: trace.operator, value: trace.value };
    }
    return { fact: constant(trace.status === "met"), operator: "equal", value: true };
  };
  for (const { pathway, requirements } of pathways) {
    const asked: NestedCondition[] = [];
    for (const { id, obligation, routes } of requirements) {
      if (routes.length === 0) continue;
      const name = `${pathway}/${id}`;
      engine.setCondition(name, { any: routes.map(({ trace }) => translate(trace)) });
      engine.addRule({ name, conditions: { condition: name }, event: { type: "met" } });
      if (obligation === "required") asked.push({ condition: name });
    }
    engine.addRule({ name: pathway, conditions: { all: asked }, event: { type: "eligible" } });
  }
  return engine;
}
