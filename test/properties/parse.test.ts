/** What `parseApplicant` takes is what the published schema takes, and what a plain reading of the other rules takes. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { firstDay, lastDay } from "../../src/base/calendar";
import type { Field } from "../../src/evidence/field";
import { collectionNames, fields, placements } from "../../src/evidence/fields";
import { ApplicantError, parseApplicant } from "../../src/schema";
import { applicantSchema } from "../../src/schemas/applicant";
import { mutatedApplicants, rightApplicants, shapedApplicants } from "../generate/by-fields";

type Json = Record<string, unknown>;

/** Whether data is what JSON can say; fields that are `undefined` are left out of it. */
const isJson = (value: unknown): boolean => {
  if (Array.isArray(value)) return Array.from(value).every(isJson);
  if (typeof value !== "object" || value === null) return !["symbol", "function", "bigint"].includes(typeof value);
  const prototype: unknown = Object.getPrototypeOf(value);
  return (prototype === null || prototype === Object.prototype) && Object.values(value).every(isJson);
};

const withoutUntold = (value: unknown): unknown => {
  if (Array.isArray(value)) return Array.from(value, withoutUntold);
  if (typeof value !== "object" || value === null) return value;
  const told = Object.entries(value).filter(([, one]) => one !== undefined);
  return Object.fromEntries(told.map(([key, one]) => [key, withoutUntold(one)]));
};

const isReversed = (entry: Json, first: string, last: string) => {
  const [from, to] = [entry[first], entry[last]];
  return typeof from === "string" && typeof to === "string" && lastDay(to) < firstDay(from);
};

/** The rules that no single field shows, as plainly as they can be written. */
function isLinked(applicant: Json): boolean {
  const people = applicant["people"] as Json[] | undefined;
  const isOpen = people === undefined || ((applicant["unfinished"] as string[]) ?? []).includes("people");
  const nameOf = (entry: Json, index: number) => String(entry["id"] ?? index);
  return collectionNames.every((name) => {
    const list = (applicant[name] ?? []) as Json[];
    const names = list.map(nameOf);
    const { day = "", period } = placements[name];
    return (
      new Set(names).size === names.length &&
      list.every((entry) => {
        const persons = Object.entries<Field>(fields[name]).filter(
          ([field, { type }]) => type === "person" && entry[field],
        );
        const isKnown = persons.every(([field]) => isOpen || people.some(({ id }) => id === entry[field]));
        const pairs = [
          ["start", "end"],
          ["awarded", "until"],
          ["purchased", "until"],
          ["started", "submitted"],
          ["on", "until"],
        ];
        const standings = (entry["endorsements"] ?? []) as Json[];
        const absences = (entry["absences"] ?? []) as Json[];
        const isOrdered =
          !absences.some((absence) => isReversed(absence, "start", "end")) &&
          !pairs.some(([first = "", last = ""]) => isReversed(entry, first, last)) &&
          !standings.some((standing) => isReversed(standing, "since", "until"));
        const isEither = !period || entry[day] === undefined || (entry["start"] ?? entry["end"]) === undefined;
        const { type, evidence } = entry as { type?: string; evidence?: string[] };
        if (name !== "decisions") return isKnown && isOrdered && isEither;
        if (type === "waive") return isOrdered && evidence === undefined;
        return (
          isOrdered &&
          (evidence ?? []).length > 0 &&
          (evidence ?? []).every((one) => {
            const [collection = "", id] = one.split("/");
            return ((applicant[collection] ?? []) as Json[]).some((other, index) => nameOf(other, index) === id);
          })
        );
      })
    );
  });
}

test("it takes an applicant exactly where the schema and the other rules do, and gives a copy", () => {
  const tally = { taken: 0, refused: 0, refusedByLinks: 0 };
  fc.assert(
    fc.property(fc.oneof(rightApplicants, shapedApplicants, mutatedApplicants), (input) => {
      const told = withoutUntold(input);
      const shaped =
        isJson(input) && !Object.hasOwn(told as Json, "__proto__") && applicantSchema.safeParse(told).success;
      const expected = shaped && isLinked(told as Json);
      let read: unknown;
      try {
        read = parseApplicant(input);
      } catch (error) {
        if (!(error instanceof ApplicantError)) throw error;
        tally[shaped ? "refusedByLinks" : "refused"]++;
        expect(error.issues.length).toBeGreaterThan(0);
        expect(new Set(error.issues.map(({ pointer, code }) => `${pointer} ${code}`)).size).toBe(error.issues.length);
        expect(expected, error.message).toBe(false);
        return;
      }
      tally.taken++;
      expect(expected).toBe(true);
      expect(read).toEqual(told);
      expect(read).not.toBe(input);
    }),
    { numRuns: 1_500 },
  );
  expect(Math.min(...Object.values(tally)), JSON.stringify(tally)).toBeGreaterThan(150);
});

test("nothing of the copy is the input's", () => {
  fc.assert(
    fc.property(rightApplicants, (input) => {
      const own = new Set<unknown>();
      const visit = (value: unknown, see: (one: object) => void) => {
        if (typeof value !== "object" || value === null) return;
        see(value);
        for (const one of Object.values(value)) visit(one, see);
      };
      visit(input, (one) => own.add(one));
      const read = parseApplicant(input);
      visit(read, (one) => expect(own.has(one)).toBe(false));
    }),
    { numRuns: 300 },
  );
});
