/**
 * The second oracle: each measure against its naive twin, over 2,000 random collections.
 *
 * Told whole, both agree. With fields hidden, every completion lies between what certainly counts and what may.
 */
import { describe, expect, test } from "vitest";
import { dayNumber, isoDay } from "../../src/base/calendar";
import type { Applicant } from "../../src/model/applicant";
import type { AmountAccount, DrawnDay } from "../../src/model/verdict";
import { numbers } from "../generate/applicants";
import { blur, sharpen } from "../generate/vague-days";
import { type Parts, rulebook, verdictOf } from "../language/rulebooks";
import type { Raw } from "./measures";
import * as naive from "./measures";

const AS_OF = "2023-01-01";
const asOf = dayNumber(AS_OF);
const START = dayNumber("2020-01-01");
const COLLECTIONS = 2_000;

type Random = () => number;
const between = (random: Random, low: number, high: number) => low + Math.floor(random() * (high - low + 1));
const pick = <T>(random: Random, some: readonly T[]): T => some[Math.floor(random() * some.length)] as T;
const list = <T>(random: Random, most: number, make: () => T): T[] =>
  Array.from({ length: between(random, 0, most) }, make);

/** What a measure is compared on. */
interface Subject {
  readonly name: string;
  readonly of: "training" | "supervisionReceived" | "work" | "references";
  readonly fact: string;
  readonly params: object;
  readonly parts?: Parts;
  /** Makes an entry with everything told. */
  readonly make: (random: Random) => Raw;
  /** Fields that can be hidden. */
  readonly hides: readonly string[];
  /** How many entries there are at most. */
  readonly most: number;
  /** The naive measure, in the unit of the verdict. */
  readonly naive: (entries: readonly Raw[]) => number;
}

const is = (fact: string, value: unknown) => ({ fact, operator: "equal", value });
const has = (fact: string, word: string) => ({ fact, operator: "includesAny", value: [word] });
const day = (random: Random) => isoDay(between(random, START, asOf + 40));
const halves = (random: Random) => between(random, 0, 16) / 2;

const training = (random: Random): Raw => ({
  date: day(random),
  hours: halves(random),
  kind: pick(random, ["course", "webinar", "conference"]),
  topics: list(random, 2, () => pick(random, ["providing-rsc", "diversity-equity-inclusion", "other"])),
});
const session = (random: Random): Raw => {
  const start = between(random, START, asOf + 40);
  const days =
    random() < 0.6 ? { date: isoDay(start) } : { start: isoDay(start), end: isoDay(start + between(random, 0, 200)) };
  return {
    ...days,
    hours: halves(random),
    format: pick(random, ["individual", "group"]),
    provider: pick(random, ["a", "b", "c"]),
  };
};
const absence = (random: Random, around: number): Raw => {
  const start = between(random, around - 20, around + 200);
  return { start: isoDay(start), ...(random() < 0.9 && { end: isoDay(start + between(random, 0, 60)) }) };
};
const job = (random: Random): Raw => {
  const start = between(random, START, asOf + 40);
  return {
    ...(random() < 0.3 && { absences: list(random, 2, () => absence(random, start)) }),
    start: isoDay(start),
    end: isoDay(start + between(random, 0, 250)),
    kind: pick(random, ["employment", "internship", "volunteer"]),
    paid: random() < 0.5,
    fullTimeShare: pick(random, [0.2, 0.25, 0.5, 0.75, 1]),
    families: between(random, 0, 5),
  };
};
/** A job of which nothing is still to come. */
const ended = (random: Random): Raw => {
  const told = job(random);
  return (told["end"] as string) > AS_OF && (told["start"] as string) <= AS_OF ? { ...told, end: AS_OF } : told;
};
const rating = (random: Random): Raw => ({
  rater: pick(random, ["a", "b", "c", "d"]),
  roles: list(random, 2, () => pick(random, ["current-supervisor", "rsc-provider", "colleague"])),
  vetted: random() < 0.5,
});

const word = (field: string, value: unknown) => (entry: Raw) => entry[field] === value;
const includes = (field: string, value: string) => (entry: Raw) => (entry[field] as readonly string[]).includes(value);
const everything = () => true;
const roundDown = (value: number) => Math.floor(value * 100 + 1e-6) / 100;
const inMonths = (days: number) => roundDown((days * 12) / 365);

