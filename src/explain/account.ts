import { isCollection } from "../evidence/fields";
import type {
  AmountAccount,
  Counted,
  PathwayAccount,
  Presumption,
  RequirementAccount,
  UnusedDecision,
} from "../model/verdict";
import { processFor } from "../rules/pathway-in-force";
import type { MessageId } from "../rules/translations";
import { citations } from "../rules/written";
import { processWords } from "./costs";
import { type DocumentItem, type DocumentPart, wordsOf } from "./document";
import { distinct, type Explaining, entriesWords, evidenceNames, measuresIn, pathwayRule } from "./explaining";
import type { Language } from "./language";
import { fieldWords, reasonWords } from "./reasons";

/** Which evidence counts, why the rest does not, whose rule it is, and how sure it is. */
export function accountDetails(explaining: Explaining, requirement: RequirementAccount): string[] {
  const { language, associationName, rules } = explaining;
  const { say, rule } = language;
  const { origin, confidence } = requirement;
  const counted = amountsOf(explaining, requirement).flatMap(({ of, unit, counted: groups }) =>
    groups.flatMap((group) => evidenceNames(of, group.evidence).map((evidence) => ({ ...group, unit, evidence }))),
  );
  const byEvidence = new Map(counted.map((one) => [one.evidence, one]));
  const amountOf = (evidence: string) => {
    const found = byEvidence.get(evidence);
    return found === undefined ? "" : countedWords(language, found);
  };
  const names = (by: string | undefined) => {
    const own = counted.filter(({ equivalence }) => equivalence === by).map(({ evidence }) => evidence);
    return entriesWords(explaining, own, (entry, evidence) =>
      say("entry-amount", { entry, amount: amountOf(evidence) }),
    );
  };
  const byRule = [...new Set(counted.flatMap(({ equivalence }) => equivalence ?? []))].map((id) => {
    const title = rules.equivalences.find((one) => one.id === id)?.title ?? id;
    return say("counts-by-rule", { rule: rule(title), evidence: names(id) });
  });
  const counts = names(undefined);
  return [
    ...(counts === "" ? [] : [say("counts", { evidence: counts })]),
    ...byRule,
    ...reasonDetails(explaining, requirement),
    ...(origin === undefined ? [] : [say("rule-of", { association: associationName(origin) })]),
    ...((nearestRoute(requirement)?.confidence ?? confidence) === "low" ? [say("low-confidence")] : []),
  ];
}

/** Why evidence does not count along the nearest route, or not for certain: a line for each reason. */
export function reasonDetails(explaining: Explaining, requirement: RequirementAccount): string[] {
  const amounts = amountsOf(explaining, requirement);
  const counted = new Set(
    amounts.flatMap((amount) => amount.counted.flatMap(({ evidence }) => evidenceNames(amount.of, evidence))),
  );
  return amounts.flatMap((amount) => reasonLines(explaining, amount, counted));
}

const nearestRoute = ({ routes, route }: RequirementAccount) => routes.find(({ id }) => id === route);

/** The amounts that the nearest route is drawn from. */
function amountsOf({ verdict }: Explaining, requirement: RequirementAccount): AmountAccount[] {
  const nearest = nearestRoute(requirement);
  return (nearest === undefined ? [] : measuresIn(verdict, nearest)).flatMap((name) => {
    const measure = verdict.measures[name];
    return measure?.kind === "amount" ? [measure] : [];
  });
}

/** How much of an entry counts, in brackets; nothing where entries are counted. */
function countedWords(
  { say, number }: Language,
  { amount, unit, capped }: Pick<Counted, "amount" | "capped"> & { readonly unit: string },
): string {
  if (unit === "entries") return "";
  const told = Math.floor(amount * 10 + 1e-6) / 10;
  const isNamed = unit === "hours" || unit === "months" || unit === "families";
  const words = isNamed ? say(`counted-${unit}`, { amount: told }) : number(told);
  return say(capped ? "counted-capped" : "counted-amount", { amount: words });
}

