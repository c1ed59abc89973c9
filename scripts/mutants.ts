/** Small changes of the rules, each of which some golden case must notice. */
import { visitData } from "./rule-checks";

/** A changed rulebook. */
export interface Mutant {
  /** Where, as a JSON pointer into the whole rulebook. */
  readonly pointer: string;
  /** What was changed. */
  readonly change: string;
  /** Makes the change in a copy of the data that the pointer leads into. */
  readonly make: (data: Container) => void;
}

/** Data that can be changed. */
export type Container = Record<string, unknown>;

/** What is read by people, or through other functions than `evaluate`. */
const silent = new Set([
  "sources",
  "title",
  "notes",
  "questions",
  "question",
  "register",
  "text",
  "name",
  "fees",
  "process",
  "aliases",
  "languages",
  "labels",
  "documents",
  "over",
]);

const DAY = /^\d{4}-\d\d-\d\d$/;
const IMPRECISE = /^\d{4}(?:-\d\d){0,2}$/;
/** Fields outside `inForce` that are days: of a conversion, of the period of a measure, and of a cycle. */
const dayFields = new Set(["on", "from", "to", "ends"]);

/** Shifts a day, a month or a year by one of its own. */
export function shifted(text: string, by: 1 | -1): string {
  const [year = 0, month, day] = text.split("-").map(Number);
  if (month === undefined) return String(year + by);
  if (day === undefined) return new Date(Date.UTC(year, month - 1 + by, 1)).toISOString().slice(0, 7);
  return new Date(Date.UTC(year, month - 1, day + by)).toISOString().slice(0, 10);
}

/**
 * Lists the mutants of some data of a rulebook: numbers by one up and down, fractions by 0.01, words left out of lists,
 * comparisons negated, days, months and years by one, routes removed.
 *
 * @param usesAges - Whether some rule of the pathway at this place asks for its age band; where none does, it is data for
 *   readers.
 */
export function mutantsOf(
  data: unknown,
  pointer: string,
  usesAges: (path: readonly string[]) => boolean = () => true,
): readonly Mutant[] {
  const mutants: Mutant[] = [];
  const at = (path: readonly string[], change: string, replace: (old: unknown) => unknown) => {
    const make = (root: Container) => {
      const last = path.at(-1) as string;
      const parent = path.slice(0, -1).reduce<unknown>((one, key) => (one as Container)[key], root) as Container;
      if (replace === remove) (parent as unknown as unknown[]).splice(Number(last), 1);
      else parent[last] = replace(parent[last]);
    };
    mutants.push({ pointer: `${pointer}/${path.join("/")}`, change, make });
  };
  const look = (node: unknown, path: readonly string[]): void => {
    if (typeof node !== "object" || node === null) return;
    if (!Array.isArray(node)) leaf(node as Container, path);
    for (const [key, value] of Object.entries(node)) {
      const inside = [...path, key];
      if (silent.has(key) || (key === "ageBand" && !usesAges(path))) continue;
      if (key === "inForce") {
        for (const [end, day] of Object.entries(value as Readonly<Record<string, string>>)) days([...inside, end], day);
      } else if (typeof value === "number") {
        const step = Number.isInteger(value) ? 1 : 0.01;
        for (const next of [value - step, value + step]) {
          const changed = Math.round(next * 100) / 100;
          // an amount is never below nothing; months that lead back are
          if (changed >= 0 || value < 0) at(inside, `${value} → ${changed}`, () => changed);
        }
      } else if (key === "asOn") {
        // it is the last day of an edition; the day before would mean the same
        at(inside, `${value} → ${shifted(value as string, 1)}`, () => shifted(value as string, 1));
      } else if (dayFields.has(key) && typeof value === "string" && IMPRECISE.test(value)) {
        days(inside, value);
      } else {
        if (key === "becomes") withoutEach(inside, value as readonly string[]);
        if (key === "routes" && Array.isArray(value) && value.length > 1) {
          value.forEach((route, place) => at([...inside, String(place)], `route ${route.id} removed`, remove));
        }
        look(value, inside);
      }
    }
  };
  const days = (path: readonly string[], day: string) => {
    for (const by of [-1, 1] as const) at(path, `${day} → ${shifted(day, by)}`, () => shifted(day, by));
  };
  const withoutEach = (path: readonly string[], words: readonly string[]) => {
    if (words.length < 2) return;
    for (const word of words) at(path, `without ${word}`, (old) => (old as string[]).filter((one) => one !== word));
  };
  const leaf = (node: Container, path: readonly string[]) => {
    if (!("fact" in node && "operator" in node)) return;
    at(path, "negated", (old) => ({ not: old }));
    const { value } = node;
    if (Array.isArray(value) && typeof value[0] === "string") withoutEach([...path, "value"], value);
    if (typeof value === "string" && DAY.test(value)) days([...path, "value"], value);
  };
  look(data, []);
  return mutants;
}

const remove = () => undefined;

/** Whether some rule of the data compares with the age band. */
export function asksForAges(data: unknown, bodies: ReadonlyMap<string, unknown>): boolean {
  let asks = false;
  const seen = new Set<string>();
  const look = (part: unknown): void =>
    visitData({ part }, "", (node) => {
      if ("fact" in node && node.fact === "pathway.ageBand") asks = true;
      const { condition, where } = node as { readonly condition?: unknown; readonly where?: unknown };
      const name = typeof where === "string" ? where : condition;
      if (typeof name !== "string" || seen.has(name)) return;
      seen.add(name);
      look(bodies.get(name));
    });
  look(data);
  return asks;
}
