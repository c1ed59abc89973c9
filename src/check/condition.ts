/**
 * Checks conditions at load: names, facts, fields, measures, cycles. Their grammar is in their shape.
 */

import { visit } from "../base/tree";
import { entryFact, entryFacts } from "../evidence/entry-fact";
import type { Field } from "../evidence/field";
import { placements } from "../evidence/fields";
import type { CollectionName } from "../model/applicant";
import {
  dayFacts,
  gives,
  isDayFact,
  isMeasureFact,
  type MeasureFact,
  measureFacts,
  measureTable,
} from "../model/facts";
import type { Condition, FactValue, Leaf, MeasureParams, Slot, Where, WrittenLeaf } from "../model/language";
import { dependingOn } from "../rules/written";
import { checkComparison, checkDay } from "./comparison";
import { MAX_DEPTH } from "./limits";
import { checkCollection, checkKinds } from "./measure";
import { quote, type Report, suggest } from "./report";
import { checkQuestion, type Scope } from "./scope";

/** Where a condition stands. */
interface Place {
  /** The collection whose entries it is about; nothing for a condition of a requirement. */
  readonly of: CollectionName | undefined;
  /** Whether the pathways have a renewal cycle. */
  readonly hasCycle: boolean;
  /** The named conditions and equivalences in which it stands, those of what is looked up included. */
  readonly within: readonly string[];
}

/** Checks a condition of a requirement. */
export function checkCondition(scope: Scope, condition: Condition, pointer: string, hasCycle: boolean): void {
  checkNode(scope, condition, pointer, { of: undefined, hasCycle, within: [] });
}

function checkNode(scope: Scope, condition: Condition, pointer: string, place: Place): void {
  visit(condition, pointer, (node, at) => {
    if ("condition" in node) checkNamed(scope, node.condition, `${at}/condition`, place);
    if ("readings" in node) checkQuestion(scope, node, at);
    if ("fact" in node) checkWritten(scope, node, at, place);
  });
}

function checkWhere(scope: Scope, where: Where, pointer: string, place: Place): void {
  if (typeof where === "string") checkNamed(scope, where, pointer, place);
  else checkNode(scope, where, pointer, place);
}

function checkNamed(scope: Scope, name: string, pointer: string, place: Place): void {
  const editions = scope.conditions.get(name);
  if (editions === undefined) {
    const advice = suggest(name, [...scope.conditions.keys()], "add it to conditions.json");
    return scope.report("unknown-condition", pointer, `there is no named condition ${quote(name)}; ${advice}`);
  }
  if (place.within.includes(name)) {
    const round = [...place.within.slice(place.within.indexOf(name)), name].join(" → ");
    return scope.report("cycle", pointer, `named conditions refer to each other in a circle: ${round}; break it`);
  }
  if (place.within.length >= MAX_DEPTH) {
    const message = `named conditions refer to each other over more than ${MAX_DEPTH} levels; flatten them`;
    return scope.report("too-deep", pointer, message);
  }
  const key = `condition ${name} of ${place.of} ${place.hasCycle}`;
  if (scope.checked.has(key)) return;
  for (const edition of editions) {
    checkNode(scope, edition.condition, edition.pointer, { ...place, within: [...place.within, name] });
  }
  // only now: a circle must come round to its beginning before
  scope.checked.add(key);
}

/** Checks a comparison; where its parameters depend on readings, in each of them. */
function checkWritten(scope: Scope, written: WrittenLeaf, pointer: string, place: Place): void {
  const depending = dependingOn(written);
  if (depending === undefined) {
    const leaf = written as Leaf;
    if (place.of === undefined) checkLeaf(scope, leaf, pointer, place);
    else checkEntryLeaf(scope, leaf, pointer, place, place.of);
    return;
  }
  const { keys, readings } = depending;
  for (const key of keys) checkQuestion(scope, depending, `${pointer}/${key}`);
  for (const [id, leaf] of Object.entries(readings)) {
    // what is wrong in a reading is reported where that reading is written
    const within = (at: string) => {
      const start = keys.map((key) => `${pointer}/${key}`).find((one) => at === one || at.startsWith(`${one}/`));
      return start === undefined ? at : `${start}/readings/${id}${at.slice(start.length)}`;
    };
    const report: Report = (code, at, message) => scope.report(code, within(at), message);
    checkWritten({ ...scope, report }, leaf, pointer, place);
  }
}

function checkEntryLeaf(scope: Scope, leaf: Leaf, pointer: string, place: Place, of: CollectionName): void {
  const { report } = scope;
  if (leaf.params !== undefined) {
    report("unknown-key", `${pointer}/params`, "a condition on an entry has no params; leave them out");
  }
  const found = entryFact(of, leaf.fact);
  if (found === undefined) {
    const message = `${of} has no field ${quote(leaf.fact)}; ${suggest(leaf.fact, entryFacts(of))}`;
    return report("unknown-fact", `${pointer}/fact`, message);
  }
  compare(scope, found.field, leaf, pointer, place);
}

function compare(scope: Scope, field: Field, leaf: Leaf, pointer: string, place: Place): void {
  checkComparison(scope.report, field, leaf, pointer, (value, at) => checkDayValue(scope, value, at, place));
}

function checkLeaf(scope: Scope, leaf: Leaf, pointer: string, place: Place): void {
  const { fact, params } = leaf;
  if (isMeasureFact(fact)) {
    checkMeasure(scope, fact, params, `${pointer}/params`, place);
    return compare(scope, gives(fact, "day") ? { type: "day" } : { type: "number", least: 0 }, leaf, pointer, place);
  }
  if (fact === "residence") return compare(scope, { type: "place" }, leaf, pointer, place);
  if (isDayFact(fact)) {
    checkDayValue(scope, { fact, ...(params && { params }) }, pointer, place);
    return compare(scope, { type: "day" }, leaf, pointer, place);
  }
  const known = [...measureFacts, ...dayFacts, "residence"];
  scope.report("unknown-fact", `${pointer}/fact`, `a requirement has no fact ${quote(fact)}; ${suggest(fact, known)}`);
}

