/** The first oracle: json-rules-engine folds the same leaves to the same answers. */
import { describe, expect, test } from "vitest";
import { evaluate } from "../../src/index";
import { createEngine, type PathwayEligibleEvent, type RequirementMetEvent } from "../../src/json-rules-engine";
import type { Applicant } from "../../src/model/applicant";
import type { PathwayId } from "../../src/model/rulebook";
import type { Verdict } from "../../src/model/verdict";
import { embeddedRulebook } from "../../src/rules/embedded";
import type { EvaluateOptions } from "../../src/verdict/judge";
import { type Generated, Generator } from "../generate/applicants";
import { goldenCases } from "../generate/golden-cases";

const book = embeddedRulebook();
const cases = goldenCases();

/** Runs an engine: what is met and who is eligible, as `IFS/training` and `IFS`. */
async function engineSays(applicant: Applicant, options: EvaluateOptions): Promise<readonly string[]> {
  const { events } = await createEngine(applicant, options).run();
  return events
    .map(({ type, params }) => {
      if (type === "pathway-eligible") return (params as PathwayEligibleEvent["params"]).pathway;
      const { pathway, requirement } = params as RequirementMetEvent["params"];
      return `${pathway}/${requirement}`;
    })
    .sort();
}

/** The same from a verdict. */
function verdictSays({ pathways }: Verdict): readonly string[] {
  return pathways
    .flatMap(({ pathway, status, requirements }) => [
      ...requirements.flatMap((one) => (one.status === "met" ? [`${pathway}/${one.id}`] : [])),
      ...(status === "eligible" ? [pathway] : []),
    ])
    .sort();
}

/** Requirements that nobody can meet or miss: their criterion is unpublished, or only a reviewer judges them. */
const undecidable = (name: string) =>
  /\/competencies$|^(IFRS|ECFRS)\/rsc-provision$|^reinstatement\/update$/.test(name);

describe("the engine and evaluate agree", () => {
  test("on every golden case", async () => {
    for (const { id, applicant, options, expected } of cases) {
      const chosen = { ...options, pathways: Object.keys(expected) };
      expect(await engineSays(applicant, chosen), id).toEqual(verdictSays(evaluate(applicant, chosen)));
    }
  }, 120_000);

  test("on generated applicants, of whom each requirement is met and unmet at least 20 times", async () => {
    const generator = new Generator(
      cases.filter(({ options }) => options.association === undefined),
      20261123,
    );
    const tally = new Map<string, { met: number; unmet: number; unknown: number }>();
    const compare = async ({ applicant, asOf }: Generated, pathways: readonly PathwayId[]) => {
      const verdict = evaluate(applicant, { asOf, pathways });
      expect(await engineSays(applicant, { asOf, pathways })).toEqual(verdictSays(verdict));
      for (const { pathway, requirements } of verdict.pathways) {
        for (const { id, status } of requirements) {
          const name = `${pathway}/${id}`;
          const counted = tally.get(name) ?? { met: 0, unmet: 0, unknown: 0 };
          counted[status]++;
          tally.set(name, counted);
        }
      }
    };
    for (let count = 0; count < 500; count++) await compare(generator.next(), book.order);
    for (const [name, counted] of tally) {
      if (undecidable(name)) continue;
      const [pathway = "", requirement = ""] = name.split("/");
      for (const status of ["met", "unmet"] as const) {
        for (let tries = 0; counted[status] < 20 && tries < 200; tries++) {
          await compare(generator.aim(pathway, requirement, status), [pathway]);
        }
      }
    }
    const thin = [...tally].filter(([name, { met, unmet }]) => !undecidable(name) && (met < 20 || unmet < 20));
    expect(Object.fromEntries(thin)).toEqual({});
    // a requirement that can be decided after all must leave the list
    for (const [name, { met, unmet }] of tally) if (undecidable(name)) expect(met + unmet, name).toBe(0);
  }, 240_000);

  test("under the rules of every association", async () => {
    const generator = new Generator(cases, 7);
    for (const association of Object.keys(book.associations)) {
      for (let count = 0; count < 3; count++) {
        const { applicant, asOf } = generator.next();
        const options = { asOf, association };
        expect(await engineSays(applicant, options), association).toEqual(verdictSays(evaluate(applicant, options)));
      }
    }
  }, 120_000);
});
