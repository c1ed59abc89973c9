/** Rules of a host that use what ours came to, and facts of ours with params of their own. */
import { describe, expect, test } from "vitest";
import { createEngine, RulebookError } from "../../src/json-rules-engine";
import { applicant, options } from "./host";

/** Runs one leaf of a host beside our rules: whether it holds. */
async function holds(leaf: object, how: object = {}): Promise<boolean> {
  const engine = createEngine(applicant, { ...options, ...how });
  engine.addRule({
    name: "host",
    conditions: { all: [leaf as never] },
    event: { type: "host" },
  });
  return (await engine.run()).events.some(({ type }) => type === "host");
}

const hours = (params: object, value: number) => holds({ fact: "endorsement/hours", operator: "equal", value, params });

/** The issues with which a leaf is refused. */
async function issuesOf(leaf: object, how: object = {}): Promise<readonly (readonly [string, string])[]> {
  const error: unknown = await holds({ operator: "equal", value: 0, ...leaf }, how).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(RulebookError);
  return (error as RulebookError).issues.map(({ code, pointer }) => [code, pointer]);
}

describe("results", () => {
  test("are named conditions, one for each pathway and requirement", async () => {
    expect(await holds({ condition: "endorsement/IFA/training" })).toBe(true);
    expect(await holds({ condition: "endorsement/IFA/references" })).toBe(false);
    expect(await holds({ not: { condition: "endorsement/IFA" } })).toBe(true);
  });

  test("are facts: the status of a pathway, a stage, a requirement", async () => {
    const status = (value: string, params: object) =>
      holds({ fact: "endorsement/status", operator: "equal", value, params });
    expect(await status("not-yet", { pathway: "IFA" })).toBe(true);
    expect(await status("unknown", { pathway: "IFA", stage: "experience" })).toBe(true);
    expect(await status("unknown", { pathway: "IFA", requirement: "references" })).toBe(true);
    expect(await status("met", { pathway: "IFA", requirement: "training" })).toBe(true);
    // a pathway that was not loaded
    expect(await status("not-yet", { pathway: "IFS" })).toBe(true);
  });

  test("are there before rules of the default priority run", async () => {
    const engine = createEngine(applicant, options);
    const order: string[] = [];
    engine.on("success", ({ type }) => order.push(type));
    engine.on("failure", ({ type }) => order.push(type));
    const always = { all: [] };
    engine.addRule({ conditions: always, event: { type: "last" } });
    engine.addRule({ conditions: always, event: { type: "first" }, priority: 3 });
    await engine.run();
    expect(order.at(0)).toBe("first");
    expect(order.at(-1)).toBe("last");
    expect(order.length).toBeGreaterThan(5);
  });

  test("come when the host wants them", async () => {
    const engine = createEngine(applicant, { ...options, priority: 50 });
    const order: string[] = [];
    engine.on("success", ({ type }) => order.push(type));
    engine.addRule({ conditions: { all: [] }, event: { type: "host" }, priority: 49 });
    await engine.run();
    expect(order.at(-1)).toBe("host");
  });
});

