/**
 * The checklist of a pathway: what is missing, what is not certain, what is met, along the nearest route.
 */
import { theOne } from "../base/lists";
import type { CollectionName } from "../model/applicant";
import type { InForce, PathwayId } from "../model/rulebook";
import type { AccountVerdict, PathwayAccount, RequirementAccount, RouteVerdict, WhereToApply } from "../model/verdict";
import { byId } from "../rules/editions";
import { accountDetails, reasonDetails } from "./account";
import { missingPhrases, missingPlaces, placesSoFar, soFarWords } from "./amount-words";
import { type DocumentItem, type DocumentPart, sentencePart, wordsOf } from "./document";
import { type Explaining, entriesWords, measuresIn, pathwayName, questionWords, requirementRule } from "./explaining";
import type { Language } from "./language";
import { paysWords } from "./pays";
import { type ProgressPart, progressOf, type RequirementProgress } from "./progress";
import type { RulesOfVerdict } from "./rules-of";

/** The lists of a checklist. */
type ListName = "missing" | "unknown" | "met" | "reviewed" | "recommended";

/** Explains one pathway. */
export function pathwayParts(explaining: Explaining, pathway: PathwayAccount, withHeading: boolean): DocumentPart[] {
  const { language, verdict, detail } = explaining;
  const { say, rule } = language;
  const id = pathway.pathway;
  const heading: DocumentPart[] = withHeading
    ? [{ kind: "heading", text: wordsOf(say("pathway-heading", { id, name: pathwayName(explaining, id) })) }]
    : [];
  // to whom these rules do not apply, what they count says nothing
  if (pathway.status === "apply-elsewhere")
    return [...heading, ...elsewhereParts({ language, book: explaining.own.book }, verdict.whereToApply)];
  const all = progressOf(pathway, verdict, rule);
  const list = (name: ListName, isListed: (one: RequirementProgress) => boolean): DocumentPart[] => {
    const items = all.filter(isListed).map((one) => requirementItem(explaining, pathway, one));
    return items.length === 0 ? [] : [{ kind: "list", title: wordsOf(say(`list-${name}`)), items, collapsed: false }];
  };
  const isRequired = ({ obligation }: RequirementProgress) => obligation === "required";
  return [
    ...heading,
    ...pathwayLines(explaining, pathway),
    ...list("missing", (one) => isRequired(one) && one.status === "unmet"),
    ...list("unknown", (one) => isRequired(one) && one.status === "unknown"),
    ...list("met", (one) => isRequired(one) && one.status === "met"),
    ...(detail !== "full" ? [] : list("reviewed", ({ obligation }) => obligation === "reviewed")),
    ...(detail !== "full" ? [] : list("recommended", ({ obligation }) => obligation === "recommended")),
  ];
}

function pathwayLines(explaining: Explaining, account: PathwayAccount): DocumentPart[] {
  const { pathway, kind, status, stages, offered = [], pays, due, cycle, replacedBy, questions } = account;
  const { say, day, list } = explaining.language;
  const about = questions.filter(({ requirement }) => requirement === undefined);
  const lines = [
    ...offeredLines(offered, explaining.language),
    ...(pays ? [paysWords(pays, explaining.language)] : []),
    // what is missing is then done while applying, or after
    ...(status === "not-yet" && stages.experience === "met" && kind !== "renewal" ? [say("can-apply")] : []),
    ...(due && cycle ? [say("due", { day: day(due), from: day(cycle.from), to: day(cycle.to) })] : []),
    ...sentIn(explaining, pathway),
    ...(replacedBy ? [say("replaced", { pathways: list(replacedBy, "and") })] : []),
    ...about.map((one) => {
      const question = questionWords(explaining, pathway, one);
      // where one lives, only oneself knows
      return one.id === "residence" ? question : say("ask", { question });
    }),
  ];
  return lines.map(sentencePart);
}

/** When the applicant sent an application for a pathway in. */
function sentIn({ applicant, language: { say, day }, verdict: { association } }: Explaining, id: PathwayId): string[] {
  return (applicant?.applications ?? []).flatMap(({ pathway, submitted, ...one }) => {
    const isElsewhere = one.association !== undefined && association !== undefined && one.association !== association;
    return pathway !== id || submitted === undefined || isElsewhere ? [] : [say("sent-in", { day: day(submitted) })];
  });
}

