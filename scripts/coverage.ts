/** What golden cases leave untried: states, routes, thresholds, caps and days of change that no case stands on. */
import { dayNumber, isoDay } from "../src/base/calendar";
import { visit } from "../src/base/tree";
import { expectedPathways, type GoldenCase } from "../src/cases/golden";
import type { Pathway, PathwayFile, Requirement, Rulebook } from "../src/model/rulebook";
import type { AccountVerdict, RequirementAccount, Trace, Truth } from "../src/model/verdict";
import { appliesTo } from "../src/rules/applies";
import { beginOf, editionOn, endOf } from "../src/rules/editions";
import { requirementsIn } from "../src/rules/written";
import { judge } from "../src/verdict/judge";
import { traceOf } from "../src/verdict/traces";

/** A requirement of a case that the case says something about. */
interface Seen {
  readonly golden: GoldenCase;
  readonly asOf: number;
  readonly verdict: AccountVerdict;
  readonly found: RequirementAccount | undefined;
}

const expectedTruth = (expected: unknown): Truth | undefined => {
  if (typeof expected === "string") return expected as Truth;
  return (expected as { readonly status?: Truth } | null)?.status;
};

/** Lists what the cases leave untried, each in a sentence. */
export function untried(rulebook: Rulebook, cases: readonly GoldenCase[]): readonly string[] {
  const base = cases.filter(({ options }) => options.association === undefined);
  const seen = seenIn(rulebook, base);
  return Object.values(rulebook.pathways)
    .flatMap((file) =>
      file.pathways.flatMap((pathway) => [
        ...untriedIn(rulebook, pathway, file, seen.get(pathway.id) ?? new Map()),
        ...(pathway.kind !== "scholarship" && base.filter(({ expected }) => pathway.id in expected).length < 10
          ? [`${pathway.id} has fewer than 10 cases`]
          : []),
      ]),
    )
    .concat(untriedCaps(rulebook, seen));
}

type SeenById = ReadonlyMap<string, readonly Seen[]>;

const verdicts = new WeakMap<Rulebook, WeakMap<GoldenCase, AccountVerdict>>();

/** The verdict on a case by a rulebook, judged once however often coverage is asked for. */
function verdictOn(golden: GoldenCase, rulebook: Rulebook): AccountVerdict {
  const known = verdicts.get(rulebook) ?? new WeakMap<GoldenCase, AccountVerdict>();
  verdicts.set(rulebook, known);
  const { applicant, options, expected } = golden;
  const verdict =
    known.get(golden) ??
    judge(applicant, { ...options, rulebook, pathways: expectedPathways({ expected }), detail: "account" });
  known.set(golden, verdict);
  return verdict;
}

function seenIn(rulebook: Rulebook, cases: readonly GoldenCase[]): ReadonlyMap<string, SeenById> {
  const seen = new Map<string, Map<string, Seen[]>>();
  for (const golden of cases) {
    const verdict = verdictOn(golden, rulebook);
    for (const [pathway, { requirements = {} }] of Object.entries(golden.expected)) {
      const judged = verdict.pathways.find((one) => one.pathway === pathway);
      const byId = seen.get(pathway) ?? new Map<string, Seen[]>();
      seen.set(pathway, byId);
      for (const [id, one] of Object.entries(requirements)) {
        const found = judged?.requirements.find((requirement) => requirement.id === id);
        // only what the case says counts, and only if it is so
        if (one !== null && expectedTruth(one) !== found?.status) continue;
        const entry = { golden, asOf: dayNumber(golden.options.asOf), verdict, found };
        byId.set(id, [...(byId.get(id) ?? []), entry]);
      }
    }
  }
  return seen;
}

function untriedIn(rulebook: Rulebook, pathway: Pathway, file: PathwayFile, seen: SeenById): readonly string[] {
  const own = requirementsIn(rulebook, file).filter((one) => appliesTo(one, pathway.id));
  return own.flatMap((requirement) => {
    const editions = own.filter(({ id }) => id === requirement.id);
    const all = seen.get(requirement.id) ?? [];
    const here = all.filter(({ asOf }) => editionOn(editions, asOf) === requirement);
    const name = `${pathway.id}/${requirement.id}${requirement.inForce.from ? ` from ${requirement.inForce.from}` : ""}`;
    // an edition that ended before the pathway was offered asks nothing of anybody
    const next = Math.min(...editions.map(beginOf).filter((day) => day > beginOf(requirement)), endOf(requirement) + 1);
    const first = Math.min(...pathway.offered.map(beginOf));
    if (next <= first) return [];
    return [
      ...untriedStates(name, requirement, here),
      ...untriedRoutes(name, requirement, here),
      ...untriedThresholds(name, here),
      ...untriedDays(name, requirement, first, all),
    ];
  });
}

