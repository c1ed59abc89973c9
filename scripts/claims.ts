/**
 * Draws claims of the rules at random, each with a page that is cited for it, to be read again at that page.
 *
 * The same seed draws the same claims from the same rules: `npx tsx scripts/claims.ts 60 20261128`.
 */
import { readdirSync, readFileSync } from "node:fs";
import type { Sources } from "../src/model/language";
import type { WrittenSource } from "../src/model/rulebook";
import { numbers } from "../test/generate/applicants";

/** A claim: something that is cited, and a page that is cited for it. */
interface Claim {
  /** Where it stands: the file and the JSON pointer. */
  readonly at: string;
  /** What it says. */
  readonly says: string;
  /** The id of the source. */
  readonly source: string;
  /** What the citation says about the page. */
  readonly note?: string;
}

const FOLDERS = ["rules", "rules/pathways", "rules/associations"];
const files = FOLDERS.flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith(".json") && name !== "sources.json")
    .map((name) => `${folder}/${name}`),
);

/** Lists every citation in the files of the rules. */
function claimsIn(at: string, node: unknown): Claim[] {
  if (typeof node !== "object" || node === null) return [];
  const inside = Object.entries(node).flatMap(([key, part]) => claimsIn(`${at}/${key}`, part));
  if (Array.isArray(node) || !("sources" in node) || !Array.isArray(node.sources)) return inside;
  const { sources, routes: _, readings: __, register: ___, ...rest } = node as Readonly<Record<string, unknown>>;
  const says = JSON.stringify(rest);
  const own = (sources as Sources).map((one) => ({ at, says, ...(typeof one === "string" ? { source: one } : one) }));
  return [...own, ...inside];
}

const [count = 60, seed = 20_261_128] = process.argv.slice(2).map(Number);
const pages = new Map(
  (JSON.parse(readFileSync("rules/sources.json", "utf8")) as readonly WrittenSource[]).map((one) => [one.id, one]),
);
const claims = files.flatMap((file) => claimsIn(`${file}#`, JSON.parse(readFileSync(file, "utf8"))));
const random = numbers(seed);
const left = [...claims];
const drawn = Array.from({ length: Math.min(count, claims.length) }, () => {
  const [claim] = left.splice(Math.floor(random() * left.length), 1);
  return claim as Claim;
});
process.stdout.write(`${drawn.length} of ${claims.length} claims, seed ${seed}\n`);
drawn.forEach(({ at, says, source, note }, index) => {
  const page = pages.get(source);
  process.stdout.write(
    `\n${index + 1}. ${at}\n   ${says}\n   ${source}${note === undefined ? "" : ` (${note})`}: ${page?.url ?? "own document"} · ${page?.vintage ?? ""}\n`,
  );
});
