/** `init`, `templates` and `import`: a file is begun, tables are brought in, and nothing that is not valid is written. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Ask } from "../../src/cli/io";
import { Canceled } from "../../src/cli/io";
import { collectionNames } from "../../src/evidence/fields";
import type { Applicant } from "../../src/model/applicant";
import { parseApplicant } from "../../src/schema";
import { cli } from "./terminal";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "import-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const path = (name: string) => join(folder, name);
const json = (name: string) => JSON.parse(readFileSync(path(name), "utf8")) as Applicant;
const plain = (text: string) => text.replace(/\s+/g, " ");
const file = (name: string, text: string | Uint8Array) => {
  writeFileSync(path(name), text);
  return path(name);
};
const bring = (table: string, list: string, ...more: string[]) =>
  cli(["import", table, "--as", list, "--into", path("me.json"), ...more]);
const LOG = "Date,Training,Hours\n3/14/2024,Attachment,2\n4/22/2024,Sleep,90 min\n";

/** Answers questions in their order; one that is not expected fails. */
function answers(...given: readonly unknown[]): Ask & { readonly asked: string[] } {
  const asked: string[] = [];
  const next = (question: string) => {
    asked.push(question);
    if (asked.length > given.length) throw new Error(`not expected: ${question}`);
    const answer = given[asked.length - 1];
    if (answer === "stop") throw new Canceled();
    return answer as never;
  };
  return {
    asked,
    screen: () => undefined,
    choose: async (question) => next(question),
    chooseSome: async (question) => next(question),
    confirm: async (question) => next(question),
    text: async (question) => next(question),
  };
}

