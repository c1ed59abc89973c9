/** What is unknown could be met and could be unmet: each golden case is completed until both were seen. */
import { expect, test } from "vitest";
import { dayNumber, isoDay } from "../../src/base/calendar";
import { ApplicantError } from "../../src/base/errors";
import { expectedPathways, type GoldenCase } from "../../src/cases/golden";
import { type Field, presumedOf } from "../../src/evidence/field";
import { fields } from "../../src/evidence/fields";
import { evaluate } from "../../src/index";
import type { Applicant } from "../../src/model/applicant";
import type { PathwayAccount, Truth } from "../../src/model/verdict";
import { numbers } from "../generate/applicants";
import { goldenCases } from "../generate/golden-cases";
import { sharpen } from "../generate/vague-days";

type Entry = Readonly<Record<string, unknown>>;
type Collections = Record<string, readonly Entry[]>;

/** What stays unknown however it is completed, with the reason. */
const TOO_SHORT = "the part that may count is too short to spread over a year, which is not worked out";
const BY_COUNTRY = "a place that is told only as a country is told, and no other is told in its stead";
const BY_ASSOCIATION = "whose endorsement it is has a default in other rules, so no completion tells it";
const BY_PART =
  "a status held for a part of a period leaves the whole period open, though the rest would be too little";
const AS_ONE = "sessions told one by one may be one arrangement, and no completion makes one entry of several";
const cautious: Readonly<Record<string, string>> = {
  "ecfs-provider-endorsed-between": TOO_SHORT,
  "ecmhm-c-rsc-provision-sessions": AS_ONE,
  "ecmhs-internship-endorsed-half-way": BY_PART,
  "ers-rsc-provision-sessions": AS_ONE,
  "ifs-provider-endorsed-between": TOO_SHORT,
  "imhm-c-rsc-provision-sessions": AS_ONE,
  "imhs-internship-endorsed-half-way": BY_PART,
  "scholarship-or-family-country-only": BY_COUNTRY,
  "transfer-association-not-told": BY_ASSOCIATION,
};

const cases = goldenCases();
const collectionsOf = (applicant: Applicant): readonly (readonly [name: string, entries: readonly Entry[]])[] =>
  Object.entries(applicant).flatMap(([name, told]) =>
    Array.isArray(told) && name !== "unfinished" && name !== "decisions" ? [[name, told as readonly Entry[]]] : [],
  );

/** Values that some case tells, by `collection.field`, each once by what it is in JSON. */
const values = new Map<string, Map<string, unknown>>();
/** Collections that some case tells, with the people they name, by pathway and name. */
const donors = new Map<string, Donor[]>();

/** Places where people of the cases live. */
const residences = [...new Set(cases.flatMap(({ applicant }) => applicant.residence ?? []))];

interface Donor {
  readonly entries: readonly Entry[];
  readonly people: readonly Entry[];
  readonly asOf: number;
}

function learn({ applicant, expected, options }: GoldenCase): void {
  const people = (applicant.people ?? []) as unknown as readonly Entry[];
  const asOf = dayNumber(options.asOf);
  for (const [name, entries] of collectionsOf(applicant)) {
    for (const pathway of expectedPathways({ expected })) {
      const key = `${pathway} ${name}`;
      const known = donors.get(key) ?? [];
      donors.set(key, known);
      known.push({ entries, people, asOf });
    }
    for (const entry of entries) {
      for (const [field, value] of Object.entries(entry)) {
        const key = `${name}.${field}`;
        const known = values.get(key) ?? new Map<string, unknown>();
        values.set(key, known);
        known.set(JSON.stringify(value), value);
      }
    }
  }
}
for (const golden of cases) learn(golden);

/** What a field may be told as: what some case tells of it; of days and numbers also the day of judgment, and nothing. */
const candidates = new Map<string, readonly unknown[]>();
function candidatesFor(name: string, field: string, type: Field["type"], asOf: string): readonly unknown[] {
  const key = type === "day" ? `${name}.${field} ${asOf}` : `${name}.${field}`;
  const more = type === "day" ? [asOf] : type === "number" ? [0] : [];
  const all = candidates.get(key) ?? [...(values.get(`${name}.${field}`)?.values() ?? []), ...more, ...more];
  candidates.set(key, all);
  return all;
}

const personFields = ["provider", "supervisor", "rater"];
const isDay = (value: unknown): value is string => typeof value === "string" && /^\d{4}-\d\d-\d\d$/.test(value);

/** The days of an entry, so many later. */
const later = (entry: Entry, days: number): Entry =>
  Object.fromEntries(
    Object.entries(entry).map(([field, value]) => [field, isDay(value) ? isoDay(dayNumber(value) + days) : value]),
  );

