/**
 * The rules of the package as the pages have them: what everybody is judged by at once; an association, and the documents,
 * once they are asked for.
 */

import atOnce from "virtual:rules";
import type { AssociationId, Overlay, Rulebook } from "endorsement-pathways";
import { knowDigest } from "../../../src/rules/digest";

declare const EMBEDDED_DIGEST: string;

const associations = import.meta.glob<Overlay>("../../../rules/associations/*.json", {
  import: "default",
  query: "?brief",
});
const wholeAssociations = import.meta.glob<Overlay>("../../../rules/associations/*.json", { import: "default" });
// what is loaded is put in its place, which no compiled rule has looked at
const rules: Rulebook = Object.freeze(atOnce);
knowDigest(rules, EMBEDDED_DIGEST);

/** The rules, as far as they are loaded. */
export const embeddedRulebook = (): Rulebook => rules;

/** Loads what an association does differently. */
export const loadAssociation = (id: AssociationId): Promise<void> => load(associations, id);

async function load(from: typeof associations, id: string): Promise<void> {
  const overlay = await from[`../../../rules/associations/${id}.json`]?.();
  if (overlay !== undefined) Object.assign(rules.associations, { [id]: Object.freeze(overlay) });
}

/** Loads the documents, for who asks who says so. */
export async function loadSources(): Promise<void> {
  const { default: documents } = await import("endorsement-pathways/rules/sources.json");
  Object.assign(rules.sources, documents);
}

/** Loads all rules with the notes of their authors, for who edits them. */
export async function loadAll(): Promise<void> {
  await Promise.all([loadSources(), ...Object.keys(rules.associations).map((id) => load(wholeAssociations, id))]);
}
