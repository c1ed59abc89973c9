/**
 * Who reads each field of an applicant: rules, found by walking what they ask; code, found by watching it read.
 */

import { expectedPathways, type GoldenCase } from "../src/cases/golden";
import { entryFact } from "../src/evidence/entry-fact";
import {
  absenceFields,
  applicantFields,
  collectionNames,
  fields,
  placements,
  standingFields,
} from "../src/evidence/fields";
import { explain } from "../src/explain/explain";
import { questions } from "../src/explain/questions";
import { evaluate, warnings } from "../src/index";
import type { Applicant, CollectionName } from "../src/model/applicant";
import { isMeasureFact } from "../src/model/facts";
import type { Overlay } from "../src/model/overlay";
import type { Rulebook } from "../src/model/rulebook";

/** The readers of each field, such as `training.hours`: rules by name, code by what it is for. */
export type Readers = ReadonlyMap<string, ReadonlySet<string>>;

/** Every field that an applicant can tell, from the table of fields. */
export function everyField(): readonly string[] {
  const own = Object.keys(applicantFields);
  const inside = collectionNames.flatMap((name) => Object.keys(fields[name]).map((field) => `${name}.${field}`));
  const held = Object.keys(standingFields).map((field) => `people.endorsements.${field}`);
  const away = Object.keys(absenceFields).map((field) => `work.absences.${field}`);
  return [...own, ...inside, ...held, ...away];
}

type Json = Readonly<Record<string, unknown>>;

/** Finds the fields that rules ask for, of the base and of every association. */
export function rulesThatRead(book: Rulebook): Readers {
  const found = new Map<string, Set<string>>();
  for (const [file, { requirements }] of Object.entries(book.pathways)) {
    for (const one of requirements) walkRule(book, undefined, one, file, found);
  }
  for (const overlay of Object.values(book.associations)) {
    for (const part of [overlay.requirements, overlay.conditions, overlay.equivalences]) {
      walkRule(book, overlay, part ?? [], overlay.id, found);
    }
  }
  return found;
}

/** Walks one rule as it is written, with all that it names. */
function walkRule(
  book: Rulebook,
  overlay: Overlay | undefined,
  rule: unknown,
  reader: string,
  found: Map<string, Set<string>>,
): void {
  const seen = new Set<string>();
  const add = (field: string) => found.set(field, (found.get(field) ?? new Set()).add(reader));
  const named = (id: string) => [...book.conditions, ...(overlay?.conditions ?? [])].filter((one) => one.id === id);
  const equal = (id: string) => [...book.equivalences, ...(overlay?.equivalences ?? [])].filter((one) => one.id === id);

  const visitNamed = (id: string, of: CollectionName | undefined) => {
    if (seen.has(`${of} ${id}`)) return;
    seen.add(`${of} ${id}`);
    for (const { conditions } of named(id)) visit(conditions, of);
  };
  /** A text outside of a collection may be the name of what is written once; of a requirement or of a route. */
  const visitShared = (name: string) => {
    if (seen.has(name)) return;
    seen.add(name);
    visit([book.requirements[name], book.routes[name]], undefined);
  };
  const visit = (node: unknown, of: CollectionName | undefined): void => {
    if (typeof node === "string") return of === undefined ? visitShared(node) : undefined;
    if (Array.isArray(node)) return node.forEach((one) => visit(one, of));
    if (typeof node !== "object" || node === null) return;
    const { fact, condition, params, where, as, ...others } = node as Json;
    if (typeof as === "string") visitShared(as);
    if (typeof condition === "string") visitNamed(condition, of);
    if (typeof fact === "string") visitFact(fact, of);
    const inner = typeof (params as Json | undefined)?.["of"] === "string" ? params : undefined;
    if (inner !== undefined) visitParams(fact as string, inner as Json);
    if (typeof where === "string") visitNamed(where, of);
    else visit(where, of);
    for (const other of Object.values(others)) visit(other, of);
  };
  const visitFact = (fact: string, of: CollectionName | undefined) => {
    if (of === undefined) {
      if (fact === "residence") add("residence");
      if (fact === "applicationStarted")
        ["pathway", "association", "started"].forEach((one) => add(`applications.${one}`));
      return;
    }
    const own = entryFact(of, fact);
    if (own === undefined) return;
    if (own.from === "earned") placementOf(of).forEach((one) => add(`${of}.${one}`));
    else if (own.from === "validUntil") ["until", "purchased", "association"].forEach((one) => add(`${of}.${one}`));
    else add(`${of}.${own.name}`);
    if (own.from === "held") add("people.endorsements");
    if (own.from === "person") add(`people.${own.of}`);
  };
  const visitParams = (fact: string, { of, equivalences, field, distinct, largest, ...others }: Json) => {
    const collection = of as CollectionName;
    if (isMeasureFact(fact))
      add(`${collection}.${fact === "hours" || others["unit"] === "hours" ? "hours" : placementOf(collection)[0]}`);
    if (typeof field === "string") add(`${collection}.${field}`);
    for (const name of [distinct, (largest as Json | undefined)?.["by"]]) {
      if (typeof name === "string") add(`${collection}.${name.split(".")[0]}`);
    }
    for (const id of (equivalences ?? []) as readonly string[])
      equal(id).forEach((one) => visit(one.where, collection));
    for (const [key, other] of Object.entries(others)) {
      if (key === "where" && typeof other === "string") visitNamed(other, collection);
      else visit(other, key === "during" ? undefined : collection);
    }
  };
  visit(rule, undefined);
}

