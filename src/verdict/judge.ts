/**
 * The evaluator: rules in force and an applicant make a verdict. Pure and synchronous.
 */

import { dayNumber } from "../base/calendar";
import { RulebookError, wrong } from "../base/errors";
import { readDecisions } from "../evidence/decisions";
import { type Evidence, presumptions, readEvidence } from "../evidence/read";
import { type Program, programOn } from "../judge/compile";
import type { Run } from "../judge/compiled";
import type { Applicant, AssociationId, Day } from "../model/applicant";
import type { Overlay } from "../model/overlay";
import { type PathwayId, type PathwayKind, pathwayKinds, type Rulebook } from "../model/rulebook";
import type { Measure, Verdict } from "../model/verdict";
import { digestOf } from "../rules/digest";
import { isAwarded, type RulesInForce, rulesOn } from "../rules/in-force";
import { judgePathway } from "./pathway";

/** How to judge. */
export interface EvaluateOptions {
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
}

/** The options of judging. */
export const EVALUATE_OPTIONS = ["asOf", "association", "overlay", "rulebook", "pathways"] as const;

/** Options with the rulebook that they are about. */
export type ResolvedOptions = EvaluateOptions & { readonly rulebook: Rulebook };

/**
 * Judges an applicant against a rulebook.
 *
 * @throws {@link ApplicantError} where a value that is read has the wrong type, or an option is wrong.
 */
export function judge(applicant: Applicant, options: ResolvedOptions): Verdict {
  const { rulebook } = options;
  const { program, overlay } = programFor(options);
  const evidence = readEvidence(applicant, dayNumber(options.asOf));
  const decisions = readDecisions(evidence, rulebook, overlay?.id);
  const run = startRun(evidence);
  const accepting = (entries: readonly string[]) => startRun(evidence, new Set(entries), run);
  const chosen = chosenPathways(program, options.pathways);
  const pathways = chosen.map((id) => judgePathway({ run, program, decisions, accepting }, program.pathway(id)));
  const isKnown = (id: PathwayId) => rulebook.order.includes(id);
  return {
    asOf: options.asOf,
    ...(overlay && { association: overlay.id }),
    rulebook: { id: rulebook.id, version: rulebook.version, digest: digestOf(rulebook, overlay) },
    pathways,
    measures: run.measures,
    presumed: presumptions(evidence),
    unusedDecisions: decisions.unused(chosen, isKnown),
  };
}

/** Works out the rules in force; of all pathways, or of those that are asked for. */
export function rulesFor(options: ResolvedOptions): RulesInForce {
  refuseUnparsed(options.rulebook);
  const rules = rulesOn(options.rulebook, checkedDay(options.asOf), overlayOf(options));
  if (options.pathways === undefined) return rules;
  const chosen = chosenPathways({ rules }, options.pathways);
  return { ...rules, pathways: rules.pathways.filter(({ id }) => chosen.includes(id)) };
}

/** Finds the compiled rules that options ask for. */
export function programFor(options: ResolvedOptions): {
  readonly program: Program;
  readonly overlay: Overlay | undefined;
} {
  const { rulebook } = options;
  refuseUnparsed(rulebook);
  const overlay = overlayOf(options);
  return { program: programOn(rulebook, checkedDay(options.asOf), overlay), overlay };
}

/** What was checked is frozen, so that it stays as it was checked. */
function refuseUnparsed(rulebook: unknown): void {
  if (typeof rulebook === "object" && rulebook !== null && Object.isFrozen(rulebook)) return;
  const message = "the rulebook was not checked; pass what parseRulebook returns";
  throw new RulebookError([{ code: "not-parsed", pointer: "", message }]);
}

