/**
 * Prepares a release, for `npm version`; or checks one, for the workflow: `release.ts v1.2.0` prints its notes.
 */
import { readFileSync, writeFileSync } from "node:fs";
import process from "node:process";
import { fileURLToPath } from "node:url";

const UNRELEASED = "## Unreleased\n";

/**
 * Gives the unreleased part of a changelog its version.
 *
 * @throws Error where there is none, or nothing stands in it.
 */
export function versioned(changelog: string, version: string, day: string): string {
  if (notesOf(changelog, "Unreleased") === "") throw new Error("CHANGELOG.md tells nothing under Unreleased");
  return changelog.replace(UNRELEASED, `${UNRELEASED}\n## ${version} - ${day}\n`);
}

/** Finds what a changelog says of a version; nothing where it does not name it. */
export function notesOf(changelog: string, version: string): string {
  const parts = changelog.split(/^## /m);
  const part = parts.find((one) => one.split(/\s/, 1)[0] === version) ?? "";
  return part.replace(/^.*\n/, "").trim();
}

/** Lists why a version cannot be published. */
export function obstaclesTo(tag: string, packageJson: string, changelog: string): readonly string[] {
  const { version } = JSON.parse(packageJson) as { readonly version: string };
  return [
    ...(tag === `v${version}` ? [] : [`the tag is ${tag} and package.json says ${version}: use npm version`]),
    ...(packageJson.includes("OWNER") ? ["package.json does not know its owner: see RELEASING.md"] : []),
    ...(notesOf(changelog, version) === "" ? [`CHANGELOG.md tells nothing of ${version}`] : []),
  ];
}

function prepare(): void {
  const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { readonly version: string };
  const day = new Date().toISOString().slice(0, 10);
  writeFileSync("CHANGELOG.md", versioned(readFileSync("CHANGELOG.md", "utf8"), version, day));
  const readme = readFileSync("README.md", "utf8");
  writeFileSync("README.md", readme.replaceAll(/(endorsement-pathways-)\d+\.\d+\.\d+(?=\.tgz)/g, `$1${version}`));
}

function check(tag: string): void {
  const changelog = readFileSync("CHANGELOG.md", "utf8");
  const obstacles = obstaclesTo(tag, readFileSync("package.json", "utf8"), changelog);
  for (const obstacle of obstacles) console.error(obstacle);
  if (obstacles.length > 0) process.exit(1);
  console.log(notesOf(changelog, tag.slice(1)));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [tag] = process.argv.slice(2);
  if (tag === undefined) prepare();
  else check(tag);
}
