/**
 * Places by ISO 3166: which lie in which.
 */
import { type Level, MET, UNKNOWN, UNMET } from "./truth";

/** Countries of ISO 3166 that belong to another one, by the code of the place in it. */
const TERRITORIES: ReadonlyMap<string, string> = new Map([
  ...["AS", "GU", "MP", "PR", "UM", "VI"].map((code) => [code, `US-${code}`] as const),
  ...["CC", "CX", "HM", "NF"].map((code) => [code, `AU-${code}`] as const),
]);

/** The place as a part of the country it belongs to: Puerto Rico can be told as `PR` or as `US-PR`. */
const inItsCountry = (place: string): string => TERRITORIES.get(place) ?? place;

/**
 * Whether a place is another one, or a part of it.
 *
 * @example
 * liesIn("US-WA", "US"); //=> true
 * liesIn("PR", "US"); //=> true
 * liesIn("PR", "US-PR"); //=> true
 */
export function liesIn(place: string, whole: string): boolean {
  const own = inItsCountry(place);
  const around = inItsCountry(whole);
  return own === around || own.startsWith(`${around}-`);
}

/** Whether a place lies in one of others; a country that is told without its part may. */
export function placeLevel(told: string, others: readonly string[]): Level {
  if (others.some((place) => liesIn(told, place))) return MET;
  return others.some((place) => liesIn(place, told)) ? UNKNOWN : UNMET;
}
