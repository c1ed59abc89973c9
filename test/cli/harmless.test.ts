/** Whatever a file says, the terminal obeys nothing of it: no escapes, no C1 controls, no marks of direction. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { replaceUnseen } from "../../src/base/unseen";
import { cli } from "./terminal";

/** One of each kind: an escape, a bell, CSI as one character, an override of direction, an isolate, an empty mark, a tag. */
const strange = ["\u001b[2J", "\u0007", "\u009b31m", "\u202e", "\u2066", "\u200b", "\ufeff", "\u{e0041}"];
const name = `a${strange.join("b")}c`;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "harmless-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** What is left of a text that a terminal would obey, but for colors of our own and ends of lines. */
function obeyed(text: string): string[] {
  const found: string[] = [];
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  replaceUnseen(text.replaceAll(/\u001b\[(?:1|2|22|3[1-6]|39)m|\n/g, ""), (char) => {
    found.push(char.codePointAt(0)?.toString(16) ?? "");
    return "";
  });
  return found;
}

const overlay = (key: string) => ({ id: "us-zz", [key]: [] });
const inputs: readonly (readonly [what: string, args: readonly string[], input: unknown])[] = [
  ["the name of evidence", ["evaluate", "-"], { training: [{ id: name, hours: 3, date: "2025-01-01" }] }],
  ["an unknown key", ["evaluate", "-"], { [name]: 1, work: [{ [name]: 1 }] }],
  ["a word", ["evaluate", "-"], { work: [{ kind: name }], residence: name }],
  ["a person", ["evaluate", "-"], { people: [{ id: name }], references: [{ rater: `${name}x` }] }],
  ["a key of an overlay", ["rules", "check", "-"], overlay(name)],
  ["an option", ["evaluate", "-", "--pathway", name], {}],
  ["an unknown option", ["evaluate", "-", `--${name}`], {}],
  ["a command", [name], {}],
  ["a verdict as JSON", ["evaluate", "-", "--format", "json"], { training: [{ id: name, hours: 3 }] }],
];

describe("the terminal obeys nothing in", () => {
  test.for(inputs)("%s", async ([, args, input]) => {
    for (const isTTY of [true, false]) {
      const { out, err } = await cli(args, { stdin: JSON.stringify(input), isTTY });
      expect(out + err).not.toBe("");
      expect(obeyed(out + err)).toEqual([]);
    }
  });

  test("text that is no JSON, and keys that stand twice", async () => {
    for (const stdin of [`{${name}: 1}`, `{"a": ${name}}`, `{"${name}": 1, "${name}": 2}`.replaceAll("\u001b", "x")]) {
      const { err } = await cli(["evaluate", "-"], { stdin, isTTY: true });
      expect(obeyed(err)).toEqual([]);
    }
  });

  test("the name of a file", async () => {
    const file = join(folder, "a\u001b[2J\u202e.json");
    writeFileSync(file, "{");
    const { err } = await cli(["evaluate", file], { isTTY: true });
    expect(obeyed(err)).toEqual([]);
    expect(err).toContain("is no JSON");
  });
});

test("JSON says the same, though what cannot be seen is written by its number", async () => {
  const stdin = JSON.stringify({ training: [{ id: name, hours: 3, date: "2025-01-01" }] });
  const { out } = await cli(["evaluate", "-", "--format", "json"], { stdin });
  expect(JSON.stringify(JSON.parse(out))).toContain(JSON.stringify(name).slice(1, -1));
});

test("texts for people keep what scripts need", () => {
  const text = "می\u200cخواهم 👩\u200d👧 é ü Ω";
  expect(replaceUnseen(text, () => "?")).toBe(text);
});

test("the command line writes to the terminal in one place", () => {
  // a batch writes verdicts as data, to a file or a pipe; a shell is told words, each with a tab behind it
  const allowed = ["terminal.ts", join("batch", "files.ts"), "completion.ts"];
  const files = readdirSync("src/cli", { recursive: true, encoding: "utf8" }).filter(
    (file) => file.endsWith(".ts") && !allowed.includes(file),
  );
  const writing = files.filter((file) => /std(?:out|err)\.write\(/.test(readFileSync(join("src/cli", file), "utf8")));
  expect(writing).toEqual([]);
});
