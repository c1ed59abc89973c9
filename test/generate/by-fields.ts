/**
 * Applicants made from the table of fields, right ones and ones with something wrong: a new field is among them by itself.
 */
import fc from "fast-check";
import { isoDay } from "../../src/base/calendar";
import type { Field } from "../../src/evidence/field";
import {
  absenceFields,
  applicantFields,
  collectionNames,
  fields,
  placements,
  standingFields,
} from "../../src/evidence/fields";
import type { CollectionName } from "../../src/model/applicant";

type Json = Record<string, unknown>;
type Fields = Readonly<Record<string, Field>>;

/** Few ids, so that they meet. */
const id = fc.constantFrom("a", "b", "c", "0", "1", "2");

/** Days, of which some are told only as a month or a year. */
const days = fc
  .tuple(fc.integer({ min: 10_000, max: 22_000 }).map(isoDay), fc.constantFrom(4, 7, 10, 10))
  .map(([day, length]) => day.slice(0, length));

function numberOf({ least = 0, most = 400, above, whole }: Field): fc.Arbitrary<number> {
  const bounds = { min: least, max: most };
  const amount = whole ? fc.integer(bounds) : fc.double({ ...bounds, noNaN: true, minExcluded: above ?? false });
  return amount;
}

const range = fc.tuple(fc.nat(80), fc.nat(40)).map(([from, more]) => [from, from + more]);

/** Right values of a field. */
function valuesOf(field: Field): fc.Arbitrary<unknown> {
  switch (field.type) {
    case "day":
      return days;
    case "number":
      return numberOf(field);
    case "boolean":
      return fc.boolean();
    case "word":
      return fc.constantFrom(...(field.words ?? []));
    case "words":
      return fc.array(fc.constantFrom(...(field.words ?? [])), { maxLength: 3 });
    case "ages":
      return fc.oneof({ weight: 3, arbitrary: range }, fc.array(range, { minLength: 1, maxLength: 3 }));
    case "association":
      return fc.constantFrom("us-wa", "ie", "alliance", "waimh");
    case "place":
      return fc.constantFrom("US-WA", "AU-WA", "IE", "US", "GB-NIR");
    case "texts":
      return fc.array(
        fc.tuple(fc.constantFrom("work", "training"), id).map((parts) => parts.join("/")),
        { maxLength: 2 },
      );
    case "standings":
      return fc.array(entryOf(standingFields), { maxLength: 2 });
    case "absences":
      return fc.array(entryOf(absenceFields), { maxLength: 2 });
    case "person":
      return id;
    case "text":
      return fc.string({ minLength: 1, maxLength: 5 });
  }
}

function entryOf(all: Fields): fc.Arbitrary<Json> {
  const parts = Object.entries(all).map(([name, field]) => [name, name === "id" ? id : valuesOf(field)] as const);
  const needed = Object.keys(all).filter((name) => all[name]?.needed);
  return fc.record(Object.fromEntries(parts), { requiredKeys: needed });
}

/** Applicants whose fields are right each for itself; ids, persons and the order of days may be wrong. */
export const shapedApplicants: fc.Arbitrary<Json> = fc.record(
  {
    ...Object.fromEntries(Object.entries<Field>(applicantFields).map(([name, field]) => [name, valuesOf(field)])),
    ...Object.fromEntries(collectionNames.map((name) => [name, fc.array(entryOf(fields[name]), { maxLength: 3 })])),
  },
  { requiredKeys: [] },
);

