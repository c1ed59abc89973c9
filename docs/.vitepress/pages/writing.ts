import { languageOf, type Language as RuleLanguage } from "../../../src/explain/language";
import type { Language } from "../words";

/** How a language writes days, money, lists, and what the rules say. */
export const writing = (language: Language): RuleLanguage => languageOf({ language });
