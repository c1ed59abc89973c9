/** Every language is complete, says what English says, and says it in its own words. */
import { IntlMessageFormat } from "intl-messageformat";
import { describe, expect, test } from "vitest";
import { missingIn, saidByRules } from "../../scripts/translations";
import { formFields } from "../../src/explain/form";
import type { Translation } from "../../src/model/translation";
import { embeddedRulebook } from "../../src/rules/embedded";
import { BASE_LANGUAGE, translations } from "../../src/rules/translations";

const english = translations[BASE_LANGUAGE] as Translation;
const others = Object.entries(translations).filter(([code]) => code !== BASE_LANGUAGE);

/** The type of plain text in a message. */
const LITERAL = 0;

/** The arguments of a message, with those inside its plurals and choices. */
function argumentsOf(message: string): string[] {
  const names = new Set<string>();
  const visit = (part: unknown): void => {
    if (typeof part !== "object" || part === null) return;
    const { type, value } = part as { readonly type?: number; readonly value?: unknown };
    if (type !== undefined && type !== LITERAL && typeof value === "string") names.add(value);
    for (const inside of Object.values(part)) visit(inside);
  };
  visit(new IntlMessageFormat(message).getAst());
  return [...names].sort();
}

/** Words that Spanish does not have, and that English sentences about the rules can hardly do without. */
const ENGLISH =
  /\b(?:the|of|and|with|from|training|hours|years?|months|degree|work|supervision\b(?!\s)|applicants?|which|whether|must|endorsed|holds?|provider)\b/i;

/** Names of associations and programs stay as they are. */
const NAMES = /\p{Lu}[\p{L}'’&-]*(?: (?:(?:of|for|the|and|in) )*\p{Lu}[\p{L}'’&-]*)+/gu;

describe.for(others)("%s", ([language, translation]) => {
  test("has every message, and every text of the rules", () => {
    expect(missingIn(translation, english, embeddedRulebook())).toEqual({ messages: [], rules: [] });
  });

  test("has a name and a help for every field, and a name for every word", () => {
    const lacking = formFields({ language }).flatMap(({ name, collection, language: shown, words = [] }) => [
      ...(shown === undefined ? [] : [`${collection?.name}.${name}`]),
      ...words.filter((word) => word.language !== undefined).map(({ value }) => `${name}: ${value}`),
    ]);
    expect(lacking).toEqual([]);
  });

  test("translates nothing that English does not say", () => {
    const said = saidByRules(embeddedRulebook());
    expect(Object.keys(translation.rules ?? {}).filter((text) => !said.has(text))).toEqual([]);
    expect(Object.keys(translation.messages ?? {}).filter((id) => english.messages?.[id] === undefined)).toEqual([]);
  });

  test("fills the same places in every message", () => {
    for (const [id, message] of Object.entries(translation.messages ?? {})) {
      expect(argumentsOf(message), id).toEqual(argumentsOf(english.messages?.[id] ?? ""));
    }
  });

  test("has no English word in a text", () => {
    const texts = [...Object.values(translation.messages ?? {}), ...Object.values(translation.rules ?? {})];
    expect(texts.filter((text) => ENGLISH.test(text.replaceAll(/\{[^}]*\}?/g, "").replaceAll(NAMES, "")))).toEqual([]);
  });

  test("keeps every number of the rules", () => {
    for (const [text, own] of Object.entries(translation.rules ?? {})) {
      const numbers = (from: string) => (from.match(/\d+(?:\.\d+)?/g) ?? []).sort();
      // the ages that names of categories bear here are no numbers of a rule
      const kept = numbers(own.replaceAll(/\((?:0 a 3|3 a 6)\)|de 0 a 3/g, ""));
      expect(kept, text).toEqual(numbers(text.replaceAll("3 to 6 years", "3 a 6").replaceAll("3 a 6", "3 6")));
    }
  });
});
