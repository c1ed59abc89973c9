/**
 * Applicants made from golden cases: these stand on every threshold, and here they are crossed and disturbed.
 *
 * The same seed makes the same applicants.
 */

import { dayNumber, isoDay } from "../../src/base/calendar";
import type { GoldenCase } from "../../src/cases/golden";
import type { Applicant } from "../../src/model/applicant";

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
type Entry = Record<string, Json>;
type Collections = Record<string, Entry[]>;

/** An applicant and the day of judgment. */
export interface Generated {
  readonly applicant: Applicant;
  readonly asOf: string;
}

/** A generator of numbers between 0 and 1, by mulberry32. */
export function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Fields that name someone in `people`. */
const personFields = ["provider", "supervisor", "rater"];
/** Fields that have a stated default: leaving them out tells something. */
const presumedFields = ["end", "until", "status", "since", "peer", "notEnoughInformation"];
/** Fields without which an entry is no entry. */
const neededFields = ["id", "category", "type", "pathway", "requirement", "reason", "by", "on"];

/** Makes applicants from golden cases. */
export class Generator {
  private readonly random: () => number;
  private turn = 0;
  /** The cases by pathway, and by what they expect: `training met`. */
  private readonly pathways: ReadonlyMap<string, ReadonlyMap<string, readonly GoldenCase[]>>;

  constructor(cases: readonly GoldenCase[], seed: number) {
    this.random = numbers(seed);
    const pathways = new Map<string, Map<string, GoldenCase[]>>();
    for (const golden of cases) {
      for (const [pathway, name] of expectations(golden)) {
        const buckets = pathways.get(pathway) ?? new Map<string, GoldenCase[]>();
        buckets.set(name, [...(buckets.get(name) ?? []), golden]);
        pathways.set(pathway, buckets);
      }
    }
    this.pathways = pathways;
  }

  /** Makes the next applicant. */
  next(): Generated {
    return this.cross(this.choose());
  }

  /** Makes an applicant for whom a requirement is likely to have a state. */
  aim(pathway: string, requirement: string, status: string): Generated {
    const cases = this.pathways.get(pathway)?.get(`${requirement} ${status}`) ?? [];
    return this.cross([this.pick(cases)]);
  }

  private cross(chosen: readonly GoldenCase[]): Generated {
    const asOf = chosen[0]?.options.asOf ?? "2026-01-01";
    const collections: Collections = {};
    chosen.forEach(({ applicant }, index) => this.add(collections, applicant, `${index}-`));
    for (const name of Object.keys(collections)) {
      // people stay: evidence names them
      if (name !== "people" && this.random() < 0.1) delete collections[name];
      else collections[name] = (collections[name] as Entry[]).map((entry) => this.disturb(entry, name));
    }
    const unfinished = Object.keys(collections).filter((name) => name !== "people" && this.random() < 0.05);
    const residence = chosen.find(({ applicant }) => applicant.residence !== undefined)?.applicant.residence;
    const applicant = {
      ...collections,
      ...(unfinished.length > 0 && { unfinished }),
      ...(residence !== undefined && { residence }),
    };
    return { applicant: applicant as unknown as Applicant, asOf };
  }

  /**
   * Cases of one pathway, one for each requirement, to be met and unmet by turns.
   *
   * Cases that tell the same collections would undo each other: the first one tells it.
   */
  private choose(): readonly GoldenCase[] {
    const turn = this.turn++;
    const all = [...this.pathways.values()];
    const buckets = all[turn % all.length] as ReadonlyMap<string, readonly GoldenCase[]>;
    const ids = [...new Set([...buckets.keys()].map((name) => name.split(" ")[0] as string))];
    const told = new Set<string>();
    const chosen: GoldenCase[] = [];
    const first = Math.floor(this.random() * ids.length);
    ids.forEach((_, step) => {
      const at = (first + step) % ids.length;
      const wanted = (Math.floor(turn / all.length) + at) % 2 === 0 ? "met" : "unmet";
      const cases = buckets.get(`${ids[at]} ${wanted}`) ?? [];
      const sameDay = cases.filter(({ options }) => options.asOf === chosen[0]?.options.asOf);
      const golden = this.pick(sameDay.length > 0 ? sameDay : cases);
      const own = Object.keys(golden?.applicant ?? {}).filter((name) => name !== "people");
      if (golden === undefined || own.some((name) => told.has(name))) return;
      for (const name of own) told.add(name);
      chosen.push(golden);
    });
    return chosen;
  }

  private pick<T>(some: readonly T[]): T {
    return some[Math.floor(this.random() * some.length)] as T;
  }

  private add(collections: Collections, applicant: Applicant, prefix: string): void {
    for (const [name, told] of Object.entries(applicant)) {
      if (!Array.isArray(told) || name === "decisions" || name === "unfinished") continue;
      const entries = (told as Entry[]).map((entry) => renamed(entry, prefix, name === "people"));
      collections[name] = [...(collections[name] ?? []), ...entries];
    }
  }

  private disturb(entry: Entry, collection: string): Entry {
    const disturbed: Entry = {};
    for (const [field, value] of Object.entries(entry)) {
      const told = collection === "people" || neededFields.includes(field) || presumedFields.includes(field);
      if (!told && this.random() < 0.04) continue;
      disturbed[field] = this.random() < 0.06 ? this.changed(field, value) : value;
    }
    const { start, end } = disturbed;
    if (typeof start === "string" && typeof end === "string" && end < start) disturbed["end"] = start;
    return disturbed;
  }

  private changed(field: string, value: Json): Json {
    if (typeof value === "boolean") return !value;
    if (field === "hours" && typeof value === "number") return Math.max(0, value + this.pick([-1, 1, 0.5]));
    if (field === "families" && typeof value === "number") return Math.max(0, value + this.pick([-1, 1]));
    if (typeof value === "string" && /^\d{4}-\d\d-\d\d$/.test(value)) {
      return isoDay(dayNumber(value) + this.pick([-400, -1, 1, 400]));
    }
    return value;
  }
}

function expectations({ expected }: GoldenCase): (readonly [pathway: string, name: string])[] {
  return Object.entries(expected).flatMap(([pathway, { requirements = {} }]) =>
    Object.entries(requirements).map(
      ([id, one]) => [pathway, `${id} ${typeof one === "string" ? one : one?.status}`] as const,
    ),
  );
}

function renamed(entry: Entry, prefix: string, isPerson: boolean): Entry {
  const copy = { ...entry };
  for (const field of isPerson ? ["id"] : personFields) {
    if (typeof copy[field] === "string") copy[field] = `${prefix}${copy[field]}`;
  }
  // ids of entries would clash
  if (!isPerson) delete copy["id"];
  return copy;
}
