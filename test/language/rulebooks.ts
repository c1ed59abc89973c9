/** Small rulebooks for tests of the language: what a test does not care about is filled in. */
import type { Applicant } from "../../src/model/applicant";
import type { Rulebook } from "../../src/model/rulebook";
import type { AccountVerdict, PathwayAccount, RequirementAccount } from "../../src/model/verdict";
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
  readonly questions?: readonly Json[];
  readonly documents?: readonly Json[];
  /** Shared requirements, by name. */
  readonly shared?: Json;
  /** Shared routes, by name. */
  readonly routes?: Json;
}

/** A question as a test writes it where it is asked. */
interface Asked extends Json {
  readonly id: string;
}

/** Takes the questions that a test writes where they are asked to where they stand once. */
function hoisted(part: unknown, questions: Map<string, Json>): unknown {
  if (Array.isArray(part)) return part.map((one) => hoisted(one, questions));
  if (typeof part !== "object" || part === null) return part;
  const all = Object.fromEntries(Object.entries(part).map(([key, value]) => [key, hoisted(value, questions)])) as Json;
  const { question, readings, questions: open } = all as { question?: Asked; readings?: Json[]; questions?: Asked[] };
  if (Array.isArray(readings)) {
    const told = readings.map(({ conditions: _, ...reading }) => ({ ...cited, ...reading }));
    questions.set(question?.id ?? "", { ...question, readings: told });
    const parts = Object.fromEntries(readings.map(({ id, conditions }) => [id, conditions]));
    return { ...all, question: question?.id, readings: parts };
  }
  if (!Array.isArray(open)) return all;
  for (const one of open) if (typeof one === "object") questions.set(one.id, one);
  return { ...all, questions: open.map((one) => (typeof one === "object" ? one.id : one)) };
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
  const offered = [cited];
  const pathway = { id: "IFS", kind: "category", endorsement: "IMH-E", name: "A pathway", ageBand, sources, offered };
  const questions = new Map(parts.questions?.map((question) => [question["id"] as string, question]));
  const rest = hoisted(
    {
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
      sources: [
        { id: "a-page", url: "https://example.org/a-page", publisher: "An association", vintage: "2025" },
        ...(parts.documents ?? []),
      ],
      renamed: [],
      places: [],
      requirements: parts.shared ?? {},
      routes: parts.routes ?? {},
      associations,
    },
    questions,
  ) as Json;
  return { ...rest, questions: [...questions.values()] };
}

/** Makes a rulebook with one pathway, `IFS`. */
export const rulebook = (parts: Parts): Rulebook => parseRulebook(rawRulebook(parts));

/** Judges an applicant. */
export const verdictOf = (rules: Rulebook, applicant: Applicant, asOf = "2026-01-01"): AccountVerdict =>
  judge(applicant, { rulebook: rules, asOf, detail: "account" });

/** Judges the one pathway. */
export const pathwayOf = (rules: Rulebook, applicant: Applicant, asOf?: string): PathwayAccount =>
  verdictOf(rules, applicant, asOf).pathways[0] as PathwayAccount;

/** Judges the first requirement. */
export const requirementFor = (rules: Rulebook, applicant: Applicant, asOf?: string): RequirementAccount =>
  pathwayOf(rules, applicant, asOf).requirements[0] as RequirementAccount;