function placementOf(of: CollectionName): readonly string[] {
  const { day, period } = placements[of];
  return [...(day === undefined ? [] : [day]), ...(period ? ["start", "end"] : [])];
}

/** Fields whose value is a list of parts with fields of their own. */
const INSIDE: ReadonlySet<string> = new Set(["endorsements", "absences"]);

/**
 * Watches what is read of an applicant while something is done with it.
 *
 * Whoever goes through all fields of an entry reads none of them: it looks empty then.
 */
export function readWhile(applicant: Applicant, act: (watched: Applicant) => unknown): ReadonlySet<string> {
  const read = new Set<string>();
  const watch = <T extends object>(told: T, path: string): T =>
    new Proxy(told, {
      ownKeys: (target) => (path === "" || Array.isArray(target) ? Reflect.ownKeys(target) : []),
      get: (target, key) => {
        const value: unknown = Reflect.get(target, key);
        if (typeof key !== "string" || key === "length") return value;
        const isAt = Array.isArray(target) && /^\d+$/.test(key);
        const at = isAt ? path : path === "" ? key : `${path}.${key}`;
        if (!Array.isArray(target)) read.add(at);
        const isDeep = typeof value === "object" && value !== null && (path === "" || isAt || INSIDE.has(key));
        return isDeep ? watch(value, at) : value;
      },
    });
  act(watch(applicant, ""));
  return read;
}

/** A case to watch. */
export interface Watched extends Pick<GoldenCase, "applicant" | "options" | "expected"> {}

/** Everything that is there to be told once, so that what is read of it shows. */
const told: Applicant = {
  id: "me",
  born: "1990",
  people: [{ id: "lee", name: "Lee", endorsements: [{ category: "IMHM-C" }] }],
  education: [{ title: "Degree", level: "master", conferred: "2015-06-01" }],
  credentials: [{ title: "License", kind: "cda", awarded: "2015-06-01" }],
  work: [{ title: "Job", start: "2018-01-01", absences: [{ start: "2019-01-01", end: "2019-02-01" }], ages: [0, 36] }],
  training: [{ title: "Attachment", presenter: "Lee", credits: 1 }, { ceus: 1 }],
  supervisionReceived: [{ title: "Group", date: "2020-01-01", hours: 1, provider: "lee" }],
  supervisionProvided: [
    { title: "Team", start: "2020-01-01", end: "2020-12-31", hours: 9 },
    { date: "2020-02-01", hours: 1 },
  ],
  leadership: [{ title: "Board", start: "2020-01-01" }],
  references: [{ title: "Rating", rater: "lee", completed: "2020-01-01" }],
  exams: [{ title: "Exam", part: 1, taken: "2020-01-01" }],
  memberships: [{ title: "Membership", purchased: "2020-01-01" }],
  attestations: [{ title: "Code", kind: "code-of-ethics" }],
  applications: [{ title: "First", pathway: "IFA", started: "2020-01-01", submitted: "2020-02-01" }],
  decisions: [
    {
      title: "Waiver",
      type: "waive",
      pathway: "IFA",
      requirement: "training",
      reason: "lost",
      by: "Ann",
      on: "2020-01-01",
    },
  ],
};

/**
 * Finds who reads a field: rules by name, measures, warnings and texts by what they are.
 *
 * @param cases - Cases whose applicants are watched while they are judged.
 */
export function readersOf(book: Rulebook, cases: readonly Watched[]): (field: string) => readonly string[] {
  const rules = rulesThatRead(book);
  const code = new Map<string, ReadonlySet<string>>();
  const note = (name: string, fields: ReadonlySet<string>) =>
    code.set(name, new Set([...(code.get(name) ?? []), ...fields]));
  for (const { applicant, options, expected } of cases) {
    const judged = { ...options, rulebook: book, pathways: expectedPathways({ expected }) };
    note(
      "measures",
      readWhile(applicant, (one) => evaluate(one, { ...judged, detail: "account" })),
    );
    note("warnings", readWhile(applicant, warnings));
  }
  if (cases.length > 0) {
    const options = { asOf: "2026-01-01", pathways: book.order, detail: "account" } as const;
    note(
      "measures",
      readWhile(told, (one) => evaluate(one, options)),
    );
    note("warnings", readWhile(told, warnings));
    const verdict = evaluate(told, options);
    for (const pathways of [["IFA"] as const, book.order]) {
      note(
        "texts",
        readWhile(told, (applicant) => explain(verdict, { applicant, detail: "full", pathways })),
      );
    }
    note(
      "texts",
      readWhile(told, (applicant) => questions(applicant, { asOf: "2026-01-01", pathways: ["IFA"] })),
    );
  }
  return (field) => [
    ...(rules.get(field) ?? []),
    ...[...code].flatMap(([name, read]) => (read.has(field) ? [name] : [])),
  ];
}
