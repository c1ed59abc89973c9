/**
 * Comparisons of one entry, compiled: how they judge it, and what they say of those that fail or are open.
 */

import { isExact } from "../base/calendar";
import { deepFreeze } from "../base/freeze";
import { UNKNOWN } from "../base/truth";
import { type Entry, entryAt } from "../evidence/entry";
import type { EntryFact } from "../evidence/entry-fact";
import type { CollectionName } from "../model/applicant";
import type { Reason } from "../model/verdict";
import type { EntryLeaf } from "../rules/resolved";
import { each } from "./bits";
import { PAST } from "./blame";
import type { Compiler, WhereParts } from "./compiled";
import { showDay } from "./day-range";
import { leafJudge } from "./entry-judge";
import { impreciseAs } from "./measures/source";
import { type PersonField, personIn, type Run } from "./run";

/** Compiles a comparison of one entry. */
export function compileEntryLeaf(compiler: Compiler, of: CollectionName, leaf: EntryLeaf, name: string): WhereParts {
  const day = leaf.compares === "day" ? compiler.day(leaf.value) : undefined;
  const column = compiler.leafColumn(of, name, leafJudge(compiler, of, leaf));
  const { fact, from, operator, value } = leaf;
  const fails: Reason = deepFreeze({ code: "condition", fact, operator, value });
  const notTold: Reason = Object.freeze({ code: "not-told", fact });
  const crosses: Reason = Object.freeze({ code: "crosses", fact });
  const person = compiler.person(of, from.name);
  const isTold = toldOf(from, person);
  const vagueIn = vagueOf(from, person);
  const open = (entry: Entry, run: Run) => {
    if (!isTold(entry, run)) return notTold;
    const told = vagueIn(entry, run);
    return told === undefined ? crosses : impreciseAs(fact, told);
  };
  const weight = weightOf(leaf);
  return {
    column,
    hasReadings: false,
    conjuncts: new Set([column.index]),
    blame: (run, { entries }, mask, level, reasons) => {
      const failing = day === undefined ? fails : { ...fails, value: showDay(day.look(run)) };
      each(mask, (index) => {
        if (level !== UNKNOWN) reasons[index] = failing;
        else reasons[index] = open(entryAt(entries.list, index), run);
      });
    },
    distance: (_, __, mask, ___, sums) => each(mask, (index) => (sums[index] = (sums[index] ?? 0) + weight)),
    questions: () => undefined,
  };
}

/** How far an entry is that fails: what it is hardly changes, and the day on which it was not at all. */
function weightOf({ compares, fact }: EntryLeaf): number {
  if (compares === "day") return OPEN_ENDS.has(fact) ? 1 : PAST;
  return WHAT_IT_IS.has(fact) ? 10 : 1;
}

/** Days that may still come to be later. */
const OPEN_ENDS: ReadonlySet<string> = new Set(["until", "validUntil"]);
const WHAT_IT_IS: ReadonlySet<string> = new Set(["kind", "category", "level"]);

/** Whether what a fact is drawn from was told, so that only its period leaves it open. */
function toldOf(fact: EntryFact, person: PersonField): (entry: Entry, run: Run) => boolean {
  switch (fact.from) {
    case "held":
      return (entry, run) => entry.placed && personIn(run, person, entry)?.raw["endorsements"] !== undefined;
    case "earned":
      return (entry) => entry.placed;
    case "validUntil":
      return (entry) => entry.raw["until"] !== undefined || entry.raw["purchased"] !== undefined;
    case "person":
      return () => false;
    case "field":
      return (entry) => entry.raw[fact.name] !== undefined;
  }
}

/** Finds the month or the year as which a day is told that leaves a fact open, if any. */
function vagueOf(fact: EntryFact, person: PersonField): (entry: Entry, run: Run) => string | undefined {
  const vagueAmong = (raw: Entry["raw"], names: readonly string[]) =>
    names.map((name) => raw[name]).find((told): told is string => typeof told === "string" && !isExact(told));
  const ofEntry = ({ raw, vague }: Entry) => (vague === undefined ? undefined : String(raw[vague]));
  switch (fact.from) {
    case "held":
      return (entry, run) => {
        const held = personIn(run, person, entry)?.raw["endorsements"] as readonly Entry["raw"][] | undefined;
        return ofEntry(entry) ?? held?.map((one) => vagueAmong(one, ["since", "until"])).find(Boolean);
      };
    case "earned":
      return ofEntry;
    case "validUntil":
      return ({ raw }) => vagueAmong(raw, ["until", "purchased"]);
    case "person":
    case "field":
      return ({ raw }) =>
        fact.field.type === "day" ? vagueAmong(raw, [fact.name, fact.field.sameAs ?? fact.name]) : undefined;
  }
}
