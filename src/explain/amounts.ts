/**
 * Words for the parts of a verdict: amounts, reasons, comparisons. English; fields are named as in the applicant's file.
 */

import { DAYS_A_YEAR } from "../base/calendar";
import type { CollectionName } from "../model/applicant";
import type { Operator } from "../model/operators";
import type { PaidCost, PathwayKind, Stage } from "../model/rulebook";
import type {
  AmountAccount,
  Blocking,
  DrawnDay,
  DrawnDayAccount,
  Gap,
  MeasureAccount,
  PathwayStatus,
  Reason,
} from "../model/verdict";
import { idWords, listed } from "./vocabulary";

/** What a verdict refers to by id. */
export interface NamesById {
  /** Finds what a named condition says. */
  readonly conditionTitle: (id: string) => string | undefined;
  /** Finds what an equivalence says. */
  readonly equivalenceTitle: (id: string) => string | undefined;
  /** Finds the text of a question. */
  readonly questionText: (id: string) => string | undefined;
  /** Finds what a reading says. */
  readonly readingTitle: (question: string, id: string) => string | undefined;
  /** Finds the name of an association. */
  readonly associationName: (id: string) => string;
}

/** The states of a pathway in words. */
export const statusWords: Readonly<Record<PathwayStatus, string>> = {
  eligible: "eligible",
  "not-yet": "not yet",
  undetermined: "undetermined",
  "not-offered": "not offered",
  "apply-elsewhere": "apply elsewhere",
};

/** What help with cost pays for, in words. */
const costs: Readonly<Record<PaidCost, string>> = {
  "endorsement-fee": "the fees of Endorsement",
  membership: "membership of the association",
  rsc: "reflective supervision",
  training: "training",
};

/** Says what help with cost pays for, and that it pays only what goes before Endorsement where that is so. */
export function paysWords(pays: readonly PaidCost[]): string {
  const paid = listed(
    pays.map((cost) => costs[cost]),
    "and",
  );
  const isBefore = pays.every((cost) => cost === "rsc" || cost === "training");
  return isBefore ? `pays for ${paid}, not for Endorsement` : `pays for ${paid}`;
}

const applying = { experience: "before applying", application: "while applying", exam: "after approval" };

/** When each stage is, by the kind of the pathway: who renews does not apply. */
const stages: Readonly<Record<PathwayKind, Readonly<Record<Stage, string>>>> = {
  category: applying,
  "add-on": applying,
  scholarship: { ...applying, experience: "before asking for it", application: "while asking for it" },
  renewal: { ...applying, experience: "before renewing", application: "while renewing" },
  reinstatement: { ...applying, experience: "before the reinstatement", application: "with the reinstatement" },
  transfer: { ...applying, experience: "before the transfer", application: "with the transfer" },
};

/** Words when a stage is: `while applying`. */
export const stageWords = (kind: PathwayKind, stage: Stage): string => stages[kind][stage];

/** What entries of each collection are called, and what their hours and months are of. */
const collections: Readonly<Record<CollectionName, readonly [one: string, many: string, amount: string]>> = {
  people: ["person", "people", "people"],
  education: ["degree or program", "degrees or programs", "education"],
  credentials: ["credential", "credentials", "credentials"],
  work: ["job", "jobs", "such work"],
  training: ["training", "trainings", "training"],
  supervisionReceived: [
    "entry of reflective supervision received",
    "entries of reflective supervision received",
    "reflective supervision received",
  ],
  supervisionProvided: [
    "entry of reflective supervision provided",
    "entries of reflective supervision provided",
    "reflective supervision provided",
  ],
  leadership: ["leadership activity", "leadership activities", "leadership"],
  references: ["reference rating", "reference ratings", "reference ratings"],
  exams: ["part of an exam", "parts of an exam", "exams"],
  memberships: ["membership", "memberships", "memberships"],
  attestations: ["signed statement", "signed statements", "signed statements"],
  applications: ["application", "applications", "applications"],
  decisions: ["decision", "decisions", "decisions"],
};

const unitWords: Readonly<Record<string, readonly [one: string, many: string]>> = {
  hours: ["hour", "hours"],
  months: ["month", "months"],
  families: ["family", "families"],
};

/** Words a number; months to a tenth, never more than there is. */
export function numberWords(amount: number, unit: string): string {
  return String(unit === "months" && amount >= 1 ? Math.floor(amount * TENTHS + 1e-6) / TENTHS : amount);
}

const TENTHS = 10;

/** Words an amount: `1 hour`, `2.5 hours`, `3 reference ratings`. */
export function amountWords(amount: number, unit: string, of: CollectionName): string {
  const [one, many] = unit === "entries" ? collections[of] : (unitWords[unit] ?? [unit, unit]);
  const number = numberWords(amount, unit);
  return `${number} ${number === "1" ? one : many}`;
}

/** What an amount is drawn from, where the unit does not say it. */
function fromWords({ unit, of }: Pick<AmountAccount, "unit" | "of">): string {
  if (unit === "entries") return "";
  return ` of ${collections[of][2]}`;
}

/** Words what is missing: `3 more hours of training`. */
export function gapWords(
  { amount, unit, slot }: Pick<Gap, "amount" | "unit" | "slot">,
  measure: AmountAccount,
): string {
  const { of, slots, spread, have } = measure;
  const words = unit === "months" && amount < 1 ? daysWords(amount) : amountWords(roundedUp(amount, unit), unit, of);
  if (spread && unit === "months") return `${words.replace(" ", " more ")} between the first and the last of them`;
  const place = slot === undefined ? "" : `, for the place “${slotWords(slot, slots)}”`;
  return `${have > 0 ? words.replace(" ", " more ") : words}${fromWords({ unit, of })}${place}`;
}

