/** Answers to questions about fields, at random. */
import type { Field } from "../../src/evidence/field";
import { categories, type Day } from "../../src/model/applicant";

/** Makes up an answer. */
export function answer(
  { type, words = [], least = 0, most = 60, whole }: Field,
  day: Day,
  people: readonly string[],
  random: () => number,
): unknown {
  const pick = <T>(some: readonly T[]) => some[Math.floor(random() * some.length)];
  switch (type) {
    case "boolean":
      return random() < 0.5;
    case "word":
      return pick(words);
    case "words":
      return words.filter(() => random() < 0.4);
    case "number": {
      const number = least + random() * (most - least);
      return whole ? Math.max(1, Math.round(number)) : Math.max(0.1, Math.round(number * 10) / 10);
    }
    case "day":
      return pick(["2014-05-01", "2019-02-03", "2023-06-07", "2025-03-04", "2026-01-15"].filter((one) => one <= day));
    case "ages":
      return pick([
        [0, 36],
        [36, 71],
        [0, 71],
        [80, 90],
      ]);
    case "association":
      return pick(["us-wa", "us-mi", "alliance", "waimh"]);
    case "person":
      return pick(people);
    case "standings":
      return categories.filter(() => random() < 0.2).map((category) => ({ category }));
    default:
      return undefined;
  }
}
