/**
 * Explains what became of one requirement: what counts, what is missing, what is not certain, and what to ask.
 */

import { visit } from "../base/tree";
import type { PathwayKind } from "../model/rulebook";
import type {
  AmountAccount,
  AmountProgress,
  BearingQuestion,
  Blocking,
  Counted,
  Gap,
  MeasureAccount,
  RequirementAccount,
  RouteVerdict,
  SlotFilled,
  Trace,
  Truth,
  Uncounted,
} from "../model/verdict";
import type { RequirementInForce } from "../rules/in-force";
import {
  amountWords,
  gapWords,
  leafWords,
  type NamesById,
  numberWords,
  reasonWords,
  slotWords,
  stageWords,
} from "./amounts";

/** One thing that is explained. */
export interface Item {
  /** Its state; nothing where it has none. */
  readonly mark?: Truth;
  /** What it is. */
  readonly text: string;
  /** The documents that say so, by id. */
  readonly cites: readonly string[];
  /** What there is to know about it, a sentence each. */
  readonly details: readonly string[];
}

type Measures = Readonly<Record<string, MeasureAccount>>;

/** What an explanation draws on. */
export interface Context {
  /** The kind of the pathway. */
  readonly kind: PathwayKind;
  /** The measures of the verdict. */
  readonly measures: Measures;
  /** The questions of the pathway. */
  readonly questions: readonly BearingQuestion[];
  /** Where titles are looked up. */
  readonly reference: NamesById;
}

/** How many entries are listed by name. */
const LISTED = 6;

/** Explains one requirement. */
export function explainRequirement(requirement: RequirementAccount, rule: RequirementInForce, context: Context): Item {
  const { status, stage, routes, obligation } = requirement;
  const { title, sources } = rule;
  const route = routes.find(({ id }) => id === requirement.route);
  const written = rule.routes?.find(({ id }) => id === requirement.route);
  const cited = [...sources, ...(written?.sources ?? [])].map(({ source }) => source);
  return {
    ...(obligation !== "reviewed" && { mark: status }),
    text: stage === "experience" ? title : `${title} (${stageWords(context.kind, stage)})`,
    cites: [...new Set(cited)],
    details: unique([
      ...decisionDetails(requirement),
      ...routeDetails(requirement, rule, route, context),
      ...questionDetails(requirement, route, context),
      ...ruleDetails(requirement, route, context),
    ]),
  };
}

function decisionDetails({ decisions = [] }: RequirementAccount): string[] {
  return decisions.map(({ decision, type, evidence = [] }) =>
    type === "waive" ? `Waived by ${decision}.` : `${evidence.join(", ")} accepted by ${decision}.`,
  );
}

function routeDetails(
  requirement: RequirementAccount,
  rule: RequirementInForce,
  route: RouteVerdict | undefined,
  context: Context,
): string[] {
  const { routes, status, decisions = [], progress = [] } = requirement;
  if (route === undefined || (route.status !== status && decisions.length > 0)) return [];
  const titleOf = (id: string) => rule.routes?.find((one) => one.id === id)?.title ?? id;
  const others = routes.filter(({ id }) => id !== route.id);
  const own = titleOf(route.id);
  if (status === "met") {
    const named = others.length > 0 ? [`By: ${own}`] : [];
    return [...named, ...progress.flatMap((one) => countedDetails(one, context))];
  }
  const open = others.filter((other) => isInReach(other, context)).map(({ id }) => titleOf(id));
  const nearest = others.length > 0 ? [`Nearest: ${own}`] : [];
  const instead = open.length > 0 ? [`Or instead: ${open.join("; or: ")}`] : [];
  return [...nearest, ...obstacleDetails(requirement, route, context), ...instead];
}

/** Whether further evidence can meet a route: it changes no day that has passed, and takes nothing away. */
function isInReach({ status, blocking = [] }: RouteVerdict, { measures }: Context): boolean {
  if (status === "unknown") return true;
  return blocking.every(({ measure = "", fact }) => {
    const drawn = measures[measure];
    if (drawn === undefined) return false;
    return drawn.kind === "amount" ? fact === undefined : drawn.exists !== "met";
  });
}

function amountOf({ measure = "" }: { readonly measure?: string }, { measures }: Context): AmountAccount | undefined {
  const drawn = measures[measure];
  return drawn?.kind === "amount" ? drawn : undefined;
}

