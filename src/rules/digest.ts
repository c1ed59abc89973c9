/**
 * The digest of a rulebook, by which a verdict tells what it was judged by.
 */
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import type { Overlay } from "../model/overlay";
import type { Rulebook } from "../model/rulebook";

const digests = new WeakMap<object, string>();

/** Computes the SHA-256 of a rulebook and an overlay, in hexadecimal; the order of keys does not matter. */
export function digestOf(rulebook: Rulebook, overlay: Overlay | undefined): string {
  const own = digest(rulebook);
  if (overlay === undefined || rulebook.associations[overlay.id] === overlay) return own;
  return hash(`${own}${digest(overlay)}`);
}

function digest(data: object): string {
  let known = digests.get(data);
  if (known === undefined) digests.set(data, (known = hash(JSON.stringify(data, sortKeys))));
  return known;
}

const hash = (text: string) => bytesToHex(sha256(utf8ToBytes(text)));

function sortKeys(_key: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
