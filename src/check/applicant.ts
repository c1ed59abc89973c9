/**
 * Reads an applicant: every issue at once, each with its path, what was expected and what was received.
 */
import type * as z from "zod";
import { dayNumber } from "../base/calendar";
import { ApplicantError, type ApplicantIssue, received } from "../base/errors";
import { nearest } from "../base/nearest";
import {
  applicantFields,
  collectionNames,
  type Field,
  fieldOf,
  fields,
  placements,
  standingFields,
} from "../evidence/fields";
import type { Applicant, CollectionName } from "../model/applicant";
import { applicantSchema } from "../schemas/applicant";
import { rightForm } from "./right-form";

/** The most entries an applicant may have, over all collections. */
export const MAX_ENTRIES = 100_000;
/** The most levels that input may be nested. */
export const MAX_DEPTH = 64;

/**
 * Reads an applicant from unknown data.
 *
 * @param input - Parsed JSON: at most 100,000 entries, nested at most 64 levels.
 * @returns The applicant, a copy.
 * @throws {@link ApplicantError} with every issue found.
 * @example
 * parseApplicant({ training: [{ date: "2025-03-01", hours: 6 }] }).training?.length; //=> 1
 */
export function parseApplicant(input: unknown): Applicant {
  const limits = limitIssues(input);
  if (limits.length > 0) throw new ApplicantError(limits);
  const result = applicantSchema.safeParse(input, { reportInput: true });
  const shape = result.success ? [] : result.error.issues.flatMap((issue) => fromZod(issue, input));
  const known = new Set(shape.map(({ path }) => path));
  const issues = [...shape, ...crossIssues(input).filter(({ path }) => !known.has(path))];
  if (result.success && issues.length === 0) return result.data;
  throw new ApplicantError(issues);
}

type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function limitIssues(input: unknown): ApplicantIssue[] {
  // one level at a time, for deep nesting would overflow the stack
  let level: unknown[] = [input];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > MAX_DEPTH) {
      return [issue("too-deep", "", `at most ${MAX_DEPTH} levels`, "more", "flatten it")];
    }
    level = level.flatMap((value) => (typeof value === "object" && value !== null ? Object.values(value) : []));
  }
  if (!isObject(input)) return [];
  const entries = collectionNames.reduce((sum, name) => {
    const list = input[name];
    return sum + (Array.isArray(list) ? list.length : 0);
  }, 0);
  if (entries <= MAX_ENTRIES) return [];
  return [issue("too-many-entries", "", `at most ${MAX_ENTRIES} entries`, String(entries), "leave the oldest out")];
}

function issue(code: string, path: string, expected: string, got: string, advice: string): ApplicantIssue {
  return { code, path, expected, received: got, message: `expected ${expected}, received ${got}; ${advice}` };
}

/** Writes a path: `work[0].start`. */
function written(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, key) => {
    if (typeof key === "number") return `${text}[${key}]`;
    return text === "" ? String(key) : `${text}.${String(key)}`;
  }, "");
}

const meant = (suggestion: string | undefined, otherwise: string) =>
  suggestion === undefined ? otherwise : `did you mean ${JSON.stringify(suggestion)}?`;

function fromZod(found: z.core.$ZodIssue, input: unknown): ApplicantIssue[] {
  const path = written(found.path);
  const value = found.path.reduce<unknown>((at, key) => (at as Json | undefined)?.[key as string], input);
  const got = received(value);
  switch (found.code) {
    case "unrecognized_keys": {
      const known = keysAt(found.path);
      return found.keys.map((key) =>
        issue(
          "unknown-key",
          written([...found.path, key]),
          `one of: ${known.join(", ")}`,
          JSON.stringify(key),
          meant(nearest(key, known), "leave it out"),
        ),
      );
    }
    case "invalid_value": {
      const words = found.values.map(String);
      const suggestion = typeof value === "string" ? nearest(value, words) : undefined;
      const advice = rightFormAt(found.path, value) ?? meant(suggestion, "use one of these words");
      return [issue("unknown-word", path, `one of: ${words.join(", ")}`, got, advice)];
    }
    default:
      return [
        issue(
          value === undefined ? "missing" : "wrong-type",
          path,
          expectedAt(found),
          got,
          adviceAt(found.path, value),
        ),
      ];
  }
}

