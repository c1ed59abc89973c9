/**
 * What no single field of an applicant shows: the order of days, ids that appear twice, references to nobody.
 *
 * Each check looks at an entry once: the time is that of reading.
 */
import { type ApplicantIssue, received } from "../base/errors";
import { Suggestions } from "../base/nearest";
import type { Path } from "../base/pointer";
import { isObject, type Json } from "../base/records";
import type { Field } from "../evidence/field";
import { collectionNames, fields, isCollection, placements } from "../evidence/fields";
import type { CollectionName } from "../model/applicant";
import { issueOf } from "./applicant-issue";
import { REFUSED, readToldDay } from "./read-values";

/** Two days of an entry, the first of which comes first. */
type Pair = readonly [first: string, last: string];

/** Takes an issue that was found. */
type Report = (issue: ApplicantIssue) => void;

/** What is checked of the entries of a collection. */
interface Plan {
  readonly name: CollectionName;
  readonly pairs: readonly Pair[];
  /** The day of a session, which has no period. */
  readonly session: string | undefined;
  /** The fields that name someone in `people`. */
  readonly persons: readonly string[];
}

const PAIRS: Readonly<Partial<Record<CollectionName, readonly Pair[]>>> = {
  credentials: [["awarded", "until"]],
  memberships: [["purchased", "until"]],
  applications: [["started", "submitted"]],
  decisions: [["on", "until"]],
};
const PERIOD: readonly Pair[] = [["start", "end"]];
/** The lists inside of entries whose parts have two days. */
const INSIDE: readonly (readonly [of: CollectionName, field: string, pair: Pair])[] = [
  ["people", "endorsements", ["since", "until"]],
  ["work", "absences", ["start", "end"]],
];

const plans = collectionNames.map((name): Plan => {
  const { day, period } = placements[name];
  const all = Object.entries<Field>(fields[name]);
  return {
    name,
    pairs: [...(period ? PERIOD : []), ...(PAIRS[name] ?? [])],
    session: period ? day : undefined,
    persons: all.flatMap(([field, { type }]) => (type === "person" ? [field] : [])),
  };
});

/** Finds what is wrong between the fields of an applicant; fields of a wrong shape are passed over. */
export function linkIssues(applicant: Json): ApplicantIssue[] {
  const issues: ApplicantIssue[] = [];
  checkLinks(applicant, (issue) => issues.push(issue));
  return issues;
}

/** Reports what is wrong between the fields of an applicant; a report that throws ends the search. */
export function checkLinks(applicant: Json, report: Report): void {
  const people = peopleOf(applicant);
  for (const plan of plans) {
    const list: unknown = applicant[plan.name];
    if (!Array.isArray(list)) continue;
    checkIds(plan.name, list, report);
    for (let index = 0; index < list.length; index++) {
      const raw: unknown = list[index];
      if (isObject(raw)) checkEntry(plan, raw, index, people, report);
    }
  }
  for (const [of, field, pair] of INSIDE) checkInside(of, field, pair, applicant[of], report);
  if (Array.isArray(applicant["decisions"])) checkDecisions(applicant["decisions"], applicant, report);
}

function checkEntry(plan: Plan, raw: Json, index: number, people: People | undefined, report: Report): void {
  const { name, pairs, session, persons } = plan;
  for (const pair of pairs) if (isReversed(pair, raw)) report(reversed(pair, raw, [name, index]));
  if (session !== undefined && raw[session] !== undefined && (raw["start"] ?? raw["end"]) !== undefined) {
    const advice = `give ${session} for a session, or start and end for an arrangement`;
    report(
      issueOf("day-and-period", [name, index, session], "nothing beside start and end", received(raw[session]), advice),
    );
  }
  if (people === undefined) return;
  for (const field of persons) {
    const id = raw[field];
    if (typeof id !== "string" || people.ids.has(id)) continue;
    const advice = people.suggestions.didYouMean(id) ?? "add the person to people";
    report(issueOf("unknown-person", [name, index, field], "the id of someone in people", received(id), advice));
  }
}

/** Whether the last day of a pair comes before the first. */
function isReversed([first, last]: Pair, raw: Json): boolean {
  const from = raw[first];
  const to = raw[last];
  if (typeof from !== "string" || typeof to !== "string" || from <= to) return false;
  // a month or a year begins like the days that lie in it
  return !from.startsWith(to) && readToldDay(from) !== REFUSED && readToldDay(to) !== REFUSED;
}

