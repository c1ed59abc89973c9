/**
 * What rules ask of the entries of each collection: which input fields, and by which comparisons.
 */
import { nth } from "../base/lists";
import { leavesOf } from "../base/tree";
import { placements } from "../evidence/fields";
import type { CollectionName } from "../model/applicant";
import type { EntryLeaf, Resolved, ResolvedDay, ResolvedParams, ResolvedWhere } from "../rules/resolved";
import { fieldFor } from "./suitable";

/** A field that some rule asks for. */
export interface AskedField {
  /** The collection. */
  readonly collection: CollectionName;
  /** The field of its entries. */
  readonly name: string;
  /** The field of the person whom it names. */
  readonly of?: string;
  /** The comparisons with it. */
  readonly comparisons: readonly EntryLeaf[];
}

/** The fields asked for, by collection and name. */
export type Asked = ReadonlyMap<string, AskedField>;

/** Finds what conditions of a requirement ask for. */
export function askedBy(conditions: readonly Resolved[]): Asked {
  const asked = new Map<string, AskedField>();
  for (const leaf of conditions.flatMap(leavesOf<Resolved>)) {
    if (leaf.about === "amount" || leaf.about === "drawn-day") visitMeasure(leaf.fact, leaf.params, asked);
    if (leaf.about === "day") visitDay(leaf.day, asked);
    if (typeof leaf.value === "object" && "fact" in leaf.value) visitDay(leaf.value, asked);
  }
  return asked;
}

/** The collections asked for. */
export const collectionsOf = (asked: Asked): ReadonlySet<CollectionName> =>
  new Set([...asked.values()].map(({ collection }) => collection));

function note(asked: Map<string, AskedField>, field: Omit<AskedField, "comparisons">, comparison?: EntryLeaf): void {
  const key = `${field.collection}.${field.name}.${field.of ?? ""}`;
  const known = asked.get(key);
  const comparisons = [...(known?.comparisons ?? []), ...(comparison ? [comparison] : [])];
  asked.set(key, { ...field, comparisons });
}

function visitWhere(where: ResolvedWhere, of: CollectionName, asked: Map<string, AskedField>): void {
  for (const leaf of leavesOf(where)) {
    const { from, value } = leaf;
    if (typeof value === "object" && "fact" in value) visitDay(value, asked);
    if (from.from === "earned" || from.from === "held") visitPlacement(of, asked);
    if (from.from === "earned") continue;
    const { name, of: part } = fieldFor(from);
    note(asked, { collection: of, name, ...(part !== undefined && { of: part }) }, leaf);
    // whoever it is must be known first
    if (part !== undefined) note(asked, { collection: of, name });
  }
}

/** A day that is looked up. */
function visitDay(looked: ResolvedDay, asked: Map<string, AskedField>): void {
  if ("params" in looked) visitMeasure(looked.fact, looked.params, asked);
  if (looked.fact !== "applicationStarted") return;
  for (const name of ["pathway", "started"]) note(asked, { collection: "applications", name });
}

function visitMeasure(measure: string, params: ResolvedParams, asked: Map<string, AskedField>): void {
  const { of, where, slots = [], equivalences = [], during, field, unit, largest, distinct } = params;
  const isByShare = params.fullTimeEquivalent ?? equivalences.some(({ fullTimeEquivalent }) => fullTimeEquivalent);
  const isHours = measure === "hours" || unit === "hours";
  // entries that are counted need telling, even where nothing is asked of them
  for (const name of [field, isHours ? "hours" : undefined, largest?.by, distinct]) {
    if (name !== undefined) note(asked, { collection: of, name: nth(name.split("."), 0) });
  }
  if (measure === "months" || during !== undefined || params.within !== undefined) visitPlacement(of, asked);
  if (isByShare) note(asked, { collection: of, name: "fullTimeShare" });
  for (const part of [where, ...slots.map((slot) => slot.where), ...equivalences.map((one) => one.where)]) {
    if (part !== undefined) visitWhere(part, of, asked);
  }
  for (const end of [during?.from, during?.to]) if (typeof end === "object") visitDay(end, asked);
  if (!collectionsOf(asked).has(of)) note(asked, { collection: of, name: placements[of].day ?? "start" });
}

function visitPlacement(of: CollectionName, asked: Map<string, AskedField>): void {
  const { day, period } = placements[of];
  if (day !== undefined) note(asked, { collection: of, name: day });
  if (period) note(asked, { collection: of, name: "start" });
}
