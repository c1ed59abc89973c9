/**
 * Makes issues of an applicant.
 */
import { type ApplicantIssue, type ApplicantIssueCode, quoted } from "../base/errors";
import type { Path } from "./json-data";

/** Makes an issue. */
export function issueOf(
  code: ApplicantIssueCode,
  path: Path,
  expected: string,
  received: string,
  advice: string,
): ApplicantIssue {
  return {
    code,
    path: writtenPath(path),
    expected,
    received,
    message: `expected ${expected}, received ${received}; ${advice}`,
  };
}

const PLAIN_KEY = /^[\p{L}\p{N}$_-]+$/u;

/** Writes a path: `work[0].start`. A key that could be taken for something else is quoted. */
export function writtenPath(path: Path): string {
  return path.reduce<string>((text, key) => {
    if (typeof key === "number") return `${text}[${key}]`;
    const name = String(key);
    if (!PLAIN_KEY.test(name)) return `${text}[${quoted(name)}]`;
    return text === "" ? name : `${text}.${name}`;
  }, "");
}

const STEP = /\[(\d+)\]|\[("(?:[^"\\]|\\.)*")\]|\.?([^.[\]]+)/g;

/** Reads a path back: `work[0].start` is `["work", 0, "start"]`. */
export const readPath = (path: string): Path =>
  Array.from(path.matchAll(STEP), ([, index, name, key = ""]) => {
    if (index !== undefined) return Number(index);
    return name === undefined ? key : (JSON.parse(name) as string);
  });
