/**
 * The operators of the rule language: what each compares, and when it holds.
 */

/** How a value may stand to the one it is compared with. */
export type Order = "<" | "=" | ">";

/** What can be compared. */
export type Compared = "number" | "day" | "boolean" | "word" | "words" | "ages";

/** One operator. */
export interface OperatorRow {
  /** What it compares. */
  readonly compares: readonly Compared[];
  /** Of numbers and days: the orders in which it holds; of words: whether for the same or for another one. */
  readonly holds?: readonly Order[];
  /** It compares with a list of words. */
  readonly many?: true;
}

/** Every operator of the rule language. A row is all that a new one for numbers, days or words needs in order to be judged. */
export const operatorTable = {
  equal: { compares: ["number", "boolean", "word"], holds: ["="] },
  notEqual: { compares: ["number", "boolean", "word"], holds: ["<", ">"] },
  lessThan: { compares: ["number"], holds: ["<"] },
  lessThanInclusive: { compares: ["number"], holds: ["<", "="] },
  greaterThan: { compares: ["number"], holds: [">"] },
  greaterThanInclusive: { compares: ["number"], holds: ["=", ">"] },
  before: { compares: ["day"], holds: ["<"] },
  onOrBefore: { compares: ["day"], holds: ["<", "="] },
  onOrAfter: { compares: ["day"], holds: ["=", ">"] },
  after: { compares: ["day"], holds: [">"] },
  in: { compares: ["word"], holds: ["="], many: true },
  notIn: { compares: ["word"], holds: ["<", ">"], many: true },
  includesAny: { compares: ["words"], many: true },
  includesAll: { compares: ["words"], many: true },
  within: { compares: ["ages"] },
  overlaps: { compares: ["ages"] },
} as const satisfies Readonly<Record<string, OperatorRow>>;

/** An operator of the rule language. */
export type Operator = keyof typeof operatorTable;

/** The operators that compare something of a type. */
export type OperatorOn<T extends Compared> = {
  [O in Operator]: T extends (typeof operatorTable)[O]["compares"][number] ? O : never;
}[Operator];

/** The names of all operators. */
export const operators = Object.keys(operatorTable) as readonly Operator[];

/** Looks up an operator. */
export const operatorRow = (operator: Operator): OperatorRow => operatorTable[operator];

/** Whether an operator compares something of a type. */
export const compares = <T extends Compared>(operator: Operator, type: T): operator is OperatorOn<T> =>
  operatorRow(operator).compares.includes(type);

/** Lists the operators that compare something of a type. */
export const operatorsOn = <T extends Compared>(type: T): readonly OperatorOn<T>[] =>
  operators.filter((operator): operator is OperatorOn<T> => compares(operator, type));
