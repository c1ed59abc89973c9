/** Small rulebooks for tests of the language: what a test does not care about is filled in. */
import type { Applicant } from "../../src/model/applicant";
import type { Rulebook } from "../../src/model/rulebook";
import type { PathwayVerdict, RequirementVerdict, Verdict } from "../../src/model/verdict";
import { parseRulebook } from "../../src/schema";
import { judge } from "../../src/verdict/judge";

type Json = Record<string, unknown>;

export const sources = [{ source: "a-page" }];
const cited = { sources, confidence: "high" };

/** The parts of a rulebook that a test is about. */
export interface Parts {
  readonly requirement?: Json;
  readonly requirements?: readonly Json[];
  readonly conditions?: Json;
  readonly equivalences?: Json;
  readonly credentials?: readonly Json[];
  readonly ageBand?: readonly number[];
  readonly cycle?: Json;
  readonly associations?: Json;
}

/** Writes readings' sources, and titles, wherever they were left out. */
function filled(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(filled);
  if (typeof part !== "object" || part === null) return part;
  const all = Object.fromEntries(Object.entries(part).map(([key, value]) => [key, filled(value)])) as Json;
  if (!Array.isArray(all["readings"])) return all;
  return { ...all, readings: all["readings"].map((reading) => ({ ...cited, ...reading })) };
}

function requirementOf(requirement: Json): Json {
  const routes = requirement["routes"] as readonly Json[] | undefined;
  const whole = { title: "A requirement", inForce: {}, ...cited, ...requirement };
  return routes === undefined ? whole : { ...whole, routes: routes.map((route) => ({ title: "A route", ...route })) };
}

/** Makes raw data of a rulebook with one pathway, `IFS`. */
export function rawRulebook(parts: Parts): Json {
  const { conditions = {}, equivalences = {}, credentials = [], ageBand = [0, 36], cycle, associations = {} } = parts;
  const requirements = parts.requirements ?? (parts.requirement ? [parts.requirement] : []);
  const offered = [{ inForce: {}, ...cited }];
  const pathway = { id: "IFS", kind: "category", endorsement: "IMH-E", name: "A pathway", ageBand, sources, offered };
  return filled({
    id: "a-rulebook",
    version: "2025-01-01",
    title: "A rulebook",
    order: ["IFS"],
    pathways: {
      file: {
        title: "A file",
        pathways: [cycle ? { ...pathway, cycle: [{ ...(cycle as object), ...cited }] } : pathway],
        requirements: requirements.map(requirementOf),
      },
    },
    conditions: Object.entries(conditions).map(([id, body]) => ({ id, title: id, ...cited, conditions: body })),
    equivalences: Object.entries(equivalences).map(([id, body]) => ({ id, title: id, ...cited, ...(body as Json) })),
    credentials: credentials.map((credential) => ({ ...cited, ...credential })),
    sources: [{ id: "a-page", url: "https://example.org/a-page", publisher: "An association", vintage: "2025" }],
    renamed: [],
    associations,
  }) as Json;
}

/** Makes a rulebook with one pathway, `IFS`. */
export const rulebook = (parts: Parts): Rulebook => parseRulebook(rawRulebook(parts));

/** Judges an applicant. */
export const verdictOf = (rules: Rulebook, applicant: Applicant, asOf = "2026-01-01"): Verdict =>
  judge(applicant, { rulebook: rules, asOf });

/** Judges the one pathway. */
export const pathwayOf = (rules: Rulebook, applicant: Applicant, asOf?: string): PathwayVerdict =>
  verdictOf(rules, applicant, asOf).pathways[0] as PathwayVerdict;

/** Judges the first requirement. */
export const requirementFor = (rules: Rulebook, applicant: Applicant, asOf?: string): RequirementVerdict =>
  pathwayOf(rules, applicant, asOf).requirements[0] as RequirementVerdict;
