/** What holds of every verdict. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { deepFreeze } from "../../src/base/freeze";
import { evaluate } from "../../src/index";
import type { Applicant } from "../../src/model/applicant";
import type { PathwayVerdict, Trace, Verdict } from "../../src/model/verdict";
import { parseApplicant } from "../../src/schema";
import { Generator, numbers } from "../generate/applicants";
import { goldenCases } from "../generate/golden-cases";

const cases = goldenCases();
const generator = new Generator(cases, 2026);
const generated = Array.from({ length: 300 }, () => generator.next());
const sample = fc.constantFrom(...generated);
const runs = { numRuns: 300, seed: 20261123 };

const statuses = ({ pathways }: Verdict) =>
  pathways.map(({ pathway, status, stages, requirements }) => [
    pathway,
    status,
    stages,
    requirements.map(({ id, status: truth, route }) => [id, truth, route]),
  ]);

function shuffled<T>(some: readonly T[], random: () => number): T[] {
  const left = [...some];
  return some.map(() => left.splice(Math.floor(random() * left.length), 1)[0] as T);
}

function reordered(applicant: Applicant, random: () => number): Applicant {
  return Object.fromEntries(
    Object.entries(applicant).map(([name, value]) => [
      name,
      Array.isArray(value) && name !== "unfinished" ? shuffled(value, random) : value,
    ]),
  ) as Applicant;
}

/** Overwrites whatever is not frozen. */
function wreck(part: unknown): void {
  if (typeof part !== "object" || part === null) return;
  const fields = part as Record<string, unknown>;
  for (const [name, value] of Object.entries(fields)) {
    wreck(value);
    if (!Object.isFrozen(part) && typeof value !== "object") fields[name] = "wrecked";
  }
  if (Array.isArray(part) && !Object.isFrozen(part)) part.length = 0;
}

describe("a verdict", () => {
  test("does not depend on the order of evidence", () => {
    fc.assert(
      fc.property(sample, fc.integer(), ({ applicant, asOf }, seed) => {
        const other = evaluate(reordered(applicant, numbers(seed)), { asOf });
        expect(statuses(other)).toEqual(statuses(evaluate(applicant, { asOf })));
      }),
      runs,
    );
  });

  test("shares nothing that can be changed with the next one", () => {
    const judged = cases.map(({ applicant, options, expected }) => {
      const judge = () => evaluate(applicant, { ...options, pathways: Object.keys(expected) });
      return { judge, text: JSON.stringify(judge()) };
    });
    for (const { judge } of judged) wreck(judge());
    for (const { judge, text } of judged) expect(JSON.stringify(judge())).toBe(text);
  });

  test("leaves its input as it was, and is the same each time", () => {
    fc.assert(
      fc.property(sample, ({ applicant, asOf }) => {
        const before = structuredClone(applicant);
        const frozen = deepFreeze(structuredClone(applicant));
        const verdict = evaluate(frozen, deepFreeze({ asOf }));
        expect(frozen).toEqual(before);
        expect(evaluate(applicant, { asOf })).toEqual(verdict);
        expect(JSON.parse(JSON.stringify(verdict))).toEqual(verdict);
      }),
      runs,
    );
  });

  test("is of generated applicants that parse", () => {
    for (const { applicant } of generated) expect(() => parseApplicant(structuredClone(applicant))).not.toThrow();
  });

  test("has a trace without holes, and names measures that it lists", () => {
    fc.assert(
      fc.property(sample, ({ applicant, asOf }) => {
        const verdict = evaluate(applicant, { asOf });
        for (const { requirements } of verdict.pathways) {
          for (const { routes } of requirements) for (const { trace } of routes) checkTrace(trace, verdict);
        }
      }),
      runs,
    );
  });

  test("blames only what stands in the way, in requirements that decide", () => {
    fc.assert(
      fc.property(sample, ({ applicant, asOf }) => {
        for (const pathway of evaluate(applicant, { asOf }).pathways) checkBlocking(pathway);
      }),
      runs,
    );
  });

  test("accounts for every entry of a measure once", () => {
    fc.assert(
      fc.property(sample, ({ applicant, asOf }) => {
        const { measures } = evaluate(applicant, { asOf });
        for (const measure of Object.values(measures)) {
          if (!("counted" in measure)) continue;
          const entries = (applicant[measure.of] as readonly unknown[] | undefined)?.length ?? 0;
          const named = new Set([...measure.counted, ...measure.uncounted].map(({ evidence }) => evidence));
          expect(named.size).toBe(entries);
          expect(measure.possible === null || measure.have <= measure.possible).toBe(true);
        }
      }),
      runs,
    );
  });
});

describe("more evidence", () => {
  // exceptions: a further reference by a rater who may fill fewer places never hurts, but a graduate degree does where a
  // family specialist with a master's degree serves only applicants without one
  test("never makes a met requirement of hours, months or ratings unmet", () => {
    const others = new Generator(cases, 99);
    let compared = 0;
    for (const { applicant, asOf } of generated) {
      const more = others.next().applicant;
      const both = {
        ...applicant,
        people: [...(applicant.people ?? []), ...(more.people ?? []).map((one) => ({ ...one, id: `more ${one.id}` }))],
        ...(applicant.training && { training: [...applicant.training, ...(more.training ?? [])] }),
        ...(applicant.work && { work: [...applicant.work, ...withPeople(more.work)] }),
        ...(applicant.references && { references: [...applicant.references, ...withPeople(more.references)] }),
      } as Applicant;
      const richer = evaluate(both, { asOf });
      evaluate(applicant, { asOf }).pathways.forEach(({ pathway, requirements }, index) => {
        requirements.forEach(({ id, status }, at) => {
          if (status !== "met") return;
          compared++;
          expect(richer.pathways[index]?.requirements[at]?.status, `${pathway}/${id}`).toBe("met");
        });
      });
    }
    expect(compared).toBeGreaterThan(1_000);
  });
});

function withPeople(entries: readonly object[] = []): object[] {
  return entries.map((entry) => {
    const copy = { ...entry } as Record<string, unknown>;
    for (const field of ["rater", "supervisor"]) if (copy[field] !== undefined) copy[field] = `more ${copy[field]}`;
    return copy;
  });
}

function checkTrace(trace: Trace, verdict: Verdict): void {
  expect(["met", "unmet", "unknown"]).toContain(trace.status);
  if ("all" in trace) return trace.all.forEach((part) => checkTrace(part, verdict));
  if ("any" in trace) return trace.any.forEach((part) => checkTrace(part, verdict));
  if ("not" in trace) return checkTrace(trace.not, verdict);
  if ("of" in trace) return checkTrace(trace.of, verdict);
  if ("readings" in trace) return trace.readings.forEach(({ of }) => checkTrace(of, verdict));
  expect(trace.fact).toBeTypeOf("string");
  if (trace.measure !== undefined) expect(verdict.measures[trace.measure]).toBeDefined();
}

function checkBlocking({ status, requirements, blocking, gaps }: PathwayVerdict): void {
  const required = requirements.filter(({ obligation }) => obligation === "required");
  const worst = required.some((one) => one.status === "unmet") ? "unmet" : "unknown";
  const open = required.filter((one) => one.status === worst);
  expect(new Set(blocking.map(({ requirement }) => requirement))).toEqual(new Set(open.map(({ id }) => id)));
  for (const one of blocking) expect(one.status).toBe(worst);
  if (status === "eligible") expect([blocking, gaps]).toEqual([[], []]);
  for (const { amount, requirement } of gaps) {
    expect(amount).toBeGreaterThan(0);
    expect(open.map(({ id }) => id)).toContain(requirement);
  }
}
