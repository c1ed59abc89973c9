/**
 * Golden cases: situations with the verdict that the sources ask for. They ship with the rules as their conformance suite.
 */
import { leavesOf } from "../base/tree";
import type { Applicant, AssociationId, Day } from "../model/applicant";
import type { Sources } from "../model/language";
import type { PathwayId, Stage } from "../model/rulebook";
import type { AccountVerdict, PathwayAccount, PathwayStatus, RequirementAccount, Truth } from "../model/verdict";
import { traceOf } from "../verdict/traces";

/** What a case expects to be missing. */
export interface ExpectedGap {
  /** How much. */
  readonly amount: number;
  /** The unit: `hours`, `months`, `entries`, or the name of the field that is added up. */
  readonly unit: string;
  /** The place that stays empty. */
  readonly slot?: string;
}

/** What a case expects of one requirement. */
export interface ExpectedRequirement {
  /** Its state. */
  readonly status: Truth;
  /** The route that satisfies it, or comes nearest. */
  readonly route?: string;
  /** Every equivalence by which evidence counts toward it, in any order. */
  readonly equivalences?: readonly string[];
  /** What is missing; every one listed must be among the gaps of the requirement. */
  readonly gaps?: readonly ExpectedGap[];
  /** Whose rule it is. */
  readonly origin?: string;
}

/** What a case expects of one pathway; what it leaves out may be anything. */
export interface ExpectedPathway {
  /** Its state. */
  readonly status?: PathwayStatus;
  /** Its name. */
  readonly name?: string;
  /** The states of its stages. */
  readonly stages?: Readonly<Partial<Record<Stage, Truth>>>;
  /** Its requirements; `null` for one that is not asked for on that day. */
  readonly requirements?: Readonly<Record<string, Truth | ExpectedRequirement | null>>;
  /** Questions whose answer could change the verdict. */
  readonly questions?: readonly string[];
  /** What replaced it. */
  readonly replacedBy?: readonly PathwayId[];
  /** The last day to renew. */
  readonly due?: Day;
  /** The last day of the cycle of renewal that is judged. */
  readonly cycleEnds?: Day;
}

/** One golden case. */
export interface GoldenCase {
  /** The id, unique among all cases. */
  readonly id: string;
  /** The situation and what follows from it, in a sentence. */
  readonly description: string;
  /** The documents that it proves. */
  readonly sources: Sources;
  /** The applicant. */
  readonly applicant: Applicant;
  /** The day of judgment, and the association if any. */
  readonly options: {
    /** The day of judgment. */
    readonly asOf: Day;
    /** The association whose rules apply. */
    readonly association?: AssociationId;
  };
  /** What is expected, by pathway. Only these pathways are judged. */
  readonly expected: Readonly<Record<string, ExpectedPathway>>;
}

/** The pathways of which a case expects something. */
export const expectedPathways = ({ expected }: Pick<GoldenCase, "expected">): readonly PathwayId[] =>
  Object.keys(expected) as PathwayId[];

/** The golden cases of one pathway or association. */
export interface GoldenFile {
  /** Where the schema of the file is, for an editor; it is ignored. */
  readonly $schema?: string;
  /** What the cases are about. */
  readonly title: string;
  /** The cases. */
  readonly cases: readonly GoldenCase[];
}

/**
 * Compares a verdict with what a case expects.
 *
 * @returns A sentence for each difference; none where the case holds.
 */
export function failuresOf(golden: Pick<GoldenCase, "expected">, verdict: AccountVerdict): string[] {
  return Object.entries(golden.expected).flatMap(([id, expected]) => {
    const pathway = verdict.pathways.find((one) => one.pathway === id);
    if (pathway === undefined) return [`${id} was not judged`];
    return pathwayFailures(expected, pathway, verdict).map((failure) => `${id}: ${failure}`);
  });
}

function pathwayFailures(expected: ExpectedPathway, pathway: PathwayAccount, verdict: AccountVerdict): string[] {
  const { status, name, stages = {}, requirements = {}, questions = [], replacedBy, due, cycleEnds } = expected;
  const bearing = pathway.questions.map(({ id }) => id);
  return [
    ...differs("status", status, pathway.status),
    ...differs("name", name, pathway.name),
    ...Object.entries(stages).flatMap(([stage, truth]) =>
      differs(`stage ${stage}`, truth, pathway.stages[stage as Stage]),
    ),
    ...Object.entries(requirements).flatMap(([id, one]) => requirementFailures(id, one, pathway, verdict)),
    ...questions.flatMap((id) => (bearing.includes(id) ? [] : [`the question ${id} does not bear`])),
    ...differs("replaced by", replacedBy?.join(), pathway.replacedBy?.join()),
    ...differs("due", due, pathway.due),
    ...differs("last day of the cycle", cycleEnds, pathway.cycle?.to),
  ];
}

function requirementFailures(
  id: string,
  expected: Truth | ExpectedRequirement | null,
  { requirements, gaps }: PathwayAccount,
  verdict: AccountVerdict,
): string[] {
  const found = requirements.find((one) => one.id === id);
  if (expected === null) return found === undefined ? [] : [`${id} is asked for`];
  if (found === undefined) return [`${id} is not asked for`];
  const wanted: ExpectedRequirement = typeof expected === "string" ? { status: expected } : expected;
  const own = gaps.filter(({ requirement }) => requirement === id);
  return [
    ...differs("status", wanted.status, found.status),
    ...differs("route", wanted.route, found.route),
    ...differs("origin", wanted.origin, found.origin ?? "alliance"),
    ...differs("equivalences", wanted.equivalences && sorted(wanted.equivalences), sorted(used(found, verdict))),
    ...(wanted.gaps ?? []).flatMap(({ amount, unit, slot }) =>
      own.some((gap) => gap.amount === amount && gap.unit === unit && gap.slot === slot)
        ? []
        : [`no gap of ${amount} ${unit}${slot ? ` in ${slot}` : ""}`],
    ),
  ].map((failure) => `${id}: ${failure}`);
}

function differs(what: string, expected: string | undefined, found: string | undefined): string[] {
  if (expected === undefined || expected === found) return [];
  return [`${what} is ${found ?? "absent"}, expected ${expected}`];
}

const sorted = (words: Iterable<string>) => [...new Set(words)].sort().join(", ");

/** The equivalences by which evidence counts in the routes of a requirement. */
function used({ routes }: RequirementAccount, verdict: AccountVerdict): string[] {
  return routes
    .flatMap((route) => leavesOf(traceOf(verdict, route)))
    .flatMap(({ measure = "" }) => verdict.measures[measure] ?? [])
    .flatMap((measure) => (measure.kind === "amount" ? measure.counted : []))
    .flatMap(({ equivalence }) => equivalence ?? []);
}
