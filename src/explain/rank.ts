/**
 * Which pathways are nearest.
 */
import { dayNumber } from "../base/calendar";
import { givenList } from "../base/given";
import { leavesOf } from "../base/tree";
import type { PathwayId, PathwayKind } from "../model/rulebook";
import type { AccountVerdict, PathwayAccount, PathwayStatus } from "../model/verdict";
import type { Resolved } from "../rules/resolved";
import { compiledAs } from "../verdict/renewal";
import { type DocumentPart, type ExplainFormat, wordsOf } from "./document";
import { checkAccount } from "./explaining";
import { type Language, type LanguageOptions, languageOf } from "./language";
import { progressOf } from "./progress";
import { type Explained, inFormat, type WordsOptions } from "./render";
import { type OwnRules, rulesOf } from "./rules-of";

/** How near a pathway is. */
export interface RankedPathway {
  /** The pathway. */
  readonly pathway: PathwayId;
  /** Its name. */
  readonly name: string;
  /** Its kind. */
  readonly kind: PathwayKind;
  /** Its state. */
  readonly status: PathwayStatus;
  /** Whether a page shows that the association offers it. */
  readonly isOfferShown: boolean;
  /** How many required requirements are not met, each counted by the share of it that is missing: 0 is here, 2.5 is farther. */
  readonly distance: number;
  /** How many of the required requirements are met. */
  readonly met: number;
  /** How many requirements are required. */
  readonly required: number;
}

/**
 * Ranks the pathways of a verdict, the nearest first.
 *
 * The measure is the number of required requirements that are not met, each counted by the share of it that is missing along
 * its nearest route; ties in the rulebook's order. What is not offered is left out, and so is an add-on as long as what it is
 * added to is neither held nor open. What no page shows to be offered, and where one must apply elsewhere, comes last.
 *
 * @category Say what a verdict means
 * @param verdict - A verdict.
 * @param options - The language of the names, and rules of one's own where the verdict was reached by such.
 * @throws `ApplicantError` `wrong-option` where the rules are not those of the verdict.
 * @example
 * const verdict = evaluate({ credentials: [{ kind: "cda" }] }, { asOf: "2026-11-23", detail: "account" });
 * rank(verdict)[0]?.pathway; //=> "IFA"
 */
export function rank(verdict: AccountVerdict, options: LanguageOptions & OwnRules = {}): RankedPathway[] {
  checkAccount(verdict, "/verdict");
  const { rule } = languageOf(options);
  const bases = basesOf(verdict, options);
  // where one cannot apply, and what may not be offered, comes last
  const place = ({ status, isOfferShown }: RankedPathway) => (status === "apply-elsewhere" ? 2 : isOfferShown ? 0 : 1);
  return verdict.pathways
    .filter((one) => one.status !== "not-offered" && isInReach(one, bases, verdict))
    .map((one) => rankedOf(one, verdict, rule))
    .sort((a, b) => place(a) - place(b) || a.distance - b.distance);
}

/**
 * Tells in words which pathways are nearest, as a table.
 *
 * @category Put it into words
 * @param ranked - The pathways, as `rank` lists them; their names are in the language in which they were ranked.
 * @param options - The format and the language.
 * @example
 * const verdict = evaluate({}, { asOf: "2026-11-23", pathways: ["IFA"], detail: "account" });
 * explainRanking(rank(verdict)).split("\n")[2]; //=> "  IFA  Infant Family Associate  not certain  0 of 6"
 */
export function explainRanking<F extends ExplainFormat = "text">(
  ranked: readonly RankedPathway[],
  options: WordsOptions<F> = {},
): Explained<F> {
  const listed = givenList(ranked, "/ranked", "the pathways, as rank lists them");
  return inFormat(rankingParts(listed, languageOf(options)), options);
}

/** A table of pathways, the nearest first. */
export function rankingParts(ranked: readonly RankedPathway[], { say }: Language): DocumentPart[] {
  const rows = ranked.map(({ pathway, name, status, isOfferShown, met, required }) =>
    [pathway, name, say(isOfferShown ? `status-${status}` : "offer-unknown"), say("met-of", { met, required })].map(
      wordsOf,
    ),
  );
  const columns = ["column-id", "column-pathway", "column-status", "column-met"] as const;
  return [
    { kind: "heading", text: wordsOf(say("nearest")) },
    { kind: "table", columns: columns.map((id) => wordsOf(say(id))), rows },
  ];
}

/** Measures how near a pathway is. */
export function rankedOf(
  pathway: PathwayAccount,
  verdict: AccountVerdict,
  rule: (english: string) => string,
): RankedPathway {
  const required = progressOf(pathway, verdict, rule).filter(({ obligation }) => obligation === "required");
  const { name, kind, status } = pathway;
  return {
    pathway: pathway.pathway,
    name: rule(name),
    kind,
    status,
    isOfferShown: pathway.questions.every(({ id }) => id !== `offer/${pathway.pathway}`),
    distance: Math.round(required.reduce((sum, { share }) => sum + 1 - share, 0) * 100) / 100,
    met: required.filter((one) => one.status === "met").length,
    required: required.length,
  };
}

/** What must be held before something can be added to it. */
export interface Base {
  /** The requirement that asks for it. */
  readonly requirement: string;
  /** The categories, of which one must be held. */
  readonly categories: readonly string[];
}

/** Finds the requirements that only an endorsement can meet, by pathway. */
export function basesOf(verdict: AccountVerdict, options: OwnRules): ReadonlyMap<PathwayId, readonly Base[]> {
  const { program } = rulesOf(verdict, options);
  return new Map(
    verdict.pathways.map((judged) => [
      judged.pathway,
      compiledAs(program, judged, dayNumber(verdict.asOf)).requirements.flatMap(({ listed, routes }): Base[] => {
        if (listed.obligation !== "required" || routes.length === 0) return [];
        const categories = routes.map(({ resolved }) => categoriesIn(resolved));
        if (categories.some((one) => one.length === 0)) return [];
        return [{ requirement: listed.id, categories: [...new Set(categories.flat())] }];
      }),
    ]),
  );
}

/** The categories that a condition asks to hold; none where other evidence can meet it. */
function categoriesIn(resolved: Resolved): string[] {
  const leaves = leavesOf(resolved);
  if (!leaves.every((leaf) => leaf.about === "amount" && leaf.params.of === "credentials")) return [];
  return leaves.flatMap((leaf) => {
    const where = leaf.about === "amount" ? leaf.params.where : undefined;
    if (where === undefined) return [];
    return leavesOf(where).flatMap(({ fact, value }) => {
      if (fact !== "category") return [];
      return typeof value === "string" ? [value] : Array.isArray(value) ? value.map(String) : [];
    });
  });
}

function isInReach(
  { kind, pathway, requirements }: PathwayAccount,
  bases: ReturnType<typeof basesOf>,
  { pathways }: AccountVerdict,
) {
  if (kind !== "add-on") return true;
  return (bases.get(pathway) ?? []).every(
    ({ requirement, categories }) =>
      requirements.find(({ id }) => id === requirement)?.status === "met" ||
      pathways.some((one) => one.status === "eligible" && categories.includes(one.pathway)),
  );
}
