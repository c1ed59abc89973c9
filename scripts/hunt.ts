/** Looks for a golden case that notices a mutant. */

import { deepFreeze } from "../src/base/freeze";
import { expectedPathways, failuresOf, type GoldenCase } from "../src/cases/golden";
import type { PathwayFile, Rulebook } from "../src/model/rulebook";
import type { StatusVerdict } from "../src/model/verdict";
import { knowDigest } from "../src/rules/digest";
import { sealed } from "../src/rules/hash";
import { requirementsIn } from "../src/rules/written";
import { judge } from "../src/verdict/judge";
import { asksForAges, type Container, type Mutant, mutantsOf } from "./mutants";

/** Parts of the rulebook that are changed. */
export const parts = [
  "pathways",
  "requirements",
  "routes",
  "conditions",
  "equivalences",
  "credentials",
  "associations",
] as const;
/** A part of the rulebook that is changed. */
export type Part = (typeof parts)[number];

/** A mutant that no case can notice, with the reason. */
export interface Equivalent {
  readonly pointer: string;
  readonly change: string;
  /** Why the rules say the same with it. */
  readonly because: string;
}

/** The bands of one reading of month 36, where a rule asks for ages in the training only. */
const bandsForTraining: readonly Equivalent[] = ["mentor-policy", "mentor-research-faculty"].flatMap((file) =>
  [
    ["from-36/0", "36 → 35"],
    ["from-36/0", "36 → 37"],
    ["from-36/1", "71 → 72"],
    ["from-37/1", "71 → 72"],
  ].map(([end, change = ""]) => ({
    pointer: `/pathways/${file}/pathways/1/ageBand/readings/${end}`,
    change,
    because: "Training about other ages leaves its requirement unknown whichever band holds: that it counts is open.",
  })),
);

/** The span of hours of vetted providers from 2024 on, in Washington. */
const spansOfVetted: readonly Equivalent[] = (
  [
    ["6/replace/routes/2/conditions/all/1", ["atLeastMonths", "atMostMonths"]],
    ["7/replace/routes/1/conditions/all/1", ["atLeastMonths", "atMostMonths"]],
    ["8/replace/routes/1/conditions/all/1", ["atLeastMonths", "atMostMonths"]],
    ["9/replace/routes/1/conditions/all/1", ["atLeastMonths", "atMostMonths"]],
  ] as const
).flatMap(([at, ends]) =>
  ends.flatMap((end) =>
    (end === "atLeastMonths" ? ["12 → 11", "12 → 13"] : ["24 → 23", "24 → 25"]).map((change) => ({
      pointer: `/associations/us-wa/requirements/${at}/params/within/readings/one-to-two-years/${end}`,
      change,
      because: "Whether such hours still count is open, so the route is unknown whatever the span of one reading.",
    })),
  ),
);

/** Cycles of a year that follow others of a year: those of all associations until 2024, or one of their own. */
const cyclesByYear: readonly Equivalent[] = [
  ...["al", "ct", "in", "ma", "ok", "or", "tn", "wa"].map((state) => ({ of: `us-${state}/cycle/0`, hasOwn: false })),
  ...["az", "mi", "nm", "sc"].map((state) => ({ of: `us-${state}/cycle/2`, hasOwn: true })),
].flatMap(({ of, hasOwn }) =>
  ["2025-01-01 → 2024-12-31", ...(hasOwn ? ["2025-01-01 → 2025-01-02"] : [])].map((change) => ({
    pointer: `/associations/${of}/inForce/from`,
    change,
    because: "The cycle before it is the same: 12 months that end on 31 December.",
  })),
);

