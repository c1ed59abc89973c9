/**
 * How much of some places can be filled when each entry, or each hour, serves once.
 */
import { nth, numberAt } from "../../base/lists";
import { UNBOUNDED } from "../../base/maximum-flow";
import { type Level, MET, UNKNOWN, UNMET } from "../../base/truth";
import type { Entry } from "../../evidence/entry";
import type { Reason, Uncounted } from "../../model/verdict";
import type { ResolvedParams } from "../../rules/resolved";
import { type Bits, eachPossible, keyOfVectors, levelIn, lowest, type Vector } from "../bits";
import type { Compiler, CountedEntry, Drawing, Drawn } from "../compiled";
import { type PersonField, personIn, type Run } from "../run";
import { implies } from "../where";
import { inUnit, MINUTES, minutesOf, minutesReason, mostMinutesOf } from "./amounts";
import { FEW, type Given, match, type Piece, share } from "./share";
import { bitsOf, compileSource, type EntrySource, Gathered, reasonsOf, vectorOf } from "./source";

/** A place, compiled. */
interface Place {
  readonly id: string;
  readonly source: EntrySource;
}

/** A `filled` measure, compiled. */
interface Filled {
  readonly source: EntrySource;
  readonly places: readonly Place[];
  /** How many steps each place takes. */
  readonly takes: readonly number[];
  /** Places that ask for more are filled first, so that what stays empty is what most could fill. */
  readonly ranks: readonly number[];
  readonly byHours: boolean;
  /** The field that names who may serve only once. */
  readonly person: PersonField | undefined;
}

/** What places came to. */
interface Placed extends Drawn {
  readonly filled: readonly number[];
  /** What certainly can be placed. */
  readonly pieces: readonly PieceOf[];
  /** What each gives to which place, once that is asked for. */
  given: readonly Given[] | undefined;
}

/** Every place that it fits is filled. */
const NO_PLACE: Reason = Object.freeze({ code: "no-place" });

/** Compiles a measure of filled places. */
export function compileFilled(compiler: Compiler, params: ResolvedParams): Drawing<Placed> {
  const { of, slots = [], unit, distinct } = params;
  const byHours = unit === "hours";
  const stepsPerUnit = byHours ? MINUTES : 1;
  const places = slots.map(({ id, where }) => ({ id, source: compileSource(compiler, { of, where }) }));
  const takes = slots.map(({ atLeast }) => Math.round(atLeast * stepsPerUnit));
  const person = distinct === undefined ? undefined : compiler.person(of, distinct.split(".")[0] ?? "");
  const filled: Filled = {
    source: compileSource(compiler, params),
    places,
    takes,
    ranks: ranksOf(places),
    byHours,
    person,
  };
  const shape = compiler.number("shape", ["filled", takes, filled.ranks, byHours, person?.index]);
  const idAt = (place: number) => nth(places, place).id;
  return {
    unit: byHours ? "hours" : "entries",
    stepsPerUnit,
    draw: (run) => drawFilled(run, filled, shape),
    evidence: (_, placed) =>
      [...new Set(givenBy(filled, placed).map(({ entry }) => entry))].sort((a, b) => a.index - b.index),
    counted: (_, placed) =>
      givenBy(filled, placed).map(({ entry, amount, place }): CountedEntry => {
        return { entry, amount: inUnit(amount, stepsPerUnit), slot: idAt(place) };
      }),
    uncounted: (run, placed) => uncountedPieces(run, filled, placed),
  };
}

/** Ranks places: in how many a piece would fit as well that fits this one. */
const ranksOf = (places: readonly Place[]): number[] =>
  places.map(({ source }) => places.filter((other) => implies(other.source.where, source.where)).length);

/** Fills places; with the same entries, in the same way, once a run. */
function drawFilled(run: Run, filled: Filled, shape: number): Placed {
  const { source, places, takes } = filled;
  const vectors = [vectorOf(run, source), ...places.map((place) => vectorOf(run, place.source))];
  const key = keyOfVectors(shape, vectors);
  const known = run.drawn.get(key) as Placed | undefined;
  if (known !== undefined) return known;
  const { pieces, isSure } = certainPieces(run, filled, vectors);
  const { amounts, given } = fillPlaces(filled, pieces);
  const low = sum(amounts);
  const high = bitsOf(run, source.of).entries.complete ? mostOf(run, filled, vectors, isSure, low) : sum(takes);
  const placed: Placed = { low, high, exists: MET, filled: amounts, pieces, given };
  run.drawn.set(key, placed);
  return placed;
}

