/**
 * The same conditions in the languages of other engines, for the pathways that most people ask about.
 *
 * An engine is given what was drawn from the evidence for free, as numbers and booleans by name: it only folds. What a leaf
 * compares is written in its own language, and what it compiles, it compiles before the clock starts.
 */
import { LogicEngine } from "json-logic-engine";
import jsonLogic, { type RulesLogic } from "json-logic-js";
import { Engine, type NestedCondition } from "json-rules-engine";
import { fold } from "../src/base/tree";
import type { AccountVerdict, Trace } from "../src/model/verdict";
import { traceOf } from "../src/verdict/traces";

/** The pathways that are compared. */
export const compared = ["IFS", "IMHS", "IMHM-C"] as const;

/** What was drawn for an applicant, by the name of the leaf. */
export type Facts = Readonly<Record<string, number | boolean>>;

/** Which requirements are met, by `pathway/requirement`. */
export type Answers = Readonly<Record<string, boolean>>;

/** Another engine, with the rules in it. */
export interface Peer {
  readonly name: string;
  readonly judge: (facts: Facts) => Answers | Promise<Answers>;
}

/** The comparison of a leaf: an amount with what it must reach, or something that must be so. */
interface Leaf {
  readonly name: string;
  readonly need: number | true;
  readonly operator: string;
}

interface Rule {
  readonly name: string;
  readonly routes: readonly Trace[];
}

/** The rules in the traces of a verdict: they are the same whoever is judged. */
const rulesIn = (verdict: AccountVerdict): readonly Rule[] =>
  verdict.pathways.flatMap(({ pathway, requirements }) =>
    requirements.flatMap(({ id, routes }) =>
      routes.length === 0 ? [] : [{ name: `${pathway}/${id}`, routes: routes.map((route) => traceOf(verdict, route)) }],
    ),
  );

/** How a language joins conditions. */
interface Joins<R> {
  readonly all: (all: readonly R[]) => R;
  readonly any: (any: readonly R[]) => R;
  readonly not: (not: R) => R;
}

/** Writes every rule in a language, whose leaves are numbered as they come. */
function written<R>(
  verdict: AccountVerdict,
  { all, any, not }: Joins<R>,
  leaf: (leaf: Leaf, fact: number | boolean) => R,
): readonly (readonly [name: string, rule: R])[] {
  let leaves = 0;
  const write = (trace: Trace) =>
    fold<Trace, R>(trace, {
      all,
      any,
      not,
      named: (part) => part,
      // what is met in each reading
      readings: (readings) => all(readings),
      leaf: ({ status, operator, value, measure = "" }) => {
        const name = `leaf${leaves++}`;
        const drawn = verdict.measures[measure];
        return drawn?.kind === "amount" && typeof value === "number"
          ? leaf({ name, need: value, operator }, drawn.have)
          : leaf({ name, need: true, operator: "equal" }, status === "met");
      },
    });
  return rulesIn(verdict).map(({ name, routes }) => [name, any(routes.map(write))] as const);
}

/** What was drawn for an applicant. */
export function factsOf(verdict: AccountVerdict): Facts {
  const facts: Record<string, number | boolean> = {};
  const nothing = () => undefined;
  written<undefined>(verdict, { all: nothing, any: nothing, not: nothing }, ({ name }, fact) => {
    facts[name] = fact;
    return undefined;
  });
  return facts;
}

/** Which requirements are met, as a verdict says. */
export const answersOf = (verdict: AccountVerdict): Answers =>
  Object.fromEntries(
    rulesIn(verdict).map(({ name, routes }) => [name, routes.some(({ status }) => status === "met")] as const),
  );

const SIGNS: Readonly<Record<string, string>> = {
  equal: "==",
  notEqual: "!=",
  lessThan: "<",
  lessThanInclusive: "<=",
  greaterThan: ">",
  greaterThanInclusive: ">=",
};
const signOf = (operator: string) => SIGNS[operator] as string;

/** The other engines, with the rules of a verdict. */
export function peers(verdict: AccountVerdict): readonly Peer[] {
  return [rulesEngine(verdict), ...logicEngines(verdict)];
}

function rulesEngine(verdict: AccountVerdict): Peer {
  const engine = new Engine([], { allowUndefinedFacts: true });
  const rules = written<NestedCondition>(
    verdict,
    { all: (all) => ({ all: [...all] }), any: (any) => ({ any: [...any] }), not: (not) => ({ not }) },
    ({ name, operator, need }) => ({ fact: name, operator, value: need }),
  );
  for (const [name, conditions] of rules)
    engine.addRule({ name, conditions: { any: [conditions] }, event: { type: name } });
  return {
    name: "json-rules-engine",
    judge: async (facts) => {
      const { events } = await engine.run({ ...facts });
      const met = new Set(events.map(({ type }) => type));
      return Object.fromEntries(rules.map(([name]) => [name, met.has(name)]));
    },
  };
}

function logicEngines(verdict: AccountVerdict): readonly Peer[] {
  const rules = written<RulesLogic>(
    verdict,
    {
      all: (all) => ({ and: [...all] }) as unknown as RulesLogic,
      any: (any) => ({ or: [...any] }) as unknown as RulesLogic,
      not: (not) => ({ "!": [not] }) as unknown as RulesLogic,
    },
    ({ name, operator, need }) => ({ [signOf(operator)]: [{ var: name }, need] }) as unknown as RulesLogic,
  );
  const engine = new LogicEngine();
  const compiled = rules.map(([name, rule]) => [name, engine.build(rule as never)] as const);
  return [
    {
      name: "json-logic-js",
      judge: (facts) => Object.fromEntries(rules.map(([name, rule]) => [name, jsonLogic.apply(rule, facts) === true])),
    },
    {
      name: "json-logic-engine, compiled",
      judge: (facts) => Object.fromEntries(compiled.map(([name, rule]) => [name, rule(facts) === true])),
    },
  ];
}
