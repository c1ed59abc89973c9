/**
 * `rules check`: validates an association's own file, and shows what it changes and which golden cases feel it.
 */
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { dayNumber } from "../../base/calendar";
import { isObject } from "../../base/records";
import { casesFor, effectsOf } from "../../cases/changes";
import type { GoldenCase, GoldenFile } from "../../cases/golden";
import { checkNumbers, type Finding } from "../../check/numbers";
import { isExtension, parseOverlay } from "../../check/parse";
import { overlayChanges } from "../../explain/overlay";
import { exampleNames } from "../../explain/overlay-examples";
import type { Overlay } from "../../model/overlay";
import { rulebook } from "../../verdict/evaluate";
import type { Io } from "../io";
import { InputError, inFileOrder } from "../problem";
import { readJson, shownName } from "../read-json";
import { chosenDay } from "../rule-options";
import { pageFor, print, shown, wrapped } from "../terminal";
import { effectLines } from "./effects";
import { advice } from "./example";
import { linesText, type Section, sectionsText } from "./sections";

/** How to check a file. */
export interface CheckOptions {
  readonly all?: boolean;
  readonly asOf?: string;
}

/** An association's own file, as it was read. */
interface OwnFile {
  readonly overlay: Overlay;
  /** Whether it keeps what the shipped one says. */
  readonly isExtending: boolean;
  /** The keys that stand in it. */
  readonly keys: readonly string[];
}

/** Checks a file, and prints what it changes. */
export async function checkFile(file: string, { all = false, asOf }: CheckOptions, io: Io): Promise<void> {
  const page = pageFor(io.stdout, io);
  const { overlay, isExtending, keys } = await read(file, all, io);
  const day = chosenDay(io, asOf);
  const book = rulebook();
  const { shipped, changes, lost } = overlayChanges(book, overlay, dayNumber(day));
  const cases = casesFor(overlay, await readCases(io.cases));
  const onDay = asOf === undefined ? cases : cases.map((one) => ({ ...one, options: { ...one.options, asOf } }));
  const effects = effectsOf(book, overlay, onDay, shipped);
  const changed = new Set(effects.map(({ golden }) => golden)).size;
  const against = shipped === undefined ? "the base" : `the shipped rules of ${overlay.id}`;
  const judged = asOf === undefined ? "" : `, judged on ${day},`;
  const text = (one: string) => wrapped(shown(one), page, "  ", "  ");
  const sections: readonly Section[] = [
    {
      title: "Look at these again",
      lines: findingLines(checkNumbers(book, overlay)).map((one) => linesText(one, page)),
    },
    {
      title: isExtending
        ? "What no longer holds as it is shipped"
        : "What is lost of the shipped rules of this association",
      lines: [
        ...(isExtending || lost.length === 0 ? [] : [text(keepWords(overlay))]),
        ...lost.map((one) => linesText(one, page)),
      ],
    },
    {
      title: `What it changes against ${against}, as they are on ${day}`.replace(
        "base, as they are",
        "base, as that is",
      ),
      weight: 2,
      lines: changes.length === 0 ? ["  nothing"] : changes.map((one) => linesText(one, page)),
      always: true,
    },
    {
      title: `Golden cases${judged} that change their verdict: ${changed} of ${cases.length}`,
      lines: [
        ...(asOf === undefined ? tooLateWords(overlay, cases).map(text) : []),
        ...effectLines(effects, book.order, all).map((one) => linesText(one, page)),
      ],
      always: true,
    },
    {
      title: "Not said; “endorsement-pathways rules example labels” shows how it is written",
      lines: [text(unsaidWords(keys))],
    },
  ];
  const heading = `${shownName(file)} is an overlay of ${overlay.name} (${overlay.id}) that can be used.`;
  print(io.stdout, `${wrapped(shown(heading), page)}\n\n${sectionsText(sections, all, page)}`);
}

/** Reads a file; of one that cannot be used, shows how that is written which is wrong. */
async function read(file: string, all: boolean, io: Io): Promise<OwnFile> {
  try {
    return await readJson(file, io, "overlay", (json) => ({
      overlay: parseOverlay(json),
      isExtending: isExtension(json),
      keys: isObject(json) ? Object.keys(json) : [],
    }));
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    throw error.with({
      after: advice(inFileOrder(error.issues), pageFor(io.stderr, io)),
      ...(!all && { most: MOST_ISSUES }),
    });
  }
}

/** Issues that leave room for an example on a screen. */
const MOST_ISSUES = 6;

const keepWords = ({ id }: Overlay) =>
  `${id} is shipped with the package, and this file takes the place of all that says. To keep the rest, write "extends": "${id}" into the file.`;

/** What the author should look at again; the file can be used all the same. */
const findingLines = (findings: readonly Finding[]) =>
  findings.map(({ pointer, message }) => ({ text: `${pointer}: ${message}` }));

/** Says that no golden case is late enough to notice what changes only after the last of them. */
function tooLateWords(overlay: Overlay, cases: readonly GoldenCase[]): readonly string[] {
  const days = cases.map(({ options }) => options.asOf).sort();
  const last = days.at(-1) ?? "";
  const [first] = beginsIn(overlay)
    .filter((from) => from > last)
    .sort();
  if (first === undefined) return [];
  const day = first.length === "YYYY-MM-DD".length ? first : `${first}-01-01`.slice(0, "YYYY-MM-DD".length);
  return [
    `The last golden case is of ${last}: none is late enough to notice what changes from ${first} on. Add one, or judge them all on that day with --as-of ${day}.`,
  ];
}

/** Every day, month or year from which something in it holds. */
function beginsIn(part: unknown): string[] {
  if (typeof part !== "object" || part === null) return [];
  const own = Object.entries(part);
  return own.flatMap(([key, value]) => (key === "from" && typeof value === "string" ? [value] : beginsIn(value)));
}

/** Of what the file says nothing, and what is no key of it. */
function unsaidWords(keys: readonly string[]): string {
  const unsaid = exampleNames.filter((name) => !keys.includes(name));
  return unsaid.join(", ");
}

/** Reads the golden cases that ship with the package. */
async function readCases(folder: string): Promise<readonly GoldenCase[]> {
  const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith(".json")).sort();
  const files = await Promise.all(names.map((name) => readFile(join(folder, name), "utf8")));
  return files.flatMap((text) => (JSON.parse(text) as GoldenFile).cases);
}
