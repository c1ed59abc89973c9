/**
 * Hostile inputs: whatever is handed in, the answer is a result or the error that is promised, never another.
 */
import fc from "fast-check";
import { judgeLines } from "../../src/batch/judge-lines";
import { ApplicantError, associations, evaluate, type PathwayId, RulebookError, rulebook } from "../../src/index";
import { details } from "../../src/model/verdict";
import { parseApplicant, parseOverlay, parseRulebook } from "../../src/schema";
import { mutatedApplicants, rightApplicants } from "../generate/by-fields";
import { goldenCases } from "../generate/golden-cases";
import { fuzz as fuzzTables } from "../import/fuzz";
import { rawRulebook } from "../language/rulebooks";
import { type Chance, chance, damageBytes, damageValues } from "./damage";

/** What came of hostile inputs. */
export interface Fuzzed {
  readonly inputs: number;
  /** How many were right in spite of all, and were used. */
  readonly taken: number;
  /** How many were refused as it is promised. */
  readonly refused: number;
  /** How many were answered otherwise, and the first of them. */
  readonly broken: number;
  readonly first?: string;
}

/** The kinds of input. */
export const kinds = ["applicants", "lines", "rulebooks", "overlays", "options", "tables"] as const;
export type Kind = (typeof kinds)[number];

/** Tries one input: whether it was taken; throws what is promised for what was refused. */
type Try = (random: Chance) => boolean;

/** Hands in damaged inputs of a kind. */
export function fuzz(kind: Kind, count: number, seed: number): Fuzzed {
  if (kind === "tables") return tables(count, seed);
  const random = chance(seed);
  const attempt = attempts[kind](seed);
  const counts = { inputs: 0, taken: 0, refused: 0, broken: 0 };
  let first: string | undefined;
  for (; counts.inputs < count; counts.inputs++) {
    try {
      if (attempt(random)) counts.taken++;
      else counts.refused++;
    } catch (error) {
      if (isPromised(error)) {
        counts.refused++;
        continue;
      }
      counts.broken++;
      first ??= `${kind} ${counts.inputs} of seed ${seed}: ${(error as Error).stack}`;
    }
  }
  return { ...counts, ...(first !== undefined && { first }) };
}

/** Whether something is an error of the promised classes, with a place and a message for each issue. */
function isPromised(error: unknown): boolean {
  if (error instanceof ApplicantError) {
    return error.issues.length > 0 && error.issues.every(({ pointer, message }) => isText(pointer) && message !== "");
  }
  if (!(error instanceof RulebookError)) return false;
  return error.issues.length > 0 && error.issues.every(({ pointer, message }) => isText(pointer) && message !== "");
}

const isText = (value: unknown) => typeof value === "string";

const asOf = "2026-11-23";
const bytesOf = (data: unknown) => Buffer.from(JSON.stringify(data));
const parsed = (bytes: Buffer): unknown => {
  try {
    return JSON.parse(bytes.toString("utf8"));
  } catch {
    return undefined;
  }
};

/** Applicants from the golden cases and from the table of fields. */
function someApplicants(seed: number): readonly unknown[] {
  const golden = goldenCases().flatMap(({ applicant }, at) => (at % 10 === seed % 10 ? [applicant] : []));
  const made = fc.sample(rightApplicants, { numRuns: 200, seed });
  return [...golden, ...made];
}

/** Hands an applicant in: damaged, as values or as bytes. */
function applicants(seed: number): Try {
  const all = someApplicants(seed);
  // with something wrong in each already, such as no JSON says
  const wrong = fc.sample(mutatedApplicants, { numRuns: 200, seed });
  const { order } = rulebook();
  return (random) => {
    const one = random.pick(all);
    const kind = random.below(5);
    const whole = kind === 0 ? random.pick(wrong) : damageValues(one, random);
    const input = kind > 2 ? parsed(damageBytes(bytesOf(one), random)) : whole;
    const options = { asOf, pathways: [random.pick(order)], detail: random.pick(details) };
    // what is read without being checked is refused by the place, too
    if (random.below(3) === 0) return evaluate(input as object, options).pathways.length === 1;
    return evaluate(parseApplicant(input), options).pathways.length === 1;
  };
}

/** Hands three lines in, of which the middle one is damaged: its neighbors are judged, and no line is lost. */
function lines(seed: number): Try {
  const all = someApplicants(seed);
  const options = { evaluate: { asOf, pathways: ["IFA"], detail: "status" }, format: "jsonl", counts: false } as const;
  const newline = Buffer.from("\n");
  return (random) => {
    const line = damageBytes(bytesOf(random.pick(all)), random);
    const right = Buffer.from("{}\n");
    const bytes = Buffer.concat([right, line, newline, right]);
    const { judged, refused } = judgeLines(bytes, 1, options);
    // a line break may have come in; a line of spaces is no line
    const told = bytes
      .toString("utf8")
      .split("\n")
      .filter((text) => text.trim() !== "").length;
    if (judged < 2) throw new Error("a line beside a damaged one was not judged");
    if (judged + refused.length !== told) throw new Error(`of ${told} lines ${judged + refused.length} were told`);
    return refused.length === 0;
  };
}

/** Small rulebooks with conditions of the real one. */
function rulebooks(): Try {
  const { conditions, equivalences, pathways } = rulebook();
  const requirements = Object.values(pathways).flatMap((file) =>
    file.requirements.flatMap((one) => (typeof one === "object" && "routes" in one ? [one] : [])),
  );
  const small = { fact: "hours", params: { of: "training" }, operator: "greaterThanInclusive", value: 30 };
  const route = { id: "route", title: "A route", conditions: small };
  return (random) => {
    const requirement = random.below(2) === 0 ? { id: "rule", routes: [route] } : random.pick(requirements);
    const whole = rawRulebook({ requirement: structuredClone(requirement) as never });
    const named = { conditions: [random.pick(conditions)], equivalences: [random.pick(equivalences)] };
    const book = random.below(2) === 0 ? whole : { ...whole, ...structuredClone(named) };
    const rules = parseRulebook(damageValues(book, random));
    return evaluate({ training: [] }, { asOf, rulebook: rules, pathways: rules.order }).pathways.length >= 0;
  };
}

/** Overlays of the real associations. */
function overlays(): Try {
  const all = Object.values(rulebook().associations);
  const order: readonly PathwayId[] = rulebook().order;
  return (random) => {
    const overlay = parseOverlay(damageValues(random.pick(all), random));
    return evaluate({}, { asOf, overlay, pathways: [random.pick(order)] }).pathways.length === 1;
  };
}

function options(): Try {
  const ids = associations({ asOf }).map(({ id }) => id);
  return (random) => {
    const right = {
      asOf: random.pick([asOf, "2019-01-01", "2024"]),
      association: random.pick([...ids, undefined]),
      pathways: random.pick([["IFS"], { kind: "renewal" }, undefined, []]),
      detail: random.pick(details),
    };
    return evaluate({}, damageValues(right, random) as never).asOf !== undefined;
  };
}

function tables(count: number, seed: number): Fuzzed {
  const { tables: inputs, lost, thrown, first } = fuzzTables(count, seed);
  const broken = lost + thrown;
  return { inputs, taken: inputs - thrown, refused: 0, broken, ...(first !== undefined && { first }) };
}

const attempts: Readonly<Record<Exclude<Kind, "tables">, (seed: number) => Try>> = {
  applicants,
  lines,
  rulebooks,
  overlays,
  options,
};
