/**
 * The text of a JSON file: where it stops being JSON and what to write instead, which keys it names twice, and on which
 * line something stands. `JSON.parse` tells the first only sometimes, and the others never.
 */
import { type JSONVisitor, printParseErrorCode, visit } from "jsonc-parser";
import { quoted } from "../base/errors";
import type { Path } from "../base/pointer";
import { MAX_DEPTH } from "../check/limits";

/** What is wrong at a place of a text. */
export interface TextProblem {
  /** The line, counted from 1. */
  readonly line: number;
  /** The column, counted from 1, in characters. */
  readonly column: number;
  /** What is wrong, and what to do. */
  readonly problem: string;
}

/** An object or a list that has begun. */
interface Open {
  /** How it ends. */
  readonly end: "}" | "]";
  /** The line on which it begins, counted from 1. */
  readonly line: number;
  /** The keys so far, and the line of each. */
  readonly keys: Map<string, number>;
}

/** Thrown to end a visit. */
class Stop {
  constructor(readonly found: TextProblem) {}
}

/** Visits a text with what is open around each place, until a visitor stops. */
function walk(text: string, visitorOf: (open: readonly Open[]) => JSONVisitor): TextProblem | undefined {
  const open: Open[] = [];
  const { onObjectProperty, onError } = visitorOf(open);
  const begin = (end: Open["end"]) => (offset: number, _length: number, line: number) => {
    open.push({ end, line: line + 1, keys: new Map() });
    // readers would refuse it, and the walk is one call a level
    if (open.length > MAX_DEPTH + 1)
      throw new Stop(placed(text, offset, line, `more than ${MAX_DEPTH} levels; flatten it`));
  };
  // at the end of the text nothing is closed
  const end = (offset: number) => {
    if (offset < text.length) open.pop();
  };
  const visitor: JSONVisitor = {
    onObjectBegin: begin("}"),
    onArrayBegin: begin("]"),
    onObjectEnd: end,
    onArrayEnd: end,
    ...(onObjectProperty && { onObjectProperty }),
    ...(onError && { onError }),
  };
  try {
    visit(text, visitor, { disallowComments: true });
  } catch (stop) {
    if (stop instanceof Stop) return stop.found;
    throw stop;
  }
  return undefined;
}

/**
 * Finds the first place at which a text is no JSON.
 *
 * @returns Nothing where the text is JSON.
 */
export const findJsonError = (text: string): TextProblem | undefined =>
  walk(text, (open) => ({
    onError: (code, offset, _length, line) => {
      throw new Stop(placed(text, offset, line, worded(printParseErrorCode(code), text, offset, open)));
    },
  }));

/** Finds the keys that an object names twice. */
export function findRepeatedKeys(text: string): readonly TextProblem[] {
  const found: TextProblem[] = [];
  const stopped = walk(text, (open) => ({
    onObjectProperty: (key, offset, _length, line) => {
      const { keys } = open.at(-1) as Open;
      const first = keys.get(key);
      if (first === undefined) keys.set(key, line + 1);
      else found.push(placed(text, offset, line, `${quoted(key)} stands on line ${first} already; ${LOST}`));
    },
  }));
  return stopped === undefined ? found : [stopped];
}

const LOST = "JSON keeps only the last of the two, so join them or take one out";

/** Finds the line on which each of some places stands; for what is not there, the line of what lacks it. */
export function linesOf(text: string, paths: readonly Path[]): readonly number[] {
  const steps = paths.map((path) => path.map((_, index) => keyOf(path.slice(0, index + 1))));
  const lines = new Map<string, number>();
  const wanted = new Set(steps.flat());
  const see = (path: Path, line: number) => {
    if (!wanted.delete(keyOf(path))) return;
    lines.set(keyOf(path), line + 1);
    // what follows tells nothing that is asked for, and may be long
    if (wanted.size === 0) throw new Found();
  };
  const seeValue = (_offset: number, _length: number, line: number, _column: number, path: () => Path) =>
    see(path(), line);
  try {
    visit(text, {
      onObjectProperty: (key, _offset, _length, line, _column, path) => see([...path(), key], line),
      onObjectBegin: (...at) => seeValue(...at),
      onArrayBegin: (...at) => seeValue(...at),
      onLiteralValue: (_value, ...at) => seeValue(...at),
    });
  } catch (found) {
    if (!(found instanceof Found)) throw found;
  }
  const known = (keys: readonly string[]) => keys.flatMap((key) => lines.get(key) ?? []).at(-1);
  return steps.map((keys) => known(keys) ?? 1);
}

/** Ends a walk that has found everything. */
class Found {}

const keyOf = (path: Path) => path.map(String).join("\u0000");

function placed(text: string, offset: number, line: number, problem: string): TextProblem {
  const start = Math.max(text.lastIndexOf("\n", offset - 1), text.lastIndexOf("\r", offset - 1)) + 1;
  return { line: line + 1, column: [...text.slice(start, offset)].length + 1, problem };
}

