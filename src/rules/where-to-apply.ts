/**
 * Where one applies: the association that serves a place, the Alliance itself, or that no page says.
 */

import { isCountry } from "../base/countries";
import { deepFreeze } from "../base/freeze";
import { liesIn } from "../base/places";
import type { Overlay } from "../model/overlay";
import type { PlaceRule, Rulebook } from "../model/rulebook";
import type { WhereToApply } from "../model/verdict";
import { beginOf, holdsOn } from "./editions";
import { findPathway, isOffered } from "./in-force";
import { isAwarded } from "./pathway-in-force";
import { citations } from "./written";

/** The id of the Alliance among the associations. */
export const ALLIANCE = "alliance";

/** Where one applies, by place and day: of a thousand applicants, most live in the same few places. */
const known = new WeakMap<Rulebook, Map<string, WhereToApply>>();
const ANSWERS_KEPT = 1000;

/** Finds where one applies who lives in a place, ISO 3166; frozen, for verdicts share it. */
export function whereToApplyFrom(rulebook: Rulebook, residence: string, day: number): WhereToApply {
  let answers = known.get(rulebook);
  if (answers === undefined) known.set(rulebook, (answers = new Map()));
  const key = `${residence} ${day}`;
  let answer = answers.get(key);
  if (answer === undefined) {
    if (answers.size >= ANSWERS_KEPT) answers.clear();
    answers.set(key, (answer = deepFreeze(find(rulebook, residence, day))));
  }
  return answer;
}

function find(rulebook: Rulebook, residence: string, day: number): WhereToApply {
  const { associations, places } = rulebook;
  const members = Object.values(associations).filter(({ jurisdiction }) => jurisdiction !== undefined);
  const member = members.find(({ jurisdiction = "" }) => liesIn(residence, jurisdiction));
  if (member !== undefined && offersOn(rulebook, member, day)) return toMember(member);
  const own = placeRule(places, residence, day);
  if (own !== undefined) return toRule(own, associations);
  const country = residence.slice(0, COUNTRY);
  const part = members.find(({ jurisdiction = "" }) => liesIn(jurisdiction, country))?.jurisdiction;
  if (member === undefined && part !== undefined) return unknown(partWords(residence, country, part));
  const everywhereElse = newest(places.filter((rule) => rule.places === undefined && holdsOn(rule, day)));
  return everywhereElse === undefined ? unknown(SILENCE) : toRule(everywhereElse, associations);
}

const COUNTRY = "US".length;
const SILENCE = "No page tells where one applies from there; ask the Alliance: https://allianceaimh.org/";

/** The place in an id of an association, `US-OH` of `us-oh`; whether the country has such a part is not looked up. */
export function placeOf(association: string): string | undefined {
  const [, place = "", country = ""] = /^(([A-Z]{2})(?:-[A-Z\d]{1,3})?)$/.exec(association.toUpperCase()) ?? [];
  return isCountry(country) ? place : undefined;
}

/** Whether an association offers anything on a day; of which no page shows what it offers, that is not known to be no. */
function offersOn(rulebook: Rulebook, { offers = [] }: Overlay, day: number): boolean {
  let isShown = false;
  for (const id of offers.flatMap(({ pathways }) => pathways)) {
    const pathway = findPathway(rulebook, id)?.pathway;
    if (pathway === undefined || !isAwarded(pathway)) continue;
    isShown = true;
    const own = offers.filter(({ pathways }) => pathways.includes(id));
    if (isOffered(pathway.offered, own, day)) return true;
  }
  return !isShown;
}

/** The rule that names a place, or the smallest place around it. */
function placeRule(places: readonly PlaceRule[], residence: string, day: number): PlaceRule | undefined {
  const around = places.filter((rule) => holdsOn(rule, day) && rule.places?.some((place) => liesIn(residence, place)));
  const exact = around.filter((rule) => rule.places?.includes(residence));
  return newest(exact.length > 0 ? exact : around);
}

const newest = (rules: readonly PlaceRule[]): PlaceRule | undefined =>
  [...rules].sort((a, b) => (beginOf(a) < beginOf(b) ? 1 : -1))[0];

const toMember = ({ id, name, site, sources }: Overlay): WhereToApply => ({
  kind: "association",
  association: id,
  text: `Apply to the association that serves you: ${name} (${id}), ${site}`,
  sources: citations(sources),
});

function toRule({ kind, text, sources }: PlaceRule, associations: Rulebook["associations"]): WhereToApply {
  const isListed = kind === "alliance" && Object.hasOwn(associations, ALLIANCE);
  return { kind, ...(isListed && { association: ALLIANCE }), text, sources: citations(sources) };
}

const unknown = (text: string): WhereToApply => ({ kind: "unknown", text, sources: [] });

function partWords(residence: string, country: string, example: string): string {
  if (residence === country)
    return `Where one applies depends on the part of the country: tell it, such as ${example}.`;
  return `${residence} is no part of the country that is known here; a part is told such as ${example}.`;
}