const equivalences = {
  group: { atMost: 6, where: is("format", "group") },
  webinars: { atMost: 5, where: is("kind", "webinar") },
  reviewed: { atMost: 9, where: { any: [is("kind", "webinar"), is("kind", "conference")] } },
  internship: { atMost: 5, fullTimeEquivalent: true, where: is("kind", "internship") },
  unpaid: { atMost: 4, fullTimeEquivalent: true, where: is("paid", false) },
  volunteering: { atMost: 3, where: is("kind", "volunteer") },
};
const rsc = { id: "providing-rsc", atLeast: 5, where: has("topics", "providing-rsc") };
const diversity = { id: "diversity", atLeast: 3, where: has("topics", "diversity-equity-inclusion") };

const subjects: readonly Subject[] = [
  {
    name: "hours",
    of: "training",
    fact: "hours",
    params: { where: is("kind", "course") },
    make: training,
    hides: ["hours", "kind"],
    most: 8,
    naive: (entries) => naive.minutes(entries, word("kind", "course")) / 60,
  },
  {
    name: "hours with equivalences",
    of: "training",
    fact: "hours",
    params: { where: is("kind", "course"), equivalences: ["webinars", "reviewed"] },
    make: training,
    hides: ["hours", "kind"],
    most: 8,
    naive: (entries) =>
      naive.minutes(entries, word("kind", "course"), [
        { takes: word("kind", "webinar"), atMost: 5, byShare: false },
        { takes: (one) => one["kind"] !== "course", atMost: 9, byShare: false },
      ]) / 60,
  },
  {
    name: "hours of the best window",
    of: "supervisionReceived",
    fact: "hours",
    params: { where: is("format", "individual"), within: { atLeastMonths: 6, atMostMonths: 12 } },
    make: session,
    hides: ["hours", "format", "date"],
    most: 7,
    naive: (entries) => naive.minutesWithin(entries, word("format", "individual"), 6, 12, asOf) / 60,
  },
  {
    name: "hours of the largest groups",
    of: "supervisionReceived",
    fact: "hours",
    params: { where: is("format", "individual"), largest: { by: "provider.id", groups: 2 } },
    make: session,
    hides: ["hours", "format", "provider"],
    most: 8,
    naive: (entries) => naive.minutesOfLargest(entries, word("format", "individual"), "provider", 2) / 60,
  },
  {
    name: "months",
    of: "work",
    fact: "months",
    params: { where: is("kind", "employment") },
    make: job,
    hides: ["kind"],
    most: 6,
    naive: (entries) => inMonths(naive.days(entries, word("kind", "employment"), [], asOf)),
  },
  {
    name: "months by share of full time",
    of: "work",
    fact: "months",
    params: { where: is("kind", "employment"), equivalences: ["internship", "unpaid"] },
    make: job,
    hides: ["kind", "paid", "fullTimeShare"],
    most: 6,
    naive: (entries) =>
      inMonths(
        naive.days(
          entries,
          word("kind", "employment"),
          [
            { takes: word("kind", "internship"), atMost: 5, byShare: true },
            { takes: word("paid", false), atMost: 4, byShare: true },
          ],
          asOf,
        ),
      ),
  },
  {
    name: "months with an equivalence of whole days",
    of: "work",
    fact: "months",
    params: { where: is("kind", "employment"), equivalences: ["volunteering"] },
    make: job,
    hides: ["kind"],
    most: 6,
    naive: (entries) =>
      inMonths(
        naive.days(
          entries,
          word("kind", "employment"),
          [{ takes: word("kind", "volunteer"), atMost: 3, byShare: false }],
          asOf,
        ),
      ),
  },
  {
    name: "months during a period",
    of: "work",
    fact: "months",
    params: { where: is("kind", "employment"), during: { from: "2020-06-15", to: "2022-02-28" } },
    make: job,
    hides: ["kind"],
    most: 6,
    naive: (entries) =>
      inMonths(
        naive.days(entries, word("kind", "employment"), [], asOf, dayNumber("2020-06-15"), dayNumber("2022-02-28")),
      ),
  },
  {
    name: "sum",
    of: "work",
    fact: "sum",
    params: { field: "families", where: is("paid", true) },
    make: ended,
    hides: ["families", "paid"],
    most: 6,
    naive: (entries) => entries.filter(word("paid", true)).reduce((sum, one) => sum + (one["families"] as number), 0),
  },
  {
    name: "count",
    of: "training",
    fact: "count",
    params: { where: is("kind", "webinar") },
    make: training,
    hides: ["kind"],
    most: 8,
    naive: (entries) => entries.filter(word("kind", "webinar")).length,
  },
  {
    name: "places filled by hours",
    of: "training",
    fact: "filled",
    params: { unit: "hours", slots: [{ id: "general", atLeast: 10 }, rsc, diversity] },
    make: training,
    hides: ["hours", "topics"],
    most: 8,
    naive: (entries) =>
      naive.filledByHours(entries, everything, [
        { takes: everything, atLeast: 10 },
        { takes: includes("topics", "providing-rsc"), atLeast: 5 },
        { takes: includes("topics", "diversity-equity-inclusion"), atLeast: 3 },
      ]) / 60,
  },
  {
    name: "places filled by entries",
    of: "references",
    fact: "filled",
    params: {
      where: is("vetted", true),
      slots: [
        { id: "supervisor", where: has("roles", "current-supervisor") },
        { id: "provider", where: has("roles", "rsc-provider") },
        { id: "others", atLeast: 2 },
      ],
    },
    make: rating,
    hides: ["roles", "vetted"],
    most: 6,
    naive: (entries) =>
      naive.filledByEntries(entries, word("vetted", true), [
        { takes: includes("roles", "current-supervisor"), atLeast: 1 },
        { takes: includes("roles", "rsc-provider"), atLeast: 1 },
        { takes: everything, atLeast: 2 },
      ]),
  },
  {
    name: "places filled by different people",
    of: "references",
    fact: "filled",
    params: {
      distinct: "rater.id",
      slots: [
        { id: "supervisor", where: has("roles", "current-supervisor") },
        { id: "provider", where: has("roles", "rsc-provider") },
        { id: "vetted", where: is("vetted", true) },
      ],
    },
    make: rating,
    hides: ["roles", "vetted", "rater"],
    most: 6,
    naive: (entries) =>
      naive.filledByEntries(
        entries,
        everything,
        [
          { takes: includes("roles", "current-supervisor"), atLeast: 1 },
          { takes: includes("roles", "rsc-provider"), atLeast: 1 },
          { takes: word("vetted", true), atLeast: 1 },
        ],
        "rater",
      ),
  },
];