/** The mutants that no case can notice. One that is not among the mutants, or that a case notices, is stale. */
export const equivalent: readonly Equivalent[] = [
  {
    pointer:
      "/associations/us-mi/requirements/1/replace/routes/0/conditions/readings/spread/params/within/atMostMonths",
    change: "12 → 13",
    because: "The hours lie within a renewal cycle of 12 months, so a longer window holds no more of them.",
  },
  {
    pointer: "/associations/us-or/conditions/1/inForce/from",
    change: "2018 → 2017",
    because: "Until the end of 2017 the hours are recommended, and no route names it.",
  },
  {
    pointer: "/equivalences/0/inForce/from",
    change: "2025-01-01 → 2024-12-31",
    because: "The requirement that uses it begins on 1 January 2025; a check keeps it from beginning earlier.",
  },
  ...["2023-01-01 → 2022-12-31", "2023-01-01 → 2023-01-02"].map((change) => ({
    pointer: "/associations/us-wa/conditions/8/conditions/value",
    change,
    because: "The routes that name it hold from 2024 on, and every verdict of theirs is later.",
  })),
  {
    pointer: "/associations/us-tn/conditions/0/inForce/from",
    change: "2024-01-01 → 2023-12-31",
    because: "Hours on diversity are asked for from 2024 on, so that on the day before no rule names it.",
  },
  {
    pointer: "/routes/former-early-childhood-reflective-supervisor/conditions/readings/infants-only/value",
    change: "1 → 2",
    because: "Who was Infant Family Reflective Supervisor holds the add-on by the route beside it.",
  },
  {
    pointer: "/routes/renewal-rsc-mid-cycle/conditions/all/1/readings/whole-amount/value",
    change: "36 → 37",
    because: "Whoever has the whole amount meets the route beside it.",
  },
  ...cyclesByYear,
  ...spansOfVetted,
  ...bandsForTraining,
];

/** What is wrong with the cases, or with the list. */
export interface Unexplained extends Pick<Mutant, "pointer" | "change"> {
  /** `survived`: no case notices it; `stale`: it is on the list for nothing. */
  readonly what: "survived" | "stale";
}

/** Lists the mutants that neither a case notices nor the list explains, and what of the list is stale. */
export function unexplained(
  survived: readonly Pick<Mutant, "pointer" | "change">[],
  hunted: readonly Prey[],
  list: readonly Pick<Mutant, "pointer" | "change">[] = equivalent,
): readonly Unexplained[] {
  const isSame = (one: Pick<Mutant, "pointer" | "change">, other: Pick<Mutant, "pointer" | "change">) =>
    one.pointer === other.pointer && one.change === other.change;
  const wasHunted = ({ pointer }: Pick<Mutant, "pointer">) =>
    hunted.some(({ part, name }) => pointer.startsWith(`/${[part, ...(name === undefined ? [] : [name])].join("/")}/`));
  const unlisted = survived.filter((mutant) => !list.some((one) => isSame(one, mutant)));
  const stale = list.filter((one) => wasHunted(one) && !survived.some((mutant) => isSame(one, mutant)));
  return [
    ...unlisted.map(({ pointer, change }) => ({ what: "survived", pointer, change }) as const),
    ...stale.map(({ pointer, change }) => ({ what: "stale", pointer, change }) as const),
  ];
}

/** Lists the cases that fail with the rules as they are: nothing can be learned from them about mutants. */
export function failing(rulebook: Rulebook, cases: readonly GoldenCase[]): readonly string[] {
  const book = sealed(rulebook);
  return cases.filter((golden) => fails(book, golden)).map(({ id }) => id);
}

/** A file of rules with its mutants. */
export interface Prey {
  readonly part: Part;
  /** The file's name, of a part that has one for each pathway file or association. */
  readonly name?: string;
  readonly mutants: readonly Mutant[];
}

