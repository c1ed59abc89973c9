/**
 * Writes for people: wrapped to the width, in colors on a terminal.
 */
import { wrapAnsi } from "fast-wrap-ansi";
import { createColors } from "picocolors";
import { escaped, replaceUnseen } from "../base/unseen";
import type { Source } from "../model/rulebook";
import type { Io, Sink } from "./io";

type Colors = ReturnType<typeof createColors>;

/** How to write for a sink. */
export interface Page {
  /** The width in columns. */
  readonly width: number;
  /** The colors; they do nothing where the sink is no terminal. */
  readonly colors: Colors;
}

const WIDTH = 80;
const NARROWEST = 40;

/** Finds how to write for a sink: at most 80 columns, in colors on a terminal that has not refused them. */
export function pageFor({ isTTY = false, columns = WIDTH }: Sink, { env }: Pick<Io, "env">): Page {
  const refused = Boolean(env["NO_COLOR"]) || env["TERM"] === "dumb";
  // a terminal that does not tell its width says 0
  return { width: Math.max(NARROWEST, Math.min(columns || WIDTH, WIDTH)), colors: createColors(isTTY && !refused) };
}

/** Shows what a terminal would obey, or would not show: whatever is read from a file may be named as anyone likes. */
export const shown = (text: string): string => replaceUnseen(text, (char) => (char === "\t" ? " " : "�"));

/** The colors that are written here; nothing else that a terminal obeys is printed. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const OWN = /\u001b\[(?:1|2|22|3[1-6]|39)m|\n/g;

/** Prints a text: the one way to a terminal. */
export function print(sink: Sink, text: string): void {
  const own = text.match(OWN) ?? [];
  sink.write(
    text
      .split(OWN)
      .map((part, index) => shown(part) + (own[index] ?? ""))
      .join(""),
  );
}

/** Clears the screen and what scrolled off it, and goes to its beginning. */
const CLEAR = "\u001b[2J\u001b[3J\u001b[H";

/** Prints a text on a screen of its own. */
export function printScreen(sink: Sink, text: string): void {
  sink.write(CLEAR);
  print(sink, text);
}

/** Prints data as JSON; what a terminal would obey is written by its number, and so means the same. */
export const printJson = (sink: Sink, data: unknown): void => {
  const lines = JSON.stringify(data, null, 2).split("\n");
  sink.write(`${lines.map((line) => replaceUnseen(line, escaped)).join("\n")}\n`);
};

/** Wraps a text, its first line and the others indented. */
export function wrapped(text: string, { width }: Page, first = "", rest = first): string {
  const lines = wrapAnsi(text, width - rest.length).split("\n");
  return lines.map((line, index) => `${index === 0 ? first : rest}${line}`.trimEnd()).join("\n");
}

/** Lists documents by their numbers. */
export function sourcesText(
  sources: readonly Pick<Source, "publisher" | "vintage" | "url">[],
  page: Page,
  title = "Sources",
): string {
  const lines = sources.flatMap(({ publisher, vintage, url }, index) => {
    const number = `[${index + 1}]`.padStart(5);
    return [
      wrapped(shown(`${publisher}, ${vintage}`), page, `${number} `, "      "),
      `      ${page.colors.dim(shown(url))}`,
    ];
  });
  return [page.colors.bold(title), ...lines].join("\n");
}
