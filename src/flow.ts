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
  const state = begin(supplies, places);
  fillGreedily(state);
  if (mayGrow(state)) reroute(state);
  return state.bySupply.map((feeds) => feeds.map(({ flow }) => flow));
}

/** A cell, with what it can still give and what goes to each place. */
interface Feed extends Cell {
  readonly supply: number;
  rest: number;
  readonly flow: number[];
}

/** How far supplies are shared out. */
interface State {
  readonly bySupply: readonly (readonly Feed[])[];
  readonly feeds: readonly Feed[];
  /** What each supply can still give. */
  readonly limits: number[];
  /** What each place still takes. */
  readonly rooms: number[];
  /** How many cells fit each place. */
  readonly suitors: readonly number[];
}

function begin(supplies: readonly Supply[], places: readonly number[]): State {
  const suitors = places.map(() => 0);
  const limits: number[] = [];
  const feeds: Feed[] = [];
  const bySupply = supplies.map(({ limit, cells }, supply) => {
    limits.push(limit);
    return cells.map(({ mask, amount }): Feed => {
      const feed = { supply, mask, amount, rest: amount, flow: places.map(() => 0) };
      feeds.push(feed);
      for (let place = 0; place < places.length; place++) {
        if (fits(mask, place)) suitors[place] = (suitors[place] as number) + 1;
      }
      return feed;
    });
  });
  return { bySupply, feeds, limits, rooms: [...places], suitors };
}

/** Gives the fewest choices first: most often nothing is left to reroute. */
function fillGreedily({ feeds, limits, rooms, suitors }: State): void {
  // the place that fewest fit first, so that what stays empty is what anything could fill
  const scarcest = rooms.map((_, place) => place).sort((a, b) => (suitors[a] as number) - (suitors[b] as number));
  for (const feed of [...feeds].sort((a, b) => countPlaces(a.mask) - countPlaces(b.mask))) {
    for (const place of scarcest) {
      if (!fits(feed.mask, place)) continue;
      const limit = limits[feed.supply] as number;
      const room = rooms[place] as number;
      const amount = Math.min(UNBOUNDED, limit, feed.rest, room);
      feed.rest -= amount;
      feed.flow[place] = (feed.flow[place] as number) + amount;
      limits[feed.supply] = limit - amount;
      rooms[place] = room - amount;
    }
  }
}

/** Whether more may be placed: something is left over, and something that it may make way for is not full. */
function mayGrow({ feeds, limits, rooms, suitors }: State): boolean {
  const isOpen = rooms.some((room, place) => room > 0 && (suitors[place] as number) > 0);
  return isOpen && feeds.some(({ rest, supply }) => rest > 0 && (limits[supply] as number) > 0);
}

/** A pipe with what still fits through it; what flows is what the pipe back can return. */
interface Pipe {
  readonly to: number;
  room: number;
  back: Pipe;
}

const SOURCE = 0;
const SINK = 1;

/** Finds ways along which more flows, until there is none; some take back what was given. */
function reroute({ bySupply, limits, rooms }: State): void {
  const pipes: Pipe[][] = [[], []];
  const connect = (from: number, to: number, room: number, flow: number): Pipe => {
    const pipe: Pipe = { to, room, back: undefined as unknown as Pipe };
    pipe.back = { to: from, room: flow, back: pipe };
    pipes[from]?.push(pipe);
    pipes[to]?.push(pipe.back);
    return pipe;
  };
  const node = () => pipes.push([]) - 1;
  const flowTo = (place: number) => bySupply.flat().reduce((sum, { flow }) => sum + (flow[place] as number), 0);
  const drains = rooms.map((room, place) => connect(node(), SINK, room, flowTo(place)));
  const feeds = bySupply.flatMap((own, supply) => {
    const given = own.reduce((sum, { amount, rest }) => sum + amount - rest, 0);
    const inlet = connect(SOURCE, node(), limits[supply] as number, given);
    return own.map(({ mask, amount, rest, flow }) => {
      const feed = connect(inlet.to, node(), rest, amount - rest);
      const spouts = flow.map((through, place) =>
        fits(mask, place) ? connect(feed.to, (drains[place] as Pipe).back.to, UNBOUNDED - through, through) : undefined,
      );
      return { flow, spouts };
    });
  });
  while (drains.some(({ room }) => room > 0)) {
    const path = findPath(pipes);
    if (path === undefined) break;
    push(path);
  }
  for (const { flow, spouts } of feeds) {
    spouts.forEach((spout, place) => (flow[place] = spout?.back.room ?? 0));
  }
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
