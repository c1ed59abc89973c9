/**
 * Clauses for what a condition asks of one entry, in plain English: each finishes the phrase "evidence …".
 */

import { isPathwayFact, type PathwayFact } from "../model/facts";
import type { FactValue, Leaf, Value } from "../model/language";
import type { Operator } from "../model/operators";
import { isLookedUp, wordsIn } from "../rules/comparison";
import { dayWords, isAssociationFact, listed, nameWords } from "./vocabulary";

/** Yes-or-no fields: the clause for yes, and the clause for no. */
const answers: Readonly<Record<string, readonly [yes: string, no: string]>> = {
  paid: ["that is paid", "that is not paid"],
  prenatal: ["in pregnancy", "not in pregnancy"],
  socialEmotionalFocus: [
    "focused on the children's social-emotional needs",
    "not focused on the children's social-emotional needs",
  ],
  relationshipFocus: [
    "focused on the relationships around the children",
    "not focused on the relationships around the children",
  ],
  withCaregiver: ["with the child and a caregiver together", "not with the child and a caregiver together"],
  supervised: ["that is supervised", "that is not supervised"],
  specializedTraining: ["with specialized training", "without specialized training"],
  peer: ["among peers", "not among peers"],
  vetted: ["by someone whom the association vetted", "by someone whom the association did not vet"],
  passed: ["that was passed", "that was not passed"],
};

/** Fields with another value: the words around it. */
const phrases: Readonly<Record<string, (what: string) => string>> = {
  kind: (what) => `that is ${what}`,
  level: (what) => `that is ${what}`,
  field: (what) => (what === "other than another field" ? "in a related field" : `in ${what}`),
  focus: (what) => `specific to ${what}`,
  category: (what) => `of the category ${what}`,
  status: (what) => `whose status is ${what}`,
  service: (what) => `of ${what}`,
  licensure: (what) => `done while ${what}`,
  families: (what) => `with ${what} families`,
  topics: (what) => `on ${what}`,
  competencies: (what) => `covering ${what}`,
  about: (what) => `about ${what}`,
  format: (what) => `in the format ${what}`,
  reach: (what) => `of ${what} reach`,
  roles: (what) => `by ${what}`,
  association: (what) => (what.startsWith("other than") ? `of an association ${what}` : `of ${what}`),
  part: (what) => `that is part ${what}`,
  score: (what) => `with a score of ${what}`,
  notEnoughInformation: (what) => `with ${what} answers of “not enough information”`,
  pathway: (what) => `for ${what}`,
  fullTimeShare: (what) => `at a share of full time of ${what}`,
  earned: (what) => `dated ${what}`,
  validUntil: (what) =>
    what === "on or after the day of the verdict" ? "valid on the day of the verdict" : `whose last day is ${what}`,
  until: (what) =>
    what === "on or after the day of the verdict"
      ? "still held on the day of the verdict"
      : `whose last day is ${what}`,
  end: (what) => (what === "on or after the day of the verdict" ? "that still goes on" : `whose last day is ${what}`),
  accepted: (what) => `accepted ${what}`,
  conferred: (what) => `conferred ${what}`,
  awarded: (what) => `awarded ${what}`,
  completed: (what) => `completed ${what}`,
  signed: (what) => `signed ${what}`,
  taken: (what) => `taken ${what}`,
  purchased: (what) => `bought ${what}`,
  knownSince: (what) => `by someone who came to know the applicant ${what}`,
};

/** Who someone named in an entry is to it. */
const persons: Readonly<Record<string, string>> = {
  provider: "from a provider",
  supervisor: "under a supervisor",
  rater: "by someone",
};

/** What a condition can ask of a person. */
const ofPerson: Readonly<Record<string, (what: string) => string>> = {
  held: (what) => `who then held ${what}`,
  degree: (what) => `with ${what}`,
  vettedBy: (what) => `whom ${what} vetted`,
  id: (what) => `who is ${what}`,
};

const comparisons: Readonly<Partial<Record<Operator, string>>> = {
  lessThan: "fewer than ",
  lessThanInclusive: "at most ",
  greaterThan: "more than ",
  greaterThanInclusive: "at least ",
  equal: "",
  notEqual: "other than ",
};

/** Words a comparison with a number: `at least 24`, `fewer than 6`; fractions as percentages where asked for. */
export function numberComparisonWords(operator: Operator, value: number, asPercent = false): string {
  const written = asPercent ? `${Math.round(value * 100)}%` : String(value);
  return `${comparisons[operator] ?? ""}${written}`;
}

/** Days that are looked up. */
const dayFacts: Readonly<Record<string, string>> = {
  asOf: "the day of the verdict",
  applicationStarted: "the day on which the application was started",
  "cycle.start": "the first day of the renewal cycle",
  "cycle.end": "the last day of the renewal cycle",
};

/** What happened on a day that `earliest` and `latest` look for. */
const happened: Readonly<Record<string, string>> = {
  conferred: "was conferred",
  awarded: "was awarded",
  completed: "was completed",
  date: "took place",
  start: "began",
  end: "ended",
};

