/**
 * What looks wrong in an applicant, for people.
 */
import type { Warning } from "../check/warnings/warning";
import { type Page, shown, wrapped } from "./terminal";

const SHOWN = 10;

/** Lists warnings, the first ten; nothing where there are none. */
export function warningsText(warnings: readonly Warning[], page: Page): string {
  if (warnings.length === 0) return "";
  const lines = warnings
    .slice(0, SHOWN)
    .map(({ pointer, message, advice }) => wrapped(shown(`${pointer}: ${message}. ${advice}`), page, "  ! ", "    "));
  const more = warnings.length > SHOWN ? [`    and ${warnings.length - SHOWN} more`] : [];
  return `${[page.colors.bold("Look at these again"), ...lines, ...more].join("\n")}\n`;
}