/** What counts. */
function countedDetails(progress: AmountProgress, context: Context): string[] {
  const amount = amountOf(progress, context);
  if (amount === undefined || amount.counted.length === 0) return [];
  const { counted, slots, unit, of, have } = amount;
  const rules = equivalenceDetails(amount, context.reference);
  if (slots !== undefined) return [...placeDetails(amount, ({ id }) => sentence(slotWords(id, slots))), ...rules];
  if (unit === "entries") return [`Evidence: ${evidenceWords(counted, unit)}`, ...rules];
  return [`${amountWords(have, unit, of)} (${progress.need} asked for): ${evidenceWords(counted, unit)}`, ...rules];
}

/** What fills each place, unless it is empty. */
function placeDetails({ counted, slots = [], unit }: AmountAccount, name: (slot: SlotFilled) => string): string[] {
  return slots.flatMap((place) => {
    const filling = counted.filter(({ slot }) => slot === place.id);
    return filling.length === 0 ? [] : [`${name(place)}: ${evidenceWords(filling, unit)}`];
  });
}

/** What counts so far, by place where there are places. */
function soFarDetails(amount: AmountAccount): string[] {
  const { counted, slots, unit, of, have } = amount;
  if (counted.length === 0) return [];
  if (slots === undefined) return [`So far: ${amountWords(have, unit, of)}: ${evidenceWords(counted, unit)}`];
  return placeDetails(amount, ({ id, atLeast, have: filled }) => {
    const share = unit === "hours" ? `: ${filled} of ${amountWords(atLeast, unit, of)}` : "";
    return `So far: ${slotWords(id, slots)}${share}`;
  });
}

/** Which rules let evidence count that otherwise would not. */
function equivalenceDetails({ counted, unit }: AmountAccount, reference: NamesById): string[] {
  const used = unique(counted.flatMap(({ equivalence }) => equivalence ?? []));
  return used.map((id) => {
    const by = counted.filter(({ equivalence }) => equivalence === id);
    return `Counted by the rule “${reference.equivalenceTitle(id) ?? id}”: ${evidenceWords(by, unit)}`;
  });
}

/** What stands in the way. */
function obstacleDetails({ status }: RequirementAccount, route: RouteVerdict, context: Context): string[] {
  const { measures, reference } = context;
  const { blocking = [], gaps = [], trace } = route;
  const amounts = unique(blocking.flatMap((one) => amountOf(one, context) ?? []));
  const accounts = amounts.flatMap((amount) => accountDetails(amount, hintFor(amount, blocking, context), reference));
  // of what was not told at all, an amount says nothing
  const told = ({ measure = "" }: Pick<Blocking, "measure">) => {
    const amount = measures[measure];
    return amount?.kind !== "amount" || !isUntold(amount);
  };
  const missing = gaps.filter(told).map((gap) => {
    return `${missingWords(status, gap)}: ${gapWords(gap, measures[gap.measure] as AmountAccount)}`;
  });
  const others = blocking
    .filter((one) => told(one) && one.fact !== undefined)
    .map((one) => leafDetail(one, route.status, measures));
  const readings = readingsIn(trace).flatMap((node) => readingDetails(node, context));
  return [...missing, ...others, ...accounts, ...readings];
}

/** Whether nothing was told of what an amount is drawn from. */
const isUntold = ({ counted, uncounted, have, possible }: AmountAccount) =>
  counted.length + uncounted.length === 0 && (possible === null || possible > have);

function missingWords(status: Truth, { question }: Gap): string {
  if (status === "unmet") return "Missing";
  return question === undefined ? "Missing, unless more counts" : "Missing, if it is asked for";
}

function leafDetail(blocking: Blocking, status: Truth, measures: Measures): string {
  const words = leafWords(blocking, blocking.measure === undefined ? undefined : measures[blocking.measure]);
  return `${status === "unmet" ? "Not so" : "Not certain"}: ${words}`;
}

/** What to do where nothing was told, and it would help that there is nothing. */
function hintFor(amount: AmountAccount, blocking: readonly Blocking[], context: Context): string {
  const asksForLittle = blocking.some((one) => amountOf(one, context) === amount && one.fact !== undefined);
  return asksForLittle && isUntold(amount) ? " (if there is none, write an empty list)" : "";
}

