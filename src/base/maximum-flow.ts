/**
 * Sharing evidence out over places so that as much as possible is used, each piece once: a maximum flow.
 */

/** Amounts beyond this are unbounded; whole numbers stay exact when added to it. */
export const UNBOUNDED = 2 ** 50;

/** A part of a supply. */
export interface SupplyPart {
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
  readonly cells: readonly SupplyPart[];
}

/** A place that takes some. */
export interface FlowPlace {
  /** How much it takes. */
  readonly takes: number;
  /** Places of a lower rank are filled first: what stays empty is of the highest rank that it can be. */
  readonly rank: number;
}

/** Whether a mask has a place. */
export const fits = (mask: number, place: number): boolean => ((mask >>> place) & 1) === 1;

/**
 * Shares supplies out over places: as much as can be placed, and of that as much as can be in the places of low rank.
 *
 * @param supplies - Amounts are whole numbers; unbounded ones are {@link UNBOUNDED}.
 * @param places - At most 31.
 * @returns For each supply and cell, how much goes to each place.
 * @example
 * // Three hours fit either place, ten only the first:
 * const cells = [{ mask: 0b01, amount: 10 }, { mask: 0b11, amount: 3 }];
 * const supplies = cells.map((cell) => ({ limit: cell.amount, cells: [cell] }));
 * allocate(supplies, [{ takes: 10, rank: 0 }, { takes: 5, rank: 0 }]); //=> [[[10, 0]], [[0, 3]]]
 */
export function allocate(supplies: readonly Supply[], places: readonly FlowPlace[]): number[][][] {
  const feeds = supplies.flatMap(({ cells }, supply) =>
    cells.map(
      ({ mask, amount }): Feed => ({ mask, amount, supply, choices: countPlaces(mask), flow: places.map(() => 0) }),
    ),
  );
  const left = supplies.map(({ limit }) => limit);
  let network: Network | undefined;
  for (const place of inOrder(places)) {
    const { takes } = places[place] as FlowPlace;
    if (network === undefined) {
      const room = takes - pour(feeds, left, place, takes);
      // more may flow if something is left over; what is placed makes way for it
      if (room > 0 && feeds.some((feed) => restOf(feed, left) > 0)) network = new Network(feeds, left, places.length);
      network?.open(place, room);
    } else network.open(place, takes);
  }
  network?.read(feeds);
  let next = 0;
  return supplies.map(({ cells }) => cells.map(() => (feeds[next++] as Feed).flow));
}

/** A cell while it is shared out. */
interface Feed extends SupplyPart {
  readonly supply: number;
  /** How many places it may go to. */
  readonly choices: number;
  /** How much goes to each place. */
  flow: number[];
}

/** The places by rank; of the same, as they stand. */
const inOrder = (places: readonly FlowPlace[]): number[] =>
  places
    .map((_, place) => place)
    .sort((a, b) => (places[a] as FlowPlace).rank - (places[b] as FlowPlace).rank || a - b);

/** Pours what is left into a place, first what fits few others. */
function pour(feeds: readonly Feed[], left: number[], place: number, takes: number): number {
  let poured = 0;
  let most = 0;
  for (const { choices } of feeds) most = Math.max(most, choices);
  for (let choices = 1; choices <= most && poured < takes; choices++) {
    for (const feed of feeds) {
      if (feed.choices !== choices || !fits(feed.mask, place)) continue;
      const amount = Math.min(restOf(feed, left), takes - poured);
      if (amount <= 0) continue;
      feed.flow[place] = amount;
      left[feed.supply] = (left[feed.supply] as number) - amount;
      poured += amount;
    }
  }
  return poured;
}

function countPlaces(mask: number): number {
  let count = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) count++;
  return count;
}

/** What a cell can still give. */
function restOf({ amount, flow, supply }: Feed, left: readonly number[]): number {
  let rest = amount;
  for (const part of flow) rest -= part;
  return Math.min(rest, left[supply] as number);
}

