/**
 * What functions are given: who writes JavaScript is not told by the compiler, so that they say it themselves.
 */
import { type ApplicantIssueCode, wrong } from "./errors";
import { isObject } from "./records";

/** Options that are wrong are told apart from data that is. */
const codeAt = (pointer: string): ApplicantIssueCode =>
  pointer.startsWith("/options") ? "wrong-option" : "wrong-type";

/**
 * Returns what is an object, and has lists where they are needed.
 *
 * @param pointer - Where it stands among what the function was given.
 * @param expected - What it should be.
 * @param lists - The keys under which lists of objects are read.
 */
export function givenObject<T extends object>(
  value: T,
  pointer: string,
  expected: string,
  lists: readonly (keyof T & string)[] = [],
): T {
  if (!isObject(value)) throw wrong(codeAt(pointer), pointer, expected, value, "pass it");
  for (const key of lists) givenList(value[key] as readonly object[], `${pointer}/${key}`, `a list, as in ${expected}`);
  return value;
}

/** Returns what is a list of objects. */
export function givenList<T extends readonly object[]>(value: T, pointer: string, expected: string): T {
  if (!Array.isArray(value)) throw wrong(codeAt(pointer), pointer, expected, value, "pass it");
  const stranger = value.findIndex((one) => !isObject(one));
  if (stranger >= 0) throw wrong(codeAt(pointer), `${pointer}/${stranger}`, "an object", value[stranger]);
  return value;
}

/** Returns options that are an object, or nothing. */
export const givenOptions = <T extends object>(options: T): T =>
  givenObject(options, "/options", "an object with options");

/** Returns what is a list of texts. */
export function givenTexts<T extends readonly string[]>(value: T, pointer: string, expected: string): T {
  if (Array.isArray(value) && value.every((one) => typeof one === "string")) return value;
  throw wrong(codeAt(pointer), pointer, expected, value, "correct it");
}

/** Returns bytes. */
export function givenBytes(bytes: Uint8Array): Uint8Array {
  if (bytes instanceof Uint8Array) return bytes;
  const advice = "read the file first, as by new Uint8Array(await file.arrayBuffer())";
  throw wrong("wrong-type", "/bytes", "the content of a file as a Uint8Array", bytes, advice);
}
