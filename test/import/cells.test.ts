/** Single cells: each type of field, what is guessed, and what is refused; whatever is read is valid. */
import { describe, expect, test } from "vitest";
import { readTable, type TableRead } from "../../src/import";
import type { CollectionName } from "../../src/model/applicant";
import { parseApplicant } from "../../src/schema";
import { files, readFile } from "./files";

/** Reads one row with one column more. */
function row(collection: CollectionName, heading: string, text: string): TableRead {
  return readTable(
    [
      ["Short name", heading],
      ["x", text],
    ],
    { collection },
  );
}
const first = (read: TableRead) => read.entries[0] as unknown as Readonly<Record<string, unknown>>;

test("what is no table, and a collection that is none, are refused", () => {
  const read = (source: unknown, collection: unknown) => () => readTable(source as string, { collection } as never);
  expect(read(new Uint8Array([68]), "training")).toThrow("read bytes by decodeTable first");
  expect(read("Date\n2025", "trainings")).toThrow(/^\/options\/collection: expected one of: people, .*"trainings"/);
  expect(read("Date\n2025", undefined)).toThrow("received nothing");
});

describe("associations and places", () => {
  test.for([
    ["memberships", "Association", "WA-AIMH", "association", "us-wa"],
    ["memberships", "Association", "us-va", "association", "us-va"],
    ["memberships", "Association", "ie", "association", "ie"],
    ["memberships", "Association", "Michigan Association for Infant Mental Health", "association", "us-mi"],
    ["education", "Country", "USA", "country", "US"],
    ["education", "Country", "CA", "country", "CA"],
    ["education", "Country", "Ireland", "country", "IE"],
  ] as const)("%s %s: %s", ([collection, heading, text, field, value]) => {
    const read = row(collection, heading, text);
    expect(read.issues).toEqual([]);
    expect(first(read)[field]).toBe(value);
  });

  test("of which there are several, or none, are told and not taken", () => {
    for (const text of ["Nowhere at all", "WA, or so"]) {
      const read = row("memberships", "Association", text);
      expect(
        read.issues.map(({ code, column }) => [code, column]),
        text,
      ).toEqual([["unreadable", "B"]]);
      expect(first(read), text).toEqual({ id: "x" });
    }
  });
});

describe("a long list in one cell", () => {
  test("is not taken for the headings of a table that is cut at semicolons", () => {
    const roles = "Instructor; Current supervisor; Consultant; Teacher; Trainer; Colleague";
    const { entries, issues } = readTable(`Short name,Role,Note\r\nx,${roles},\r\n`, { collection: "references" });
    expect(issues).toEqual([]);
    expect(entries).toMatchObject([
      { id: "x", roles: ["instructor", "current-supervisor", "consultant", "teacher", "trainer", "colleague"] },
    ]);
  });
});

describe("a row that would say something else without what could not be read", () => {
  test("is no entry: the last day, a status, peers", () => {
    for (const [collection, heading, text] of [
      ["work", "To", "when I moved"],
      ["credentials", "Status", "it depends"],
      ["supervisionReceived", "Peer", "perhaps"],
    ] as const) {
      const { entries, issues } = row(collection, heading, text);
      expect(entries, heading).toEqual([]);
      expect(
        issues.map(({ loses }) => loses),
        heading,
      ).toEqual(["row", "row"]);
    }
  });

  test("stays one where only the value is unknown then", () => {
    const { entries, issues } = row("training", "Hours", "see attached");
    expect(entries).toEqual([{ id: "x" }]);
    expect(issues.map(({ code, loses }) => [code, loses])).toEqual([["unreadable", "cell"]]);
  });
});

test("every value that is read from the files is of the right type", () => {
  for (const name of Object.keys(files)) {
    const { collection, entries, people } = readFile(name);
    const days = /"(\d{4})(?:-(\d{2}))?"/g;
    // months and years are told as days: here only the types matter
    const whole = JSON.stringify({ people, [collection]: entries }).replace(
      days,
      (_, year, month = "01") => `"${year}-${month}-01"`,
    );
    expect(() => parseApplicant(JSON.parse(whole)), name).not.toThrow();
  }
});
