/** Many applicants: in order, whoever is wrong, in the thread of the caller and in others. */
import { isDeepStrictEqual } from "node:util";
import { describe, expect, test } from "vitest";
import { evaluateMany, type Judgment, type Refusal } from "../../src/batch";
import { evaluate } from "../../src/index";
import { goldenCases } from "../generate/golden-cases";

const asOf = "2026-11-23";
const options = { asOf, pathways: ["IFS", "IMHS"] } as const;
const applicants: readonly unknown[] = goldenCases()
  .slice(0, 300)
  .map(({ applicant }, index) => (index % 50 === 7 ? { work: index } : { ...applicant, id: `a-${index}` }));

async function all(results: AsyncIterable<Judgment | Refusal>): Promise<(Judgment | Refusal)[]> {
  const found = [];
  for await (const result of results) found.push(result);
  return found;
}

const expected = applicants.map((applicant, index) => {
  if (index % 50 === 7)
    return { index, issues: [expect.objectContaining({ pointer: "/work", received: String(index) })] };
  return { index, id: `a-${index}`, verdict: evaluate(applicant as object, options) };
});

describe.for([0, 1, 2])("with %i threads", (workers) => {
  test("each applicant has its verdict or its issues, in order", async () => {
    const found = await all(evaluateMany(applicants, { ...options, workers }));
    expect(found).toHaveLength(expected.length);
    found.forEach((one, index) => {
      // large verdicts that do not differ are compared fast
      if (!isDeepStrictEqual(one, expected[index])) expect(one).toEqual(expected[index]);
    });
  });

  test("verdicts are told in the detail that is asked for", async () => {
    const results = [];
    for await (const result of evaluateMany([{}], { ...options, workers, detail: "status" })) results.push(result);
    expect(results).toEqual([{ index: 0, verdict: evaluate({}, { ...options, detail: "status" }) }]);
  });

  test("no more applicants are asked for than are judged soon", async () => {
    let asked = 0;
    async function* endless() {
      for (;;) yield applicants[asked++ % applicants.length];
    }
    let judged = 0;
    for await (const _ of evaluateMany(endless(), { ...options, workers })) if (++judged === 100) break;
    expect(asked).toBeLessThan(400);
  });

  test("a source that breaks off breaks off the results", async () => {
    function* broken() {
      yield {};
      throw new Error("the source broke off");
    }
    await expect(all(evaluateMany(broken(), { ...options, workers }))).rejects.toThrow("the source broke off");
  });
});

describe("options", () => {
  test("an overlay is judged by in other threads, too", async () => {
    const overlaid = { ...options, association: "us-wa" } as const;
    const one = await all(evaluateMany(applicants.slice(0, 3), { ...overlaid, workers: 1 }));
    expect(one).toEqual(await all(evaluateMany(applicants.slice(0, 3), { ...overlaid, workers: 0 })));
  });

  test.for([
    [{ asOf: "2026-02-30" }, "/options/asOf"],
    [{ workers: -1 }, "/options/workers"],
    [{ workers: 1.5 }, "/options/workers"],
    [{ threads: 2 }, "/options/threads"],
    [{ pathways: ["IFZ"] }, "/options/pathways"],
  ] as const)("%j is refused at once", ([wrong, path]) => {
    expect(() => evaluateMany([], { ...options, ...(wrong as object) })).toThrow(path);
  });
});