/** The keys known at a path. */
function keysAt(path: readonly PropertyKey[]): readonly string[] {
  if (path.length === 0) return [...Object.keys(applicantFields), ...collectionNames];
  if (path.length > 2) return Object.keys(standingFields);
  return Object.keys(fields[path[0] as CollectionName]);
}

function adviceAt(path: readonly PropertyKey[], value: unknown): string {
  if (path.length > 0) return rightFormAt(path, value) ?? "correct it or leave it out";
  return typeof value === "string" ? "pass JSON.parse(text)" : "pass one applicant";
}

function rightFormAt(path: readonly PropertyKey[], value: unknown): string | undefined {
  const names = path.filter((key) => typeof key === "string");
  const field = fieldAt(path);
  if (field === undefined) return undefined;
  const isItem = typeof path.at(-1) === "number";
  return rightForm(isItem ? itemOf(field) : field, names.at(-1) ?? "", value);
}

/** What one item of a list is. */
function itemOf(field: Field): Field {
  if (field.type === "ages") return { type: "number", least: 0, whole: true };
  return field.type === "words" ? { ...field, type: "word" } : field;
}

/** The field whose value, or an item of whose value, stands at a path. */
function fieldAt([collection, index, name, ...more]: readonly PropertyKey[]): Field | undefined {
  if (collection === undefined) return undefined;
  if (Object.hasOwn(applicantFields, collection)) return applicantFields[collection as keyof typeof applicantFields];
  if (index === undefined || name === undefined) return undefined;
  return more.length > 1
    ? standingFields[more[1] as keyof typeof standingFields]
    : fieldOf(collection as CollectionName, String(name));
}

/** Words what stands at a path. */
function expectedAt({ path }: z.core.$ZodIssue): string {
  const [collection, index, name] = path;
  if (collection === undefined) return "an object of collections";
  if (collection === "$schema") return words.text;
  if (collection === "unfinished") return "a list of names of collections";
  const field = fieldAt(path);
  if (field !== undefined) return expectedOf(field);
  if (index === undefined) return "a list of entries";
  return name === undefined ? "an entry: an object" : "something else";
}

const words = {
  day: "a day of the calendar, YYYY-MM-DD",
  boolean: "true or false",
  words: "a list of words",
  ages: "two ages in whole months, the lower first, such as [0, 36]",
  person: "the id of someone in people",
  association: "the id of an association, such as us-wa",
  text: "a text that is not empty",
  texts: "a list of texts",
  place: "a place by ISO 3166, such as US-WA or IE",
  standings: "a list of endorsements",
} as const;

function expectedOf(field: Field): string {
  if (field.type === "word") return `one of: ${field.words?.join(", ")}`;
  if (field.imprecise) return "a year, a month or a day, such as 1988 or 1988-05-12";
  if (field.type !== "number") return words[field.type];
  const { least = 0, most, above, whole } = field;
  const kind = whole ? "a whole number" : "a number";
  return `${kind} ${above ? "above" : "of at least"} ${least}${most === undefined ? "" : ` and at most ${most}`}`;
}

/** What no single field shows: order of days, repeated ids, references to nobody. */
function crossIssues(input: unknown): ApplicantIssue[] {
  if (!isObject(input)) return [];
  const people = peopleOf(input);
  return collectionNames.flatMap((name) => {
    const list: unknown = input[name];
    if (!Array.isArray(list)) return [];
    const entries = list.flatMap((raw, index) => (isObject(raw) ? [{ raw, at: `${name}[${index}]` }] : []));
    return [
      ...repeatedIds(entries),
      ...entries.flatMap(({ raw, at }) => [...dayIssues(name, raw, at), ...personIssues(name, raw, at, people)]),
      ...(name === "decisions" ? entries.flatMap(({ raw, at }) => decisionIssues(raw, at, input)) : []),
    ];
  });
}

interface Found {
  readonly raw: Json;
  readonly at: string;
}

