/**
 * The rules in force: the base rulebook on a day, with what an association does differently.
 */

import { dayNumber } from "../base/calendar";
import { keysOf } from "../base/records";
import type { Day } from "../model/applicant";
import type { Offer, Overlay } from "../model/overlay";
import type {
  NamedCondition,
  Offered,
  Pathway,
  PathwayFile,
  PathwayId,
  Requirement,
  Rulebook,
} from "../model/rulebook";
import { appliesTo } from "./applies";
import { cycleOn } from "./cycle";
import { beginOf, byId, type Dated, editionOn, holdsOn, statementsOn } from "./editions";
import { membershipParts, withMembership } from "./membership";
import { isAwarded, isHelp, type PathwayInForce, type RulesInForce, type UndecidingInForce } from "./pathway-in-force";
import { requirementsOn } from "./requirements-on";
import { citations, labelsOf, requirementsIn, type Shared, sharedWith, spelled, writtenIn } from "./written";

/** What is in force on a day, each pathway worked out once it is asked for. */
export interface RulesOn {
  /** Everything but pathways. */
  readonly shared: Omit<RulesInForce, "pathways">;
  /** Works out a pathway, once. */
  readonly pathway: (id: PathwayId) => PathwayInForce;
}

/**
 * Works out what is in force.
 *
 * @param asOf - The day, ISO `YYYY-MM-DD`.
 * @param overlay - What an association does differently.
 */
export const rulesOn = (rulebook: Rulebook, asOf: Day, overlay?: Overlay): RulesInForce =>
  wholeOf(rulebook, startRules(rulebook, asOf, overlay));

/** Works out every pathway. */
export const wholeOf = ({ order }: Rulebook, { shared, pathway }: RulesOn): RulesInForce => ({
  ...shared,
  pathways: order.map(pathway),
});

/** Works out what is in force, except for pathways. */
export function startRules(rulebook: Rulebook, asOf: Day, overlay?: Overlay): RulesOn {
  const day = dayNumber(asOf);
  const on = <T extends Dated>(editions: readonly T[] | undefined) => editionOn(editions ?? [], day);
  const all = <T extends Dated>(dated: readonly T[] | undefined) => (dated ?? []).filter((one) => holdsOn(one, day));
  const residency = on(overlay?.residency);
  const shared = sharedWith(rulebook, overlay);
  const told: UndecidingInForce = {
    aliases: all(overlay?.aliases).map(spelled),
    languages: all(overlay?.languages).map(spelled),
    process: all(overlay?.process).map(spelled),
    notes: all(overlay?.notes).map(spelled),
  };
  const pathways = new Map<PathwayId, PathwayInForce>();
  const pathway = (id: PathwayId) => {
    const known = pathways.get(id) ?? pathwayOn(rulebook, shared, id, day, overlay);
    pathways.set(id, known);
    return known;
  };
  const rest = {
    asOf,
    ...(overlay && { association: overlay.id }),
    conditions: conditionsOn(rulebook, day, overlay).map(spelled),
    equivalences: editionsOn(rulebook.equivalences, overlay?.equivalences, day).map(spelled),
    credentials: rulebook.credentials.map(spelled),
    questions: shared.questions,
    choices: choicesOn(overlay, day),
    ...(residency && { residency: spelled(residency) }),
    membership: statementsOn(overlay?.membership ?? [], day, (rule) => membershipParts(rule, rulebook.order)).map(
      spelled,
    ),
    cycle: statementsOn(overlay?.cycle ?? [], day, ({ pathways = rulebook.order }) => pathways).map(spelled),
    labels: statementsOn(overlay === undefined ? [] : labelsOf(overlay), day, ({ pathway }) => [pathway]),
    ...told,
    process: [...all(rulebook.process).map(spelled), ...told.process],
    notes: (overlay?.notes ?? []).map(spelled),
  };
  return { shared: rest, pathway };
}

/** A pathway as it is written, and its file. */
interface Placed {
  readonly pathway: Pathway;
  readonly file: PathwayFile;
}

const placed = new WeakMap<Rulebook, ReadonlyMap<string, Placed>>();

/** Finds the pathway with an id, and its file; every verdict asks for all. */
export function findPathway(rulebook: Rulebook, id: string): Placed | undefined {
  let byIds = placed.get(rulebook);
  if (byIds === undefined) {
    const all = Object.values(rulebook.pathways).flatMap((file) =>
      file.pathways.map((pathway) => [pathway.id, { pathway, file }] as const),
    );
    // of two with one id, which a check refuses, the first
    byIds = new Map(all.reverse());
    placed.set(rulebook, byIds);
  }
  return byIds.get(id);
}

/** Lists the editions of the requirements that the base has for a pathway. */
export function baseRequirements(rulebook: Rulebook, pathway: PathwayId): readonly Requirement[] {
  const file = findPathway(rulebook, pathway)?.file;
  return file === undefined ? [] : requirementsIn(rulebook, file, (one) => appliesTo(one, pathway));
}

