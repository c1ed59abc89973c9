/**
 * Documents that are cited.
 */
import { wrong } from "../base/errors";
import { givenObject } from "../base/given";
import type { Rulebook, Source } from "../model/rulebook";
import type { Verdict } from "../model/verdict";
import { findSource } from "../rules/written";
import { type OwnRules, rulesOf } from "./rules-of";

/**
 * Finds a cited document: who published it, where, and when its text was current. Nothing is fetched.
 *
 * @category Say what a verdict means
 * @param of - A verdict, or a rulebook.
 * @param source - The id of the document.
 * @param options - Rules of one's own, where the verdict was reached by such.
 * @throws `ApplicantError` `wrong-option` where there is no such document, or the rules are not those of the verdict.
 * @example
 * citation(rulebook(), "mi-overview").url.startsWith("https://"); //=> true
 */
export function citation(of: Verdict | Rulebook, source: string, options: OwnRules = {}): Source {
  const found = findIn(of, source, options);
  if (found !== undefined) return found;
  throw wrong("wrong-option", "/source", "the id of a document in sources.json, or of the association's own", source);
}

function findIn(of: Verdict | Rulebook, source: string, options: OwnRules): Source | undefined {
  const what = "a verdict or a rulebook";
  givenObject(of, "/of", what);
  if ("asOf" in of) {
    givenObject(of.rulebook, "/of/rulebook", `what stands there in ${what}`);
    const { book, overlay } = rulesOf(of, options);
    return findSource(book, source, overlay);
  }
  givenObject(of, "/of", what, ["sources"]);
  givenObject(of.associations, "/of/associations", `what stands there in ${what}`);
  const overlay = Object.values(of.associations).find(({ documents = [] }) =>
    documents.some(({ id }) => id === source),
  );
  return findSource(of, source, overlay);
}
