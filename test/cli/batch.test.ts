/** `batch`: many applicants on the command line. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { evaluate } from "../../src/index";
import { goldenCases } from "../generate/golden-cases";
import { cli } from "./terminal";

const root = mkdtempSync(join(tmpdir(), "batch-"));
afterAll(() => rmSync(root, { recursive: true }));
let folder = root;
beforeEach(() => {
  folder = mkdtempSync(join(root, "one-"));
});

const at = (name: string) => join(folder, name);
const read = (name: string) => readFileSync(at(name), "utf8");
const recordsOf = (text: string) =>
  text
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Record<string, unknown>);

const applicants = goldenCases()
  .slice(0, 20)
  .map(({ applicant }, index) => ({ ...applicant, id: `a-${index}` }));
const lines = applicants.map((applicant) => JSON.stringify(applicant));
const how = ["--as-of", "2026-01-01", "--pathway", "IFS", "--pathway", "IMHS"];
const options = { asOf: "2026-01-01", pathways: ["IFS", "IMHS"] } as const;

function batch(args: readonly string[], input = lines.join("\n")) {
  writeFileSync(at("in.jsonl"), input);
  return cli(["batch", at("in.jsonl"), ...how, ...args]);
}

const expected = JSON.parse(
  JSON.stringify(applicants.map((one, index) => ({ line: index + 1, id: one.id, verdict: evaluate(one, options) }))),
) as unknown;

describe("verdicts", () => {
  test("are written one a line, in order, to standard output", async () => {
    const { code, out, err } = await batch([]);
    expect(recordsOf(out)).toEqual(expected);
    expect(code).toBe(0);
    expect(err).toMatch(/^Judged 20 applicants in /);
  });

  test.for(["0", "1", "2"])("are the same with %s threads, in a file", async (workers) => {
    const { code, out } = await batch(["--workers", workers, "--output", at("out.jsonl")]);
    expect(recordsOf(read("out.jsonl"))).toEqual(expected);
    expect({ code, out }).toEqual({ code: 0, out: "" });
    expect(existsSync(at("out.jsonl.progress.json"))).toBe(false);
    expect(existsSync(at("out.rejects.jsonl"))).toBe(false);
  });

  test.for(["status", "account"] as const)("are told in the detail that is asked for: %s", async (detail) => {
    const { out } = await batch(["--detail", detail]);
    const told = applicants.map((one, index) => ({
      line: index + 1,
      id: one.id,
      verdict: evaluate(one, { ...options, detail }),
    }));
    expect(recordsOf(out)).toEqual(JSON.parse(JSON.stringify(told)));
  });

  test("in a table of states alone, nobody is told what is missing", async () => {
    const [states, whole] = await Promise.all([
      batch(["--format", "csv", "--detail", "status"]).then(({ out }) => out.split("\r\n")),
      batch(["--format", "csv"]).then(({ out }) => out.split("\r\n")),
    ]);
    expect(states[1]).toMatch(/,,,$/);
    const head = (row: string) => row.split(",").slice(0, 7);
    expect(states.map(head)).toEqual(whole.map(head));
  });

  test("are not states alone where a report adds up what is missing", async () => {
    const { code, err } = await batch(["--detail", "status", "--report", at("r.md")]);
    expect(code).toBe(2);
    expect(err).toContain("--detail status");
  });

  test("are those of standard input", async () => {
    const { out } = await cli(["batch", "-", ...how], { stdin: lines.join("\n") });
    expect(recordsOf(out)).toEqual(expected);
  });

  test("are a table, with a row for each pathway", async () => {
    const { out } = await batch(["--format", "csv"]);
    const [head, first] = out.split("\r\n");
    expect(head).toBe("line,id,pathway,status,experience,application,exam,met,required,missing");
    expect(first).toMatch(/^1,a-0,IFS,/);
    expect(out.split("\r\n")).toHaveLength(1 + 2 * applicants.length + 1);
  });

  test("an id that a spreadsheet would calculate is made harmless", async () => {
    const { out } = await batch(["--format", "csv"], JSON.stringify({ id: '=1+"1"' }));
    expect(out).toContain(`1,"'=1+""1""",IFS,`);
  });

  test("are those of an association", async () => {
    const { out } = await batch(["--association", "us-wa"], "{}");
    expect(recordsOf(out)).toMatchObject([{ verdict: { association: "us-wa" } }]);
  });

  test("are not written where only a report is wanted", async () => {
    const { out } = await batch(["--format", "none", "--report", at("r.md"), "--report", at("r.html")]);
    expect(out).toBe("");
    expect(read("r.md")).toMatch(/^# 20 applicants on 2026-01-01/);
    expect(read("r.html")).toContain("<h1>20 applicants on 2026-01-01</h1>");
  });
});

describe("lines that cannot be judged", () => {
  const mixed = [lines[0], '{"work":[{"kind":"job"},3]}', lines[1], "{,}", "", lines[2]].join("\n");

  test("are put into a file with every issue, and the rest goes on", async () => {
    const { code, err } = await batch(["--output", at("out.jsonl")], mixed);
    expect(code).toBe(1);
    expect(recordsOf(read("out.jsonl")).map(({ line }) => line)).toEqual([1, 3, 6]);
    const [first, second] = recordsOf(read("out.rejects.jsonl"));
    expect(first).toMatchObject({
      line: 2,
      text: '{"work":[{"kind":"job"},3]}',
      issues: [{ pointer: "/work/0/kind" }, { pointer: "/work/1" }],
    });
    expect(second).toMatchObject({ line: 4, text: "{,}", issues: [{ code: "no-json" }] });
    expect(JSON.stringify(second)).toContain("column 2");
    expect(err.replaceAll(/\s+/g, " ")).toContain("2 lines were refused; each with all that is wrong in");
  });

  test("are told on standard error where no file takes them", async () => {
    const { code, out, err } = await batch([], mixed);
    expect(code).toBe(1);
    expect(recordsOf(out)).toHaveLength(3);
    expect(err).toMatch(/Line 2\n {4}\/work\/0\/kind: /);
    expect(err).toMatch(/Line 4\n {4}no JSON: column 2: /);
  });

  test("are told as far as a person reads", async () => {
    const { err } = await batch([], Array.from({ length: 50 }, () => "{").join("\n"));
    expect(err.match(/^Line /gm)).toHaveLength(20);
    expect(err).toContain("More lines were refused; --rejects FILE lists them all.");
  });

  test("are those with more entries or levels than are allowed", async () => {
    const two = [JSON.stringify({ training: [{}, {}] }), JSON.stringify({ training: [{ topics: ["other"] }] })];
    const { out, err } = await batch(["--max-entries", "1", "--max-depth", "2"], [...two, "{}"].join("\n"));
    expect(recordsOf(out).map(({ line }) => line)).toEqual([3]);
    expect(err.replaceAll(/\s+/g, " ")).toMatch(/Line 1 expected at most 1 entries.*Line 2 \/training\/0\/topics: /);
  });

  test("go where --rejects says", async () => {
    await batch(["--rejects", at("bad.jsonl")], mixed);
    expect(recordsOf(read("bad.jsonl"))).toHaveLength(2);
  });
});

describe("what cannot be used", () => {
  test.for<[readonly string[], RegExp]>([
    [["--workers", "many"], /whole number of threads/],
    [["--report", "r.pdf"], /\.md or \.html/],
    [["--format", "xml"], /jsonl, csv, none/],
    [["--resume"], /name it with --output/],
    [["--output", "IN"], /named twice/],
    [["--output", "OUT", "--rejects", "OUT"], /named twice/],
    [["--output", "IN/out.jsonl"], /cannot be written/],
    [["--association", "us-zz"], /no such association/],
    [["--max-entries", "100001"], /whole number from 1 to 100000: more is never read/],
    [["--max-depth", "deep"], /whole number from 1 to 64/],
  ])("%j is refused", async ([args, words]) => {
    const { code, err } = await batch(args.map((arg) => arg.replace("IN", at("in.jsonl")).replace("OUT", at("o"))));
    expect(err.replaceAll(/\s+/g, " ")).toMatch(words);
    expect(code).toBe(2);
  });

  test("a table, which is to be imported first", async () => {
    writeFileSync(at("all.csv"), "Participant,Date,Hours\n7,2024-03-14,2\n");
    const { code, err } = await cli(["batch", at("all.csv"), ...how]);
    expect(code).toBe(2);
    expect(err.replaceAll(/\s+/g, " ")).toContain("--by HEADING --into all.jsonl");
  });

  test("a file that is not there", async () => {
    const { code, err } = await cli(["batch", at("nothing.jsonl"), ...how]);
    expect(code).toBe(2);
    expect(err).toContain("there is no file");
  });
});

describe("a terminal", () => {
  test("shows how far a batch came, and leaves nothing of it", async () => {
    writeFileSync(at("in.jsonl"), lines.join("\n"));
    let seconds = 0;
    const now = { getTime: () => 1000 * seconds++ } as Date;
    const { err } = await cli(["batch", at("in.jsonl"), ...how, "--output", at("o.jsonl")], { isTTY: true, now });
    expect(err).toMatch(/[█░]+ \d+ % {2}\d+ judged, [\d.]+ a second, .* left/);
    expect(err.trimEnd()).toMatch(/a\s+second\.$/);
  });
});
