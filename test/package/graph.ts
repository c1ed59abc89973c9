/** The modules that a built file reaches, and what of its surroundings their code touches. */
import { readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import ts from "typescript";

/** One module of the graph. */
export interface Module {
  readonly file: string;
  /** What it imports, as written. */
  readonly imports: readonly string[];
  /** What of its surroundings it touches: clocks, chance, locales, the process. */
  readonly touches: readonly string[];
}

/** Reads every module of the package that a file reaches. */
export function graphOf(entry: string): Module[] {
  const modules = new Map<string, Module>();
  const waiting = [resolve(entry)];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (modules.has(file)) continue;
    const module = readModule(file);
    modules.set(file, module);
    const folder = dirname(file);
    waiting.push(...module.imports.flatMap((name) => (name.startsWith(".") ? [resolve(folder, name)] : [])));
  }
  return [...modules.values()];
}

/** Reads one module. */
export function readModule(file: string, text = readFileSync(file, "utf8")): Module {
  const { source, isLocal } = bound(file, text);
  const imports: string[] = [];
  const touches: string[] = [];
  const visit = (node: ts.Node): void => {
    const imported = importedBy(node);
    if (imported !== undefined) imports.push(imported);
    const touched = touchedBy(node, isLocal);
    if (touched !== undefined) touches.push(touched);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return { file, imports, touches };
}

/** Parses a module, and knows which of its names it declares itself. */
function bound(file: string, text: string) {
  const source = ts.createSourceFile(`${file}.js`, text, ts.ScriptTarget.ES2022, true, ts.ScriptKind.JS);
  const host = ts.createCompilerHost({});
  const options = { allowJs: true, noLib: true, noResolve: true, types: [] };
  const program = ts.createProgram([source.fileName], options, {
    ...host,
    getSourceFile: (name) => (name === source.fileName ? source : undefined),
  });
  const checker = program.getTypeChecker();
  const isLocal = (node: ts.Identifier): boolean => {
    const { parent } = node;
    const symbol =
      ts.isShorthandPropertyAssignment(parent) && parent.name === node
        ? checker.getShorthandAssignmentValueSymbol(parent)
        : checker.getSymbolAtLocation(node);
    return (symbol?.declarations?.length ?? 0) > 0;
  };
  return { source, isLocal };
}

function importedBy(node: ts.Node): string | undefined {
  if ((ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier) {
    return (node.moduleSpecifier as ts.StringLiteral).text;
  }
  if (!ts.isCallExpression(node) || node.arguments.length !== 1) return undefined;
  const isImport = node.expression.kind === ts.SyntaxKind.ImportKeyword;
  const isRequire = ts.isIdentifier(node.expression) && node.expression.text === "require";
  const [argument] = node.arguments;
  if (!(isImport || isRequire) || argument === undefined) return undefined;
  if (!ts.isStringLiteralLike(argument)) throw new Error(`cannot tell what ${node.getText()} imports`);
  return argument.text;
}

const GLOBALS = ["Intl", "process", "performance", "setTimeout", "setInterval", "setImmediate", "fetch", "Temporal"];
const MEMBERS = ["Date.now", "Math.random"];

function touchedBy(node: ts.Node, isLocal: (node: ts.Identifier) => boolean): string | undefined {
  if (ts.isPropertyAccessExpression(node)) {
    const text = node.getText();
    if (MEMBERS.includes(text)) return text;
    return /^(?:toLocale\w*|localeCompare)$/.test(node.name.text) ? node.name.text : undefined;
  }
  if (ts.isNewExpression(node) && node.expression.getText() === "Date" && (node.arguments?.length ?? 0) === 0) {
    return "new Date()";
  }
  if (ts.isCallExpression(node) && node.expression.getText() === "Date") return "Date()";
  if (!ts.isIdentifier(node) || !GLOBALS.includes(node.text)) return undefined;
  const isMember = ts.isPropertyAccessExpression(node.parent) && node.parent.name === node;
  return isMember || isLocal(node) ? undefined : node.text;
}
