/**
 * Leaves out of the code that judges what only accounts for it: a function that gives states needs none of that.
 *
 * What is compiled of rules bears functions that judge, and functions that tell why. The latter are called by nothing that
 * comes to a state; the tests of the functions for warehouses show it, of every case.
 */
import { readFileSync } from "node:fs";
import type { Plugin } from "esbuild";
import ts from "typescript";

/** The functions of compiled rules and of what was read that tell why. */
const TELLING: ReadonlySet<string> = new Set([
  "amounts",
  "blame",
  "counted",
  "distance",
  "evidence",
  "missing",
  "obstacles",
  "questions",
  "shown",
  "trace",
  "uncounted",
  "unused",
]);

/** Leaves them out while a core is built. */
export const statesAlone: Plugin = {
  name: "states-alone",
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]src[\\/](?:evidence|judge)[\\/].*\.ts$/ }, ({ path }) => ({
      contents: withoutTelling(readFileSync(path, "utf8")),
      loader: "ts",
    }));
  },
};

/**
 * Cuts functions out of the objects in which they stand.
 *
 * @param code - A module in TypeScript.
 */
export function withoutTelling(code: string): string {
  const file = ts.createSourceFile("module.ts", code, ts.ScriptTarget.ES2022, true);
  const cuts: { readonly from: number; readonly to: number }[] = [];
  const visit = (node: ts.Node): void => {
    if (isTelling(node)) cuts.push({ from: node.getStart(), to: code[node.end] === "," ? node.end + 1 : node.end });
    else ts.forEachChild(node, visit);
  };
  visit(file);
  return cuts.reduceRight((text, { from, to }) => text.slice(0, from) + text.slice(to), code);
}

function isTelling(node: ts.Node): boolean {
  if (!ts.isObjectLiteralElementLike(node) || node.name === undefined || !ts.isIdentifier(node.name)) return false;
  const isFunction =
    ts.isMethodDeclaration(node) || (ts.isPropertyAssignment(node) && ts.isArrowFunction(node.initializer));
  return isFunction && TELLING.has(node.name.text);
}
