/**
 * The public functions that judge and look up, with the embedded rulebook where none is given.
 */
import { dayNumber } from "../base/calendar";
import { wrong } from "../base/errors";
import { isPlace } from "../base/known-places";
import { isOneOf } from "../base/lists";
import type { Applicant, AssociationId, Day } from "../model/applicant";
import type { PathwayId, Rulebook } from "../model/rulebook";
import type { Detail, VerdictOf, WhereToApply } from "../model/verdict";
import { type AssociationSummary, type Fee, feesOf, summaries } from "../rules/directory";
import { embeddedRulebook } from "../rules/embedded";
import type { RulesInForce } from "../rules/pathway-in-force";
import { whereToApplyFrom } from "../rules/where-to-apply";
import { judge, rulesFor } from "./judge";
import {
  associationIn,
  checkedDay,
  checkedOptions,
  EVALUATE_OPTIONS,
  type EvaluateOptions,
  knownPathway,
  parsedRulebook,
} from "./options";

/**
 * Judges an applicant: for each pathway whether the applicant is eligible, and why.
 *
 * Pure and synchronous: no clock, no input or output; arguments are not changed.
 *
 * @category Judge an applicant
 * @param applicant - The applicant, as `parseApplicant` of `endorsement-pathways/schema` returns it.
 * @param options - The day of judgment, and what to judge.
 * @returns The verdict: plain data, safe to write as JSON.
 * @throws {@link ApplicantError} where a value that is read has the wrong type, or an option is wrong.
 * @throws {@link RulebookError} where `/options/rulebook` was not parsed.
 * @example
 * // nothing was told, so nothing is certain
 * evaluate({}, { asOf: "2026-11-23", pathways: ["IFA"] }).pathways[0]?.status; //=> "undetermined"
 */
export function evaluate<D extends Detail = "outcome">(
  applicant: Applicant,
  options: EvaluateOptions<D>,
): VerdictOf[D] {
  return judge(applicant, withRulebook(checkedOptions(options, EVALUATE_OPTIONS)));
}

/**
 * Works out the rules in force on a day, as data.
 *
 * @category Know the rules and the associations
 * @param options - The day, the association or overlay if any, and the pathways if only some are asked for.
 * @returns Every pathway with its requirements in force, and what goes with them.
 * @throws {@link ApplicantError} where an option is wrong.
 * @example
 * rulesInForce({ asOf: "2026-11-23" }).pathways.find(({ id }) => id === "IFRS")?.isOffered; //=> false
 */
export function rulesInForce(options: EvaluateOptions): RulesInForce {
  return rulesFor(withRulebook(checkedOptions(options, EVALUATE_OPTIONS)));
}

/**
 * Lists the member associations: who they are, and what they offer on a day.
 *
 * @category Know the rules and the associations
 * @param options - The day.
 * @returns The associations by id.
 * @throws {@link ApplicantError} where the day is none.
 * @example
 * associations({ asOf: "2026-11-23" }).find(({ id }) => id === "us-wa")?.offered.includes("ECFS"); //=> true
 */
export function associations(options: DirectoryOptions): AssociationSummary[] {
  const { asOf, rulebook } = checkedOptions(options, DIRECTORY_OPTIONS);
  return summaries(parsedRulebook(rulebook ?? embeddedRulebook()), checkedDay(asOf));
}

/**
 * Lists what an association charges on a day, when a page last showed it, and of which kinds of fee nothing is known.
 *
 * @category Know the rules and the associations
 * @param options - The day, the association, and the pathway if only its fees are asked for.
 * @returns At least one entry for each kind of fee; `amount` is `null` where no source could be found.
 * @throws {@link ApplicantError} where an option is wrong.
 * @example
 * fees({ asOf: "2026-11-23", association: "us-wa", pathway: "IFS" }).find(({ kind }) => kind === "membership")?.amount; //=> 80
 * fees({ asOf: "2026-11-23", association: "us-mi", pathway: "IFS" }).find(({ kind }) => kind === "processing")?.stale; //=> true
 */
