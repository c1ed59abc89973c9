/**
 * Writes what is said to people: wrapped to the width, in colors on a terminal.
 */
import { type DocumentItem, type DocumentPart, type ExplainedDocument, type Words, wordsOf } from "../explain/document";
import { languageOf } from "../explain/language";
import type { Truth } from "../model/verdict";
import { type Page, shown, sourcesText, wrapped } from "./terminal";

/** What to leave out. */
export interface Shown {
  /** Whether the documents that are cited are listed. */
  readonly sources: boolean;
}

/** Writes a document. */
export function documentText(document: ExplainedDocument, page: Page, { sources }: Shown = { sources: false }): string {
  const inEnglish = plainWords(wordsOf(languageOf({ language: document.language }).say("in-english")));
  const say = (words: Words) =>
    shown(words.map(({ text, language }) => (language === undefined ? text : `${text} ${inEnglish}`)).join(""));
  const parts = document.parts.filter(({ kind }) => sources || kind !== "sources");
  // a heading stands at what it heads
  const gap = (before: DocumentPart | undefined, part: DocumentPart) =>
    before === undefined ? "" : before.kind === "heading" && part.kind === "table" ? "\n" : "\n\n";
  return `${parts.map((part, at) => gap(parts[at - 1], part) + partText(part, page, say, sources)).join("")}\n`;
}

const plainWords = (words: Words) => words.map(({ text }) => text).join("");

type Say = (words: Words) => string;

function partText(part: DocumentPart, page: Page, say: Say, sources: boolean): string {
  const { colors } = page;
  switch (part.kind) {
    case "sentence":
      return wrapped(say(part.text), page);
    case "heading":
      return colors.bold(wrapped(say(part.text), page));
    case "list": {
      const title = part.title === undefined ? [] : [colors.bold(wrapped(say(part.title), page))];
      return [...title, ...part.items.map((item) => itemText(item, page, say, sources))].join("\n");
    }
    case "table":
      return tableText(
        part.rows.map((row) => row.map(say)),
        page,
      );
    case "sources":
      return sourcesText(part.sources, page, say(part.title));
  }
}

const MARKS: Readonly<Record<Truth, string>> = { met: "✓", unmet: "✗", unknown: "?" };

function itemText({ mark, text, details, cites }: DocumentItem, page: Page, say: Say, sources: boolean): string {
  const { colors } = page;
  const color = { met: colors.green, unmet: colors.red, unknown: colors.yellow };
  const sign = mark === undefined ? "•" : color[mark](MARKS[mark]);
  const cited = sources && cites.length > 0 ? ` ${colors.dim(`[${cites.join(", ")}]`)}` : "";
  const [first = "", ...rest] = wrapped(`${say(text)}${cited}`, page, "    ").split("\n");
  return [
    first.replace("    ", `  ${sign} `),
    ...rest,
    ...details.map((detail) => wrapped(say(detail), page, "      ", "        ")),
  ].join("\n");
}

const GAP = 2;

/** Writes rows in columns; the widest is wrapped where the page is too narrow. */
function tableText(rows: readonly (readonly string[])[], page: Page): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? "").length)));
  const whole = widths.reduce((sum, one) => sum + one + GAP, 0);
  const widest = widths.indexOf(Math.max(...widths));
  const room = Math.max(GAP, (widths[widest] ?? 0) - Math.max(0, whole - page.width));
  const lineText = (cells: readonly string[]) =>
    cells
      .map((cell, column) => " ".repeat(GAP) + cell.padEnd(column === widest ? room : (widths[column] ?? 0)))
      .join("");
  return rows
    .flatMap((row) => {
      const [first = "", ...rest] = wrapped(row[widest] ?? "", { ...page, width: room }).split("\n");
      const further = rest.map((line) => row.map((_, column) => (column === widest ? line : "")));
      return [row.with(widest, first), ...further].map((cells) => lineText(cells).trimEnd());
    })
    .join("\n");
}
