/**
 * Reads rulebooks and overlays from unknown data: each is refused with every issue at once.
 */
import type * as z from "zod";
import { RulebookError } from "../base/errors";
import { deepFreeze } from "../base/freeze";
import type { Overlay } from "../model/overlay";
import type { Rulebook } from "../model/rulebook";
import { embeddedRulebook } from "../rules/embedded";
import { overlaySchema, rulebookSchema } from "../schemas/rulebook";
import { checkOverlay } from "./overlay";
import { collector, escapeKey } from "./report";
import { checkRulebook } from "./rulebook";
import { reportIssues } from "./shape-issues";

/**
 * Reads a rulebook from unknown data.
 *
 * @param input - Parsed JSON: the content of `rules/`, put together as {@link Rulebook} says.
 * @returns The rulebook, frozen.
 * @throws {@link RulebookError} with every issue found, each with a JSON pointer.
 */
export function parseRulebook(input: unknown): Rulebook {
  const rulebook = shaped(rulebookSchema, input);
  const { issues, report } = collector();
  checkRulebook(rulebook, report);
  if (issues.length === 0) {
    for (const [key, overlay] of Object.entries(rulebook.associations)) {
      const pointer = `/associations/${escapeKey(key)}`;
      if (overlay.id !== key) {
        report(
          "wrong-id",
          `${pointer}/id`,
          `the file is named ${key}; name it after its id ${overlay.id}, or correct the id`,
        );
      }
      checkOverlay(rulebook, overlay, report, pointer);
    }
  }
  if (issues.length > 0) throw new RulebookError(issues);
  return deepFreeze(rulebook);
}

/**
 * Reads an association's overlay from unknown data.
 *
 * @param input - Parsed JSON.
 * @param rulebook - The base rulebook; the embedded one where absent.
 * @returns The overlay, frozen.
 * @throws {@link RulebookError} with every issue found, each with a JSON pointer.
 */
export function parseOverlay(input: unknown, rulebook: Rulebook = embeddedRulebook()): Overlay {
  const overlay = shaped(overlaySchema, input);
  const { issues, report } = collector();
  checkOverlay(rulebook, overlay, report, "");
  if (issues.length > 0) throw new RulebookError(issues);
  return deepFreeze(overlay);
}

/** Reads data of a shape. */
function shaped<T>(schema: z.ZodType<T>, input: unknown): T {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  const { issues, report } = collector();
  reportIssues(result.error.issues, input, "", report);
  throw new RulebookError(issues);
}
