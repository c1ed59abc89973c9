/** Tables as people keep them: each file in `examples/files` gives the entries and issues that stand beside it. */
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { FOLDER, files, readFile, shown } from "./files";

const names = Object.keys(files);

test("there are at least fifteen, each with what is expected of it", () => {
  const found = readdirSync(FOLDER, { withFileTypes: true }).filter((one) => one.isFile() && one.name !== "README.md");
  expect(found.map(({ name }) => name).sort()).toEqual([...names].sort());
  expect(names.length).toBeGreaterThanOrEqual(15);
});

describe.for(names)("%s", (name) => {
  test("gives the entries, people, issues and guesses that are expected", () => {
    const expected: unknown = JSON.parse(readFileSync(`${FOLDER}/expected/${name}.json`, "utf8"));
    expect(shown(readFile(name))).toEqual(expected);
  });
});