/** Returns options of which each is known: one that is misspelt would be ignored. */
export function checkedOptions<T extends object>(options: T, known: readonly (keyof T & string)[]): T {
  if (typeof options !== "object" || options === null) {
    throw wrong("wrong-option", "options", "an object with asOf, the day of judgment", options, "pass one");
  }
  const stranger = Object.keys(options).find((key) => !(known as readonly string[]).includes(key));
  if (stranger === undefined) return options;
  const expected = `some of: ${known.join(", ")}`;
  throw wrong("unknown-option", `options.${stranger}`, expected, stranger, "check its name");
}

/** Returns a day of judgment that is one. */
export function checkedDay(asOf: unknown): Day {
  if (typeof asOf !== "string" || Number.isNaN(dayNumber(asOf))) {
    throw wrong(
      "wrong-option",
      "options.asOf",
      'a day of the calendar as text, such as "2026-11-23"',
      asOf,
      "correct it",
    );
  }
  return asOf;
}

function overlayOf({ association, overlay, rulebook }: ResolvedOptions) {
  if (association === undefined) return checkedOverlay(overlay);
  if (overlay !== undefined) {
    throw wrong("wrong-option", "options.overlay", "nothing beside an association", overlay, "give one of the two");
  }
  return associationIn(rulebook, association);
}

function checkedOverlay(overlay: Overlay | undefined): Overlay | undefined {
  if (overlay === undefined || (typeof overlay === "object" && overlay !== null && Object.isFrozen(overlay))) {
    return overlay;
  }
  throw wrong("wrong-option", "options.overlay", "what parseOverlay returns", overlay, "parse it first");
}

/** Finds an association's overlay. */
export function associationIn(rulebook: Rulebook, association: AssociationId): Overlay {
  if (Object.hasOwn(rulebook.associations, association)) return rulebook.associations[association] as Overlay;
  const ids = Object.keys(rulebook.associations).join(", ") || "none, for the rulebook has no associations";
  throw wrong("unknown-association", "options.association", `one of: ${ids}`, association, "correct it");
}

/** Refuses a pathway that the rulebook does not have. */
export function knownPathway({ order }: Rulebook, pathway: PathwayId): void {
  if (order.includes(pathway)) return;
  throw wrong("unknown-pathway", "options.pathway", `one of: ${order.join(", ")}`, pathway);
}

/** Finds the pathways that options ask for. */
export function chosenPathways(
  { rules }: Pick<Program, "rules">,
  chosen: EvaluateOptions["pathways"],
): readonly PathwayId[] {
  const known = rules.pathways.map(({ id }) => id);
  if (Array.isArray(chosen)) {
    const stranger: unknown = chosen.find((id) => !known.includes(id));
    if (stranger === undefined) return known.filter((id) => chosen.includes(id));
    throw wrong("unknown-pathway", "options.pathways", `some of: ${known.join(", ")}`, stranger);
  }
  const kind = (chosen as { readonly kind?: PathwayKind } | undefined)?.kind;
  if (chosen !== undefined && !(pathwayKinds as readonly unknown[]).includes(kind)) {
    throw wrong(
      "wrong-option",
      "options.pathways",
      `a list of pathways, or a kind as { kind }, one of: ${pathwayKinds.join(", ")}`,
      kind ?? chosen,
    );
  }
  const isChosen = kind === undefined ? isAwarded : (pathway: { readonly kind: PathwayKind }) => pathway.kind === kind;
  return rules.pathways.filter(isChosen).map(({ id }) => id);
}

/** Starts a run; one in which entries are accepted lists its measures with those of the main run. */
export function startRun(evidence: Evidence, accepted?: ReadonlySet<string>, main?: Run): Run {
  const measures: Record<string, Measure> = main?.measures ?? {};
  const drawn: Run["drawn"] = main?.drawn ?? new Map();
  return {
    evidence,
    accepted,
    levels: [],
    uncounted: [],
    hours: {},
    outside: {},
    totals: [],
    judged: [],
    results: [],
    traces: [],
    days: [],
    standings: [],
    held: [],
    measures,
    drawn,
  };
}
