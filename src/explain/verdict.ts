/**
 * Explains a verdict in words: a summary of all pathways, then the pathways in detail, then what goes for all of them.
 */

import type { InForce, PathwayId, Source } from "../model/rulebook";
import type { AccountVerdict, PathwayAccount, PathwayStatus, RequirementAccount, Truth } from "../model/verdict";
import { processFor, type RulesInForce } from "../rules/in-force";
import { citations } from "../rules/written";
import { type NamesById, paysWords, stageWords } from "./amounts";
import { explainRequirement, type Item, sentence } from "./requirement";
import { idWords } from "./vocabulary";

/** Items under one title. */
export interface Section {
  /** The title. */
  readonly title: string;
  /** The items. */
  readonly items: readonly Item[];
}

/** One pathway in one line. */
export interface Summary {
  /** The id. */
  readonly pathway: PathwayId;
  /** The name. */
  readonly name: string;
  /** Its state. */
  readonly status: PathwayStatus;
  /** Whether a page says that the association offers it, or not. */
  readonly isOfferShown: boolean;
  /** How many of the required requirements are met. */
  readonly met: number;
  /** How many requirements are required. */
  readonly required: number;
}

/** One pathway in detail. */
export interface PathwayDetail extends Summary {
  /** Sentences about the whole pathway. */
  readonly lines: readonly string[];
  /** Its requirements. */
  readonly sections: readonly Section[];
}

/** A verdict in words. */
export interface Explanation {
  /** What was judged, by which rules, and what it is worth. */
  readonly opening: readonly string[];
  /** Every pathway, the nearest first. */
  readonly summaries: readonly Summary[];
  /** Where to apply who lives where the association judged by does not serve, a sentence each. */
  readonly elsewhere: readonly string[];
  /** Some pathways in detail, the nearest first. */
  readonly details: readonly PathwayDetail[];
  /** What goes for all of them. */
  readonly closing: readonly Section[];
  /** The documents cited, in the order of their first citation. */
  readonly sources: readonly Source[];
}

/** What explaining draws on beside the verdict. */
export interface ExplainOptions {
  /** The rules in force by which the verdict was reached. */
  readonly rules: RulesInForce;
  /** Documents that may be cited. */
  readonly sources: readonly Source[];
  /** The name of the association, if any. */
  readonly association?: string;
  /** The pathways to explain in detail; those that are near where absent. */
  readonly pathways?: readonly PathwayId[];
}

/** How many pathways are explained where none is asked for, unless more are eligible. */
const NEAR = 2;

/** Explains a verdict. */
export function explain(verdict: AccountVerdict, options: ExplainOptions): Explanation {
  const { association, sources } = options;
  const ranked = nearestFirst(verdict);
  const reference = referenceTo(options);
  const chosen = ranked.filter(({ pathway, status }, rank) =>
    options.pathways ? options.pathways.includes(pathway) : status === "eligible" || (rank < NEAR && isOpen(status)),
  );
  const details = chosen.map((pathway) => detailOf(pathway, verdict, options.rules, reference));
  const closing = closingOf(verdict, chosen, options.rules);
  const cited = new Set(
    [...details.flatMap(({ sections }) => sections), ...closing]
      .flatMap(({ items }) => items)
      .flatMap((one) => one.cites),
  );
  const by = association ?? "the Alliance, without those of any association";
  return {
    opening: [
      `Verdict of ${verdict.asOf}, by the rules of ${by}, as they stood on that day (rulebook ${verdict.rulebook.version}).`,
      "Unofficial: drawn from public pages. Only the association decides.",
    ],
    summaries: ranked.map(summaryOf),
    elsewhere: verdict.whereToApply === undefined ? [] : [verdict.whereToApply.text],
    details,
    closing,
    sources: [...cited].flatMap((id) => sources.find((source) => source.id === id) ?? []),
  };
}

const isOpen = (status: PathwayStatus) => status !== "not-offered" && status !== "apply-elsewhere";

