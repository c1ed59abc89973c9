/**
 * Sharing entries out over places: what each gives to which.
 */
import { nth, numberAt } from "../../base/lists";
import { allocate, UNBOUNDED } from "../../base/maximum-flow";
import type { Entry } from "../../evidence/entry";

/** An entry that may go to some places. */
export interface Piece {
  readonly entry: Entry;
  /** Bit `i`: it may go to place `i`. */
  readonly mask: number;
  /** How much of it there is. */
  readonly amount: number;
}

/** What an entry gives to a place. */
export interface Given {
  readonly entry: Entry;
  readonly place: number;
  readonly amount: number;
}

/** Pieces that fit the same places. */
interface Pool {
  readonly mask: number;
  amount: number;
  readonly pieces: Piece[];
}

/**
 * Shares pieces out over places, as much as can be placed.
 *
 * @param pieces - Amounts are whole numbers.
 * @param takes - How much each place takes.
 * @param ranks - Places of a lower rank are filled first; all alike where absent.
 * @returns What each piece gives; pieces that fit the same places give in their order.
 */
export function share(pieces: readonly Piece[], takes: readonly number[], ranks?: readonly number[]): Given[] {
  const pools = new Map<number, Pool>();
  for (const piece of pieces) {
    const { mask, amount } = piece;
    if (mask === 0 || amount === 0) continue;
    const pool = pools.get(mask);
    if (pool === undefined) pools.set(mask, { mask, amount, pieces: [piece] });
    else {
      pool.amount = Math.min(UNBOUNDED, pool.amount + amount);
      pool.pieces.push(piece);
    }
  }
  if (pools.size === 0) return [];
  const all = [...pools.values()];
  const places = takes.map((take, place) => ({ takes: take, rank: ranks?.[place] ?? 0 }));
  const flows = allocate(
    all.map(({ mask, amount }) => ({ limit: amount, cells: [{ mask, amount }] })),
    places,
  );
  const given: Given[] = [];
  all.forEach((pool, at) => handOut(pool.pieces, flows[at]?.[0] ?? [], given));
  return given;
}

/** Hands what flows from a pool out to its pieces, in their order. */
function handOut(pieces: readonly Piece[], flow: readonly number[], given: Given[]): void {
  const left = [...flow];
  let next = 0;
  for (const { entry, amount } of pieces) {
    let rest = amount;
    while (rest > 0 && next < left.length) {
      const due = numberAt(left, next);
      if (due === 0) {
        next++;
        continue;
      }
      const part = Math.min(rest, due);
      left[next] = due - part;
      rest -= part;
      given.push({ entry, place: next, amount: part });
    }
    if (next === left.length) return;
  }
}

/** So few pieces that bits of a number tell them apart. */
export const FEW = 31;

/**
 * The same for few pieces of 1: each goes to one place.
 *
 * @param pieces - At most {@link FEW}.
 */
export function match(pieces: readonly Piece[], takes: readonly number[], ranks: readonly number[]): Given[] {
  const placeOf: number[] = pieces.map(() => -1);
  /** Bit `i`: piece `i` was tried already. */
  let seen = 0;
  /** Finds a piece for a place: one that is free, or one for whose place another one is found. */
  const find = (place: number): boolean => {
    for (let at = 0; at < pieces.length; at++) {
      if ((seen >>> at) & 1 || ((nth(pieces, at).mask >>> place) & 1) === 0) continue;
      seen |= 1 << at;
      if (numberAt(placeOf, at) >= 0 && !find(numberAt(placeOf, at))) continue;
      placeOf[at] = place;
      return true;
    }
    return false;
  };
  const order = takes.map((_, place) => place).sort((a, b) => numberAt(ranks, a) - numberAt(ranks, b) || a - b);
  for (const place of order) {
    let left = numberAt(takes, place);
    do seen = 0;
    while (left-- > 0 && find(place));
  }
  return inPools(pieces, placeOf);
}

/** Pieces that fit the same places fill them in their order, as they do where they are shared out. */
function inPools(pieces: readonly Piece[], placeOf: readonly number[]): Given[] {
  const given: Given[] = [];
  for (let first = 0; first < pieces.length; first++) {
    const { mask } = nth(pieces, first);
    const pool: number[] = [];
    for (let at = 0; at < pieces.length; at++) if (nth(pieces, at).mask === mask) pool.push(at);
    if (pool[0] !== first) continue;
    const places = pool.flatMap((at) => (numberAt(placeOf, at) < 0 ? [] : numberAt(placeOf, at)));
    places
      .sort((a, b) => a - b)
      .forEach((place, turn) => {
        given.push({ entry: nth(pieces, numberAt(pool, turn)).entry, place, amount: 1 });
      });
  }
  return given;
}
