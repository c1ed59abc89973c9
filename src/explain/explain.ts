/**
 * Explains a verdict: the answer in a sentence, then what is missing, then, where asked for, the account of evidence and sources.
 */
import { dayNumber } from "../base/calendar";
import { wrong } from "../base/errors";
import { givenOptions, givenTexts } from "../base/given";
import { checkedApplicant } from "../evidence/told";
import type { Applicant } from "../model/applicant";
import type { PathwayId } from "../model/rulebook";
import type { AccountVerdict, PathwayAccount } from "../model/verdict";
import { findSource } from "../rules/written";
import { asWritten } from "../verdict/options";
import { compiledAs } from "../verdict/renewal";
import { background } from "./account";
import { missingPhrases } from "./amount-words";
import { pathwayParts } from "./checklist";
import { costParts } from "./costs";
import { Citations, type DocumentPart, type ExplainFormat, sentencePart, sourcesPart } from "./document";
import { checkAccount, type ExplainDetail, type Explaining, explainDetails, pathwayName } from "./explaining";
import { type Language, languageOf } from "./language";
import { progressOf, type RequirementProgress } from "./progress";
import { type RankedPathway, rank, rankedOf, rankingParts } from "./rank";
import { type Explained, inFormat, type WordsOptions } from "./render";
import { type OwnRules, rulesOf } from "./rules-of";

/** How to explain. */
export interface ExplainOptions<F extends ExplainFormat = ExplainFormat> extends WordsOptions<F>, OwnRules {
  /** How much to tell. @default "checklist" */
  readonly detail?: ExplainDetail;
  /** The pathways to explain; those that are open, else the nearest, where absent. */
  readonly pathways?: readonly PathwayId[];
  /** The applicant: entries are then called by the titles that were given to them. */
  readonly applicant?: Applicant;
}

/**
 * Explains a verdict in words.
 *
 * The answer comes first, in one sentence; then a checklist along the nearest route; then, in `full`, the account and the
 * sources. HTML is escaped, accessible and without scripts. Pure.
 *
 * @category Say what a verdict means
 * @param verdict - A verdict in the detail `account`.
 * @param options - The format, the language, and how much to tell.
 * @returns A text, or with `format: "data"` a tree of typed parts.
 * @throws `ApplicantError` `wrong-option` where an option is wrong, or the rules are not those of the verdict.
 * @example
 * const told = { credentials: [{ kind: "cda" as const }] };
 * const verdict = evaluate(told, { asOf: "2026-11-23", pathways: ["IFA"], detail: "account" });
 * explain(verdict, { detail: "line", language: "es" }).startsWith("Usted cumple 1 de 6 requisitos"); //=> true
 */
export function explain<F extends ExplainFormat = "text">(
  verdict: AccountVerdict,
  options: ExplainOptions<F> = {},
): Explained<F> {
  const { detail = "checklist" } = givenOptions(options);
  refuseUnknown("/options/detail", detail, explainDetails);
  checkAccount(verdict, "/verdict");
  checkChosen(verdict, options.pathways);
  if (options.applicant !== undefined) checkedApplicant(options.applicant, "/options/applicant");
  return inFormat(explained(verdict, { ...options, detail }), options);
}

function refuseUnknown(at: string, value: string, known: readonly string[]): void {
  if (!known.includes(value)) throw wrong("wrong-option", at, `one of: ${known.join(", ")}`, value, "correct it");
}

/** Refuses a pathway that was not judged: silence about it would read as an answer. */
function checkChosen({ pathways }: AccountVerdict, chosen: ExplainOptions["pathways"]): void {
  if (chosen === undefined) return;
  const judged = pathways.map(({ pathway }) => pathway);
  const expected = `some of those that were judged: ${judged.join(", ")}`;
  const stranger = givenTexts(chosen, "/options/pathways", expected).find((id) => !judged.includes(id));
  if (stranger === undefined) return;
  const advice = asWritten(stranger, judged) ?? "correct it, or judge it first";
  throw wrong("unknown-pathway", "/options/pathways", expected, stranger, advice);
}

