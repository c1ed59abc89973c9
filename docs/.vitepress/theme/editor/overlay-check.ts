/** Checks an association's file in the page, and tells what it changes, as the command `rules check` does. */
import { type Overlay, rulebook } from "endorsement-pathways";
import { safeParseOverlay } from "endorsement-pathways/schema";
import { dayNumber } from "../../../../src/base/calendar";
import { messageOf } from "../../../../src/base/errors";
import { casesFor, type EffectGroup, effectsOf, groupEffects } from "../../../../src/cases/changes";
import type { GoldenCase, GoldenFile } from "../../../../src/cases/golden";
import { checkNumbers } from "../../../../src/check/numbers";
import { isExtension } from "../../../../src/check/parse";
import { type OverlayChanges, overlayChanges } from "../../../../src/explain/overlay";

/** What is wrong, or what the file does. */
export type OverlayCheck =
  | { readonly isGood: false; readonly issues: readonly string[] }
  | ({
      readonly isGood: true;
      readonly overlay: Overlay;
      /** What its author should look at again. */
      readonly findings: readonly string[];
      /** Whether it keeps what the shipped file of the association says. */
      readonly isExtending: boolean;
    } & OverlayChanges);

/** Reads a file. */
export function checkOverlay(text: string, asOf: string): OverlayCheck {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return { isGood: false, issues: [messageOf(error)] };
  }
  const parsed = safeParseOverlay(json);
  if (!parsed.success) {
    return { isGood: false, issues: parsed.issues.map(({ pointer, message }) => `${pointer || "/"}: ${message}`) };
  }
  const book = rulebook();
  const { data: overlay } = parsed;
  return {
    isGood: true,
    overlay,
    isExtending: isExtension(json),
    findings: checkNumbers(book, overlay).map(({ pointer, message }) => `${pointer}: ${message}`),
    ...overlayChanges(book, overlay, dayNumber(asOf)),
  };
}

const files = import.meta.glob<GoldenFile>("../../../../cases/**/*.json", { import: "default" });

/** Which golden cases feel it. */
export async function effectsIn(
  overlay: Overlay,
): Promise<{ readonly all: number; readonly groups: readonly EffectGroup[] }> {
  const loaded = await Promise.all(Object.values(files).map((load) => load()));
  const book = rulebook();
  const cases: readonly GoldenCase[] = casesFor(
    overlay,
    loaded.flatMap((file) => file.cases),
  );
  const shipped = book.associations[overlay.id];
  return { all: cases.length, groups: groupEffects(effectsOf(book, overlay, cases, shipped)) };
}
