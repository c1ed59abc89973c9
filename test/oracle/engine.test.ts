/** The first oracle: json-rules-engine folds the same leaves to the same answers, met and unmet. */

import { Engine, type Event, type TopLevelCondition } from "json-rules-engine";
import { describe, expect, test } from "vitest";
import { dayNumber } from "../../src/base/calendar";
import { expectedPathways } from "../../src/cases/golden";
import { addFacts } from "../../src/engine/facts";
import { judgedIn } from "../../src/engine/judged";
import { addOperators } from "../../src/engine/operators";
import { type Target, translate } from "../../src/engine/translate";
import { readDecisions } from "../../src/evidence/decisions";
import { readEvidence } from "../../src/evidence/evidence";
import { evaluate } from "../../src/index";
import { createEngine, type RequirementEvent } from "../../src/json-rules-engine";
import type { Program } from "../../src/judge/compile";
import type { Applicant } from "../../src/model/applicant";
import type { PathwayId } from "../../src/model/rulebook";
import type { AccountVerdict, StatusVerdict, Verdict } from "../../src/model/verdict";
import { embeddedRulebook } from "../../src/rules/embedded";
import { baseRequirements } from "../../src/rules/in-force";
import { chosenPathways, programFor, startJudging } from "../../src/verdict/judge";
import type { EvaluateOptions } from "../../src/verdict/options";
import { compiledFor } from "../../src/verdict/renewal";
import { homeOf } from "../../src/verdict/residency";
import { type Generated, Generator } from "../generate/applicants";
import { goldenCases, verdictOn } from "../generate/golden-cases";

const book = embeddedRulebook();
const cases = goldenCases();

/** Runs an engine: what came of every requirement and pathway, as `IFS/training: met` and `IFS: eligible`. */
async function engineSays(applicant: Applicant, options: EvaluateOptions): Promise<readonly string[]> {
  const { events, failureEvents } = await createEngine(applicant, options).run();
  const said = (channel: string, events: readonly Event[]) =>
    events.map(({ type, params }) => {
      const { pathway, requirement, status } = params as RequirementEvent["params"];
      return `${channel}: ${type} ${requirement === undefined ? pathway : `${pathway}/${requirement}`} ${status}`;
    });
  return [...said("success", events), ...said("failure", failureEvents)].sort();
}

/** The same from a verdict. */
function verdictSays({ pathways }: StatusVerdict | Verdict): readonly string[] {
  return pathways
    .flatMap(({ pathway, status, requirements }) => [
      ...requirements.map((one) => event("requirement", `${pathway}/${one.id}`, one.status)),
      event("pathway", pathway, status),
    ])
    .sort();
}

/** An event that is asked for: the engine folds to two values, so success must mean met. */
const event = (what: string, name: string, status: string) =>
  `${["met", "eligible"].includes(status) ? "success" : "failure"}: endorsement/${what}-${status} ${name} ${status}`;

/** What is translated for a program is the same for every applicant. */
interface Translated extends Target {
  readonly translated: WeakMap<object, TopLevelCondition>;
}

const targets = new WeakMap<Program, Translated>();

function targetOf(program: Program): Translated {
  const known = targets.get(program) ?? {
    prefix: "p/",
    sources: [],
    compiler: program.compiler,
    translated: new WeakMap(),
  };
  targets.set(program, known);
  return known;
}

/** Runs an engine that folds what may hold: the requirements that are not unmet, as `IFS/training`. */
async function engineAllows(applicant: Applicant, options: EvaluateOptions): Promise<readonly string[]> {
  const { program, overlay } = programFor({ ...options, rulebook: book });
  const evidence = readEvidence(applicant, dayNumber(options.asOf));
  const decisions = readDecisions(evidence, book, overlay?.id);
  const judged = judgedIn(startJudging(program, evidence, decisions, homeOf(evidence, book, overlay)));
  const target = targetOf(program);
  const pathways = chosenPathways(book, program.inForce, options.pathways);
  const engine = new Engine();
  addOperators(engine, target.prefix);
  addFacts(engine, { ...target, program, judged, pathways });
  for (const id of pathways) {
    for (const { listed, routes } of compiledFor(program, id, evidence).requirements) {
      if (routes.length === 0) continue;
      const conditions = target.translated.get(routes) ?? {
        any: routes.map(({ resolved }) => translate(resolved, false, target)),
      };
      target.translated.set(routes, conditions);
      engine.addRule({ conditions, event: { type: `${id}/${listed.id}` } });
    }
  }
  const { events } = await engine.run();
  return events.map(({ type }) => type).sort();
}