/** What counts so far, and why the rest does not. */
function accountDetails(amount: AmountAccount, hint: string, reference: NamesById): string[] {
  const { uncounted, possible, have, of } = amount;
  const doubtful = uncounted.some(({ status }) => status === "unknown");
  const untold = !doubtful && (possible === null || possible > have);
  return [
    ...soFarDetails(amount),
    ...equivalenceDetails(amount, reference),
    ...(untold ? [`${isUntold(amount) ? "Not told" : "Not all told"}: ${of}${hint}`] : []),
    ...groupedReasons(
      "Not certain",
      uncounted.filter(({ status }) => status === "unknown"),
      reference,
    ),
    ...groupedReasons(
      "Does not count",
      uncounted.filter((one) => one.status === "unmet" && !isAnother(one, of)),
      reference,
    ),
  ];
}

/** Whether an entry is simply something else, such as another signed statement: its kind tells what it is. */
const isAnother = ({ because }: Uncounted, of: AmountAccount["of"]) =>
  because.code === "condition" && because.fact === "kind" && (of === "attestations" || of === "credentials");

function groupedReasons(what: string, uncounted: readonly Uncounted[], reference: NamesById): string[] {
  const groups = new Map<string, string[]>();
  for (const { evidence, because } of uncounted) {
    const why = reasonWords(because, reference);
    groups.set(why, [...(groups.get(why) ?? []), ...evidence]);
  }
  return [...groups].map(([why, evidence]) => `${what}: ${listed(evidence)}: ${why}`);
}

type ReadingsNode = Extract<Trace, { readonly readings: unknown }>;

/** The nodes whose readings differ, and leave it open whether a condition is met. */
function readingsIn(trace: Trace): ReadingsNode[] {
  const found: ReadingsNode[] = [];
  visit(trace, "", (node) => {
    if (node.status !== "unknown") return false;
    if (!("readings" in node)) return true;
    if (node.readings.some(({ status }) => status !== "unknown")) found.push(node);
    return false;
  });
  return found;
}

function readingDetails({ readings, question }: ReadingsNode, { reference }: Context): string[] {
  const outcomes = readings.map(({ id, status }) => {
    return `If “${reference.readingTitle(question, id) ?? id}”: ${OUTCOMES[status]}.`;
  });
  return [`The sources differ; ask the association: ${reference.questionText(question) ?? question}`, ...outcomes];
}

const OUTCOMES: Readonly<Record<Truth, string>> = { met: "met", unmet: "something is missing", unknown: "not certain" };

/** The questions to ask about it, beside those whose readings are shown. */
function questionDetails(
  { id, status }: RequirementAccount,
  route: RouteVerdict | undefined,
  { questions, reference }: Context,
): string[] {
  if (status === "met") return [];
  const shown = new Set(route === undefined ? [] : readingsIn(route.trace).map(({ question }) => question));
  const bearing = questions.filter((one) => one.requirement === id && !shown.has(one.id));
  return bearing.map((one) => `Ask the association: ${one.text ?? reference.questionText(one.id) ?? one.id}`);
}

/** Whose rule it is, and how sure. */
function ruleDetails(
  { origin, confidence }: RequirementAccount,
  route: RouteVerdict | undefined,
  context: Context,
): string[] {
  const own = origin === "alliance" ? [] : [`Rule of ${context.reference.associationName(origin)}.`];
  const doubtful = (route?.confidence ?? confidence) === "low";
  return [...own, ...(doubtful ? ["Low confidence: a summary, an odd page or an inference says so."] : [])];
}

function evidenceWords(counted: readonly Counted[], unit: string): string {
  return listed(
    counted.map(({ evidence, amount, capped }) => {
      if (unit === "entries") return evidence;
      return `${evidence} (${numberWords(amount, unit)}${capped ? ", the most that counts" : ""})`;
    }),
  );
}

function listed(names: readonly string[]): string {
  const all = unique(names);
  const shown = all.slice(0, LISTED).join(", ");
  return all.length > LISTED ? `${shown} and ${all.length - LISTED} more` : shown;
}

const unique = <T>(all: readonly T[]): T[] => [...new Set(all)];

/** Begins a sentence with a capital letter. */
export const sentence = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
