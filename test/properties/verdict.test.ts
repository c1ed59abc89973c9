/** What holds of every verdict. */

import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { deepFreeze } from "../../src/base/freeze";
import { leavesOf, visit } from "../../src/base/tree";
import { expectedPathways } from "../../src/cases/golden";
import { evaluate } from "../../src/index";
import type { Applicant } from "../../src/model/applicant";
import type { AccountVerdict, PathwayAccount, StatusVerdict, Trace, Verdict } from "../../src/model/verdict";
import { parseApplicant } from "../../src/schema";
import { traceOf } from "../../src/verdict/traces";
import { Generator, numbers } from "../generate/applicants";
import { goldenCases, verdictOn } from "../generate/golden-cases";

const cases = goldenCases();
const generator = new Generator(cases, 2026);
const generated = Array.from({ length: 300 }, () => generator.next());
const judged = generated.map(({ applicant, asOf }) => evaluate(applicant, { asOf, detail: "account" }));
const sample = fc.constantFrom(...generated);
const runs = { numRuns: 300, seed: 20261123 };

/** What a verdict says, without which decisions it names. */
const said = ({ pathways }: Verdict) =>
  pathways.map(({ requirements, ...pathway }) => ({
    ...pathway,
    requirements: requirements.map(({ decisions: _, ...one }) => one),
  }));

const statuses = ({ pathways }: StatusVerdict | Verdict) =>
  pathways.map(({ pathway, status, stages, requirements }) => ({
    pathway,
    status,
    stages,
    requirements: requirements.map(({ id, status: truth }) => ({ id, truth })),
  }));

/** Whether all that one tells, another tells, too. */
function isPart(part: unknown, whole: unknown): boolean {
  if (typeof part !== "object" || part === null) return part === whole;
  if (typeof whole !== "object" || whole === null) return false;
  return Object.entries(part).every(([key, value]) => isPart(value, (whole as Record<string, unknown>)[key]));
}

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
        same(said(other), said(evaluate(applicant, { asOf })));
      }),
      runs,
    );
  });

  test("says the same at every detail, and each more than the one before", () => {
    const differing = cases.filter((golden) => {
      const [status, outcome] = [verdictOn(golden, "status"), verdictOn(golden, "outcome")];
      const [{ detail: _, ...fewest }, { detail: __, ...fewer }] = [status, outcome];
      const isSame = isDeepStrictEqual(statuses(status), statuses(outcome));
      return !(isSame && isPart(fewest, outcome) && isPart(fewer, verdictOn(golden)));
    });
    expect(differing.map(({ id }) => id)).toEqual([]);
  });

  test("names a measure the same whichever pathways are judged", () => {
    for (const { applicant, asOf } of generated.slice(0, 50)) {
      const whole = evaluate(applicant, { asOf });
      for (const { pathway, gaps } of whole.pathways) {
        const alone = evaluate(applicant, { asOf, pathways: [pathway] });
        same(alone.pathways[0]?.gaps, gaps);
        for (const [name, measure] of Object.entries(alone.measures)) same(whole.measures[name], measure);
      }
    }
  });

  test("shares nothing that can be changed with the next one", () => {
    const judged = cases.map((golden) => {
      const { applicant, options, expected } = golden;
      const judge = () =>
        evaluate(applicant, { ...options, pathways: expectedPathways({ expected }), detail: "account" });
      return { judge, text: JSON.stringify(verdictOn(golden)) };
    });
    for (const { judge } of judged) wreck(judge());
    for (const { judge, text } of judged)
      if (JSON.stringify(judge()) !== text) expect(judge()).toEqual(JSON.parse(text));
  });

  test("leaves its input as it was, and is the same each time", () => {
    generated.forEach(({ applicant, asOf }, index) => {
      const frozen = deepFreeze(structuredClone(applicant));
      const verdict = evaluate(frozen, deepFreeze({ asOf, detail: "account" as const }));
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
          routes.flatMap((route) =>
            holesIn(traceOf(verdict, route), verdict).map((hole) => `${pathway}/${id}: ${hole}`),
          ),
        ),
      ),
    );
    expect(holes).toEqual([]);
  });

  test("blames only what stands in the way, in requirements that decide", () => {
    expect(judged.flatMap(({ pathways }) => pathways.flatMap(blockingFaults))).toEqual([]);
  });

  test("accounts for every entry of a measure, and says of none both that it counts and that it does not", () => {
    generated.forEach(({ applicant }, index) => {
      const wrong = Object.entries(judged[index]?.measures ?? {}).filter(([, measure]) => {
        if (measure.kind === "day") return false;
        const { of, counted, uncounted, evidence, have, possible } = measure;
        const entries = (applicant[of] as readonly unknown[] | undefined)?.length ?? 0;
        const named = new Set(counted.flatMap((one) => one.evidence));
        const others = uncounted.flatMap((group) => group.evidence);
        // what counts in one place may fill another one as well
        const isBoth = uncounted.some(
          ({ status, evidence: out }) => status === "unmet" && out.some((key) => named.has(key)),
        );
        const isOnce = new Set(others).size === others.length && !isBoth;
        const isEach = new Set([...named, ...others]).size === entries && isOnce;
        const isSame = isDeepStrictEqual(new Set(evidence), named);
        return !isEach || !isSame || (possible !== null && have > possible);
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
function holesIn(trace: Trace, { measures }: AccountVerdict): string[] {
  const holes: string[] = [];
  visit<Trace>(trace, "", (node, at) => {
    if (!["met", "unmet", "unknown"].includes(node.status)) holes.push(`no state at ${at}`);
  });
  for (const leaf of leavesOf<Trace>(trace)) {
    const isWhole = typeof leaf.fact === "string" && (leaf.measure === undefined || leaf.measure in measures);
    if (!isWhole) holes.push(`no fact or measure in ${JSON.stringify(leaf)}`);
  }
  return holes;
}

/** Fails where two values differ; large ones that do not are compared fast. */
function same(one: unknown, other: unknown): void {
  if (!isDeepStrictEqual(one, other)) expect(one).toStrictEqual(other);
}

/** Where blocking or gaps name what does not stand in the way, or leave out what does. */
function blockingFaults({ pathway, status, requirements, blocking, gaps }: PathwayAccount): string[] {
  const required = requirements.filter(({ obligation }) => obligation === "required");
  const worst = required.some((one) => one.status === "unmet") ? "unmet" : "unknown";
  const open = new Set(required.flatMap((one) => (one.status === worst ? [one.id] : [])));
  const blamed = new Set(blocking.map(({ requirement }) => requirement));
  return [
    ...(isDeepStrictEqual(blamed, open) ? [] : [`${[...blamed]} are blamed, not ${[...open]}`]),
    ...gaps.flatMap(({ measure, alsoFills = [] }) => {
      const isNamed = blocking.some((one) => one.measure === measure);
      return isNamed && alsoFills.every((other) => gaps.some((gap) => gap.measure === other)) ? [] : [measure];
    }),
    ...(status === "eligible" && blocking.length + gaps.length > 0 ? ["someone eligible lacks something"] : []),
    ...gaps.flatMap(({ amount, requirement }) =>
      amount > 0 && open.has(requirement) ? [] : [`${requirement}: ${amount}`],
    ),
  ].map((fault) => `${pathway}: ${fault}`);
}
