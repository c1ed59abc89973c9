/**
 * Places as people write them: `WA`, `Washington`, `Seattle, WA`; and associations by their place: `WA-AIMH`.
 */
import { isCountry } from "../countries";
import { states } from "../known-places";

/** What else people call a place. */
const OTHER_NAMES: readonly (readonly [name: string, place: string])[] = [
  ["Washington State", "US-WA"],
  ["Washington DC", "US-DC"],
  ["US Virgin Islands", "US-VI"],
  ["America", "US"],
  ["United States", "US"],
  ["United States of America", "US"],
  ["Estados Unidos", "US"],
  ["USA", "US"],
  ["Australia", "AU"],
  ["Ireland", "IE"],
  ["Republic of Ireland", "IE"],
  ["Canada", "CA"],
  ["Mexico", "MX"],
  ["New Zealand", "NZ"],
  ["United Kingdom", "GB"],
  ["UK", "GB"],
  ["Great Britain", "GB"],
  ["England", "GB"],
  ["Scotland", "GB"],
  ["Wales", "GB"],
  ["Northern Ireland", "GB"],
];

const lettersOf = (text: string) => text.toLowerCase().replaceAll(/[^a-z]/g, "");

let byLetters: ReadonlyMap<string, readonly string[]> | undefined;

/** Places by the letters of their names and of their codes; those of the United States first. */
function placesByLetters(): ReadonlyMap<string, readonly string[]> {
  if (byLetters !== undefined) return byLetters;
  const all = new Map<string, string[]>();
  const add = (name: string, place: string) => {
    const known = all.get(lettersOf(name));
    if (known === undefined) all.set(lettersOf(name), [place]);
    else known.push(place);
  };
  for (const [country, own] of states) {
    for (const [code, name] of own) {
      for (const alias of [code, name, `${country}${code}`, `${name}${country}`]) add(alias, `${country}-${code}`);
    }
  }
  for (const [name, place] of OTHER_NAMES) add(name, place);
  return (byLetters = all);
}

const named = (name: string) => placesByLetters().get(lettersOf(name)) ?? [];

/** Finds the letters of a state of the United States by its name or letters. */
export const stateOf = (text: string): string | undefined =>
  named(text)
    .find((place) => place.startsWith("US-"))
    ?.slice(3);

/**
 * Reads a place as people write it.
 *
 * @returns The codes by ISO 3166 of the places that it may be; none where nothing is known by that name.
 * @example
 * readWrittenPlace("Washington"); //=> ["US-WA"]
 * readWrittenPlace("WA"); //=> ["US-WA", "AU-WA"]
 */
export function readWrittenPlace(text: string): readonly string[] {
  const own = named(text);
  if (own.length > 0) return own;
  const code = text.trim().toUpperCase();
  if (isCountry(code)) return [code];
  // the state stands last in an address, but for its country
  const parts = text.includes(",") ? text.split(",").reverse() : [];
  return parts.map((part) => named(part).filter((place) => place.includes("-"))).find(({ length }) => length > 0) ?? [];
}

/**
 * Reads an association as people write it.
 *
 * @returns The ids that it may be; none where no state is named.
 * @example
 * readWrittenAssociation("WA-AIMH"); //=> ["us-wa"]
 */
export function readWrittenAssociation(text: string): readonly string[] {
  const plain = text.trim().toLowerCase().replace(/\s+/g, " ");
  // the World Association is no association of Washington
  if (plain === "alliance" || plain === "waimh") return [plain];
  const [, letters = ""] = /^([a-z]{2})[\s-]?(?:a?imh|alliance)/.exec(plain) ?? [];
  const [, name = ""] = /^(.+?) (?:association|alliance)\b/.exec(plain) ?? [];
  const state = stateOf(letters) ?? stateOf(name);
  if (state !== undefined) return [`us-${state.toLowerCase()}`];
  // a country with states has associations of its states
  return readWrittenPlace(text).flatMap((place) => (states.has(place) ? [] : [place.toLowerCase()]));
}
