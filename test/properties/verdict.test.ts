/** What holds of every verdict. */
import { isDeepStrictEqual } from "node:util";
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
const judged = generated.map(({ applicant, asOf }) => evaluate(applicant, { asOf }));
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
    for (const { judge, text } of judged)
      if (JSON.stringify(judge()) !== text) expect(judge()).toEqual(JSON.parse(text));
  });

  test("leaves its input as it was, and is the same each time", () => {
    generated.forEach(({ applicant, asOf }, index) => {
      const frozen = deepFreeze(structuredClone(applicant));
      const verdict = evaluate(frozen, deepFreeze({ asOf }));
      same(frozen, applicant);
      same(verdict, judged[index]);
      same(JSON.parse(JSON.stringify(verdict)), verdict);
    });
  });

  test("is of generated applicants that parse", () => {
    for (const { applicant } of generated) expect(() => parseApplicant(structuredClone(applicant))).not.toThrow();
  });

  test("has a trace without holes, and names measures that it lists", () => {
    const holes = judged.flatMap((verdict) =>
      verdict.pathways.flatMap(({ pathway, requirements }) =>
        requirements.flatMap(({ id, routes }) =>
          routes.flatMap(({ trace }) => holesIn(trace, verdict).map((hole) => `${pathway}/${id}: ${hole}`)),
        ),
      ),
    );
    expect(holes).toEqual([]);
  });

  test("blames only what stands in the way, in requirements that decide", () => {
    expect(judged.flatMap(({ pathways }) => pathways.flatMap(blockingFaults))).toEqual([]);
  });

  test("accounts for every entry of a measure once", () => {
    generated.forEach(({ applicant }, index) => {
      const wrong = Object.entries(judged[index]?.measures ?? {}).filter(([, measure]) => {
        if (!("counted" in measure)) return false;
        const entries = (applicant[measure.of] as readonly unknown[] | undefined)?.length ?? 0;
        const named = new Set([...measure.counted, ...measure.uncounted].map(({ evidence }) => evidence));
        return named.size !== entries || (measure.possible !== null && measure.have > measure.possible);
      });
      expect(wrong).toEqual([]);
    });
  });
});

describe("more evidence", () => {
  // exceptions: a further reference by a rater who may fill fewer places never hurts, but a graduate degree does where a
  // family specialist with a master's degree serves only applicants without one
  test("never makes a met requirement of hours, months or ratings unmet", () => {
    const others = new Generator(cases, 99);
    let compared = 0;
    for (const [at, { applicant, asOf }] of generated.entries()) {
      const more = others.next().applicant;
      const both = {
        ...applicant,
        people: [...(applicant.people ?? []), ...(more.people ?? []).map((one) => ({ ...one, id: `more ${one.id}` }))],
        ...(applicant.training && { training: [...applicant.training, ...(more.training ?? [])] }),
        ...(applicant.work && { work: [...applicant.work, ...withPeople(more.work)] }),
        ...(applicant.references && { references: [...applicant.references, ...withPeople(more.references)] }),
      } as Applicant;
      const richer = evaluate(both, { asOf });
      const lost = (judged[at]?.pathways ?? []).flatMap(({ pathway, requirements }, index) =>
        requirements.flatMap(({ id, status }, place) => {
          if (status !== "met") return [];
          compared++;
          return richer.pathways[index]?.requirements[place]?.status === "met" ? [] : [`${pathway}/${id}`];
        }),
      );
      expect(lost).toEqual([]);
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

/** What a trace leaves out. */
function holesIn(trace: Trace, verdict: Verdict): string[] {
  if (!["met", "unmet", "unknown"].includes(trace.status)) return [`no state in ${JSON.stringify(trace)}`];
  if ("all" in trace) return trace.all.flatMap((part) => holesIn(part, verdict));
  if ("any" in trace) return trace.any.flatMap((part) => holesIn(part, verdict));
  if ("not" in trace) return holesIn(trace.not, verdict);
  if ("of" in trace) return holesIn(trace.of, verdict);
  if ("readings" in trace) return trace.readings.flatMap(({ of }) => holesIn(of, verdict));
  const isWhole = typeof trace.fact === "string" && (trace.measure === undefined || trace.measure in verdict.measures);
  return isWhole ? [] : [`no fact or measure in ${JSON.stringify(trace)}`];
}

/** Fails where two values differ; large ones that do not are compared fast. */
function same(one: unknown, other: unknown): void {
  if (!isDeepStrictEqual(one, other)) expect(one).toStrictEqual(other);
}

/** Where blocking or gaps name what does not stand in the way, or leave out what does. */
function blockingFaults({ pathway, status, requirements, blocking, gaps }: PathwayVerdict): string[] {
  const required = requirements.filter(({ obligation }) => obligation === "required");
  const worst = required.some((one) => one.status === "unmet") ? "unmet" : "unknown";
  const open = new Set(required.flatMap((one) => (one.status === worst ? [one.id] : [])));
  const blamed = new Set(blocking.map(({ requirement }) => requirement));
  return [
    ...(isDeepStrictEqual(blamed, open) ? [] : [`${[...blamed]} are blamed, not ${[...open]}`]),
    ...blocking.flatMap((one) => (one.status === worst ? [] : [`${one.requirement} blocks as ${one.status}`])),
    ...(status === "eligible" && blocking.length + gaps.length > 0 ? ["someone eligible lacks something"] : []),
    ...gaps.flatMap(({ amount, requirement }) =>
      amount > 0 && open.has(requirement) ? [] : [`${requirement}: ${amount}`],
    ),
  ].map((fault) => `${pathway}: ${fault}`);
}
