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
  /** How many places it fits. */
  readonly choices: number;
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
  const bySupply: Feed[][] = [];
  const feeds: Feed[] = [];
  const limits: number[] = [];
  for (const { limit, cells } of supplies) {
    const own: Feed[] = [];
    for (const { mask, amount } of cells) {
      const flow: number[] = [];
      let choices = 0;
      for (let place = 0; place < places.length; place++) {
        flow.push(0);
        if (!fits(mask, place)) continue;
        choices++;
        suitors[place] = (suitors[place] as number) + 1;
      }
      const feed = { supply: limits.length, mask, amount, choices, rest: amount, flow };
      own.push(feed);
      feeds.push(feed);
    }
    bySupply.push(own);
    limits.push(limit);
  }
  return { bySupply, feeds, limits, rooms: [...places], suitors };
}

/** Gives from cells with the fewest choices first: most often nothing is left to reroute. */
function fillGreedily(state: State): void {
  const { feeds, rooms, suitors } = state;
  // the place that fewest fit first, so that what stays empty is what anything could fill
  const scarcest: number[] = [];
  for (let count = 1; count <= feeds.length; count++) {
    for (let place = 0; place < rooms.length; place++) if (suitors[place] === count) scarcest.push(place);
  }
  for (let choices = 1; choices <= rooms.length; choices++) {
    for (const feed of feeds) if (feed.choices === choices) give(state, feed, scarcest);
  }
}

function give({ limits, rooms }: State, feed: Feed, places: readonly number[]): void {
  for (const place of places) {
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