describe("params", () => {
  test("are those of a rule", async () => {
    expect(await hours({ of: "training" }, 33)).toBe(true);
    const where = { fact: "topics", operator: "includesAny", value: ["diversity-equity-inclusion"] };
    expect(await hours({ of: "training", where }, 3)).toBe(true);
    expect(await hours({ of: "training", during: { from: "2025-01-15" } }, 3)).toBe(true);
    expect(await holds({ fact: "endorsement/residence", operator: "equal", value: null })).toBe(true);
    const day = { fact: "endorsement/asOf", operator: "endorsement/before", params: { plusMonths: 1 } };
    expect(await holds({ ...day, value: "2026-02-02" })).toBe(true);
    expect(await holds({ ...day, value: "2026-02-01" })).toBe(false);
  });

  test("tell an amount that is certain, or one that may be", async () => {
    expect(await hours({ of: "supervisionReceived" }, 0)).toBe(true);
    expect(await hours({ of: "supervisionReceived", take: "most" }, Infinity)).toBe(true);
  });

  test("tell of a day whether it is certain", async () => {
    const earliest = (params: object, value: string | null) =>
      holds({
        fact: "endorsement/earliest",
        operator: "equal",
        value,
        params: { of: "work", field: "start", ...params },
      });
    expect(await earliest({}, null)).toBe(true);
    expect(await earliest({ certain: false }, "0000-01-01")).toBe(true);
    expect(await earliest({ certain: false, take: "most" }, "9999-12-31")).toBe(true);
  });

  test("mean the pathway that is named, where they mean something else for each", async () => {
    const params = { of: "work", where: { fact: "ages", operator: "overlaps", value: { fact: "pathway.ageBand" } } };
    const leaf = { fact: "endorsement/count", operator: "equal", value: 0 };
    const both = { pathways: ["IFA", "ECFA"] };
    expect(await holds({ ...leaf, params: { ...params, pathway: "ECFA" } }, both)).toBe(true);
    expect(await holds({ ...leaf, params: { of: "work" } }, both)).toBe(true);
    expect(await issuesOf({ ...leaf, params }, both)).toEqual([["missing", "/params/pathway"]]);
  });

  test.for([
    ["hours", { of: "trainnig" }, "unknown-word", "/params/of"],
    ["hours", { of: "training", wher: {} }, "unknown-key", "/params/wher"],
    ["hours", {}, "missing", "/params"],
    ["hours", { of: "work" }, "no-hours", "/params/of"],
    ["hours", { of: "training", where: { condition: "qualified" } }, "unknown-condition", "/params/where/condition"],
    [
      "hours",
      { of: "training", where: { fact: "topic", operator: "equal", value: "x" } },
      "unknown-fact",
      "/params/where/fact",
    ],
    ["hours", { of: "training", equivalences: ["none"] }, "unknown-equivalence", "/params/equivalences/0"],
    ["sum", { of: "work" }, "missing", "/params/field"],
    ["hours", { of: "training", take: "highest" }, "unknown-word", "/params/take"],
    ["hours", { of: "training", certain: "yes" }, "unknown-word", "/params/certain"],
    ["hours", { of: "training", pathway: "IFZ" }, "unknown-pathway", "/params/pathway"],
    ["hours", { source: 99_999 }, "unknown-key", "/params/source"],
    ["hours", { of: "training", where: () => true }, "wrong-value", "/params"],
    ["hours", { of: "training", during: { from: new Date(0) } }, "wrong-shape", "/params/during/from"],
    ["asOf", { plusMonth: 1 }, "unknown-key", "/params/plusMonth"],
    ["cycle.start", {}, "no-cycle", "/fact"],
    ["status", {}, "missing", "/params/pathway"],
    ["status", { pathway: "IFZ" }, "unknown-pathway", "/params/pathway"],
    ["status", { pathway: "IFA", requirement: "trainings" }, "unknown-requirement", "/params/requirement"],
    ["status", { pathway: "IFA", stage: "exams" }, "unknown-word", "/params/stage"],
    ["status", { pathway: "IFA", stage: "exam", requirement: "training" }, "too-much", "/params/stage"],
    ["status", { patway: "IFA" }, "unknown-key", "/params/patway"],
    ["is-open", {}, "missing", "/params/pathway"],
    ["residence", { of: "work" }, "unknown-key", "/params/of"],
  ] as const)("of %s are refused: %j", async ([fact, params, code, pointer]) => {
    expect(await issuesOf({ fact: `endorsement/${fact}`, params })).toContainEqual([code, pointer]);
  });

  test("are refused a second time, too", async () => {
    const leaf = { fact: "endorsement/hours", params: { of: "trainnig" } };
    expect(await issuesOf(leaf)).toEqual(await issuesOf(leaf));
  });
});
