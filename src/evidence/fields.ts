/**
 * The fields of each collection, and which of them place an entry in time.
 */
import { isOneOf } from "../base/lists";
import { keysOf } from "../base/records";
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
import type { Field } from "./field";

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
export const collectionNames = keysOf(fields);

/** Whether a name is that of a collection. */
export const isCollection = (name: string): name is CollectionName => isOneOf(collectionNames, name);

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
  /** Whether its day is presumed to be past where it was not told: a degree may still be studied for. */
  readonly pastPresumed?: true;
}

/** How the entries of each collection are placed in time. */
export const placements: Readonly<Record<CollectionName, Placement>> = {
  people: {},
  education: { day: "conferred", pastPresumed: true },
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