export function fees(options: FeeOptions): Fee[] {
  const { asOf, association, pathway, rulebook } = checkedOptions(options, FEE_OPTIONS);
  const book = parsedRulebook(rulebook ?? embeddedRulebook());
  if (pathway !== undefined) knownPathway(book, pathway);
  const day = checkedDay(asOf);
  return feesOf(book, associationIn(book, association, day), day, pathway);
}

/**
 * Finds where one applies who lives in a place: at the association that serves it, at the Alliance itself, or that no page
 * says.
 *
 * @category Know the rules and the associations
 * @param options - The place, ISO 3166, and the day.
 * @returns Who takes the application, what to do in words, and who says so.
 * @throws {@link ApplicantError} where the place or the day is none.
 * @example
 * whereToApply({ residence: "US-MI", asOf: "2026-11-23" }).association; //=> "us-mi"
 * whereToApply({ residence: "US-MT", asOf: "2026-11-23" }).kind; //=> "unknown"
 */
export function whereToApply(options: WhereOptions): WhereToApply {
  const { residence, asOf, rulebook } = checkedOptions(options, WHERE_OPTIONS);
  const day = dayNumber(checkedDay(asOf));
  if (typeof residence !== "string" || !isPlace(residence)) {
    const expected = "a place by its code of ISO 3166, such as US-NV or IE";
    throw wrong("wrong-option", "/options/residence", expected, residence, "correct it");
  }
  return whereToApplyFrom(parsedRulebook(rulebook ?? embeddedRulebook()), residence, day);
}

/** What to list of the associations. */
export interface DirectoryOptions {
  /** The day. */
  readonly asOf: Day;
  /** The rulebook, as `parseRulebook` returns it; the embedded one where absent. */
  readonly rulebook?: Rulebook | undefined;
}

/** Which fees to list. */
export interface FeeOptions extends DirectoryOptions {
  /** The association. */
  readonly association: AssociationId;
  /** The pathway; the fees of all where absent. */
  readonly pathway?: PathwayId | undefined;
}

/** Of which place to tell where one applies. */
export interface WhereOptions extends DirectoryOptions {
  /** The place, ISO 3166: `US-NV`, `IE`. */
  readonly residence: string;
}

/**
 * Whether a text is the id of a pathway. Who takes ids from outside asks; the compiler then knows that it is one.
 *
 * @category Know the rules and the associations
 * @param text - Any text, such as a choice in a form.
 * @param of - The rulebook; the embedded one where absent.
 * @example
 * isPathwayId("IFS"); //=> true
 * isPathwayId("IFZ"); //=> false
 */
export const isPathwayId = (text: string, of: Rulebook = embeddedRulebook()): text is PathwayId =>
  isOneOf(parsedRulebook(of).order, text);

/**
 * Whether a text is the id of an association whose rules are known.
 *
 * @category Know the rules and the associations
 * @param text - Any text, such as a choice in a form.
 * @param of - The rulebook; the embedded one where absent.
 * @example
 * isAssociationId("us-wa"); //=> true
 * isAssociationId("us-oh"); //=> false
 */
export const isAssociationId = (text: string, of: Rulebook = embeddedRulebook()): text is AssociationId =>
  Object.hasOwn(parsedRulebook(of).associations, text);

/**
 * The rulebook of this package, frozen.
 *
 * @category Know the rules and the associations
 */
export function rulebook(): Rulebook {
  return embeddedRulebook();
}

const DIRECTORY_OPTIONS = ["asOf", "rulebook"] as const;
const WHERE_OPTIONS = ["residence", "asOf", "rulebook"] as const;
const FEE_OPTIONS = ["asOf", "association", "pathway", "rulebook"] as const;

const withRulebook = <D extends Detail>(options: EvaluateOptions<D>) => ({
  ...options,
  rulebook: options.rulebook ?? embeddedRulebook(),
});
