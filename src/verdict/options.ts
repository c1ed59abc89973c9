/**
 * What to judge, and by which rules: options, checked.
 */

import { dayNumber } from "../base/calendar";
import { quoted, RulebookError, wrong } from "../base/errors";
import { ofSameLetters } from "../base/letters";
import { isOneOf } from "../base/lists";
import { isObject } from "../base/records";
import type { AssociationId, Day } from "../model/applicant";
import type { Overlay } from "../model/overlay";
import type { PathwayId, PathwayKind, Rulebook } from "../model/rulebook";
import { type Detail, details } from "../model/verdict";
import { isOutline } from "../rules/parts";
import { placeOf, whereToApplyFrom } from "../rules/where-to-apply";

/** How to judge. */
export interface EvaluateOptions<D extends Detail = Detail> {
  /** The day of judgment; there is no clock. */
  readonly asOf: Day;
  /** The association whose rules apply; or give an `overlay`. */
  readonly association?: AssociationId | undefined;
  /** What an association does differently, as `parseOverlay` returns it; or name an `association`. */
  readonly overlay?: Overlay | undefined;
  /** The rulebook, as `parseRulebook` returns it; the embedded one where absent. */
  readonly rulebook?: Rulebook | undefined;
  /** The pathways to judge; categories and add-ons where absent. */
  readonly pathways?:
    | readonly PathwayId[]
    | {
        /** The kind of pathway. */
        readonly kind: PathwayKind;
      }
    | undefined;
  /** How much the verdict tells; `outcome` where absent. */
  readonly detail?: D | undefined;
}

/** The options of judging. */
export const EVALUATE_OPTIONS = ["asOf", "association", "overlay", "rulebook", "pathways", "detail"] as const;

/** Options with the rulebook that they are about. */
export type ResolvedOptions<D extends Detail = Detail> = EvaluateOptions<D> & { readonly rulebook: Rulebook };

/** How to judge by rules that are brought. */
export interface OwnRulesOptions<D extends Detail = Detail> extends Omit<EvaluateOptions<D>, "rulebook"> {
  /** The rulebook, as `parseRulebook` returns it, or the `base` of `endorsement-pathways/base`. */
  readonly rulebook: Rulebook;
}

/** Returns a rulebook that was checked: it is frozen, so that it stays as it was checked. */
export function parsedRulebook(rulebook: Rulebook): Rulebook {
  if (isObject(rulebook) && Object.isFrozen(rulebook) && Array.isArray(rulebook.order)) return rulebook;
  const message = "the rulebook was not checked; pass what parseRulebook returns";
  throw new RulebookError([{ code: "not-parsed", pointer: "", message }]);
}

/** Returns options of which each is known: one that is misspelt would be ignored. */
export function checkedOptions<T extends object>(
  options: T,
  known: readonly (keyof T & string)[],
  pointer = "/options",
): T {
  if (!isObject(options)) {
    throw wrong("wrong-option", pointer, `an object with ${known.join(", ")}`, options, "pass one");
  }
  const stranger = Object.keys(options).find((key) => !isOneOf(known, key));
  if (stranger === undefined) return options;
  const expected = `some of: ${known.join(", ")}`;
  throw wrong("unknown-option", `${pointer}/${stranger}`, expected, stranger, "check its name");
}

/** Returns a day of judgment that is one. */
export function checkedDay(asOf: unknown, pointer = "/options/asOf"): Day {
  if (typeof asOf !== "string" || Number.isNaN(dayNumber(asOf))) {
    throw wrong("wrong-option", pointer, 'a day of the calendar as text, such as "2026-11-23"', asOf, "correct it");
  }
  return asOf;
}

/** Returns a detail that is one. */
export function checkedDetail(detail: Detail = "outcome"): Detail {
  if (isOneOf(details, detail)) return detail;
  throw wrong("wrong-option", "/options/detail", `one of: ${details.join(", ")}`, detail, "correct it");
}

/** Finds the overlay that options ask for. */
export function overlayOf({ asOf, association, overlay, rulebook }: ResolvedOptions) {
  if (association === undefined) return checkedOverlay(overlay);
  if (overlay !== undefined) {
    throw wrong("wrong-option", "/options/overlay", "nothing beside an association", overlay, "give one of the two");
  }
  return associationIn(rulebook, association, asOf);
}

function checkedOverlay(overlay: Overlay | undefined): Overlay | undefined {
  if (overlay === undefined || (typeof overlay === "object" && overlay !== null && Object.isFrozen(overlay))) {
    return overlay;
  }
  throw wrong("wrong-option", "/options/overlay", "what parseOverlay returns", overlay, "parse it first");
}

/** Finds an association's overlay; of a place that none serves, the error says where one applies from there. */
export function associationIn(rulebook: Rulebook, association: AssociationId, asOf: Day): Overlay {
  if (typeof association === "string" && Object.hasOwn(rulebook.associations, association)) {
    const found = rulebook.associations[association] as Overlay;
    if (!isOutline(found)) return found;
    const expected = `nothing: pass the overlay of endorsement-pathways/associations/${association} as options.overlay`;
    throw wrong(
      "wrong-option",
      "/options/association",
      expected,
      association,
      "this part of the rules has only outlines",
    );
  }
  const ids = Object.keys(rulebook.associations).join(", ") || "none, for the rulebook has no associations";
  const place = typeof association === "string" ? placeOf(association) : undefined;
  const advice =
    place === undefined
      ? (asWritten(association, Object.keys(rulebook.associations)) ?? "correct it")
      : whereToApplyFrom(rulebook, place, dayNumber(asOf)).text;
  throw wrong("unknown-association", "/options/association", `one of: ${ids}`, association, advice);
}

/** What to write for an id that is written otherwise. */
export function asWritten(id: unknown, known: readonly string[]): string | undefined {
  const meant = typeof id === "string" ? ofSameLetters(id, known) : undefined;
  return meant && `write ${quoted(meant)}`;
}

/** Refuses a pathway that the rulebook does not have. */
export function knownPathway({ order }: Rulebook, pathway: PathwayId, pointer = "/options/pathway"): void {
  if (order.includes(pathway)) return;
  throw wrong("unknown-pathway", pointer, `one of: ${order.join(", ")}`, pathway, asWritten(pathway, order));
}