/** The text before a place, as far as one looks back. */
const before = (text: string, offset: number) => text.slice(Math.max(0, offset - 200), offset).trimEnd();

/** Whether a key is expected at a place: behind the beginning of an object or a comma in it. */
const isKeyExpected = (text: string, offset: number, open: readonly Open[]): boolean =>
  open.at(-1)?.end === "}" && /[{,]$/.test(before(text, offset));

/** The words that other languages write where JSON has its own. */
const INSTEAD: ReadonlyMap<string, string> = new Map([
  ["True", "true"],
  ["TRUE", "true"],
  ["False", "false"],
  ["FALSE", "false"],
  ["None", "null"],
  ["NULL", "null"],
  ["Null", "null"],
]);

function worded(code: string, text: string, offset: number, open: readonly Open[]): string {
  switch (code) {
    case "InvalidSymbol":
      return wordedSymbol(text, offset, open);
    case "InvalidCommentToken":
    case "UnexpectedEndOfComment":
      return "JSON has no comments; take it out";
    case "UnexpectedEndOfString":
      return 'a text does not end on its line; end it with ", and write \\n where it has a new line';
    case "InvalidCharacter":
      return "a text has a tab or another control character in it; write \\t, or a blank";
    case "InvalidUnicode":
    case "InvalidEscapeCharacter":
      return "a text has a backslash in it that means nothing; write \\\\ for a backslash";
    case "UnexpectedEndOfNumber":
    case "InvalidNumberFormat":
      return "a number is not written whole; write it as 0.5 or 12";
    case "EndOfFileExpected":
      return text[offset] === "{"
        ? "a second { begins behind the end; only one is read here: take the rest out, or let batch judge many, one a line"
        : `more follows behind the end: ${shownAt(text, offset)}; only one value is read here, so take the rest out`;
    default:
      return wordedPlace(code, text, offset, open);
  }
}

/** What is expected where something else stands. */
function wordedPlace(code: string, text: string, offset: number, open: readonly Open[]): string {
  const inside = open.at(-1);
  const found = shownAt(text, offset);
  const isEnd = /^[}\]]/.test(text.slice(offset));
  if (offset >= text.length && inside !== undefined) {
    return `the text ends before the ${inside.end === "}" ? "{" : "["} of line ${inside.line} is closed; add ${inside.end}`;
  }
  if (found === ",") return "a comma stands here with nothing before it; take it out";
  if (isEnd && before(text, offset).endsWith(",")) return `a comma stands before the ${found}; take the comma out`;
  if (code === "CommaExpected") return wordedComma(text, offset, found);
  if (code === "ColonExpected") return `a colon is missing before ${found}; write "key": value`;
  if (code === "PropertyNameExpected") return `a key in double quotes is missing before ${found}; write "key": value`;
  return isEnd && inside !== undefined && text[offset] !== inside.end
    ? `${found} closes nothing; the ${inside.end === "}" ? "{" : "["} of line ${inside.line} is closed by ${inside.end}`
    : `a value is missing before ${found}; write one, such as "a text", 12, true or []`;
}

function wordedComma(text: string, offset: number, found: string): string {
  if (/\d/.test(text[offset - 1] ?? "") && /^\d/.test(text.slice(offset))) {
    return "a number begins with 0; write it without";
  }
  return `a comma is missing before ${found}; write it between the two`;
}

function wordedSymbol(text: string, offset: number, open: readonly Open[]): string {
  const word = /^[^\s,:{}[\]"]{1,40}/.exec(text.slice(offset, offset + 40))?.[0] ?? "";
  const [first = ""] = word;
  if (first === "'" || first === "‘" || first === "“" || first === "”") {
    return 'a text stands between double quotes that are straight; write "text"';
  }
  const right = INSTEAD.get(word);
  if (right !== undefined) return `${quoted(word)} is no word of JSON; write ${right}`;
  if (word === "NaN" || word === "Infinity" || word === "undefined") return `JSON has no ${word}; leave the key out`;
  if (/^[-+.]/.test(word)) {
    return Number.isNaN(Number(word))
      ? "a number is not written whole; write it as 0.5 or 12"
      : `write ${Number(word)}`;
  }
  if (first === "/" || first === "#") return "JSON has no comments; take it out";
  const quotes = `${quoted(word)}${isKeyExpected(text, offset, open) ? ":" : ""}`;
  return `a ${isKeyExpected(text, offset, open) ? "key" : "text"} needs double quotes; write ${quotes}`;
}

/** What stands at a place, for a sentence. */
function shownAt(text: string, offset: number): string {
  if (offset >= text.length) return "the end";
  const word =
    /^(?:"(?:[^"\\\n]|\\.){0,30}"?|[^\s,:{}[\]"]{1,30}|.)/su.exec(text.slice(offset, offset + 40))?.[0] ?? "";
  return /^(?:"|[[\]{},:]$|[\w.-]+$)/.test(word) ? word : quoted(word);
}
