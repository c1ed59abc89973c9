/**
 * What is said in a line, and in the lines below it.
 */
import { nth } from "../base/lists";

/** A condition in words: a line, and the lines below it. */
export interface Lines {
  /** What it says, without a full stop. */
  readonly text: string;
  /** What it is made of; none where the text says it all. */
  readonly below?: readonly Lines[];
}

/** One line, with what is below it, if anything. */
export const lines = (text: string, below: readonly Lines[] = []): Lines =>
  below.length === 0 ? { text } : { text, below };

/** Says several things that belong together; one alone needs no heading. */
export const together = (text: string, below: readonly Lines[]): Lines =>
  below.length === 1 ? nth(below, 0) : lines(text, below);

/** Writes lines as one: `any one of these: …; or …`. */
export function inOneLine({ text, below = [] }: Lines): string {
  return below.length === 0 ? text : `${text} ${below.map(inOneLine).join("; ")}`;
}

/** Whether lines fit into one sentence: few of them, and none with parts or commas of its own. */
export function fit(all: readonly Lines[], most: number): boolean {
  const [only, ...more] = all;
  if (only !== undefined && more.length === 0) return only.below === undefined;
  return all.length <= most && all.every(({ text, below }) => below === undefined && !text.includes(","));
}

/** What the lines say, without what is below them. */
export const texts = (all: readonly Lines[]) => all.map(({ text }) => text);
