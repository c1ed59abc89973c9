/**
 * `rules check`: validates an association's own file, and shows what it changes and which golden cases feel it.
 */
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { Command } from "commander";
import { dayNumber } from "../base/calendar";
import { type Effect, type EffectGroup, effectsOf, groupEffects } from "../cases/changes";
import type { GoldenCase, GoldenFile } from "../cases/golden";
import { checkNumbers, type Finding } from "../check/numbers";
import { isExtension, parseOverlay } from "../check/parse";
import type { Lines } from "../explain/condition";
import { overlayLines } from "../explain/overlay";
import type { Overlay } from "../model/overlay";
import type { PathwayId, Rulebook } from "../model/rulebook";
import { byId } from "../rules/editions";
import { rulebook } from "../verdict/evaluate";
import type { Io } from "./io";
import { readJson, shownName } from "./read-json";
import { chosenDay } from "./rule-options";
import { type Page, pageFor, print, shown, wrapped } from "./terminal";

/** Makes the command. */
export function rulesCommand(io: Io): Command {
  const check = new Command("check")
    .summary("check an association's own file, and tell what it changes")
    .description(
      "Checks an association's own file, and tells what it changes against the rules of the Alliance: which requirement, from what to what, since when, and which golden cases change their verdict because of it.",
    )
    .argument("<file>", "the overlay, a JSON file; - for standard input")
    .option("--as-of <day>", "the day on which to look, YYYY-MM-DD (default: today)")
    .option("--all", "tell everything: every change and every golden case, not only what fits a screen")
    .addHelpText("after", "\nExit codes: 0 the file can be used; 2 it cannot.")
    .action((file: string, options: Options) => checkFile(file, options, io));
  return new Command("rules")
    .summary("for associations: check an own file of rules with `rules check`")
    .description("For associations that keep a file of their own rules: checks it, and tells what it changes.")
    .addCommand(check);
}

interface Options {
  readonly all?: boolean;
  readonly asOf?: string;
}

async function checkFile(file: string, { all = false, asOf }: Options, io: Io): Promise<void> {
  const { overlay, extends: isExtending } = await readJson(file, io, "overlay", (json) => ({
    overlay: parseOverlay(json),
    extends: isExtension(json),
  }));
  const page = pageFor(io.stdout, io);
  const day = chosenDay(io, asOf);
  const book = rulebook();
  const changes = overlayLines(book, overlay, dayNumber(day));
  const cases = await readCases(io.cases);
  const effects = effectsOf(book, overlay, cases);
  const changed = new Set(effects.map(({ golden }) => golden)).size;
  const sections: readonly Section[] = [
    { title: "Look at these again", lines: findingLines(checkNumbers(book, overlay), page) },
    {
      title: "What is lost of the shipped rules of this association",
      lines: isExtending ? [] : lostLines(book, overlay, dayNumber(day), page),
    },
    {
      title: `What it changes against the base, as that is on ${day}`,
      lines: changes.length === 0 ? ["  nothing"] : changes.flatMap((one) => linesText(one, page, 1)),
      always: true,
    },
    {
      title: `Golden cases that change their verdict: ${changed} of ${cases.length}`,
      lines: [
        ...tooLateLines(overlay, cases, page),
        ...effectLines(effects, book.order, all).flatMap((one) => linesText(one, page, 1)),
      ],
      always: true,
    },
  ];
  const told = sections.filter(({ lines, always }) => always || lines.length > 0);
  const heading = `${shownName(file)} is an overlay of ${overlay.name} (${overlay.id}) that can be used.`;
  const most = all ? Number.POSITIVE_INFINITY : Math.floor((SCREEN - 4) / told.length) - 3;
  print(
    io.stdout,
    [wrapped(shown(heading), page), "", ...told.flatMap((section) => sectionText(section, most, page))].join("\n"),
  );
}

/** The lines of a common terminal. */
const SCREEN = 40;

/** A part of what is told. */
interface Section {
  readonly title: string;
  readonly lines: readonly string[];
  /** Whether it is told even where there is nothing to tell. */
  readonly always?: boolean;
}

/** Tells a part, as much of it as fits. */
function sectionText({ title, lines: wrappedLines }: Section, most: number, page: Page): string[] {
  const lines = wrappedLines.flatMap((text) => text.split("\n"));
  const shownLines = lines.length <= most ? lines : lines.slice(0, most);
  const more = lines.length - shownLines.length;
  const rest = more === 0 ? [] : [page.colors.dim(`  and ${more} more lines; --all shows them`)];
  return [page.colors.bold(title), ...shownLines, ...rest, ""];
}

