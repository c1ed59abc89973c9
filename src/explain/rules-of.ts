/**
 * The rules by which a verdict was reached: found again from what the verdict says of itself.
 */
import { wrong } from "../base/errors";
import { givenOptions } from "../base/given";
import type { Program } from "../judge/compile";
import type { Day } from "../model/applicant";
import type { Overlay } from "../model/overlay";
import type { Rulebook } from "../model/rulebook";
import type { PathwayVerdict, Verdict } from "../model/verdict";
import { digestOf } from "../rules/digest";
import type { RulesInForce } from "../rules/pathway-in-force";
import { rulebook as embedded } from "../verdict/evaluate";
import { programFor } from "../verdict/judge";
import { parsedRulebook } from "../verdict/options";

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
  /** The same, compiled. */
  readonly program: Program;
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
  verdict: Pick<Verdict, "asOf" | "association" | "rulebook"> & { readonly pathways?: readonly Judged[] },
  own: OwnRules = {},
): RulesOfVerdict {
  const found = rulesOfVerdict(verdict, givenOptions(own));
  if (digestOf(found.book, found.overlay) !== verdict.rulebook.digest) {
    const expected = "the overlay and the rulebook by which the verdict was reached";
    throw wrong("wrong-option", "/options", expected, "others", "pass those that were given to evaluate");
  }
  return { ...found, rules: asJudged(found.rules, verdict, (asOf) => rulesOfVerdict({ ...verdict, asOf }, own)) };
}

/** What says for which cycle a pathway was judged. */
type Judged = Pick<PathwayVerdict, "pathway"> & Partial<Pick<PathwayVerdict, "cycle">>;

/** The rules by which pathways were judged: a renewal of a cycle that closed, by those of its last day. */
function asJudged(
  rules: RulesInForce,
  { asOf, pathways = [] }: { readonly asOf: Day; readonly pathways?: readonly Judged[] },
  rulesOn: (day: Day) => Pick<RulesOfVerdict, "rules">,
): RulesInForce {
  const closed = pathways.flatMap(({ pathway, cycle }) =>
    cycle !== undefined && cycle.to < asOf ? [[pathway, cycle.to] as const] : [],
  );
  if (closed.length === 0) return rules;
  const ends = new Map(closed);
  return {
    ...rules,
    pathways: rules.pathways.map((one) => {
      const end = ends.get(one.id);
      const then = end === undefined ? undefined : rulesOn(end).rules.pathways.find(({ id }) => id === one.id);
      return then ?? one;
    }),
  };
}

/** Finds the rules of a day and an association. */
export function rulesOfVerdict(
  { asOf, association }: Pick<Verdict, "asOf" | "association">,
  { overlay: own, rulebook: brought = embedded() }: OwnRules = {},
): RulesOfVerdict {
  const book = parsedRulebook(brought);
  const overlay = own ?? (association === undefined ? undefined : book.associations[association]);
  const { program } = programFor({ asOf, rulebook: book, ...(overlay && { overlay }) });
  // compiled once for all days between two changes: it bears the day on which it was compiled
  return { rules: { ...program.rules, asOf }, program, book, overlay };
}
