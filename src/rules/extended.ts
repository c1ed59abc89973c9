/**
 * An overlay that extends a shipped one: what it says of something takes the place of what that says, from its first day
 * on; the rest stays.
 */
import {
  type Choice,
  type MembershipRule,
  type Overlay,
  type OverlayExtension,
  type Undeciding,
  undecidingKeys,
  type WrittenLabels,
} from "../model/overlay";
import type { PathwayId, Rulebook } from "../model/rulebook";
import { beginOf, type Dated, endOf } from "./editions";
import { findPathway } from "./in-force";
import { membershipParts } from "./membership";
import { changedId } from "./requirements-on";

/** How statements of one kind are told apart: what each is about, and what is left of one that is about less. */
interface Kind<T> {
  readonly thingsOf: (one: T) => readonly string[];
  readonly about: (one: T, things: readonly string[]) => T;
}

type ListKey = {
  [K in keyof Overlay]-?: NonNullable<Overlay[K]> extends readonly unknown[] ? K : never;
}[keyof Overlay];
/** The lists whose statements are about something; one that is left out does not compile. */
type JoinedKey = Exclude<ListKey, "sources" | keyof Undeciding>;

/** Puts an extension and the shipped overlay together; what the extension writes stands first, where it wrote it. */
export function extended(rulebook: Rulebook, shipped: Overlay, { extends: _, ...own }: OverlayExtension): Overlay {
  const { order } = rulebook;
  const renewals = order.filter((id) => findPathway(rulebook, id)?.pathway.kind === "renewal");
  const lists = {
    documents: joined(own.documents, shipped.documents, byId()),
    questions: joined(own.questions, shipped.questions, byId()),
    offers: joined(own.offers, shipped.offers, byPathway([])),
    labels: joined(own.labels, shipped.labels, byName),
    residency: joined(own.residency, shipped.residency, whole()),
    membership: joined(own.membership, shipped.membership, byPart(order)),
    cycle: joined(own.cycle, shipped.cycle, byPathway(renewals)),
    fees: joined(
      own.fees,
      shipped.fees,
      byPathway(order, ({ kind }) => kind),
    ),
    conditions: joined(own.conditions, shipped.conditions, byId()),
    equivalences: joined(own.equivalences, shipped.equivalences, byId()),
    requirements: joined(own.requirements, shipped.requirements, byPathway([], changedId)),
    ...Object.fromEntries(undecidingKeys.map((key) => [key, joined<Dated>(own[key], shipped[key], apart())])),
  } satisfies Readonly<Record<JoinedKey, readonly object[]>>;
  const told = Object.fromEntries(Object.entries(lists).filter(([, all]) => all.length > 0));
  const choose = joinedChoices(own.choose, shipped);
  return { ...shipped, ...own, ...told, ...(Object.keys(choose).length > 0 && { choose }) };
}

function joined<T extends object>(
  own: readonly T[] | undefined,
  shipped: readonly T[] | undefined,
  { thingsOf, about }: Kind<T>,
): readonly T[] {
  const begins = new Map<string, number>();
  for (const one of own ?? []) {
    for (const thing of thingsOf(one)) {
      begins.set(thing, Math.min(beginOf(one), begins.get(thing) ?? Number.POSITIVE_INFINITY));
    }
  }
  const left = (shipped ?? []).flatMap((one): T[] => {
    const things = thingsOf(one);
    const firstOf = (thing: string) => begins.get(thing);
    const before = things.filter((thing) => beginOf(one) < (firstOf(thing) ?? Number.POSITIVE_INFINITY));
    const ended = before.filter((thing) => (firstOf(thing) ?? Number.NaN) <= endOf(one));
    const rest = before.filter((thing) => !ended.includes(thing));
    // one about no thing stands beside all others
    if (rest.length === things.length) return [one];
    return [
      ...(rest.length > 0 ? [about(one, rest)] : []),
      ...(ended.length > 0 ? [withoutEnd(about(one, ended))] : []),
    ];
  });
  return [...(own ?? []), ...left];
}

/** It ends where what follows it begins. */
function withoutEnd<T extends Dated>(one: T): T {
  const { to: _, ...inForce } = one.inForce ?? {};
  return { ...one, inForce };
}

function joinedChoices(own: Overlay["choose"] = {}, { choose = {}, sources }: Overlay): NonNullable<Overlay["choose"]> {
  const before = Object.entries(choose).map(([question, answer]) => {
    const mine = own[question];
    if (mine === undefined || typeof mine === "string") return [question, mine ?? answer] as const;
    const asList: readonly Choice[] = typeof answer === "string" ? [{ reading: answer, sources }] : answer;
    return [question, joined<Choice>(mine, asList, whole())] as const;
  });
  return { ...own, ...Object.fromEntries(before) };
}

/** Statements on one thing. */
const whole = <T>(): Kind<T> => ({ thingsOf: () => [""], about: (one) => one });
/** Statements that stand beside each other. */
const apart = <T>(): Kind<T> => ({ thingsOf: () => [], about: (one) => one });
const byId = <T extends { readonly id: string }>(): Kind<T> => ({ thingsOf: ({ id }) => [id], about: (one) => one });

interface OfPathways {
  readonly pathways?: readonly PathwayId[];
}

/** Statements by pathway, and by what they say of it. */
function byPathway<T extends OfPathways>(
  otherwise: readonly PathwayId[],
  what: (one: T) => string = () => "",
): Kind<T> {
  return {
    thingsOf: (one) => (one.pathways ?? otherwise).map((id) => `${id} ${what(one)}`),
    about: (one, things) => {
      const all = one.pathways ?? otherwise;
      const left = all.filter((id) => things.includes(`${id} ${what(one)}`));
      // what is said of all of them goes on to be said so
      return left.length === all.length ? one : { ...one, pathways: left };
    },
  };
}

const byName: Kind<WrittenLabels> = {
  thingsOf: ({ names }) => Object.keys(names),
  about: ({ names, short, ...one }, things) => ({
    ...one,
    names: picked(names, things),
    ...(short && { short: picked(short, things) }),
  }),
};

const byPart = (order: readonly PathwayId[]): Kind<MembershipRule> => ({
  thingsOf: (rule) => membershipParts(rule, order),
  about: ({ obligation, pathways, ...rule }, things) => {
    const bound = (pathways ?? order).filter((id) => things.includes(`obligation/${id}`));
    const parts = ["accepts", "kinds", "year"].filter((part) => !things.includes(part));
    const left = Object.fromEntries(Object.entries(rule).filter(([key]) => !parts.includes(key))) as typeof rule;
    return { ...left, ...(obligation && bound.length > 0 && { obligation, pathways: bound }) };
  },
});

const picked = <V>(all: Readonly<Record<string, V>>, keys: readonly string[]): Readonly<Record<string, V>> =>
  Object.fromEntries(Object.entries(all).filter(([key]) => keys.includes(key)));
