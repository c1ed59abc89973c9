/** The rules that all pages are written from, as they stand on the day of the build. */
import { readRules } from "../../../scripts/rules-folder";
import { marks, unmarked } from "../../../src/explain/language";
import { type PathwayInForce, rulesInForce } from "../../../src/index";
import { type Language, words } from "../words";
import { escaped } from "./markdown";
import { writing } from "./writing";

/** The day of the pages: today, or `DOCS_AS_OF`. */
export const asOf: string = process.env["DOCS_AS_OF"] ?? new Date().toISOString().slice(0, 10);

/** Every rule in every edition. */
export const rulebook = readRules();

/** What is in force without any association. */
export const base = rulesInForce({ asOf });

/** Writes what the rules say as Markdown; what is not translated is marked as English. */
export const ruleText = (language: Language, english: string): string => {
  const text = writing(language).rule(english);
  return text.startsWith(marks.open)
    ? `<span lang="en">${escaped(text.slice(marks.open.length, -marks.close.length))}</span> ${words[language].inEnglish}`
    : escaped(text);
};

/** What the rules say as bare text, in English where it is not translated. */
export const plainText = (language: Language, english: string): string => unmarked(writing(language).rule(english));

/** Finds a pathway as it is in force. */
export function pathwayOf(id: string): PathwayInForce {
  const pathway = base.pathways.find((one) => one.id === id);
  if (pathway === undefined) throw new Error(`${id} is missing from the rules in force`);
  return pathway;
}

/** Whether it is a category or an add-on. */
export const isAwarded = ({ kind }: Pick<PathwayInForce, "kind">): boolean => kind === "category" || kind === "add-on";

/** The short form under which a pathway is awarded. */
export const shortName = (id: string): string => {
  const pathway = pathwayOf(id);
  return pathway.label ?? pathway.id;
};

/** The name of a pathway, with its short form. */
export function pathwayName(id: string, language: Language): string {
  const pathway = pathwayOf(id);
  const name = plainText(language, pathway.name);
  return isAwarded(pathway) ? `${name} (${shortName(id)})` : name;
}
