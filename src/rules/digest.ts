/**
 * The digest of a rulebook, by which a verdict tells what it was judged by.
 *
 * What ships bears a digest that was computed when the package was built. Other rules bear the function that computes it:
 * whoever judges by what ships alone bundles none.
 */
import { RulebookError } from "../base/errors";
import { isObject } from "../base/records";
import type { Overlay } from "../model/overlay";
import type { Rulebook } from "../model/rulebook";
import type { Part } from "./parts";

type Hash = (text: string) => string;

/** Rules that were checked bear their hash under this, whichever copy of the package checked them. */
const HASH = Symbol.for("endorsement-pathways.hash");
type Bearing = object & { readonly [HASH]?: Hash };

const digests = new WeakMap<object, string>();

/** Computes the SHA-256 of a rulebook and an overlay, in hexadecimal; the order of keys does not matter. */
export function digestOf(rulebook: Rulebook & Part, overlay: (Overlay & Part) | undefined): string {
  const hash = hashOf(overlay) ?? hashOf(rulebook) ?? refuse;
  const own = digest(rulebook, hash);
  if (overlay === undefined || rulebook.associations[overlay.id] === overlay || overlay.digest === own) return own;
  return hash(`${own}${digest(overlay, hash)}`);
}

function digest(data: Part, hash: Hash): string {
  let known = data.digest ?? digests.get(data);
  if (known === undefined) digests.set(data, (known = hash(JSON.stringify(data, sortKeys))));
  return known;
}

/** Tells the digest of data for which it was computed before, when the package was built. */
export function knowDigest(data: object, digest: string): void {
  digests.set(data, digest);
}

/** Lets rules bear the function by which they are digested; what is frozen bears it, or is not what was checked. */
export const bearHash = <T extends object>(rules: T, hash: Hash): T =>
  Object.isFrozen(rules) ? rules : Object.defineProperty(rules, HASH, { value: hash });

const hashOf = (rules: Bearing | undefined): Hash | undefined => rules?.[HASH];

function refuse(): never {
  const message = "the rules were not checked; pass what parseRulebook or parseOverlay returns";
  throw new RulebookError([{ code: "not-parsed", pointer: "", message }]);
}

function sortKeys(_key: string, value: unknown): unknown {
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
