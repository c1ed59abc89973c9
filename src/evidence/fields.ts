/**
 * The fields of each collection: what a condition may ask of an entry, and what a value must be to be read.
 */
import {
  type Absence,
  type Applicant,
  attestationKinds,
  type CollectionName,
  type Collections,
  categories,
  competencies,
  credentialKinds,
  credentialStatuses,
  decisionTypes,
  educationFields,
  educationFocuses,
  educationLevels,
  leadershipKinds,
  leadershipReaches,
  licensures,
  membershipKinds,
  raterRoles,
  type Standing,
  services,
  standingStatuses,
  supervisionFormats,
  supervisionSubjects,
  trainingKinds,
  trainingTopics,
  workKinds,
} from "../model/applicant";
import type { Compared } from "../model/operators";

/** Types of a field. */
export type FieldType =
  | "day"
  | "number"
  | "boolean"
  | "word"
  | "words"
  | "ages"
  | "person"
  | "association"
  | "text"
  | "texts"
  | "place"
  | "standings"
  | "absences";

/** What the values of each type of field are compared as; endorsements are asked about through what was held, absences are cut out. */
const compared: Readonly<Record<FieldType, Compared | undefined>> = {
  day: "day",
  number: "number",
  boolean: "boolean",
  word: "word",
  words: "words",
  ages: "ages",
  person: "word",
  association: "word",
  text: "word",
  texts: "words",
  place: "word",
  standings: undefined,
  absences: undefined,
};

/** What the values of a type of field are compared as, if they are. */
export const comparedAs = (type: FieldType): Compared | undefined => compared[type];

/** One field of an entry. */
export interface Field {
  /** What its value is. */
  readonly type: FieldType;
  /** The vocabulary of a word or of a list of words. */
  readonly words?: readonly string[];
  /** The least number. */
  readonly least?: number;
  /** The greatest number. */
  readonly most?: number;
  /** Whether the least number itself is too small. */
  readonly above?: true;
  /** Whether only whole numbers are read. */
  readonly whole?: true;
  /** What is presumed where it was not told; a day presumed is "still so". */
  readonly presumed?: string | number | boolean;
  /** Where another field bears one of these words, nothing is presumed: what lapsed is not "still so". */
  readonly unless?: { readonly field: string; readonly words: readonly string[] };
  /** It comes about day by day: of an entry that goes on, only a part of it has. */
  readonly accrues?: true;
  /** The field that tells it of an entry that tells no other: a session of one day begins and ends on its date. */
  readonly sameAs?: string;
  /** An entry without it is no entry. */
  readonly needed?: true;
}

const STILL_SO = "still so";
/** What is presumed where a condition names what it must not be. */
export const NONE_OF_THESE = "none of these";
/** The same of the kind of a training: service as a reviewer is told as such. */
const NO_REVIEWING = "no reviewing";
/** What is presumed only where a condition names what it must not be. */
export const REFUSALS: ReadonlySet<unknown> = new Set([NONE_OF_THESE, NO_REVIEWING]);
const day: Field = { type: "day" };
const end: Field = { type: "day", presumed: STILL_SO };
const flag: Field = { type: "boolean" };
const text: Field = { type: "text" };
const person: Field = { type: "person" };
const association: Field = { type: "association" };
const ages: Field = { type: "ages" };
const amount: Field = { type: "number", least: 0, accrues: true };
const whole: Field = { type: "number", least: 0, whole: true };
const word = (words: readonly string[]): Field => ({ type: "word", words });
const words = (of: readonly string[]): Field => ({ type: "words", words: of });

type Entry<C extends CollectionName> = NonNullable<Collections[C]>[number];
type FieldsOf<E> = { readonly [F in keyof E]-?: Field };

/** The fields of an endorsement that a person holds. */
export const standingFields: FieldsOf<Standing> = {
  category: { ...word(categories), needed: true },
  status: { ...word(standingStatuses), presumed: "full" },
  since: { type: "day", presumed: "before the evidence" },
  until: end,
  association: { type: "association", presumed: NONE_OF_THESE },
};

/** The fields of a span in which work did not go on. */
export const absenceFields: FieldsOf<Absence> = { start: { ...day, needed: true }, end };