function reversed([first, last]: Pair, raw: Json, at: Path): ApplicantIssue {
  const expected = `a day on or after ${first}, ${raw[first]}`;
  return issueOf("end-before-start", [...at, last], expected, received(raw[last]), "exchange or correct them");
}

function checkInside(of: CollectionName, field: string, pair: Pair, entries: unknown, report: Report): void {
  if (!Array.isArray(entries)) return;
  entries.forEach((entry: unknown, index) => {
    const parts = isObject(entry) ? entry[field] : undefined;
    if (!Array.isArray(parts)) return;
    parts.forEach((part: unknown, place) => {
      if (isObject(part) && isReversed(pair, part)) report(reversed(pair, part, [of, index, field, place]));
    });
  });
}

/** An entry without an id is named by its place, so no id may be the place of such an entry. */
function checkIds(name: CollectionName, list: readonly unknown[], report: Report): void {
  const seen = new Set<unknown>();
  for (let index = 0; index < list.length; index++) {
    const id = idOf(list[index]);
    if (id === undefined) continue;
    if (!seen.has(id) && !isPlaceWithoutId(id, list)) {
      seen.add(id);
      continue;
    }
    const expected = "an id that no other entry of the collection has";
    report(issueOf("duplicate-id", [name, index, "id"], expected, received(id), "rename one"));
  }
}

const idOf = (entry: unknown) => (isObject(entry) ? entry["id"] : undefined);

function isPlaceWithoutId(id: unknown, list: readonly unknown[]): boolean {
  if (typeof id !== "string" || id.length > 9) return false;
  const place = Number(id);
  return String(place) === id && place in list && isObject(list[place]) && idOf(list[place]) === undefined;
}

/** The people whom evidence may name. */
interface People {
  readonly ids: ReadonlySet<unknown>;
  readonly suggestions: Suggestions;
}

/** The people by id; nothing where they were not told, or not all. */
function peopleOf({ people, unfinished }: Json): People | undefined {
  if (!Array.isArray(people) || (Array.isArray(unfinished) && unfinished.includes("people"))) return undefined;
  const ids = new Set<unknown>();
  for (const person of people) ids.add(idOf(person));
  return { ids, suggestions: new Suggestions(() => [...ids].filter((id) => typeof id === "string")) };
}

function checkDecisions(decisions: readonly unknown[], applicant: Json, report: Report): void {
  const named = new Map<string, ReadonlySet<string>>();
  const isNamed = (name: string) => {
    const slash = name.indexOf("/");
    const collection = name.slice(0, Math.max(0, slash));
    let names = named.get(collection);
    if (names === undefined) named.set(collection, (names = namesOf(collection, applicant)));
    return names.has(name.slice(slash + 1));
  };
  decisions.forEach((raw: unknown, index) => {
    if (isObject(raw)) checkDecision(raw, ["decisions", index, "evidence"], isNamed, report);
  });
}

/** How the entries of a collection are named. */
function namesOf(collection: string, applicant: Json): ReadonlySet<string> {
  const list = isCollection(collection) ? applicant[collection] : undefined;
  const names = new Set<string>();
  if (!Array.isArray(list)) return names;
  list.forEach((entry: unknown, index) => {
    const id = idOf(entry) ?? String(index);
    if (isObject(entry) && typeof id === "string") names.add(id);
  });
  return names;
}

function checkDecision({ type, evidence }: Json, at: Path, isNamed: (name: string) => boolean, report: Report): void {
  if (type === "waive" && evidence !== undefined) {
    const advice = "a waiver sets the requirement aside; accept evidence instead, or leave it out";
    report(issueOf("evidence-of-waiver", at, "nothing", received(evidence), advice));
  }
  if (type !== "accept") return;
  if (!Array.isArray(evidence) || evidence.length === 0) {
    const expected = "the evidence accepted, such as work/0";
    report(issueOf("missing", at, expected, received(evidence), "list it"));
    return;
  }
  evidence.forEach((name: unknown, index) => {
    if (typeof name !== "string" || isNamed(name)) return;
    const expected = "an entry by collection and id or index, such as work/0";
    report(issueOf("unknown-evidence", [...at, index], expected, received(name), "correct it"));
  });
}
