/**
 * How much of some places can be filled when each entry, or each hour, serves once.
 */
import { type Entry, personOf } from "./evidence";
import { byWhat, type Piece, share, total, UNBOUNDED } from "./flow";
import {
  compileSource,
  inUnit,
  levelsOf,
  MINUTES,
  minutesOf,
  minutesReason,
  mostMinutesOf,
  NO_PLACE,
  type Sifted,
  type Source,
  sift,
  uncountedEntry,
} from "./measure";
import type { Compiler, Draft, Drawn, ResolvedParams, Run, Where } from "./program";
import { type Level, MET, UNKNOWN, UNMET } from "./truth";
import type { Counted, SlotFilled, Uncounted } from "./verdict";

/** A place, compiled. */
interface Place {
  readonly id: string;
  readonly title: string | undefined;
  readonly where: Where;
  /** How many steps it takes. */
  readonly takes: number;
}

/** A `filled` measure, compiled. */
interface Filled {
  readonly source: Source;
  readonly places: readonly Place[];
  /** How many steps each place takes. */
  readonly takes: readonly number[];
  readonly byHours: boolean;
  readonly stepsPerUnit: number;
  readonly distinct: string | undefined;
}

/** Compiles a measure of filled places. */
export function compileFilled(compiler: Compiler, params: ResolvedParams): (run: Run) => Drawn {
  const { of, slots = [], unit, distinct } = params;
  const stepsPerUnit = unit === "hours" ? MINUTES : 1;
  const places = slots.map(({ id, title, where, atLeast }): Place => {
    const takes = Math.round(atLeast * stepsPerUnit);
    return { id, title, where: compiler.where(of, where ?? { all: [] }), takes };
  });
  const takes = places.map((place) => place.takes);
  const source = compileSource(compiler, params);
  const filled = { source, places, takes, byHours: unit === "hours", stepsPerUnit, distinct };
  return (run) => drawFilled(run, filled);
}

function drawFilled(run: Run, filled: Filled): Drawn {
  const { source, places, takes, stepsPerUnit, byHours } = filled;
  const sifted = sift(run, source, false);
  const pieces = piecesOf(run, filled, sifted, MET);
  const given = share(pieces, takes, 1);
  const low = total(given);
  const high = sifted.complete ? mostOf(run, filled, sifted, pieces, low) : takes.reduce((sum, take) => sum + take, 0);
  const gifts = byWhat(given);
  const have = takes.map(() => 0);
  const counted: Counted[] = [];
  for (const [{ evidence }, own] of gifts) {
    for (const { place, amount } of own) {
      have[place] = (have[place] as number) + amount;
      counted.push({ evidence, amount: inUnit(amount, stepsPerUnit), slot: (places[place] as Place).id });
    }
  }
  const uncounted: Uncounted[] = [];
  for (const entry of sifted.list) {
    if (!gifts.has(entry)) uncounted.push(uncountedPiece(run, filled, sifted, entry));
  }
  const measure = {
    fact: "filled",
    of: source.of,
    unit: byHours ? "hours" : "entries",
    have: inUnit(low, stepsPerUnit),
    possible: inUnit(high, stepsPerUnit),
    counted,
    uncounted,
    slots: places.map((place, at) => slotFilled(place, have[at] as number, stepsPerUnit)),
  } as const;
  return { measure, low, high, exists: MET };
}

function slotFilled({ id, title, takes }: Place, have: number, stepsPerUnit: number): SlotFilled {
  const slot: Draft<SlotFilled> = { id, atLeast: takes / stepsPerUnit, have: inUnit(have, stepsPerUnit) };
  if (title !== undefined) slot.title = title;
  return slot;
}

/** How much may be filled: as much as certainly is, where nothing is in doubt. */
function mostOf(run: Run, filled: Filled, sifted: Sifted, certain: readonly Piece<Entry>[], low: number): number {
  const possible = piecesOf(run, filled, sifted, UNKNOWN);
  const isSure =
    possible.length === certain.length &&
    possible.every(({ what, mask, amount, group }, at) => {
      const sure = certain[at] as Piece<Entry>;
      return what === sure.what && mask === sure.mask && amount === sure.amount && group === sure.group;
    });
  return isSure ? low : total(share(possible, filled.takes, 1));
}

/**
 * Lists what can be placed.
 *
 * @param least - `MET`: for certain; `UNKNOWN`: perhaps.
 */
function piecesOf(run: Run, filled: Filled, { list, levels }: Sifted, least: Level): Piece<Entry>[] {
  const certain = least === MET;
  const pieces: Piece<Entry>[] = [];
  for (const entry of list) {
    if ((levels[entry.index] as Level) < least) continue;
    const amount = amountOf(entry, filled, certain);
    const mask = maskOf(run, filled, entry, least);
    if (mask === 0 || amount === 0) continue;
    if (filled.distinct === undefined) pieces.push({ what: entry, mask, amount });
    else pieces.push({ what: entry, mask, amount, group: groupOf(run, entry, filled.distinct, certain) });
  }
  // people not told may be one and the same, and may be one of those told
  const told = pieces.filter(({ group }) => group !== ANYONE);
  return certain && told.length > 0 ? told : pieces;
}

const ANYONE = "";

function groupOf(run: Run, entry: Entry, distinct: string, certain: boolean): string {
  const [field = ""] = distinct.split(".");
  personOf(run.evidence, entry, field);
  const person = entry.raw[field];
  if (person !== undefined) return `person ${person}`;
  return certain ? ANYONE : `entry ${entry.index}`;
}

function amountOf(entry: Entry, { byHours }: Filled, certain: boolean): number {
  if (!byHours) return 1;
  return certain ? (minutesOf(entry) ?? 0) : Math.min(mostMinutesOf(entry), UNBOUNDED);
}

function maskOf(run: Run, { source, places }: Filled, entry: Entry, least: Level): number {
  let mask = 0;
  for (let at = 0; at < places.length; at++) {
    const level = levelsOf(run, source.of, (places[at] as Place).where)[entry.index] as Level;
    if (level >= least) mask |= 1 << at;
  }
  return mask;
}

function uncountedPiece(run: Run, filled: Filled, sifted: Sifted, entry: Entry): Uncounted {
  const { source, places, byHours } = filled;
  const { evidence } = entry;
  if (sifted.levels[entry.index] !== MET) return uncountedEntry(run, source, sifted, entry);
  if (maskOf(run, filled, entry, MET) !== 0) {
    if (byHours && minutesOf(entry) === undefined)
      return { evidence, status: "unknown", because: minutesReason(entry) };
    const person = filled.distinct?.split(".")[0];
    if (person !== undefined && entry.raw[person] === undefined) {
      return { evidence, status: "unknown", because: { code: "not-told", fact: person } };
    }
    return { evidence, status: "unmet", because: NO_PLACE };
  }
  const levelFor = ({ where }: Place) => levelsOf(run, source.of, where)[entry.index] as Level;
  const perhaps = places.find((place) => levelFor(place) === UNKNOWN);
  if (perhaps !== undefined) return { evidence, status: "unknown", because: perhaps.where.blame(entry, run, UNKNOWN) };
  return { evidence, status: "unmet", because: (places[0] as Place).where.blame(entry, run, UNMET) };
}
