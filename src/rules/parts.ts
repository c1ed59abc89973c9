/**
 * The shipped rulebook in parts that judge alike and show no words: what an application bundles that names what it needs.
 */
import { type Overlay, undecidingKeys } from "../model/overlay";
import type { Rulebook } from "../model/rulebook";

/** A part of a shipped rulebook: it bears the digest of the whole. */
export interface Part {
  readonly digest?: string;
}

/** An association of which only that is left which others are judged by. */
export interface Outline extends Overlay {
  readonly outline: true;
}

/** Whether that is an association of which only that is left which others are judged by. */
export const isOutline = (overlay: Overlay): overlay is Outline => "outline" in overlay;

/** The part by which is judged without an association; of associations, it has the outlines. */
export function basePart(rulebook: Rulebook, digest: string): Rulebook & Part {
  const { places, associations, ...rest } = rulebook;
  const judged = withoutWords({ ...rest, fees: [], process: [] }) as typeof rest;
  const outlines = Object.entries(associations).map(([id, overlay]) => [id, outlineOf(overlay)] as const);
  return { ...judged, places, sources: [], associations: Object.fromEntries(outlines), digest };
}

/** The part by which is judged in an association. */
export function associationPart(overlay: Overlay, digest: string): Overlay & Part {
  return { ...judgedOf(overlay), ...named(overlay), digest };
}

/** Whether a rulebook has no words, for it is a part. */
export const isWordless = ({ digest, sources }: Rulebook & Part): boolean =>
  digest !== undefined && sources.length === 0;

/** What an association does that nobody is judged by. */
const TOLD: readonly string[] = ["documents", "labels", "fees", ...undecidingKeys];

/** Leaves out what nobody is judged by. */
export function judgedOf(overlay: Overlay): Overlay {
  const judged = Object.entries(overlay).filter(([key]) => !TOLD.includes(key));
  return withoutWords(Object.fromEntries(judged)) as Overlay;
}

/** What is told of an association to which one is sent. */
function named({ name, site, jurisdiction, sources }: Overlay): Pick<Overlay, "name" | "site" | "sources"> {
  return { name, site, sources, ...(jurisdiction !== undefined && { jurisdiction }) };
}

/** What an association offers, whom it serves, and until when its memberships run. */
function outlineOf(overlay: Overlay): Outline {
  const { id, offers, membership = [] } = judgedOf(overlay);
  const years = membership.filter(({ year }) => year !== undefined);
  return {
    id,
    ...named(overlay),
    ...(offers && { offers }),
    ...(years.length > 0 && { membership: years }),
    outline: true,
  };
}

/** Keys whose values people read. */
const WORDS: readonly string[] = [
  "$schema",
  "name",
  "short",
  "olderNames",
  "title",
  "text",
  "notes",
  "register",
  "confidence",
  "reason",
  "because",
  "label",
  "site",
  "sources",
];

/** Leaves out what people read. */
export function withoutWords(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(withoutWords);
  if (typeof part !== "object" || part === null) return part;
  return Object.fromEntries(
    Object.entries(part).flatMap(([key, value]) => (WORDS.includes(key) ? [] : [[key, withoutWords(value)]])),
  );
}