const people = ["a", "b", "c", "d"].map((id) => ({ id }));

function drawer({ of, fact, params }: Subject): (entries: readonly Raw[], unfinished?: boolean) => AmountAccount {
  const used = Object.fromEntries(
    Object.entries(equivalences).filter(([id]) =>
      ((params as { equivalences?: readonly string[] }).equivalences ?? []).includes(id),
    ),
  );
  const conditions = { fact, operator: "greaterThanInclusive", value: 12, params: { of, ...params } };
  const rules = rulebook({
    requirement: { id: "rule", routes: [{ id: "route", conditions }] },
    equivalences: used,
  });
  return (entries, unfinished = false) => {
    const applicant = { people, [of]: entries, ...(unfinished && { unfinished: [of] }) } as unknown as Applicant;
    return Object.values(verdictOf(rules, applicant, AS_OF).measures)[0] as AmountAccount;
  };
}

/** Hides some fields; a session whose day is hidden has no day at all. */
function hidden(entry: Raw, hides: readonly string[], random: Random): Raw {
  const late =
    naive.begun(
      [entry].filter((one) => "date" in one || "start" in one),
      asOf,
    ).length === 0;
  if (late && ("date" in entry || "start" in entry)) return entry;
  const told = Object.entries(entry).filter(([field]) => !hides.includes(field) || random() > 0.25);
  return blur(Object.fromEntries(told), random, 0.2);
}

/** Tells what was hidden, in some way. */
function completed(partial: Raw, whole: Raw, subject: Subject, random: Random): Raw {
  const other = subject.make(random);
  const filled: Record<string, unknown> = { ...partial };
  for (const field of subject.hides) {
    if (field in partial || !(field in whole)) continue;
    if (field === "date") filled[field] = isoDay(between(random, START, asOf));
    else filled[field] = field in other ? other[field] : whole[field];
  }
  return sharpen(filled, random);
}

/** Fails unless something holds; millions of these are asked. */
function hold(holds: boolean, about: () => string): void {
  if (!holds) expect.fail(about());
}

const near = (one: number, other: number) => Math.abs(one - other) < 1e-6;

const counted = (entries: readonly Raw[]) =>
  entries.every((one) => "date" in one || "start" in one) ? naive.begun(entries, asOf) : entries;

