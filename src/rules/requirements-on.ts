/**
 * The requirements of a pathway on a day: those of the base, as an association changes them.
 */

import { dayNumber } from "../base/calendar";
import type { Overlay, OverlayRequirement, RequirementChange } from "../model/overlay";
import type { Pathway, PathwayId, Requirement } from "../model/rulebook";
import { byId, editionOn } from "./editions";
import { bound } from "./membership";
import type { Origin, RequirementInForce } from "./pathway-in-force";
import { overlayBody, type Shared, spelled } from "./written";

/** The requirements of a pathway on a day, in the order of the base, then those that an association adds. */
export function requirementsOn(
  own: readonly Requirement[],
  shared: Shared,
  pathway: Pathway,
  day: number,
  overlay: Overlay | undefined,
): readonly RequirementInForce[] {
  const changes = (overlay?.requirements ?? []).filter(({ pathways }) => pathways.includes(pathway.id));
  const changesById = byId(changes, changedId);
  const ids = new Set([...own.map(({ id }) => id), ...changesById.keys()]);
  const baseById = byId(own, ({ id }) => id);
  return [...ids].flatMap((id): RequirementInForce[] => {
    const editions = baseById.get(id) ?? [];
    const change = editionOn(changesById.get(id) ?? [], day);
    const inForce =
      change === undefined || overlay === undefined
        ? withOrigin(editionOn(editions, day), "alliance")
        : changed(shared, editions, change, day, overlay.id);
    if (inForce === undefined) return [];
    return [overlay === undefined ? inForce : bound(inForce, pathway.id, overlay, day)];
  });
}

const withOrigin = (base: Requirement | undefined, origin: Origin): RequirementInForce | undefined =>
  base && { ...base, origin };

/** A requirement that an overlay writes itself, and the key under which it does. */
export interface OwnRequirement {
  readonly key: "replace" | "add";
  readonly body: OverlayRequirement;
}

/** What a change writes itself; nothing where it only removes, binds or keeps what the base has. */
export function writtenBy(change: RequirementChange): OwnRequirement | undefined {
  if ("replace" in change) return { key: "replace", body: change.replace };
  return "add" in change ? { key: "add", body: change.add } : undefined;
}

/** The requirement that a change is about. */
export function changedId(change: RequirementChange): string {
  const written = writtenBy(change);
  if (written !== undefined) return written.body.id;
  return "remove" in change ? change.remove : (change as { readonly requirement: string }).requirement;
}

/** The editions of one change: what an overlay says of one requirement of one pathway. */
export const changesLike = (
  change: RequirementChange,
  pathway: PathwayId,
  all: readonly RequirementChange[],
): readonly RequirementChange[] =>
  all.filter((other) => other.pathways.includes(pathway) && changedId(other) === changedId(change));

function changed(
  shared: Shared,
  editions: readonly Requirement[],
  change: RequirementChange,
  day: number,
  origin: Origin,
): RequirementInForce | undefined {
  if ("remove" in change) return undefined;
  const { inForce = {} } = change;
  const { sources, confidence } = spelled(change);
  const written = writtenBy(change);
  if (written !== undefined) return { ...overlayBody(shared, written.body), inForce, sources, confidence, origin };
  const base = editionOn(editions, "asOn" in change ? dayNumber(change.asOn) : day);
  const obligation = "obligation" in change && { obligation: change.obligation };
  return base && { ...base, ...obligation, inForce, sources, confidence, origin };
}
