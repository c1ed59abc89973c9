/**
 * Sharing evidence out over places so that as much as possible is used, each piece once: a maximum flow.
 */

/** Amounts beyond this are unbounded; whole numbers stay exact when added to it. */
export const UNBOUNDED = 2 ** 50;

/** A part of a supply. */
export interface Cell {
  /** Bit `i`: it may go to place `i`. */
  readonly mask: number;
  /** How much there is. */
  readonly amount: number;
}

/** A supply whose cells share one limit. */
export interface Supply {
  /** The most that all its cells give together. */
  readonly limit: number;
  /** Its cells. */
  readonly cells: readonly Cell[];
}

/** A pipe with what still fits through it; what flows is what the pipe back can return. */
interface Pipe {
  readonly to: number;
  room: number;
  back: Pipe;
}

const SOURCE = 0;
const SINK = 1;

/**
 * Shares supplies out over places.
 *
 * @param supplies - Amounts are whole numbers; unbounded ones are {@link UNBOUNDED}.
 * @param places - How much each place takes.
 * @returns For each supply and cell, how much goes to each place; in all, as much as can be placed.
 * @example
 * // Three hours fit either place, ten only the first:
 * const cells = [{ mask: 0b01, amount: 10 }, { mask: 0b11, amount: 3 }];
 * allocate(cells.map((cell) => ({ limit: cell.amount, cells: [cell] })), [10, 5]); //=> [[[10, 0]], [[0, 3]]]
 */
export function allocate(supplies: readonly Supply[], places: readonly number[]): number[][][] {
  const pipes: Pipe[][] = [[], []];
  const connect = (from: number, to: number, room: number): Pipe => {
    const pipe: Pipe = { to, room, back: undefined as unknown as Pipe };
    pipe.back = { to: from, room: 0, back: pipe };
    pipes[from]?.push(pipe);
    pipes[to]?.push(pipe.back);
    return pipe;
  };
  const node = () => pipes.push([]) - 1;
  const drains = places.map((takes) => connect(node(), SINK, takes));
  const flows = supplies.map(({ limit, cells }) => {
    const inlet = connect(SOURCE, node(), limit);
    return cells.map(({ mask, amount }) => {
      const feed = connect(inlet.to, node(), amount);
      const spouts = drains.map((drain, place) =>
        fits(mask, place) ? connect(feed.to, drain.back.to, UNBOUNDED) : undefined,
      );
      return { inlet, feed, spouts, choices: countPlaces(mask) };
    });
  });
  // the place that fewest fit first, so that what stays empty is what anything could fill
  const suitors = places.map(() => 0);
  for (const { cells } of supplies) {
    for (const { mask } of cells)
      places.forEach((_, place) => (suitors[place] = (suitors[place] as number) + Number(fits(mask, place))));
  }
  const scarcest = drains.map((_, place) => place).sort((a, b) => (suitors[a] as number) - (suitors[b] as number));
  // the fewest choices first: most often nothing is left to reroute
  for (const { inlet, feed, spouts } of flows.flat().sort((a, b) => a.choices - b.choices)) {
    for (const place of scarcest) {
      const spout = spouts[place];
      if (spout !== undefined) push([inlet, feed, spout, drains[place] as Pipe]);
    }
  }
  while (drains.some(({ room }) => room > 0)) {
    const path = findPath(pipes);
    if (path === undefined) break;
    push(path);
  }
  return flows.map((cells) => cells.map(({ spouts }) => spouts.map((spout) => spout?.back.room ?? 0)));
}

/** Whether a mask has a place. */
export const fits = (mask: number, place: number): boolean => ((mask >>> place) & 1) === 1;

const countPlaces = (mask: number): number => (mask === 0 ? 0 : (mask & 1) + countPlaces(mask >>> 1));

function push(path: readonly Pipe[]): void {
  let amount = UNBOUNDED;
  for (const pipe of path) amount = Math.min(amount, pipe.room);
  for (const pipe of path) {
    pipe.room -= amount;
    pipe.back.room += amount;
  }
}

/** Finds a shortest way from the source to the sink along which more can flow. */
function findPath(pipes: readonly (readonly Pipe[])[]): Pipe[] | undefined {
  const arrival: (Pipe | undefined)[] = [];
  const queue = [SOURCE];
  for (const at of queue) {
    for (const pipe of pipes[at] ?? []) {
      if (pipe.room <= 0 || pipe.to === SOURCE || arrival[pipe.to] !== undefined) continue;
      arrival[pipe.to] = pipe;
      queue.push(pipe.to);
    }
  }
  const path: Pipe[] = [];
  for (let pipe = arrival[SINK]; pipe !== undefined; pipe = arrival[pipe.back.to]) path.push(pipe);
  return path.length > 0 ? path : undefined;
}

/** A piece of evidence that may go to some places. */
export interface Piece<T> {
  /** What it is. */
  readonly what: T;
  /** Bit `i`: it may go to place `i`. */
  readonly mask: number;
  /** How much of it there is. */
  readonly amount: number;
  /** Pieces of one group share one limit; a piece without a group has none but its amount. */
  readonly group?: string;
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
  const supplies: Pooled<T>[] = [];
  const byName = new Map<string | number, Pooled<T>>();
  for (const piece of pieces) {
    const { mask, amount, group } = piece;
    if (mask === 0) continue;
    // without a group, pieces that fit the same places are one supply
    const name = group ?? mask;
    let supply = byName.get(name);
    if (supply === undefined) {
      supply = { limit: group === undefined ? UNBOUNDED : groupLimit, cells: [] };
      byName.set(name, supply);
      supplies.push(supply);
    }
    const cell = supply.cells.find((one) => one.mask === mask);
    if (cell === undefined) supply.cells.push({ mask, amount, pieces: [piece] });
    else {
      cell.amount += amount;
      cell.pieces.push(piece);
    }
  }
  if (supplies.length === 0) return [];
  const flows = allocate(supplies, places);
  const given: Given<T>[] = [];
  supplies.forEach(({ cells }, supply) => {
    cells.forEach((cell, at) => handOut(cell.pieces, flows[supply]?.[at] ?? [], given));
  });
  return given;
}

/** A supply made of pieces: in each cell those that fit the same places. */
interface Pooled<T> extends Supply {
  readonly cells: { readonly mask: number; amount: number; readonly pieces: Piece<T>[] }[];
}

/** Hands what flows from a cell out to its pieces, in their order. */
function handOut<T>(pieces: readonly Piece<T>[], flow: readonly number[], given: Given<T>[]): void {
  const left = [...flow];
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
