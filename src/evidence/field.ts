/**
 * What a field is: its type, its bounds, and what is presumed of it.
 */
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
