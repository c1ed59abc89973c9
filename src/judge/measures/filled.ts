/**
 * How much of some places can be filled when each entry, or each hour, serves once.
 */

import { type Piece, share, total } from "../../base/allocate";
import { UNBOUNDED } from "../../base/maximum-flow";
import { type Level, MET, UNKNOWN, UNMET } from "../../base/truth";
import { type Entry, personOf } from "../../evidence/read";
import type { Counted, SlotFilled, Uncounted } from "../../model/verdict";
import type { ResolvedParams } from "../../rules/resolved";
import type { CompiledWhere, Compiler, Drawn, Run } from "../compiled";
import {
  compileSource,
  type EntrySource,
  inUnit,
  levelsOf,
  MINUTES,
  minutesOf,
  minutesReason,
  mostMinutesOf,
  NO_PLACE,
  type Sifted,
  sift,
  uncountedEntry,
} from "./sift";

/** A place, compiled. */
interface Place {
  readonly id: string;
  readonly title: string | undefined;
  readonly where: CompiledWhere;
  /** How many steps it takes. */
  readonly takes: number;
}

/** A `filled` measure, compiled. */
interface Filled {
  readonly source: EntrySource;
  readonly places: readonly Place[];
  /** How many steps each place takes. */
  readonly takes: readonly number[];
  readonly byHours: boolean;
  readonly stepsPerUnit: number;
  /** The field that names who may serve only once. */
  readonly person: string | undefined;
}

/** How many steps make one of the unit of places: they are filled with entries, or with hours. */
export const stepsOfPlaces = ({ unit }: ResolvedParams): number => (unit === "hours" ? MINUTES : 1);

/** Compiles a measure of filled places. */
export function compileFilled(compiler: Compiler, params: ResolvedParams): (run: Run) => Drawn {
  const { of, slots = [], unit, distinct } = params;
  const stepsPerUnit = stepsOfPlaces(params);
  const places = slots.map(({ id, title, where, atLeast }): Place => {
    const takes = Math.round(atLeast * stepsPerUnit);
    return { id, title, where: compiler.where(of, where ?? { all: [] }), takes };
  });
  const takes = places.map((place) => place.takes);
  const source = compileSource(compiler, params);
  const filled = { source, places, takes, byHours: unit === "hours", stepsPerUnit, person: distinct?.split(".")[0] };
  return (run) => drawFilled(run, filled);
}

function drawFilled(run: Run, filled: Filled): Drawn {
  const { source, places, takes, stepsPerUnit, byHours } = filled;
  const sifted = sift(run, source, false);
  const { pieces, isSure } = certainPieces(run, filled, sifted);
  const given = share(pieces, takes, 1);
  const low = total(given);
  const high = sifted.complete ? mostOf(run, filled, sifted, isSure, low) : takes.reduce((sum, take) => sum + take, 0);
  const have = takes.map(() => 0);
  const counted: Counted[] = [];
  const isGiving: boolean[] = [];
  for (const { what, place, amount } of given) {
    have[place] = (have[place] as number) + amount;
    isGiving[what.index] = true;
    counted.push({ evidence: what.evidence, amount: inUnit(amount, stepsPerUnit), slot: (places[place] as Place).id });
  }
  const uncounted: Uncounted[] = [];
  for (const entry of sifted.list) {
    if (!isGiving[entry.index]) uncounted.push(uncountedPiece(run, filled, sifted, entry));
  }
  const slots = places.map((place, at) => slotFilled(place, inUnit(have[at] as number, stepsPerUnit), stepsPerUnit));
  const measure = {
    fact: "filled",
    of: source.of,
    unit: byHours ? "hours" : "entries",
    have: inUnit(low, stepsPerUnit),
    possible: inUnit(high, stepsPerUnit),
    counted,
    uncounted,
    slots,
  } as const;
  return { measure, low, high, exists: MET };
}

function slotFilled({ id, title, takes }: Place, have: number, stepsPerUnit: number): SlotFilled {
  const atLeast = takes / stepsPerUnit;
  return title === undefined ? { id, atLeast, have } : { id, atLeast, have, title };
}

/** How much may be filled: as much as certainly is, where nothing is in doubt. */
function mostOf(run: Run, filled: Filled, sifted: Sifted, isSure: boolean, low: number): number {
  return isSure ? low : total(share(possiblePieces(run, filled, sifted), filled.takes, 1));
}

/** Lists what certainly can be placed; it is sure if nothing more may be. */
function certainPieces(run: Run, filled: Filled, { list, levels }: Sifted) {
  const pieces: Piece<Entry>[] = [];
  let isSure = true;
  let isTold = false;
  for (const entry of list) {
    const level = levels[entry.index] as Level;
    if (level !== MET) {
      if (level === UNKNOWN) isSure = false;
      continue;
    }
    const amount = filled.byHours ? minutesOf(entry) : 1;
    let mask = 0;
    for (let at = 0; at < filled.places.length; at++) {
      const fit = levelAt(run, filled, entry, at);
      if (fit === MET) mask |= 1 << at;
      else if (fit === UNKNOWN) isSure = false;
    }
    if (amount === undefined) isSure = false;
    if (mask === 0 || amount === undefined || amount === 0) continue;
    const group = groupOf(run, entry, filled);
    if (group === ANYONE) isSure = false;
    else isTold = true;
    pieces.push({ what: entry, mask, amount, group });
  }
  // people not told may be one and the same, and may be one of those told
  return { pieces: isTold && !isSure ? pieces.filter(({ group }) => group !== ANYONE) : pieces, isSure };
}

/** Lists what may be placed. */
function possiblePieces(run: Run, filled: Filled, { list, levels }: Sifted): Piece<Entry>[] {
  const pieces: Piece<Entry>[] = [];
  for (const entry of list) {
    if (levels[entry.index] === UNMET) continue;
    const amount = filled.byHours ? Math.min(mostMinutesOf(entry), UNBOUNDED) : 1;
    const mask = maskOf(run, filled, entry, UNKNOWN);
    if (mask === 0 || amount === 0) continue;
    const group = groupOf(run, entry, filled);
    pieces.push({ what: entry, mask, amount, group: group === ANYONE ? `entry ${entry.index}` : group });
  }
  return pieces;
}

const ANYONE = "";

/** Names the person who may serve only once, if any; `ANYONE` where it was not told who. */
function groupOf(run: Run, entry: Entry, { person: field }: Filled): string | undefined {
  if (field === undefined) return undefined;
  personOf(run.evidence, entry, field);
  const person = entry.raw[field];
  return person === undefined ? ANYONE : `person ${person}`;
}

/** Whether an entry fits a place. */
function levelAt(run: Run, { source, places }: Filled, entry: Entry, at: number): Level {
  return levelsOf(run, source.of, (places[at] as Place).where)[entry.index] as Level;
}

function maskOf(run: Run, filled: Filled, entry: Entry, least: Level): number {
  let mask = 0;
  for (let at = 0; at < filled.places.length; at++) {
    if (levelAt(run, filled, entry, at) >= least) mask |= 1 << at;
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
    const { person } = filled;
    if (person !== undefined && entry.raw[person] === undefined) {
      return { evidence, status: "unknown", because: { code: "not-told", fact: person } };
    }
    return { evidence, status: "unmet", because: NO_PLACE };
  }
  const perhaps = places.find((_, at) => levelAt(run, filled, entry, at) === UNKNOWN);
  if (perhaps !== undefined) return { evidence, status: "unknown", because: perhaps.where.blame(entry, run, UNKNOWN) };
  return { evidence, status: "unmet", because: (places[0] as Place).where.blame(entry, run, UNMET) };
}
