/**
 * A rulebook of which only that is left by which some pathways are judged, in one association or none.
 */
import type { AssociationId } from "../model/applicant";
import type { Overlay, RequirementChange } from "../model/overlay";
import type { PathwayFile, PathwayId, Rulebook } from "../model/rulebook";
import { judgedOf, withoutWords } from "../rules/parts";
import { requirementOf } from "../rules/written";

/** What is left of a rulebook. */
export interface Slimming {
  /** The association by whose rules is judged; none where absent. */
  readonly association?: AssociationId;
  readonly pathways: readonly PathwayId[];
}

/** Leaves out everything by which these pathways are not judged: other pathways and associations, words, sources. */
export function slimRulebook(rulebook: Rulebook, { association, pathways }: Slimming): Rulebook {
  const own = association === undefined ? undefined : rulebook.associations[association];
  // whom nobody else serves is said by the rules of all
  if (own?.residency?.some(({ accepts }) => accepts === "unserved")) {
    return bare(rulebook);
  }
  const files = Object.entries(rulebook.pathways).flatMap(([name, file]) => {
    const kept = keptFile(rulebook, file, pathways);
    return kept === undefined ? [] : [[name, kept] as const];
  });
  const associations = Object.entries(rulebook.associations).flatMap(([id, overlay]) => {
    if (id === association) return [[id, keptOverlay(overlay, pathways)] as const];
    const calendar = calendarOf(overlay);
    return calendar === undefined ? [] : [[id, calendar] as const];
  });
  const judged = {
    ...rulebook,
    order: rulebook.order.filter((id) => pathways.includes(id)),
    pathways: Object.fromEntries(files),
    associations: Object.fromEntries(associations),
    places: [],
    fees: [],
    process: [],
  };
  return keptNames(bare(judged));
}

function keptFile(rulebook: Rulebook, file: PathwayFile, pathways: readonly PathwayId[]): PathwayFile | undefined {
  const own = file.pathways.filter(({ id }) => pathways.includes(id));
  if (own.length === 0) return undefined;
  const requirements = file.requirements.filter((use) => {
    const { pathways: about } = requirementOf(rulebook, use);
    return about === undefined || about.some((id) => own.some((one) => one.id === id));
  });
  return { ...file, pathways: own, requirements };
}

function keptOverlay(overlay: Overlay, pathways: readonly PathwayId[]): Overlay {
  const isAbout = (change: RequirementChange) => change.pathways.some((id) => pathways.includes(id));
  const { requirements, residency, offers, ...judged } = judgedOf(overlay);
  const ofKept = offers?.map((offer) => ({ ...offer, pathways: offer.pathways.filter((id) => pathways.includes(id)) }));
  return {
    ...judged,
    ...(ofKept && { offers: ofKept.filter((offer) => offer.pathways.length > 0) }),
    ...(requirements && { requirements: requirements.filter(isAbout) }),
    ...(residency && { residency: residency.map((one) => ({ ...one, otherwise: [] })) }),
  };
}

/** Until when a membership of another association runs; nothing where it has no calendar. */
function calendarOf({ id, name, site, membership = [] }: Overlay): Overlay | undefined {
  const years = membership.filter(({ year }) => year !== undefined);
  if (years.length === 0) return undefined;
  return { id, name, site, sources: [], membership: years };
}

/** Leaves out what is written once under a name that is said nowhere. */
function keptNames(rulebook: Rulebook): Rulebook {
  const { requirements, routes, questions, conditions, equivalences, ...rest } = rulebook;
  const said = new Set<string>();
  const hear = (part: unknown): void => {
    if (typeof part === "string") said.add(part);
    else if (typeof part === "object" && part !== null) for (const value of Object.values(part)) hear(value);
  };
  hear(rest);
  for (let before = -1; before < said.size; ) {
    before = said.size;
    for (const shared of [requirements, routes]) {
      for (const [name, one] of Object.entries(shared)) if (said.has(name)) hear(one);
    }
    for (const shared of [questions, conditions, equivalences]) {
      for (const one of shared) if (said.has(one.id)) hear(one);
    }
  }
  const named = <T>(shared: Readonly<Record<string, T>>) =>
    Object.fromEntries(Object.entries(shared).filter(([name]) => said.has(name)));
  const withId = <T extends { readonly id: string }>(shared: readonly T[]) => shared.filter(({ id }) => said.has(id));
  return {
    ...rest,
    requirements: named(requirements),
    routes: named(routes),
    questions: withId(questions),
    conditions: withId(conditions),
    equivalences: withId(equivalences),
  };
}

/** Leaves out what a requirement asks beside its routes. */
function withoutAsked(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(withoutAsked);
  if (typeof part !== "object" || part === null) return part;
  const kept = Object.entries(part).filter(([key, value]) => key !== "questions" || !isListOfIds(value));
  return Object.fromEntries(kept.map(([key, value]) => [key, withoutAsked(value)]));
}

/** What a requirement asks beside its routes is told, and changes no state; questions with readings are named by these. */
const isListOfIds = (value: unknown) => Array.isArray(value) && value.every((one) => typeof one === "string");

/** A rulebook without everything that no state depends on. */
const bare = (rulebook: Rulebook): Rulebook => ({ ...(withoutAsked(withoutWords(rulebook)) as Rulebook), sources: [] });
