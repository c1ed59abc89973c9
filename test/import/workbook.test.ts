/** Spreadsheets: what is written is read back, days are days, and what is none is refused. */
import fc from "fast-check";
import { writeXlsx } from "hucre/xlsx";
import { describe, expect, test } from "vitest";
import { readTable } from "../../src/import";
import { readWorkbook, WorkbookError, writeWorkbook } from "../../src/import-xlsx";
import type { CollectionName, Collections } from "../../src/model/applicant";
import { people, tables } from "./tables";

type Entries = NonNullable<Collections[CollectionName]>;

test("what is written is read back as the same entries", async () => {
  await fc.assert(
    fc.asyncProperty(tables, async ({ name, entries }) => {
      const told = entries.filter((entry) => Object.keys(entry).length > 0);
      if (told.length === 0) return;
      const options = { collection: name, people: name === "people" ? [] : people };
      const [sheet] = await readWorkbook(await writeWorkbook(entries as unknown as Entries, options));
      const { entries: back, issues } = readTable(sheet?.rows ?? [], options);
      expect(issues).toEqual([]);
      expect(back).toEqual(told);
    }),
    { numRuns: 60 },
  );
});

test("days, times, numbers and yes of a spreadsheet", async () => {
  const bytes = await writeXlsx({
    sheets: [
      {
        name: "Log",
        rows: [
          ["Sunrise Family Center", null, null, null],
          ["Date", "Training", "Hours", "DEI"],
          [new Date(Date.UTC(2024, 2, 14)), "Attachment", 1.5, true],
          [45_366, "Sleep", 2, false],
          ["3/16/2024", "=1+1", "90 min", null],
        ],
      },
    ],
  });
  const [sheet] = await readWorkbook(bytes);
  expect(readTable(sheet?.rows ?? [], { collection: "training" }).entries).toEqual([
    { date: "2024-03-14", title: "Attachment", hours: 1.5, topics: ["diversity-equity-inclusion"] },
    { date: "2024-03-15", title: "Sleep", hours: 2 },
    { date: "2024-03-16", title: "=1+1", hours: 1.5 },
  ]);
});

test("the words to choose from stand on a sheet of their own", async () => {
  const sheets = await readWorkbook(await writeWorkbook([{ kind: "webinar" }], { collection: "training" }));
  expect(sheets.map(({ name }) => name)).toEqual(["Trainings", "Words"]);
  const [headings = [], ...rows] = sheets[1]?.rows ?? [];
  expect(rows.map((row) => row[headings.indexOf("Kind")])).toContain("Webinar");
});

describe("what is no spreadsheet is refused", () => {
  test.for([
    ["nothing", new Uint8Array(0)],
    ["a text", new TextEncoder().encode("Date,Hours\n2024-03-14,1")],
    ["a torn file", new Uint8Array([0x50, 0x4b, 3, 4, 0, 0])],
  ] as const)("%s", async ([, bytes]) => {
    await expect(readWorkbook(bytes)).rejects.toThrow(WorkbookError);
  });

  test("a file damaged at random, or it is read", async () => {
    const whole = await writeWorkbook([{ hours: 1, kind: "webinar" }], { collection: "training" });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 }),
        async (changes) => {
          const bytes = whole.slice();
          for (const [at, byte] of changes) bytes[at] = byte;
          try {
            for (const { rows } of await readWorkbook(bytes)) readTable(rows, { collection: "training" });
          } catch (error) {
            expect(error).toBeInstanceOf(WorkbookError);
          }
        },
      ),
      { numRuns: 150 },
    );
  });
});
