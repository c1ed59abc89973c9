/** Exit codes: in the help of each command, and as each command ends. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { Canceled } from "../../src/cli/io";
import { cli, tooWide } from "./terminal";

const folder = mkdtempSync(join(tmpdir(), "codes-"));
afterAll(() => rmSync(folder, { recursive: true }));
const at = (name: string) => join(folder, name);
const file = (name: string, text: string) => {
  writeFileSync(at(name), text);
  return at(name);
};

const me = file("me.json", "{}");
const broken = file("broken.json", '{"work": 3}');
const log = file("log.csv", "Date,Hours\n2025-03-14,2\n");
const lines = file("all.jsonl", '{}\n{"work": []}\n');
const someBroken = file("some.jsonl", '{}\n{"work": 3}\n');
const overlay = file("overlay.json", '{"id": "us-wa", "extends": "us-wa"}');
const none = at("none.json");
mkdirSync(at("cases"));

/** Nothing but what each command needs. */
const done: Readonly<Record<string, readonly string[]>> = {
  init: ["init", at("begun/new.json")],
  templates: ["templates", at("tables"), "--as", "training"],
  import: ["import", log, "--as", "training", "--into", at("into.json")],
  evaluate: ["evaluate", me],
  where: ["where", "US-NV"],
  fees: ["fees", "--association", "us-wa"],
  explain: ["explain", me],
  rank: ["rank", me],
  plan: ["plan", me, "--pathway", "IFA"],
  ask: ["ask", me, "--pathway", "IFA"],
  compare: ["compare", me, me],
  batch: ["batch", lines, "--workers", "1", "--output", at("verdicts.jsonl")],
  "build-udf": ["build-udf", "--help"],
  "rules check": ["rules", "check", overlay],
  "rules example": ["rules", "example"],
  completion: ["completion", "--help"],
};

const refused: Readonly<Record<string, readonly string[]>> = {
  init: ["init", me],
  templates: ["templates", at("tables"), "--as", "dancing"],
  import: ["import", none, "--as", "training", "--into", at("into.json")],
  interview: ["interview", me],
  evaluate: ["evaluate", broken],
  where: ["where", "Atlantis"],
  fees: ["fees", "--association", "us-zz"],
  explain: ["explain", none],
  rank: ["rank", broken],
  plan: ["plan", me, "--pathway", "IFZ"],
  ask: ["ask", broken],
  compare: ["compare", me, none],
  batch: ["batch", none],
  "build-udf": ["build-udf", "--association", "us-zz"],
  "rules check": ["rules", "check", broken],
  "rules example": ["rules", "example", "dancing"],
  completion: ["completion", "tcsh"],
};

const run = (args: readonly string[]) => cli(args, { cases: at("cases") });

describe("0 where it was done", () => {
  test.for(Object.entries(done))("%s", async ([, args]) => {
    const { code, err } = await run(args);
    expect([code, err]).toEqual([0, expect.not.stringMatching(/issue|error/)]);
  });
});

describe("2 where the input cannot be used, with what is wrong on standard error", () => {
  test.for(Object.entries(refused))("%s", async ([, args]) => {
    const { code, out, err } = await run(args);
    expect([code, out]).toEqual([2, ""]);
    expect(err).not.toBe("");
  });

  test("a command, an option, or an argument that is none", async () => {
    for (const args of [["dance"], ["rank", me, "--dance"], ["explain"], ["rules", "example", "dancing"]]) {
      const { code, err } = await run(args);
      expect([code, tooWide(err, 80)]).toEqual([2, []]);
      expect(err).toMatch(/^\(endorsement-pathways (?:[a-z ]+ )?--help explains\)$/m);
    }
  });
});

test("1 where lines of many were refused, and the others judged", async () => {
  const { code } = await run(["batch", someBroken, "--workers", "1", "--output", at("some-verdicts.jsonl")]);
  expect(code).toBe(1);
});

test("130 where who is asked stops", async () => {
  const stop = () => Promise.reject(new Canceled());
  const ask = { screen: () => undefined, choose: stop, chooseSome: stop, confirm: stop, text: stop };
  for (const args of [
    ["init", at("asked/me.json")],
    ["interview", at("asked.json")],
  ]) {
    expect((await cli(args, { ask, isTTY: true })).code).toBe(130);
  }
});

test("the help of each command says what they are", async () => {
  const commands = [[], ...Object.keys(refused).map((name) => name.split(" "))];
  for (const command of commands) {
    const { code, out } = await cli([...command, "--help"]);
    expect(code).toBe(0);
    expect(out, command.join(" ")).toContain("\nExit codes: 0");
    expect(tooWide(out, 80).filter((line) => !/ completion fish /.test(line))).toEqual([]);
    expect(out).not.toMatch(/default: \[|display help/);
  }
  const help = (await cli(["--help"])).out;
  const listed = [...help.matchAll(/^ {2}([a-z-]+)(?: \[| <| {2,})/gm)].map(([, name]) => name);
  const known = [...new Set(commands.map(([name]) => name)), "help"];
  expect(listed.filter((name) => !known.includes(name))).toEqual([]);
});