const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0);

/** How much may be filled: as much as certainly is, where nothing is in doubt. */
const mostOf = (run: Run, filled: Filled, vectors: readonly Vector[], isSure: boolean, low: number): number =>
  isSure ? low : sum(fillPlaces(filled, possiblePieces(run, filled, vectors)).amounts);

/** Fills places: which piece goes where is worked out only where it makes a difference to how much does. */
function fillPlaces(
  { takes, ranks }: Filled,
  pieces: readonly PieceOf[],
): { amounts: number[]; given: readonly Given[] | undefined } {
  const served = onePerPerson(pieces);
  const amounts = takes.map(() => 0);
  const isChoosing = pour(served, takes, amounts);
  const isFull = () => amounts.every((amount, place) => amount === takes[place]);
  if (!isChoosing || isFull()) return { amounts, given: undefined };
  const given = fill(pieces, served, takes, ranks);
  amounts.fill(0);
  for (const { place, amount } of given) amounts[place] = numberAt(amounts, place) + amount;
  return { amounts, given };
}

/** Pours pieces into places as they come, first those that fit but one; returns whether some fit several. */
function pour(pieces: readonly Piece[], takes: readonly number[], amounts: number[]): boolean {
  let isChoosing = false;
  for (const isChoice of [false, true]) {
    for (const { mask, amount } of pieces) {
      const fitsSeveral = (mask & (mask - 1)) !== 0;
      isChoosing ||= fitsSeveral;
      if (fitsSeveral !== isChoice) continue;
      let left = amount;
      for (let rest = mask; rest !== 0 && left > 0; rest &= rest - 1) {
        const place = lowest(rest);
        const given = Math.min(left, numberAt(takes, place) - numberAt(amounts, place));
        amounts[place] = numberAt(amounts, place) + given;
        left -= given;
      }
    }
  }
  return isChoosing;
}

const givenBy = ({ takes, ranks }: Filled, placed: Placed): readonly Given[] =>
  (placed.given ??= fill(placed.pieces, onePerPerson(placed.pieces), takes, ranks));

/** An entry that may fill some places. */
interface PieceOf extends Piece {
  /** Who may fill one only once: `null` where it was not told who, nothing where anybody may fill several. */
  readonly person: string | null | undefined;
}

/** Fills places with pieces, of each person one; first those that ask for most, and of these those that least fit. */
function fill(
  pieces: readonly PieceOf[],
  served: readonly Piece[],
  takes: readonly number[],
  ranks: readonly number[],
): readonly Given[] {
  if (pieces.length === 0) return [];
  const order = ranks.map((rank, place) => rank * (pieces.length + 1) + countFitting(pieces, place));
  const given = served.length <= FEW && served.every(({ amount }) => amount === 1) ? match : share;
  const filled = given(served, takes, order);
  return served === pieces ? filled : filled.map((one) => byPiece(one, pieces));
}

function countFitting(pieces: readonly Piece[], place: number): number {
  let count = 0;
  for (const { mask } of pieces) count += (mask >>> place) & 1;
  return count;
}

/** A person serves once, in whichever place one of the pieces fits. */
function onePerPerson(pieces: readonly PieceOf[]): readonly Piece[] {
  if (pieces.every(({ person }) => person === undefined)) return pieces;
  const served = new Map<string | null | Entry, Piece>();
  for (const { entry, mask, person } of pieces) {
    const key = person === undefined ? entry : person;
    const known = served.get(key);
    served.set(key, { entry: known?.entry ?? entry, mask: mask | (known?.mask ?? 0), amount: 1 });
  }
  return [...served.values()];
}

/** Finds the piece of a person that fits the place which the person fills. */
function byPiece(given: Given, pieces: readonly PieceOf[]): Given {
  const own = pieces.find(({ entry }) => entry === given.entry);
  if (own?.person === undefined || isFitting(own, given.place)) return given;
  const fitting = pieces.find((piece) => piece.person === own.person && isFitting(piece, given.place));
  return fitting === undefined ? given : { ...given, entry: fitting.entry };
}

const isFitting = ({ mask }: Piece, place: number) => ((mask >>> place) & 1) === 1;

