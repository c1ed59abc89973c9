/** The rules in an engine of an application's own. */
import { describe, expect, test } from "vitest";
import { createEngine } from "../src/json-rules-engine";
import type { Applicant } from "../src/model/applicant";

const applicant: Applicant = {
  attestations: [{ kind: "code-of-ethics", signed: "2025-01-01" }],
  training: [
    { date: "2025-01-01", hours: 30, topics: [] },
    { date: "2025-02-01", hours: 3, topics: ["diversity-equity-inclusion"] },
  ],
};
const options = { asOf: "2026-01-01", pathways: ["IFA"] } as const;

describe("an engine", () => {
  test("tells what is met, in typed events", async () => {
    const { events } = await createEngine(applicant, options).run();
    expect(events).toContainEqual({
      type: "requirement-met",
      params: { pathway: "IFA", requirement: "training", obligation: "required", stage: "experience" },
    });
    expect(events).not.toContainEqual(expect.objectContaining({ type: "pathway-eligible" }));
  });

  test("has one rule for each requirement and pathway, without priorities and paths", () => {
    const engine = createEngine(applicant, options);
    const rules = (engine as unknown as { rules: { name: string; priority: number; toJSON: () => string }[] }).rules;
    const names = rules.map(({ name }) => name);
    expect(names).toContain("IFA/training");
    expect(names).toContain("IFA");
    expect(new Set(names).size).toBe(names.length);
    expect(new Set(rules.map(({ priority }) => priority))).toEqual(new Set([1]));
    expect(rules.map((rule) => rule.toJSON()).join()).not.toContain('"path"');
  });

  test("takes rules, facts and listeners of the application beside its own", async () => {
    const engine = createEngine(applicant, { ...options, prefix: "endorsement:" });
    engine.addFact("is-employee", true);
    engine.addRule({
      conditions: {
        all: [
          { fact: "is-employee", operator: "equal", value: true },
          { fact: "endorsement:hours", params: { of: "training" }, operator: "greaterThanInclusive", value: 20 },
        ],
      },
      event: { type: "pay-the-fee" },
    });
    const heard: string[] = [];
    engine.on("pay-the-fee", () => heard.push("pay-the-fee"));
    engine.on("endorsement:requirement-met", (_event, _almanac, { name }) => heard.push(String(name)));
    await engine.run();
    expect(heard).toContain("pay-the-fee");
    expect(heard).toContain("endorsement:IFA/training");
  });

  test("is fresh each time, so that runs do not meet", async () => {
    const engines = Array.from({ length: 5 }, () => createEngine(applicant, options));
    const runs = await Promise.all(engines.map((engine) => engine.run()));
    const types = runs.map(({ events }) => events.map(({ params }) => params?.["requirement"]).sort());
    for (const one of types) expect(one).toEqual(types[0]);
    expect(types[0]).toContain("training");
  });

  test("refuses what evaluate refuses", () => {
    expect(() => createEngine(applicant, { asOf: "2025-02-30" })).toThrow("options.asOf");
    expect(() => createEngine(applicant, { asOf: "2026-01-01", pathways: ["IFZ"] })).toThrow("options.pathways");
  });

  test("rejects a run that reads a wrong value", async () => {
    await expect(createEngine({ training: 3 } as never, options).run()).rejects.toThrow("training");
  });
});
