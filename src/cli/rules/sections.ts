/**
 * What is told of an association's own file, in sections that fit one screen together.
 */
import { nth } from "../../base/lists";
import type { Lines } from "../../explain/lines";
import { type Page, shown, wrapped } from "../terminal";

/** A part of what is told. */
export interface Section {
  readonly title: string;
  /** What it tells, wrapped to the page. */
  readonly lines: readonly string[];
  /** Whether it is told even where there is nothing to tell. */
  readonly always?: boolean;
  /** How much more room it has than others where there is not enough. */
  readonly weight?: number;
}

/** The lines of a common terminal, without the heading. */
const SCREEN = 36;

/** Tells the sections: all of each, or so much that they fit a screen. */
export function sectionsText(sections: readonly Section[], all: boolean, page: Page): string {
  const told = sections
    .filter(({ lines, always }) => always || lines.length > 0)
    .map((section) => ({ ...section, lines: section.lines.flatMap((text) => text.split("\n")) }));
  // each has a title, a line that is empty, and perhaps one that says what is left out
  const most = all ? told.map(() => Number.POSITIVE_INFINITY) : shares(told, SCREEN - 3 * told.length);
  return told.map((section, index) => sectionText(section, nth(most, index), page)).join("\n");
}

/** Shares lines out: what a section does not need, the others have. */
function shares(sections: readonly Section[], room: number): readonly number[] {
  const given = sections.map(() => 0);
  for (let left = room; left > 0; left--) {
    const open = given.flatMap((one, index) => (one < (sections[index]?.lines.length ?? 0) ? [index] : []));
    const filled = (index: number) => nth(given, index) / (sections[index]?.weight ?? 1);
    const [least] = open.sort((a, b) => filled(a) - filled(b));
    if (least === undefined) break;
    given[least] = nth(given, least) + 1;
  }
  return given;
}

function sectionText({ title, lines }: Section, most: number, page: Page): string {
  const more = Math.max(0, lines.length - most);
  const rest = more === 0 ? [] : [page.colors.dim(`  and ${more} more lines; --all shows them`)];
  return [page.colors.bold(title), ...lines.slice(0, lines.length - more), ...rest, ""].join("\n");
}

/** Writes a line, and those below it further in. */
export function linesText({ text, below = [] }: Lines, page: Page, depth = 1): string {
  const indent = "  ".repeat(depth);
  const own = wrapped(shown(text), page, `${indent}- `, `${indent}  `);
  return [own, ...below.map((one) => linesText(one, page, depth + 1))].join("\n");
}
