/** Whatever is written is read back, and whatever a table holds, no row of it is lost and nothing is thrown. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { intoApplicant, readTable, tableCsv, tableRows } from "../../src/import";
import type { CollectionName, Collections } from "../../src/model/applicant";
import { fuzz } from "./fuzz";
import { people, tables } from "./tables";

type Entries = NonNullable<Collections[CollectionName]>;

describe("what is written is read back as the same entries", () => {
  test("of every collection, as rows and as CSV", () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(tables, ({ name, entries }) => {
        const told = entries.filter((entry) => Object.keys(entry).length > 0);
        if (told.length === 0) return;
        seen.add(name);
        const known = name === "people" ? [] : people;
        const options = { collection: name, people: known };
        const rows = tableRows(entries as unknown as Entries, options);
        for (const source of [rows, tableCsv(entries as unknown as Entries, options)]) {
          const { entries: back, issues } = readTable(source, { ...options });
          expect(issues).toEqual([]);
          expect(back).toEqual(told);
        }
      }),
      { numRuns: 600 },
    );
    expect(seen.size).toBe(14);
  });
});

describe("what is read a second time", () => {
  test("adds nothing", () => {
    fc.assert(
      fc.property(tables, ({ name, entries }) => {
        const read = () =>
          readTable(tableRows(entries as unknown as Entries, { collection: name }), { collection: name });
        const once = intoApplicant({}, read());
        const twice = intoApplicant(once.applicant, read());
        expect(twice.added).toBe(0);
        expect(twice.applicant).toEqual(once.applicant);
      }),
      { numRuns: 200 },
    );
  });
});

describe("mutated tables", () => {
  test("give entries or issues for every row, and never throw", () => {
    // FUZZ_TABLES=100000 tries as many
    const count = Number(process.env["FUZZ_TABLES"] ?? 4_000);
    const found = fuzz(count, 7);
    expect(found).toMatchObject({ tables: count, lost: 0, thrown: 0 });
    expect(found.rows).toBeGreaterThan(count);
  }, 3_600_000);
});
