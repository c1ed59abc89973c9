/** Looks for a golden case, or a check of the rules, that notices a mutant. */
import { judge } from "../src/evaluate";
import { deepFreeze } from "../src/freeze";
import { failuresOf, type GoldenCase } from "../src/golden";
import type { Rulebook } from "../src/rulebook";
import { asksForAges, type Container, type Mutant, mutantsOf } from "./mutants";
import { checks } from "./rule-checks";

/** Parts of the rulebook that are changed. */
export const parts = ["pathways", "conditions", "equivalences", "credentials", "associations"] as const;
/** A part of the rulebook that is changed. */
export type Part = (typeof parts)[number];

/** Quick checks: those that read the rules without loading them. */
const quick = ["wholeYears", "wholeSum", "nothingEarly"].map((name) => checks[name]);

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
      return [{ part, mutants: mutantsOf(rulebook[part], `/${part}`, true) }];
    }
    return Object.entries(rulebook[part]).map(([name, file]) => {
      const asks = asksForAges(file, bodies);
      return { part, name, mutants: mutantsOf(file, `/${part}/${name}`, asks) };
    });
  });
}

/** Finds the mutants of a file that no case and no check notices. */
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
  for (let at = 0; at < pool.length; at++) {
    const golden = pool[at] as GoldenCase;
    if (!fails(book, golden)) continue;
    // neighbors are mostly noticed by the same case
    pool.splice(at, 1);
    pool.unshift(golden);
    return true;
  }
  return quick.some((check) => check !== undefined && check(book).length > 0);
}

function fails(rulebook: Rulebook, golden: GoldenCase): boolean {
  const { applicant, options, expected } = golden;
  try {
    const verdict = judge(applicant, { ...options, rulebook, pathways: Object.keys(expected) });
    return failuresOf(golden, verdict).length > 0;
  } catch {
    // a rulebook that no longer loads is noticed
    return true;
  }
}
