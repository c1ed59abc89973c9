/** Parts that pages share: paragraphs, bullets, tables, footnotes, days. */
import type { Citation, InForce, Rulebook } from "../src/rulebook";
import { dayWords } from "../src/vocabulary";
import type { Lines } from "../src/words";

/** What every page says first. */
export const UNOFFICIAL =
  "This page is made from the rules of this package. It is unofficial; only the association decides. It may lag behind.";

/** Writes lines that end with a line break. */
export const paragraph = (...lines: readonly string[]): string => `${lines.join("\n")}\n`;

/** Writes lines as bullets, those below indented. */
export const bullets = ({ text, below = [] }: Lines, depth = 0): string[] => [
  `${"  ".repeat(depth)}- ${text}`,
  ...below.flatMap((one) => bullets(one, depth + 1)),
];

/** Writes a table. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const row = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  return [row(head), row(head.map(() => "---")), ...rows.map(row)];
}

/** Words when something holds: `from 1 January 2025 on`, `until August 2022`. */
export function daysWords({ from, to }: InForce = {}): string {
  if (from === undefined) return to === undefined ? "at all times" : `until ${dayWords(to)}`;
  return to === undefined ? `from ${dayWords(from)} on` : `from ${dayWords(from)} until ${dayWords(to)}`;
}

/** Numbers the documents of a page in the order in which they are cited. */
export class Footnotes {
  private readonly numbers = new Map<string, number>();

  constructor(private readonly rulebook: Rulebook) {}

  /** Cites documents by their numbers: `[1](#sources), [2](#sources) (what it says there)`. */
  cite(sources: readonly Citation[]): string {
    return sources
      .map(({ source, note }) => `[${this.number(source)}](#sources)${note ? ` (${note})` : ""}`)
      .join(", ");
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
      const source = this.rulebook.sources.find((one) => one.id === id);
      if (source === undefined) throw new Error(`no source has the id ${id}; run npm run rules:check`);
      const { publisher, url, vintage, note } = source;
      return `${number}. ${publisher}, <${url}>, text of ${vintage.replaceAll("~", "about ")} (\`${id}\`)${note ? `: ${note}` : ""}`;
    });
    return paragraph("## Sources", "", ...lines);
  }
}
