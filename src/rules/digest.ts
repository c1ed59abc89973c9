/**
 * The digest of a rulebook, by which a verdict tells what it was judged by.
 */
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import type { Overlay } from "../model/overlay";
import type { Rulebook } from "../model/rulebook";
import type { Part } from "./parts";

const digests = new WeakMap<object, string>();

/** Computes the SHA-256 of a rulebook and an overlay, in hexadecimal; the order of keys does not matter. */
export function digestOf(rulebook: Rulebook & Part, overlay: (Overlay & Part) | undefined): string {
  const own = digest(rulebook);
  if (overlay === undefined || rulebook.associations[overlay.id] === overlay || overlay.digest === own) return own;
  return hash(`${own}${digest(overlay)}`);
}

function digest(data: Part): string {
  let known = data.digest ?? digests.get(data);
  if (known === undefined) digests.set(data, (known = hash(JSON.stringify(data, sortKeys))));
  return known;
}

/** Tells the digest of data for which it was computed before, when the package was built. */
export function knowDigest(data: object, digest: string): void {
  digests.set(data, digest);
}

/**
 * Computes the SHA-256 of a text in UTF-8.
 *
 * @example
 * hash("").slice(0, 8); //=> "e3b0c442"
 */
export const hash = (text: string): string => bytesToHex(sha256(utf8(text)));

/** The bytes of a text in UTF-8, half a pair replaced by U+FFFD as encoders do; a bare engine has no encoder. */
function utf8(text: string): Uint8Array {
  const bytes: number[] = [];
  for (const character of text) {
    const point = character.codePointAt(0) as number;
    const code = point >= 0xd800 && point < 0xe000 ? 0xfffd : point;
    if (code < 0x80) bytes.push(code);
    else if (code < 0x800) bytes.push(0xc0 | (code >> 6), tail(code));
    else if (code < 0x10000) bytes.push(0xe0 | (code >> 12), tail(code >> 6), tail(code));
    else bytes.push(0xf0 | (code >> 18), tail(code >> 12), tail(code >> 6), tail(code));
  }
  return Uint8Array.from(bytes);
}

/** A byte that goes on with a character: its lowest six bits. */
const tail = (bits: number) => 0x80 | (bits & 0x3f);

function sortKeys(_key: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
