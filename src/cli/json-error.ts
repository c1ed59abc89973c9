/**
 * Finds the place at which a text stops being JSON. `JSON.parse` tells it only sometimes, and only as an offset.
 */

/** Where a text stops being JSON, and why. */
export interface JsonError {
  /** The line, counted from 1. */
  readonly line: number;
  /** The column, counted from 1, in characters. */
  readonly column: number;
  /** What was expected and what was found. */
  readonly problem: string;
}

const SPACE = /[ \t\n\r]*/y;
// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON forbids them in texts
const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const LITERAL = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?|true|false|null/y;

/** What may stand at a place. */
type Expected = "value" | "value or ]" | "key" | "key or }" | "colon" | "comma or ]" | "comma or }" | "end";

const WORDS: Readonly<Record<Expected, string>> = {
  value: "a value",
  "value or ]": "a value or ]",
  key: 'a name in double quotes, such as "work"',
  "key or }": 'a name in double quotes, such as "work", or }',
  colon: "a colon",
  "comma or ]": "a comma or ]",
  "comma or }": "a comma or }",
  end: "nothing more",
};

/**
 * Finds the first error of a text that is no JSON.
 *
 * @returns Nothing where the text is JSON.
 */
export function findJsonError(text: string): JsonError | undefined {
  const open: ("]" | "}")[] = [];
  let expected: Expected = "value";
  let at = 0;
  const take = (pattern: RegExp): boolean => {
    pattern.lastIndex = at;
    if (!pattern.test(text)) return false;
    at = pattern.lastIndex;
    return true;
  };
  const afterValue = (): Expected => {
    const closing = open.at(-1);
    return closing === undefined ? "end" : `comma or ${closing}`;
  };
  for (;;) {
    take(SPACE);
    const char = text[at];
    if (char === undefined && expected === "end") return undefined;
    if (char !== undefined && expected.endsWith(` or ${char}`) && char === open.at(-1)) {
      open.pop();
      at++;
      expected = afterValue();
    } else if (expected.startsWith("comma") && char === ",") {
      at++;
      expected = open.at(-1) === "]" ? "value" : "key";
    } else if (expected === "colon" && char === ":") {
      at++;
      expected = "value";
    } else if (expected.startsWith("key") && take(STRING)) {
      expected = "colon";
    } else if (expected.startsWith("value") && (char === "[" || char === "{")) {
      open.push(char === "[" ? "]" : "}");
      at++;
      expected = char === "[" ? "value or ]" : "key or }";
    } else if (expected.startsWith("value") && (take(STRING) || take(LITERAL))) {
      expected = afterValue();
    } else {
      return placed(text, at, `expected ${WORDS[expected]}, found ${foundAt(text, at, expected)}`);
    }
  }
}

function foundAt(text: string, at: number, expected: Expected): string {
  const char = String.fromCodePoint(text.codePointAt(at) ?? 0);
  if (at >= text.length) return "the end of the text";
  if (char === '"' && /^(?:value|key)/.test(expected)) {
    return "a text that does not end on its line, or has a wrong escape";
  }
  if (char === "]" || char === "}") return text[at - 1] === "," ? `${char} after a comma` : char;
  if (char === "/") return "a comment or a slash; JSON has no comments";
  return char === "'" ? "a single quote" : char;
}

function placed(text: string, at: number, problem: string): JsonError {
  const before = text.slice(0, at);
  const lastBreak = before.lastIndexOf("\n");
  const line = before.split("\n").length;
  return { line, column: [...before.slice(lastBreak + 1)].length + 1, problem };
}
