/**
 * Params that a host writes: a word that is not known is refused, for what is misspelt would count as nothing.
 */
import { RulebookError, type RulebookIssueCode } from "../base/errors";
import { quote, suggest } from "../check/report";

/** The params of a fact, as the engine hands them over. */
export type Params = Readonly<Record<string, unknown>>;

/** Makes the error for wrong params. */
export function refused(code: RulebookIssueCode, pointer: string, message: string): RulebookError {
  return new RulebookError([{ code, pointer, message }]);
}

/** Returns a param that is one of some words. */
export function oneOf<Word extends string | boolean>(key: string, written: unknown, words: readonly Word[]): Word {
  const found = words.find((word) => word === written);
  if (found !== undefined) return found;
  const pointer = `/params/${key}`;
  const known = words.map(String);
  if (written === undefined) throw refused("missing", pointer, `${key} is missing; it is one of: ${known.join(", ")}`);
  throw refused(
    key === "pathway" ? "unknown-pathway" : "unknown-word",
    pointer,
    `there is no ${key} ${quote(written)}; ${suggest(written, known)}`,
  );
}

/** Refuses params that a fact does not have. */
export function onlyKeys(fact: string, params: Params, keys: readonly string[]): void {
  const stranger = Object.keys(params).find((key) => !keys.includes(key));
  if (stranger === undefined) return;
  const advice = keys.length === 0 ? "it has no params; leave them out" : suggest(stranger, keys);
  throw refused("unknown-key", `/params/${stranger}`, `${fact} has no ${quote(stranger)}; ${advice}`);
}
