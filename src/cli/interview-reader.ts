/**
 * Reads what somebody types as the value of a field.
 */
import { readWrittenAges } from "../base/written/ages";
import { readWrittenAmount } from "../base/written/amount";
import { readWrittenDay } from "../base/written/day";
import type { FormField } from "../explain/form";
import { writtenPlace } from "./init";

/** Examples of what can be typed, where a field has none. */
const EXAMPLES: Readonly<Partial<Record<FormField["type"], string>>> = {
  day: "2024-03-31, 2024-03",
  number: "1.5",
  ages: "0-36",
  place: "US-WA",
};

/** An example of an answer. */
export const exampleFor = ({ type, example }: Pick<FormField, "type" | "example">): string =>
  EXAMPLES[type] ?? example ?? "";

/** Reads an answer; nothing where it cannot be read. */
export function readAnswer({ type }: Pick<FormField, "type">, text: string): unknown {
  const plain = text.trim();
  switch (type) {
    case "day": {
      const found = readWrittenDay(plain);
      // two days, or none without a year, are none that could be told
      return found !== undefined && "day" in found && found.doubt === undefined ? found.day : undefined;
    }
    case "number":
      return readWrittenAmount(plain)?.amount;
    case "ages":
      // the question is about months
      return readWrittenAges(plain, "months")?.ages;
    case "place":
      return writtenPlace(plain);
    default:
      return plain === "" ? undefined : plain;
  }
}
