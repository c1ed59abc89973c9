/** What ARCHITECTURE.md says of the source is so; and a name is one thing. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const text = readFileSync("ARCHITECTURE.md", "utf8");
const sources = readdirSync("src", { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".ts"))
  .map((name) => `src/${name}`);

test("it has a line for each folder of the source, and names files that are there", () => {
  const rooms = readdirSync("src", { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const lines = [...text.matchAll(/^\| `src\/(\w+)` \|/gm)].map(([, room]) => room);
  expect(lines.sort()).toEqual(rooms.map(({ name }) => name).sort());
  const named = [...text.matchAll(/`((?:src|rules)\/[\w/.-]+)`/g)].map(([, path = ""]) => path);
  expect(named.length).toBeGreaterThan(20);
  expect(named.filter((path) => !existsSync(path))).toEqual([]);
});

test("no name is exported by two files that define it", () => {
  const homes = new Map<string, string[]>();
  for (const file of sources) {
    const code = readFileSync(file, "utf8");
    for (const [, name = ""] of code.matchAll(
      /^export (?:async )?(?:const|function\*?|class|interface|type) (\w+)/gm,
    )) {
      homes.set(name, [...new Set([...(homes.get(name) ?? []), file])]);
    }
  }
  expect(homes.size).toBeGreaterThan(200);
  // each is built into a core of its own
  const twins = new Set(["makeFunction"]);
  expect([...homes].filter(([name, files]) => files.length > 1 && !twins.has(name))).toEqual([]);
});
