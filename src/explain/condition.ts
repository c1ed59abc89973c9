/**
 * Conditions in plain English, for pages and for those who check rules. Nothing that judges reads this.
 */

import { type Folds, fold, leavesOf } from "../base/tree";
import { isDayFact, isMeasureFact, type MeasureFact } from "../model/facts";
import type { Condition, FactValue, Leaf, MeasureParams, Slot, Where } from "../model/language";
import type { Equivalence } from "../model/rulebook";
import { wordsIn } from "../rules/comparison";
import { conditionOf, isMeasureLeaf, isSettled, type MeasureLeaf } from "../rules/written";
import { clauseOf, dayComparisonWords, dayValueWords, happenedWords, numberComparisonWords } from "./clauses";
import { fit, inOneLine, type Lines, lines, texts, together } from "./lines";
import { dependingLines, differingLines } from "./reading-lines";
import type { Titles } from "./titles";
import { countedWords, entryWords, idWords, listed } from "./vocabulary";

/**
 * Says a condition of a requirement.
 *
 * @example
 * const same = (id) => id;
 * const titles = { condition: same, equivalence: same, association: same, question: (id) => ({ text: id }) };
 * conditionLines({ fact: "hours", params: { of: "training" }, operator: "greaterThanInclusive", value: 30 }, titles);
 * //=> { text: "at least 30 hours of training" }
 */
export function conditionLines(condition: Condition, titles: Titles): Lines {
  const folds: Folds<Condition, Lines> = {
    all: (parts) => together("all of these:", parts),
    any: (parts) => together("any one of these:", parts),
    not: (part, node) => noneLines(node.not, titles) ?? lines("this does not hold:", [part]),
    named: (_, node) => lines(`evidence ${titles.condition(node.condition)}`),
    readings: (parts, node) =>
      differingLines(
        node,
        parts.map((part) => [part]),
        titles,
      ),
    leaf: (leaf) => {
      if (!isSettled(leaf)) return dependingLines(leaf, titles, (one) => [fold<Condition, Lines>(one, folds)]);
      return isMeasureLeaf(leaf) ? measureLines(leaf, titles) : lines(factWords(leaf));
    },
  };
  return fold(condition, folds);
}

/** Says a condition on one entry, as the end of the phrase "evidence …". */
export function phrase(where: Where, titles: Titles): string {
  return listed(entryLines(conditionOf(where), titles).map(inOneLine), "and");
}

/**
 * Says a condition on one entry as clauses that must all hold.
 *
 * @returns Ends of the phrase "evidence …": `that is paid`.
 */
export function entryLines(condition: Condition, titles: Titles): readonly Lines[] {
  const folds: Folds<Condition, readonly Lines[]> = {
    all: (parts) => parts.flat(),
    any: (parts) => [alternatives(parts.map((part) => together("all of these:", part)))],
    not: (part, node) => [negated(node.not, part, titles)],
    named: (_, node) => [lines(titles.condition(node.condition))],
    readings: (parts, node) => [differingLines(node, parts, titles)],
    leaf: (leaf) => [
      isSettled(leaf)
        ? lines(clauseOf(leaf, titles.association))
        : dependingLines(leaf, titles, (one) => fold<Condition, readonly Lines[]>(one, folds)),
    ],
  };
  return fold(condition, folds);
}

/** Says a condition that may be about a requirement or about one entry, such as a named one. */
export const namedLines = (condition: Condition, titles: Titles): readonly Lines[] =>
  isOfRequirement(condition) ? [conditionLines(condition, titles)] : entryLines(condition, titles);

const isOfRequirement = (condition: Condition): boolean =>
  leavesOf(condition).some((leaf) => isMeasureFact(leaf.fact) || isDayFact(leaf.fact) || leaf.fact === "residence");

/** Says an equivalence: what counts, and how far. */
export function equivalenceLines({ where, atMost, fullTimeEquivalent }: Equivalence, titles: Titles): readonly Lines[] {
  return [
    ...entryLines(conditionOf(where), titles),
    ...(atMost === undefined ? [] : [lines(`at most ${atMost}, in the unit of what it counts toward`)]),
    ...(fullTimeEquivalent ? [lines("part time by its share of full time")] : []),
  ];
}

const ALTERNATIVES = 3;

const CLAUSES = 2;

function alternatives(all: readonly Lines[]): Lines {
  if (!fit(all, ALTERNATIVES)) return together("any one of these:", all);
  return lines(`either ${listed(texts(all), "or")}`);
}

