/** Bad input: exit code 2, nothing on standard output, and on standard error a sentence that says what to do. */
import { closeSync, existsSync, ftruncateSync, mkdirSync, mkdtempSync, openSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findJsonError } from "../../src/cli/json-text";
import { fileProblem } from "../../src/cli/read-json";
import { writeProblem } from "../../src/cli/write-file";
import { cli, type Surroundings } from "./terminal";

let folder: string;
const inFolder = (name: string, content: string | Uint8Array) => {
  const file = join(folder, name);
  writeFileSync(file, content);
  return file;
};

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "cli-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function refused(args: readonly string[], surroundings?: Surroundings): Promise<string> {
  const { code, out, err } = await cli(args, surroundings);
  expect({ code, out }).toEqual({ code: 2, out: "" });
  return err.replace(/\s+/g, " ").trim();
}

const judged = (stdin: string | Uint8Array) => refused(["evaluate", "-"], { stdin });

describe("files", () => {
  test("one that does not exist", async () => {
    const file = join(folder, "nobody.json");
    expect(await refused(["evaluate", file])).toContain("there is no file");
  });

  test("a folder", async () => {
    expect(await refused(["evaluate", folder])).toMatch(/is a folder; name a file in it\.$/);
  });

  test.for([
    ["EACCES", "a.json may not be read; ask for the permission, or copy it"],
    ["EPERM", "a.json may not be read; ask for the permission, or copy it"],
    ["ENOTDIR", "there is no file a.json; check the name and the folder"],
    ["EIO", "a.json cannot be read: a message"],
  ] as const)("one that the system refuses with %s", ([code, problem]) => {
    expect(fileProblem("a.json", Object.assign(new Error("a message"), { code }))).toBe(problem);
  });

  test("one that is larger than any applicant is not read", async () => {
    const file = join(folder, "huge.json");
    const handle = openSync(file, "w");
    ftruncateSync(handle, 65 * 1024 * 1024);
    closeSync(handle);
    expect(await refused(["evaluate", file])).toMatch(/has more than 64 MB; leave out what does not belong in it\.$/);
  });

  test("one of 50 MB is read, and its entries are counted", async () => {
    const entry = JSON.stringify({ date: "2025-03-01", hours: 1, topics: ["infant-mental-health"] });
    const many = 100_001;
    const spaced = entry.padEnd(Math.ceil((50 * 1024 * 1024) / many));
    const file = inFolder("large.json", `{"training":[${Array(many).fill(spaced).join(",")}]}`);
    expect(await refused(["evaluate", file])).toContain(`expected at most 100000 entries, received ${many}`);
  }, 60_000);

  test("a file is read like standard input", async () => {
    const text = JSON.stringify({ training: [{ hours: 30, date: "2025-01-01" }] });
    const args = ["--as-of", "2026-01-01"];
    const [fromFile, fromStdin] = [
      await cli(["evaluate", inFolder("applicant.json", text), ...args]),
      await cli(["evaluate", "-", ...args], { stdin: text }),
    ];
    expect(fromFile).toEqual(fromStdin);
    expect(fromFile.code).toBe(0);
  });
});