function pathwayOn(
  rulebook: Rulebook,
  shared: Shared,
  id: PathwayId,
  day: number,
  overlay: Overlay | undefined,
): PathwayInForce {
  const found = findPathway(rulebook, id);
  if (found === undefined) throw new TypeError(`no file has the pathway ${id}`);
  const { pathway } = found;
  const offers = overlay?.offers?.filter(({ pathways }) => pathways.includes(id)) ?? [];
  const labels = overlay === undefined ? [] : labelsOf(overlay).filter((one) => one.pathway === id);
  const label = editionOn(labels, day);
  const { cycle: _, offered, sources, ...whole } = pathway;
  const cycle = cycleOn(pathway, day, overlay);
  return {
    ...whole,
    sources: citations(sources),
    offered: offered.map((span) => ({ ...spelled(span), inForce: span.inForce ?? {} })),
    ...(cycle && { cycle }),
    ...(label && { localName: label }),
    isOffered: isOffered(pathway.offered, offers, day) && isWithin(pathway, offers, overlay),
    offerShown: overlay === undefined || offers.length > 0 || !(isAwarded(pathway) || isHelp(pathway)),
    requirements: requirementsOn(baseRequirements(rulebook, id), shared, pathway, day, overlay),
  };
}

/** Whether a pathway is one that the association may have: help with cost is given only where that says so. */
const isWithin = (pathway: Pathway, offers: readonly Dated[], overlay: Overlay | undefined): boolean =>
  overlay === undefined || offers.length > 0 || !isHelp(pathway);

/** Whether a pathway is offered on a day: by the base, and by the association where that says so. */
export function isOffered(base: readonly Offered[], offers: readonly Offer[], day: number): boolean {
  if (!base.some((span) => holdsOn(span, day))) return false;
  const holds = editionOn(offers, day);
  if (holds !== undefined) return saysOffered(holds);
  // a statement tells what is otherwise outside of its days: what is offered from a day on was not offered before it
  const begun = offers.filter((one) => beginOf(one) <= day);
  const nearest = begun.length > 0 ? lastOf(begun) : firstOf(offers);
  return nearest === undefined || !saysOffered(nearest);
}

const saysOffered = ({ offered = true }: Offer): boolean => offered;

const firstOf = <T extends Dated>(all: readonly T[]) => [...all].sort((a, b) => beginOf(a) - beginOf(b))[0];

const lastOf = <T extends Dated>(all: readonly T[]) => [...all].sort((a, b) => beginOf(b) - beginOf(a))[0];

/** The edition in force of everything with an id: the overlay's, else the base's. */
function editionsOn<T extends Dated & { readonly id: string }>(
  base: readonly T[],
  overlay: readonly T[] | undefined,
  day: number,
): readonly T[] {
  const inBase = byId(base, ({ id }) => id);
  const inOverlay = byId(overlay ?? [], ({ id }) => id);
  return [...new Set([...inBase.keys(), ...inOverlay.keys()])].flatMap((id) => {
    const edition = editionOn(inOverlay.get(id) ?? [], day) ?? editionOn(inBase.get(id) ?? [], day);
    return edition === undefined ? [] : [edition];
  });
}

function conditionsOn(rulebook: Rulebook, day: number, overlay: Overlay | undefined): readonly NamedCondition[] {
  const conditions = editionsOn(rulebook.conditions, overlay?.conditions, day);
  return overlay === undefined ? conditions : withMembership(conditions, overlay, day);
}

function choicesOn(overlay: Overlay | undefined, day: number): Readonly<Record<string, string>> {
  const chosen = Object.entries(overlay?.choose ?? {}).flatMap(([question, answer]) => {
    if (typeof answer === "string") return [[question, answer] as const];
    const choice = editionOn(answer, day);
    return choice === undefined ? [] : [[question, choice.reading] as const];
  });
  return Object.fromEntries(chosen);
}

/** Lists everything dated that the rules in force depend on. */
export function datedIn(rulebook: Rulebook, overlay: Overlay | undefined): readonly Dated[] {
  const files = Object.values(rulebook.pathways);
  const base = [
    ...files.flatMap((file) => writtenIn(rulebook, file)),
    ...files.flatMap(({ pathways }) => pathways.flatMap(({ offered, cycle = [] }) => [...offered, ...cycle])),
    ...rulebook.conditions,
    ...rulebook.equivalences,
    ...(rulebook.process ?? []),
  ];
  if (overlay === undefined) return base;
  const choices = Object.values(overlay.choose ?? {}).flatMap((answer) => (typeof answer === "string" ? [] : answer));
  const statements = keysOf(overlay).flatMap((key) => (atAnyDay.includes(key) ? [] : listIn(overlay[key])));
  return [...base, ...choices, ...statements];
}

/** What is listed whatever the day; all else that an overlay dates makes another edition of the rules in force. */
const atAnyDay: readonly (keyof Overlay)[] = ["sources", "documents", "questions", "fees", "notes"];

const listIn = (told: Overlay[keyof Overlay]): readonly Dated[] =>
  Array.isArray(told) ? (told as readonly Dated[]) : [];
