/**
 * How much of some places can be filled when each entry, or each hour, serves once.
 */
import { type Entry, personOf } from "./evidence";
import { byWhat, type Given, type Piece, share, total, UNBOUNDED } from "./flow";
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
import type { Compiler, Drawn, ResolvedParams, Run, Where } from "./program";
import { type Level, MET, UNKNOWN } from "./truth";
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
  const filled = { source: compileSource(compiler, params), places, byHours: unit === "hours", stepsPerUnit, distinct };
  return (run) => drawFilled(run, filled);
}

function drawFilled(run: Run, filled: Filled): Drawn {
  const { source, places, stepsPerUnit, byHours } = filled;
  const sifted = sift(run, source, false);
  const takes = places.map((place) => place.takes);
  const pieces = piecesOf(run, filled, sifted, MET);
  const given = share(pieces, takes, 1);
  const low = total(given);
  const all = takes.reduce((sum, take) => sum + take, 0);
  const high = sifted.complete ? mostOf(run, filled, sifted, takes, pieces, low) : all;
  const gifts = byWhat(given);
  const counted = [...gifts].flatMap(([entry, own]) => own.map((gift) => countedGift(entry, gift, filled)));
  const uncounted = sifted.list
    .filter((entry) => !gifts.has(entry))
    .map((entry) => uncountedPiece(run, filled, sifted, entry));
  const slots = places.map(({ id, title, takes: need }, at): SlotFilled => {
    const have = total(given.filter(({ place }) => place === at));
    const slot = { id, atLeast: need / stepsPerUnit, have: inUnit(have, stepsPerUnit) };
    return title === undefined ? slot : { ...slot, title };
  });
  const unit = byHours ? "hours" : "entries";
  const [have, possible] = [inUnit(low, stepsPerUnit), inUnit(high, stepsPerUnit)];
  const measure = { fact: "filled", of: source.of, unit, have, possible, counted, uncounted, slots } as const;
  return { measure, low, high, exists: MET };
}

/** How much may be filled: as much as certainly is, where nothing is in doubt. */
function mostOf(
  run: Run,
  filled: Filled,
  sifted: Sifted,
  takes: readonly number[],
  certain: readonly Piece<Entry>[],
  low: number,
): number {
  const possible = piecesOf(run, filled, sifted, UNKNOWN);
  const isSure =
    possible.length === certain.length &&
    possible.every(({ what, mask, amount, group }, at) => {
      const sure = certain[at] as Piece<Entry>;
      return what === sure.what && mask === sure.mask && amount === sure.amount && group === sure.group;
    });
  return isSure ? low : total(share(possible, takes, 1));
}

/**
 * Lists what can be placed.
 *
 * @param least - `MET`: for certain; `UNKNOWN`: perhaps.
 */
function piecesOf(run: Run, filled: Filled, { list, levels }: Sifted, least: Level): Piece<Entry>[] {
  const certain = least === MET;
  const pieces = list.flatMap((entry): Piece<Entry>[] => {
    if ((levels[entry.index] as Level) < least) return [];
    const amount = amountOf(entry, filled, certain);
    const mask = maskOf(run, filled, entry, least);
    if (mask === 0 || amount === 0) return [];
    if (filled.distinct === undefined) return [{ what: entry, mask, amount }];
    return [{ what: entry, mask, amount, group: groupOf(run, entry, filled.distinct, certain) }];
  });
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
  return places.reduce((mask, { where }, at) => {
    const level = levelsOf(run, source.of, where)[entry.index] as Level;
    return level >= least ? mask | (1 << at) : mask;
  }, 0);
}

function countedGift({ evidence }: Entry, { place, amount }: Given<Entry>, { places, stepsPerUnit }: Filled): Counted {
  return { evidence, amount: inUnit(amount, stepsPerUnit), slot: (places[place] as Place).id };
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
  const { where } = perhaps ?? (places[0] as Place);
  return { evidence, status: perhaps ? "unknown" : "unmet", because: where.blame(entry, run) };
}
