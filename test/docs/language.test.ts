/** Each sentence of the specified rule language names golden cases that prove it. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";

const text = readFileSync("docs/site/developers/language.md", "utf8");
const sentences = text.split("\n").filter((line) => line.startsWith("- "));
const files = readdirSync("cases", { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".json"));
const ids = new Set(
  files.flatMap((path) => {
    const { cases } = JSON.parse(readFileSync(join("cases", path), "utf8")) as { readonly cases: { id: string }[] };
    return cases.map(({ id }) => id);
  }),
);

describe("the rule language", () => {
  test("is told in sentences", () => {
    expect(sentences.length).toBeGreaterThan(30);
  });

  test.for(sentences)("%s", (sentence) => {
    // the cases stand at the end
    const [, end = ""] = /\. ((?:`[^`]+`(?:, )?)+)$/.exec(sentence) ?? [];
    const named = [...end.matchAll(/`([^`]+)`/g)].map(([, id = ""]) => id);
    expect(named).not.toEqual([]);
    expect(named.filter((id) => !ids.has(id))).toEqual([]);
  });
});