function untriedStates(name: string, { routes }: Requirement, seen: readonly Seen[]): readonly string[] {
  const states: readonly Truth[] = routes === undefined ? ["unknown"] : ["met", "unmet", "unknown"];
  return states
    .filter((state) => !seen.some(({ found }) => found?.status === state))
    .map((state) => `no case finds ${name} ${state}`);
}

function untriedRoutes(name: string, { routes = [] }: Requirement, seen: readonly Seen[]): readonly string[] {
  return routes.flatMap(({ id }) =>
    (["met", "unmet"] as const)
      .filter((state) => !seen.some(({ found }) => found?.routes.some((one) => one.id === id && one.status === state)))
      .map((state) => `no case finds route ${id} of ${name} ${state}`),
  );
}

/** A comparison of an amount with a number. */
interface Threshold {
  readonly key: string;
  readonly isOver: boolean;
  readonly value: number;
  readonly have: number;
}

function thresholdsOf({ found, verdict }: Seen): readonly Threshold[] {
  const thresholds: Threshold[] = [];
  for (const route of found?.routes ?? []) {
    visit<Trace>(traceOf(verdict, route), route.id, (node, at) => {
      if (!("fact" in node) || typeof node.value !== "number") return;
      const { fact, operator, value } = node;
      const measure = node.measure === undefined ? undefined : verdict.measures[node.measure];
      if (measure?.kind !== "amount") return;
      const key = `${at} (${fact} ${operator} ${value})`;
      thresholds.push({ key, isOver: operator === "greaterThan", value, have: measure.have });
    });
  }
  return thresholds;
}

function untriedThresholds(name: string, seen: readonly Seen[]): readonly string[] {
  const tried = new Map<string, { at: boolean; beside: boolean; isOver: boolean }>();
  for (const { key, value, have, isOver } of seen.flatMap(thresholdsOf)) {
    // nothing lies under nothing
    const known = tried.get(key) ?? { at: false, beside: value === 0, isOver };
    tried.set(key, known);
    const by = isOver ? have - value : value - have;
    if (by === 0) known.at = true;
    if (by > 0 && by <= 1) known.beside = true;
  }
  return [...tried].flatMap(([key, { at, beside, isOver }]) => [
    ...(at ? [] : [`no case stands on the threshold of ${name} ${key}`]),
    ...(beside ? [] : [`no case stands just ${isOver ? "over" : "under"} the threshold of ${name} ${key}`]),
  ]);
}

function untriedDays(
  name: string,
  requirement: Requirement,
  offered: number,
  seen: readonly Seen[],
): readonly string[] {
  const day = beginOf(requirement);
  if (!Number.isFinite(day) || day <= offered) return [];
  return [day, day - 1]
    .filter((one) => !seen.some(({ asOf }) => asOf === one))
    .map((one) => `no case judges ${name} on ${isoDay(one)}`);
}

function untriedCaps({ equivalences }: Rulebook, seen: ReadonlyMap<string, SeenById>): readonly string[] {
  const all = [...seen.values()].flatMap((byId) => [...byId.values()].flat());
  const amounts = all
    .flatMap(({ verdict }) => Object.values(verdict.measures))
    .flatMap((measure) => (measure.kind === "amount" ? measure : []));
  return equivalences.flatMap(({ id, atMost }) => {
    const sums = amounts.map(({ counted }) => {
      const own = counted.filter(({ equivalence }) => equivalence === id);
      return { sum: own.reduce((sum, { amount }) => sum + amount, 0), capped: own.some(({ capped }) => capped) };
    });
    return [
      ...(sums.some(({ sum, capped }) => sum === atMost && !capped) ? [] : [`no case stands at the cap of ${id}`]),
      ...(sums.some(({ capped }) => capped) ? [] : [`no case goes over the cap of ${id}`]),
    ];
  });
}
