/**
 * Explains what became of one requirement: what counts, what is missing, what is not certain, and what to ask.
 */

import type { PathwayKind } from "../model/rulebook";
import type {
  Amount,
  Counted,
  LeafTrace,
  Measure,
  OpenQuestion,
  RequirementVerdict,
  RouteVerdict,
  SlotFilled,
  Trace,
  Truth,
  Uncounted,
} from "../model/verdict";
import { blame, type Culprit, gapsOf } from "../verdict/obstacles";
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

type Measures = Readonly<Record<string, Measure>>;

/** What an explanation draws on. */
export interface Context {
  /** The kind of the pathway. */
  readonly kind: PathwayKind;
  /** The measures of the verdict. */
  readonly measures: Measures;
  /** The questions of the pathway. */
  readonly questions: readonly OpenQuestion[];
  /** Where titles are looked up. */
  readonly reference: NamesById;
}

/** How many entries are listed by name. */
const LISTED = 6;

/** Explains one requirement. */
export function explainRequirement(requirement: RequirementVerdict, context: Context): Item {
  const { title, status, stage, sources, routes, obligation } = requirement;
  const route = routes.find(({ id }) => id === requirement.route);
  const cited = [...sources, ...(route?.sources ?? [])].map(({ source }) => source);
  return {
    ...(obligation !== "reviewed" && { mark: status }),
    text: stage === "experience" ? title : `${title} (${stageWords(context.kind, stage)})`,
    cites: [...new Set(cited)],
    details: unique([
      ...decisionDetails(requirement),
      ...routeDetails(requirement, route, context),
      ...questionDetails(requirement, route, context),
      ...ruleDetails(requirement, route, context),
    ]),
  };
}

function decisionDetails({ decisions = [] }: RequirementVerdict): string[] {
  return decisions.map(({ decision, type, evidence = [] }) =>
    type === "waive" ? `Waived by ${decision}.` : `${evidence.join(", ")} accepted by ${decision}.`,
  );
}

function routeDetails(requirement: RequirementVerdict, route: RouteVerdict | undefined, context: Context): string[] {
  const { routes, status, decisions = [] } = requirement;
  if (route === undefined || (route.status !== status && decisions.length > 0)) return [];
  const others = routes.filter(({ id }) => id !== route.id);
  const own = route.title;
  if (status === "met") {
    const named = others.length > 0 ? [`By: ${own}`] : [];
    return [...named, ...metLeaves(route.trace).flatMap((leaf) => countedDetails(leaf, context))];
  }
  const open = others.filter(({ trace }) => isInReach(trace, context)).map(({ title }) => title);
  const nearest = others.length > 0 ? [`Nearest: ${own}`] : [];
  const instead = open.length > 0 ? [`Or instead: ${open.join("; or: ")}`] : [];
  return [...nearest, ...obstacleDetails(requirement, route, context), ...instead];
}

/** Whether further evidence can meet a condition: it changes no day that has passed, and takes nothing away. */
function isInReach(trace: Trace, { measures }: Context): boolean {
  return blame(measures, trace).every(({ leaf }) => {
    if (leaf.status === "unknown") return true;
    const drawn = leaf.measure === undefined ? undefined : measures[leaf.measure];
    if (drawn === undefined) return false;
    return "counted" in drawn ? leaf.status === "unmet" && reaches(leaf, measures) : drawn.exists !== "met";
  });
}

/** The comparisons by which a condition is met. */
function metLeaves(trace: Trace): LeafTrace[] {
  if (trace.status !== "met" || "not" in trace) return [];
  if ("all" in trace) return trace.all.flatMap(metLeaves);
  if ("any" in trace) return metLeaves(trace.any.find(({ status }) => status === "met") as Trace);
  if ("of" in trace) return metLeaves(trace.of);
  if ("readings" in trace) return trace.readings.slice(0, 1).flatMap(({ of }) => metLeaves(of));
  return [trace];
}

function amountOf({ measure }: LeafTrace, { measures }: Context): Amount | undefined {
  const drawn = measure === undefined ? undefined : measures[measure];
  return drawn !== undefined && "counted" in drawn ? drawn : undefined;
}

/** What counts. */
function countedDetails(leaf: LeafTrace, context: Context): string[] {
  const amount = amountOf(leaf, context);
  if (amount === undefined || amount.counted.length === 0) return [];
  const { counted, slots, unit, of, have } = amount;
  const rules = equivalenceDetails(amount, context.reference);
  if (slots !== undefined) return [...placeDetails(amount, ({ id }) => sentence(slotWords(id, slots))), ...rules];
  if (unit === "entries") return [`Evidence: ${evidenceWords(counted, unit)}`, ...rules];
  return [
    `${amountWords(have, unit, of)} (${String(leaf.value)} asked for): ${evidenceWords(counted, unit)}`,
    ...rules,
  ];
}

/** What fills each place, unless it is empty. */
function placeDetails({ counted, slots = [], unit }: Amount, name: (slot: SlotFilled) => string): string[] {
  return slots.flatMap((place) => {
    const filling = counted.filter(({ slot }) => slot === place.id);
    return filling.length === 0 ? [] : [`${name(place)}: ${evidenceWords(filling, unit)}`];
  });
}

/** What counts so far, by place where there are places. */
function soFarDetails(amount: Amount): string[] {
  const { counted, slots, unit, of, have } = amount;
  if (counted.length === 0) return [];
  if (slots === undefined) return [`So far: ${amountWords(have, unit, of)}: ${evidenceWords(counted, unit)}`];
  return placeDetails(amount, ({ id, atLeast, have: filled }) => {
    const share = unit === "hours" ? `: ${filled} of ${amountWords(atLeast, unit, of)}` : "";
    return `So far: ${slotWords(id, slots)}${share}`;
  });
}

