/**
 * Writes data as JavaScript, short: each distinct value stands once in a table, and a text names them in their order.
 *
 * In the table, an object is the list of the places of its keys, and a list its length, negative.
 */

/**
 * Writes data as an expression.
 *
 * @param data - Plain data, as parsed from JSON; at most some ten thousand distinct values.
 * @example
 * literal([7, 7]).endsWith('([7,[-3]],"&%%")'); //=> true
 */
export function literal(data: unknown): string {
  const { symbols, table } = symbolsOf(data);
  const places = new Map(table.map((symbol, place) => [symbol, place]));
  const placeOf = (symbol: string) => places.get(symbol) as number;
  const cells = table.map((symbol) => (isObject(symbol) ? `[${keysIn(symbol).map(placeOf).join(",")}]` : symbol));
  const text = symbols.map((symbol) => nameOf(placeOf(symbol))).join("");
  return `${READ}([${cells.join(",")}],"${text}")`;
}

/** What stands in the data, in order: a value or the length of a list as JSON, or the keys of an object behind a mark. */
function symbolsOf(data: unknown): { readonly symbols: readonly string[]; readonly table: readonly string[] } {
  const symbols: string[] = [];
  const walk = (part: unknown): void => {
    if (Array.isArray(part)) symbols.push(`[${-1 - part.length}]`);
    else if (typeof part === "object" && part !== null) symbols.push(OBJECT + JSON.stringify(Object.keys(part)));
    else symbols.push(JSON.stringify(part));
    if (typeof part === "object" && part !== null) for (const value of Object.values(part)) walk(value);
  };
  walk(data);
  const counts = new Map<string, number>();
  for (const symbol of symbols) counts.set(symbol, (counts.get(symbol) ?? 0) + 1);
  const keys = [...counts.keys()].filter(isObject).flatMap(keysIn);
  // the shortest names are for what stands there most often; keys have need of none
  const often = [...counts.keys()].sort((a, b) => (counts.get(b) as number) - (counts.get(a) as number));
  return { symbols, table: [...new Set([...often, ...keys])] };
}

const OBJECT = "{";
const isObject = (symbol: string) => symbol.startsWith(OBJECT);
/** The keys of an object, each as JSON. */
const keysIn = (symbol: string) =>
  (JSON.parse(symbol.slice(OBJECT.length)) as string[]).map((key) => JSON.stringify(key));

/** A name is of one character, of two, or of three: of as many as there are of ASCII from `%` on. */
const CHARACTERS = 90;
const FIRST = "%".charCodeAt(0);
/** Before these, a first character is all of the name, or all but one. */
const [ONE, TWO] = [74, 88];
const [AFTER_ONE, AFTER_TWO] = [ONE, ONE + (TWO - ONE) * CHARACTERS];

function nameOf(place: number): string {
  if (place < AFTER_ONE) return character(place);
  const rest = place - AFTER_ONE;
  if (place < AFTER_TWO) return character(ONE + Math.floor(rest / CHARACTERS)) + character(rest % CHARACTERS);
  const more = place - AFTER_TWO;
  const first = TWO + Math.floor(more / CHARACTERS ** 2);
  if (first >= CHARACTERS) throw new RangeError("these are more distinct values than can be named");
  return character(first) + character(Math.floor(more / CHARACTERS) % CHARACTERS) + character(more % CHARACTERS);
}

/** A character that stands in a text as it is: for the backslash, there is another one. */
const character = (number: number) => String.fromCharCode(FIRST + number).replace("\\", "!");

const READ = `((t,s)=>{let i=0;const c=()=>{const o=s.charCodeAt(i++);return(o===33?92:o)-${FIRST}},n=()=>{let p=c();if(p>=${TWO})p=${AFTER_TWO}+((p-${TWO})*${CHARACTERS}+c())*${CHARACTERS}+c();else if(p>=${ONE})p=${AFTER_ONE}+(p-${ONE})*${CHARACTERS}+c();const e=t[p];return Array.isArray(e)?e[0]<0?Array.from({length:-1-e[0]},n):Object.fromEntries(e.map(k=>[t[k],n()])):e};return n()})`;
