/**
 * Writes data as JavaScript, short: what stands in it more than once is written once, and so are the keys of objects.
 */

/**
 * Writes data as an expression.
 *
 * @param data - Plain data, as parsed from JSON.
 * @example
 * literal({ a: "the same text", b: ["the same text"] }); //=> '(()=>{const a="the same text";return{a:a,b:[a]}})()'
 */
export function literal(data: unknown): string {
  const { counts, shapes } = census(data);
  const names = new Map<string, string>();
  const constants = [...shapes].map(([keys, name]) => `${name}=${shapeFunction(keys)}`);
  const write = (part: unknown): string => {
    const text = JSON.stringify(part);
    const isShared = (counts.get(text) ?? 0) > 1 && text.length > SHORTEST;
    const name = isShared ? names.get(text) : undefined;
    if (name !== undefined) return name;
    const written = body(part);
    if (!isShared) return written;
    const fresh = nameOf(names.size, LETTERS);
    names.set(text, fresh);
    constants.push(`${fresh}=${written}`);
    return fresh;
  };
  const body = (part: unknown): string => {
    if (Array.isArray(part)) return `[${part.map(write).join(",")}]`;
    if (typeof part !== "object" || part === null) return JSON.stringify(part);
    const shape = shapes.get(keysOf(part));
    if (shape !== undefined) return `${shape}(${Object.values(part).map(write).join(",")})`;
    return `{${Object.entries(part)
      .map(([key, value]) => `${keyOf(key)}:${write(value)}`)
      .join(",")}}`;
  };
  const whole = write(data);
  if (constants.length === 0) return `(${whole})`;
  return `(()=>{const ${constants.join(",")};return${/^[{[]/.test(whole) ? "" : " "}${whole}})()`;
}

interface Census {
  /** How often each part stands in the data, by its text. */
  readonly counts: ReadonlyMap<string, number>;
  /** The names of functions that make objects with the same keys, by these keys. */
  readonly shapes: ReadonlyMap<string, string>;
}

function census(data: unknown): Census {
  const counts = new Map<string, number>();
  const written = new Map<string, number>();
  const count = (part: unknown): void => {
    const text = JSON.stringify(part);
    const known = counts.get(text) ?? 0;
    counts.set(text, known + 1);
    // the parts of what is written once are written once with it
    if (known > 0 || typeof part !== "object" || part === null) return;
    if (!Array.isArray(part)) written.set(keysOf(part), (written.get(keysOf(part)) ?? 0) + 1);
    for (const value of Object.values(part)) count(value);
  };
  count(data);
  const shapes = new Map<string, string>();
  for (const [keys, times] of written) {
    if (times >= OFTEN && keys.length > SHORTEST) shapes.set(keys, nameOf(shapes.size, CAPITALS));
  }
  return { counts, shapes };
}

/** A shorter text takes as much room as a name for it. */
const SHORTEST = 5;
/** For fewer objects, a function that makes them takes as much room as their keys. */
const OFTEN = 4;

const keysOf = (part: object) => JSON.stringify(Object.keys(part));

function shapeFunction(keys: string): string {
  const parts = (JSON.parse(keys) as string[]).map((key, at) => [keyOf(key), nameOf(at, LETTERS)] as const);
  const fields = parts.map(([key, name]) => (key === name ? name : `${key}:${name}`));
  return `(${parts.map(([, name]) => name).join(",")})=>({${fields.join(",")}})`;
}

function keyOf(key: string): string {
  // written as another key is, it would be the prototype
  if (key === "__proto__") return '["__proto__"]';
  return /^[A-Za-z_]\w*$/.test(key) ? key : JSON.stringify(key);
}

const LETTERS = "abcdefghijklmnopqrstuvwxyz";
const CAPITALS = LETTERS.toUpperCase();

/** The names `a` to `z`, `a0` to `z0`, `a1` and so on: none of them is a word of the language. */
const nameOf = (at: number, letters: string) =>
  `${letters[at % letters.length]}${at < letters.length ? "" : Math.floor(at / letters.length) - 1}`;
