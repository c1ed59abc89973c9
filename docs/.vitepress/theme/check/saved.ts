/** What someone told, kept in this browser only. */
import type { Applicant } from "endorsement-pathways";
import { readApplicant } from "./read-applicant";

const KEY = "endorsement-pathways/check";

/** What is kept. */
export interface Saved {
  readonly applicant: Applicant;
  /** Questions that were answered with "I don't know". */
  readonly dontKnow: readonly string[];
  /** The pathway that was chosen; empty for the nearest. */
  readonly pathway: string;
  /** The pathway that was the nearest when it was last looked for. */
  readonly nearest?: string;
  /** Hours in a month. */
  readonly pace: { readonly trainingHours: number; readonly rscHours: number };
}

/** What is kept before anything was told. */
export const nothingTold: Saved = { applicant: {}, dontKnow: [], pathway: "", pace: { trainingHours: 4, rscHours: 2 } };

/** Reads what is kept; what cannot be read is nothing. */
export function readSaved(): Saved {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? "null") as Partial<Saved> | null;
    const parsed = readApplicant(kept?.applicant ?? {});
    if (kept === null || !parsed.success) return nothingTold;
    return { ...nothingTold, ...kept, applicant: parsed.data };
  } catch {
    return nothingTold;
  }
}

/** Keeps what was told; where the browser keeps nothing, it lasts as long as the page. */
export function keep(saved: Saved): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(saved));
  } catch {
    // private windows of some browsers refuse
  }
}

/** Deletes what is kept. */
export function forget(): void {
  try {
    localStorage.removeItem(KEY);
  } catch {
    // nothing was kept
  }
}
