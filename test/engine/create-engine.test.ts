/** The rules in an engine of an application's own. */
import { Engine } from "json-rules-engine";
import { describe, expect, test } from "vitest";
import { evaluate } from "../../src/index";
import { createEngine } from "../../src/json-rules-engine";
import type { Applicant } from "../../src/model/applicant";
import { rulebook } from "../language/rulebooks";
import { applicant, options } from "./host";

interface Rule {
  readonly name: string;
  readonly priority: number;
  readonly toJSON: () => string;
}

const rulesOf = (engine: Engine) => (engine as Engine & { readonly rules: readonly Rule[] }).rules;

describe("an engine", () => {
  test("is that of json-rules-engine", () => {
    expect(createEngine(applicant, options)).toBeInstanceOf(Engine);
  });

  test("tells what is met, in typed events", async () => {
    const { events } = await createEngine(applicant, options).run();
    expect(events).toContainEqual({
      type: "endorsement/requirement-met",
      params: { pathway: "IFA", requirement: "training", obligation: "required", stage: "experience", status: "met" },
    });
    expect(events).not.toContainEqual(expect.objectContaining({ type: "endorsement/pathway-eligible" }));
  });

  test("tells of a failure how it failed, to whoever listens for any and for that one", async () => {
    const engine = createEngine({ ...applicant, training: [] }, options);
    const heard: unknown[] = [];
    engine.on("failure", ({ type, params }) => heard.push([type, params?.["requirement"], params?.["status"]]));
    engine.on("endorsement/requirement-unknown", ({ requirement, status }: Record<string, string>) =>
      heard.push([requirement, status]),
    );
    engine.on("endorsement/pathway-not-yet", ({ pathway }: Record<string, string>) => heard.push(pathway));
    const { failureEvents } = await engine.run();
    expect(heard).toContainEqual(["endorsement/requirement-unmet", "training", "unmet"]);
    expect(heard).toContainEqual(["endorsement/requirement-unknown", "references", "unknown"]);
    expect(heard).toContainEqual(["references", "unknown"]);
    expect(heard).toContain("IFA");
    expect(failureEvents).toContainEqual({
      type: "endorsement/pathway-not-yet",
      params: { pathway: "IFA", status: "not-yet" },
    });
  });

  test("has one rule for each requirement and pathway, without paths", () => {
    const rules = rulesOf(createEngine(applicant, options));
    const names = rules.map(({ name }) => name);
    expect(names).toContain("endorsement/IFA/training");
    expect(names).toContain("endorsement/IFA");
    expect(new Set(names).size).toBe(names.length);
    expect(rules.map((rule) => rule.toJSON()).join()).not.toContain('"path"');
  });

  test("names its routes and the named conditions in them, and says what each leaf came to", async () => {
    const { results } = await createEngine(applicant, options).run();
    const training = results.find(({ name }) => name === "endorsement/IFA/training")?.toJSON(false);
    expect(JSON.stringify(training?.conditions)).toContain('"name":"hours"');
    expect(JSON.stringify(training?.conditions)).toContain('"factResult":33');
  });

  test("is fresh each time, so that runs do not meet", async () => {
    const engines = Array.from({ length: 5 }, () => createEngine(applicant, options));
    const runs = await Promise.all(engines.map((engine) => engine.run()));
    const types = runs.map(({ events }) => events.map(({ params }) => params?.["requirement"]).sort());
    for (const one of types) expect(one).toEqual(types[0]);
    expect(types[0]).toContain("training");
  });

  test("can run again, and says the same", async () => {
    const engine = createEngine({ ...applicant, training: [] }, options);
    const first = await engine.run();
    const second = await engine.run();
    expect(second.events).toEqual(first.events);
    expect(second.failureEvents).toEqual(first.failureEvents);
  });

  test("meets nothing whose criterion is unpublished, unless it is waived", async () => {
    const unpublished = { id: "unpublished", questions: [{ id: "what", text: "What is asked for?" }] };
    const how = { asOf: "2026-01-01", pathways: ["IFS"] as const, rulebook: rulebook({ requirement: unpublished }) };
    const decision = { pathway: "IFS", requirement: "unpublished", reason: "seen", by: "A", on: "2025-12-01" };
    const waived: Applicant = { decisions: [{ type: "waive", ...decision }] };
    const eventsOf = async (one: Applicant) =>
      (await createEngine(one, how).run()).events.map(({ type }) => type).sort();
    expect(await eventsOf({})).toEqual([]);
    expect(await eventsOf(waived)).toEqual(["endorsement/pathway-eligible", "endorsement/requirement-met"]);
    expect(evaluate(waived, how).pathways[0]?.status).toBe("eligible");
  });

  test("refuses what evaluate refuses", () => {
    expect(() => createEngine(applicant, { asOf: "2025-02-30" })).toThrow("/options/asOf");
    expect(() => createEngine(applicant, { asOf: "2026-01-01", pathways: ["IFZ" as never] })).toThrow(
      "/options/pathways",
    );
  });

  test("rejects a run that reads a wrong value", async () => {
    await expect(createEngine({ training: 3 } as never, options).run()).rejects.toThrow("training");
  });
});
