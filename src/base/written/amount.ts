/**
 * Amounts as people write them: `1.5 hrs`, `90 min`, `1:30`, `1 ½`, `0.6 CEU`, `50%`.
 */

/** What an amount is an amount of. */
export type WrittenUnit = "hours" | "ceus" | "credits" | "hours-per-week" | "percent" | "share";

/** An amount that was read. */
export interface WrittenAmount {
  /** The number; minutes are told as hours. */
  readonly amount: number;
  /** What it is an amount of; absent where the text does not say. */
  readonly unit?: WrittenUnit;
  /** It was written as about so much. */
  readonly about?: true;
}

const UNITS: readonly (readonly [pattern: RegExp, unit: WrittenUnit, times: number])[] = [
  [
    /^(?:h|hr|hrs|hour|hours)\.?\s*(?:\/|per|a|each)\s*(?:w|wk|week)\.?$|^(?:horas)\s+(?:a la|por)\s+semana$/,
    "hours-per-week",
    1,
  ],
  [/^(?:(?:contact|clock|ce|training|clinical)\s+)?(?:h|hr|hrs|hour|hours|hora|horas)\.?$/, "hours", 1],
  [/^(?:m|min|mins|minute|minutes|minuto|minutos|')\.?$/, "hours", 1 / 60],
  [/^(?:ceu|ceus|c\.e\.u\.s?|continuing education units?)$/, "ceus", 1],
  [
    /^(?:(?:semester|quarter|college|academic)\s+)?(?:cr|crs|credit|credits|unit|units|credit hours?|credit hrs?|semester hours?|sh|creditos?)\.?$/,
    "credits",
    1,
  ],
  [/^(?:%|percent|por ciento)$/, "percent", 1],
  [/^(?:fte|of full time|full time equivalent)\.?$/, "share", 1],
];

const FRACTIONS: ReadonlyMap<string, number> = new Map([
  ["½", 1 / 2],
  ["¼", 1 / 4],
  ["¾", 3 / 4],
  ["⅓", 1 / 3],
  ["⅔", 2 / 3],
]);

const NUMBER = "(\\d+(?:[.,]\\d+)?|[.,]\\d+)";
const ABOUT = /^(?:~|≈|approx(?:imately)?\.?|about|around|circa|ca\.?|c\.)\s*|\s*(?:\+|approx\.?|\(est\.?\))$/g;
const CLOCK = /^(\d{1,3}):([0-5]\d)(?::00)?\s*(?:h|hr|hrs|hours)?\.?$/;
const HOURS_AND_MINUTES =
  /^(\d{1,3})\s*(?:h|hr|hrs|hour|hours|hora|horas)\.?,?\s*(?:and\s+|&\s*|y\s+)?(\d{1,2})\s*(?:m|min|mins|minute|minutes|minutos)?\.?$/;
const MIXED = /^(?:(\d+)\s*(?:and\s+|&\s*)?)?(?:([½¼¾⅓⅔])|(\d+)\s*\/\s*(\d+))\s*(.*)$/;
const PLAIN = new RegExp(`^${NUMBER}\\s*-?\\s*(.*)$`);
const UNIT_FIRST = new RegExp(`^([a-z.%]+)[:\\s]+${NUMBER}$`);
const THOUSANDS = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?(?=\D|$)/;

/**
 * Reads an amount as people write it.
 *
 * @returns Nothing where it is none, or none that can be told: a range, a negative number.
 * @example
 * readWrittenAmount("90 min"); //=> { amount: 1.5, unit: "hours" }
 * readWrittenAmount("0.6 CEUs"); //=> { amount: 0.6, unit: "ceus" }
 */
export function readWrittenAmount(text: string): WrittenAmount | undefined {
  const plain = text.toLowerCase().replace(/\s+/g, " ").trim();
  const exact = plain.replace(ABOUT, "").trim();
  const found = timed(exact) ?? mixed(exact) ?? numbered(exact);
  return found && exact !== plain ? { ...found, about: true } : found;
}

/** `1:30`, `1 h 30`. */
function timed(text: string): WrittenAmount | undefined {
  const [, hours, minutes] = CLOCK.exec(text) ?? HOURS_AND_MINUTES.exec(text) ?? [];
  if (hours === undefined || Number(minutes) >= 60) return undefined;
  return { amount: Number(hours) + Number(minutes) / 60, unit: "hours" };
}

/** `1 ½ hours`, `3/4 hr`. */
function mixed(text: string): WrittenAmount | undefined {
  const [, whole = "0", sign, above, below, rest = ""] = MIXED.exec(text) ?? [];
  const part = sign === undefined ? Number(above) / Number(below) : FRACTIONS.get(sign);
  // 3/14 is a day
  if (part === undefined || !(part > 0 && part < 1) || (below !== undefined && Number(below) > 8)) return undefined;
  return inUnit(Number(whole) + part, rest);
}

/** `1.5`, `1,5 hrs`, `CEU 0.6`. */
function numbered(text: string): WrittenAmount | undefined {
  const plain = THOUSANDS.test(text) ? text.replace(/,(?=\d{3})/g, "") : text;
  const [, number, unit = ""] = PLAIN.exec(plain) ?? [];
  if (number !== undefined) return inUnit(numberOf(number), unit);
  const [, first = "", second] = UNIT_FIRST.exec(plain) ?? [];
  return second === undefined ? undefined : inUnit(numberOf(second), first);
}

const numberOf = (text: string) => Number(text.replace(",", "."));

function inUnit(amount: number, rest: string): WrittenAmount | undefined {
  const name = rest.trim();
  if (name === "") return { amount };
  const found = UNITS.find(([pattern]) => pattern.test(name));
  return found && { amount: amount * found[2], unit: found[1] };
}

const FULL_TIME = /^(?:ft|f\/t|f\.t\.|full|full[\s-]?time|tiempo completo|jornada completa)$/i;
const PART_TIME = /^(?:pt|p\/t|p\.t\.|part|part[\s-]?time|tiempo parcial|medio tiempo|prn|per diem|as needed)$/i;
const HALF_TIME = /^(?:half|half[\s-]?time|1\/2 time)$/i;

/** The share of full time that words tell: `FT` is 1, `PT` is some share that is not told. */
export function readWrittenShare(text: string): number | "some" | undefined {
  const plain = text.trim();
  if (FULL_TIME.test(plain)) return 1;
  if (HALF_TIME.test(plain)) return 0.5;
  return PART_TIME.test(plain) ? "some" : undefined;
}