/** Lists every file of rules with its mutants. */
export function preyOf(rulebook: Rulebook): readonly Prey[] {
  const bodies = new Map(rulebook.conditions.map(({ id, conditions }) => [id, conditions as unknown]));
  return parts.flatMap((part): Prey[] => {
    if (part !== "pathways" && part !== "associations") {
      return [{ part, mutants: mutantsOf(rulebook[part], `/${part}`) }];
    }
    return Object.entries(rulebook[part]).map(([name, file]) => {
      const pointer = `/${part}/${name}`;
      if (part === "associations") return { part, name, mutants: mutantsOf(file, pointer) };
      const asks = agesAskedFor(rulebook, file as PathwayFile, bodies);
      return { part, name, mutants: mutantsOf(file, pointer, ([, at]) => asks[Number(at)] === true) };
    });
  });
}

/** Of each pathway of a file, in their order: whether some rule of it asks for its ages. */
function agesAskedFor(rulebook: Rulebook, file: PathwayFile, bodies: ReadonlyMap<string, unknown>): readonly boolean[] {
  const requirements = requirementsIn(rulebook, file);
  return file.pathways.map(({ id }) =>
    asksForAges(
      requirements.filter(({ pathways = [id] }) => pathways.includes(id)),
      bodies,
    ),
  );
}

/** Finds the mutants of a file that no case notices. */
export function survivors(
  rulebook: Rulebook,
  { part, name, mutants }: Prey,
  cases: readonly GoldenCase[],
  tick: () => void = () => {},
): readonly Mutant[] {
  const pool = [...casesFor(rulebook, part, name, cases)];
  return mutants.filter((mutant) => {
    tick();
    return !isNoticed(mutated(rulebook, part, name, mutant), pool);
  });
}

function casesFor({ pathways }: Rulebook, part: Part, name: string | undefined, cases: readonly GoldenCase[]) {
  if (part === "associations") return cases.filter(({ options }) => options.association === name);
  if (part !== "pathways") return cases;
  const own = pathways[name ?? ""]?.pathways.map(({ id }) => id) ?? [];
  return cases.filter(({ expected }) => own.some((id) => id in expected));
}

function mutated(rulebook: Rulebook, part: Part, name: string | undefined, mutant: Mutant): Rulebook {
  const whole = rulebook[part] as unknown as Container;
  if (name === undefined) {
    const data = structuredClone(whole);
    mutant.make(data);
    return { ...rulebook, [part]: data };
  }
  const data = structuredClone(whole[name]) as Container;
  mutant.make(data);
  return { ...rulebook, [part]: { ...whole, [name]: data } };
}

function isNoticed(rulebook: Rulebook, pool: GoldenCase[]): boolean {
  const book = deepFreeze(rulebook);
  // nobody reads the digest of a mutant, and it takes longer than judging
  knowDigest(book, "mutant");
  for (let at = 0; at < pool.length; at++) {
    const golden = pool[at] as GoldenCase;
    if (!fails(book, golden)) continue;
    // neighbors are mostly noticed by the same case
    pool.splice(at, 1);
    pool.unshift(golden);
    return true;
  }
  return false;
}

function fails(rulebook: Rulebook, golden: GoldenCase): boolean {
  const { applicant, options, expected } = golden;
  try {
    const chosen = { ...options, rulebook, pathways: expectedPathways({ expected }) };
    // most is noticed by the states alone, which are judged much faster
    if (statesDiffer(golden, judge(applicant, { ...chosen, detail: "status" }))) return true;
    return failuresOf(golden, judge(applicant, { ...chosen, detail: "account" })).length > 0;
  } catch {
    // a rulebook that no longer loads is noticed
    return true;
  }
}

function statesDiffer({ expected }: GoldenCase, { pathways }: StatusVerdict): boolean {
  return pathways.some(({ pathway, status, requirements }) => {
    const { status: wanted = status, requirements: all = {} } = expected[pathway] ?? {};
    if (wanted !== status) return true;
    return requirements.some(({ id, status: truth }) => {
      const one = all[id];
      const state = typeof one === "string" ? one : one?.status;
      return one === null || (state !== undefined && state !== truth);
    });
  });
}