function negated(condition: Condition, all: readonly Lines[], titles: Titles): Lines {
  if ("fact" in condition && typeof condition.value === "boolean" && isSettled(condition)) {
    return lines(clauseOf({ ...condition, value: !condition.value }, titles.association));
  }
  if (!fit(all, 1)) return lines("not all of this:", all);
  const clause = texts(all).join();
  return lines(clause.startsWith("that is ") ? clause.replace("that is ", "that is not ") : `not ${clause}`);
}

/** Says a comparison for which no collection is looked at: of days, or of the place of residence. */
function factWords({ fact, operator, value, params }: Leaf): string {
  if (fact === "residence") {
    return `residence ${operator.startsWith("not") ? "not " : ""}in ${listed(wordsIn(value), "or")}`;
  }
  const day = isDayFact(fact) ? dayValueWords({ fact, ...(params && { params }) }) : fact;
  return `${day} is ${dayComparisonWords(operator, value)}`;
}

type MeasureWords = (leaf: Leaf, params: MeasureParams, titles: Titles) => Lines;

/** How each measure is worded; one that is left out does not compile. */
const measureWords: Readonly<Record<MeasureFact, MeasureWords>> = {
  hours: amountIn({ unit: ({ of }, value) => `${value === 1 ? "hour" : "hours"} of ${countedWords(of)}` }),
  months: amountIn({ unit: ({ of }, value) => `${monthsWords(value)} of ${countedWords(of)}` }),
  sum: amountIn({ unit: fieldWords, nothing: fieldWords }),
  count: amountIn({
    unit: ({ of }, value) => entryWords(of, value),
    nothing: ({ of }) => entryWords(of, 1),
    much: (amount) => amount.replace(/\b1$/, "one"),
  }),
  filled: filledLines,
  earliest: endLines,
  latest: endLines,
};

const measureLines = (leaf: MeasureLeaf, titles: Titles): Lines => measureWords[leaf.fact](leaf, leaf.params, titles);

/** How an amount is worded. */
interface AmountWords {
  /** What it is counted in, and of what: `hours of training`, `families in work`. */
  readonly unit: (params: MeasureParams, value: number) => string;
  /** What there is none of where it is 0: `reflective supervision provided`. */
  readonly nothing?: (params: MeasureParams) => string;
  /** How the number and its comparison are written. */
  readonly much?: (amount: string) => string;
}

function amountIn({
  unit,
  nothing = ({ of }) => countedWords(of),
  much = (amount) => amount,
}: AmountWords): MeasureWords {
  return (leaf, params, titles) => {
    const value = Number(leaf.value);
    if (value === 0 && leaf.operator === "greaterThanInclusive") return lines("no evidence is needed");
    if (value === 0 && leaf.operator === "equal") return suchLines(`no ${nothing(params)}`, params, titles);
    return suchLines(`${much(numberComparisonWords(leaf.operator, value))} ${unit(params, value)}`, params, titles);
  };
}

/** Says that there is no entry of a kind: the opposite of asking for at least one. */
function noneLines(condition: Condition, titles: Titles): Lines | undefined {
  if (!("fact" in condition) || condition.fact !== "count") return undefined;
  if (condition.operator !== "greaterThanInclusive" || condition.value !== 1) return undefined;
  if (!isSettled(condition) || !isMeasureLeaf(condition)) return undefined;
  const { params } = condition;
  return suchLines(`no ${entryWords(params.of, 1)}`, params, titles);
}

/** Says when the first or the last entry of a kind has its day. */
function endLines({ fact, operator, value }: Leaf, params: MeasureParams, titles: Titles): Lines {
  const { of, field = "", where } = params;
  const which = `the ${fact === "earliest" ? "first" : "last"} ${entryWords(of, 1)}`;
  const when = `${happenedWords(field)} ${dayComparisonWords(operator, value)}`;
  const clauses = where === undefined ? [] : entryLines(conditionOf(where), titles);
  if (!fit(clauses, CLAUSES)) return lines(`${which} of this kind ${when}:`, clauses);
  return lines([which, listed(texts(clauses), "and"), when].filter(Boolean).join(" "));
}

function fieldWords({ of, field = "" }: MeasureParams): string {
  return `${field} in ${countedWords(of)}`;
}

const YEAR = 12;

