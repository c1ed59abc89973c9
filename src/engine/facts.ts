/**
 * The facts of the engine: what our own leaves are drawn from, and the same for the leaves of a host.
 */
import type { Engine } from "json-rules-engine";
import { liesIn, placeLevel } from "../base/places";
import { UNKNOWN } from "../base/truth";
import { quote, suggest } from "../check/report";
import type { Program } from "../judge/compile";
import { dayFacts, measureFacts } from "../model/facts";
import { type PathwayId, stages } from "../model/rulebook";
import type { Truth } from "../model/verdict";
import { asksWhere } from "../verdict/residency";
import { oneOf, onlyKeys, type Params, refused } from "./host-params";
import { hostSource } from "./host-source";
import type { Judged } from "./judged";
import { type DrawnSource, drawn } from "./sources";

/** What facts are looked up in. */
export interface Lookup {
  readonly prefix: string;
  readonly program: Program;
  readonly judged: Judged;
  /** What our own leaves are drawn from, by number. */
  readonly sources: readonly DrawnSource[];
  /** The pathways that were loaded. */
  readonly pathways: readonly PathwayId[];
}

/** Adds the facts. */
export function addFacts(engine: Engine, lookup: Lookup): void {
  const add = (fact: string, value: (params: Params) => unknown) =>
    // the engine would hash the params of each leaf to keep its value; what is drawn is kept in the run
    engine.addFact(`${lookup.prefix}${fact}`, (params) => settled(() => value(params)), { cache: false });
  for (const fact of [...measureFacts, ...dayFacts]) add(fact, (params) => drawnFor(lookup, fact, params));
  add("residence", (params) => residenceOf(lookup, params));
  add("is-open", (params) => isOpen(lookup, params));
  add("status", (params) => statusOf(lookup, params));
}

/** Rejects instead of throwing: the engine would forget the rules that it is judging, and their rejections would be unhandled. */
function settled(look: () => unknown): unknown {
  try {
    return look();
  } catch (error) {
    return Promise.reject(error);
  }
}

function drawnFor(lookup: Lookup, fact: string, params: Params): number | string | null {
  const source = "source" in params ? numbered(lookup, params["source"]) : hostSource(lookup, fact, params);
  return drawn(source, lookup.judged.run(source.accepting));
}

function numbered({ sources }: Lookup, number: unknown): DrawnSource {
  const found = typeof number === "number" ? sources[number] : undefined;
  if (found !== undefined) return found;
  const message = "source is for the leaves of this package; write what the fact is drawn from, such as of";
  throw refused("unknown-key", "/params/source", message);
}

/** Where the applicant lives, as one of the places asked for if it lies there; `untold` stands for what may lie there. */
function residenceOf({ prefix, judged }: Lookup, params: Params): unknown {
  onlyKeys(`${prefix}residence`, params, ["untold", "places"]);
  const { untold = null, places = [] } = params as { readonly untold?: unknown; readonly places?: readonly string[] };
  const { residence } = judged.run().evidence.applicant;
  if (residence === undefined || placeLevel(residence, places) === UNKNOWN) return untold;
  return places.find((place) => liesIn(residence, place)) ?? residence;
}

/** Whether a pathway is offered, and the applicant lives where the association takes applications from. */
function isOpen({ prefix, program, judged }: Lookup, params: Params): boolean {
  onlyKeys(`${prefix}is-open`, params, ["pathway"]);
  const { pathway } = program.pathway(pathwayIn(program, params));
  return pathway.isOffered && (judged.home.gate === "met" || !asksWhere(pathway.kind));
}

/** The state of a pathway, of one of its stages, or of one of its requirements. */
function statusOf({ prefix, program, judged }: Lookup, params: Params): string {
  onlyKeys(`${prefix}status`, params, ["pathway", "requirement", "stage"]);
  const { requirement, stage } = params;
  if (requirement !== undefined && stage !== undefined) {
    throw refused("too-much", "/params/stage", "name a requirement or a stage, not both");
  }
  const pathway = pathwayIn(program, params);
  if (requirement !== undefined) return requirementStatus(judged, pathway, requirement);
  const { status, stages: ofStages } = judged.pathway(pathway);
  return stage === undefined ? status : ofStages[oneOf("stage", stage, stages)];
}

function requirementStatus(judged: Judged, pathway: PathwayId, requirement: unknown): Truth {
  const status = judged.requirement(pathway, String(requirement));
  if (status !== undefined) return status;
  const ids = judged.pathway(pathway).requirements.map(({ id }) => id);
  const message = `${pathway} has no requirement ${quote(requirement)}; ${suggest(requirement, ids)}`;
  throw refused("unknown-requirement", "/params/requirement", message);
}

function pathwayIn({ rules }: Program, { pathway }: Params): PathwayId {
  return oneOf(
    "pathway",
    pathway,
    rules.pathways.map(({ id }) => id),
  );
}
