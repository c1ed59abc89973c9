/**
 * Leaves that a host writes: their params are checked like those of a rule, and spelled out like them.
 */
import { messageOf } from "../base/errors";
import { parseLeaf } from "../check/leaf";
import type { Program } from "../judge/compile";
import { gives, isMeasureFact } from "../model/facts";
import type { Leaf } from "../model/language";
import type { PathwayId } from "../model/rulebook";
import { resolve } from "../rules/resolve";
import type { ResidenceLeaf, ResolvedLeaf } from "../rules/resolved";
import { oneOf, type Params, refused } from "./host-params";
import { type DrawnSource, drawnFrom, drawnSourceOf } from "./sources";

/** Where leaves of a host are written. */
interface Place {
  readonly prefix: string;
  readonly program: Program;
  /** The pathways that were loaded. */
  readonly pathways: readonly PathwayId[];
}

/** Sources by what is written, so that each leaf is checked once, whoever is judged. */
const known = new WeakMap<Program, Map<string, DrawnSource>>();
/** More than a host writes by hand; one that makes up params for each applicant shall not fill the memory. */
const MOST_KNOWN = 1000;

/**
 * Finds what a leaf of a host is drawn from.
 *
 * @throws {@link RulebookError} where its params are wrong.
 */
export function hostSource(place: Place, fact: string, params: Params): DrawnSource {
  const { program, pathways } = place;
  const written = jsonOf(params);
  const key = JSON.stringify([fact, written, pathways]);
  const ofProgram = known.get(program) ?? new Map<string, DrawnSource>();
  known.set(program, ofProgram);
  const found = ofProgram.get(key) ?? checkedSource(place, fact, JSON.parse(written) as Written);
  if (ofProgram.size >= MOST_KNOWN) ofProgram.clear();
  ofProgram.set(key, found);
  return found;
}

interface Written {
  readonly pathway?: unknown;
  readonly take?: unknown;
  readonly certain?: unknown;
}

/** Params as JSON: what is none would be lost in silence, and with it the condition that it was. */
function jsonOf(params: Params): string {
  try {
    return JSON.stringify(params, (_, value: unknown) => {
      if (typeof value !== "function" && typeof value !== "symbol") return value;
      throw new TypeError(`a ${typeof value} is none`);
    });
  } catch (error) {
    throw refused("wrong-value", "/params", `params are JSON, and ${messageOf(error)}; write plain data`);
  }
}

function checkedSource(place: Place, fact: string, { pathway, take, certain, ...params }: Written): DrawnSource {
  const taking = {
    take: oneOf("take", take ?? "least", ["least", "most"] as const),
    certain: oneOf("certain", certain ?? true, [true, false]),
  };
  const ids = place.program.rules.pathways.map(({ id }) => id);
  const meant = pathway === undefined ? place.pathways : [oneOf("pathway", pathway, ids)];
  const resolved = meant.map((id) => resolvedFor(place.program, id, fact, params));
  const [first, ...others] = resolved;
  if (first === undefined) throw refused("missing", "/params/pathway", "no pathway is loaded; name one");
  const text = JSON.stringify(first);
  if (others.some((other) => JSON.stringify(other) !== text)) {
    const message = `the params mean something else for each pathway; name one of: ${meant.join(", ")}`;
    throw refused("missing", "/params/pathway", message);
  }
  return drawnSourceOf(place.program.compiler, drawnFrom(first), taking);
}

/** A leaf of an amount or of a day. */
type AskedLeaf = Exclude<ResolvedLeaf, ResidenceLeaf>;

/** Spells out what a fact is drawn from, for one pathway. */
function resolvedFor({ rules, namesFor }: Program, id: PathwayId, fact: string, params: object): AskedLeaf {
  const pathway = rules.pathways.find((one) => one.id === id);
  if (pathway === undefined) throw new TypeError(`there is no pathway ${id}`);
  const isAmount = isMeasureFact(fact) && gives(fact, "amount");
  const comparison = isAmount ? { operator: "equal", value: 0 } : { operator: "before", value: "2000-01-01" };
  const own = Object.keys(params).length > 0 && { params };
  const leaf: Leaf = parseLeaf(rules, { fact, ...comparison, ...own }, pathway.cycle !== undefined);
  return resolve(namesFor(pathway), leaf) as AskedLeaf;
}
