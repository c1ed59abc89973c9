/**
 * Answers to try: for each comparison one by which it holds and one by which it does not.
 */
import { dayNumber } from "../base/calendar";
import type { Field } from "../evidence/field";
import { type Applicant, categories, type Person } from "../model/applicant";
import type { EvaluateOptions } from "../verdict/options";
import type { AskedField } from "./asked";
import { valuesFor } from "./suitable";

/** An answer to try. */
export interface Trial {
  /** The value. */
  readonly value: unknown;
  /** Someone new whom it names. */
  readonly people?: readonly Person[];
}

/** The most answers that are tried. */
const MOST = 12;

/** An age in months at which nobody is a child. */
const ADULT = 216;

/** Lists answers to try for a field, as different as the rules that ask for it can tell them apart. */
export function trialValues(applicant: Applicant, asked: AskedField, field: Field, options: EvaluateOptions): Trial[] {
  if (field.type === "person") return personTrials(applicant);
  const setting = {
    of: asked.collection,
    on: dayNumber(options.asOf),
    associations: ["alliance", "waimh", ...(options.association ? [options.association] : ["us-wa"])],
  };
  const compared = asked.comparisons.flatMap((leaf) =>
    [true, false].flatMap((wanted) => valuesFor(setting, leaf, wanted, undefined).slice(0, 3)),
  );
  const values = [...compared, ...plainValues(field, options)];
  const distinct = new Map(values.map((value) => [JSON.stringify(value), value]));
  return [...distinct.values()].slice(0, MOST).map((value) => ({ value }));
}

/** Answers that are as different as can be. */
function plainValues(
  { type, words, least = 0, most = 10_000, above, whole }: Field,
  { asOf }: EvaluateOptions,
): unknown[] {
  switch (type) {
    case "boolean":
      return [true, false];
    case "number":
      return [above ? (whole ? least + 1 : most / 10) : least, most];
    case "day":
      return ["1950-01-01", asOf];
    case "word":
      return words === undefined ? [] : words.slice(0, 2);
    case "words":
      return [[], words ?? []];
    case "ages":
      // everybody, and nobody whom a rule is about; what lies between comes from the rules that ask
      return [
        [0, ADULT],
        [ADULT - 1, ADULT],
      ];
    case "standings":
      return [[], categories.map((category) => ({ category }))];
    case "absences":
      return [[]];
    default:
      return [];
  }
}

/** Someone who holds everything, someone who holds nothing, and those who were told of. */
function personTrials({ people = [] }: Applicant): Trial[] {
  const nobody: Person = { id: "trial-nobody", degree: "certificate", endorsements: [], meetsCriteria: false };
  const everything = categories.map((category) => ({ category }));
  const somebody: Person = {
    id: "trial-somebody",
    degree: "doctorate",
    endorsements: everything,
    meetsCriteria: true,
  };
  return [
    ...people.slice(0, MOST).map(({ id }) => ({ value: id })),
    { value: nobody.id, people: [nobody] },
    { value: somebody.id, people: [somebody] },
  ];
}
