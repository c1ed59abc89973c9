/**
 * A plan in words: when, why no earlier, and what to do.
 */
import { givenObject, givenTexts } from "../base/given";
import { nth } from "../base/lists";
import { knownPathway } from "../verdict/options";
import { amountWords } from "./amount-words";
import { elsewhereParts } from "./checklist";
import { costsOf } from "./costs";
import { type DocumentItem, type DocumentPart, type ExplainFormat, sentencePart, wordsOf } from "./document";
import { distinct, pathwayName, questionWords } from "./explaining";
import { type Language, languageOf } from "./language";
import type { Plan, PlanReason, PlanStep } from "./plan/model";
import { type Explained, inFormat, type WordsOptions } from "./render";
import { type OwnRules, rulesOfVerdict } from "./rules-of";

/**
 * Tells a plan in words: the day, why it is no earlier, what to do in which order, what it costs, and what to ask.
 *
 * @category Put it into words
 * @param plan - A plan.
 * @param options - The format and the language, and rules of one's own where the plan was made by such.
 * @example
 * const told = { credentials: [{ kind: "cda" as const }] };
 * const planned = plan(told, { asOf: "2026-11-23", pathway: "IFA", pace: { trainingHours: 3 } });
 * explainPlan(planned).split("\n")[0]; //=> "At this pace you can be ready for Infant Family Associate on October 23, 2027."
 */
export function explainPlan<F extends ExplainFormat = "text">(
  plan: Plan,
  options: WordsOptions<F> & OwnRules = {},
): Explained<F> {
  const what = "a plan, as plan returns it";
  givenObject(plan, "/plan", what, ["because", "steps", "questions", "fees"]);
  givenTexts(plan.presumed, "/plan/presumed", "a list of collections");
  const language = languageOf(options);
  const own = rulesOfVerdict(plan, options);
  knownPathway(own.book, plan.pathway, "/plan/pathway");
  const { say, list } = language;
  const asking = { own, rules: own.rules, language };
  const untold = plan.presumed.map((name) => language.collection(name)?.label ?? name);
  if (plan.whereToApply !== undefined) {
    const pathway = pathwayName(asking, plan.pathway);
    const away = [
      sentencePart(say("headline-apply-elsewhere", { pathway })),
      ...elsewhereParts({ language, book: own.book }, plan.whereToApply),
    ];
    return inFormat(away, options);
  }
  const parts: DocumentPart[] = [
    sentencePart(answer(plan, language, pathwayName(asking, plan.pathway))),
    ...listOf(
      say(plan.result === "never" ? "plan-why-never" : "plan-because"),
      plan.because.map((one) => item(reasonWords(one, language))),
    ),
    ...listOf(
      say("plan-steps"),
      together(plan.steps).map((step) => stepItem(step, language)),
    ),
    ...costsOf(asking, plan.pathway, plan.asOf),
    ...listOf(
      say("questions-theirs"),
      distinct(plan.questions, ({ id }) => id).map((one) => item(questionWords(asking, plan.pathway, one))),
    ),
    ...(untold.length > 0 ? [sentencePart(say("plan-presumed", { collections: list(untold, "and") }))] : []),
  ];
  return inFormat(parts, options);
}

function answer({ result, day, asOf }: Plan, { say, day: dayWords }: Language, pathway: string): string {
  if (day === undefined || result === "never") return say("plan-never", { pathway });
  if (result === "open") return say("plan-open", { pathway, day: dayWords(day) });
  return day === asOf ? say("plan-now", { pathway }) : say("plan-eligible", { pathway, day: dayWords(day) });
}

function reasonWords({ kind, title, need, unit, of }: PlanReason, language: Language): string {
  const { say, rule } = language;
  const amount = need === undefined || unit === undefined ? "" : amountWords(language, need, unit, of);
  return say(`plan-because-${kind}`, { title: rule(title), need: amount });
}

/** Adds up what differs only in the place that it fills, or in when its hours are done; what does for two is told of each. */
function together(steps: readonly PlanStep[]): readonly PlanStep[] {
  const byKind = new Map<string, PlanStep>();
  for (const step of steps) {
    const { requirement, of, unit, from, to } = step;
    const key = JSON.stringify([requirement, of, unit, ...(unit === "hours" ? [] : [from, to])]);
    const before = byKind.get(key);
    const isApart = before?.evidence.some((one) => step.evidence.includes(one)) === true;
    byKind.set(isApart ? `${key} ${byKind.size}` : key, before === undefined || isApart ? step : added(before, step));
  }
  return [...byKind.values()];
}

function added(before: PlanStep, step: PlanStep): PlanStep {
  const days = [before.from, before.to, step.from, step.to].sort();
  return {
    ...before,
    amount: before.amount + step.amount,
    from: nth(days, 0),
    to: nth(days, 3),
    evidence: [...before.evidence, ...step.evidence],
  };
}

function stepItem({ from, to, amount, unit, of, title }: PlanStep, language: Language): DocumentItem {
  const { say, day, rule } = language;
  const what = amountWords(language, amount, unit, of);
  const when =
    from === to
      ? say("plan-step-on", { from: day(from), amount: what })
      : say("plan-step-span", { from: day(from), to: day(to), amount: what });
  return { text: wordsOf(when), details: [wordsOf(rule(title))], cites: [] };
}

const item = (text: string): DocumentItem => ({ text: wordsOf(text), details: [], cites: [] });

const listOf = (title: string, items: readonly DocumentItem[]): DocumentPart[] =>
  items.length === 0 ? [] : [{ kind: "list", title: wordsOf(title), items, collapsed: false }];