/** Rounds what is missing as it is worded: never less than is. */
const roundedUp = (amount: number, unit: string) =>
  unit === "months" ? Math.ceil(amount * TENTHS - 1e-6) / TENTHS : amount;

/** Words a part of a month in days. */
function daysWords(months: number): string {
  const days = Math.max(1, Math.round((months * DAYS_A_YEAR) / 12));
  return days === 1 ? "1 day" : `${days} days`;
}

/** Words a place of a `filled` measure. */
export function slotWords(id: string, slots: AmountAccount["slots"]): string {
  return slots?.find((slot) => slot.id === id)?.title ?? idWords(id);
}

/** What each operator asks for, before its value. */
const asked: Readonly<Record<Operator, string>> = {
  equal: "",
  notEqual: "not ",
  lessThan: "below ",
  lessThanInclusive: "at most ",
  greaterThan: "above ",
  greaterThanInclusive: "at least ",
  before: "before ",
  onOrBefore: "on or before ",
  onOrAfter: "on or after ",
  after: "after ",
  in: "one of ",
  notIn: "none of ",
  includesAny: "one of ",
  includesAll: "all of ",
  within: "all within ",
  overlaps: "some of ",
};

/** Words what a comparison asks for: `employment is asked for`. It advises no one to change what is. */
function askedWords(operator: Operator, value: unknown, not?: true): string {
  return `${not ? "not " : ""}${wantedWords(operator, value)} is asked for`;
}

function wantedWords(operator: Operator, value: unknown): string {
  if (Array.isArray(value)) return listWords(operator, value);
  if (typeof value !== "object") return `${asked[operator]}${String(value)}`;
  if (value === null) return `${asked[operator]}a day that there is not`;
  const { from, to } = value as Pick<DrawnDay, "from" | "to">;
  return `${asked[operator]}a day from ${from ?? "long ago"} to ${to ?? "some day"}`;
}

function listWords(operator: Operator, values: readonly unknown[]): string {
  if (operator === "within" || operator === "overlaps") return `${asked[operator]}${values.join("–")} months`;
  if (values.length > 1) return `${asked[operator]}${values.join(", ")}`;
  return `${operator === "notIn" ? "not " : ""}${values[0]}`;
}

/** Words a comparison that fails: `peer is true; false is asked for`. */
function failedWords(fact: string, operator: Operator, value: unknown, not?: true): string {
  if (typeof value !== "boolean") return `${fact}: ${askedWords(operator, value, not)}`;
  const wanted = (operator === "equal") === (not === undefined) ? value : !value;
  return `${fact} is ${!wanted}; ${wanted} is asked for`;
}

/** Names what should be told, so that a fact is known: facts that are computed are in nobody's file. */
function toldWords(fact: string): string {
  if (fact === "earned") return "its day";
  if (fact === "validUntil") return "until or purchased";
  const [name, part] = fact.split(".");
  if (part === undefined) return fact;
  return `${part === "held" ? "endorsements" : part} of its ${name}`;
}

/**
 * Words why an entry does not count, or not for certain.
 *
 * @param reason - The reason.
 * @param reference - Where titles are looked up.
 * @returns A clause that finishes "it does not count: …".
 */
export function reasonWords(reason: Reason, reference: NamesById): string {
  const { code, fact = "a field", operator = "equal", value, condition, negated, question, equivalence } = reason;
  switch (code) {
    case "condition": {
      const title = condition && reference.conditionTitle(condition);
      const failed = reason.fact === undefined ? "" : failedWords(fact, operator, value, negated);
      if (!title) return failed || "no condition under which it would count holds";
      const since = reason.since === undefined ? "" : `; asked for since ${reason.since}`;
      return `${negated ? "" : "not "}evidence ${title}${(failed || since) && ` (${failed}${since})`}`;
    }
    case "not-told":
      return `${toldWords(fact)} not told`;
    case "imprecise":
      return `the day is told only as a ${value}`;
    case "reading":
      return `the sources differ: ${(question && reference.questionText(question)) ?? question}`;
    case "after-as-of":
      return "it lies after the day of the verdict";
    case "outside":
      return "it lies outside the period that counts";
    case "crosses":
      return "only a part of it lies in the period that counts";
    case "spread":
      return "the evidence is too close together";
    case "overlap":
      return "its days are counted already";
    case "cap":
      return `no more counts under the rule “${(equivalence && reference.equivalenceTitle(equivalence)) ?? equivalence}”`;
    case "no-place":
      return "every place that it fits is filled";
  }
}

/** Words a comparison that stands in the way and has no amount: of days, of the residence, of too much. */
export function leafWords({ fact, operator = "equal", value }: Blocking, measure: MeasureAccount | undefined): string {
  if (measure === undefined) return `${fact}: ${askedWords(operator, value)}`;
  const many = collections[measure.of][1];
  if (measure.kind === "amount") {
    const { have, unit, of } = measure;
    return `${amountWords(have, unit, of)} found; ${askedWords(operator, value)}`;
  }
  return `the ${measure.fact} day of the ${many}: ${askedWords(operator, value)}; ${dayWords(measure)}`;
}

function dayWords({ exists, from, to }: DrawnDayAccount): string {
  if (exists === "unmet") return "there is none";
  if (from !== null && from === to) return `it is ${from}`;
  return from === null && to === null ? "it was not told" : `it lies from ${from ?? "long ago"} to ${to ?? "some day"}`;
}