/** Pipes from a source over supplies, cells and places to a sink; each has a pipe back, through which what flows can return. */
class Network {
  /** The pipes of each node. */
  private readonly pipes: number[][] = [[], []];
  /** Where each pipe leads; the pipe back of `pipe` is `pipe ^ 1`. */
  private readonly ends: number[] = [];
  /** What still fits through each pipe. */
  private readonly rooms: number[] = [];
  private readonly places: readonly number[];
  /** The pipes from each cell to places, by place. */
  private readonly spouts: readonly (number | undefined)[][];
  private distances: number[] = [];
  private tried: number[] = [];

  constructor(feeds: readonly Feed[], left: readonly number[], places: number) {
    this.places = Array.from({ length: places }, () => this.node());
    const inlets: number[] = [];
    this.spouts = feeds.map(({ supply, mask, amount, flow }) => {
      const given = flow.reduce((sum, part) => sum + part, 0);
      const inlet = (inlets[supply] ??= this.connect(SOURCE, this.node(), left[supply] as number, 0));
      this.rooms[inlet ^ 1] = (this.rooms[inlet ^ 1] as number) + given;
      const cell = this.node();
      this.connect(this.ends[inlet] as number, cell, amount - given, given);
      return flow.map((through, place) =>
        fits(mask, place) ? this.connect(cell, this.places[place] as number, UNBOUNDED, through) : undefined,
      );
    });
  }

  /** Opens a place, and lets as much flow into it as can; what flows elsewhere stays as much. */
  open(place: number, room: number): void {
    this.connect(this.places[place] as number, SINK, room, 0);
    while (this.measure()) {
      this.tried = this.pipes.map(() => 0);
      while (this.push(SOURCE, UNBOUNDED) > 0);
    }
  }

  /** Reads what flows from each cell to each place. */
  read(feeds: readonly Feed[]): void {
    feeds.forEach((feed, at) => {
      feed.flow = (this.spouts[at] ?? []).map((spout) => (spout === undefined ? 0 : (this.rooms[spout ^ 1] as number)));
    });
  }

  private node(): number {
    return this.pipes.push([]) - 1;
  }

  private connect(from: number, to: number, room: number, flow: number): number {
    const pipe = this.ends.push(to, from) - 2;
    this.rooms.push(room, flow);
    (this.pipes[from] as number[]).push(pipe);
    (this.pipes[to] as number[]).push(pipe ^ 1);
    return pipe;
  }

  /** Measures how far each node is from the source; whether the sink can be reached. */
  private measure(): boolean {
    const distances = this.pipes.map(() => -1);
    distances[SOURCE] = 0;
    const queue = [SOURCE];
    for (const at of queue) {
      for (const pipe of this.pipes[at] as number[]) {
        const to = this.ends[pipe] as number;
        if ((this.rooms[pipe] as number) <= 0 || (distances[to] as number) >= 0) continue;
        distances[to] = (distances[at] as number) + 1;
        queue.push(to);
      }
    }
    this.distances = distances;
    return (distances[SINK] as number) >= 0;
  }

  /** Pushes some of an amount from a node toward the sink, along pipes that lead away from the source. */
  private push(at: number, amount: number): number {
    if (at === SINK) return amount;
    const pipes = this.pipes[at] as number[];
    for (; (this.tried[at] as number) < pipes.length; this.tried[at] = (this.tried[at] as number) + 1) {
      const pipe = pipes[this.tried[at] as number] as number;
      const to = this.ends[pipe] as number;
      const room = this.rooms[pipe] as number;
      if (room <= 0 || this.distances[to] !== (this.distances[at] as number) + 1) continue;
      const pushed = this.push(to, Math.min(amount, room));
      if (pushed === 0) continue;
      this.rooms[pipe] = room - pushed;
      this.rooms[pipe ^ 1] = (this.rooms[pipe ^ 1] as number) + pushed;
      return pushed;
    }
    return 0;
  }
}

const SOURCE = 0;
const SINK = 1;