function offeredLines(spans: readonly InForce[], { say, day }: Language): string[] {
  return spans.flatMap(({ from, to }) => {
    if (from === undefined) return to === undefined ? [] : [say("offered-until", { to: day(to) })];
    return [
      to === undefined
        ? say("offered-from", { from: day(from) })
        : say("offered-between", { from: day(from), to: day(to) }),
    ];
  });
}

/** Where to apply instead: as the rules say it, and in few words where that is not translated. */
export function elsewhereParts(
  { language, book }: Pick<Explaining, "language"> & Pick<RulesOfVerdict, "book">,
  whereToApply: WhereToApply | undefined,
): DocumentPart[] {
  if (whereToApply === undefined) return [];
  const { kind, association, text } = whereToApply;
  const isTranslated = language.rule(text) === text;
  const name = book.associations[association ?? ""]?.name ?? "";
  return [sentencePart(isTranslated ? text : language.say(`elsewhere-${kind}`, { association: name }))];
}

/** So many reasons stand in a checklist; the account has all. */
const REASONS = 2;

function requirementItem(explaining: Explaining, pathway: PathwayAccount, progress: RequirementProgress): DocumentItem {
  const { language, detail, citations } = explaining;
  const { requirement: id, label, stage, status, obligation } = progress;
  const requirement = theOne(pathway.requirements, (one) => one.id === id);
  const written = requirementRule(explaining, pathway.pathway, id);
  const isWhileApplying = stage !== "experience" && pathway.kind !== "renewal";
  const route = written.routes?.find((one) => one.id === requirement.route);
  const cited = [...written.sources, ...(route?.sources ?? [])].map(({ source }) => source);
  const isFull = detail === "full";
  const details = [
    ...(status === "met" && !isFull ? [] : routeDetails(explaining, pathway.pathway, requirement)),
    ...(status === "met" ? [] : missingDetails(explaining, pathway, requirement, progress)),
    ...(isFull && status !== "met" ? insteadDetails(explaining, pathway.pathway, requirement) : []),
    ...(isFull ? accountDetails(explaining, requirement) : []),
    ...(isFull || status === "met" ? [] : reasonDetails(explaining, requirement).slice(0, REASONS)),
  ];
  return {
    ...(obligation !== "reviewed" && { mark: status }),
    text: wordsOf(isWhileApplying ? language.say(`stage-${stage}`, { title: label }) : label),
    details: [...new Set(details)].map(wordsOf),
    cites: isFull ? citations.cite(cited) : [],
  };
}

function routeDetails(explaining: Explaining, pathway: PathwayId, requirement: RequirementAccount): string[] {
  const { language } = explaining;
  const { say, rule } = language;
  const { id, route, routes, status, decisions = [] } = requirement;
  const decided = decisions.flatMap(({ decision, type, evidence = [] }) => [
    type === "waive"
      ? say("waived", { decision: entriesWords(explaining, [decision]) })
      : say("accepted", {
          decision: entriesWords(explaining, [decision]),
          evidence: entriesWords(explaining, evidence),
        }),
    ...whyDecided(explaining, decision),
  ]);
  const title = requirementRule(explaining, pathway, id).routes?.find((one) => one.id === route)?.title;
  if (title === undefined || routes.length < 2) return decided;
  return [...decided, say(status === "met" ? "by-route" : "nearest-route", { route: rule(title) })];
}

/** Who decided and why, as the applicant tells it. */
function whyDecided({ applicant, language }: Explaining, decision: string): string[] {
  const told = applicant?.decisions?.find(({ id }, index) => decision === `decisions/${id ?? index}`);
  if (told === undefined) return [];
  const { by, title, reason } = told;
  return [language.say("decided-by", { by, reason: title === undefined ? reason : `${title}: ${reason}` })];
}

/** The other routes that further evidence can meet: it changes no day that has passed, and takes nothing away. */
function insteadDetails(
  explaining: Explaining,
  pathway: PathwayId,
  { id, route, routes }: RequirementAccount,
): string[] {
  const { language, verdict } = explaining;
  const isInReach = ({ status, blocking = [] }: RouteVerdict) =>
    status === "unknown" ||
    blocking.every(({ measure = "", fact }) => {
      const drawn = verdict.measures[measure];
      if (drawn === undefined) return false;
      return drawn.kind === "amount" ? fact === undefined : drawn.exists !== "met";
    });
  const written = requirementRule(explaining, pathway, id).routes ?? [];
  return routes
    .filter((one) => one.id !== route && isInReach(one))
    .map((one) =>
      language.say("or-instead", { route: language.rule(written.find((rule) => rule.id === one.id)?.title ?? "") }),
    );
}

