/** A batch that was killed goes on without a line lost or twice. */
import { type ChildProcess, spawn } from "node:child_process";
import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import type { Checkpoint } from "../../src/cli/batch/checkpoint";
import { cli } from "./terminal";

const root = mkdtempSync(join(tmpdir(), "resume-"));
afterAll(() => rmSync(root, { recursive: true }));
let folder = root;
beforeEach(() => {
  folder = mkdtempSync(join(root, "one-"));
});
const at = (name: string) => join(folder, name);
const read = (name: string) => readFileSync(at(name), "utf8");

/** Applicants, of whom each tenth is none. */
const input = (count: number) =>
  Array.from({ length: count }, (_, index) =>
    index % 10 === 3
      ? `{"work":${index}}`
      : JSON.stringify({ id: `a-${index}`, training: [], supervisionReceived: [] }),
  ).join("\n");
const how = ["--as-of", "2026-01-01", "--pathway", "IFS", "--workers", "0"];
const outputs = (name: string) => ["--output", at(`${name}.jsonl`), "--report", at(`${name}.md`)];

const batch = (args: readonly string[], stdin: string) => cli(["batch", "-", ...how, ...args], { stdin });

describe("a run that breaks off", () => {
  /** A clock by which every chunk is noted, until the run breaks off. */
  const breakingOff = (after: number) => {
    let calls = 0;
    return {
      getTime: () => {
        if (++calls > after) throw new Error("killed");
        return calls * 10_000;
      },
    } as Date;
  };

  test("goes on, however often, to the same output, rejects and report", async () => {
    writeFileSync(at("in.jsonl"), padded(input(300)));
    const from = ["batch", at("in.jsonl"), ...how];
    await cli([...from, ...outputs("whole")]);
    let runs = 0;
    for (let code: number | undefined; code === undefined; runs++) {
      const args = [...from, ...outputs("parts"), ...(runs === 0 ? [] : ["--resume"])];
      code = await cli(args, { now: breakingOff(3 + (runs % 3)) }).then(
        (done) => done.code,
        () => undefined,
      );
      if (code !== undefined) break;
      // what a killed run had written after it last noted how far it came
      appendFileSync(at("parts.jsonl"), '{"line":7,"verd');
      if (existsSync(at("parts.rejects.jsonl"))) appendFileSync(at("parts.rejects.jsonl"), "half");
    }
    expect(runs).toBeGreaterThan(3);
    expect(read("parts.jsonl")).toBe(read("whole.jsonl"));
    expect(read("parts.rejects.jsonl")).toBe(read("whole.rejects.jsonl"));
    expect(read("parts.md")).toBe(read("whole.md"));
  });

  /** Lines so long that a file of them is read in many parts. */
  const padded = (text: string) => text.replaceAll("\n", `${" ".repeat(8000)}\n`);
});

describe("a run that is killed", () => {
  const start = (args: readonly string[]): ChildProcess =>
    spawn(process.execPath, ["--import", "tsx", "src/cli/main.ts", "batch", at("in.jsonl"), ...args], {
      stdio: "ignore",
    });
  const exited = (child: ChildProcess) => new Promise((resolve) => child.once("exit", resolve));

  test("by the system, in the middle, with threads, goes on to the same bytes", async () => {
    writeFileSync(at("in.jsonl"), Array.from({ length: 48 }, () => input(500)).join("\n"));
    const args = ["--as-of", "2026-01-01", "--pathway", "IFS", "--workers", "2"];
    const alone = ["--as-of", "2026-01-01", "--pathway", "IFS", "--workers", "0"];
    await cli(["batch", at("in.jsonl"), ...alone, "--output", at("whole.csv"), "--format", "csv"]);
    // on a busy machine a run may end before it is killed: then another one is
    do {
      const child = start([...args, "--output", at("parts.csv"), "--format", "csv"]);
      // noted, and some more written
      await until(() => noted("parts.csv") > 0 && statSync(at("parts.csv")).size > noted("parts.csv"));
      child.kill("SIGKILL");
      await exited(child);
    } while (statSync(at("parts.csv")).size === statSync(at("whole.csv")).size);
    const left = statSync(at("parts.csv")).size;
    expect(noted("parts.csv")).toBeGreaterThan(0);
    expect(await exited(start([...args, "--output", at("parts.csv"), "--format", "csv", "--resume"]))).toBe(1);
    expect(statSync(at("whole.csv")).size).toBeGreaterThan(left);
    expect(read("parts.csv")).toBe(read("whole.csv"));
    expect(read("parts.rejects.jsonl")).toBe(read("whole.rejects.jsonl"));
  });

  const noted = (name: string): number => {
    if (!existsSync(at(`${name}.progress.json`))) return 0;
    return (JSON.parse(read(`${name}.progress.json`)) as Checkpoint).output;
  };

  async function until(isSo: () => boolean): Promise<void> {
    while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 20));
  }
});

