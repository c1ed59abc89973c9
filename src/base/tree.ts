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

/** What was made of nodes. */
export interface Made<R> {
  readonly has: (node: object) => boolean;
  readonly get: (node: object) => R | undefined;
  readonly set: (node: object, made: R) => unknown;
}

/** The parts of a node. */
function partsOf(node: Shape): readonly Shape[] {
  if ("all" in node) return node.all as readonly Shape[];
  if ("any" in node) return node.any as readonly Shape[];
  if ("not" in node) return [node.not as Shape];
  if ("of" in node) return [node.of as Shape];
  if (!("readings" in node)) return [];
  const readings = node.readings as ReadingsOf;
  return isList(readings) ? readings.map(({ of }) => of) : Object.values(readings);
}

/** Readings: as resolved and traced a list, as written by their ids. */
type ReadingsOf = readonly { readonly of: Shape }[] | Readonly<Record<string, Shape>>;

const isList = (parts: object): parts is readonly unknown[] => Array.isArray(parts);

/** Where each part of a node stands below it, as a JSON pointer. */
function placesOf(node: Shape): readonly string[] {
  const listed = (key: string) => partsOf(node).map((_, index) => `/${key}/${index}`);
  if ("all" in node) return listed("all");
  if ("any" in node) return listed("any");
  if ("not" in node) return ["/not"];
  if ("of" in node) return ["/of"];
  if (!("readings" in node)) return [];
  const readings = node.readings as ReadingsOf;
  return isList(readings)
    ? readings.map((_, index) => `/readings/${index}/of`)
    : Object.keys(readings).map((id) => `/readings/${id}`);
}

/**
 * Makes something of a tree, from its leaves up.
 *
 * @param node - The tree; of a part that stands in several places, the same is made once.
 * @param folds - What to make of each kind of node.
 * @param made - What was made before of parts that are met again.
 */
export function fold<N extends Shape, R>(node: N, folds: Folds<N, R>, made: Made<R> = new Map()): R {
  const make = (one: Shape): R => {
    if (!made.has(one)) made.set(one, combine(one));
    return made.get(one) as R;
  };
  const combine = (one: Shape): R => {
    const parts = partsOf(one).map(make);
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
  const places = placesOf(node);
  partsOf(node).forEach((part, index) => visit(part as N, `${at}${places[index]}`, see));
}

/** Lists the comparisons of a tree, from left to right. */
export function leavesOf<N extends Shape>(node: N): LeafOf<N>[] {
  const leaves: LeafOf<N>[] = [];
  visit(node, "", (one) => {
    if ("fact" in one) leaves.push(one as unknown as LeafOf<N>);
  });
  return leaves;
}
