/**
 * What explaining draws on: the verdict, the rules by which it was reached, and the language.
 */
import { wrong } from "../base/errors";
import { givenObject } from "../base/given";
import { theOne } from "../base/lists";
import { leavesOf } from "../base/tree";
import { isCollection } from "../evidence/fields";
import type { Applicant } from "../model/applicant";
import type { PathwayId } from "../model/rulebook";
import type { AccountVerdict, BearingQuestion, EntryKey, RouteVerdict } from "../model/verdict";
import type { PathwayInForce, RequirementInForce } from "../rules/pathway-in-force";
import { traceOf } from "../verdict/traces";
import type { Citations } from "./document";
import type { Language } from "./language";
import { entryName } from "./names";
import type { ReasonContext } from "./reasons";
import type { RulesOfVerdict } from "./rules-of";
import { indexNamed } from "./told";

/** Refuses a verdict that tells less than words need: who writes JavaScript is not told by the compiler. */
export function checkAccount(verdict: AccountVerdict, at: string): void {
  const what = "a verdict, as evaluate returns it";
  const { detail } = givenObject(verdict, at, what);
  if (detail !== "account") {
    throw wrong("wrong-option", `${at}/detail`, '"account"', detail, 'evaluate with detail: "account"');
  }
  const { measures, rulebook } = givenObject(verdict, at, what, ["pathways"]);
  givenObject(measures, `${at}/measures`, `what stands there in ${what}`);
  givenObject(rulebook, `${at}/rulebook`, `what stands there in ${what}`);
}

/** How much an explanation tells. */
export const explainDetails = ["line", "checklist", "full"] as const;
/**
 * How much an explanation tells: `line`, one sentence a pathway; `checklist`, also what is missing and how far one is; `full`,
 * also which evidence counts and why the rest does not, what was presumed, and the sources.
 */
export type ExplainDetail = (typeof explainDetails)[number];

/** Everything that explaining draws on. */
export interface Explaining extends ReasonContext {
  readonly verdict: AccountVerdict;
  readonly own: RulesOfVerdict;
  readonly detail: ExplainDetail;
  readonly applicant: Applicant | undefined;
  readonly citations: Citations;
}

/** Finds a pathway as it is written. */
export const pathwayRule = ({ rules }: Pick<Explaining, "rules">, id: PathwayId): PathwayInForce =>
  theOne(rules.pathways, (one) => one.id === id);

/** Finds a requirement as it is written. */
export const requirementRule = (
  explaining: Pick<Explaining, "rules">,
  pathway: PathwayId,
  id: string,
): RequirementInForce => theOne(pathwayRule(explaining, pathway).requirements, (one) => one.id === id);

/** Names a pathway as the association does in this language. */
export function pathwayName(explaining: Pick<Explaining, "rules" | "language">, id: PathwayId): string {
  const { name, localName } = pathwayRule(explaining, id);
  const { language } = explaining;
  if (localName === undefined) return language.rule(name);
  // what an association calls as the rules do is translated as they are
  const isOwn = localName.name["en"] !== name || Object.keys(localName.name).length > 1;
  return isOwn ? language.name(localName.name) : language.rule(name);
}

/** Words a question for the association. */
export function questionWords(
  explaining: Pick<Explaining, "rules" | "language">,
  pathway: PathwayId,
  { id, text, requirement }: BearingQuestion,
): string {
  const { rules, language } = explaining;
  const { say, rule, day } = language;
  if (id.startsWith("offer/")) return say("question-offer");
  if (id === "residence") return say("question-residence");
  // it names the place and the association; in other languages it does not
  if (id.startsWith("residency/") && text !== rule(text ?? "")) return say("question-residency");
  if (id.startsWith("in-force/")) {
    const about = requirement === undefined ? "pathway" : "requirement";
    const spans =
      requirement === undefined
        ? pathwayRule(explaining, pathway).offered.map(({ inForce }) => inForce)
        : [requirementRule(explaining, pathway, requirement).inForce];
    for (const { from, to } of spans) {
      if (isWithin(rules.asOf, from)) return say(`question-from-${about}`, { span: day(from) });
      if (isWithin(rules.asOf, to)) return say(`question-until-${about}`, { span: day(to) });
    }
  }
  return rule(text ?? rules.questions.find((one) => one.id === id)?.text ?? id);
}

/** Whether a day lies in a month or a year of which no day is told. */
const isWithin = (day: string, span: string | undefined): span is string =>
  span !== undefined && span.length < day.length && day.startsWith(span);

/** How many entries are named. */
const ENTRIES = 6;

/** Names entries: as the applicant calls them, else as the verdict does. */
export function entriesWords(
  { language, applicant }: Explaining,
  evidence: readonly string[],
  withMore: (name: string, evidence: string) => string = (name) => name,
): string {
  const all = [...new Set(evidence)];
  const words = all.slice(0, ENTRIES).map((one) => withMore(nameOf(one, language, applicant), one).trim());
  const rest = all.length > ENTRIES ? [language.say("more", { count: all.length - ENTRIES })] : [];
  return language.list([...words, ...rest], "and");
}

function nameOf(evidence: string, language: Language, applicant: Applicant | undefined): string {
  const slash = evidence.indexOf("/");
  const of = evidence.slice(0, slash);
  const name = evidence.slice(slash + 1);
  if (!isCollection(of)) return evidence;
  const index = applicant === undefined ? -1 : indexNamed(applicant, of, evidence);
  if (applicant !== undefined && index >= 0) return entryName(applicant, of, index, language);
  const entry = language.collection(of)?.entry ?? of;
  return /^\d+$/.test(name)
    ? language.say("entry-number", { entry, number: Number(name) + 1 })
    : language.say("entry-named", { entry, name });
}

/** Keeps the first of those that have the same key. */
export const distinct = <T>(all: readonly T[], key: (one: T) => string): T[] =>
  [...new Map([...all].reverse().map((one) => [key(one), one])).values()].reverse();

/** How entries of a collection are named: `work/<id or place>`. */
export const evidenceNames = (of: string, keys: readonly EntryKey[]): string[] => keys.map((key) => `${of}/${key}`);

/** The measures that the condition of a route compares. */
export const measuresIn = (verdict: AccountVerdict, route: RouteVerdict): string[] => [
  ...new Set(leavesOf(traceOf(verdict, route)).flatMap(({ measure }) => measure ?? [])),
];