describe("files to write", () => {
  test.for([
    ["EISDIR", "a.json is a folder; name a file in it"],
    ["EACCES", "a.json may not be written; name a file in a folder of your own, or ask for the permission"],
    ["ENOSPC", "a.json cannot be written, for the disk is full; make room, or name another disk"],
    ["EIO", "a.json cannot be written: a message"],
  ] as const)("one that the system refuses with %s", ([code, problem]) => {
    expect(writeProblem("a.json", Object.assign(new Error("a message"), { code }))).toBe(problem);
  });

  test("a folder, or a file where a folder would be, is told in a sentence by every command that writes", async () => {
    const lines = inFolder("lines.jsonl", "{}\n");
    const log = inFolder("log.csv", "Date,Hours\n2025-03-14,2\n");
    const taken = join(lines, "below.json");
    const page = join(folder, "page.html");
    mkdirSync(page);
    const asFolder = /is a folder; name a file in it\.$/;
    for (const options of [
      ["--output", folder],
      ["--rejects", folder],
      ["--report", page],
    ]) {
      expect(await refused(["batch", lines, ...options]), options[0]).toMatch(asFolder);
    }
    expect(await refused(["batch", folder])).toMatch(asFolder);
    expect(await refused(["init", folder, "--force"])).toMatch(asFolder);
    const aside = /cannot be written, for a file stands where its folder would be; name another folder\.$/;
    expect(await refused(["batch", lines, "--output", taken])).toMatch(aside);
    expect(await refused(["init", taken])).toMatch(aside);
    expect(await refused(["templates", lines])).toMatch(aside);
    const { code, err } = await cli(["import", log, "--as", "training", "--into", taken]);
    expect([code, err.replace(/\s+/g, " ").trim()]).toEqual([2, expect.stringMatching(aside)]);
  });

  test("a folder that cannot be made is told by every command that writes, and none waits for ever", async () => {
    // Linux has no room for folders there, and Node, asked for all of them at once, does not come back
    const at = (name: string) => join("/proc/no-such/below", name);
    const lines = inFolder("one.jsonl", "{}\n");
    const log = inFolder("one.csv", "Date,Hours\n2025-03-14,2\n");
    for (const args of [
      ["templates", at("tables")],
      ["init", at("a.json")],
      ["batch", lines, "--output", at("a.jsonl")],
      ["batch", lines, "--report", at("a.md")],
      ["import", log, "--as", "training", "--into", at("a.json")],
    ]) {
      const { code, err } = await cli(args);
      expect([code, err.replace(/\s+/g, " ").trim()], args[0]).toEqual([
        2,
        expect.stringMatching(/cannot be written, for its folder cannot be made; check the name\.$|may not be written/),
      ]);
    }
  });

  test("folders that lack are made", async () => {
    const output = join(folder, "new", "verdicts.jsonl");
    const report = join(folder, "newer", "report.md");
    const { code } = await cli(["batch", "-", "--output", output, "--report", report], { stdin: "{}\n" });
    expect([code, existsSync(output), existsSync(report)]).toEqual([0, true, true]);
  });
});

describe("what one takes for something else", () => {
  test("many applicants where one is read, and one on several lines where many are", async () => {
    expect(await judged("{}\n{}\n")).toContain("let batch judge many, one a line");
    const { code, err } = await cli(["batch", "-"], { stdin: '{\n  "work": []\n}\n' });
    expect([code, err.replace(/\s+/g, " ")]).toEqual([1, expect.stringContaining("Here one line is one applicant")]);
    const { err: some } = await cli(["batch", "-"], { stdin: "{}\n{\n" });
    expect(some).not.toContain("Here one line is one applicant");
  });

  test("a table without headings, or JSON for a table, brings nothing in", async () => {
    const into = join(folder, "nothing.json");
    const bring = (stdin: string) => refused(["import", "-", "--as", "training", "--into", into], { stdin });
    expect(await bring("a,b\n1,2\n")).toContain("such as --column Length=hours");
    for (const json of ['{\n  "work": []\n}', "[]", '[{"date": "2025-01-01"}]']) {
      expect(await bring(json)).toBe("standard input is JSON, and no table; name a CSV or .xlsx file.");
    }
    expect(existsSync(into)).toBe(false);
  });

  test("a comparison with nothing else", async () => {
    expect(await refused(["compare", inFolder("one.json", "{}")])).toContain("name a second file, a second day");
  });

  test("the name of a place for its code, and the letters of a state for those of a country", async () => {
    const where = (place: string) => cli(["where", place, "--as-of", "2026-11-23"]);
    expect(await where("Nevada")).toEqual(await where("US-NV"));
    expect((await where("CA")).err).toBe("CA is Canada; the state is US-CA.\n");
    expect((await where("Washington")).err).toBe("");
  });
});

