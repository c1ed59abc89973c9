/** By whose rules someone is judged, and for what first. */
import { type AssociationId, isAssociationId, isPathwayId, type PathwayId } from "endorsement-pathways";
import { loadAssociation } from "../rules";
import type { Saved } from "./saved";

/** An address or an old visit may name anything. */
export const associationIn = (id: string): AssociationId | undefined => (isAssociationId(id) ? id : undefined);

const isKnown = (id: string): id is PathwayId => isPathwayId(id);

/** Loads the rules of the association that was chosen, if it is one. */
export async function loadRules(chosen: string): Promise<void> {
  const association = associationIn(chosen);
  if (association !== undefined) await loadAssociation(association);
}

/** The pathway that is judged first: the one that the address or an old visit names. */
export const firstPathway = ({ pathway, nearest = "" }: Saved, named = ""): PathwayId =>
  [named, pathway, nearest].find(isKnown) ?? "IFA";