function referenceTo({ rules, association }: ExplainOptions): NamesById {
  const find = (id: string) => rules.questions.find((one) => one.id === id);
  return {
    conditionTitle: (id) => rules.conditions.find((one) => one.id === id)?.title,
    equivalenceTitle: (id) => rules.equivalences.find((one) => one.id === id)?.title,
    questionText: (id) => find(id)?.text,
    readingTitle: (question, id) => find(question)?.readings?.find((one) => one.id === id)?.title,
    associationName: (id) => association ?? id,
  };
}

const ORDER: readonly PathwayStatus[] = ["eligible", "undetermined", "not-yet", "apply-elsewhere", "not-offered"];

/** Orders pathways: what is open first, what may not be offered last, then by the share that is missing; ties in the rulebook's order. */
function nearestFirst({ pathways }: AccountVerdict): readonly PathwayAccount[] {
  const distances = new Map(pathways.map((pathway) => [pathway, distanceOf(pathway)]));
  const distance = (pathway: PathwayAccount) => distances.get(pathway) as number;
  const place = (pathway: PathwayAccount) => ORDER.indexOf(pathway.status) + (isOfferShown(pathway) ? 0 : ORDER.length);
  return [...pathways].sort((a, b) => place(a) - place(b) || distance(a) - distance(b));
}

/** What is missing, as a share of what is required. */
function distanceOf({ requirements }: PathwayAccount): number {
  const required = requiredOf(requirements);
  return required.reduce((sum, one) => sum + shareMissing(one), 0) / Math.max(1, required.length);
}

/** What is missing of a requirement, as a share of what it asks for, at most 1. */
function shareMissing({ status, route, routes, progress = [] }: RequirementAccount): number {
  if (status === "met") return 0;
  const { blocking = [], gaps = [] } = routes.find(({ id }) => id === route) ?? {};
  if (blocking.length === 0) return 1;
  const shares = blocking.map(({ measure }) => {
    const need = progress.find((one) => one.measure === measure)?.need;
    const missing = gaps.filter((gap) => gap.measure === measure);
    return need === undefined ? 1 : missing.reduce((sum, { amount }) => sum + amount / need, 0);
  });
  return Math.min(
    1,
    shares.reduce((sum, share) => sum + share, 0),
  );
}

const requiredOf = (requirements: readonly RequirementAccount[]) =>
  requirements.filter(({ obligation }) => obligation === "required");

function summaryOf(judged: PathwayAccount): Summary {
  const { pathway, name, status, requirements } = judged;
  const required = requiredOf(requirements);
  const met = required.filter((one) => one.status === "met").length;
  return { pathway, name, status, isOfferShown: isOfferShown(judged), met, required: required.length };
}

/** Whether a page says that the association offers a pathway, or not; the question says what is not known. */
const isOfferShown = ({ pathway, questions }: PathwayAccount): boolean =>
  questions.every(({ id }) => id !== `offer/${pathway}`);

function detailOf(
  pathway: PathwayAccount,
  { measures, association }: AccountVerdict,
  rules: RulesInForce,
  reference: NamesById,
): PathwayDetail {
  const { kind, requirements, questions } = pathway;
  const context = { kind, measures, questions, reference };
  const written = rules.pathways.find(({ id }) => id === pathway.pathway)?.requirements ?? [];
  const required = requiredOf(requirements);
  const section = (title: string, some: readonly RequirementAccount[]): Section => ({
    title,
    items: some.flatMap((one) => {
      const rule = written.find(({ id }) => id === one.id);
      return rule === undefined ? [] : [explainRequirement(one, rule, context)];
    }),
  });
  const sections = [
    section(
      "Missing",
      required.filter(({ status }) => status === "unmet"),
    ),
    section(
      "Not certain",
      required.filter(({ status }) => status === "unknown"),
    ),
    section(
      "Met",
      required.filter(({ status }) => status === "met"),
    ),
    section(
      "Left to reviewers",
      requirements.filter(({ obligation }) => obligation === "reviewed"),
    ),
    section(
      "Recommended, never required",
      requirements.filter(({ obligation }) => obligation === "recommended"),
    ),
  ].filter(({ items }) => items.length > 0);
  return { ...summaryOf(pathway), lines: linesOf(pathway, association !== undefined, reference), sections };
}

