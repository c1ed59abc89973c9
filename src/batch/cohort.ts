/**
 * What many verdicts come to together: added up where they are judged, and joined in the order of the lines.
 */
import { nth } from "../base/lists";
import type { PathwayStatus, PathwayVerdict, Verdict } from "../model/verdict";

/** What many verdicts come to together: plain data, safe to write as JSON. */
export interface Cohort {
  /** How many were judged. */
  judged: number;
  /** How many of them are eligible for a pathway at least. */
  eligible: number;
  /** Each pathway, in the order of the verdicts. */
  readonly pathways: Record<string, PathwayCohort>;
}

/** What they come to on one pathway. */
export interface PathwayCohort {
  /** How many have each status. */
  readonly statuses: Partial<Record<PathwayStatus, number>>;
  /** How many lack no requirement, one, two and so on, of those who could apply and are not eligible. */
  readonly lacking: number[];
  /** How many lack each requirement, whether it is unmet or unknown. */
  readonly requirements: Record<string, { unmet: number; unknown: number }>;
  /** The hours that are missing, by requirement. */
  readonly hours: Record<string, MissingHours>;
  /** Those who lack least. */
  nearest: readonly Near[];
}

/** Hours that people miss for one requirement. */
export interface MissingHours {
  /** How many people miss some. */
  people: number;
  /** How many hours they miss together. */
  hours: number;
  /** How many miss at most so many as {@link BANDS} says, and how many miss more. */
  readonly bands: number[];
}

/** Who someone is: a line, and an id where one was told. */
export interface Who {
  /** The number of the line, counted from 1. */
  readonly line: number;
  /** The applicant's own id. */
  readonly id?: string;
}

/** Someone who lacks little. */
export interface Near extends Who {
  /** The requirements that are unmet or unknown. */
  readonly lacks: readonly string[];
  /** The hours that are missing. */
  readonly hours: number;
}

/** The upper ends of the bands of missing hours. */
export const BANDS = [5, 10, 20, 50] as const;
/** How many of those who lack least are told by name. */
const MOST_NEAR = 10;

/** Begins to add up. */
export const emptyCohort = (): Cohort => ({ judged: 0, eligible: 0, pathways: {} });

const emptyPathway = (): PathwayCohort => ({ statuses: {}, lacking: [], requirements: {}, hours: {}, nearest: [] });

/** Adds a verdict. */
export function addVerdict(cohort: Cohort, who: Who, { pathways }: Verdict): void {
  cohort.judged++;
  if (pathways.some(({ status }) => status === "eligible")) cohort.eligible++;
  for (const verdict of pathways) addPathway((cohort.pathways[verdict.pathway] ??= emptyPathway()), who, verdict);
}

function addPathway(cohort: PathwayCohort, who: Who, { status, requirements, gaps }: PathwayVerdict): void {
  cohort.statuses[status] = (cohort.statuses[status] ?? 0) + 1;
  if (status !== "not-yet" && status !== "undetermined") return;
  const lacks: string[] = [];
  for (const { id, status: state, obligation = "required" } of requirements) {
    if (obligation !== "required" || state === "met") continue;
    lacks.push(id);
    const counted = (cohort.requirements[id] ??= { unmet: 0, unknown: 0 });
    counted[state]++;
  }
  add(cohort.lacking, lacks.length, 1);
  // of what is not certain, no hours certainly miss
  const hours = status === "not-yet" ? missingHours(gaps) : {};
  for (const [requirement, missing] of Object.entries(hours)) addHours(cohort, requirement, missing);
  const total = Object.values(hours).reduce((sum, missing) => sum + missing, 0);
  cohort.nearest = nearestOf([...cohort.nearest, { ...who, lacks, hours: total }]);
}

/** The hours that certainly miss, by requirement: of two gaps of one the larger, for one hour may close both. */
function missingHours(gaps: PathwayVerdict["gaps"]): Record<string, number> {
  const hours: Record<string, number> = {};
  for (const { requirement, amount, unit } of gaps) {
    if (unit === "hours") hours[requirement] = Math.max(hours[requirement] ?? 0, amount);
  }
  return hours;
}

function addHours(cohort: PathwayCohort, requirement: string, missing: number): void {
  const counted = (cohort.hours[requirement] ??= { people: 0, hours: 0, bands: [] });
  counted.people++;
  counted.hours += missing;
  const band = BANDS.findIndex((most) => missing <= most);
  add(counted.bands, band < 0 ? BANDS.length : band, 1);
}

/** Adds to a place of a list that may be too short, without leaving a hole. */
function add(list: number[], at: number, number: number): void {
  while (list.length <= at) list.push(0);
  list[at] = nth(list, at) + number;
}

const nearestOf = (some: readonly Near[]) =>
  [...some].sort((a, b) => a.lacks.length - b.lacks.length || a.hours - b.hours || a.line - b.line).slice(0, MOST_NEAR);

/** Adds what others came to. */
export function joinCohort(cohort: Cohort, { judged, eligible, pathways }: Cohort): void {
  cohort.judged += judged;
  cohort.eligible += eligible;
  for (const [id, other] of Object.entries(pathways)) joinPathway((cohort.pathways[id] ??= emptyPathway()), other);
}

function joinPathway(cohort: PathwayCohort, other: PathwayCohort): void {
  for (const [status, count] of Object.entries(other.statuses)) {
    const known = status as PathwayStatus;
    cohort.statuses[known] = (cohort.statuses[known] ?? 0) + count;
  }
  other.lacking.forEach((count, at) => add(cohort.lacking, at, count));
  for (const [id, { unmet, unknown }] of Object.entries(other.requirements)) {
    const counted = (cohort.requirements[id] ??= { unmet: 0, unknown: 0 });
    counted.unmet += unmet;
    counted.unknown += unknown;
  }
  for (const [id, { people, hours, bands }] of Object.entries(other.hours)) {
    const counted = (cohort.hours[id] ??= { people: 0, hours: 0, bands: [] });
    counted.people += people;
    counted.hours += hours;
    bands.forEach((count, at) => add(counted.bands, at, count));
  }
  cohort.nearest = nearestOf([...cohort.nearest, ...other.nearest]);
}
