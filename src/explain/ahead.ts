/**
 * Where a career can lead: which categories lie ahead, what carries over to each, and how far it is.
 */
import type { PathwayId } from "../model/rulebook";
import type { AccountVerdict, PathwayAccount, RequirementAccount } from "../model/verdict";
import { checkAccount, evidenceNames } from "./explaining";
import { type LanguageOptions, languageOf } from "./language";
import { progressOf, type RequirementProgress } from "./progress";
import { basesOf, type RankedPathway, rankedOf } from "./rank";
import type { OwnRules } from "./rules-of";

/** A requirement toward which something is there already. */
export interface CarriedOver {
  /** The requirement. */
  readonly requirement: string;
  /** What it asks for, in words. */
  readonly label: string;
  /** The share of it that is there, from 0 to 1. */
  readonly share: number;
  /** The evidence, as `work/<id or index>`. */
  readonly evidence: readonly string[];
  /** The pathways that are open already, for which the same evidence counts. */
  readonly alsoFor: readonly PathwayId[];
}

/** A pathway that lies ahead. */
export interface Ahead extends RankedPathway {
  /** The categories of which one must be held first; empty where none is asked for. */
  readonly asksFor: readonly string[];
  /** What carries over. */
  readonly carriesOver: readonly CarriedOver[];
  /** What is left to do. */
  readonly left: readonly RequirementProgress[];
}

/**
 * Lists the pathways ahead of an applicant, the nearest first.
 *
 * Add-ons are listed too, with the categories that they are added to. What is open already, not offered, or to be applied
 * for elsewhere does not lie ahead. Pure.
 *
 * @category Look ahead
 * @param verdict - A verdict over the pathways that are of interest.
 * @param options - The language of the words, and rules of one's own where the verdict was reached by such.
 * @throws `ApplicantError` `wrong-option` where the rules are not those of the verdict.
 * @example
 * const verdict = evaluate({ attestations: [{ id: "ethics", kind: "code-of-ethics" }] }, { asOf: "2026-11-23", detail: "account" });
 * pathwaysAhead(verdict).find(({ pathway }) => pathway === "IFS")?.carriesOver[0]?.evidence; //=> ["attestations/ethics"]
 */
export function pathwaysAhead(verdict: AccountVerdict, options: LanguageOptions & OwnRules = {}): Ahead[] {
  checkAccount(verdict, "/verdict");
  const { rule } = languageOf(options);
  const bases = basesOf(verdict, options);
  const open = verdict.pathways.filter(({ status }) => status === "eligible");
  const served = new Map(
    open.map((one) => [one.pathway, new Set(one.requirements.flatMap((r) => evidenceOf(r, verdict)))]),
  );
  return verdict.pathways
    .filter(({ status }) => status === "not-yet" || status === "undetermined")
    .map((one) => aheadOf(one, verdict, served, bases, rule))
    .sort((a, b) => a.distance - b.distance);
}

function aheadOf(
  pathway: PathwayAccount,
  verdict: AccountVerdict,
  served: ReadonlyMap<PathwayId, ReadonlySet<string>>,
  bases: ReturnType<typeof basesOf>,
  rule: (english: string) => string,
): Ahead {
  const required = progressOf(pathway, verdict, rule).filter(({ obligation }) => obligation === "required");
  const asked = (bases.get(pathway.pathway) ?? []).filter(
    ({ requirement }) => pathway.requirements.find(({ id }) => id === requirement)?.status !== "met",
  );
  const carriesOver = required.flatMap(({ requirement, label, share }): CarriedOver[] => {
    const found = pathway.requirements.find(({ id }) => id === requirement);
    const evidence = found === undefined ? [] : evidenceOf(found, verdict);
    if (evidence.length === 0) return [];
    const alsoFor = [...served].flatMap(([id, own]) => (evidence.some((one) => own.has(one)) ? [id] : []));
    return [{ requirement, label, share, evidence, alsoFor }];
  });
  return {
    ...rankedOf(pathway, verdict, rule),
    asksFor: [...new Set(asked.flatMap(({ categories }) => categories))],
    carriesOver,
    left: required.filter(({ status }) => status !== "met"),
  };
}

/** The evidence that counts on the nearest route. */
function evidenceOf({ progress = [] }: RequirementAccount, { measures }: AccountVerdict): string[] {
  const counted = progress.flatMap(({ measure }) => {
    const drawn = measures[measure];
    return drawn?.kind === "amount" ? evidenceNames(drawn.of, drawn.evidence) : [];
  });
  return [...new Set(counted)];
}
