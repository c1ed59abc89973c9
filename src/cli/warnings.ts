/**
 * What looks wrong in an applicant, for people.
 */
import type { Warning } from "../check/warnings/warning";
import { languageOf } from "../explain/language";
import { warningParts } from "../explain/warnings-words";
import { BASE_LANGUAGE } from "../rules/translations";
import { documentText } from "./document";
import type { Page } from "./terminal";

/** Lists warnings, the first ten; nothing where there are none. */
export function warningsText(warnings: readonly Warning[], page: Page, language: string = BASE_LANGUAGE): string {
  const parts = warningParts(warnings, languageOf({ language }));
  return parts.length === 0 ? "" : documentText({ language, parts }, page);
}
