/**
 * SHA-256, for rules that were not digested when the package was built.
 */
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import { deepFreeze } from "../base/freeze";
import { bearHash } from "./digest";

/** Freezes rules that were checked: they say so, and how they are digested. */
export const sealed = <T extends object>(rules: T): T => deepFreeze(bearHash(rules, hash));

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