describe("an association that is not known", () => {
  const asked = (id: string) =>
    refused(["evaluate", "-", "--association", id, "--as-of", "2026-11-23"], { stdin: "{}" });

  test("of a place is answered by where to apply there, never by another place with a name like it", async () => {
    const ohio = await asked("us-oh");
    expect(ohio).toContain(
      "--association us-oh: no association of that id is known here. Ohio has credentials of its own",
    );
    expect(ohio).not.toContain("us-ok");
    expect(await asked("US-MT")).toContain("Not known, ask the Alliance: Montana");
  });

  test("of no place is a slip of the pen", async () => {
    expect(await asked("us-waa")).toContain("known are: alliance, au-wa");
  });

  test("is known by its name, the short one too, and by the place that it serves", async () => {
    for (const told of ["US_WA", "Washington", "WA", "Center for Early Relational Health"]) {
      const { out } = await cli(["evaluate", "-", "--association", told, "--format", "json"], { stdin: "{}" });
      expect((JSON.parse(out) as { association: string }).association, told).toBe("us-wa");
    }
  });
});

describe("standard input", () => {
  test("a person who types is told how to end", async () => {
    const { code, err } = await cli(["evaluate", "-"], { stdin: "{}", stdinIsTTY: true });
    expect({ code, err }).toEqual({
      code: 0,
      err: "Reading JSON from standard input; end it with Ctrl+D on a line of its own.\n",
    });
  });

  test("nothing at all", async () => {
    expect(await judged(" \n")).toBe("standard input is empty; write the JSON into it.");
  });

  test("more than any applicant", async () => {
    expect(await judged(new Uint8Array(65 * 1024 * 1024))).toContain("standard input has more than 64 MB");
  });
});

