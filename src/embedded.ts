/**
 * The embedded rulebook: the one importer of `rules/`.
 */
import conditions from "../rules/conditions.json";
import credentials from "../rules/credentials.json";
import equivalences from "../rules/equivalences.json";
import renamed from "../rules/renamed.json";
import rulebook from "../rules/rulebook.json";
import sources from "../rules/sources.json";
import { deepFreeze } from "./freeze";
import type { Rulebook } from "./rulebook";

const pathways = {};

const associations = {};

let embedded: Rulebook | undefined;

/** The rules of this package, frozen. A test parses them; here they are taken as they stand. */
export function embeddedRulebook(): Rulebook {
  // JSON imports know words only as strings
  const data = { ...rulebook, pathways, conditions, equivalences, credentials, sources, renamed, associations };
  return (embedded ??= deepFreeze(data as unknown as Rulebook));
}
