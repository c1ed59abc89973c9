/**
 * Which places there are by ISO 3166, and their names. The parts of a country are known of the United States and of Australia only.
 */
import { isCountry } from "./countries";

const UNITED_STATES =
  "AL Alabama, AK Alaska, AZ Arizona, AR Arkansas, CA California, CO Colorado, CT Connecticut, DE Delaware, " +
  "DC District of Columbia, FL Florida, GA Georgia, HI Hawaii, ID Idaho, IL Illinois, IN Indiana, IA Iowa, KS Kansas, " +
  "KY Kentucky, LA Louisiana, ME Maine, MD Maryland, MA Massachusetts, MI Michigan, MN Minnesota, MS Mississippi, " +
  "MO Missouri, MT Montana, NE Nebraska, NV Nevada, NH New Hampshire, NJ New Jersey, NM New Mexico, NY New York, " +
  "NC North Carolina, ND North Dakota, OH Ohio, OK Oklahoma, OR Oregon, PA Pennsylvania, RI Rhode Island, " +
  "SC South Carolina, SD South Dakota, TN Tennessee, TX Texas, UT Utah, VT Vermont, VA Virginia, WA Washington, " +
  "WV West Virginia, WI Wisconsin, WY Wyoming, AS American Samoa, GU Guam, MP Northern Mariana Islands, " +
  "PR Puerto Rico, VI Virgin Islands, UM US Outlying Islands";

const AUSTRALIA =
  "ACT Australian Capital Territory, NSW New South Wales, NT Northern Territory, QLD Queensland, SA South Australia, " +
  "TAS Tasmania, VIC Victoria, WA Western Australia";

/** Countries whose code is the abbreviation of a state elsewhere. */
const TAKEN_FOR_STATES =
  "AL Albania, AR Argentina, AZ Azerbaijan, CA Canada, CO Colombia, DE Germany, GA Gabon, ID Indonesia, IL Israel, " +
  "IN India, KY Cayman Islands, LA Laos, MA Morocco, MD Moldova, ME Montenegro, MN Mongolia, MO Macao, MS Montserrat, " +
  "MT Malta, NC New Caledonia, NE Niger, PA Panama, SA Saudi Arabia, SC Seychelles, SD Sudan, TN Tunisia, " +
  "VA Vatican City";

const table = (text: string): ReadonlyMap<string, string> =>
  new Map(
    text.split(", ").map((row) => {
      const space = row.indexOf(" ");
      return [row.slice(0, space), row.slice(space + 1)];
    }),
  );

const takenForStates = table(TAKEN_FOR_STATES);

/** The states by country, and their names by code. */
export const states: ReadonlyMap<string, ReadonlyMap<string, string>> = new Map([
  ["US", table(UNITED_STATES)],
  ["AU", table(AUSTRALIA)],
]);

/**
 * Says whether there is such a place.
 *
 * @param place - ISO 3166: `US-WA`, `IE`.
 * @example
 * isPlace("US-WA"); //=> true
 * isPlace("WA"); //=> false
 */
export function isPlace(place: string): boolean {
  const country = place.slice(0, 2);
  if (!isCountry(country)) return false;
  if (place.length === 2) return true;
  if (!/^-[A-Z0-9]{1,3}$/.test(place.slice(2))) return false;
  return states.get(country)?.has(place.slice(3)) ?? true;
}

/**
 * Names a country whose code is also the abbreviation of a state elsewhere.
 *
 * @example
 * countryLikeState("TN"); //=> "Tunisia"
 */
export const countryLikeState = (place: string): string | undefined => takenForStates.get(place);
