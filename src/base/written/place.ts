/**
 * States of the United States as people write them: `WA`, `Washington`, `WA-AIMH`.
 */

const STATES =
  "Alabama AL|Alaska AK|Arizona AZ|Arkansas AR|California CA|Colorado CO|Connecticut CT|Delaware DE|District of Columbia DC|Florida FL|Georgia GA|Hawaii HI|Idaho ID|Illinois IL|Indiana IN|Iowa IA|Kansas KS|Kentucky KY|Louisiana LA|Maine ME|Maryland MD|Massachusetts MA|Michigan MI|Minnesota MN|Mississippi MS|Missouri MO|Montana MT|Nebraska NE|Nevada NV|New Hampshire NH|New Jersey NJ|New Mexico NM|New York NY|North Carolina NC|North Dakota ND|Ohio OH|Oklahoma OK|Oregon OR|Pennsylvania PA|Rhode Island RI|South Carolina SC|South Dakota SD|Tennessee TN|Texas TX|Utah UT|Vermont VT|Virginia VA|Washington WA|West Virginia WV|Wisconsin WI|Wyoming WY|American Samoa AS|Guam GU|Northern Mariana Islands MP|Puerto Rico PR|Virgin Islands VI";

let byName: ReadonlyMap<string, string> | undefined;

/** The states by name and by letters, in small letters. */
function states(): ReadonlyMap<string, string> {
  byName ??= new Map(
    STATES.split("|").flatMap((state) => {
      const [name, letters] = [state.slice(0, -3), state.slice(-2)];
      return [
        [name.toLowerCase(), letters],
        [letters.toLowerCase(), letters],
      ] as const;
    }),
  );
  return byName;
}

const COUNTRIES: ReadonlyMap<string, string> = new Map([
  ["usa", "US"],
  ["u.s.a.", "US"],
  ["u.s.", "US"],
  ["united states", "US"],
  ["united states of america", "US"],
  ["estados unidos", "US"],
  ["ireland", "IE"],
  ["western australia", "AU-WA"],
  ["australia", "AU"],
  ["canada", "CA"],
  ["mexico", "MX"],
]);

/** Finds a state of the United States by its name or letters. */
export const stateOf = (text: string): string | undefined => states().get(text.trim().toLowerCase());

/**
 * Reads a place as people write it.
 *
 * @returns Its code by ISO 3166, or nothing where it is not known.
 * @example
 * readWrittenPlace("Washington"); //=> "US-WA"
 */
export function readWrittenPlace(text: string): string | undefined {
  const plain = text.trim().toLowerCase().replace(/\s+/g, " ");
  const [, own = plain] = /^us(?:a)?[\s,-]+([a-z]{2})$/.exec(plain) ?? [];
  const state = states().get(own);
  if (state !== undefined) return `US-${state}`;
  const country = COUNTRIES.get(plain);
  return country ?? (/^[a-z]{2}-[a-z]{2,3}$/.test(plain) ? plain.toUpperCase() : undefined);
}

/**
 * Reads an association as people write it.
 *
 * @returns Its id, or nothing where no state is named.
 * @example
 * readWrittenAssociation("WA-AIMH"); //=> "us-wa"
 */
export function readWrittenAssociation(text: string): string | undefined {
  const plain = text.trim().toLowerCase().replace(/\s+/g, " ");
  // the World Association is no association of Washington
  if (plain === "alliance" || plain === "waimh" || /^us-[a-z]{2}$/.test(plain)) return plain;
  const [, letters = ""] = /^([a-z]{2})[\s-]?(?:a?imh|alliance)/.exec(plain) ?? [];
  const [, named = plain] = /^(.+?) (?:association|alliance)\b/.exec(plain) ?? [];
  const state = states().get(letters) ?? states().get(named) ?? states().get(plain);
  return state === undefined ? undefined : `us-${state.toLowerCase()}`;
}