/** Tells what a period leaves open: which part of it, and of its hours, lies before some day. */
function divided(entry: Entry, random: () => number): readonly Entry[] {
  const { start, end, hours, families } = entry;
  if (!isDay(start) || !isDay(end) || start >= end || families !== undefined || random() < 0.3) return [entry];
  const [first, last] = [dayNumber(start), dayNumber(end)];
  const cut = first + Math.floor(random() * (last - first));
  const share = random() < 0.5 ? Math.round(random()) : random();
  const amount = (part: number) => (typeof hours === "number" ? { hours: Math.round(hours * part * 4) / 4 } : {});
  const parts = [
    { ...entry, end: isoDay(cut), ...amount(share) },
    { ...entry, start: isoDay(cut + 1), ...amount(1 - share) },
  ];
  return parts.flatMap((part) => {
    if (typeof hours === "number" && (part as Entry)["hours"] === 0) return [];
    return random() < 0.3 ? divided(part, random) : [part];
  });
}

/** Tells at random what an applicant does not tell; what was told stays. */
function complete(applicant: Applicant, pathway: string, asOf: string, random: () => number): Applicant {
  const pick = <T>(some: readonly T[]): T | undefined => some[Math.floor(random() * some.length)];
  const people = [...((applicant.people ?? []) as unknown as readonly Entry[])];
  const whole: Collections = {};
  /** Takes entries over from another case, with the people whom they name. */
  const take = (name: string): readonly Entry[] => {
    const donor = random() < 0.2 ? undefined : pick(donors.get(`${pathway} ${name}`) ?? []);
    if (donor === undefined) return [];
    const mark = `${people.length}-`;
    people.push(...donor.people.map((one) => ({ ...one, id: `${mark}${one["id"]}` })));
    const days = dayNumber(asOf) - donor.asOf;
    return donor.entries.map(({ id, ...entry }) =>
      Object.fromEntries(
        Object.entries(later(entry, days)).map(([field, value]) =>
          personFields.includes(field) ? [field, `${mark}${value}`] : [field, value],
        ),
      ),
    );
  };
  const fill = (name: string, entry: Entry): Entry => {
    const filled: Record<string, unknown> = { ...entry };
    for (const [field, rule] of Object.entries<Field>(fields[name as keyof typeof fields])) {
      // what has a default is told by being left out
      if (field in entry || field === "id" || presumedOf(rule, entry) !== undefined) continue;
      // a session has a day, an arrangement a start
      if ((field === "start" && "date" in filled) || (field === "date" && "start" in filled)) continue;
      const value = personFields.includes(field)
        ? pick(people)?.["id"]
        : pick(candidatesFor(name, field, rule.type, asOf));
      if (value !== undefined && random() < 0.9) filled[field] = value;
    }
    return sharpen(filled, random);
  };
  const told = new Map(collectionsOf(applicant));
  for (const name of Object.keys(fields)) {
    if (name === "people" || name === "decisions") continue;
    const own = told.get(name);
    if (own === undefined) whole[name] = take(name);
    else whole[name] = applicant.unfinished?.includes(name as never) ? [...own, ...take(name)] : own;
  }
  if (people.length === 0) people.push({ id: "someone", endorsements: [{ category: "IMHM-C" }] }, { id: "nobody" });
  for (const [name, entries] of Object.entries(whole)) {
    whole[name] = entries.flatMap((entry) => divided(fill(name, entry), random));
  }
  const { residence = pick(residences) ?? "US-WA" } = applicant;
  return { ...whole, people: people.map((one) => fill("people", one)), residence } as unknown as Applicant;
}

/** Whether the sources leave it open: then nothing that is told can settle it. */
function isOpen({ requirements, questions }: PathwayAccount, id: string): boolean {
  const requirement = requirements.find((one) => one.id === id);
  return (
    requirement === undefined ||
    requirement.routes.length === 0 ||
    questions.some(({ requirement: about }) => about === id)
  );
}

const TRIES = 3000;

test("what is unknown can become met and unmet", () => {
  const random = numbers(11);
  const found: string[] = [];
  let tried = 0;
  for (const { id: golden, applicant, options, expected } of cases) {
    for (const pathway of expectedPathways({ expected })) {
      const chosen = { ...options, pathways: [pathway] };
      const [verdict] = evaluate(applicant, { ...chosen, detail: "account" }).pathways;
      const unknown = Object.keys(expected[pathway]?.requirements ?? {}).filter((id) =>
        verdict?.requirements.some((one) => one.id === id && one.status === "unknown"),
      );
      for (const id of unknown) {
        if (verdict === undefined || isOpen(verdict, id)) continue;
        tried++;
        const seen = new Set<Truth | undefined>();
        for (let count = 0; count < TRIES && !(seen.has("met") && seen.has("unmet")); count++) {
          try {
            const [whole] = evaluate(complete(applicant, pathway, options.asOf, random), {
              ...chosen,
              detail: "status",
            }).pathways;
            seen.add(whole?.requirements.find((one) => one.id === id)?.status);
          } catch (error) {
            // some completions make no sense, such as an end before its start
            if (!(error instanceof ApplicantError)) throw error;
          }
        }
        if (!(seen.has("met") && seen.has("unmet"))) found.push(golden);
      }
    }
  }
  expect(tried).toBeGreaterThan(200);
  expect(found.sort()).toEqual(Object.keys(cautious).sort());
}, 240_000);
