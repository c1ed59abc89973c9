/**
 * The vocabularies by name.
 */
import * as vocabularies from "../model/applicant";

let names: ReadonlyMap<unknown, string> | undefined;

/** Finds the name of a vocabulary: `trainingKinds`. Nothing where the words are names of collections. */
export function vocabularyOf(words: readonly string[]): string | undefined {
  names ??= new Map(Object.entries(vocabularies).map(([name, list]) => [list, name]));
  return names.get(words);
}