/** Sentences about the whole pathway. */
function linesOf(pathway: PathwayAccount, association: boolean, reference: NamesById): string[] {
  const { offered, pays, replacedBy, status, due, questions } = pathway;
  const about = questions.filter(({ requirement }) => requirement === undefined);
  return [
    ...(offered ? [offeredWords(offered, association)] : []),
    ...(replacedBy ? [`Replaced by ${replacedBy.join(" and ")}.`] : []),
    ...(pays ? [`${sentence(paysWords(pays))}.`] : []),
    // to whom these rules do not apply, what they count says nothing
    ...(status === "apply-elsewhere" ? [] : progressOf(pathway)),
    ...(due ? [`Renewal is due by ${due}.`] : []),
    ...about.map(({ id, text }) => `Ask the association: ${text ?? reference.questionText(id) ?? id}`),
  ];
}

/** How many requirements are met, and how each stage stands that asks for something. */
function progressOf({ kind, stages, requirements }: PathwayAccount): string[] {
  const required = requiredOf(requirements);
  const asked = (["experience", "application", "exam"] as const).filter((id) =>
    required.some(({ stage }) => stage === id),
  );
  const states = asked.map((id) => `${sentence(stageWords(kind, id))}: ${STATES[stages[id]]}.`);
  return [countWords(required), ...(states.length > 0 ? [states.join(" ")] : [])];
}

function countWords(required: readonly RequirementAccount[]): string {
  const count = (truth: Truth) => required.filter((one) => one.status === truth).length;
  if (count("met") === required.length) return "Every requirement that can be checked is met.";
  const rest = [
    [count("unmet"), "missing"],
    [count("unknown"), "not certain"],
  ] as const;
  const words = rest.flatMap(([number, what]) => (number === 0 ? [] : [`${number} ${what}`]));
  return `${[`${count("met")} of ${required.length} requirements met`, ...words].join(", ")}.`;
}

const STATES: Readonly<Record<Truth, string>> = {
  met: "all met",
  unmet: "something is missing",
  unknown: "not certain",
};

function offeredWords(spans: readonly InForce[], association: boolean): string {
  const notNow = `Not offered ${association ? "by the association " : ""}on this day`;
  const known = spans.filter(({ from, to }) => from !== undefined || to !== undefined);
  return known.length === 0 ? `${notNow}.` : `${notNow}; in general offered ${known.map(inForceWords).join("; ")}.`;
}

const inForceWords = ({ from, to }: InForce) => [from && `from ${from}`, to && `to ${to}`].filter(Boolean).join(" ");

/** What goes for all pathways that are explained. */
function closingOf(verdict: AccountVerdict, chosen: readonly PathwayAccount[], rules: RulesInForce): Section[] {
  const written = chosen.flatMap(({ pathway }) => rules.pathways.filter(({ id }) => id === pathway));
  // of what has no routes, the criterion itself is the question
  const settled = written.flatMap(({ requirements }) => requirements.filter(({ routes }) => routes !== undefined));
  const open = settled.flatMap(({ questions = [] }) => questions);
  const process = written.flatMap((pathway) => processFor(rules, pathway));
  const item = (text: string, sources: readonly { readonly source: string }[] = []): Item => ({
    text,
    cites: sources.map(({ source }) => source),
    details: [],
  });
  return [
    {
      title: "Taken for granted, because it was not told",
      items: verdict.presumed.map(({ field, value, evidence }) =>
        item(`${field} is ${JSON.stringify(value)}: ${evidence.join(", ")}`),
      ),
    },
    {
      title: "Decisions that were not used",
      items: verdict.unusedDecisions.map(({ decision, because }) => item(`${decision}: ${idWords(because)}`)),
    },
    {
      title: "Open questions without effect on this verdict",
      items: distinct(open, ({ id }) => id).map(({ text, sources }) => item(text, sources)),
    },
    {
      title: "How the association works; this never decides",
      items: distinct(process, ({ text }) => text).map(({ text, sources }) => item(text, citations(sources))),
    },
  ].filter(({ items }) => items.length > 0);
}

function distinct<T>(all: readonly T[], key: (one: T) => string): T[] {
  return [...new Map(all.map((one) => [key(one), one])).values()];
}
