/**
 * Where the applicant lives, and whether the association takes applications from there.
 */
import { wrong } from "../base/errors";
import { placeLevel } from "../base/places";
import { MET, UNKNOWN } from "../base/truth";
import type { Evidence } from "../evidence/evidence";
import type { Overlay } from "../model/overlay";
import type { PathwayKind, Rulebook } from "../model/rulebook";
import type { BearingQuestion, Truth, WhereToApply } from "../model/verdict";
import { editionOn } from "../rules/editions";
import { whereToApplyFrom } from "../rules/where-to-apply";

/** How the place where the applicant lives stands to the association judged by. */
export interface Home {
  /** Whether the association takes applications from there. */
  readonly gate: Truth;
  /** Where one applies from there, unless at the association judged by. */
  readonly where?: WhereToApply;
  /** What leaves the gate unknown. */
  readonly question?: BearingQuestion;
  /** Where the applicant is taken to live, where that was not told. */
  readonly presumed?: string;
}

/** Whether it matters where one lives: of who is endorsed already, and of help with cost, it does not. */
export const asksWhere = (kind: PathwayKind): boolean =>
  kind === "category" || kind === "add-on" || kind === "transfer";

/** Finds how the place where the applicant lives stands to the association judged by. */
export function homeOf({ applicant, asOf }: Evidence, rulebook: Rulebook, overlay: Overlay | undefined): Home {
  const told: unknown = applicant.residence;
  if (told !== undefined && typeof told !== "string")
    throw wrong("wrong-type", "/residence", "a place, ISO 3166", told);
  const accepts = editionOn(overlay?.residency ?? [], asOf)?.accepts;
  if (told === undefined) return accepts === undefined ? livingThere(overlay) : doubt("residence", UNTOLD);
  const where = whereToApplyFrom(rulebook, told, asOf);
  if (overlay === undefined) return { gate: "met", where };
  const { id, name, jurisdiction } = overlay;
  if (accepts === "unserved") {
    if (where.kind === "alliance") return { gate: "met" };
    return where.kind === "association" ? { gate: "unmet", where } : { ...doubt(`residency/${id}`, where.text), where };
  }
  const own = accepts ?? (jurisdiction === undefined ? [] : [jurisdiction]);
  const level = placeLevel(told, own);
  if (level === MET) return { gate: "met" };
  if (level === UNKNOWN) return { ...doubt("residence", UNTOLD), where };
  if (accepts !== undefined) return { gate: "unmet", where };
  return { ...doubt(`residency/${id}`, `Does ${name} take applications from ${told}? ${SILENCE}`), where };
}

/** Who asks an association that says nothing of residence is taken to live where it is. */
const livingThere = (overlay: Overlay | undefined): Home =>
  overlay?.jurisdiction === undefined ? { gate: "met" } : { gate: "met", presumed: overlay.jurisdiction };

const UNTOLD = "In which state or country do you live? The association does not take applications from everywhere.";
const SILENCE = "No page that was read says so; in general an association serves its own state or country alone.";

const doubt = (id: string, text: string): Home => ({ gate: "unknown", question: { id, text } });
