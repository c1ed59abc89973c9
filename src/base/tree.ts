/**
 * Trees of conditions, whatever they hold: as written, as resolved, as traced. The one place that walks them.
 */
import { nth } from "./lists";

type Shape = object;
type With<N, Key extends string> = Extract<N, { readonly [K in Key]: unknown }>;
/** A node without parts: a comparison. */
export type LeafOf<N> = Exclude<
  N,
  | { readonly all: unknown }
  | { readonly any: unknown }
  | { readonly not: unknown }
  | { readonly condition: unknown }
  | { readonly readings: unknown }
>;

type NamedPart<N, R> = With<N, "condition"> extends { readonly of: unknown } ? R : undefined;

/** What to make of each kind of node, from what was made of its parts. */
export interface Folds<N, R> {
  /** Each of them must hold. */
  readonly all: (parts: readonly R[], node: With<N, "all">) => R;
  /** One of them must hold. */
  readonly any: (parts: readonly R[], node: With<N, "any">) => R;
  /** It must not hold. */
  readonly not: (part: R, node: With<N, "not">) => R;
  /** A named condition; where it is only named, there is no part. */
  readonly named: (part: NamedPart<N, R>, node: With<N, "condition">) => R;
  /** Readings of the sources. */
  readonly readings: (parts: readonly R[], node: With<N, "readings">) => R;
  /** A comparison. */
  readonly leaf: (leaf: LeafOf<N>) => R;
}

/** The parts of a node, each with its place below the node as a JSON pointer. */
function partsOf(node: Shape): readonly (readonly [at: string, part: Shape])[] {
  if ("all" in node) return listed("/all", node.all);
  if ("any" in node) return listed("/any", node.any);
  if ("not" in node) return [["/not", node.not as Shape]];
  if ("of" in node) return [["/of", node.of as Shape]];
  if (!("readings" in node)) return [];
  const readings = node.readings as readonly { readonly of: Shape }[] | Readonly<Record<string, Shape>>;
  if (isList(readings)) return readings.map(({ of }, index) => [`/readings/${index}/of`, of]);
  // as written, by the id of each reading
  return Object.entries(readings).map(([id, part]) => [`/readings/${id}`, part]);
}

const isList = (parts: object): parts is readonly unknown[] => Array.isArray(parts);

const listed = (at: string, parts: unknown) =>
  (parts as readonly Shape[]).map((part, index) => [`${at}/${index}`, part] as const);

/**
 * Makes something of a tree, from its leaves up.
 *
 * @param node - The tree; of a part that stands in several places, the same is made once.
 * @param folds - What to make of each kind of node.
 */
export function fold<N extends Shape, R>(node: N, folds: Folds<N, R>): R {
  const made = new Map<Shape, R>();
  const make = (one: Shape): R => {
    if (!made.has(one)) made.set(one, combine(one));
    return made.get(one) as R;
  };
  const combine = (one: Shape): R => {
    const parts = partsOf(one).map(([, part]) => make(part));
    if ("all" in one) return folds.all(parts, one as With<N, "all">);
    if ("any" in one) return folds.any(parts, one as With<N, "any">);
    if ("not" in one) return folds.not(nth(parts, 0), one as With<N, "not">);
    if ("condition" in one) return folds.named(parts[0] as NamedPart<N, R>, one as With<N, "condition">);
    if ("readings" in one) return folds.readings(parts, one as With<N, "readings">);
    return folds.leaf(one as LeafOf<N>);
  };
  return make(node);
}

/**
 * Sees every node of a tree, from the root down.
 *
 * @param node - The tree.
 * @param at - Where it stands, as a JSON pointer.
 * @param see - Returns `false` to leave the parts of a node out.
 */
export function visit<N extends Shape>(node: N, at: string, see: (node: N, at: string) => unknown): void {
  if (see(node, at) === false) return;
  for (const [below, part] of partsOf(node)) visit(part as N, `${at}${below}`, see);
}

/** Lists the comparisons of a tree, from left to right. */
export function leavesOf<N extends Shape>(node: N): LeafOf<N>[] {
  const leaves: LeafOf<N>[] = [];
  visit(node, "", (one) => {
    if ("fact" in one) leaves.push(one as unknown as LeafOf<N>);
  });
  return leaves;
}