describe("init", () => {
  test("begins a file that is valid, with its schema beside it and every list unfinished", async () => {
    const { code, out } = await cli(["init", path("me.json")]);
    expect(code).toBe(0);
    const begun = json("me.json");
    expect(() => parseApplicant(begun)).not.toThrow();
    expect(begun.$schema).toBe("./applicant.schema.json");
    expect(readFileSync(path("applicant.schema.json"), "utf8")).toBe(
      readFileSync("rules/schema/applicant.schema.json", "utf8"),
    );
    expect(begun.unfinished).toEqual(collectionNames.filter((name) => name !== "decisions"));
    expect(out).toContain("endorsement-pathways import training.csv --as training");
  });

  test("does not replace a file, unless it is told to", async () => {
    const mine = file("me.json", "{}");
    const { code, err } = await cli(["init", mine]);
    expect(code).toBe(2);
    expect(plain(err)).toContain("is there already; name another file, or add --force to replace it");
    expect(readFileSync(mine, "utf8")).toBe("{}");
    expect((await cli(["init", mine, "--force"])).code).toBe(0);
    expect(json("me.json")).not.toEqual({});
  });

  test("asks who sits at a terminal", async () => {
    const ask = answers("Washington", ["training", "work"]);
    await cli(["init", path("me.json")], { ask });
    expect(json("me.json")).toEqual({
      $schema: "./applicant.schema.json",
      residence: "US-WA",
      unfinished: ["work", "training"],
      work: [],
      training: [],
    });
  });

  test("writes nothing where the person stops", async () => {
    const { code, err } = await cli(["init", path("me.json")], { ask: answers("", "stop") });
    expect([code, err]).toEqual([130, "Stopped; nothing was written.\n"]);
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe("import", () => {
  test("shows what it read, and adds it", async () => {
    const { code, out } = await bring(file("log.csv", LOG), "training");
    expect(code).toBe(0);
    expect(out).toMatch(/│ 2 +│ Attachment +│ 2024-03-14 +│ 2 +│/);
    expect(plain(out)).toContain("the month stands first in days, as in 3/14/2024");
    expect(plain(out)).toContain("Trainings: added 2 to");
    expect(json("me.json")).toEqual({
      training: [
        { date: "2024-03-14", title: "Attachment", hours: 2 },
        { date: "2024-04-22", title: "Sleep", hours: 1.5 },
      ],
    });
  });

  test("is safe to do twice: nothing is doubled, and the file stays as it is", async () => {
    const log = file("log.csv", `${LOG}3/14/2024,Attachment,2\n`);
    await bring(log, "training");
    const once = readFileSync(path("me.json"), "utf8");
    const { mtimeMs } = statSync(path("me.json"));
    const { out } = await bring(log, "training");
    expect(plain(out)).toContain("added 0 to");
    expect(plain(out)).toContain("3 of the table were there already");
    expect(readFileSync(path("me.json"), "utf8")).toBe(once);
    expect(statSync(path("me.json")).mtimeMs).toBe(mtimeMs);
    writeFileSync(log, `${LOG}5/30/2024,Play,1\n`);
    await bring(log, "training");
    expect(json("me.json").training).toHaveLength(4);
  });

  test("keeps what is in the file, and knows its people", async () => {
    file("me.json", JSON.stringify({ residence: "US-WA", people: [{ id: "ml", name: "Maria Lopez" }], work: [] }));
    await bring(file("rsc.csv", "Date,Supervisor,Hours\n1/15/2025,M. Lopez,1\n"), "supervisionReceived");
    expect(json("me.json")).toEqual({
      residence: "US-WA",
      people: [{ id: "ml", name: "Maria Lopez" }],
      work: [],
      supervisionReceived: [{ date: "2025-01-15", provider: "ml", hours: 1 }],
    });
  });

  test("writes nothing that is not valid: it is left out, told, and the list is unfinished", async () => {
    const { code, out } = await bring(
      file("log.csv", "ID,Date,Training,Hours\na,3/14/2024,Attachment,2\na,3/15/2024,Sleep,1\n"),
      "training",
    );
    expect(code).toBe(0);
    expect(plain(out)).toMatch(/row 3.*id/i);
    expect(json("me.json").training).toHaveLength(1);
    expect(json("me.json").unfinished).toEqual(["training"]);
  });

  test("says that a list is unfinished where a row was lost, and not where titles and totals were left out", async () => {
    await bring(file("a.csv", "My log 2024,,\nDate,Training,Hours\n3/14/2024,Attachment,2\nTotal,,2\n"), "training");
    expect(json("me.json")).not.toHaveProperty("unfinished");
    await bring(
      file("b.csv", "From,To,Job title\n1/15/2020,when I moved,Teacher\n1/20/2021,2/20/2022,Nurse\n"),
      "work",
    );
    expect(json("me.json").unfinished).toEqual(["work"]);
  });

  test("writes nothing with --dry-run", async () => {
    const { out } = await bring(file("log.csv", LOG), "training", "--dry-run");
    expect(out).toContain("Nothing was written: --dry-run.");
    expect(existsSync(path("me.json"))).toBe(false);
  });

  test("takes the order of days, the year and columns from the caller", async () => {
    const log = file("log.csv", "When,What,Long\n3/4,Attachment,2\n");
    await bring(
      log,
      "training",
      "--dates",
      "dmy",
      "--year",
      "2024",
      "--column",
      "What=title",
      "--column",
      "Long=hours",
    );
    expect(json("me.json").training).toEqual([{ date: "2024-04-03", title: "Attachment", hours: 2 }]);
  });

  test("reads what older spreadsheets save, and standard input", async () => {
    const stdin = Buffer.from("Date;Training;Hours\n14.03.2024;Caf\u00e9 \u2013 parents;1,5\n", "latin1");
    stdin[stdin.indexOf(0x13)] = 0x96;
    const { code } = await cli(["import", "-", "--as", "training", "--into", path("me.json")], { stdin });
    expect(code).toBe(0);
    expect(json("me.json").training).toEqual([{ date: "2024-03-14", title: "Café – parents", hours: 1.5 }]);
  });

  test.for([
    ["a list that is none", ["--as", "trainings"], "there is no such list"],
    ["a year that is none", ["--as", "training", "--year", "24"], "write a year of four digits"],
    ["a column without a field", ["--as", "training", "--column", "Hours"], "write the heading, an equals sign"],
    ["a field that is none", ["--as", "training", "--column", "Length=hrs"], "no such field of training"],
    ["a sheet of a text", ["--as", "training", "--sheet", "Log"], "is no spreadsheet"],
  ] as const)("refuses %s", async ([, more, problem]) => {
    const { code, err } = await cli(["import", file("log.csv", LOG), "--into", path("me.json"), ...more]);
    expect(code).toBe(2);
    expect(plain(err)).toContain(problem);
    expect(existsSync(path("me.json"))).toBe(false);
  });

  test("does not touch a file that is no applicant", async () => {
    file("me.json", '{ "training": 3 }');
    const { code, err } = await bring(file("log.csv", LOG), "training");
    expect(code).toBe(2);
    expect(plain(err)).toContain("is no applicant");
    expect(readFileSync(path("me.json"), "utf8")).toBe('{ "training": 3 }');
  });

  describe("at a terminal", () => {
    test("asks for the order of days, for columns, whether it is all, and before it writes", async () => {
      const ask = answers("dmy", "title", true, true);
      const log = file("log.csv", "Date,Gibberish,Hours\n3/4/2024,Attachment,2\n");
      await cli(["import", log, "--as", "training", "--into", path("me.json")], { ask });
      expect(ask.asked).toHaveLength(4);
      expect(json("me.json")).toEqual({ training: [{ date: "2024-04-03", title: "Attachment", hours: 2 }] });
    });

    test("writes nothing without a yes, and nothing where the person stops", async () => {
      for (const ask of [answers(true, false), answers("stop")]) {
        await cli(["import", file("log.csv", LOG), "--as", "training", "--into", path("me.json")], { ask });
        expect(existsSync(path("me.json"))).toBe(false);
      }
    });

    test("a list that was unfinished is finished where this is all", async () => {
      file("me.json", JSON.stringify({ unfinished: ["training", "work"], training: [], work: [] }));
      const ask = answers(true, true);
      await cli(["import", file("log.csv", LOG), "--as", "training", "--into", path("me.json")], { ask });
      expect(json("me.json").unfinished).toEqual(["work"]);
    });
  });
});

describe("templates", () => {
  test.for(["csv", "xlsx"])(
    "of every list in %s; their examples are left out, and what is added is read",
    async (format) => {
      const { code, out } = await cli(["templates", path("t"), "--format", format]);
      expect(code).toBe(0);
      const lists = collectionNames.filter((name) => name !== "decisions");
      expect(readdirSync(path("t")).sort()).toEqual(
        [...lists.map((name) => `${name}.${format}`), ...(format === "csv" ? ["words.csv"] : [])].sort(),
      );
      expect(out.trim().split("\n")).toHaveLength(lists.length + (format === "csv" ? 1 : 0));
      for (const name of lists) {
        const read = await bring(path(`t/${name}.${format}`), name, "--dry-run");
        expect(plain(read.out), name).toContain("Left out: 2 example rows of the template.");
      }
    },
  );

  test("that is filled in is brought in", async () => {
    await cli(["templates", path("t"), "--as", "training"]);
    const template = readFileSync(path("t/training.csv"), "utf8");
    const heading = template.replace("\ufeff", "").split("\r\n")[0]?.split(",") ?? [];
    const line = heading
      .map((one) => ({ Title: "Play", Date: "2025-02-03", "Clock hours": "2", Kind: "Webinar" })[one] ?? "")
      .join(",");
    await bring(file("filled.csv", `${template}${line}\r\n`), "training");
    expect(json("me.json").training).toEqual([{ title: "Play", date: "2025-02-03", hours: 2, kind: "webinar" }]);
  });

  test("words are told with what they mean", async () => {
    await cli(["templates", path("t"), "--as", "training"]);
    expect(readFileSync(path("t/words.csv"), "utf8")).toContain("Trainings,Kind,In-service,A training at work.");
  });

  test("refuses a list that is none", async () => {
    const { code, err } = await cli(["templates", path("t"), "--as", "trainings"]);
    expect(code).toBe(2);
    expect(plain(err)).toContain("there is no such list");
  });
});

describe("import --by", () => {
  const many = (table: string, list: string, ...more: string[]) =>
    cli(["import", table, "--as", list, "--into", path("all.jsonl"), "--by", "Participant", ...more]);
  const everyone = () =>
    readFileSync(path("all.jsonl"), "utf8")
      .trimEnd()
      .split("\n")
      .map((line) => parseApplicant(JSON.parse(line)));
  const registry = "Participant,Date,Training,Hours\n7,3/14/2024,Sleep,2\n9,3/15/2024,Sleep,1\n7,5/2/2024,Trauma,3\n";

  test("brings a table of many into a file that batch judges, list after list, and adds nothing twice", async () => {
    expect((await many(file("log.csv", registry), "training")).code).toBe(0);
    const jobs = "Participant;From;Role;Supervisor\n7;9/1/2022;teacher;Ann Lee\n11;1/1/2020;visitor;Bo Day\n";
    await many(file("jobs.csv", jobs), "work", "--dates", "mdy");
    const { out } = await many(path("log.csv"), "training");
    expect(plain(out)).toContain("Added 0 to 2 applicants");
    expect(everyone()).toEqual([
      {
        id: "7",
        training: [
          { date: "2024-03-14", title: "Sleep", hours: 2 },
          { date: "2024-05-02", title: "Trauma", hours: 3 },
        ],
        people: [{ id: "ann-lee", name: "Ann Lee" }],
        work: [{ start: "2022-09-01", title: "teacher", supervisor: "ann-lee" }],
      },
      { id: "9", training: [{ date: "2024-03-15", title: "Sleep", hours: 1 }] },
      {
        id: "11",
        people: [{ id: "bo-day", name: "Bo Day" }],
        work: [{ start: "2020-01-01", title: "visitor", supervisor: "bo-day" }],
      },
    ]);
    const judged = await cli(["batch", path("all.jsonl"), "--as-of", "2026-01-01", "--pathway", "IFA"]);
    expect(
      judged.out
        .trimEnd()
        .split("\n")
        .map((line) => JSON.parse(line).id),
    ).toEqual(["7", "9", "11"]);
  });

  test("tells of rows that are lost or nobody's: what is missing in a list is unknown then", async () => {
    const jobs =
      "Participant,From,To,Role\n7,9/1/2022,8/31/2024,teacher\n9,1/1/2020,when I moved,visitor\n9,1/1/2010,,aide\n";
    await many(file("jobs.csv", jobs), "work", "--dates", "mdy");
    expect(everyone().map(({ unfinished }) => unfinished)).toEqual([undefined, ["work"]]);
    const { code, out } = await many(file("log.csv", `${registry},6/1/2024,Whose,3\n`), "training");
    expect(code).toBe(0);
    expect(plain(out)).toContain("row 5, Participant: it is not told whose row it is.");
    expect(everyone().map(({ unfinished }) => unfinished)).toEqual([["training"], ["work", "training"]]);
  });

  test("asks for a column that is there, and for a file of applicants with ids", async () => {
    const table = file("log.csv", registry.replace("Participant", "Who"));
    const { code, err } = await many(table, "training");
    expect(code).toBe(2);
    expect(plain(err)).toContain("no column is called so, so that it is not told whose each row is. Name one of these");
    file("all.jsonl", '{"training":[]}\n');
    expect(plain((await many(file("log.csv", registry), "training")).err)).toContain("line 1 has no id");
    file("all.jsonl", '{"id":"7"}\n{"id":"9","training":3}\n');
    const refused = plain((await many(path("log.csv"), "training")).err);
    expect(refused).toContain("line 2 is no applicant; mend it first");
    expect(refused).toContain("/training");
    expect(readFileSync(path("all.jsonl"), "utf8")).toContain('"training":3');
  });

  test("loses nobody of a file in which an id stands twice, or a line is no JSON", async () => {
    const before = '{"id":"7","residence":"US-WA"}\n{"id":"7"}\n';
    file("all.jsonl", before);
    const { code, err } = await many(file("log.csv", registry), "training");
    expect(code).toBe(2);
    expect(plain(err)).toContain("line 2 bears the id 7 of another line");
    expect(readFileSync(path("all.jsonl"), "utf8")).toBe(before);
    file("all.jsonl", '{"id":"7"}\n{"id":"9",}\n');
    expect(plain((await many(path("log.csv"), "training")).err)).toContain("line 2 is no JSON: line 1, column 11");
    file("all.jsonl", '{"id":"7","training":[],"training":[{"hours":3}]}\n');
    expect(plain((await many(path("log.csv"), "training")).err)).toContain("line 1 cannot be read");
  });

  test("writes nothing on a dry run", async () => {
    const { out } = await many(file("log.csv", registry), "training", "--dry-run");
    expect(out).toContain("Nothing was written");
    expect(existsSync(path("all.jsonl"))).toBe(false);
  });
});
