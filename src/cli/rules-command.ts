/**
 * `rules check`: validates an association's own file, and shows what it changes and which golden cases feel it.
 */
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { Command } from "commander";
import { dayNumber, isoDay } from "../calendar";
import { type Effect, effectsOf } from "../effect";
import type { GoldenCase, GoldenFile } from "../golden";
import { rulebook } from "../index";
import { overlayLines } from "../overlay-words";
import { parseOverlay } from "../schema";
import type { Lines } from "../words";
import type { Io } from "./io";
import { withIssues } from "./problem";
import { readJson, shownName } from "./read-json";
import { type Page, pageFor, wrapped } from "./terminal";

/** Makes the command. */
export function rulesCommand(io: Io): Command {
  const check = new Command("check")
    .summary("check an association's own file, and tell what it changes")
    .description(
      "Checks an association's own file, and tells what it changes against the rules of the Alliance: which requirement, from what to what, since when, and which golden cases change their verdict because of it.",
    )
    .argument("<file>", "the overlay, a JSON file; - for standard input")
    .addHelpText("after", "\nExit codes: 0 the file can be used; 2 it cannot.")
    .action((file: string) => checkFile(file, io));
  return new Command("rules")
    .summary("for associations: check an own file of rules with `rules check`")
    .description("For associations that keep a file of their own rules: checks it, and tells what it changes.")
    .addCommand(check);
}

async function checkFile(file: string, io: Io): Promise<void> {
  const json = await readJson(file, io);
  const overlay = withIssues(`${shownName(file)} is no overlay`, () => parseOverlay(json));
  const page = pageFor(io.stdout, io);
  const day = isoDay(dayNumber(io.now().toISOString().slice(0, 10)));
  const book = rulebook();
  const changes = overlayLines(book, overlay, dayNumber(day));
  const effects = effectsOf(book, overlay, await readCases(io.cases));
  io.stdout.write(
    [
      wrapped(`${shownName(file)} is an overlay of ${overlay.name} (${overlay.id}) that can be used.`, page),
      "",
      page.colors.bold(`What it changes against the base, as that is on ${day}`),
      ...(changes.length === 0 ? ["  nothing"] : changes.flatMap((one) => linesText(one, page, 1))),
      "",
      page.colors.bold(`Golden cases that change their verdict: ${new Set(effects.map(({ golden }) => golden)).size}`),
      ...effectsText(effects, page),
      "",
    ].join("\n"),
  );
}

function linesText({ text, below = [] }: Lines, page: Page, depth: number): string[] {
  const indent = "  ".repeat(depth);
  return [
    wrapped(text, page, `${indent}- `, `${indent}  `),
    ...below.flatMap((one) => linesText(one, page, depth + 1)),
  ];
}

const SHOWN = 40;

function effectsText(effects: readonly Effect[], page: Page): string[] {
  const shown = effects.slice(0, SHOWN).map(({ golden, description, asOf, pathway, requirement, before, after }) => {
    const what = requirement === undefined ? pathway : `${pathway}/${requirement}`;
    const change = `${what}: ${before ?? "not asked for"} → ${after ?? "not asked for"}`;
    return wrapped(`${change} (${golden}, ${asOf}) ${description}`, page, "  - ", "    ");
  });
  const more = effects.length - shown.length;
  return more > 0 ? [...shown, wrapped(`and ${more} more changes`, page, "  ")] : shown;
}

/** Reads the golden cases that ship with the package. */
async function readCases(folder: string): Promise<readonly GoldenCase[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(".json")).sort();
  const files = await Promise.all(names.map((name) => readFile(join(folder, name), "utf8")));
  return files.flatMap((text) => (JSON.parse(text) as GoldenFile).cases);
}
