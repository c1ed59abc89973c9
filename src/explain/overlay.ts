/**
 * An overlay in words: what it changes against the base, from what to what, since when.
 */

import { dayNumber, isoDay } from "../base/calendar";
import type { Condition, Where } from "../model/language";
import {
  type Overlay,
  type RequirementChange,
  type Residency,
  type Undeciding,
  undecidingKeys,
} from "../model/overlay";
import type { Filing, ImpreciseDay, InForce, PathwayId, Requirement, Route, Rulebook } from "../model/rulebook";
import { type Dated, editionOn, nextBegin } from "../rules/editions";
import { baseRequirements, rulesOn } from "../rules/in-force";
import type { RulesInForce } from "../rules/pathway-in-force";
import { changedId, changesLike, writtenBy } from "../rules/requirements-on";
import { conditionOf, labelsOf, overlayBody, type Shared, sharedWith } from "../rules/written";
import { conditionLines, namedLines } from "./condition";
import type { Lines } from "./lines";
import { forPathways, type OneTold, type ToldWords, undecidingWords } from "./overlay-examples";
import { type Titles, titlesOf } from "./titles";
import { listed, yearlyDayWords } from "./vocabulary";

/**
 * Lists what an overlay says: a line for each statement, and what it changes from what to what.
 *
 * @param before - What held before it, such as the shipped overlay of the same association; the base alone where absent.
 */
export function overlayLines(rulebook: Rulebook, overlay: Overlay, day: number, before?: Overlay): readonly Lines[] {
  const { conditions = [], equivalences = [], requirements = [], choose = {} } = overlay;
  const rules = rulesOn(rulebook, isoDay(day), before);
  const shared = sharedWith(rulebook, overlay);
  const titles = titlesOf(
    [...rulebook.conditions, ...conditions],
    [...rulebook.equivalences, ...equivalences],
    [],
    shared.questions,
  );
  return [
    ...requirements.flatMap((change) =>
      change.pathways.map((id) => {
        const when = since(change.inForce, nextBegin(change, changesLike(change, id, requirements)));
        return changeLines(rulebook, shared, change, id, when, titles, rules);
      }),
    ),
    ...conditions.map((one) => namedChange("the condition", one, conditions, rules.conditions, titles)),
    ...equivalences.map((one) => namedChange("the equivalence", one, equivalences, rules.equivalences, titles)),
    ...Object.entries(choose).flatMap(([question, answer]) => {
      const choices: readonly Choosing[] = typeof answer === "string" ? [{ reading: answer }] : answer;
      return choices.map((choice) => choiceLine(titles, question, choice, nextBegin(choice, choices)));
    }),
    ...statementLines(overlay),
  ];
}

/** A reading that is chosen, always or for some days. */
interface Choosing extends Dated {
  readonly reading: string;
}

function choiceLine(
  titles: Titles,
  question: string,
  { reading, inForce }: Choosing,
  next: ImpreciseDay | undefined,
): Lines {
  const title = titles.question(question).readings?.find(({ id }) => id === reading)?.title ?? reading;
  return { text: `the question ${question} is read as ${reading}, ${since(inForce, next)}: ${title}` };
}

/** Says when something holds: until its own last day, or until what follows it begins. */
function since({ from, to }: InForce = {}, next?: ImpreciseDay): string {
  const end = to === undefined ? next && endBefore(next) : `until ${to}`;
  const parts = [...(from === undefined ? [] : [`from ${from} on`]), ...(end === undefined ? [] : [end])];
  return parts.length === 0 ? "at all times" : parts.join(", ");
}

/** Says when something ends because something else begins; a last day only where the first day is known. */
const endBefore = (next: ImpreciseDay): string =>
  next.length === DAY_LENGTH ? `until ${isoDay(dayNumber(next) - 1)}` : `before ${next}`;

const DAY_LENGTH = "YYYY-MM-DD".length;