function repeatedIds(entries: readonly Found[]): ApplicantIssue[] {
  // an entry without an id is named by its place
  const seen = new Set<unknown>(entries.flatMap(({ raw }, index) => (raw["id"] === undefined ? [String(index)] : [])));
  return entries.flatMap(({ raw: { id }, at }) => {
    if (id === undefined || !seen.has(id)) {
      seen.add(id);
      return [];
    }
    return [
      issue("duplicate-id", `${at}.id`, "an id that no other entry of the collection has", received(id), "rename one"),
    ];
  });
}

function dayIssues(name: CollectionName, raw: Json, at: string): ApplicantIssue[] {
  const { day, period } = placements[name];
  const issues: ApplicantIssue[] = [];
  const before = (first: string, last: string) => {
    const [from, to] = [raw[first], raw[last]];
    if (typeof from !== "string" || typeof to !== "string" || !(dayNumber(to) < dayNumber(from))) return;
    const advice = "exchange or correct them";
    issues.push(
      issue("end-before-start", `${at}.${last}`, `a day on or after ${first}, ${from}`, received(to), advice),
    );
  };
  if (period) before("start", "end");
  if (name === "credentials") before("awarded", "until");
  if (name === "memberships") before("purchased", "until");
  if (name === "applications") before("started", "submitted");
  if (name === "decisions") before("on", "until");
  if (day && period && raw[day] !== undefined && (raw["start"] !== undefined || raw["end"] !== undefined)) {
    const advice = `give ${day} for a session, or start and end for an arrangement`;
    issues.push(issue("day-and-period", `${at}.${day}`, "nothing beside start and end", received(raw[day]), advice));
  }
  return issues;
}

/** The ids of the people; nothing where they were not told, or not all. */
function peopleOf({ people, unfinished }: Json): ReadonlySet<unknown> | undefined {
  if (!Array.isArray(people) || (Array.isArray(unfinished) && unfinished.includes("people"))) return undefined;
  return new Set(people.map((person: unknown) => (isObject(person) ? person["id"] : undefined)));
}

function personIssues(
  name: CollectionName,
  raw: Json,
  at: string,
  people: ReadonlySet<unknown> | undefined,
): ApplicantIssue[] {
  return Object.entries<Field>(fields[name]).flatMap(([field, { type }]) => {
    const id = raw[field];
    if (type !== "person" || typeof id !== "string" || people === undefined || people.has(id)) return [];
    const suggestion = nearest(
      id,
      [...people].filter((one) => typeof one === "string"),
    );
    const advice = meant(suggestion, "add the person to people");
    return [issue("unknown-person", `${at}.${field}`, words.person, received(id), advice)];
  });
}

function decisionIssues(raw: Json, at: string, input: Json): ApplicantIssue[] {
  const { type, evidence } = raw;
  if (type === "waive" && evidence !== undefined) {
    return [
      issue(
        "evidence-of-waiver",
        `${at}.evidence`,
        "nothing",
        received(evidence),
        "a waiver sets the requirement aside; accept evidence instead, or leave it out",
      ),
    ];
  }
  if (type !== "accept") return [];
  if (!Array.isArray(evidence) || evidence.length === 0) {
    return [issue("missing", `${at}.evidence`, "the evidence accepted, such as work/0", received(evidence), "list it")];
  }
  return evidence.flatMap((name: unknown, index) => {
    if (typeof name !== "string" || namesEntry(name, input)) return [];
    return [
      issue(
        "unknown-evidence",
        `${at}.evidence[${index}]`,
        "an entry by collection and id or index, such as work/0",
        received(name),
        "correct it",
      ),
    ];
  });
}

function namesEntry(name: string, input: Json): boolean {
  const [collection = "", ...rest] = name.split("/");
  const list = input[collection];
  const id = rest.join("/");
  if (!Array.isArray(list) || !(collectionNames as readonly string[]).includes(collection)) return false;
  return list.some(
    (entry: unknown, index) => isObject(entry) && (entry["id"] === undefined ? String(index) : entry["id"]) === id,
  );
}