describe("texts", () => {
  test("one that is not UTF-8", async () => {
    expect(await judged(Uint8Array.of(0x7b, 0xff, 0xfe, 0x7d))).toContain("is not written in UTF-8; save it as UTF-8");
  });

  test("a byte order mark is no mistake", async () => {
    const { code } = await cli(["evaluate", "-"], { stdin: Uint8Array.of(0xef, 0xbb, 0xbf, 0x7b, 0x7d) });
    expect(code).toBe(0);
  });

  test.for([
    ['{"work": [\n  {"kind": "employment",}\n]}', 2, 25, "a comma stands before the }; take the comma out"],
    ["[1,]", 1, 4, "a comma stands before the ]; take the comma out"],
    ['{"work": [1, 2', 1, 15, "the text ends before the [ of line 1 is closed; add ]"],
    ['{"work": [\n', 2, 1, "the text ends before the [ of line 1 is closed; add ]"],
    ['{"work" []}', 1, 9, 'a colon is missing before [; write "key": value'],
    ["{work: []}", 1, 2, 'a key needs double quotes; write "work":'],
    ["{'work': []}", 1, 2, "double quotes that are straight"],
    ['{"id": “me”}', 1, 8, "double quotes that are straight"],
    ['{"id": "é", // me\n}', 1, 13, "JSON has no comments; take it out"],
    ["# me\n{}", 1, 1, "JSON has no comments; take it out"],
    ['{"id": "two\nlines"}', 1, 8, "a text does not end on its line"],
    ['{"id": "a\tb"}', 1, 8, "a tab or another control character"],
    ['{"id": "C:\\x"}', 1, 8, "write \\\\ for a backslash"],
    ['{"hours": 01}', 1, 12, "a number begins with 0; write it without"],
    ['{"hours": .5}', 1, 11, "write 0.5"],
    ['{"hours": 1e}', 1, 11, "a number is not written whole"],
    ['{"hours": NaN}', 1, 11, "JSON has no NaN; leave the key out"],
    ['{"paid": True}', 1, 10, "write true"],
    ['{"paid": None}', 1, 10, "write null"],
    ['{"paid": true "id": "a"}', 1, 15, 'a comma is missing before "id"'],
    ["[1 2]", 1, 4, "a comma is missing before 2"],
    ["[1,,2]", 1, 4, "a comma stands here with nothing before it; take it out"],
    ['{"id":}', 1, 7, "a value is missing before }"],
    ["{}\n{}", 2, 1, "a second { begins behind the end; only one is read here"],
    ["{} 3", 1, 4, "more follows behind the end: 3; only one value is read here"],
    ["hello", 1, 1, 'a text needs double quotes; write "hello"'],
    ["[}", 1, 2, "} closes nothing; the [ of line 1 is closed by ]"],
    ["{]", 1, 2, "a key in double quotes is missing before ]"],
  ] as const)("%j: line %i, column %i", async ([text, line, column, problem]) => {
    const err = await judged(text);
    expect(err).toContain(`standard input is no JSON: line ${line}, column ${column}: `);
    expect(err).toContain(problem);
  });

  test("keys that stand twice are refused, each with both lines", async () => {
    const err = await judged('{"training": [],\n"work": [{"paid": true, "paid": false}],\n"training": [{"hours": 3}]}');
    expect(err).toContain("standard input cannot be read: 2 issues.");
    expect(err).toContain('line 2: column 25 "paid" stands on line 2 already; JSON keeps only the last of the two');
    expect(err).toContain('line 3: column 1 "training" stands on line 1 already');
  });

  test("keys of different objects may be the same", async () => {
    const { code } = await cli(["evaluate", "-"], {
      stdin: '{"work": [{"paid": true}, {"paid": true}], "training": []}',
    });
    expect(code).toBe(0);
  });

  test("a place is found exactly where JSON.parse refuses", () => {
    const broken = fc
      .tuple(
        fc.json(),
        fc.nat(),
        fc.constantFrom("", ",", "]", "}", '"', "\\", "0", ".", "e", "-", "x", "\n", "\u0001", "é"),
      )
      .map(([text, at, char]) => {
        const place = at % (text.length + 1);
        return text.slice(0, place) + char + text.slice(place + (at % 2));
      });
    const seen = { valid: 0, invalid: 0 };
    fc.assert(
      fc.property(fc.oneof(fc.json(), broken, fc.string()), (text) => {
        let valid = true;
        try {
          JSON.parse(text);
        } catch {
          valid = false;
        }
        seen[valid ? "valid" : "invalid"]++;
        expect(findJsonError(text) === undefined).toBe(valid);
      }),
      { numRuns: 3000 },
    );
    expect(Math.min(seen.valid, seen.invalid)).toBeGreaterThan(300);
  });
});

describe("applicants", () => {
  test("every issue is printed, with its place", async () => {
    const err = await judged(
      JSON.stringify({
        wrok: [],
        work: [
          { kind: "employed", start: "2025-02-30" },
          { start: "2025-02-01", end: "2025-01-01" },
        ],
        training: [{ hours: -3 }],
      }),
    );
    expect(err).toContain("standard input is no applicant: 5 issues.");
    expect(err).toContain(
      '/work/0/kind expected one of: employment, internship, volunteer, received "employed"; write "employment".',
    );
    expect(err).toContain("/work/0/start expected a day of the calendar, YYYY-MM-DD");
    expect(err).toContain("/work/1/end expected a day on or after start, 2025-02-01");
    expect(err).toContain("/training/0/hours expected a number of at least 0, received -3");
    expect(err).toMatch(/ \/wrok expected one of: .* received "wrok"; did you mean "work"\?/);
  });

  test("each issue is told with its line, in the order of the file", async () => {
    const lines = [
      '{ "training": [',
      '  { "hours": 1 },',
      '  { "hours": "3 hrs",',
      '    "date": "3/14/2024" }',
      "], ",
      '"work": 7 }',
    ];
    const err = await judged(lines.join("\n"));
    expect(err).toContain("line 3: /training/1/hours expected");
    expect(err).toContain("line 4: /training/1/date expected");
    expect(err).toContain("line 6: /work expected");
    expect([...err.matchAll(/line (\d+):/g)].map(([, line]) => line)).toEqual(["3", "4", "6"]);
  });

  test("what is missing is told on the line of what lacks it", async () => {
    expect(await judged('{\n"people": [\n{}]\n}')).toContain("line 3: /people/0/id expected");
  });

  test("of very many issues the first are told", async () => {
    const training = Array.from({ length: 2_000 }, () => ({ hours: -1 }));
    const err = await judged(JSON.stringify({ training }));
    expect(err).toContain("2000 issues, of which these are the first 50.");
    expect(err.match(/received -1/g)).toHaveLength(50);
  });

  test.for([
    ["a list", "[]"],
    ["null", "null"],
    ["a number", "7"],
    ["a prototype", '{"__proto__": {"work": []}}'],
    ["a constructor", '{"constructor": 1}'],
  ])("%s", async ([, text]) => {
    expect(await judged(text as string)).toContain("standard input is no applicant: 1 issue.");
  });

  test("deep nesting", async () => {
    const depth = 100_000;
    const err = await judged(`{"work": ${"[".repeat(depth)}${"]".repeat(depth)}}`);
    expect(err).toContain("more than 64 levels; flatten it");
  });
});