/** Checks a fact that is a day. */
function checkDayValue(scope: Scope, { fact, params }: FactValue, pointer: string, place: Place): void {
  const { report } = scope;
  if (isMeasureFact(fact)) return checkMeasure(scope, fact, params, `${pointer}/params`, place);
  if (!isDayFact(fact)) {
    const advice = suggest(fact, [...dayFacts, ...measureFacts.filter((one) => gives(one, "day"))]);
    return report("unknown-fact", `${pointer}/fact`, `${quote(fact)} is no day; ${advice}`);
  }
  if (fact.startsWith("cycle.")) checkCycle(scope, fact, `${pointer}/fact`, place);
  if (params !== undefined && "of" in params) {
    report("wrong-value", `${pointer}/params`, `${fact} takes only { "plusMonths": a whole number }; correct params`);
  }
}

/** Checks that there is a cycle where one is spoken of. */
function checkCycle({ report }: Scope, what: string, pointer: string, { hasCycle }: Place): void {
  if (hasCycle) return;
  const message = `${what} needs a renewal cycle and a pathway of this requirement has none; give the pathway a cycle`;
  report("no-cycle", pointer, message);
}

function checkMeasure(scope: Scope, fact: MeasureFact, params: Leaf["params"], pointer: string, place: Place): void {
  const { report } = scope;
  if (params === undefined || !("of" in params)) {
    return report("missing", pointer, `${fact} is drawn from a collection; write params with of`);
  }
  const { needs, takes } = measureTable[fact];
  const known = ["of", "where", "during", ...needs, ...takes];
  for (const key of Object.keys(params)) {
    if (!known.includes(key))
      report("unknown-key", `${pointer}/${key}`, `${fact} has no ${quote(key)}; ${suggest(key, known)}`);
  }
  for (const key of needs) {
    if (!(key in params)) report("missing", `${pointer}/${key}`, `${fact} needs ${key}; write it`);
  }
  const inside: Place = { ...place, of: params.of };
  if (params.where !== undefined) checkWhere(scope, params.where, `${pointer}/where`, inside);
  checkDuring(scope, params, `${pointer}/during`, inside);
  checkCollection(report, fact, params, pointer);
  checkKinds(report, params, pointer);
  if (params.equivalences !== undefined)
    checkEquivalences(scope, params.equivalences, `${pointer}/equivalences`, inside);
  if (params.slots !== undefined) checkSlots(scope, params.slots, `${pointer}/slots`, inside);
  if (params.among !== undefined) checkWhere(scope, params.among.where, `${pointer}/among/where`, inside);
}

function checkDuring(scope: Scope, { of, during }: MeasureParams, pointer: string, place: Place): void {
  if (during === undefined) return;
  const { day, period } = placements[of];
  if (!day && !period) scope.report("no-days", pointer, `${of} has no days; leave during out`);
  if (during === "cycle") return checkCycle(scope, during, pointer, place);
  for (const end of ["from", "to"] as const) {
    const value = during[end];
    if (value === undefined) continue;
    checkDay(scope.report, value, `${pointer}/${end}`, (fact, at) => checkDayValue(scope, fact, at, place));
  }
}

function checkEquivalences(scope: Scope, ids: readonly string[], pointer: string, place: Place): void {
  const found = ids.flatMap((id, index) => {
    const editions = scope.equivalences.get(id);
    if (editions === undefined) {
      const advice = suggest(id, [...scope.equivalences.keys()], "add it to equivalences.json");
      scope.report("unknown-equivalence", `${pointer}/${index}`, `there is no equivalence ${quote(id)}; ${advice}`);
      return [];
    }
    const name = `equivalence ${id}`;
    if (place.within.includes(name)) {
      const message = `the equivalence ${quote(id)} refers to itself, by way of what it looks up; break the circle`;
      scope.report("cycle", `${pointer}/${index}`, message);
      return [];
    }
    const key = `${name} of ${place.of} ${place.hasCycle}`;
    if (!scope.checked.has(key)) {
      const inside = { ...place, within: [...place.within, name] };
      for (const edition of editions) checkNode(scope, edition.condition, edition.pointer, inside);
      // only now: a circle must come round to its beginning before
      scope.checked.add(key);
    }
    return editions;
  });
  if (found.length > MOST_PLACES) {
    scope.report("too-much", pointer, `a measure has at most ${MOST_PLACES} equivalences; join some`);
  }
  if (new Set(found.map(({ byShare = false }) => byShare)).size > 1) {
    const message = "one of these equivalences counts by share of full time and another does not; use two measures";
    scope.report("mixed-shares", pointer, message);
  }
}

/** More places than bits of a mask cannot be told apart. */
const MOST_PLACES = 30;

function checkSlots(scope: Scope, slots: readonly Slot[], pointer: string, place: Place): void {
  if (slots.length > MOST_PLACES)
    scope.report("too-much", pointer, `a measure has at most ${MOST_PLACES} slots; split it`);
  const ids = slots.map(({ id }) => id);
  if (new Set(ids).size < ids.length) scope.report("duplicate-id", pointer, "two slots have the same id; rename one");
  slots.forEach(({ where }, index) => {
    if (where !== undefined) checkWhere(scope, where, `${pointer}/${index}/where`, place);
  });
}
