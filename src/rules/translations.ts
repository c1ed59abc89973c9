/**
 * The words for people: the one importer of `rules/translations/`. A further language is a file there, and its line here.
 */
import en from "../../rules/translations/en.json";
import es from "../../rules/translations/es.json";
import type { Translation } from "../model/translation";

/** The language that has every word. */
export const BASE_LANGUAGE = "en";

/** The words of each language. */
export const translations: Readonly<Record<string, Translation>> = { en, es };

/** The id of something that explanations say. */
export type MessageId = keyof typeof en.messages;