/** Words what happened to an entry on the day told in a field: `was awarded`. */
export const happenedWords = (field: string): string => happened[field] ?? `has its ${plain(field)}`;

/** What `earliest` and `latest` take their day from. */
const dayFields: Readonly<Record<string, string>> = {
  conferred: "the degree was conferred",
  awarded: "the credential was awarded",
  completed: "the rating was completed",
  date: "it took place",
  start: "it began",
  end: "it ended",
  until: "it was valid",
};

/** Words a day that is written or looked up: `31 December 2024`, `12 months before the day of the verdict`. */
export function dayValueWords(value: Value): string {
  if (typeof value === "string") return dayWords(value);
  if (!isLookedUp(value)) return String(value);
  const { fact, params = {} } = value;
  if ("of" in params) {
    const { field = "" } = params;
    return `the ${fact} day on which ${dayFields[field] ?? `${plain(field)} is told`}`;
  }
  const { plusMonths = 0 } = params;
  const day = dayFacts[fact] ?? plain(fact);
  if (plusMonths === 0) return day;
  return `${Math.abs(plusMonths)} months ${plusMonths < 0 ? "before" : "after"} ${day}`;
}

const dayComparisons: Readonly<Partial<Record<Operator, string>>> = {
  before: "before",
  onOrBefore: "on or before",
  onOrAfter: "on or after",
  after: "after",
};

/** Words a comparison with a day: `on or before 31 December 2024`, `at least 12 months before the day of the verdict`. */
export function dayComparisonWords(operator: Operator, value: Value): string {
  const day = dayValueWords(value);
  const { params = {} } = isLookedUp(value) ? value : {};
  const months = "plusMonths" in params ? (params.plusMonths ?? 0) : 0;
  if (months === 0 || !(operator === "onOrBefore" || operator === "onOrAfter")) {
    return `${dayComparisons[operator] ?? ""} ${day}`;
  }
  const isFar = months < 0 === (operator === "onOrBefore");
  return `at ${isFar ? "least" : "most"} ${day}`;
}

/**
 * Words what a leaf asks of one entry.
 *
 * @param associationOf - Names an association by its id.
 * @returns A clause that finishes the phrase "evidence …": `that is paid`, `from a provider who then held ERS`.
 * @example
 * clauseOf({ fact: "paid", operator: "equal", value: true }); //=> "that is paid"
 */
export function clauseOf({ fact, operator, value }: Leaf, associationOf = (id: string): string => id): string {
  const [name = "", part] = fact.split(".");
  const person = part === undefined ? undefined : (persons[name] ?? `with a ${plain(name)}`);
  if (typeof value === "boolean") return answerWords(fact, value === (operator === "equal"), person);
  if (operator === "overlaps" || operator === "within") return agesWords(operator, value);
  const what = valueWords(fact, operator, value, associationOf);
  if (person !== undefined)
    return `${person} ${ofPerson[part ?? ""]?.(what) ?? `whose ${plain(part ?? "")} is ${what}`}`;
  return phrases[fact]?.(what) ?? `whose ${plain(fact)} is ${what}`;
}

function answerWords(fact: string, yes: boolean, person: string | undefined): string {
  if (person !== undefined) return `${person} who ${yes ? "meets" : "does not meet"} the association's criteria`;
  return answers[fact]?.[yes ? 0 : 1] ?? `whose ${plain(fact)} is ${yes ? "yes" : "no"}`;
}

function agesWords(operator: Operator, value: Value): string {
  const only = operator === "within" ? "only " : "";
  if (!Array.isArray(value)) return `${only}with children of the pathway's ages`;
  const [from, to]: readonly unknown[] = value;
  return `${only}with children of ${from} to ${to} months`;
}

/** Facts that are looked up, as values of a word. */
const looked: Readonly<Record<PathwayFact, string>> = {
  "pathway.id": "applied for",
  "pathway.ageBand": "that of the pathway",
  association: "the association applied to",
  "association.country": "that of the association applied to",
};

function valueWords(fact: string, operator: Operator, value: Value, associationOf: (id: string) => string): string {
  if (typeof value === "number")
    return numberComparisonWords(operator, value, fact === "score" || fact === "fullTimeShare");
  if (operator in dayComparisons) return dayComparisonWords(operator, value);
  if (isLookedUp(value)) return lookedUp(value.fact);
  const words = wordsIn(value).map((word) => {
    const name = nameWords(fact, word);
    return isAssociationFact(fact) && name === word ? associationOf(word) : name;
  });
  if (operator === "notEqual" || operator === "notIn") return `other than ${listed(words, "or")}`;
  return listed(words, operator === "includesAll" ? "and" : "or");
}

const lookedUp = (fact: FactValue["fact"]): string => (isPathwayFact(fact) ? looked[fact] : plain(fact));

/** A name of the data in plain words: `fullTimeShare` → `full time share`. */
const plain = (name: string) =>
  name
    .replaceAll(/([A-Z])/g, " $1")
    .replaceAll(/[.-]/g, " ")
    .toLowerCase();