describe("options", () => {
  const stdin = "{}";
  const options = (...args: string[]) => refused(["evaluate", "-", ...args], { stdin });

  test("a day that is none", async () => {
    expect(await options("--as-of", "2025-02-30")).toBe(
      "--as-of 2025-02-30: there is no such day; that month ends on 2025-02-28.",
    );
    expect(await options("--as-of", "3/14/2026")).toContain('there is no such day; write "2026-03-14".');
    expect(await options("--as-of", "someday")).toContain("write a day of the calendar as YYYY-MM-DD.");
  });

  test.for(["IMHM-R/F", "imhm-rf", "IMHM RF", "imhmrf"])("a pathway as it is printed: %s", async (id) => {
    const { code, out } = await cli(["evaluate", "-", "--pathway", id, "--format", "json"], { stdin });
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ pathways: [{ pathway: "IMHM-RF" }] });
  });

  test("an unknown pathway", async () => {
    expect(await options("--pathway", "ifss")).toContain(
      '--pathway ifss: there is no such pathway; did you mean "IFS" or "IFRS"?',
    );
  });

  test("an unknown association", async () => {
    expect(await options("--association", "us-zz")).toContain("there is no such association");
    expect(await options("--association", "__proto__")).toContain("there is no such association");
  });

  test("an association and an overlay", async () => {
    expect(await options("--association", "us-wa", "--overlay", "mine.json")).toContain("cannot be used with option");
  });

  test("an overlay with a defect", async () => {
    const overlay = inFolder("overlay.json", JSON.stringify({ id: "us-wa", rules: [] }));
    const err = await options("--overlay", overlay);
    expect(err).toContain("overlay.json is no overlay:");
    expect(err).toContain('/rules there is no "rules" here');
  });

  test("an overlay that does not exist", async () => {
    expect(await options("--overlay", join(folder, "none.json"))).toContain("there is no file");
  });

  test("an unknown format", async () => {
    expect(await options("--format", "xml")).toContain("Allowed choices are text, json");
  });

  test("an unknown option, with the nearest one", async () => {
    expect(await options("--asof", "2025-01-01")).toContain("(Did you mean --as-of?)");
  });

  test("an unknown command", async () => {
    expect(await refused(["judge"])).toContain("unknown command 'judge'");
    expect(await refused(["check", "mine.json"])).toContain("unknown command 'check' (Did you mean rules check?)");
  });

  test("no command at all shows the help", async () => {
    expect(await refused([])).toContain("Usage: endorsement-pathways");
  });

  test("no file", async () => {
    expect(await refused(["evaluate"])).toContain("missing required argument 'file'");
  });

  test("two files", async () => {
    expect(await refused(["evaluate", "a.json", "b.json"])).toContain("too many arguments");
  });
});
