/** Parts that pages share: paragraphs, bullets, tables, footnotes, days. */
import { dayNumber, isoDay } from "../src/base/calendar";
import { inOneLine, type Lines } from "../src/explain/lines";
import { filingWords } from "../src/explain/overlay";
import { dayWords } from "../src/explain/vocabulary";
import type { Sources } from "../src/model/language";
import type { Cycle, ImpreciseDay, InForce, Rulebook } from "../src/model/rulebook";
import { type Dated, nextBegin } from "../src/rules/editions";
import { citations, sourceOf } from "../src/rules/written";

/** What every page says first. */
export const UNOFFICIAL =
  "This page is made from the rules of this package. It is unofficial; only the association decides. It may lag behind.";

/** Writes lines that end with a line break. */
export const paragraph = (...lines: readonly string[]): string => `${lines.join("\n")}\n`;

/** How deep bullets go: what lies deeper is read as a sentence. */
const LEVELS = 3;

/** Writes lines as bullets, those below indented. */
export function bullets(all: Lines, depth = 0): string[] {
  const { text, below = [] } = all;
  const indent = "  ".repeat(depth);
  if (depth + 1 >= LEVELS) return [`${indent}- ${inOneLine(all)}`];
  return [`${indent}- ${text}`, ...below.flatMap((one) => bullets(one, depth + 1))];
}

/** Writes a table. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const row = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  return [row(head), row(head.map(() => "---")), ...rows.map(row)];
}

/**
 * Words when something holds: `from 1 January 2025 on`, `until August 2022`.
 *
 * @param next - The first day of what follows it, and so ends it.
 */
export function daysWords({ from, to }: InForce = {}, next?: ImpreciseDay): string {
  const end = to === undefined ? next && endWords(next) : `until ${dayWords(to)}`;
  if (from === undefined) return end ?? "at all times";
  const begin = `from ${dayWords(from)}`;
  if (end === undefined) return `${begin} on`;
  return end.startsWith("until") ? `${begin} ${end}` : `${begin}, ${end}`;
}

/** Words the end of what ends because something else begins; a last day only where the first day is known. */
const endWords = (next: ImpreciseDay): string =>
  next.length === "YYYY-MM-DD".length ? `until ${dayWords(isoDay(dayNumber(next) - 1))}` : `before ${dayWords(next)}`;

/** Words when an edition of something with an id holds. */
export const editionDays = <T extends Dated & { readonly id: string }>(one: T, all: readonly T[]): string => {
  const editions = all.filter(({ id }) => id === one.id);
  return daysWords(one.inForce, nextBegin(one, editions));
};

/** Words a renewal cycle: `in cycles of 36 months; one ends on 31 December 2027`. */
export const cycleWords = ({ months, ends, filing }: Cycle): string =>
  `in cycles of ${months} months; one ends on ${dayWords(ends)}${filing === undefined ? "" : `; ${filingWords(filing)}`}`;

/** Numbers the documents of a page in the order in which they are cited. */
export class Footnotes {
  private readonly numbers = new Map<string, number>();

  constructor(private readonly rulebook: Rulebook) {}

  /** Cites documents by their numbers: `[1](#source-1), [2](#source-2) (what it says there)`. */
  cite(sources: Sources): string {
    return citations(sources)
      .map(({ source, note }) => `${this.link(source)}${note ? ` (${note})` : ""}`)
      .join(", ");
  }

  private link(source: string): string {
    const number = this.number(source);
    return `[${number}](#source-${number})`;
  }

  private number(source: string): number {
    const known = this.numbers.get(source);
    if (known !== undefined) return known;
    this.numbers.set(source, this.numbers.size + 1);
    return this.numbers.size;
  }

  /** Lists the documents that were cited, with their age and address. */
  list(): string {
    const lines = [...this.numbers].map(([id, number]) => {
      const written = this.rulebook.sources.find((one) => one.id === id);
      const source = written && sourceOf(this.rulebook, written);
      if (source === undefined) throw new Error(`no source has the id ${id}; run npm run rules:check`);
      const { publisher, url, vintage, note } = source;
      return `${number}. <a id="source-${number}"></a>${publisher}, <${url}>, text of ${vintage.replaceAll("~", "about ")} (\`${id}\`)${note ? `: ${note}` : ""}`;
    });
    return paragraph("## Sources", "", ...lines);
  }
}