const supervisionProvided = {
  id: text,
  title: text,
  date: day,
  start: { ...day, sameAs: "date" },
  end: { ...end, sameAs: "date" },
  hours: amount,
  format: word(supervisionFormats),
  peer: { type: "boolean", presumed: false },
  ages,
  provider: person,
} as const satisfies FieldsOf<Entry<"supervisionProvided">>;

/** The fields of every collection. */
export const fields: { readonly [C in CollectionName]-?: FieldsOf<Entry<C>> } = {
  people: {
    id: { type: "text", needed: true },
    name: text,
    degree: word(educationLevels),
    endorsements: { type: "standings" },
    vettedBy: association,
    meetsCriteria: flag,
  },
  education: {
    id: text,
    title: text,
    level: word(educationLevels),
    conferred: day,
    field: word(educationFields),
    focus: word(educationFocuses),
    country: { type: "place", presumed: "at home" },
  },
  credentials: {
    id: text,
    title: text,
    kind: word(credentialKinds),
    category: word(categories),
    status: { ...word(credentialStatuses), presumed: "full" },
    association: { type: "association", presumed: NONE_OF_THESE },
    awarded: day,
    until: { ...end, unless: { field: "status", words: ["lapsed", "inactive", "revoked"] } },
  },
  work: {
    id: text,
    title: text,
    kind: word(workKinds),
    paid: flag,
    start: day,
    end,
    fullTimeShare: { type: "number", least: 0, above: true, most: 1 },
    hoursPerWeek: { type: "number", least: 0, above: true, most: 168 },
    absences: { type: "absences" },
    ages,
    prenatal: flag,
    families: { ...whole, accrues: true },
    service: words(services),
    licensure: word(licensures),
    socialEmotionalFocus: flag,
    relationshipFocus: flag,
    withCaregiver: flag,
    supervised: flag,
    supervisor: person,
    specializedTraining: flag,
  },
  training: {
    id: text,
    title: text,
    date: day,
    presenter: text,
    hours: amount,
    completed: { type: "boolean", presumed: true },
    credits: amount,
    ceus: amount,
    topics: words(trainingTopics),
    competencies: { ...words(competencies), presumed: "at least one" },
    ages: { type: "ages", presumed: "those of the category" },
    kind: { ...word(trainingKinds), presumed: NO_REVIEWING },
  },
  supervisionReceived: { ...supervisionProvided, about: words(supervisionSubjects) },
  supervisionProvided,
  leadership: {
    id: text,
    title: text,
    start: day,
    end,
    reach: word(leadershipReaches),
    kind: word(leadershipKinds),
  },
  references: {
    id: text,
    title: text,
    rater: person,
    roles: words(raterRoles),
    vetted: flag,
    completed: day,
    notEnoughInformation: { ...whole, presumed: 0 },
    knownSince: day,
  },
  exams: {
    id: text,
    title: text,
    category: word(categories),
    part: { type: "number", least: 1, most: 2, whole: true },
    taken: day,
    score: { type: "number", least: 0, most: 1 },
    passed: flag,
  },
  memberships: {
    id: text,
    title: text,
    association,
    kind: word(membershipKinds),
    purchased: day,
    until: day,
  },
  attestations: { id: text, title: text, kind: word(attestationKinds), signed: day },
  applications: {
    id: text,
    title: text,
    pathway: text,
    association,
    accepted: day,
    started: day,
    submitted: day,
    open: flag,
  },
  decisions: {
    id: text,
    title: text,
    type: { ...word(decisionTypes), needed: true },
    pathway: { ...text, needed: true },
    requirement: { ...text, needed: true },
    evidence: { type: "texts" },
    association,
    reason: { ...text, needed: true },
    by: { ...text, needed: true },
    on: { ...day, needed: true },
    until: day,
  },
};

/** The names of the collections. */
export const collectionNames = Object.keys(fields) as readonly CollectionName[];

/** The facts about an applicant that are no collection. */
export const applicantFields: FieldsOf<Omit<Applicant, "$schema" | CollectionName>> = {
  id: text,
  residence: { type: "place" },
  born: day,
  unfinished: words(collectionNames),
};

