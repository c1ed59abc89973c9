/**
 * Says what rests on how a question is read: in each reading, with its confidence.
 */
import type { Readings, WrittenLeaf } from "../model/language";
import { CONFIDENCE, dependingOn } from "../rules/written";
import { type Lines, lines } from "./lines";
import type { Titles } from "./titles";

/** Says readings, each with its confidence. */
export function differingLines<T>(
  { readings, question }: Readings<T>,
  said: readonly (readonly Lines[])[],
  titles: Titles,
): Lines {
  const below = Object.keys(readings).map((id, at) => readLines(readingWords(question, id, titles), said[at] ?? []));
  return lines(`the sources differ – ${titles.question(question).text}`, below);
}

function readingWords(question: string, id: string, titles: Titles): string {
  const { readings = [] } = titles.question(question);
  const { title, confidence = CONFIDENCE } = readings.find((one) => one.id === id) ?? { title: id };
  return `“${title}” (${confidence} confidence)`;
}

/** One thing needs no line below that of the reading. */
function readLines(reading: string, said: readonly Lines[]): Lines {
  const [only, ...more] = said;
  if (only === undefined || more.length > 0) return lines(`${reading}:`, said);
  return lines(`${reading}: ${only.text}`, only.below);
}

/** Says a comparison whose parameters depend on readings, of all its questions at once. */
export function dependingLines(leaf: WrittenLeaf, titles: Titles, say: (leaf: WrittenLeaf) => readonly Lines[]): Lines {
  const all = inEachReading(inOrder(leaf));
  const questions = (all[0]?.read ?? []).map(([question]) => titles.question(question).text);
  const below = all.map(({ read, leaf: one }) =>
    readLines(read.map(([question, id]) => readingWords(question, id, titles)).join(" and "), say(one)),
  );
  return lines(`the sources differ – ${questions.join(" ")}`, below);
}

/** Who writes the parameters in another order says the same. */
const inOrder = (leaf: WrittenLeaf): WrittenLeaf =>
  leaf.params === undefined
    ? leaf
    : { ...leaf, params: Object.fromEntries(Object.entries(leaf.params).sort(([a], [b]) => (a < b ? -1 : 1))) };

/** A comparison as it is read. */
interface ReadLeaf {
  /** The questions, each with its reading. */
  readonly read: readonly (readonly [question: string, reading: string])[];
  readonly leaf: WrittenLeaf;
}

function inEachReading(leaf: WrittenLeaf, read: ReadLeaf["read"] = []): readonly ReadLeaf[] {
  const all = dependingOn(leaf);
  if (all === undefined) return [{ read, leaf }];
  return Object.entries(all.readings).flatMap(([id, one]) => inEachReading(one, [...read, [all.question, id]]));
}