function linesText({ text, below = [] }: Lines, page: Page, depth: number): string[] {
  const indent = "  ".repeat(depth);
  return [
    wrapped(shown(text), page, `${indent}- `, `${indent}  `),
    ...below.flatMap((one) => linesText(one, page, depth + 1)),
  ];
}

/** What the shipped overlay of the same association says, and the file does not: it takes the place of all of it. */
function lostLines(book: Rulebook, overlay: Overlay, day: number, page: Page): string[] {
  const shipped = book.associations[overlay.id];
  if (shipped === undefined) return [];
  const kept = new Set(overlayLines(book, overlay, day).map((one) => JSON.stringify(one)));
  const lost = overlayLines(book, shipped, day).flatMap((one) => {
    const [same] = overlayLines(book, overlay, day).filter(({ text }) => text === one.text);
    const below = (one.below ?? []).filter((part) => !same?.below?.some(({ text }) => text === part.text));
    if (kept.has(JSON.stringify(one)) || (same !== undefined && below.length === 0)) return [];
    return [one.below === undefined ? one : { ...one, below }];
  });
  if (lost.length === 0) return [];
  const why = `${overlay.id} is shipped with the package, and this file takes the place of all that says. To keep the rest, write "extends": "${overlay.id}" into the file.`;
  return [wrapped(shown(why), page, "  ", "  "), ...lost.flatMap((one) => linesText(one, page, 1))];
}

/** What the author should look at again; the file can be used all the same. */
const findingLines = (findings: readonly Finding[], page: Page): string[] =>
  findings.map(({ pointer, message }) => wrapped(shown(`${pointer}: ${message}`), page, "  - ", "    "));

const EXAMPLES = 3;

/** What changes on each pathway, from what to what, and in which cases. */
function effectLines(effects: readonly Effect[], order: readonly PathwayId[], all: boolean): Lines[] {
  const sentences = new Map(
    effects.map(({ golden, asOf, description }) => [golden, `${golden}, ${asOf}: ${description}`]),
  );
  const groups = byId(groupEffects(effects), ({ pathway }) => pathway);
  return order.flatMap((pathway) => {
    const own = groups.get(pathway) ?? [];
    if (own.length === 0) return [];
    const inOrder = [...own].sort((a, b) => Number(a.requirement !== undefined) - Number(b.requirement !== undefined));
    return [{ text: pathway, below: inOrder.map((group) => groupLines(group, all ? sentences : undefined)) }];
  });
}

function groupLines(
  { requirement = "the pathway", before, after, cases }: EffectGroup,
  sentences: ReadonlyMap<string, string> | undefined,
): Lines {
  const state = (told: string | undefined) => told ?? "not asked for";
  const count = cases.length === 1 ? "1 case" : `${cases.length} cases`;
  const what = `${requirement}: ${state(before)} → ${state(after)}, ${count}`;
  if (sentences !== undefined) return { text: what, below: cases.map((id) => ({ text: sentences.get(id) ?? id })) };
  return { text: `${what}${cases.length > EXAMPLES ? ", such as" : ":"} ${cases.slice(0, EXAMPLES).join(", ")}` };
}

/** Says that no golden case is late enough to notice what changes only after the last of them. */
function tooLateLines(overlay: Overlay, cases: readonly GoldenCase[], page: Page): string[] {
  const last =
    cases
      .map(({ options }) => options.asOf)
      .sort()
      .at(-1) ?? "";
  const [first] = beginsIn(overlay)
    .filter((from) => from > last)
    .sort();
  if (first === undefined) return [];
  const text = `The last golden case is of ${last}: none is late enough to notice what changes from ${first} on. Add one, or look with --as-of ${first}.`;
  return [wrapped(text, page, "  ", "  ")];
}

/** Every day, month or year from which something in it holds. */
function beginsIn(part: unknown): string[] {
  if (typeof part !== "object" || part === null) return [];
  const own = Object.entries(part);
  return own.flatMap(([key, value]) => (key === "from" && typeof value === "string" ? [value] : beginsIn(value)));
}

/** Reads the golden cases that ship with the package. */
async function readCases(folder: string): Promise<readonly GoldenCase[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(".json")).sort();
  const files = await Promise.all(names.map((name) => readFile(join(folder, name), "utf8")));
  return files.flatMap((text) => (JSON.parse(text) as GoldenFile).cases);
}
