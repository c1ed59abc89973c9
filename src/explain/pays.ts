/**
 * What help with the cost pays for, in words.
 */
import type { PaidCost } from "../model/rulebook";
import type { Language } from "./language";

/** Says what help with cost pays for, and that it pays only what goes before Endorsement where that is so. */
export function paysWords(pays: readonly PaidCost[], { say, list }: Pick<Language, "say" | "list">): string {
  const isBefore = pays.every((cost) => cost === "rsc" || cost === "training");
  const what = list(
    pays.map((cost) => say(`paid-${cost}`)),
    "and",
  );
  return say(isBefore ? "pays-before" : "pays", { what });
}
