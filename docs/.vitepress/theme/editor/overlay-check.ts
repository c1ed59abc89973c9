/** Checks an association's file in the page, and tells what it changes, as the command `rules check` does. */
import { type Overlay, rulebook } from "endorsement-pathways";
import { safeParseOverlay } from "endorsement-pathways/schema";
import { dayNumber } from "../../../../src/base/calendar";
import { type EffectGroup, effectsOf, groupEffects } from "../../../../src/cases/changes";
import type { GoldenCase, GoldenFile } from "../../../../src/cases/golden";
import { checkNumbers } from "../../../../src/check/numbers";
import type { Lines } from "../../../../src/explain/condition";
import { overlayLines } from "../../../../src/explain/overlay";

/** What is wrong, or what the file does. */
export type OverlayCheck =
  | { readonly isGood: false; readonly issues: readonly string[] }
  | {
      readonly isGood: true;
      readonly overlay: Overlay;
      /** What its author should look at again. */
      readonly findings: readonly string[];
      /** What it changes against the base. */
      readonly changes: readonly Lines[];
    };

/** Reads a file. */
export function checkOverlay(text: string, asOf: string): OverlayCheck {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return { isGood: false, issues: [error instanceof Error ? error.message : String(error)] };
  }
  const parsed = safeParseOverlay(json);
  if (!parsed.success) {
    return { isGood: false, issues: parsed.issues.map(({ pointer, message }) => `${pointer || "/"}: ${message}`) };
  }
  const book = rulebook();
  return {
    isGood: true,
    overlay: parsed.data,
    findings: checkNumbers(book, parsed.data).map(({ pointer, message }) => `${pointer}: ${message}`),
    changes: overlayLines(book, parsed.data, dayNumber(asOf)),
  };
}

const files = import.meta.glob<GoldenFile>("../../../../cases/*.json", { import: "default" });

/** Which golden cases feel it. */
export async function effectsIn(
  overlay: Overlay,
): Promise<{ readonly all: number; readonly groups: readonly EffectGroup[] }> {
  const loaded = await Promise.all(Object.values(files).map((load) => load()));
  const cases: readonly GoldenCase[] = loaded.flatMap((file) => file.cases);
  return { all: cases.length, groups: groupEffects(effectsOf(rulebook(), overlay, cases)) };
}
