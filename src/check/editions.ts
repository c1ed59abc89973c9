/**
 * Checks ids and editions at load: what appears twice, what holds at the same time, what is used before it holds.
 */
import { isoDay } from "../base/calendar";
import { isObject } from "../base/records";
import type { Condition } from "../model/language";
import type { Equivalence, NamedCondition, Requirement, Route, Rulebook } from "../model/rulebook";
import { beginOf, byId, changeDays, type Dated, editionOn, endOf } from "../rules/editions";
import { quote, type Report } from "./report";

/** Reports ids that appear twice. */
export function checkUnique(all: readonly { readonly id: string; readonly pointer: string }[], report: Report): void {
  const seen = new Map<string, string>();
  for (const { id, pointer } of all) {
    const first = seen.get(id);
    if (first === undefined) seen.set(id, pointer);
    else report("duplicate-id", pointer, `the id ${quote(id)} is taken at ${first}; rename one`);
  }
}

/** Checks editions that share ids. */
export function checkEditions(
  all: readonly ({ readonly id: string } & Dated)[],
  pointer: string,
  report: Report,
): void {
  const placed = all.map((dated, index) => ({ dated, at: `${pointer}/${index}` }));
  for (const [, same] of byId(placed, ({ dated }) => dated.id)) checkOverlap(same, report);
}

/** Reports editions of one thing that hold on the same day although neither replaces the other. */
export function checkOverlap(
  editions: readonly { readonly dated: Dated; readonly at: string }[],
  report: Report,
): void {
  const inOrder = [...editions].sort((a, b) => beginOf(a.dated) - beginOf(b.dated));
  inOrder.forEach(({ dated, at }, index) => {
    if (endOf(dated) < beginOf(dated)) {
      report("end-before-start", `${at}/inForce`, "it ends before it begins; exchange or correct the days");
    }
    const next = inOrder[index + 1];
    if (next === undefined) return;
    if (beginOf(next.dated) === beginOf(dated)) {
      report("overlap", `${next.at}/inForce`, `it begins on the same day as ${at}; give one of them another day`);
    } else if (dated.inForce?.to !== undefined && endOf(dated) >= beginOf(next.dated)) {
      report(
        "overlap",
        `${at}/inForce/to`,
        `it still holds when ${next.at} begins; leave "to" out, for an edition ends where the next begins`,
      );
    }
  });
}

/**
 * Checks that names used are in force whenever what uses them is.
 *
 * @param last - The last day on which it holds, be it that it ends or that what follows it begins.
 * @param base - Where an overlay is laid over it, the rulebook alone: what the overlay words differently for a time, the
 *   rulebook says again afterwards.
 */
export function checkNamesInForce(
  rulebook: Rulebook,
  requirement: Dated & Pick<Requirement, "routes">,
  last: number,
  pointer: string,
  report: Report,
  base: Rulebook = rulebook,
): void {
  for (const { kind, id } of namesUsedIn(rulebook, requirement.routes ?? [])) {
    const editions: readonly (NamedCondition | Equivalence)[] = rulebook[kind].filter((one) => one.id === id);
    if (editions.length === 0) continue;
    const ofBase: readonly (NamedCondition | Equivalence)[] = base[kind];
    const layers = [editions.filter((one) => !ofBase.includes(one)), editions.filter((one) => ofBase.includes(one))];
    const from = beginOf(requirement);
    const days = [from, ...changeDays(editions).filter((day) => from < day && day <= last)];
    const missing = days.find((day) => layers.every((layer) => editionOn(layer, day) === undefined));
    if (missing === undefined) continue;
    const since = Number.isFinite(missing) ? `on ${isoDay(missing)}` : "at first";
    report(
      "not-in-force",
      pointer,
      `it uses ${quote(id)}, of which no edition holds ${since}; add that edition or correct the days`,
    );
  }
}

interface Name {
  readonly kind: "conditions" | "equivalences";
  readonly id: string;
}

/** Lists the named conditions and equivalences that something uses, and those that these use. */
export function namesUsedIn(
  { conditions, equivalences }: Rulebook,
  part: readonly Route[] | Condition,
): readonly Name[] {
  const found = new Map<string, Name>();
  const visit = (one: unknown): void => {
    if (typeof one !== "object" || one === null) return;
    for (const [key, value] of Object.entries(one)) {
      if ((key === "condition" || key === "where") && typeof value === "string") add({ kind: "conditions", id: value });
      else if (key === "equivalences" && Array.isArray(value)) value.forEach((id) => add({ kind: "equivalences", id }));
      else if (key !== "value") visit(value);
      else if (isObject(value)) visit(value["params"]);
    }
  };
  const add = (name: Name) => {
    const key = `${name.kind}/${name.id}`;
    if (found.has(key)) return;
    found.set(key, name);
    const bodies = name.kind === "conditions" ? conditions : equivalences;
    for (const body of bodies)
      if (body.id === name.id) visit("where" in body ? { where: body.where } : body.conditions);
  };
  visit(part);
  return [...found.values()];
}
