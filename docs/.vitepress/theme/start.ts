/** Which categories five answers lead to. */

/** What someone does, by the scopes of practice. */
export const doings = ["care", "families", "therapy", "supervise", "policy", "teach"] as const;
/** What someone does. */
export type Doing = (typeof doings)[number];

/** Ages of the children. */
export const ageGroups = ["baby", "young", "both"] as const;
/** Ages of the children. */
export type AgeGroup = (typeof ageGroups)[number];

/** Degrees and credentials, as far as they lead to another category. */
export const degrees = ["none", "cda", "college", "master", "license"] as const;
/** A degree or credential. */
export type Degree = (typeof degrees)[number];

/** Reflective supervision, as far as it leads to another category. */
export const supervisions = ["none", "some", "much"] as const;
/** Whether someone receives reflective supervision. */
export type SupervisionAnswer = (typeof supervisions)[number];

/** The answers of the start page. */
export interface StartAnswers {
  readonly ages: AgeGroup;
  readonly doing: Doing;
  readonly degree: Degree;
  readonly supervision: SupervisionAnswer;
}

type Scope = "FA" | "FS" | "MHS" | "MHM-C" | "MHM-P" | "MHM-RF" | "ERS";

/** The categories to look at, the likeliest first; at most two of each endorsement. Nothing until it is told what someone does. */
export function suggested({ ages = "both", doing, degree, supervision }: Partial<StartAnswers>): readonly string[] {
  if (doing === undefined) return [];
  const scopes = scopesOf(doing, degree === "master" || degree === "license", supervision);
  const bands = ages === "both" ? (["baby", "young"] as const) : ([ages] as const);
  return [...new Set(bands.flatMap((band) => scopes.map((scope) => idOf(scope, band))))];
}

function scopesOf(doing: Doing, isGraduate: boolean, supervision: SupervisionAnswer | undefined): readonly Scope[] {
  switch (doing) {
    case "care":
      // who receives reflective supervision may be near Family Specialist, too
      return supervision === "some" || supervision === "much" ? ["FA", "FS"] : ["FA"];
    case "families":
      return supervision === "none" ? ["FS", "FA"] : ["FS"];
    case "therapy":
      return isGraduate ? ["MHS", "FS"] : ["FS", "FA"];
    case "supervise":
      return isGraduate ? ["ERS", "MHM-C"] : ["ERS", "FS"];
    case "policy":
      return isGraduate ? ["MHM-P"] : ["MHM-P", "FS"];
    case "teach":
      return isGraduate ? ["MHM-RF"] : ["MHM-RF", "FS"];
  }
}

/** `IFA`, `ECFA`; the add-on serves both. */
const idOf = (scope: Scope, band: "baby" | "young"): string =>
  scope === "ERS" ? scope : `${band === "baby" ? "I" : "EC"}${scope}`;
