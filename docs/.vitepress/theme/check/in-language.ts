/** The words of the package in the language of the page. */
import type { FormOptions } from "endorsement-pathways/forms";
import type { Language } from "../../words";

const loaded = new Map<Language, FormOptions>([["en", { language: "en" }]]);

/** Loads the words of a language: English is there at once. */
export async function loadWords(language: Language): Promise<void> {
  if (loaded.has(language)) return;
  const { default: translation } = await import("endorsement-pathways/rules/translations/es.json?apart");
  loaded.set(language, { language, translation });
}

/** In which language the package writes; its words are loaded before. */
export const inLanguage = (language: Language): FormOptions => loaded.get(language) ?? { language: "en" };
