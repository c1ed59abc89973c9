/**
 * Reads JSON from a file or from standard input, and says in a sentence why that cannot be done.
 */
import { access, readFile, stat } from "node:fs/promises";
import { messageOf } from "../base/errors";
import { nth } from "../base/lists";
import type { Io } from "./io";
import { findJsonError, findRepeatedKeys, linesOf } from "./json-text";
import { InputError, issuesIn } from "./problem";
import { print } from "./terminal";

const MEGABYTE = 1024 * 1024;
/** The largest input, in bytes. An applicant of 100,000 entries has about a third of it. */
const MAX_BYTES = 64 * MEGABYTE;

/**
 * Reads JSON, and what it says.
 *
 * @param name - A file, or `-` for standard input.
 * @param what - What it should be, such as `applicant`.
 * @param parse - Reads the data.
 * @returns What was read.
 * @throws {@link InputError} where it cannot be read, is no JSON, or says something else; with the line of each issue.
 */
export async function readJson<T>(name: string, io: Io, what: string, parse: (json: unknown) => T): Promise<T> {
  const shown = shownName(name);
  const text = await readText(name, io);
  const json = parseJson(text, shown);
  try {
    return parse(json);
  } catch (error) {
    const issues = issuesIn(error);
    if (issues === undefined) throw error;
    const lines = linesOf(
      text,
      issues.map(({ path }) => path),
    );
    throw new InputError(
      `${shown} is no ${what}`,
      issues.map((issue, index) => ({ ...issue, line: nth(lines, index) })),
    );
  }
}

/** Reads a text in UTF-8. */
export const readText = async (name: string, io: Io): Promise<string> =>
  decoded(await readInput(name, io), shownName(name));

/** Reads a file, or standard input where its name is `-`. */
export const readInput = (name: string, io: Io): Promise<Uint8Array> =>
  name === "-" ? readStdin(io) : readBytes(name);

/** Reads JSON that bears no key twice. */
export function parseJson(text: string, shown: string): unknown {
  if (text.trim() === "") throw new InputError(`${shown} is empty; write the JSON into it`);
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    const found = findJsonError(text);
    if (found === undefined) throw new InputError(`${shown} is no JSON: ${messageOf(error)}`);
    const { line, column, problem } = found;
    throw new InputError(`${shown} is no JSON: line ${line}, column ${column}: ${problem}`);
  }
  const repeated = findRepeatedKeys(text);
  if (repeated.length === 0) return json;
  const issues = repeated.map(({ line, column, problem }) => ({ line, at: `column ${column}`, message: problem }));
  throw new InputError(`${shown} cannot be read`, issues);
}

/** Whether there is a file. */
export const exists = (file: string): Promise<boolean> =>
  access(file).then(
    () => true,
    () => false,
  );

/** How an input is named in a sentence. */
export const shownName = (name: string): string => (name === "-" ? "standard input" : name);

async function readBytes(file: string): Promise<Uint8Array> {
  try {
    const { size } = await stat(file);
    checkSize(size, file);
    return await readFile(file);
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw new InputError(fileProblem(file, error));
  }
}

/** The code by which the system names an error. */
export const codeOf = (error: unknown): unknown =>
  typeof error === "object" && error !== null && "code" in error ? error.code : undefined;

/** Says why a file cannot be read. */
export function fileProblem(file: string, error: unknown): string {
  switch (codeOf(error)) {
    case "ENOENT":
    case "ENOTDIR":
      return `there is no file ${file}; check the name and the folder`;
    case "EISDIR":
      return `${file} is a folder; name a file in it`;
    case "EACCES":
    case "EPERM":
      return `${file} may not be read; ask for the permission, or copy it`;
    default:
      return `${file} cannot be read: ${messageOf(error)}`;
  }
}

async function readStdin({ stdin, stderr }: Io): Promise<Uint8Array> {
  if (stdin.isTTY) print(stderr, "Reading JSON from standard input; end it with Ctrl+D on a line of its own.\n");
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stdin) {
    chunks.push(chunk);
    size += chunk.length;
    checkSize(size, shownName("-"));
  }
  return Buffer.concat(chunks);
}

function checkSize(size: number, shown: string): void {
  if (size <= MAX_BYTES) return;
  const most = MAX_BYTES / MEGABYTE;
  throw new InputError(`${shown} has more than ${most} MB; leave out what does not belong in it`);
}

function decoded(bytes: Uint8Array, shown: string): string {
  try {
    // drops a byte order mark
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new InputError(`${shown} is not written in UTF-8; save it as UTF-8`);
  }
}