/** What is missing, and what to ask. */
function missingDetails(
  explaining: Explaining,
  { pathway, questions }: PathwayAccount,
  { id, routes, route, status }: RequirementAccount,
  { parts }: RequirementProgress,
): string[] {
  const { language, verdict } = explaining;
  const { say } = language;
  const nearest = routes.find((one) => one.id === route);
  const untold = status === "unknown" ? untoldCollections(nearest, verdict) : [];
  const isUntold = ({ of }: ProgressPart) => of !== undefined && untold.includes(of);
  const isAmount = ({ unit }: ProgressPart) => unit !== "conditions";
  const amounts = parts.filter((part) => part.question === undefined && isAmount(part) && !isUntold(part));
  const soFar = amounts.find(({ have, need, places = [] }) => have > 0 && have < need && places.length < 2);
  const asked = questions.filter(({ requirement }) => requirement === id);
  const [placed, whole] = [amounts.filter(isPlaced), amounts.filter((part) => !isPlaced(part))];
  const prefix = status === "unmet" ? "missing" : "missing-unless";
  return [
    ...untold.map((of) => say("not-told", { collection: language.collection(of)?.label ?? of })),
    ...missingPhrases(language, whole).map((amount) => say(prefix, { amount })),
    ...placed.flatMap((part) => missingPlaces(language, part, prefix)),
    ...(soFar === undefined ? [] : [soFarWords(language, soFar)]),
    ...(explaining.detail === "full" ? amounts.flatMap((part) => placesSoFar(language, part)) : []),
    ...spans(
      explaining,
      parts.filter((part) => part.question !== undefined && isAmount(part)),
    ),
    ...asked.map((one) => say("ask", { question: questionWords(explaining, pathway, one) })),
  ];
}

/** Whether a part lacks places, each of which is told. */
const isPlaced = ({ places = [] }: ProgressPart): boolean => places.some((place) => place.have < place.atLeast);

/** Amounts that readings leave open: at least this, or that if it is read so. */
function spans({ language, rules }: Explaining, parts: readonly ProgressPart[]): string[] {
  const { say, list, rule } = language;
  const words = (own: readonly ProgressPart[]) => list(missingPhrases(language, own), "and");
  return [...byId(parts, ({ question = "" }) => question)].flatMap(([question, inReadings]) => {
    const missing = [...byId(inReadings, ({ reading = "" }) => reading)].map(([reading, own]) => ({
      reading,
      words: words(own),
      share: own.reduce((sum, { need, have }) => sum + Math.max(0, need - have) / need, 0),
    }));
    missing.sort((a, b) => a.share - b.share);
    const [least] = missing;
    const most = missing.at(-1);
    if (least === undefined || most === undefined || most.share === 0) return [];
    const mayCount = inReadings.some(({ have, need, possible }) => have < need && possible > have);
    if (least.words === most.words) return [say(mayCount ? "missing-unless" : "missing", { amount: most.words })];
    const readings = rules.questions.find(({ id }) => id === question)?.readings ?? [];
    const title = readings.find(({ id }) => id === most.reading)?.title ?? "";
    const span = { least: least.words, most: most.words, reading: rule(title) };
    if (least.words === "") return [say(mayCount ? "missing-if-unless" : "missing-if", span)];
    return [say(mayCount ? "missing-span-unless" : "missing-span", span)];
  });
}

/** Collections of which nothing was told, and that the open comparisons are drawn from. */
function untoldCollections(route: RouteVerdict | undefined, verdict: AccountVerdict): CollectionName[] {
  const names = route === undefined || route.status === "met" ? [] : measuresIn(verdict, route);
  const found = names.flatMap((name) => {
    const measure = verdict.measures[name];
    if (measure?.kind !== "amount") return [];
    const { counted, uncounted, have, possible, of } = measure;
    return counted.length + uncounted.length === 0 && (possible === null || possible > have) ? [of] : [];
  });
  return [...new Set(found)];
}
