/**
 * The digest in a function of a warehouse: its rules are a part of the rulebook, and bear the digest of the whole.
 *
 * The build puts it in the place of `rules/digest.ts`, so that the function need not compute any.
 */
import type { Rulebook } from "../model/rulebook";

/** Returns the digest with which the rules were written. */
export const digestOf = (rulebook: Rulebook & { readonly digest?: string }): string => rulebook.digest ?? "";