/** Months, and how many years they are: `months (2 years)`. */
function monthsWords(months: number): string {
  if (months % YEAR !== 0) return months === 1 ? "month" : "months";
  return months === YEAR ? "months (1 year)" : `months (${months / YEAR} years)`;
}

/** Adds to an amount which entries count, when, and how. */
function suchLines(text: string, params: MeasureParams, titles: Titles, end = ""): Lines {
  const { where, equivalences = [] } = params;
  const share = params.fullTimeEquivalent ? "part time by its share of full time" : "";
  const rest = [end, share, withinWords(params), largestWords(params), duringWords(params, titles)].filter(Boolean);
  const also = equivalences.map((id) => lines(`also: ${titles.equivalence(id)}`));
  const clauses = where === undefined ? [] : entryLines(conditionOf(where), titles);
  if (!fit(clauses, CLAUSES)) return lines(`${[text, ...rest].join(", ")}:`, [...clauses, ...also]);
  const such = listed(texts(clauses), "and");
  return lines([such === "" ? text : `${text} ${such}`, ...rest].join(", "), also);
}

function withinWords({ within }: MeasureParams): string {
  if (within === undefined) return "";
  const { atLeastMonths, atMostMonths } = within;
  const spread = atLeastMonths === undefined ? "" : ` and spread over at least ${atLeastMonths}`;
  return `all within ${atMostMonths} months${spread}`;
}

function largestWords({ largest }: MeasureParams): string {
  if (largest === undefined) return "";
  const who = largest.by.replace(/\.id$/, "");
  return largest.groups === 1 ? `all from one ${who}` : `all from at most ${largest.groups} ${who}s`;
}

function duringWords({ during }: MeasureParams, titles: Titles): string {
  if (during === undefined) return "";
  if (during === "cycle") return "within the renewal cycle";
  const end = (day: string | FactValue) => `${dayValueWords(day)}${ofWhich(day, titles)}`;
  const { from, to } = during;
  if (from === undefined) return to === undefined ? "" : `until ${end(to)}`;
  return to === undefined ? `not before ${end(from)}` : `from ${end(from)} until ${end(to)}`;
}

/** Which entries a day is looked up of: `, of a degree or program at master's level`. */
function ofWhich(day: string | FactValue, titles: Titles): string {
  const { params = {} } = typeof day === "string" ? {} : day;
  if (!("of" in params) || params.where === undefined) return "";
  const { of, where } = params;
  return ` (of a ${entryWords(of, 1)} ${phrase(where, titles)})`;
}

/** Says places to fill, or parts that make up a sum of hours. */
function filledLines({ operator, value }: Leaf, params: MeasureParams, titles: Titles): Lines {
  const { of, unit, distinct, among, slots = [] } = params;
  const isHours = unit === "hours";
  const what = isHours ? `hours of ${countedWords(of)}` : entryWords(of, Number(value));
  const once = isHours ? "no hour counted twice" : distinct ? "each by another person" : "none counted twice";
  const end = `${once}, for ${isHours ? "these parts" : "these places"}`;
  const { text, below } = suchLines(`${numberComparisonWords(operator, Number(value))} ${what}`, params, titles, end);
  const places = [
    ...slots.map((slot) => slotLines(slot, params, titles)),
    ...(among === undefined ? [] : [lines(`one of them ${phrase(among.where, titles)}`)]),
  ];
  if (below === undefined) return lines(`${text}:`, places);
  return lines("both of these:", [lines(text, below), lines(isHours ? "the parts:" : "the places:", places)]);
}

function slotLines({ id, title, where, atLeast = 1 }: Slot, { unit, of }: MeasureParams, titles: Titles): Lines {
  const name = title ?? idWords(id);
  const clauses = where === undefined ? [] : entryLines(conditionOf(where), titles);
  const isShort = fit(clauses, CLAUSES);
  const such = isShort ? listed(texts(clauses), "and") : "";
  const rest = isShort ? [] : clauses;
  if (unit === "hours") {
    const on = such || (title === undefined ? "" : `(${title})`);
    return lines([`${atLeast} hours of ${countedWords(of)}`, on].filter(Boolean).join(" "), rest);
  }
  const amount = atLeast === 1 ? "" : `${atLeast} of `;
  const isSaid = such === "" || such === `by ${name}`;
  return lines(`${amount}${name}${isSaid ? "" : `: ${such}`}${isShort ? "" : ":"}`, rest);
}