/** The same from a verdict; of requirements with routes. */
const verdictAllows = ({ pathways }: AccountVerdict): readonly string[] =>
  pathways
    .flatMap(({ pathway, requirements }) =>
      requirements.flatMap(({ id, status, routes }) =>
        routes.length > 0 && status !== "unmet" ? [`${pathway}/${id}`] : [],
      ),
    )
    .sort();

/** Requirements that nobody can meet or miss: their criterion is unpublished, or only a reviewer judges them. */
const undecidable = (name: string): boolean => {
  const [pathway, id] = name.split("/") as [PathwayId, string];
  return baseRequirements(book, pathway).every((one) => one.id !== id || one.routes === undefined);
};

/** Requirements that nobody can miss: by one reading of the sources nothing is asked for. */
const unmissable = new Set(["ERS-emerging/rsc-provision"]);

describe("the engine and evaluate agree", () => {
  test("on every golden case", async () => {
    for (const golden of cases) {
      const { id, applicant, options, expected } = golden;
      const chosen = { ...options, pathways: expectedPathways({ expected }) };
      const verdict = verdictOn(golden);
      expect(await engineSays(applicant, chosen), id).toEqual(verdictSays(verdict));
      // what was decided about a requirement is no part of its conditions
      if (applicant.decisions !== undefined) continue;
      expect(await engineAllows(applicant, chosen), id).toEqual(verdictAllows(verdict));
    }
  });

  test("on generated applicants, of whom each requirement is met and unmet at least 20 times", async () => {
    const generator = new Generator(
      cases.filter(({ options }) => options.association === undefined),
      20261123,
    );
    const tally = new Map<string, { met: number; unmet: number; unknown: number }>();
    const compare = async ({ applicant, asOf }: Generated, pathways: readonly PathwayId[]) => {
      const verdict = evaluate(applicant, { asOf, pathways, detail: "account" });
      expect(await engineSays(applicant, { asOf, pathways })).toEqual(verdictSays(verdict));
      if (applicant.decisions === undefined) {
        expect(await engineAllows(applicant, { asOf, pathways })).toEqual(verdictAllows(verdict));
      }
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
      const [pathway, requirement] = name.split("/") as [PathwayId, string];
      for (const status of unmissable.has(name) ? (["met"] as const) : (["met", "unmet"] as const)) {
        for (let tries = 0; counted[status] < 20 && tries < 200; tries++) {
          await compare(generator.aim(pathway, requirement, status), [pathway]);
        }
      }
    }
    const isThin = (name: string, { met, unmet }: { met: number; unmet: number }) =>
      met < 20 || (unmet < 20 && !unmissable.has(name));
    const thin = [...tally].filter(([name, counted]) => !undecidable(name) && isThin(name, counted));
    expect(Object.fromEntries(thin)).toEqual({});
    // a requirement that can be decided after all must leave the list
    for (const [name, { met, unmet }] of tally) {
      if (undecidable(name)) expect(met + unmet, name).toBe(0);
      if (unmissable.has(name)) expect(unmet, name).toBe(0);
    }
  });

  test("under the rules of every association", async () => {
    const generator = new Generator(cases, 7);
    for (const { id: association } of Object.values(book.associations)) {
      for (let count = 0; count < 3; count++) {
        const { applicant, asOf } = generator.next();
        const options = { asOf, association };
        expect(await engineSays(applicant, options), association).toEqual(verdictSays(evaluate(applicant, options)));
      }
    }
  });
});
