/** Random entries of every collection, and random damage to tables. */
import fc from "fast-check";
import { dayNumber, isoDay } from "../../src/base/calendar";
import type { Field } from "../../src/evidence/field";
import { absenceFields, collectionNames, fields, standingFields } from "../../src/evidence/fields";
import type { CollectionName, Person } from "../../src/model/applicant";

/** People to whom entries refer. */
export const people: readonly Person[] = [
  { id: "maria", name: "Maria Lopez, LCSW" },
  { id: "dana-wu" },
  { id: "p3", name: "Pat O'Brien" },
  { id: "p4", name: "Kim Bell" },
  { id: "p5", name: "Kim Bell" },
];

const texts = fc.constantFrom(
  "Attachment",
  "a, b; c",
  'said "so"',
  "=SUM(A1)",
  "-5 and more",
  "@home",
  "+1",
  "'=quoted",
  "''-x",
  "'tis so",
  "None",
  "n/a",
  "Título",
  "2024-01-01",
  "12",
);
const days = fc.integer({ min: dayNumber("1970-01-01"), max: dayNumber("2030-12-31") }).map(isoDay);
const told = fc.oneof(
  days,
  days.map((day) => day.slice(0, 7)),
  days.map((day) => day.slice(0, 4)),
);

function numberOf({ least = 0, most = 500, above, whole }: Field): fc.Arbitrary<number> {
  if (whole) return fc.integer({ min: least, max: most });
  const parts = 10_000;
  return fc.integer({ min: above ? 1 : least * parts, max: most * parts }).map((number) => number / parts);
}

function valueFor(field: Field): fc.Arbitrary<unknown> {
  switch (field.type) {
    case "day":
      return told;
    case "number":
      return numberOf(field);
    case "boolean":
      return fc.boolean();
    case "word":
      return fc.constantFrom(...(field.words ?? []));
    case "words":
      return fc.uniqueArray(fc.constantFrom(...(field.words ?? [])));
    case "ages":
      return fc.oneof(range, fc.array(range, { minLength: 2, maxLength: 3 }));
    case "person":
      return fc.constantFrom(...people.map(({ id }) => id));
    case "association":
      return fc.constantFrom("us-wa", "ie", "au-wa", "alliance", "waimh");
    case "place":
      return fc.constantFrom("US", "US-WA", "IE", "CA", "DE");
    case "texts":
      return fc.uniqueArray(fc.constantFrom("work/0", "training/a", "work/head-start"));
    case "standings":
      return fc.array(entryOf(standingFields), { maxLength: 3 });
    case "absences":
      return fc.array(entryOf(absenceFields).map(spanned), { maxLength: 2 });
    case "text":
      return texts;
  }
}

const range = fc.tuple(fc.nat(60), fc.nat(60)).map(([from, length]) => [from, from + length]);

/** Leaves an end out that may come before the start. */
function spanned(entry: Record<string, unknown>): Record<string, unknown> {
  const { start, end } = entry as { start?: string; end?: string };
  if (start !== undefined && end !== undefined && end.slice(0, 4) <= start.slice(0, 4)) delete entry["end"];
  return entry;
}

function entryOf(own: Readonly<Record<string, Field>>): fc.Arbitrary<Record<string, unknown>> {
  const { id: _, ...rest } = Object.fromEntries(Object.entries(own).map(([name, field]) => [name, valueFor(field)]));
  const needed = Object.entries(own).flatMap(([name, field]) => (field.needed && name !== "id" ? [name] : []));
  return fc.record(rest, { requiredKeys: needed });
}

/** Entries of a collection that are valid. */
export function entriesOf(name: CollectionName): fc.Arbitrary<Record<string, unknown>[]> {
  const entries = fc.array(entryOf(fields[name]), { minLength: 1, maxLength: 6 });
  return entries.map((all) => all.map((entry, index) => valid(name, entry, index)));
}

function valid(name: CollectionName, entry: Record<string, unknown>, index: number): Record<string, unknown> {
  const made = spanned(name === "people" || index % 2 === 0 ? { id: `e${index}`, ...entry } : { ...entry });
  const { start, end } = made as { start?: string; end?: string };
  if (start !== undefined || end !== undefined) delete made["date"];
  return made;
}

/** Collections, with entries of them. */
export const tables: fc.Arbitrary<{ readonly name: CollectionName; readonly entries: Record<string, unknown>[] }> = fc
  .constantFrom(...collectionNames)
  .chain((name) => entriesOf(name).map((entries) => ({ name, entries })));
