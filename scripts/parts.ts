/** Writes the parts of the rulebook into the built package, as modules of both kinds: the base, and each association. */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { digestOf } from "../src/rules/digest";
import { embeddedRulebook } from "../src/rules/embedded";
import { associationPart, basePart } from "../src/rules/parts";

const FREEZE =
  'const freeze = (part) => { if (typeof part === "object" && part !== null) for (const key in Object.freeze(part)) freeze(part[key]); return part; };';
/** What is not used is left out by who bundles it. */
const frozen = (part: object) => `/* @__PURE__ */ freeze(JSON.parse(${JSON.stringify(JSON.stringify(part))}))`;

function write(file: string, text: string): void {
  const path = join("dist", file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `${text}\n`);
}

function writePart(file: string, name: string, type: string, about: string, part: object): void {
  const core = `${file.includes("/") ? ".." : "."}/core`;
  const types = (extension: string) =>
    `import type { ${type} } from "${core}.${extension}";\n/** ${about} */\nexport declare const ${name}: ${type};`;
  write(`${file}.js`, `${FREEZE}\nexport const ${name} = ${frozen(part)};`);
  write(`${file}.cjs`, `"use strict";\n${FREEZE}\nexports.${name} = ${frozen(part)};`);
  write(`${file}.d.ts`, types("js"));
  write(`${file}.d.cts`, types("cjs"));
}

const book = embeddedRulebook();
const digest = digestOf(book, undefined);
writePart("base", "base", "Rulebook", "The rules of all pathways, without words and sources.", basePart(book, digest));
for (const [id, overlay] of Object.entries(book.associations)) {
  const about = `What ${overlay.name} does differently, without words and sources.`;
  writePart(`associations/${id}`, "overlay", "Overlay", about, associationPart(overlay, digest));
}