function explained(
  verdict: AccountVerdict,
  options: ExplainOptions & { readonly detail: ExplainDetail },
): DocumentPart[] {
  const own = rulesOf(verdict, options);
  const language = languageOf(options);
  // a renewal may be judged by the rules of the cycle that closed
  const pathways = own.rules.pathways.map((one) => {
    const judged = verdict.pathways.find(({ pathway }) => pathway === one.id);
    return judged === undefined ? one : compiledAs(own.program, judged, dayNumber(verdict.asOf)).pathway;
  });
  const explaining: Explaining = {
    verdict,
    own,
    rules: { ...own.rules, pathways },
    language,
    associationName: (id) => own.book.associations[id]?.name ?? (own.overlay?.id === id ? own.overlay.name : id),
    detail: options.detail,
    applicant: options.applicant,
    citations: new Citations(),
  };
  const ranked = options.pathways === undefined ? rank(verdict, options) : [];
  const chosen = chosenPathways(verdict, options.pathways, ranked);
  const answers =
    chosen.length === 0 ? [language.say("headline-nothing")] : chosen.map((one) => headline(explaining, one));
  const parts = answers.map(sentencePart);
  if (options.detail === "line") return parts;
  // of several that are open, the answers say enough
  const listed = options.detail === "full" || options.pathways !== undefined ? chosen : chosen.slice(0, 1);
  parts.push(
    basis(explaining),
    ...summary(explaining, ranked),
    ...listed.flatMap((one) => pathwayParts(explaining, one, listed.length > 1)),
    ...costParts(explaining, chosen),
  );
  if (options.detail !== "full") return parts;
  const about = background(explaining, chosen);
  const find = (id: string) => findSource(own.book, id, own.overlay);
  return [...parts, ...about, ...sourcesPart(explaining.citations, find, language.say("list-sources"))];
}

/** The pathways asked for; else those that are open, else the nearest. */
function chosenPathways(
  { pathways }: AccountVerdict,
  asked: readonly PathwayId[] | undefined,
  ranked: readonly RankedPathway[],
): readonly PathwayAccount[] {
  const find = (id: PathwayId) => pathways.filter(({ pathway }) => pathway === id);
  if (asked !== undefined) return asked.flatMap(find);
  const [nearest] = ranked;
  if (nearest === undefined) return pathways.slice(0, 1);
  const open = ranked.filter(({ status }) => status === "eligible");
  return (open.length > 0 ? open : [nearest]).flatMap(({ pathway }) => find(pathway));
}

/** How many things a sentence names before it says how many more there are. */
const NAMED = 3;

function headline(explaining: Explaining, pathway: PathwayAccount): string {
  const { language, verdict } = explaining;
  const { say, rule, list } = language;
  const name = pathwayName(explaining, pathway.pathway);
  const { status } = pathway;
  if (status === "eligible" || status === "not-offered" || status === "apply-elsewhere") {
    return say(`headline-${status}`, { pathway: name });
  }
  const wanted = status === "not-yet" ? "unmet" : "unknown";
  const open = progressOf(pathway, verdict, rule).filter(
    (one) => one.obligation === "required" && one.status === wanted,
  );
  const phrases = [...new Set(open.flatMap((one) => phrasesFor(language, one)))];
  // nothing but the place of residence may be open
  const named = phrases.length === 0 ? [say("where-you-live")] : phrases;
  const rest = named.length > NAMED ? [say("more", { count: named.length - NAMED })] : [];
  const { met, required } = rankedOf(pathway, verdict, rule);
  const missing = list([...named.slice(0, NAMED), ...rest], "and");
  return say(`headline-${status}`, { pathway: name, met, required, missing });
}

/** What is missing of a requirement, in few words; what it asks for, where no amount says it. */
function phrasesFor(language: Language, { parts, label, status }: RequirementProgress): string[] {
  const first = new Map(parts.map(({ question, reading }) => [question, reading] as const).reverse());
  const inOneReading = parts.filter(({ question, reading }) => first.get(question) === reading);
  const phrases = status === "unmet" ? missingPhrases(language, inOneReading) : [];
  return phrases.length > 0 ? phrases.slice(0, 1) : [language.say("quoted", { text: label })];
}

function basis({ verdict: { asOf, association }, language: { say, day }, associationName }: Explaining): DocumentPart {
  const by =
    association === undefined
      ? say("basis-alliance", { day: day(asOf) })
      : say("basis-association", { day: day(asOf), association: associationName(association) });
  return sentencePart(`${by} ${say("unofficial")}`);
}

/** How many pathways the summary lists, before `full`. */
const LISTED = 4;

function summary({ language, detail }: Explaining, ranked: readonly RankedPathway[]): DocumentPart[] {
  if (ranked.length < 2) return [];
  return rankingParts(detail === "full" ? ranked : ranked.slice(0, LISTED), language);
}
