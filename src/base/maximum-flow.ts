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
  const bySupply = supplies.map(({ cells }, supply) => cells.map(({ mask, amount }) => feedOf(supply, mask, amount)));
  const limits = supplies.map(({ limit }) => limit);
  fill(bySupply.flat(), limits, places);
  return bySupply.map((feeds) => feeds.map(({ flow }) => flow));
}

/** A cell while it is shared out. */
export interface Feed {
  /** The place of its supply. */
  readonly supply: number;
  /** Bit `i`: it may go to place `i`. */
  readonly mask: number;
  /** How much there is. */
  amount: number;
  /** How much goes to each place. */
  flow: number[];
}

/** Makes a cell that gives nothing yet. */
const feedOf = (supply: number, mask: number, amount: number): Feed => ({ supply, mask, amount, flow: [] });

/**
 * Shares cells out over places: says of each how much goes to each place.
 *
 * @param feeds - Those of a supply one after the other.
 * @param limits - The most that each supply gives.
 */
export function fill(feeds: readonly Feed[], limits: readonly number[], places: readonly number[]): void {
  const left = [...limits];
  const rooms = [...places];
  // the place that fewest fit first, so that what stays empty is what anything could fill
  const suitors = places.map((_, place) => countSuitors(feeds, place));
  const scarcest = inTurn(suitors);
  // the fewest choices first: most often nothing is left to reroute
  for (const at of inTurn(feeds.map(({ mask }) => countPlaces(mask)))) {
    const feed = feeds[at] as Feed;
    feed.flow = places.map(() => 0);
    for (const place of scarcest) {
      if (!fits(feed.mask, place)) continue;
      const amount = Math.min(restOf(feed), left[feed.supply] as number, rooms[place] as number);
      feed.flow[place] = amount;
      left[feed.supply] = (left[feed.supply] as number) - amount;
      rooms[place] = (rooms[place] as number) - amount;
    }
  }
  // more may be placed if something is left over, and something that it may make way for is not full
  const isOpen = rooms.some((room, place) => room > 0 && (suitors[place] as number) > 0);
  if (isOpen && feeds.some((feed) => (left[feed.supply] as number) > 0 && restOf(feed) > 0))
    reroute(feeds, left, rooms);
}

/** Lists the places of small whole numbers in the order of the numbers; of the same, as they stand. */
function inTurn(some: readonly number[]): number[] {
  const places: number[] = [];
  for (let next = 0; places.length < some.length; next++) {
    for (let at = 0; at < some.length; at++) if (some[at] === next) places.push(at);
  }
  return places;
}

function countSuitors(feeds: readonly Feed[], place: number): number {
  let count = 0;
  for (const { mask } of feeds) if (fits(mask, place)) count++;
  return count;
}

const countPlaces = (mask: number): number => (mask === 0 ? 0 : (mask & 1) + countPlaces(mask >>> 1));

/** What a cell can still give. */
function restOf({ amount, flow }: Feed): number {
  let rest = amount;
  for (const part of flow) rest -= part;
  return rest;
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
function reroute(feeds: readonly Feed[], left: readonly number[], rooms: readonly number[]): void {
  const pipes: Pipe[][] = [[], []];
  const connect = (from: number, to: number, room: number, flow: number): Pipe => {
    const pipe: Pipe = { to, room, back: undefined as unknown as Pipe };
    pipe.back = { to: from, room: flow, back: pipe };
    pipes[from]?.push(pipe);
    pipes[to]?.push(pipe.back);
    return pipe;
  };
  const node = () => pipes.push([]) - 1;
  const flowTo = (place: number) => feeds.reduce((sum, { flow }) => sum + (flow[place] as number), 0);
  const drains = rooms.map((room, place) => connect(node(), SINK, room, flowTo(place)));
  const inlets: Pipe[] = [];
  const spouts = feeds.map((feed) => {
    const { supply, mask, amount, flow } = feed;
    const given = amount - restOf(feed);
    const inlet = (inlets[supply] ??= connect(SOURCE, node(), left[supply] as number, 0));
    inlet.back.room += given;
    const pipe = connect(inlet.to, node(), restOf(feed), given);
    return flow.map((through, place) =>
      fits(mask, place) ? connect(pipe.to, (drains[place] as Pipe).back.to, UNBOUNDED, through) : undefined,
    );
  });
  while (drains.some(({ room }) => room > 0)) {
    const path = findPath(pipes);
    if (path === undefined) break;
    push(path);
  }
  feeds.forEach((feed, at) => {
    feed.flow = (spouts[at] ?? []).map((spout) => spout?.back.room ?? 0);
  });
}

/** Whether a mask has a place. */
export const fits = (mask: number, place: number): boolean => ((mask >>> place) & 1) === 1;

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