describe("--resume", () => {
  const text = input(20);

  /** Leaves a run of standard input unfinished. */
  async function unfinished(): Promise<void> {
    await batch(["--output", at("whole.jsonl")], text);
    let parts = 0;
    const halves = [text.slice(0, text.indexOf("\n", text.length / 2) + 1), text.slice(text.length / 2)];
    const stdin = {
      async *[Symbol.asyncIterator]() {
        for (const half of halves) {
          if (parts++ === 1) throw new Error("killed");
          yield new TextEncoder().encode(half);
        }
      },
    };
    const now = new Date(2026, 10, 23);
    let calls = 0;
    Object.assign(now, { getTime: () => calls++ * 10_000 });
    await expect(cli(["batch", "-", ...how, "--output", at("o.jsonl")], { now, stdin })).rejects.toThrow("killed");
  }

  test("skips what is done of standard input", async () => {
    await unfinished();
    const { code } = await batch(["--output", at("o.jsonl"), "--resume"], text);
    expect(code).toBe(1);
    expect(read("o.jsonl")).toBe(read("whole.jsonl"));
  });

  test("is needed where something was left", async () => {
    await unfinished();
    const { code, err } = await batch(["--output", at("o.jsonl")], text);
    expect(code).toBe(2);
    expect(err.replaceAll(/\s+/g, " ")).toContain("was not finished; --resume goes on");
  });

  test.for<[readonly string[], string]>([
    [["--as-of", "2026-01-02"], "--as-of was"],
    [["--pathway", "IMHS"], "the pathways was"],
    [["--association", "us-wa"], "the association was"],
    [["--format", "csv"], "--format was"],
    [["--rejects", "other.jsonl"], "--rejects was"],
    [["--report", "r.md"], "--report was"],
  ])("refuses another job: %j", async ([args, words]) => {
    await unfinished();
    const before = read("o.jsonl");
    const { code, err } = await batch(["--output", at("o.jsonl"), "--resume", ...args], text);
    expect(code).toBe(2);
    expect(err.replaceAll(/\s+/g, " ")).toContain(words);
    expect(read("o.jsonl")).toBe(before);
  });

  test("goes on as of the day on which the batch began", async () => {
    await unfinished();
    const args = ["batch", "-", "--pathway", "IFS", "--workers", "0", "--output", at("o.jsonl"), "--resume"];
    const { code } = await cli(args, { stdin: text, now: new Date(2030, 0, 1) });
    expect(code).toBe(1);
    expect(read("o.jsonl")).toBe(read("whole.jsonl"));
  });

  test.for([input(20).replace("a-1", "b-1"), "{}"])("refuses another input", async (other) => {
    await unfinished();
    const { code, err } = await batch(["--output", at("o.jsonl"), "--resume"], other);
    expect(code).toBe(2);
    expect(err.replaceAll(/\s+/g, " ")).toContain("standard input is not what the batch began with");
  });

  test("refuses an output that was cut", async () => {
    await unfinished();
    writeFileSync(at("o.jsonl"), "");
    const { code, err } = await batch(["--output", at("o.jsonl"), "--resume"], text);
    expect(code).toBe(2);
    expect(err.replaceAll(/\s+/g, " ")).toContain("is shorter than it was left");
  });

  test("begins where nothing was begun, and has nothing to do where all is done", async () => {
    expect((await batch(["--output", at("o.jsonl"), "--resume"], text)).code).toBe(1);
    const done = read("o.jsonl");
    const { code, err } = await batch(["--output", at("o.jsonl"), "--resume"], text);
    expect(code).toBe(0);
    expect(err).toContain("is finished already");
    expect(read("o.jsonl")).toBe(done);
  });
});
