/**
 * What was not told, or too vaguely: everything that could be asked.
 */
import { firstDay, isoDay, lastDay } from "../../base/calendar";
import { type Field, presumedOf } from "../../evidence/field";
import { fieldOf, placements } from "../../evidence/fields";
import { type ToldFields, toldIn } from "../../evidence/told";
import type { Applicant, CollectionName, Day } from "../../model/applicant";
import { rulebook } from "../../verdict/evaluate";
import { programFor } from "../../verdict/judge";
import type { AskedField } from "../asked";
import { trialValues } from "../trial";
import { type Asking, type Candidate, isOpenPathway, isSpan, type Open } from "./asking";
import { evidenceName } from "./words";

/** Everything that was not told and that an open requirement asks for. */
export function candidates(asking: Asking): Candidate[] {
  const { applicant, open } = asking;
  const byKey = new Map<string, { field: AskedField; about: Open[] }>();
  for (const one of open) {
    for (const [key, field] of one.asked) {
      const known = byKey.get(key);
      if (known === undefined) byKey.set(key, { field, about: [one] });
      else known.about.push(one);
    }
  }
  const collections = new Map<CollectionName, Open[]>();
  for (const { field, about } of byKey.values()) {
    collections.set(field.collection, [...new Set([...(collections.get(field.collection) ?? []), ...about])]);
  }
  return [
    ...residenceCandidate(asking),
    ...[...collections].flatMap(([name, about]) => collectionCandidate(applicant, name, about)),
    ...merged([...byKey.values()].flatMap(({ field, about }) => fieldCandidates(asking, field, about))),
  ];
}

/** A person whom two collections name is asked about once. */
function merged(all: readonly Candidate[]): Candidate[] {
  const byId = new Map<string, Candidate>();
  for (const one of all) {
    const known = byId.get(one.id);
    const together = known && {
      ...known,
      trials: [...known.trials, ...one.trials],
      about: [...new Set([...known.about, ...one.about])],
    };
    byId.set(one.id, together ?? one);
  }
  return [...byId.values()];
}

function residenceCandidate({ applicant, options, verdict }: Asking): Candidate[] {
  if (applicant.residence !== undefined) return [];
  const { program } = programFor({ ...options, rulebook: options.rulebook ?? rulebook() });
  const accepts = program.rules.residency?.accepts;
  if (accepts === undefined) return [];
  const about = verdict.pathways
    .filter(isOpenPathway)
    .map(({ pathway }) => ({ pathway, requirement: "", asked: new Map() }));
  // Canada has no association, Ireland has one
  const accepted = accepts === "unserved" ? ["CA"] : accepts;
  const elsewhere = accepted.includes("IE") ? "AU" : "IE";
  const trials = [...accepted, elsewhere].map((residence) => ({ ...applicant, residence }));
  return [{ id: "residence", name: "residence", entries: [], trials, about }];
}

/** Collections that were not told, or told in part. */
function collectionCandidate(applicant: Applicant, collection: CollectionName, about: readonly Open[]): Candidate[] {
  const base = { id: collection, collection, entries: [], about };
  if (applicant[collection] === undefined) return [{ ...base, trials: [{ ...applicant, [collection]: [] }] }];
  const { unfinished = [] } = applicant;
  if (!unfinished.includes(collection)) return [];
  return [{ ...base, trials: [{ ...applicant, unfinished: unfinished.filter((name) => name !== collection) }] }];
}

function fieldCandidates(asking: Asking, asked: AskedField, about: readonly Open[]): Candidate[] {
  const { applicant, options, dontKnow } = asking;
  const { collection, name, of } = asked;
  const entries = toldIn(applicant, collection);
  if (of !== undefined) return personCandidates(asking, asked, entries, about);
  const field = fieldOf(collection, name);
  if (field === undefined) return [];
  const isAsked = (entry: ToldFields, index: number) =>
    lacks(entry, name, field) &&
    !isLate(collection, entry, options.asOf) &&
    !dontKnow.includes(`${evidenceName(applicant, collection, index)}.${name}`);
  const lacking = entries.flatMap((entry, index) => (isAsked(entry, index) ? [index] : []));
  if (lacking.length === 0) return [];
  const tell = (value: unknown, edge: (told: string) => number) => {
    const fill = (entry: ToldFields) => told(entry, name, isSpan(entry[name]) ? isoDay(edge(entry[name])) : value);
    return entries.map((entry, index) => (lacking.includes(index) ? fill(entry) : entry));
  };
  // a day that is told only as a month or a year lies at one of its ends, or between
  const edges = lacking.some((index) => isSpan(entries[index]?.[name])) ? [firstDay, lastDay] : [firstDay];
  const trials = trialValues(asking.applicant, asked, field, options).flatMap(({ value, people }) =>
    edges.map((edge) => ({
      ...applicant,
      ...(people && { people: [...(applicant.people ?? []), ...people] }),
      [collection]: tell(value, edge),
    })),
  );
  return [{ id: `${collection}.${name}`, collection, name, field, entries: lacking, trials, about }];
}

/** Tells a field of an entry; what ended cannot have begun later. */
function told(entry: ToldFields, name: string, value: unknown): ToldFields {
  const { end } = entry;
  const isPast = name === "start" && typeof end === "string" && lastDay(end) < firstDay(String(value));
  return { ...entry, [name]: isPast ? end : value };
}

/** Whether an entry begins only after the day of judgment: it counts nowhere. */
function isLate(collection: CollectionName, entry: ToldFields, asOf: Day): boolean {
  const { day, period } = placements[collection];
  const first = (period ? entry["start"] : undefined) ?? (day === undefined ? undefined : entry[day]);
  return typeof first === "string" && first > asOf;
}

/** Whether an entry does not tell a field, and nothing is presumed of it. */
function lacks(entry: ToldFields, name: string, field: Field): boolean {
  if (field.type === "day" && isSpan(entry[name])) return true;
  if (entry[name] !== undefined || presumedOf(field, entry) !== undefined) return false;
  // a session has one day, an arrangement two
  if (name === "date") return entry["start"] === undefined;
  return name === "start" ? entry["date"] === undefined : true;
}

/** Each person is asked about once, whatever the number of entries that name them. */
function personCandidates(
  { applicant, options }: Asking,
  asked: AskedField,
  entries: readonly ToldFields[],
  about: readonly Open[],
): Candidate[] {
  const { name, of = "" } = asked;
  const people = applicant.people ?? [];
  const told = toldIn(applicant, "people");
  const field = fieldOf("people", of);
  if (field === undefined) return [];
  const named = new Set(entries.map((entry) => entry[name]));
  return people.flatMap((person, index): Candidate[] => {
    if (!named.has(person.id) || told[index]?.[of] !== undefined) return [];
    const trials = trialValues(applicant, asked, field, options).map(({ value }) => ({
      ...applicant,
      people: people.with(index, { ...person, [of]: value }),
    }));
    return [
      { id: `people/${person.id}.${of}`, collection: "people", name: of, field, entries: [index], trials, about },
    ];
  });
}