function reasonLines(explaining: Explaining, { of, uncounted }: AmountAccount, counted: ReadonlySet<string>): string[] {
  const groups = new Map<string, string[]>();
  for (const { evidence, status, because } of uncounted) {
    // what is simply something else, such as another signed statement, needs no reason
    if (status === "unmet" && because.fact === "kind" && (of === "attestations" || of === "credentials")) continue;
    const id = status === "unknown" ? "may-not-count" : "does-not-count";
    const key = JSON.stringify([id, reasonWords(explaining, of, because)]);
    // of what counts in another place, nothing is wrong
    const others = evidenceNames(of, evidence).filter((one) => !counted.has(one));
    if (others.length > 0) groups.set(key, [...(groups.get(key) ?? []), ...others]);
  }
  return [...groups].map(([key, evidence]) => {
    const [id, reason] = JSON.parse(key) as ["may-not-count" | "does-not-count", string];
    return explaining.language.say(id, { reason, evidence: entriesWords(explaining, evidence) });
  });
}

/** What goes for all pathways that are explained. */
export function background(explaining: Explaining, chosen: readonly PathwayAccount[]): DocumentPart[] {
  const { language, verdict, citations: numbered, rules } = explaining;
  const { say, rule } = language;
  const item = (text: string, sources: readonly { readonly source: string }[] = []): DocumentItem => ({
    text: wordsOf(text),
    details: [],
    cites: numbered.cite(sources.map(({ source }) => source)),
  });
  const list = (
    id: "list-presumed" | "list-decisions" | "list-questions" | "list-process",
    items: readonly DocumentItem[],
  ): DocumentPart[] => (items.length === 0 ? [] : [{ kind: "list", title: wordsOf(say(id)), items, collapsed: true }]);
  const written = chosen.map(({ pathway }) => pathwayRule(explaining, pathway));
  const bearing = new Set(chosen.flatMap(({ questions }) => questions.map(({ id }) => id)));
  // of what has no routes, the criterion itself is the question
  const settled = written.flatMap(({ requirements }) => requirements.filter(({ routes }) => routes !== undefined));
  const open = settled.flatMap(({ questions = [] }) => questions).filter(({ id }) => !bearing.has(id));
  const process = written.flatMap((pathway) => processFor(rules, pathway));
  return [
    ...list(
      "list-presumed",
      verdict.presumed.map((one) => item(presumedWords(explaining, one))),
    ),
    ...list(
      "list-decisions",
      verdict.unusedDecisions.map((one) => item(unusedWords(explaining, one))),
    ),
    ...list(
      "list-questions",
      distinct(open, ({ id }) => id).map(({ text, sources }) => item(rule(text), sources)),
    ),
    ...list(
      "list-process",
      distinct(process, ({ text }) => text).map((one) => item(processWords(language, one), citations(one.sources))),
    ),
  ];
}

const unusedWords = (explaining: Explaining, { decision, because }: UnusedDecision): string =>
  explaining.language.say("unused-decision", {
    decision: entriesWords(explaining, [decision]),
    reason: explaining.language.say(`unused-${because}`),
  });

/** How to say what is presumed and is no word of a vocabulary. */
const PRESUMED = new Map<unknown, MessageId>([
  ["still so", "presumed-still-so"],
  ["already past", "presumed-past"],
  ["at least one", "presumed-some"],
  ["those of the category", "presumed-ages"],
  ["none of these", "presumed-association"],
  ["no reviewing", "presumed-training"],
  ["before the evidence", "presumed-before"],
]);

function presumedWords(explaining: Explaining, { field, value, evidence }: Presumption): string {
  const { language } = explaining;
  if (field === "residence") return language.say("presumed-residence", { place: String(value) });
  const [collection = "", ...path] = field.split(".");
  // of a person's endorsements, the endorsement is what is told
  if (!isCollection(collection)) return field;
  const label = fieldWords(language, collection, path.length > 1 ? "endorsements" : path[0]);
  const own = { field: label, evidence: entriesWords(explaining, evidenceNames(collection, evidence)) };
  const message = PRESUMED.get(value);
  if (message !== undefined) return language.say(message, own);
  if (typeof value === "string") return language.say("presumed", { ...own, value: statusWord(explaining, value) });
  const words = typeof value === "number" ? language.number(value) : language.answer(value ? "yes" : "no");
  return language.say("presumed", { ...own, value: words });
}

const statusWord = ({ language: { field } }: Explaining, word: string) =>
  field("credentials", "status")
    ?.words?.find(({ value }) => value === word)
    ?.label.toLowerCase() ?? word;
