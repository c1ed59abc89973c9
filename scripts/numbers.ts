/** Numbers in words and numbers in conditions, in one measure: years are told as months. */
import type { Rulebook } from "../src/rulebook";

const words = [
  "zero",
  "one",
  "two",
  "three",
  "four",
  "five",
  "six",
  "seven",
  "eight",
  "nine",
  "ten",
  "eleven",
  "twelve",
];
const NUMBER = new RegExp(
  `\\b(\\d+(?:\\.\\d+)?|${words.slice(1).join("|")})\\b( (?:more )?(?:full )?(years?|months?))?`,
  "gi",
);
const DAYS =
  /\b\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December)(?: \d{4})?\b|\b(?:19|20)\d\d\b/g;

/**
 * Lists the numbers that a text says.
 *
 * Years become months; days of the calendar are left out; "one" counts only before a unit, for it mostly says "someone".
 *
 * @example
 * numbersIn("Two years of paid work with 10 families, since 2017"); //=> [24, 10]
 */
export function numbersIn(text: string): number[] {
  return [...text.replace(DAYS, "").matchAll(NUMBER)].flatMap(([, number = "", unit, kind = ""]) => {
    const word = words.indexOf(number.toLowerCase());
    if (word === 1 && unit === undefined) return [];
    const value = word >= 0 ? word : Number(number);
    return [kind.startsWith("year") ? value * 12 : value];
  });
}

/** What a condition can refer to by name. */
export type Named = Pick<Rulebook, "conditions" | "equivalences">;

/** Lists the numbers that a condition says, named conditions and equivalences included, and what they add up to. */
export function numbersOf({ conditions, equivalences }: Named, body: unknown): ReadonlySet<number> {
  const found = new Set<number>();
  const named = new Set<string>();
  const look = (data: unknown): void => {
    if (typeof data === "number") found.add(Math.abs(data));
    if (typeof data !== "object" || data === null) return;
    for (const [key, value] of Object.entries(data)) {
      const ids = key === "condition" ? [value] : key === "equivalences" && Array.isArray(value) ? value : [];
      for (const id of ids as string[]) {
        if (named.has(id)) continue;
        named.add(id);
        look([...conditions, ...equivalences].filter((one) => one.id === id));
      }
      look(value);
    }
  };
  look(body);
  // "between one and two years" is asked for as 12 to 24 months, and a majority as more than half
  return found;
}
