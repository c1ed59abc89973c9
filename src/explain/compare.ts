/**
 * What differs between two verdicts.
 */
import type { Applicant, AssociationId, Day } from "../model/applicant";
import type { PathwayId } from "../model/rulebook";
import type { AccountVerdict, PathwayStatus, Truth } from "../model/verdict";
import { evaluate } from "../verdict/evaluate";
import { checkedDetail, checkedOptions, EVALUATE_OPTIONS, type EvaluateOptions } from "../verdict/options";
import { checkAccount } from "./explaining";
import { LANGUAGE_OPTIONS, type LanguageOptions, languageOf } from "./language";
import { progressOf, type RequirementProgress } from "./progress";

/** One of two verdicts. */
export interface ComparedVerdict {
  /** The day of judgment. */
  readonly asOf: Day;
  /** The association whose rules were applied. */
  readonly association?: AssociationId;
}

/** A requirement that differs. */
export interface RequirementDifference {
  /** The requirement. */
  readonly requirement: string;
  /** What it asks for, in words. */
  readonly label: string;
  /** Its state before; absent where it was not asked for. */
  readonly before?: Truth;
  /** Its state after; absent where it is no longer asked for. */
  readonly after?: Truth;
  /** How far it had come before. */
  readonly progressBefore?: RequirementProgress;
  /** How far it has come after. */
  readonly progressAfter?: RequirementProgress;
}

/** A pathway that differs. */
export interface PathwayDifference {
  /** The pathway. */
  readonly pathway: PathwayId;
  /** Its name. */
  readonly name: string;
  /** Its state before; absent where it was not judged. */
  readonly before?: PathwayStatus;
  /** Its state after; absent where it was not judged. */
  readonly after?: PathwayStatus;
  /** The requirements that differ; empty where only the state of the pathway does. */
  readonly requirements: readonly RequirementDifference[];
}

/** What differs between two verdicts. */
export interface Comparison {
  /** The first verdict. */
  readonly before: ComparedVerdict;
  /** The second verdict. */
  readonly after: ComparedVerdict;
  /** The pathways that differ, in the order of the second verdict; those that it lacks come last. */
  readonly pathways: readonly PathwayDifference[];
  /** How many pathways are the same in both. */
  readonly same: number;
}

/** What to change. */
export interface Change extends Partial<EvaluateOptions> {
  /** The applicant in place of the one that is given. */
  readonly applicant?: Applicant;
}

/**
 * Compares two verdicts: what became of each pathway and requirement.
 *
 * Whether an amount came nearer counts as a difference, even if the state is the same. Pure.
 *
 * @category Look ahead
 * @param before - The first verdict.
 * @param after - The second verdict, such as of a later day, by other rules, or with more evidence.
 * @param options - The language of the labels.
 * @example
 * const on = (asOf: string) => evaluate({}, { asOf, pathways: ["IFRS"], detail: "account" });
 * const [changed] = compare(on("2023-06-01"), on("2026-11-23")).pathways;
 * [changed?.before, changed?.after]; //=> ["undetermined", "not-offered"]
 */
export function compare(before: AccountVerdict, after: AccountVerdict, options: LanguageOptions = {}): Comparison {
  checkAccount(before, "/before");
  checkAccount(after, "/after");
  const { rule } = languageOf(options);
  const ids = [...new Set([...after.pathways, ...before.pathways].map(({ pathway }) => pathway))];
  const pathways = ids.flatMap((id) => pathwayDifference(id, before, after, rule) ?? []);
  return { before: comparedOf(before), after: comparedOf(after), pathways, same: ids.length - pathways.length };
}

/**
 * Tells what would be different: judges before and after a change, and compares.
 *
 * @category Look ahead
 * @param applicant - The applicant.
 * @param change - What to change: the applicant, the day, the association …
 * @param options - How to judge before the change.
 * @throws `ApplicantError` where a value that is read has the wrong type, or an option is wrong.
 * @example
 * const told = { credentials: [{ kind: "cda" as const }] };
 * const options = { asOf: "2026-11-23", pathways: ["IFA"] };
 * const { pathways } = whatIf(told, { applicant: { ...told, training: [{ hours: 20 }] } }, options);
 * pathways[0]?.requirements[0]?.progressAfter?.have; //=> 20
 */
export function whatIf(applicant: Applicant, change: Change, options: EvaluateOptions & LanguageOptions): Comparison {
  const { language, translation, ...judging } = checkedOptions(options, [...EVALUATE_OPTIONS, ...LANGUAGE_OPTIONS]);
  checkedDetail(judging.detail);
  const changing = checkedOptions(change, [...EVALUATE_OPTIONS, "applicant"], "/change");
  const { applicant: changed = applicant, ...other } = changing;
  checkedDetail(other.detail);
  // an association and an overlay take each other's place
  const { association: _, overlay: __, ...rest } = judging;
  const kept = other.association !== undefined || other.overlay !== undefined ? rest : judging;
  const before = evaluate(applicant, { ...judging, detail: "account" });
  const after = evaluate(changed, { ...kept, ...other, detail: "account" });
  return compare(before, after, { ...(language && { language }), ...(translation && { translation }) });
}

const comparedOf = ({ asOf, association }: AccountVerdict): ComparedVerdict => ({
  asOf,
  ...(association && { association }),
});

function pathwayDifference(
  id: PathwayId,
  before: AccountVerdict,
  after: AccountVerdict,
  rule: (english: string) => string,
): PathwayDifference | undefined {
  const one = before.pathways.find(({ pathway }) => pathway === id);
  const other = after.pathways.find(({ pathway }) => pathway === id);
  const requirements = requirementDifferences(
    one === undefined ? [] : progressOf(one, before, rule),
    other === undefined ? [] : progressOf(other, after, rule),
  );
  if (one?.status === other?.status && requirements.length === 0) return undefined;
  return {
    pathway: id,
    name: rule((other ?? one)?.name ?? id),
    ...(one && { before: one.status }),
    ...(other && { after: other.status }),
    requirements: one === undefined || other === undefined ? [] : requirements,
  };
}

function requirementDifferences(
  before: readonly RequirementProgress[],
  after: readonly RequirementProgress[],
): RequirementDifference[] {
  const ids = [...new Set([...after, ...before].map(({ requirement }) => requirement))];
  return ids.flatMap((id): RequirementDifference[] => {
    const one = before.find(({ requirement }) => requirement === id);
    const other = after.find(({ requirement }) => requirement === id);
    const isSame = one?.status === other?.status && sameParts(one, other);
    if (isSame) return [];
    return [
      {
        requirement: id,
        label: (other ?? one)?.label ?? id,
        ...(one && { before: one.status, progressBefore: one }),
        ...(other && { after: other.status, progressAfter: other }),
      },
    ];
  });
}

const sameParts = (one?: RequirementProgress, other?: RequirementProgress) => amountsIn(one) === amountsIn(other);

/** What a requirement counts and lacks; by which measure is a matter of the rules, and shows nobody a difference. */
const amountsIn = (one?: RequirementProgress) => JSON.stringify(one?.parts.map(({ measure: _, ...part }) => part));
