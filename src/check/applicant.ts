/**
 * Reads an applicant: a copy of what is right, or every issue at once, each with its place, what was expected and received.
 */
import { ApplicantError, type ApplicantIssue } from "../base/errors";
import { isObject } from "../base/records";
import type { Field } from "../evidence/field";
import { applicantFields, collectionNames, fields } from "../evidence/fields";
import type { Applicant } from "../model/applicant";
import { issueOf } from "./applicant-issue";
import { checkLinks, linkIssues } from "./applicant-links";
import { shapeIssues } from "./applicant-shape";
import { copyJson, isLimit, isPlain } from "./json-data";
import { allowed, type Bound, boundsOf, lessOf, MAX_DEPTH, MAX_ENTRIES, type ReadApplicantOptions } from "./limits";
import { entryReader, listReader, REFUSED, type Read, readAddress, readerOf } from "./read-values";

/** How much an applicant may be; every field and every word of a list is a value. */
const OURS = { entries: MAX_ENTRIES, depth: MAX_DEPTH, values: 2_500_000 };
const BOUNDS = boundsOf(undefined, OURS);

/** Takes the bounds of the caller on an applicant. */
export const applicantBounds = (options: ReadApplicantOptions | undefined): typeof BOUNDS =>
  options === undefined ? BOUNDS : boundsOf(options, OURS);

/**
 * Reads an applicant from unknown data.
 *
 * @category Read unknown data
 * @param input - Parsed JSON: at most 100,000 entries, nested at most 64 levels. A field that is `undefined` was not told.
 * @param options - Bounds on how much is read, where they shall be lower: a service may allow strangers less.
 * @returns The applicant, a copy.
 * @throws {@link ApplicantError} with every issue found; also where a bound is wrong.
 * @example
 * parseApplicant({ training: [{ date: "2025-03-01", hours: 6 }] }).training?.length; //=> 1
 * parseApplicant({ training: [{ hours: 6 }] }, { limits: { entries: 1000, depth: 20 } }).training?.length; //=> 1
 */
export function parseApplicant(input: unknown, options?: ReadApplicantOptions): Applicant {
  const bounds = applicantBounds(options);
  const { entries } = bounds;
  // what has the shape of an applicant is flat and, entry for entry, small: only lower bounds need be counted
  const isCounted = bounds.depth.own !== undefined || bounds.values.own !== undefined;
  const applicant = isCounted ? undefined : readWhole(input, entries);
  if (applicant !== undefined) return applicant;
  const { value, faults } = copyJson(input, bounds);
  const issues = issuesOf(value, faults, entries);
  // what gives another answer each time it is read is right as it was copied
  const copy = issues.length === 0 ? readWhole(value, entries) : undefined;
  if (copy !== undefined) return copy;
  throw new ApplicantError(issues);
}

const readers: ReadonlyMap<string, Read> = new Map([
  ["$schema", readAddress] as const,
  ...Object.entries<Field>(applicantFields).map(([key, field]) => [key, readerOf(field)] as const),
  ...collectionNames.map((name) => [name, listReader(entryReader(fields[name]))] as const),
]);

/** Reads an applicant in which nothing is wrong; of any other it says nothing. */
function readWhole(input: unknown, { most }: Bound): Applicant | undefined {
  try {
    if (!isObject(input) || !isPlain(input)) return undefined;
    const copy: Record<string, unknown> = {};
    for (const [key, value] of Object.entries(input)) {
      if (value === undefined) continue;
      const own = readers.get(key)?.(value) ?? REFUSED;
      if (own === REFUSED) return undefined;
      copy[key] = own;
    }
    if (countEntries(copy) > most) return undefined;
    checkLinks(copy, refuse);
    return copy as Applicant;
  } catch {
    // something between the fields is wrong; or a getter, a proxy: reading them runs the code of a stranger
    return undefined;
  }
}

/** Ends a reading at the first thing that is wrong: which, and what else is, is told by who looks for all. */
function refuse(): never {
  throw new Error("refused");
}

function issuesOf(value: unknown, faults: ReturnType<typeof copyJson>["faults"], bound: Bound): ApplicantIssue[] {
  const found = faults.map(({ code, path, expected, received, advice }) =>
    issueOf(code, path, expected, received, advice),
  );
  const entries = countEntries(value);
  if (entries > bound.most) {
    const advice = lessOf("leave the oldest out", bound);
    found.push(issueOf("too-many-entries", [], allowed(bound, "entries"), String(entries), advice));
  }
  if (found.some(({ code }) => code === "too-many-entries") || faults.some(isLimit)) return found;
  const told = new Set(found.map(({ pointer }) => pointer));
  for (const issue of shapeIssues(value)) if (!told.has(issue.pointer)) found.push(issue);
  for (const { pointer } of found) told.add(pointer);
  if (!isObject(value)) return found;
  return [...found, ...linkIssues(value).filter(({ pointer }) => !told.has(pointer))];
}

/** Counts the entries of the collections, and those inside of them. */
function countEntries(applicant: unknown): number {
  let count = 0;
  if (!isObject(applicant)) return count;
  for (const name of collectionNames) {
    const list = applicant[name];
    if (!Array.isArray(list)) continue;
    count += list.length;
    const inside = nested.get(name);
    if (inside === undefined) continue;
    for (const entry of list) {
      if (!isObject(entry)) continue;
      for (const field of inside) {
        const own = entry[field];
        if (Array.isArray(own)) count += own.length;
      }
    }
  }
  return count;
}

/** The fields that are lists of entries, by collection. */
const nested: ReadonlyMap<string, readonly string[]> = new Map(
  collectionNames.flatMap((name) => {
    const all = Object.entries<Field>(fields[name]);
    const own = all.flatMap(([field, { type }]) => (type === "standings" ? [field] : []));
    return own.length === 0 ? [] : [[name, own] as const];
  }),
);
