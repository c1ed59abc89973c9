/**
 * Reads rulebooks and overlays from unknown data: each is refused with every issue at once.
 */
import type * as z from "zod";
import { RulebookError } from "../base/errors";
import { escapeKey, readPointer, writtenPointer } from "../base/pointer";
import type { Overlay } from "../model/overlay";
import type { Rulebook } from "../model/rulebook";
import { embeddedRulebook } from "../rules/embedded";
import { extended } from "../rules/extended";
import { sealed } from "../rules/hash";
import { overlayExtensionSchema, overlaySchema, rulebookSchema } from "../schemas/rulebook";
import { parsedRulebook } from "../verdict/options";
import { copyJson, isLimit, type JsonBounds } from "./json-data";
import { boundsOf, MAX_DEPTH, type ReadOptions } from "./limits";
import { checkOverlay } from "./overlay";
import { collector, quote, type Report, suggest } from "./report";
import { checkRulebook } from "./rulebook";
import { reportIssues } from "./shape-issues";

/**
 * Reads a rulebook from unknown data.
 *
 * @category Read unknown data
 * @param input - Parsed JSON: the content of `rules/`, put together as {@link Rulebook} says; at most 500,000 values,
 * nested at most 64 levels.
 * @param options - Lower bounds on how much is read.
 * @returns The rulebook, frozen.
 * @throws {@link RulebookError} with every issue found, each with a JSON pointer.
 * @throws {@link ApplicantError} where a bound is wrong.
 */
export function parseRulebook(input: unknown, options?: ReadOptions): Rulebook {
  const rulebook = shaped(rulebookSchema, copyJson(input, rulebookBounds(options)));
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
  return sealed(rulebook);
}

/**
 * Reads an association's overlay from unknown data. One that `extends` a shipped one keeps what that says; what it says of
 * something takes its place from the first day of that on.
 *
 * @category Read unknown data
 * @param input - Parsed JSON: at most 50,000 values, nested at most 64 levels.
 * @param rulebook - The base rulebook; the embedded one where absent.
 * @param options - Lower bounds on how much is read.
 * @returns The overlay, frozen.
 * @throws {@link RulebookError} with every issue found, each with a JSON pointer.
 * @throws {@link ApplicantError} where a bound is wrong.
 */
export function parseOverlay(input: unknown, rulebook: Rulebook = embeddedRulebook(), options?: ReadOptions): Overlay {
  const { issues, report } = collector();
  const overlay = overlayIn(input, parsedRulebook(rulebook), overlayBounds(options), report);
  if (issues.length > 0) throw new RulebookError(issues);
  return sealed(overlay);
}

function overlayIn(input: unknown, rulebook: Rulebook, bounds: JsonBounds, report: Report): Overlay {
  const copy = copyJson(input, bounds);
  if (!isExtension(copy.value)) {
    const overlay = shaped(overlaySchema, copy);
    checkOverlay(rulebook, overlay, report, "");
    return overlay;
  }
  const own = shaped(overlayExtensionSchema, copy);
  const { associations } = rulebook;
  const shipped = Object.hasOwn(associations, own.extends) ? associations[own.extends] : undefined;
  if (shipped === undefined) {
    const message = `no association ${quote(own.extends)} is shipped; ${suggest(own.extends, Object.keys(associations))}`;
    throw new RulebookError([{ code: "unknown-association", pointer: "/extends", message }]);
  }
  const whole = extended(rulebook, shipped, own);
  // what is shipped was checked; it stands behind what the file says
  const ofOwn: Report = (code, pointer, message) => {
    const [key = "", index = ""] = readPointer(pointer);
    const mine: unknown = Reflect.get(own, key);
    if (!/^\d+$/.test(index) || (Array.isArray(mine) && Number(index) < mine.length)) report(code, pointer, message);
  };
  checkOverlay(rulebook, whole, ofOwn, "");
  return whole;
}

/** Whether data says that it extends a shipped overlay. */
export const isExtension = (input: unknown): boolean =>
  typeof input === "object" && input !== null && Object.hasOwn(input, "extends");

/** How much an overlay may be; the largest today has some thousands of values. */
export const overlayBounds = (options?: ReadOptions): JsonBounds =>
  boundsOf(options, { depth: MAX_DEPTH, values: 50_000 });
/** How much a rulebook with its overlays may be. */
export const rulebookBounds = (options?: ReadOptions): JsonBounds =>
  boundsOf(options, { depth: MAX_DEPTH, values: 500_000 });

/** Reads data of a shape. */
function shaped<T>(schema: z.ZodType<T>, { value, faults }: ReturnType<typeof copyJson>): T {
  const { issues, report } = collector();
  for (const { code, path, expected, received, advice } of faults) {
    report(code, writtenPointer(path), `expected ${expected}, received ${received}; ${advice}`);
  }
  if (faults.some(isLimit)) throw new RulebookError(issues);
  const result = schema.safeParse(value);
  if (result.success && issues.length === 0) return result.data;
  const told = new Set(issues.map(({ pointer }) => pointer));
  const beside: Report = (code, pointer, message) => {
    if (!told.has(pointer)) report(code, pointer, message);
  };
  if (!result.success) reportIssues(result.error.issues, value, schema, beside);
  throw new RulebookError(issues);
}