describe.each(subjects)("$name", (subject) => {
  const draw = drawer(subject);

  test(`agrees on ${COLLECTIONS} collections told whole`, () => {
    const random = numbers(subject.name.length * 7919);
    let something = 0;
    for (let count = 0; count < COLLECTIONS; count++) {
      const entries = list(random, subject.most, () => subject.make(random));
      const expected = subject.naive(counted(entries));
      // an arrangement that goes on after the day of judgment has no certain number of hours
      const isCut = entries.some(
        (one) => "hours" in one && String(one["end"] ?? "") > AS_OF && String(one["start"]) <= AS_OF,
      );
      const { have, possible } = draw(entries);
      const about = () => `${have} to ${possible}, not ${expected}: ${JSON.stringify(entries)}`;
      if (isCut) {
        hold(have <= expected + 1e-9, about);
        continue;
      }
      hold(near(have, expected), about);
      // the hours of an arrangement may lie on any of its days
      const isVague = subject.name.includes("window") && entries.some((one) => "start" in one);
      hold(possible !== null && (isVague ? possible >= expected - 1e-6 : near(possible, expected)), about);
      if (expected > 0) something++;
    }
    expect(something).toBeGreaterThan(COLLECTIONS / 8);
  });

  test(`holds every completion of ${COLLECTIONS} collections told in part`, () => {
    const random = numbers(subject.name.length * 104_729);
    let open = 0;
    for (let count = 0; count < COLLECTIONS; count++) {
      const whole = list(random, subject.most, () => subject.make(random)).filter(
        (one) => !("hours" in one && String(one["end"] ?? "") > AS_OF),
      );
      const partial = whole.map((entry) => hidden(entry, subject.hides, random));
      const { have, possible } = draw(partial);
      if (possible !== have) open++;
      for (let completion = 0; completion < 3; completion++) {
        const entries = partial.map((entry, at) => completed(entry, whole[at] as Raw, subject, random));
        const actual = subject.naive(counted(entries));
        hold(
          actual >= have - 1e-6 && actual <= (possible ?? Infinity) + 0.011,
          () => `${actual} of ${have} to ${possible}: ${JSON.stringify(partial)} → ${JSON.stringify(entries)}`,
        );
      }
    }
    expect(open).toBeGreaterThan(COLLECTIONS / 4);
  });

  test("has no upper bound where the collection is unfinished, except that places are finite", () => {
    const { have, possible } = draw([], true);
    expect(have).toBe(0);
    expect(possible === null || subject.fact === "filled").toBe(true);
  });
});

describe.each(["earliest", "latest"] as const)("%s", (fact) => {
  const params = { of: "education", field: "conferred", where: is("level", "master") };
  const conditions = { fact, operator: "onOrBefore", value: "2021-01-01", params };
  const rules = rulebook({ requirement: { id: "rule", routes: [{ id: "route", conditions }] } });
  const draw = (education: readonly Raw[]) =>
    Object.values(verdictOf(rules, { education } as Applicant, AS_OF).measures)[0] as DrawnDay;
  const degree = (random: Random): Raw => ({
    conferred: isoDay(between(random, START, asOf)),
    level: pick(random, ["bachelor", "master"]),
  });
  const plain = (entries: readonly Raw[]) => {
    const masters = entries.filter(word("level", "master"));
    const days = masters.map((one) => one["conferred"] as string).filter((day) => day <= AS_OF);
    return (fact === "earliest" ? days.sort() : days.sort().reverse())[0];
  };

  test(`agrees on ${COLLECTIONS} collections, told whole and in part`, () => {
    const random = numbers(11);
    for (let count = 0; count < COLLECTIONS; count++) {
      const whole = list(random, 5, () => degree(random));
      const expected = plain(whole);
      const exact = draw(whole);
      const told = () => `${JSON.stringify(exact)}, not ${expected}: ${JSON.stringify(whole)}`;
      hold(exact.exists === (expected === undefined ? "unmet" : "met"), told);
      hold(expected === undefined || (exact.from === expected && exact.to === expected), told);
      const partial = whole.map((entry) => hidden(entry, ["level", "conferred"], random));
      const range = draw(partial);
      for (let completion = 0; completion < 3; completion++) {
        const other = partial.map((entry) => sharpen({ ...degree(random), ...entry }, random));
        const actual = plain(other);
        const about = () => `${JSON.stringify(range)}, not ${actual}: ${JSON.stringify(partial)}`;
        hold(range.exists === "unknown" || (actual !== undefined) === (range.exists === "met"), about);
        if (actual === undefined) continue;
        hold(range.from === null || range.from <= actual, about);
        hold(range.to === null || actual <= range.to, about);
      }
    }
  });
});
