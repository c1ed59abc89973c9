/**
 * Membership, as an association says: how firmly it is asked for, which kinds count, and whose.
 */
import type { AssociationId } from "../model/applicant";
import type { Condition } from "../model/language";
import type { MembershipIssuer, MembershipRule, Overlay } from "../model/overlay";
import type { NamedCondition, PathwayId, Requirement } from "../model/rulebook";
import { appliesTo } from "./applies";
import { editionOn } from "./editions";
import { spelled } from "./written";

/** The requirement that asks for membership. */
const MEMBERSHIP = "membership";
/** The named condition that says which membership counts. */
const ACCEPTED_MEMBERSHIP = "accepted-membership";
/** The named condition that says which kinds of membership count. */
const MEMBERSHIP_KIND = "membership-kind";

/** The parts of membership that a rule is about; only the obligation is by pathway. */
export function membershipParts(
  { accepts, kinds, year, obligation, pathways }: MembershipRule,
  order: readonly PathwayId[],
): readonly string[] {
  const parts = { accepts, kinds, year };
  const told = Object.entries(parts).flatMap(([name, part]) => (part === undefined ? [] : [name]));
  return obligation === undefined ? told : [...told, ...(pathways ?? order).map((id) => `obligation/${id}`)];
}

/** The rule on one part of membership: each part has its own editions. */
function membershipOn(
  rules: readonly MembershipRule[] | undefined,
  part: "accepts" | "kinds" | "obligation",
  day: number,
): MembershipRule | undefined {
  return editionOn(rules?.filter((rule) => rule[part] !== undefined) ?? [], day);
}

/** Binds the requirement that asks for membership as firmly as the association says. */
export function bound<R extends Requirement & { readonly origin: string }>(
  requirement: R,
  pathway: PathwayId,
  { id: origin, membership }: Overlay,
  day: number,
): R {
  if (requirement.id !== MEMBERSHIP) return requirement;
  const own = membership?.filter((rule) => appliesTo(rule, pathway));
  const rule = membershipOn(own, "obligation", day);
  if (rule?.obligation === undefined) return requirement;
  const { obligation, inForce = {} } = rule;
  const { sources, confidence } = spelled(rule);
  return { ...requirement, obligation, inForce, sources, confidence, origin };
}

/** Writes which membership the association accepts into the named conditions that the base asks for. */
export function withMembership(
  conditions: readonly NamedCondition[],
  { id, membership }: Overlay,
  day: number,
): readonly NamedCondition[] {
  const accepts = membershipOn(membership, "accepts", day);
  const kinds = membershipOn(membership, "kinds", day);
  return conditions.map((condition) => withAccepted(withKinds(condition, kinds), accepts, id));
}

function withKinds(base: NamedCondition, rule: MembershipRule | undefined): NamedCondition {
  if (base.id !== MEMBERSHIP_KIND || rule?.kinds === undefined) return base;
  const { kinds } = rule;
  const { sources, confidence } = spelled(rule);
  return { ...base, conditions: { fact: "kind", operator: "in", value: kinds }, sources, confidence };
}

function withAccepted(
  base: NamedCondition,
  rule: MembershipRule | undefined,
  association: AssociationId,
): NamedCondition {
  if (base.id !== ACCEPTED_MEMBERSHIP || rule?.accepts === undefined) return base;
  const { accepts } = rule;
  const { sources, confidence } = spelled(rule);
  const own: Condition = { fact: "association", operator: "equal", value: association };
  const by: Record<MembershipIssuer, Condition> = {
    own,
    waimh: { fact: "association", operator: "equal", value: "waimh" },
    "another-association": { fact: "association", operator: "notIn", value: [association, "alliance", "waimh"] },
  };
  return { ...base, conditions: { any: accepts.map((issuer) => by[issuer]) }, sources, confidence };
}
