/**
 * Says what is wrong with the shape of an applicant, for those that were refused.
 */
import { type ApplicantIssue, received } from "../base/errors";
import { didYouMean } from "../base/nearest";
import type { Path } from "../base/pointer";
import { isObject } from "../base/records";
import type { Field } from "../evidence/field";
import {
  absenceFields,
  applicantFields,
  collectionNames,
  fields,
  isCollection,
  standingFields,
} from "../evidence/fields";
import { issueOf } from "./applicant-issue";
import { REFUSED, readAddress, readerOf } from "./read-values";
import { rightForm } from "./right-form";

type Fields = Readonly<Record<string, Field>>;

/** Finds every value that is of a wrong shape. */
export function shapeIssues(input: unknown): ApplicantIssue[] {
  const issues: ApplicantIssue[] = [];
  if (!isObject(input)) {
    const advice = typeof input === "string" ? "pass JSON.parse(text)" : "pass one applicant";
    return [issueOf("wrong-type", [], "an object of collections", received(input), advice)];
  }
  const scalars: Fields = applicantFields;
  for (const [key, value] of Object.entries(input)) {
    const field = Object.hasOwn(scalars, key) ? scalars[key] : undefined;
    if (key === "$schema") checkAddress(value, issues);
    else if (field !== undefined) checkField(field, [key], value, issues);
    else if (isCollection(key)) checkEntries(fields[key], "a list of entries", [key], value, issues);
    else issues.push(unknownKey([key], topKeys));
  }
  return issues;
}

const topKeys = [...Object.keys(applicantFields), ...collectionNames];

const keys = new Map<Fields, readonly string[]>();

/** The names of fields, the same list each time. */
function keysOf(all: Fields): readonly string[] {
  let own = keys.get(all);
  if (own === undefined) keys.set(all, (own = Object.keys(all)));
  return own;
}

function checkAddress(value: unknown, issues: ApplicantIssue[]): void {
  if (readAddress(value) !== REFUSED) return;
  issues.push(issueOf(codeOf(value), ["$schema"], "a text", received(value), LEAVE_OUT));
}

function checkEntries(all: Fields, expected: string, path: Path, list: unknown, issues: ApplicantIssue[]): void {
  if (!Array.isArray(list)) {
    const advice = isObject(list) ? "put it into a list: [ … ]" : LEAVE_OUT;
    issues.push(issueOf("wrong-type", path, expected, received(list), advice));
    return;
  }
  list.forEach((entry: unknown, index) => checkEntry(all, [...path, index], entry, issues));
}

const LEAVE_OUT = "correct it or leave it out";

function checkEntry(all: Fields, path: Path, entry: unknown, issues: ApplicantIssue[]): void {
  if (!isObject(entry)) {
    issues.push(issueOf(codeOf(entry), path, "an entry: an object", received(entry), LEAVE_OUT));
    return;
  }
  for (const [key, value] of Object.entries(entry)) {
    const field = Object.hasOwn(all, key) ? all[key] : undefined;
    if (field === undefined) issues.push(unknownKey([...path, key], keysOf(all)));
    else checkField(field, [...path, key], value, issues);
  }
  for (const [key, field] of Object.entries(all)) {
    if (!field.needed || entry[key] !== undefined) continue;
    issues.push(issueOf("missing", [...path, key], expectedOf(field), received(undefined), "add it"));
  }
}

const codeOf = (value: unknown) => (value === undefined ? "missing" : "wrong-type");

function checkField(field: Field, path: Path, value: unknown, issues: ApplicantIssue[]): void {
  if (readerOf(field)(value) !== REFUSED) return;
  if (Array.isArray(value)) {
    const item = itemOf(field);
    if (item !== undefined) {
      for (let index = 0; index < value.length; index++) checkField(item, [...path, index], value[index], issues);
      return;
    }
  }
  if (field.type === "standings") return checkEntries(standingFields, words.standings, path, value, issues);
  if (field.type === "absences") return checkEntries(absenceFields, words.absences, path, value, issues);
  const name = String(path.filter((key) => typeof key === "string").at(-1));
  const got = received(value);
  if (field.type === "word") {
    const advice = rightForm(field, name, value) ?? "use one of these words";
    issues.push(issueOf("unknown-word", path, expectedOf(field), got, advice));
    return;
  }
  issues.push(issueOf(codeOf(value), path, expectedOf(field), got, rightForm(field, name, value) ?? LEAVE_OUT));
}

const items = new Map<Field, Field | undefined>();

/** What the items of a list are. */
function itemOf(field: Field): Field | undefined {
  if (!items.has(field)) items.set(field, makeItem(field));
  return items.get(field);
}

function makeItem({ type, words = [] }: Field): Field | undefined {
  if (type === "words") return { type: "word", words };
  return type === "texts" ? { type: "text" } : undefined;
}

function unknownKey(path: Path, known: readonly string[]): ApplicantIssue {
  const key = String(path.at(-1));
  const advice = didYouMean(key, known) ?? "leave it out";
  return issueOf("unknown-key", path, `one of: ${known.join(", ")}`, received(key), advice);
}

const words = {
  day: "a day of the calendar, YYYY-MM-DD, or only its month or year, YYYY-MM or YYYY",
  boolean: "true or false",
  words: "a list of words",
  ages: "two ages in whole months, the lower first, such as [0, 36], or a list of such pairs",
  person: "the id of someone in people",
  association: "the id of an association, such as us-wa",
  text: "a text that is not empty",
  texts: "a list of texts",
  place: "a place by ISO 3166, such as US-WA or IE",
  standings: "a list of endorsements",
  absences: "a list of spans, each with a start",
} as const;

function expectedOf(field: Field): string {
  if (field.type === "word") return `one of: ${field.words?.join(", ")}`;
  if (field.type !== "number") return words[field.type];
  const { least = 0, most, above, whole } = field;
  const kind = whole ? "a whole number" : "a number";
  return `${kind} ${above ? "above" : "of at least"} ${least}${most === undefined ? "" : ` and at most ${most}`}`;
}
