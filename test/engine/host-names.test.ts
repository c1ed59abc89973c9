/** A host's names and ours: neither changes what the other means. */
import type { Engine } from "json-rules-engine";
import { describe, expect, test } from "vitest";
import { createEngine } from "../../src/json-rules-engine";
import { dayFacts, measureFacts } from "../../src/model/facts";
import { operators } from "../../src/model/operators";
import { applicant, options } from "./host";

type Inside = Engine & {
  readonly facts: ReadonlyMap<string, unknown>;
  readonly conditions: ReadonlyMap<string, unknown>;
  readonly operators: { readonly operators: ReadonlyMap<string, unknown> };
  readonly rules: readonly { readonly name: string; readonly event: { readonly type: string } }[];
};

const inside = (engine: Engine) => engine as Inside;
const bare = [...measureFacts, ...dayFacts, "residence", "status", "is-open"];

describe("by default", () => {
  test("every name of ours begins with the prefix", async () => {
    const { facts, conditions, rules } = inside(createEngine(applicant, options));
    const names = [...facts.keys(), ...conditions.keys(), ...rules.flatMap(({ name, event }) => [name, event.type])];
    expect(names.length).toBeGreaterThan(20);
    expect(names.filter((name) => !name.startsWith("endorsement/"))).toEqual([]);
  });

  test("facts of a run do not declare an empty applicant eligible", async () => {
    const facts = Object.fromEntries(bare.map((name) => [name, 99]));
    const { events } = await createEngine({}, { asOf: "2026-11-23" }).run({ ...facts, "is-open": true, status: "met" });
    expect(events).toEqual([]);
  });

  test("facts, conditions and operators of a host change nothing of ours", async () => {
    const plain = await createEngine(applicant, options).run();
    const engine = createEngine(applicant, options);
    for (const name of bare) engine.addFact(name, 99);
    for (const name of ["IFA", "IFA/training", "qualified-provider"]) engine.setCondition(name, { all: [] });
    for (const operator of operators) {
      engine.addOperator(operator, () => true);
      engine.removeOperator(operator);
    }
    const { events, failureEvents } = await engine.run();
    expect({ events, failureEvents }).toEqual({ events: plain.events, failureEvents: plain.failureEvents });
  });

  test("a host's own rule on a bare name means the host's fact", async () => {
    const engine = createEngine(applicant, options);
    engine.addRule({
      conditions: { all: [{ fact: "hours", operator: "equal", value: 7 }] },
      event: { type: "requirement-met" },
    });
    const { events } = await engine.run({ hours: 7 });
    expect(events.filter(({ type }) => type === "requirement-met")).toHaveLength(1);
  });
});

describe("options", () => {
  test("a prefix of the host's choice stands before every name", async () => {
    const engine = createEngine(applicant, { ...options, prefix: "imh:" });
    const { facts, conditions } = inside(engine);
    expect([...facts.keys(), ...conditions.keys()].filter((name) => !name.startsWith("imh:"))).toEqual([]);
    const { events } = await engine.run();
    expect(events.map(({ type }) => type)).toContain("imh:requirement-met");
  });

  test("two prefixes in turn do not mix", async () => {
    const typesOf = async (prefix: string) =>
      (await createEngine(applicant, { ...options, prefix }).run()).events.map(({ type }) => type.slice(prefix.length));
    const first = await typesOf("a/");
    expect(await typesOf("b/")).toEqual(first);
    expect(await typesOf("a/")).toEqual(first);
    expect(first.length).toBeGreaterThan(0);
  });

  test("options of the engine reach it", async () => {
    const rule = {
      conditions: { all: [{ fact: "nowhere", operator: "equal", value: 1 }] },
      event: { type: "never" },
    };
    const strict = createEngine(applicant, options);
    strict.addRule(rule);
    await expect(strict.run()).rejects.toThrow("nowhere");
    const lax = createEngine(applicant, { ...options, engine: { allowUndefinedFacts: true } });
    lax.addRule(rule);
    expect((await lax.run()).failureEvents.map(({ type }) => type)).toContain("never");
  });

  test.for([
    [{ prefix: "" }, "/options/prefix"],
    [{ prefix: 3 }, "/options/prefix"],
    [{ priority: 0 }, "/options/priority"],
    [{ priority: 1.5 }, "/options/priority"],
    [{ engine: 1 }, "/options/engine"],
    [{ engine: null }, "/options/engine"],
    [{ perfix: "a" }, "/options/perfix"],
  ] as const)("%j is refused", ([wrong, path]) => {
    expect(() => createEngine(applicant, { ...options, ...(wrong as object) })).toThrow(path);
  });
});
