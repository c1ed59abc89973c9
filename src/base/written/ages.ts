/**
 * Ages of children as people write them: `0-36 months`, `birth to 3`, `18 mos - 3 yrs`, `preschool`.
 */
import { withoutAccents } from "../letters";

/** Ages that were read. */
export interface WrittenAges {
  /** From how many to how many months. */
  readonly ages?: readonly [fromMonths: number, toMonths: number];
  /** It began before birth. */
  readonly prenatal?: true;
  /** Whether months or years were meant had to be worked out. */
  readonly guessed?: true;
}

/** The unit of ages. */
export type AgeUnit = "months" | "years";

const YEAR = 12;
const OLDEST_IN_YEARS = 12;

const GROUPS: readonly (readonly [pattern: RegExp, ages: readonly [number, number]])[] = [
  [/^(?:infants?|babies|bebes)$/, [0, 12]],
  [/^toddlers?$/, [12, 36]],
  [/^(?:infants?|babies)\s*(?:\/|&|and|-|,|to)\s*toddlers?$|^bebes y ninos pequenos$|^i\/t$/, [0, 36]],
  [/^(?:pre-?schoolers?|pre-?school|pre-?k|preescolar(?:es)?)$/, [36, 60]],
  [/^early head start$|^ehs$/, [0, 36]],
  [/^head start$/, [36, 60]],
];

const UNIT = "\\s*(months?|mos?\\.?|m|years?|yrs?\\.?|y|meses|mes|anos?|años?)?(?:\\s*old)?";
const FROM = `(birth|newborns?|b|prenatal|pregnancy|pre-?birth|conception|nacimiento|embarazo|\\d+(?:\\.\\d+)?)${UNIT}`;
const RANGE = new RegExp(
  `^(?:ages?\\s*|from\\s+|edades?\\s*|de\\s+)?${FROM}\\s*(?:-|–|—|to|through|thru|up to|a|hasta)\\s*(?:age\\s+)?(\\d+(?:\\.\\d+)?)${UNIT}$`,
);
const UNDER = new RegExp(`^(?:under|up to|younger than|menores de)\\s*(?:age\\s+)?(\\d+)${UNIT}$`);
const BEFORE_BIRTH = /^(?:prenatal|pregnancy|pre-?birth|conception|embarazo)/;

/**
 * Reads ages of children as people write them. Years end with the birthday: `0-3 years` is up to the third birthday.
 *
 * @param unit - The unit of numbers that bear none, as a heading tells it; without it, numbers up to 12 are years.
 * @returns Nothing where it is none.
 * @example
 * readWrittenAges("birth to 3"); //=> { ages: [0, 36], guessed: true }
 * readWrittenAges("18 months - 3 years"); //=> { ages: [18, 36] }
 */
export function readWrittenAges(text: string, unit?: AgeUnit): WrittenAges | undefined {
  const plain = withoutAccents(text).replace(/\s+/g, " ").trim();
  const group = GROUPS.find(([pattern]) => pattern.test(plain));
  if (group !== undefined) return { ages: group[1], guessed: true };
  if (/^(?:prenatal|pregnancy|embarazo)$/.test(plain)) return { prenatal: true };
  const [, under, underUnit] = UNDER.exec(plain) ?? [];
  if (under !== undefined) return inMonths("0", undefined, under, underUnit, unit);
  const [, from = "", fromUnit, to = "", toUnit] = RANGE.exec(plain) ?? [];
  if (to === "") return undefined;
  const found = inMonths(/^\d/.test(from) ? from : "0", fromUnit, to, toUnit, unit);
  return found && BEFORE_BIRTH.test(from) ? { ...found, prenatal: true } : found;
}

function inMonths(
  from: string,
  fromUnit: string | undefined,
  to: string,
  toUnit: string | undefined,
  unit: AgeUnit | undefined,
): WrittenAges | undefined {
  const end = unitOf(toUnit) ?? unit;
  const start = unitOf(fromUnit) ?? end;
  const likely: AgeUnit = Number(to) > OLDEST_IN_YEARS ? "months" : "years";
  const ages = [months(Number(from), start ?? likely), months(Number(to), end ?? likely)] as const;
  if (ages[0] > ages[1]) return undefined;
  return { ages, ...(end === undefined && { guessed: true as const }) };
}

function unitOf(name: string | undefined): AgeUnit | undefined {
  if (name === undefined) return undefined;
  return name.startsWith("m") ? "months" : "years";
}

const months = (amount: number, unit: AgeUnit) => Math.round(unit === "years" ? amount * YEAR : amount);
