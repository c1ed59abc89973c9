/** Runs code examples: every expression with a comment `//=> value` must have that value. */
import { runInThisContext } from "node:vm";
import ts from "typescript";

/** An expression of an example, with what it is said to be. */
export interface Claim {
  readonly code: string;
  readonly value: unknown;
  readonly expected: unknown;
}

const MARK = "//=>";

/**
 * Runs an example.
 *
 * @param modules - What it may import, by name.
 * @param scope - Names that it may use without an import.
 */
export async function claimsOf(
  code: string,
  modules: Readonly<Record<string, unknown>>,
  scope: Readonly<Record<string, unknown>> = {},
): Promise<Claim[]> {
  const claims: Claim[] = [];
  const claim = (text: string, value: unknown, expected: unknown) => {
    // what is claimed is how it looks now
    claims.push({ code: text, value: structuredClone(value), expected });
  };
  const { outputText } = ts.transpileModule(withClaims(code), {
    compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 },
  });
  const names = ["require", "exports", "__claim", ...Object.keys(scope)];
  const run = runInThisContext(`(async (${names.join(", ")}) => {${outputText}\n})`) as (
    ...args: unknown[]
  ) => Promise<void>;
  const require = (name: string) => {
    if (!(name in modules)) throw new Error(`an example imports ${name}, which the package does not have`);
    return modules[name];
  };
  await run(require, {}, claim, ...Object.values(scope));
  return claims;
}

/** Turns each expression that a mark follows into a claim. */
function withClaims(code: string): string {
  const file = ts.createSourceFile("example.ts", code, ts.ScriptTarget.ES2022, true);
  const edits = file.statements.flatMap((statement) => {
    const expected = expectedAfter(code, statement.end);
    if (expected === undefined) return [];
    if (!ts.isExpressionStatement(statement))
      throw new Error(`a value is claimed of no expression: ${statement.getText()}`);
    const text = statement.expression.getText();
    const call = `__claim(${JSON.stringify(text)}, await (${text}), (${expected}));`;
    return [{ from: statement.getStart(), to: statement.end, call }];
  });
  const marks = code.split(MARK).length - 1;
  if (edits.length !== marks)
    throw new Error(`${marks} values are claimed, and ${edits.length} stand after an expression`);
  return edits.reduceRight((text, { from, to, call }) => text.slice(0, from) + call + text.slice(to), code);
}

/** The claim right behind a statement: the rest of its line or the next line, and the comment lines after it. */
function expectedAfter(code: string, end: number): string | undefined {
  const match = /^[ \t]*\n?[ \t]*\/\/=>([^\n]*(?:\n[ \t]*\/\/(?!=>)[^\n]*)*)/.exec(code.slice(end));
  return match?.[1]?.replace(/^[ \t]*\/\//gm, "").trim();
}
