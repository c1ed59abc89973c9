/**
 * The rules in force, loaded into an Engine of json-rules-engine, for applications that run one already.
 */
import { Engine, type EngineOptions } from "json-rules-engine";
import { dayNumber } from "../base/calendar";
import { wrong } from "../base/errors";
import { readDecisions } from "../evidence/decisions";
import { readEvidence } from "../evidence/evidence";
import type { Program } from "../judge/compile";
import type { Applicant } from "../model/applicant";
import { embeddedRulebook } from "../rules/embedded";
import { chosenPathways, programFor, startJudging } from "../verdict/judge";
import { checkedOptions, EVALUATE_OPTIONS, type EvaluateOptions } from "../verdict/options";
import { compiledFor } from "../verdict/renewal";
import { homeOf } from "../verdict/residency";
import { addFacts } from "./facts";
import { judgedIn } from "./judged";
import { type Loading, loadPathway } from "./load-pathway";
import { addOperators } from "./operators";

/** How to load an engine. */
export interface CreateEngineOptions extends EvaluateOptions {
  /**
   * What stands before the name of every rule, condition, fact, operator and event; `"endorsement/"` where absent. No
   * name of a host may begin with it.
   */
  readonly prefix?: string;
  /**
   * The priority of every rule: those of a host that have a lower one run after them. 2 where absent, for rules have 1
   * unless they say otherwise; at least 1.
   */
  readonly priority?: number;
  /** The options of the engine itself. */
  readonly engine?: EngineOptions;
}

/** How to load an engine, with the defaults filled in. */
type Load = Required<Pick<CreateEngineOptions, "prefix" | "priority" | "engine">>;

/**
 * Loads a fresh engine with one rule and one named condition for each requirement and each pathway.
 *
 * What is true in it is met for certain: a leaf sees what certainly counts, under `not` and for upper limits what may.
 * Never share an engine between two runs at a time.
 *
 * @category Run json-rules-engine
 * @param applicant - The applicant, as `parseApplicant` returns it.
 * @param options - The day of judgment, and what to judge.
 * @returns An engine, to which rules, facts and listeners can be added.
 * @throws {@link ApplicantError} and {@link RulebookError} as `evaluate` does; a wrong value that is read only in a run
 * rejects the run, as do wrong params of a fact.
 * @example
 * // a rule of a host asks for a requirement by its name, and hears why it failed
 * const engine = createEngine({ training: [] }, { asOf: "2026-11-23", pathways: ["IFA"] });
 * const conditions = { all: [{ condition: "endorsement/IFA/training" }] };
 * engine.addRule({ conditions, event: { type: "pay-the-fee" } });
 * const { events, failureEvents } = await engine.run();
 * events.some(({ type }) => type === "pay-the-fee"); //=> false
 * failureEvents.find(({ params }) => params?.["requirement"] === "training")?.type; //=> "endorsement/requirement-unmet"
 */
export function createEngine(applicant: Applicant, options: CreateEngineOptions): Engine {
  const load = checkedLoad(checkedOptions(options, [...EVALUATE_OPTIONS, "prefix", "priority", "engine"]));
  const { prefix } = load;
  const rulebook = options.rulebook ?? embeddedRulebook();
  const { program, overlay } = programFor({ ...options, rulebook });
  const pathways = chosenPathways(rulebook, program.inForce, options.pathways);
  const evidence = readEvidence(applicant, dayNumber(options.asOf));
  const decisions = readDecisions(evidence, rulebook, overlay?.id);
  const judged = judgedIn(startJudging(program, evidence, decisions, homeOf(evidence, rulebook, overlay)));
  const translation = translationOf(program, prefix);
  const engine = new Engine([], load.engine);
  addOperators(engine, prefix);
  addFacts(engine, { prefix, program, judged, sources: translation.sources, pathways });
  for (const id of pathways) {
    loadPathway({ ...translation, engine, priority: load.priority, judged }, compiledFor(program, id, evidence));
  }
  return engine;
}

function checkedLoad({ prefix = "endorsement/", priority = 2, engine = {} }: CreateEngineOptions): Load {
  const given: readonly [string, unknown, boolean, string][] = [
    ["prefix", prefix, typeof prefix === "string" && prefix !== "", "a text that is not empty"],
    ["priority", priority, Number.isInteger(priority) && priority >= 1, "a whole number of at least 1"],
    ["engine", engine, typeof engine === "object" && engine !== null, "the options of an Engine, as an object"],
  ];
  for (const [option, value, isRight, expected] of given) {
    if (!isRight) throw wrong("wrong-option", `/options/${option}`, expected, value);
  }
  return { prefix, priority, engine };
}

/** What is the same for every applicant. */
type Translation = Pick<Loading, "prefix" | "sources" | "compiler" | "translated">;
const translations = new WeakMap<Program, Translation>();

/** Finds what was translated before; of one prefix only, for an application has one. */
function translationOf(program: Program, prefix: string): Translation {
  const known = translations.get(program);
  if (known?.prefix === prefix) return known;
  const fresh: Translation = { prefix, sources: [], compiler: program.compiler, translated: new Map() };
  translations.set(program, fresh);
  return fresh;
}