/** Right applicants. */
export const rightApplicants: fc.Arbitrary<Json> = shapedApplicants.map((applicant) => {
  const right: Json = { ...applicant };
  const listOf = (name: string) => (right[name] ?? []) as readonly Json[];
  for (const name of collectionNames) {
    if (right[name] === undefined) continue;
    right[name] = listOf(name).map((entry, index) => mended(name, { ...entry, id: `${name}-${index}` }));
  }
  const named = ["a", "b", "c", "0", "1", "2"].map((one) => ({ id: one }));
  if (right["people"] !== undefined) right["people"] = [...listOf("people"), ...named];
  if (right["decisions"] !== undefined) {
    const [work] = listOf("work");
    right["decisions"] = listOf("decisions").map(({ evidence, ...decision }) =>
      work === undefined || decision["type"] === "waive"
        ? { ...decision, type: "waive" }
        : { ...decision, evidence: [`work/${String(work["id"])}`] },
    );
  }
  return right;
});

const pairs = [
  ["start", "end"],
  ["awarded", "until"],
  ["purchased", "until"],
  ["started", "submitted"],
  ["on", "until"],
  ["since", "until"],
] as const;

function mended(name: CollectionName, entry: Json): Json {
  const { day, period } = placements[name];
  if (day !== undefined && period && ("start" in entry || "end" in entry)) delete entry[day];
  for (const [first, last] of pairs) {
    const [from, to] = [entry[first], entry[last]];
    if (typeof from === "string" && typeof to === "string" && to < from)
      Object.assign(entry, { [first]: to, [last]: from });
  }
  for (const inside of ["endorsements", "absences"]) {
    const parts = entry[inside];
    if (Array.isArray(parts)) entry[inside] = parts.map((one: Json) => mended("people", { ...one }));
  }
  return entry;
}

/** Values that are wrong in most places, and right in some. */
const strays: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(null, undefined, true, "", " ", "a", "US-WA", "2024-02-30", "2024-02", "1899-12-31", [], {}),
  fc.constantFrom<unknown>(Number.NaN, Infinity, -0, -1, 0.5, 1e300, 2 ** 53, [36, 0], [0, 1.5], ["a"], [null], [[]]),
  fc.constantFrom<unknown>(1n, Symbol("a"), () => 1, new Date(0), new Map(), new Set(), new (class Own {})(), Array(2)),
  fc.jsonValue({ maxDepth: 1 }),
);
const keys = fc.constantFrom(
  "id",
  "kind",
  "start",
  "Start",
  "hours",
  "__proto__",
  "constructor",
  "toString",
  "",
  "a.b",
);

/** Applicants with some values exchanged, added or taken away. */
export const mutatedApplicants: fc.Arbitrary<Json> = fc
  .tuple(rightApplicants, fc.array(fc.tuple(fc.nat(), strays, keys, fc.nat(3)), { minLength: 1, maxLength: 2 }))
  .map(([applicant, changes]) => changes.reduce<Json>((one, change) => mutated(one, ...change), applicant));

/** A copy to the depths; what is no list and no plain object stays as it is. */
function cloned(value: unknown): unknown {
  if (Array.isArray(value)) return Array.from(value, cloned);
  if (typeof value !== "object" || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value;
  const copy: Json = {};
  for (const [key, inside] of Object.entries(value)) {
    Object.defineProperty(copy, key, { value: cloned(inside), enumerable: true, configurable: true, writable: true });
  }
  return copy;
}

function mutated(applicant: Json, at: number, stray: unknown, key: string, kind: number): Json {
  const copy = cloned(applicant) as Json;
  const own = cloned(stray);
  const places: { readonly inside: Json; readonly key: string }[] = [];
  const visit = (value: unknown) => {
    if (typeof value !== "object" || value === null) return;
    for (const [name, one] of Object.entries(value)) {
      places.push({ inside: value as Json, key: name });
      visit(one);
    }
  };
  visit(copy);
  const place = places[at % Math.max(1, places.length)] ?? { inside: copy, key };
  if (kind === 0)
    Object.defineProperty(place.inside, key, { value: own, enumerable: true, configurable: true, writable: true });
  else if (kind === 1 && !Array.isArray(place.inside)) delete place.inside[place.key];
  else place.inside[place.key] = own;
  return copy;
}
