/**
 * Sharing pieces of evidence out over places, each piece once.
 */
import { type Feed, fill, UNBOUNDED } from "./maximum-flow";

/** A piece of evidence that may go to some places. */
export interface Piece<T> {
  /** What it is. */
  readonly what: T;
  /** Bit `i`: it may go to place `i`. */
  readonly mask: number;
  /** How much of it there is. */
  readonly amount: number;
  /** Pieces of one group share one limit; a piece without a group has none but its amount. */
  readonly group?: string | undefined;
}

/** What a piece gives to a place. */
export interface Given<T> {
  readonly what: T;
  readonly place: number;
  readonly amount: number;
}

/**
 * Shares pieces out over places.
 *
 * @param pieces - Amounts are whole numbers.
 * @param places - How much each place takes.
 * @param groupLimit - The most that the pieces of one group give together.
 * @returns What each piece gives; pieces that fit the same places give in their order.
 */
export function share<T>(pieces: readonly Piece<T>[], places: readonly number[], groupLimit: number): Given<T>[] {
  if (pieces.length === 0) return [];
  const bySupply = pool(pieces);
  const feeds = bySupply.flat();
  const limits = bySupply.map(([first]) => (first?.pieces[0]?.group === undefined ? UNBOUNDED : groupLimit));
  fill(feeds, limits, places);
  const given: Given<T>[] = [];
  for (const feed of feeds) handOut(feed.pieces, feed.flow, given);
  return given;
}

/** The pieces of a supply that fit the same places. */
interface Pooled<T> extends Feed {
  readonly pieces: Piece<T>[];
}

/** Pools pieces to supplies: those of a group, or, without a group, those that fit the same places. */
function pool<T>(pieces: readonly Piece<T>[]): Pooled<T>[][] {
  const supplies = new Map<string | number, Pooled<T>[]>();
  for (const piece of pieces) {
    const { mask, amount, group } = piece;
    if (mask === 0) continue;
    const own = supplies.get(group ?? mask);
    const same = own?.find((feed) => feed.mask === mask);
    if (same !== undefined) {
      same.amount += amount;
      same.pieces.push(piece);
      continue;
    }
    const feed = { supply: own?.[0]?.supply ?? supplies.size, mask, amount, flow: [], pieces: [piece] };
    if (own === undefined) supplies.set(group ?? mask, [feed]);
    else own.push(feed);
  }
  return [...supplies.values()];
}

/**
 * Hands what flows from a cell out to its pieces, in their order.
 *
 * @param left - What is to go to each place; nothing once all is handed out.
 */
function handOut<T>(pieces: readonly Piece<T>[], left: number[], given: Given<T>[]): void {
  for (const { what, amount } of pieces) {
    let rest = amount;
    for (let place = 0; place < left.length && rest > 0; place++) {
      const due = left[place] as number;
      const part = Math.min(rest, due);
      if (part <= 0) continue;
      left[place] = due - part;
      rest -= part;
      given.push({ what, place, amount: part });
    }
  }
}

/** Adds up what was given. */
export const total = (given: readonly Given<unknown>[]): number => given.reduce((sum, { amount }) => sum + amount, 0);

/** Sorts what was given by what gave it. */
export function byWhat<T>(given: readonly Given<T>[]): ReadonlyMap<T, Given<T>[]> {
  const gifts = new Map<T, Given<T>[]>();
  for (const gift of given) {
    const own = gifts.get(gift.what);
    if (own === undefined) gifts.set(gift.what, [gift]);
    else own.push(gift);
  }
  return gifts;
}