function changeLines(
  rulebook: Rulebook,
  shared: Shared,
  change: RequirementChange,
  pathway: PathwayId,
  when: string,
  titles: Titles,
  { pathways }: RulesInForce,
): Lines {
  const id = changedId(change);
  const what = `${pathway}, ${id}, ${when}`;
  const old = pathways.find((one) => one.id === pathway)?.requirements.find((one) => one.id === id);
  const before: Lines = old === undefined ? { text: "from: not asked for" } : asked("from", old, titles);
  if ("remove" in change) return { text: what, below: [before, { text: "to: not asked for" }] };
  if ("obligation" in change) return { text: what, below: [before, { text: `to: ${change.obligation}` }] };
  const after = bodyOf(rulebook, shared, change, pathway);
  if (after === undefined) return { text: what, below: [before] };
  const isSame =
    old !== undefined && JSON.stringify(asked("", old, titles)) === JSON.stringify(asked("", after, titles));
  return { text: what, below: isSame ? [{ text: "as it was" }] : [before, asked("to", after, titles)] };
}

/** What a change puts in the place of the base: its own words, or an older edition of the base. */
function bodyOf(rulebook: Rulebook, shared: Shared, change: RequirementChange, pathway: PathwayId) {
  const written = writtenBy(change);
  if (written !== undefined) return overlayBody(shared, written.body);
  return "asOn" in change ? baseRequirement(rulebook, pathway, change.requirement, dayNumber(change.asOn)) : undefined;
}

function baseRequirement(rulebook: Rulebook, pathway: PathwayId, id: string, day: number): Requirement | undefined {
  return editionOn(
    baseRequirements(rulebook, pathway).filter((one) => one.id === id),
    day,
  );
}

function asked(
  mark: string,
  { title, routes = [] }: { readonly title: string; readonly routes?: readonly Route[] },
  titles: Titles,
): Lines {
  const below = routes.map(
    (route): Lines => ({
      text: route.title,
      below: [conditionLines(route.conditions, titles)],
    }),
  );
  return below.length === 0 ? { text: `${mark}: ${title}` } : { text: `${mark}: ${title}`, below };
}

interface Named extends Dated {
  readonly id: string;
  readonly title: string;
}

function namedChange<T extends Named>(
  kind: string,
  one: T,
  own: readonly T[],
  before: readonly (Omit<Named, "inForce"> & { readonly conditions?: Condition; readonly where?: Where })[],
  titles: Titles,
): Lines {
  const old = before.find(({ id }) => id === one.id);
  const body = (named: object) =>
    "where" in named ? conditionOf(named.where as Where) : (named as { conditions: Condition }).conditions;
  const says = (mark: string, named: Omit<Named, "inForce">): Lines => ({
    text: `${mark}: evidence ${named.title}`,
    below: namedLines(body(named), titles),
  });
  const was = old === undefined ? { text: "from: it is new" } : says("from", old);
  const editions = own.filter(({ id }) => id === one.id);
  const when = since(one.inForce, nextBegin(one, editions));
  return { text: `${kind} ${one.id}, ${when}`, below: [was, says("to", one)] };
}

/** Statements that are said in a line. */
function statementLines(overlay: Overlay): readonly Lines[] {
  const { offers = [], residency = [], membership = [] } = overlay;
  return [
    ...offers.map(({ pathways, offered = true, inForce }): Lines => {
      return { text: `${offered ? "offers" : "does not offer"} ${pathways.join(", ")}, ${since(inForce)}` };
    }),
    ...residency.map(
      ({ accepts, inForce }): Lines => ({ text: `takes residents of ${acceptsWords(accepts)}, ${since(inForce)}` }),
    ),
    ...membership.map(({ accepts, kinds, obligation, year, inForce }): Lines => {
      const parts = [
        ...(accepts ? [`accepted from ${accepts.join(", ")}`] : []),
        ...(kinds ? [`of kind ${kinds.join(", ")}`] : []),
        ...(obligation ? [obligation] : []),
        ...(year ? [`its year ends on ${year.ends}`] : []),
      ];
      return { text: `membership: ${parts.join("; ")}, ${since(inForce)}` };
    }),
    ...cycleLines(overlay),
    ...undecidingLines(overlay),
  ];
}

