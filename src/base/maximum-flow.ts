/**
 * Sharing evidence out over places so that as much as possible is used, each piece once: a maximum flow.
 */
import { nth } from "./lists";

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
  const given = supplies.map(({ limit, cells }) => {
    const supply = { left: limit };
    return cells.map(
      ({ mask, amount }): Feed => ({ mask, amount, supply, choices: countPlaces(mask), flow: places.map(() => 0) }),
    );
  });
  const feeds = given.flat();
  let network: Network | undefined;
  for (const { place, takes } of inOrder(places)) {
    if (network === undefined) {
      const room = takes - pour(feeds, place, takes);
      // more may flow if something is left over; what is placed makes way for it
      if (room > 0 && feeds.some((feed) => restOf(feed) > 0)) network = new Network(feeds, places.length);
      network?.open(place, room);
    } else network.open(place, takes);
  }
  network?.read();
  return given.map((cells) => cells.map(({ flow }) => flow));
}

/** A cell while it is shared out. */
interface Feed extends SupplyPart {
  /** What its supply can still give, all its cells together. */
  readonly supply: { left: number };
  /** How many places it may go to. */
  readonly choices: number;
  /** How much goes to each place. */
  flow: number[];
}

/** The places by rank; of the same, as they stand. */
const inOrder = (places: readonly FlowPlace[]): readonly (FlowPlace & { readonly place: number })[] =>
  places.map((one, place) => ({ ...one, place })).sort((a, b) => a.rank - b.rank);

/** Pours what is left into a place, first what fits few others. */
function pour(feeds: readonly Feed[], place: number, takes: number): number {
  let poured = 0;
  let most = 0;
  for (const { choices } of feeds) most = Math.max(most, choices);
  for (let choices = 1; choices <= most && poured < takes; choices++) {
    for (const feed of feeds) {
      if (feed.choices !== choices || !fits(feed.mask, place)) continue;
      const amount = Math.min(restOf(feed), takes - poured);
      if (amount <= 0) continue;
      feed.flow[place] = amount;
      feed.supply.left -= amount;
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
function restOf({ amount, flow, supply }: Feed): number {
  let rest = amount;
  for (const part of flow) rest -= part;
  return Math.min(rest, supply.left);
}

/** Where pipes meet: a supply, a cell, a place, the source or the sink. */
class Junction {
  readonly pipes: Pipe[] = [];
  /** How far it is from the source; below 0 where nothing flows to it. */
  distance = -1;
  /** How many of its pipes were tried. */
  tried = 0;
}

/** A pipe, through which some flows already; what flows can return through the pipe back. */
class Pipe {
  readonly back: Pipe;

  /**
   * @param room - What still fits through it.
   * @param back - The pipe back, or what flows through this one, which fits through the pipe back that is made.
   */
  constructor(
    from: Junction,
    readonly to: Junction,
    public room: number,
    back: Pipe | number,
  ) {
    from.pipes.push(this);
    this.back = typeof back === "number" ? new Pipe(to, from, back, this) : back;
  }
}

/** Pipes from a source over supplies, cells and places to a sink. */
class Network {
  private readonly junctions: Junction[] = [];
  private readonly source = this.junction();
  private readonly sink = this.junction();
  private readonly places: readonly Junction[];
  /** The cells, each with the pipes to its places, by place. */
  private readonly cells: readonly { readonly feed: Feed; readonly spouts: readonly (Pipe | undefined)[] }[];

  constructor(feeds: readonly Feed[], places: number) {
    this.places = Array.from({ length: places }, () => this.junction());
    const inlets = new Map<Feed["supply"], Pipe>();
    this.cells = feeds.map((feed) => {
      const { supply, mask, amount, flow } = feed;
      const given = flow.reduce((sum, part) => sum + part, 0);
      const inlet = inlets.get(supply) ?? new Pipe(this.source, this.junction(), supply.left, 0);
      inlets.set(supply, inlet);
      inlet.back.room += given;
      const cell = this.junction();
      new Pipe(inlet.to, cell, amount - given, given);
      const spouts = this.places.map((place, at) =>
        fits(mask, at) ? new Pipe(cell, place, UNBOUNDED, flow[at] ?? 0) : undefined,
      );
      return { feed, spouts };
    });
  }

  /** Opens a place, and lets as much flow into it as can; what flows elsewhere stays as much. */
  open(place: number, room: number): void {
    new Pipe(nth(this.places, place), this.sink, room, 0);
    while (this.measure()) {
      for (const junction of this.junctions) junction.tried = 0;
      while (this.push(this.source, UNBOUNDED) > 0);
    }
  }

  /** Reads what flows from each cell to each place. */
  read(): void {
    for (const { feed, spouts } of this.cells) feed.flow = spouts.map((spout) => spout?.back.room ?? 0);
  }

  private junction(): Junction {
    const made = new Junction();
    this.junctions.push(made);
    return made;
  }

  /** Measures how far each junction is from the source; whether the sink can be reached. */
  private measure(): boolean {
    for (const junction of this.junctions) junction.distance = -1;
    this.source.distance = 0;
    const queue = [this.source];
    for (const { pipes, distance } of queue) {
      for (const { to, room } of pipes) {
        if (room <= 0 || to.distance >= 0) continue;
        to.distance = distance + 1;
        queue.push(to);
      }
    }
    return this.sink.distance >= 0;
  }

  /** Pushes some of an amount from a junction toward the sink, along pipes that lead away from the source. */
  private push(at: Junction, amount: number): number {
    if (at === this.sink) return amount;
    for (let pipe = at.pipes[at.tried]; pipe !== undefined; pipe = at.pipes[++at.tried]) {
      const { to, room, back } = pipe;
      if (room <= 0 || to.distance !== at.distance + 1) continue;
      const pushed = this.push(to, Math.min(amount, room));
      if (pushed === 0) continue;
      pipe.room -= pushed;
      back.room += pushed;
      return pushed;
    }
    return 0;
  }
}
