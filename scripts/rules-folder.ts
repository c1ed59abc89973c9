/** The folder `rules/`, read from disk as one rulebook, with the file that each part is from. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { GoldenCase, GoldenFile } from "../src/cases/golden";
import type { Rulebook } from "../src/model/rulebook";

const read = (path: string): unknown => JSON.parse(readFileSync(path, "utf8"));

const jsonIn = (folder: string) =>
  readdirSync(folder)
    .filter((name) => name.endsWith(".json"))
    .sort();

const byName = (folder: string) =>
  Object.fromEntries(jsonIn(folder).map((name) => [name.replace(/\.json$/, ""), read(join(folder, name))]));

/** Reads the rulebook; nothing is checked. */
export function readRules(folder = "rules"): Rulebook {
  const part = (name: string) => read(join(folder, `${name}.json`));
  return {
    ...(part("rulebook") as object),
    pathways: byName(join(folder, "pathways")),
    requirements: part("requirements"),
    routes: part("routes"),
    questions: part("questions"),
    conditions: part("conditions"),
    equivalences: part("equivalences"),
    credentials: part("credentials"),
    sources: part("sources"),
    renamed: part("renamed"),
    places: part("places"),
    associations: byName(join(folder, "associations")),
  } as Rulebook;
}

/** Reads the golden cases. */
export function readCases(folder = "cases"): readonly GoldenCase[] {
  const files = [...jsonIn(folder), ...jsonIn(join(folder, "associations")).map((name) => join("associations", name))];
  return files.flatMap((name) => (read(join(folder, name)) as GoldenFile).cases);
}

/** Splits a pointer into the rulebook into the file it lies in and the pointer within that file. */
export function fileOf(pointer: string): { readonly file: string; readonly pointer: string } {
  const [, part = "", name = "", ...rest] = pointer.split("/");
  if (part === "pathways" || part === "associations") {
    return { file: `rules/${part}/${name}.json`, pointer: `/${rest.join("/")}` };
  }
  const inside = name === "" ? "" : `/${[name, ...rest].join("/")}`;
  return {
    file: `rules/${["id", "version", "title", "order"].includes(part) ? "rulebook" : part}.json`,
    pointer: inside,
  };
}