/** Says from where an association takes applicants. */
export const acceptsWords = (accepts: Residency["accepts"]): string =>
  accepts === "unserved" ? "places that no association serves" : listed(accepts, "or");

/** Says until when one files for a cycle that has closed. */
export const filingWords = ({ due, until }: Filing): string =>
  `filed until ${yearlyDayWords(until)}${due === undefined ? "" : `, late after ${yearlyDayWords(due)}`}`;

function cycleLines({ cycle = [] }: Overlay): readonly Lines[] {
  return cycle.map(({ months, ends, filing, pathways, inForce }) => ({
    text: `renewal cycle${forPathways(pathways)}: ${months} months, one of them up to ${ends}${filing === undefined ? "" : `, ${filingWords(filing)}`}, ${since(inForce)}`,
  }));
}

/** What stands above the lines by which nothing is judged. */
const DECIDING_NOTHING = "also stated, deciding nothing:";

/** What the file of an association comes to. */
export interface OverlayChanges {
  /** The shipped file of the association, where there is one. */
  readonly shipped: Overlay | undefined;
  /** What it changes against the shipped file, else against the base. */
  readonly changes: readonly Lines[];
  /** What the shipped file says, and this one does not. */
  readonly lost: readonly Lines[];
}

/** Tells what the file of an association changes on a day, and what it loses of the shipped one. */
export function overlayChanges(rulebook: Rulebook, overlay: Overlay, day: number): OverlayChanges {
  const shipped = rulebook.associations[overlay.id];
  const mine = overlayLines(rulebook, overlay, day, shipped);
  const theirs = shipped === undefined ? [] : overlayLines(rulebook, shipped, day, shipped);
  return { shipped, changes: linesBeyond(mine, theirs), lost: linesBeyond(theirs, mine) };
}

/** The lines of an overlay that are not among those of another one. */
function linesBeyond(all: readonly Lines[], others: readonly Lines[]): readonly Lines[] {
  const known = new Set(others.map((one) => JSON.stringify(one)));
  const stated = new Set(others.find(({ text }) => text === DECIDING_NOTHING)?.below?.map(({ text }) => text));
  return all.flatMap((one): Lines[] => {
    if (known.has(JSON.stringify(one))) return [];
    if (one.text !== DECIDING_NOTHING) return [one];
    const below = one.below?.filter(({ text }) => !stated.has(text)) ?? [];
    return below.length === 0 ? [] : [{ ...one, below }];
  });
}

/** What an overlay tells and nothing is judged by. */
function undecidingLines(overlay: Overlay): readonly Lines[] {
  const told = <T extends { readonly inForce?: InForce }>(
    all: readonly T[] | undefined,
    words: (one: T) => ToldWords,
  ) =>
    (all ?? []).map((one): Lines => {
      const [what, text] = words(one);
      return { text: `${what}, ${since(one.inForce)}: ${text}` };
    });
  const of = <K extends keyof Undeciding>(key: K) => told<OneTold<K>>(overlay[key], undecidingWords[key]);
  const below = [
    ...told(labelsOf(overlay), ({ pathway, name }) => [`name of ${pathway}`, Object.values(name).join(" / ")]),
    ...told(overlay.fees, ({ kind, pathways, amount, currency, note }) => {
      return [
        `fee, ${kind}${forPathways(pathways)}`,
        `${amount === null ? "amount not known" : `${amount} ${currency}`}${note ? ` (${note})` : ""}`,
      ];
    }),
    ...undecidingKeys.flatMap(of),
  ];
  return below.length === 0 ? [] : [{ text: DECIDING_NOTHING, below }];
}
