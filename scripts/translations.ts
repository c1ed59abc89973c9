/**
 * `npm run translations -- es`: lists what a language lacks, as JSON to be filled in: messages, words, and what the rules say.
 */
import { pathToFileURL } from "node:url";
import type { Overlay } from "../src/model/overlay";
import type { Rulebook } from "../src/model/rulebook";
import type { Translation } from "../src/model/translation";
import { embeddedRulebook } from "../src/rules/embedded";
import { BASE_LANGUAGE, translations } from "../src/rules/translations";

/** Keys under which the rules say something to people. */
const SAID = new Set(["title", "name", "text", "question"]);
/** What is only for readers of the data, or an association's own in its own words. */
const ASIDE = new Set(["sources", "notes"]);

/** Lists what the rules say to people in English, each text once, in the order of the rulebook. */
export function saidByRules(rulebook: Rulebook): ReadonlySet<string> {
  const said = new Set<string>();
  const { pathways, requirements, routes, conditions, equivalences, credentials, questions } = rulebook as Rulebook &
    Readonly<Record<"requirements" | "routes", unknown>>;
  for (const part of [pathways, requirements, routes, conditions, equivalences, credentials, questions])
    collect(part, said);
  collectTold(rulebook, said);
  for (const overlay of Object.values(rulebook.associations)) {
    const { conditions: own, equivalences: counted, requirements: changed, residency, questions: asked } = overlay;
    collect([own, counted, changed, residency, asked], said);
    collectTold(overlay, said);
  }
  return said;
}

/** What is told of the process and of fees; the name of an association is its own. */
function collectTold({ process = [], fees = [] }: Pick<Overlay, "process" | "fees">, said: Set<string>): void {
  collect(process, said);
  for (const { note } of fees) if (note !== undefined) said.add(note);
}

function collect(part: unknown, said: Set<string>): void {
  if (typeof part !== "object" || part === null) return;
  for (const [key, value] of Object.entries(part)) {
    if (ASIDE.has(key)) continue;
    // a sentence, and no id: ids of questions stand under the same key
    if (typeof value === "string" && SAID.has(key) && /[A-Z ]/.test(value)) said.add(value);
    collect(value, said);
  }
}

/** Finds the texts of English that a language does not have. */
export function missingIn({ messages = {}, rules = {} }: Translation, english: Translation, rulebook: Rulebook) {
  return {
    messages: Object.entries(english.messages ?? {}).filter(([id]) => messages[id] === undefined),
    rules: [...saidByRules(rulebook)].filter((text) => rules[text] === undefined),
  };
}

function main(language = "es"): void {
  const english = translations[BASE_LANGUAGE] as Translation;
  const { messages, rules } = missingIn(
    translations[language] ?? { language, name: language },
    english,
    embeddedRulebook(),
  );
  const empty = rules.map((text) => [text, ""]);
  console.log(JSON.stringify({ messages: Object.fromEntries(messages), rules: Object.fromEntries(empty) }, null, 2));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) main(process.argv[2]);
