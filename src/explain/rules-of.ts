/**
 * The rules by which a verdict was reached: found again from what the verdict says of itself.
 */
import { wrong } from "../base/errors";
import type { Overlay } from "../model/overlay";
import type { Rulebook } from "../model/rulebook";
import type { Verdict } from "../model/verdict";
import { digestOf } from "../rules/digest";
import type { RulesInForce } from "../rules/in-force";
import { rulebook as embedded, rulesInForce } from "../verdict/evaluate";

/** Rules of one's own, if the verdict was reached by such. */
export interface OwnRules {
  /** The overlay that was given to `evaluate`. */
  readonly overlay?: Overlay;
  /** The rulebook that was given to `evaluate`; the embedded one where absent. */
  readonly rulebook?: Rulebook;
}

/** The rules of a verdict, with the association's statements and the documents that may be cited. */
export interface RulesOfVerdict {
  /** The rules in force. */
  readonly rules: RulesInForce;
  /** The rulebook. */
  readonly book: Rulebook;
  /** What the association does differently; nothing without an association. */
  readonly overlay: Overlay | undefined;
}

/**
 * Finds the rules by which a verdict was reached.
 *
 * @throws `ApplicantError` `wrong-option` where these are not the rules of the verdict.
 */
export function rulesOf(
  { asOf, association, rulebook: by }: Pick<Verdict, "asOf" | "association" | "rulebook">,
  { overlay: own, rulebook: book = embedded() }: OwnRules = {},
): RulesOfVerdict {
  const overlay = own ?? (association === undefined ? undefined : book.associations[association]);
  if (digestOf(book, overlay) !== by.digest) {
    const expected = "the overlay and the rulebook by which the verdict was reached";
    throw wrong("wrong-option", "options", expected, "others", "pass those that were given to evaluate");
  }
  const rules = rulesInForce({ asOf, rulebook: book, ...(overlay && { overlay }) });
  return { rules, book, overlay };
}
