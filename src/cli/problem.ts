/**
 * What is wrong with the input of a command: it is told on standard error, and the command ends with exit code 2.
 */
import { ApplicantError, RulebookError } from "../base/errors";
import { didYouMean } from "../base/nearest";
import { type Path, readPointer } from "../base/pointer";

/** Thrown where the input cannot be used: the command ends with exit code 2. */
export class InputError extends Error {
  override readonly name = "InputError";
  /** What is wrong in particular, one each. */
  readonly issues: readonly InputIssue[];
  /** How it is told. */
  readonly telling: Telling;

  constructor(message: string, issues: readonly InputIssue[] = [], telling: Telling = {}) {
    super(message);
    this.issues = issues;
    this.telling = telling;
  }

  /** The same, told in another way. */
  with(telling: Telling): InputError {
    return new InputError(this.message, this.issues, telling);
  }
}

/** How what is wrong is told. */
export interface Telling {
  /** How many issues are told. */
  readonly most?: number;
  /** What is told after them. */
  readonly after?: string;
}

/** Thrown where some lines were refused, and told already, and the others judged: the command ends with exit code 1. */
export class LinesRefused extends Error {
  override readonly name = "LinesRefused";
}

/** What is wrong at one place of the input. */
export interface InputIssue {
  /** The place: a JSON pointer, or a column. */
  readonly at: string;
  /** The line of the file. */
  readonly line?: number;
  /** What happened and what to do. */
  readonly message: string;
  /** The code of the issue, where the library found it. */
  readonly code?: string;
}

/** Issues in the order of the file. */
export const inFileOrder = (issues: readonly InputIssue[]): readonly InputIssue[] =>
  [...issues].sort((a, b) => (a.line ?? 0) - (b.line ?? 0));

/** Returns a word that is known; another one is refused, with the nearest of those that are. */
export function known<T extends string>(option: string, id: string, ids: readonly T[], what: string): T {
  const found = ids.find((one) => one === id);
  if (found !== undefined) return found;
  const advice = didYouMean(id, ids);
  const list = `known are: ${ids.join(", ")}`;
  throw new InputError(`${option} ${id}: there is no such ${what}; ${advice ?? list}`);
}

/** An issue of the library. */
interface PlacedIssue extends InputIssue {
  /** The keys that lead to the place. */
  readonly path: Path;
}

/** The issues of an error of the library; nothing where it is another error. */
export function issuesIn(error: unknown): readonly PlacedIssue[] | undefined {
  if (!(error instanceof ApplicantError || error instanceof RulebookError)) return undefined;
  return error.issues.map(({ code, pointer, message }) => {
    return { at: placeAt(pointer), code, message, path: readPointer(pointer) };
  });
}

/** Names a place for people. */
export const placeAt = (pointer: string): string => pointer || "all of it";

/** Tells every issue of the library's errors as an error of the input. */
export function withIssues<T>(message: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    const issues = issuesIn(error);
    throw issues === undefined ? error : new InputError(message, issues);
  }
}
