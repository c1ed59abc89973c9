/**
 * Plain words for the vocabularies of the data: words, collections, units, days, lists.
 */
import type { CollectionName } from "../model/applicant";
import type { ImpreciseDay } from "../model/rulebook";
import { languageOf } from "./language";

/** What the words of the vocabularies are called where blanks for hyphens do not make a name. */
const names: Readonly<Record<string, string>> = {
  // levels of a degree
  certificate: "a certificate",
  associate: "an associate degree",
  bachelor: "a bachelor's degree",
  master: "a master's degree",
  doctorate: "a doctorate",
  // kinds of credential
  cda: "a Child Development Associate (CDA) credential",
  "mental-health-license": "a mental health license",
  "family-child-care-license": "a family child care license",
  "other-license": "another license",
  endorsement: "an endorsement",
  "add-on": "an add-on",
  // kinds of work
  internship: "an internship",
  volunteer: "volunteering",
  // services
  "supervision-of-staff": "the supervision of staff",
  "dyadic-psychotherapy": "parent–infant or parent–child (dyadic) psychotherapy",
  "relationship-focused-services": "relationship-focused mental health services",
  // topics and subjects
  "diversity-equity-inclusion": "diversity, equity and inclusion",
  "diversity-in-early-mental-health": "diversity, equity and inclusion in infant and early childhood mental health",
  "providing-rsc": "the provision of reflective supervision",
  "direct-service": "direct service",
  "rsc-provided": "the reflective supervision that the applicant gives",
  // competencies
  "law-regulation-policy": "law, regulation and policy",
  // roles of a rater
  "current-supervisor": "the current supervisor",
  "former-supervisor": "a former supervisor",
  "rsc-provider": "the provider of reflective supervision",
  supervisee: "a supervisee",
  teacher: "a teacher",
  trainer: "a trainer",
  consultant: "a consultant",
  colleague: "a colleague",
  "service-recipient": "a recipient of services",
  "cda-mentor": "a CDA mentor",
  instructor: "an instructor",
  "board-member": "a board member",
  // kinds of membership
  individual: "an individual one",
  organizational: "an organizational one",
  group: "a group one",
  // kinds of training
  course: "a course",
  conference: "a conference",
  webinar: "a webinar",
  "book-group": "a book group",
  "community-of-practice": "a community of practice",
  "mentorship-group": "a mentorship group",
  "application-review": "service as a reviewer or advisor",
  // signed statements
  "code-of-ethics": "the Code of Ethics",
  "endorsement-agreement": "the Endorsement Agreement",
  "no-sanction": "a statement that no licensing board has sanctioned the applicant",
  "rsc-connection": "a statement of the connection to reflective supervision",
  "audit-accepted": "the consent to an audit",
};

/** Words that mean something else in one field. */
const namesIn: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  service: { "reflective-supervision": "the provision of reflective supervision" },
  focus: { other: "something else" },
  field: { other: "another field" },
  format: { individual: "individual", group: "group" },
  association: { alliance: "the Alliance", waimh: "the World Association" },
};

/** Whether the values of a fact are ids of associations. */
export const isAssociationFact = (fact: string): boolean => /(?:^|\.)(?:association|vettedBy)$/.test(fact);

/** Writes an id as words: `no-home-association` → `no home association`. */
export const idWords = (id: string): string => id.replaceAll("-", " ");

/** Names a word of a vocabulary: `master` → `a master's degree`, `ERS:emerging` → `ERS (emerging)`. */
export function nameWords(field: string, word: string): string {
  const own = namesIn[field]?.[word] ?? names[word];
  if (own !== undefined) return own;
  const emerging = word.endsWith(":emerging");
  if (emerging) return `${word.replace(":emerging", "")} (emerging)`;
  return /^[A-Z]/.test(word) || isAssociationFact(field) ? word : idWords(word);
}

/** Names so many entries of a collection, without the number: `credential`, `reference ratings`. */
export const entryWords = (of: CollectionName, amount: number): string =>
  languageOf({}).say(`count-${of}`, { amount }).replace(/^\S+ /, "");

const amounts: Readonly<Partial<Record<CollectionName, string>>> = {
  supervisionReceived: "reflective supervision received",
  supervisionProvided: "reflective supervision provided",
};

/** Names what hours and months of a collection are of: `work`, `reflective supervision received`. */
export const countedWords = (of: CollectionName): string => amounts[of] ?? of;

const months = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/**
 * Words a day, a month or a year.
 *
 * @example
 * dayWords("2025-01-01"); //=> "1 January 2025"
 */
export function dayWords(day: ImpreciseDay): string {
  const [year = "", month, date] = day.split("-");
  return [date && String(Number(date)), month && months[Number(month) - 1], year].filter(Boolean).join(" ");
}

/**
 * Words a day that comes every year.
 *
 * @example
 * yearlyDayWords("12-31"); //=> "31 December"
 */
export function yearlyDayWords(day: string): string {
  const [month, date] = day.split("-");
  return `${Number(date)} ${months[Number(month) - 1]}`;
}

/**
 * Lists words in a sentence.
 *
 * @example
 * listed(["IMHS", "ECMHS", "IMHM-C"], "or"); //=> "IMHS, ECMHS or IMHM-C"
 */
export function listed(words: readonly string[], last: "and" | "or"): string {
  if (words.length < 2) return words.join("");
  return `${words.slice(0, -1).join(", ")} ${last} ${words.at(-1)}`;
}