/** The day fields that place an entry in time: one day, or the two ends of a period. */
export interface Placement {
  /** The field of its one day. */
  readonly day?: string;
  /** Whether `start` and `end` can be told (instead). */
  readonly period?: true;
}

/** How the entries of each collection are placed in time. */
export const placements: Readonly<Record<CollectionName, Placement>> = {
  people: {},
  education: { day: "conferred" },
  credentials: { day: "awarded" },
  work: { period: true },
  training: { day: "date" },
  supervisionReceived: { day: "date", period: true },
  supervisionProvided: { day: "date", period: true },
  leadership: { period: true },
  references: { day: "completed" },
  exams: { day: "taken" },
  memberships: { day: "purchased" },
  attestations: { day: "signed" },
  applications: { day: "started" },
  decisions: {},
};

/** A pattern of association ids: a country, with the state where there is one; the Alliance; the World Association. */
export const ASSOCIATION = /^(?:[a-z]{2}(?:-[a-z0-9]{2,3})?|alliance|waimh)$/;

/** A pattern of places, ISO 3166: a country, with the state where there is one. */
export const PLACE = /^[A-Z]{2}(?:-[A-Z0-9]{1,3})?$/;

/** Looks up a field. */
export function fieldOf(collection: CollectionName, name: string): Field | undefined {
  const all: Readonly<Record<string, Field>> = fields[collection];
  return Object.hasOwn(all, name) ? all[name] : undefined;
}

/** Whether a number is one that a field takes. */
export function isInRange(field: Field, number: number): boolean {
  const { least = 0, most = Number.POSITIVE_INFINITY, above, whole } = field;
  return (above ? number > least : number >= least) && number <= most && (!whole || Number.isInteger(number));
}

/** What is presumed of a field that an entry does not tell, if anything. */
export function presumedOf(
  { presumed, unless }: Field,
  raw: Readonly<Record<string, unknown>>,
): string | number | boolean | undefined {
  const isExcepted = unless?.words.includes(String(raw[unless.field])) ?? false;
  return isExcepted ? undefined : presumed;
}

/** What a fact inside `where` is drawn from. */
export interface EntryFact {
  /** `field`: of the entry; `person`: of the person whom the field names; `held`, `earned`, `validUntil`: computed. */
  readonly from: "field" | "person" | "held" | "earned" | "validUntil";
  /** The field of the entry. */
  readonly name: string;
  /** The field of the person. */
  readonly of?: string;
  /** What its value is. */
  readonly field: Field;
}

/**
 * Resolves a fact that a condition asks of one entry.
 *
 * @param collection - The collection of the entry.
 * @param fact - A field, `<person>.<field of people>`, `<person>.held`, `earned` or `validUntil`.
 * @returns What it is drawn from, or nothing where the collection has no such fact.
 */
export function entryFact(collection: CollectionName, fact: string): EntryFact | undefined {
  if (fact === "earned") {
    const { day: own, period } = placements[collection];
    return own || period ? { from: "earned", name: fact, field: day } : undefined;
  }
  if (fact === "validUntil" && collection === "memberships") return { from: "validUntil", name: fact, field: day };
  const [name = "", of] = fact.split(".");
  const field = fieldOf(collection, name);
  if (field === undefined) return undefined;
  if (of === undefined) return { from: "field", name, field };
  if (field.type !== "person") return undefined;
  if (of === "held") return { from: "held", name, field: words(heldWords) };
  const ofPerson = fieldOf("people", of);
  if (ofPerson === undefined || ofPerson.type === "standings") return undefined;
  return { from: "person", name, of, field: ofPerson };
}

/** What a person can hold: a category, or a category that is emerging. */
export const heldWords: readonly string[] = categories.flatMap((category) => [category, `${category}:emerging`]);

/** Every fact that a condition may ask of an entry, for suggestions. */
export function entryFacts(collection: CollectionName): readonly string[] {
  const own = Object.entries<Field>(fields[collection]).flatMap(([name, field]) =>
    field.type === "person"
      ? [name, `${name}.id`, `${name}.degree`, `${name}.held`, `${name}.vettedBy`, `${name}.meetsCriteria`]
      : [name],
  );
  return [...own, "earned", ...(collection === "memberships" ? ["validUntil"] : [])];
}