/** Lists what certainly can be placed; it is sure if nothing more may be. */
function certainPieces(run: Run, filled: Filled, vectors: readonly Vector[]) {
  const [vector, ...places] = vectors as readonly [Vector, ...Vector[]];
  const bits = bitsOf(run, filled.source.of);
  const pieces: PieceOf[] = [];
  let isSure = true;
  let isTold = false;
  eachPossible(bits, vector, (entry, level) => {
    if (level !== MET) {
      isSure = false;
      return;
    }
    const amount = filled.byHours ? minutesOf(entry) : 1;
    let mask = 0;
    for (let at = 0; at < places.length; at++) {
      const fit = levelIn(bits, nth(places, at), entry.index);
      if (fit === MET) mask |= 1 << at;
      else if (fit === UNKNOWN) isSure = false;
    }
    if (amount === undefined) isSure = false;
    if (mask === 0 || amount === undefined || amount === 0) return;
    const person = personFor(run, entry, filled);
    if (person === null) isSure = false;
    else isTold = true;
    pieces.push({ entry, mask, amount, person });
  });
  // people not told may be one and the same, and may be one of those told
  return { pieces: isTold && !isSure ? pieces.filter(({ person }) => person !== null) : pieces, isSure };
}

/** Lists what may be placed. */
function possiblePieces(run: Run, filled: Filled, vectors: readonly Vector[]): PieceOf[] {
  const [vector, ...places] = vectors as readonly [Vector, ...Vector[]];
  const bits = bitsOf(run, filled.source.of);
  const pieces: PieceOf[] = [];
  eachPossible(bits, vector, (entry) => {
    const amount = filled.byHours ? Math.min(mostMinutesOf(entry), UNBOUNDED) : 1;
    const mask = maskAt(bits, places, entry, UNKNOWN);
    if (mask === 0 || amount === 0) return;
    const person = personFor(run, entry, filled);
    pieces.push({ entry, mask, amount, person: person ?? undefined });
  });
  return pieces;
}

/** Names the person who may serve only once, if any; `null` where it was not told who. */
function personFor(run: Run, entry: Entry, { person }: Filled): PieceOf["person"] {
  if (person === undefined) return undefined;
  personIn(run, person, entry);
  return (entry.raw[person.field] as string | undefined) ?? null;
}

/** The places that an entry fits, for certain or perhaps. */
function maskAt(bits: Bits, places: readonly Vector[], entry: Entry, least: Level): number {
  let mask = 0;
  for (let at = 0; at < places.length; at++) {
    if (levelIn(bits, nth(places, at), entry.index) >= least) mask |= 1 << at;
  }
  return mask;
}

function uncountedPieces(run: Run, filled: Filled, placed: Placed): readonly Uncounted[] {
  const { filled: inPlaces } = placed;
  const { source, places, takes, byHours, person } = filled;
  const bits = bitsOf(run, source.of);
  const vector = vectorOf(run, source);
  const vectors = places.map((place) => vectorOf(run, place.source));
  const reasons = reasonsOf(run, source);
  const isGiving = new Set(givenBy(filled, placed).map(({ entry }) => entry));
  const noPerson: Reason = { code: "not-told", fact: person?.field ?? "" };
  const gathered = new Gathered();
  /** A place that is not full and that an entry may fill. */
  const openPlace = (entry: Entry) =>
    places.find((_, at) => {
      const isOpen = numberAt(inPlaces, at) < numberAt(takes, at);
      return isOpen && levelIn(bits, nth(vectors, at), entry.index) === UNKNOWN;
    });
  for (const entry of bits.entries.list) {
    const open = levelIn(bits, vector, entry.index) === MET ? openPlace(entry) : undefined;
    // whatever it fills, it may fill another place as well as that
    if (open !== undefined) gathered.add(entry, "unknown", reasonsOf(run, open.source)[entry.index] as Reason);
    if (isGiving.has(entry) || open !== undefined) continue;
    const level = levelIn(bits, vector, entry.index);
    if (level !== MET) {
      gathered.add(entry, level === UNMET ? "unmet" : "unknown", reasons[entry.index] as Reason);
    } else if (maskAt(bits, vectors, entry, MET) !== 0) {
      if (byHours && minutesOf(entry) === undefined) gathered.add(entry, "unknown", minutesReason(entry));
      else if (person !== undefined && entry.raw[person.field] === undefined) gathered.add(entry, "unknown", noPerson);
      else gathered.add(entry, "unmet", NO_PLACE);
    } else {
      const perhaps = places.find((_, at) => levelIn(bits, nth(vectors, at), entry.index) === UNKNOWN);
      const place = perhaps ?? nth(places, 0);
      const reason = reasonsOf(run, place.source)[entry.index] as Reason;
      gathered.add(entry, perhaps === undefined ? "unmet" : "unknown", reason);
    }
  }
  return gathered.list();
}
