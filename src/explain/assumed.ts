/**
 * Entries that a plan assumes: made up so that they count, and dated on the day on which they would be there.
 */
import { isoDay } from "../base/calendar";
import { placements } from "../evidence/fields";
import type { Applicant, CollectionName, PersonId } from "../model/applicant";
import { type Suitable, suitableEntries } from "./suitable";
import type { Want } from "./wait";

/** What an assumed entry is for. */
export interface Purpose {
  /** The requirement. */
  readonly requirement: string;
  /** What was wanted. */
  readonly want: Want;
  /** How much of it the entry brings. */
  readonly amount: number;
}

/** An entry that is assumed. */
export interface AssumedEntry {
  /** What it is for: a job can bring months and families. */
  readonly for: readonly Purpose[];
  /** The collection. */
  readonly of: CollectionName;
  /** The day on which it is there, or from which it goes on. */
  readonly day: number;
  /** The entry. */
  readonly entry: Readonly<Record<string, unknown>>;
  /** The people it names. */
  readonly people: readonly Readonly<Record<string, unknown>>[];
}

/** How many ways to make up an entry are tried. */
const TRIED = 12;

/**
 * Makes up evidence that would bring what is wanted, the plainest first.
 *
 * @param assumed - What was assumed before.
 * @param associations - Associations that an entry may name where any will do, the likeliest first.
 * @returns What was assumed before, and one entry more, or more told of one entry.
 */
export function* assuming(
  assumed: readonly AssumedEntry[],
  purpose: Purpose,
  day: number,
  associations: readonly string[],
): Iterable<readonly AssumedEntry[]> {
  const { want } = purpose;
  yield* tellingMore(assumed, purpose);
  let tried = 0;
  for (const suitable of suitableEntries(want.of, want.conditions, day, associations)) {
    if (tried++ === TRIED) return;
    const entry = { for: [purpose], of: want.of, day, ...written(purpose, suitable, day, assumed.length) };
    yield [...assumed, entry];
  }
}

/** A job that is assumed already can bring the families as well. */
function* tellingMore(assumed: readonly AssumedEntry[], purpose: Purpose): Iterable<readonly AssumedEntry[]> {
  const { amount, want } = purpose;
  const { field, of } = want;
  if (field === undefined) return;
  for (const [index, one] of assumed.entries()) {
    if (one.of !== of || one.entry[field] !== undefined) continue;
    yield assumed.with(index, { ...one, for: [...one.for, purpose], entry: { ...one.entry, [field]: amount } });
  }
}

function written(
  { want: { of, field, unit, fact }, amount }: Purpose,
  { entry, people }: Suitable,
  day: number,
  count: number,
): Pick<AssumedEntry, "entry" | "people"> {
  const told: Record<string, unknown> = { id: `plan-${count + 1}`, ...entry };
  if (placements[of].period && told["start"] === undefined) {
    told[fact === "hours" || fact === "filled" ? "date" : "start"] = isoDay(day);
  }
  if (unit === "hours") told["hours"] = amount;
  if (field !== undefined) told[field] = amount;
  if (of === "work") {
    told["kind"] ??= "employment";
    told["fullTimeShare"] ??= 1;
  }
  // who rates is someone, and each rating is someone else's
  const named = of === "references" ? { rater: {}, ...people } : people;
  const persons = Object.entries(named).map(([name, person]) => {
    const id = of === "references" ? `plan-${name}-${count + 1}` : personId(name, person);
    told[name] = id;
    return { id, endorsements: [], ...person };
  });
  return { entry: told, people: persons };
}

/** The same provider gives one hour and the next. */
const personId = (name: string, person: object): PersonId => {
  const marks = JSON.stringify(person).match(/[A-Za-z-]+/g) ?? [];
  return ["plan", name, ...marks.filter((word) => !PLAIN.has(word))].join("-");
};

const PLAIN = new Set(["endorsements", "category", "degree", "status"]);

/** Gathers assumed entries as an applicant tells them. */
export function evidenceOf(
  assumed: readonly AssumedEntry[],
  untold: readonly CollectionName[],
  applicant: Applicant,
): Applicant {
  const evidence: Partial<Record<CollectionName, unknown[]>> = {};
  for (const name of untold) evidence[name] = [];
  const people = new Map<unknown, object>();
  for (const { of, entry, people: named } of assumed) {
    (evidence[of] ??= []).push(entry);
    for (const person of named) people.set(person["id"], person);
  }
  if (people.size > 0) evidence["people"] = [...people.values()];
  // who was not told of is not told of by this
  const unfinished = people.size > 0 && applicant.people === undefined ? { unfinished: ["people"] as const } : {};
  return { ...(evidence as Applicant), ...unfinished };
}