/** Which rules let evidence count that otherwise would not. */
function equivalenceDetails({ counted, unit }: Amount, reference: NamesById): string[] {
  const used = unique(counted.flatMap(({ equivalence }) => equivalence ?? []));
  return used.map((id) => {
    const by = counted.filter(({ equivalence }) => equivalence === id);
    return `Counted by the rule “${reference.equivalenceTitle(id) ?? id}”: ${evidenceWords(by, unit)}`;
  });
}

/** What stands in the way. */
function obstacleDetails({ id, status }: RequirementVerdict, route: RouteVerdict, context: Context): string[] {
  const { measures, reference } = context;
  const culprits = blame(measures, route.trace);
  const amounts = unique(culprits.flatMap(({ leaf }) => amountOf(leaf, context) ?? []));
  const accounts = amounts.flatMap((amount) => accountDetails(amount, hintFor(amount, culprits, context), reference));
  // of what was not told at all, an amount says nothing
  const told = culprits.filter(({ leaf }) => {
    const amount = amountOf(leaf, context);
    return amount === undefined || !isUntold(amount);
  });
  const missing = told.flatMap((culprit) =>
    gapsOf(measures, [culprit], id, route.id, status as "unmet" | "unknown").map(
      (gap) => `${missingWords(status, culprit)}: ${gapWords(gap, measures[gap.measure] as Amount)}`,
    ),
  );
  const others = told.filter(({ leaf }) => !reaches(leaf, measures)).map((one) => leafDetail(one, measures));
  const readings = readingsIn(route.trace).flatMap((node) => readingDetails(node, context));
  return [...missing, ...others, ...accounts, ...readings];
}

/** Whether nothing was told of what an amount is drawn from. */
const isUntold = ({ counted, uncounted, have, possible }: Amount) =>
  counted.length + uncounted.length === 0 && (possible === null || possible > have);

function missingWords(status: Truth, { question }: Culprit): string {
  if (status === "unmet") return "Missing";
  return question === undefined ? "Missing, unless more counts" : "Missing, if it is asked for";
}

/** Whether a comparison asks an amount to reach a number: what is missing is a gap then. */
function reaches({ operator, measure, value }: LeafTrace, measures: Measures): boolean {
  const drawn = measure === undefined ? undefined : measures[measure];
  return drawn !== undefined && "counted" in drawn && typeof value === "number" && operator.startsWith("greaterThan");
}

function leafDetail({ leaf }: Culprit, measures: Measures): string {
  const words = leafWords(leaf, leaf.measure === undefined ? undefined : measures[leaf.measure]);
  return `${leaf.status === "unmet" ? "Not so" : "Not certain"}: ${words}`;
}

/** What to do where nothing was told, and it would help that there is nothing. */
function hintFor(amount: Amount, culprits: readonly Culprit[], context: Context): string {
  const asksForLittle = culprits.some(
    ({ leaf }) => amountOf(leaf, context) === amount && !reaches(leaf, context.measures),
  );
  return asksForLittle && isUntold(amount) ? " (if there is none, write an empty list)" : "";
}

/** What counts so far, and why the rest does not. */
function accountDetails(amount: Amount, hint: string, reference: NamesById): string[] {
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
const isAnother = ({ because }: Uncounted, of: Amount["of"]) =>
  because.code === "condition" && because.fact === "kind" && (of === "attestations" || of === "credentials");

function groupedReasons(what: string, uncounted: readonly Uncounted[], reference: NamesById): string[] {
  const groups = new Map<string, string[]>();
  for (const { evidence, because } of uncounted) {
    const why = reasonWords(because, reference);
    const group = groups.get(why);
    if (group === undefined) groups.set(why, [evidence]);
    else group.push(evidence);
  }
  return [...groups].map(([why, evidence]) => `${what}: ${listed(evidence)}: ${why}`);
}

type ReadingsNode = Extract<Trace, { readonly readings: unknown }>;

/** The nodes whose readings differ, and leave it open whether a condition is met. */
function readingsIn(trace: Trace): ReadingsNode[] {
  if (trace.status !== "unknown") return [];
  if ("all" in trace) return trace.all.flatMap(readingsIn);
  if ("any" in trace) return trace.any.flatMap(readingsIn);
  if ("not" in trace) return readingsIn(trace.not);
  if ("of" in trace) return readingsIn(trace.of);
  if (!("readings" in trace)) return [];
  return trace.readings.every(({ status }) => status === "unknown") ? [] : [trace];
}

function readingDetails({ readings, question }: ReadingsNode, { reference }: Context): string[] {
  const outcomes = readings.map(({ title, status }) => `If “${title}”: ${OUTCOMES[status]}.`);
  return [`The sources differ; ask the association: ${reference.questionText(question) ?? question}`, ...outcomes];
}

const OUTCOMES: Readonly<Record<Truth, string>> = { met: "met", unmet: "something is missing", unknown: "not certain" };

/** The questions to ask about it, beside those whose readings are shown. */
function questionDetails(
  { id, status }: RequirementVerdict,
  route: RouteVerdict | undefined,
  { questions }: Context,
): string[] {
  if (status === "met") return [];
  const shown = new Set(route === undefined ? [] : readingsIn(route.trace).map(({ question }) => question));
  const bearing = questions.filter((one) => one.requirement === id && one.bears && !shown.has(one.id));
  return bearing.map(({ text }) => `Ask the association: ${text}`);
}

/** Whose rule it is, and how sure. */
function ruleDetails(
  { origin, confidence }: RequirementVerdict,
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
