/**
 * Docstrings of interfaces as descriptions of JSON Schemas: each field is described once, where its interface says it.
 */
import ts from "typescript";
import type * as z from "zod";

type JsonSchema = z.core.JSONSchema.JSONSchema;

/** The types that some modules export, with their docstrings. */
export interface Documentation {
  /** The types by name. */
  readonly exported: ReadonlyMap<string, ts.Symbol>;
  /** Knows the properties of a type, and what is said of them. */
  readonly checker: ts.TypeChecker;
}

/** Reads the docstrings of modules. */
export function readDocumentation(files: readonly string[]): Documentation {
  const config = ts.readConfigFile("tsconfig.json", ts.sys.readFile).config as { compilerOptions: unknown };
  const { options } = ts.convertCompilerOptionsFromJson(config.compilerOptions, ".");
  const program = ts.createProgram(files, { ...options, types: [] });
  const checker = program.getTypeChecker();
  const symbols = files.flatMap((file) => {
    const source = program.getSourceFile(file);
    const module = source && checker.getSymbolAtLocation(source);
    if (module === undefined) throw new Error(`${file} is no module; correct the list of modules`);
    return checker.getExportsOfModule(module).filter(({ flags }) => flags & ts.SymbolFlags.Type);
  });
  return { exported: new Map(symbols.map((symbol) => [symbol.name, symbol])), checker };
}

/**
 * Describes a JSON Schema and every property in it, in place.
 *
 * @param schema - The schema, with all that it refers to in `$defs`.
 * @param name - The interface of what it describes.
 * @returns The places that have no docstring; none where everything is described.
 * @throws Error where the schema and the interface have different fields.
 */
export function describe({ exported, checker }: Documentation, schema: JsonSchema, name: string): string[] {
  const missing: string[] = [];
  const visited = new Set<string>();
  const root = exported.get(name);
  if (root === undefined) throw new Error(`no module exports ${name}; export it, or correct the name`);

  const add = (node: JsonSchema, symbol: ts.Symbol | undefined, at: string) => {
    const text = ts.displayPartsToString(symbol?.getDocumentationComment(checker)).replace(/\s*\n\s*/g, " ");
    if (text) node.description = text;
    else missing.push(at);
  };

  const visit = (node: JsonSchema, type: ts.Type, at: string): void => {
    if (node.$ref !== undefined) return visitDefinition(node.$ref.slice("#/$defs/".length), type);
    for (const branch of [node.anyOf, node.oneOf].flatMap((branches) => branches ?? [])) {
      visit(branch as JsonSchema, type, at);
    }
    if (node.properties !== undefined) visitProperties(node, type, at);
    const [item, value] = [node.items, node.additionalProperties];
    if (typeof item === "object") visitIndexed(item as JsonSchema, type, ts.IndexKind.Number, at);
    if (typeof value === "object") visitIndexed(value as JsonSchema, type, ts.IndexKind.String, at);
  };

  const visitDefinition = (id: string, type: ts.Type): void => {
    const definition = schema.$defs?.[id];
    if (definition === undefined) throw new Error(`the schema of ${name} refers to ${id}, which is nowhere`);
    if (visited.has(id)) return;
    visited.add(id);
    const own = exported.get(id);
    add(definition, own ?? checker.getNonNullableType(type).symbol, id);
    // of interfaces with the same fields, the one of that name is meant
    visit(definition, own === undefined ? type : checker.getDeclaredTypeOfSymbol(own), id);
  };

  const visitProperties = (node: JsonSchema, type: ts.Type, at: string): void => {
    const keys = Object.keys(node.properties ?? {});
    const part = partsOf(checker, type).find((one) => sameWords(keysOf(checker, one), keys));
    if (part === undefined) throw new Error(`${at}: no interface has the fields ${keys.join(", ")} of the schema`);
    for (const [key, property] of Object.entries(node.properties ?? {})) {
      const symbol = checker.getPropertyOfType(part, key) as ts.Symbol;
      add(property as JsonSchema, symbol, `${at}.${key}`);
      visit(property as JsonSchema, checker.getTypeOfSymbol(symbol), `${at}.${key}`);
    }
  };

  const visitIndexed = (node: JsonSchema, type: ts.Type, kind: ts.IndexKind, at: string): void => {
    // words are lists of letters
    const parts = partsOf(checker, type).filter((part) => (part.flags & ts.TypeFlags.StringLike) === 0);
    for (const part of parts) {
      const inner = checker.getIndexTypeOfType(part, kind);
      if (inner !== undefined) visit(node, inner, `${at}[]`);
    }
  };

  visit(schema, checker.getDeclaredTypeOfSymbol(root), name);
  return missing;
}

function partsOf(checker: ts.TypeChecker, type: ts.Type): readonly ts.Type[] {
  const told = checker.getNonNullableType(type);
  return told.isUnion() ? told.types : [told];
}

const keysOf = (checker: ts.TypeChecker, type: ts.Type) => checker.getPropertiesOfType(type).map((one) => one.name);

const sameWords = (some: readonly string[], others: readonly string[]) =>
  some.length === others.length && others.every((word) => some.includes(word));
