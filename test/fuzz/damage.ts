/** Damages data at random: bytes of a text, and values of a tree. The same seed damages in the same way. */
import { numbers } from "../generate/applicants";

/** Chooses at random. */
export interface Chance {
  /** A whole number from 0 up to this one, without it. */
  readonly below: (number: number) => number;
  readonly pick: <T>(all: readonly T[]) => T;
}

/** Makes choices from a seed. */
export function chance(seed: number): Chance {
  const random = numbers(seed);
  const below = (number: number) => Math.floor(random() * number);
  return { below, pick: (all) => all[below(all.length)] as never };
}

/** What breaks readers of JSON, of numbers, of days and of UTF-8. */
const PIECES = [
  ...['"', "{", "}", "[", "]", ",", ":", "\n", "\\u0000", "\\ud800", "null", "true", "-0", "1e400", "1e-400"],
  ...["9007199254740993", "0x1", '"2024-02-30"', '"__proto__":', '"constructor":', '"id":', "[[[[[[[[", "\ufeff", "é"],
].map((piece) => Buffer.from(piece));

/** Changes some bytes. */
export function damageBytes(bytes: Uint8Array, { below, pick }: Chance): Buffer {
  let made = Buffer.from(bytes);
  for (let times = 1 + below(4); times > 0; times--) {
    const at = below(made.length + 1);
    const kind = below(5);
    if (kind === 0) made = Buffer.concat([made.subarray(0, at), pick(PIECES), made.subarray(at)]);
    if (kind === 1) made = Buffer.concat([made.subarray(0, at), made.subarray(at + 1 + below(12))]);
    if (kind === 2 && at < made.length) made[at] = below(256);
    if (kind === 3 && at < made.length) made[at] = (made[at] as number) ^ (1 << below(8));
    if (kind === 4) {
      const from = below(made.length + 1);
      made = Buffer.concat([made.subarray(0, at), made.subarray(from, from + below(40)), made.subarray(at)]);
    }
  }
  return made;
}

/** What stands where something else belongs. */
const VALUES: readonly unknown[] = [
  ...[null, undefined, true, 0, -1, 1.5, 1e21, Number.NaN, Number.POSITIVE_INFINITY, 10n, Symbol("a"), () => 1],
  ...["", "a", "2024-02-30", "2024", "9999-12-31", "IFS", "us-wa", "toString", "\u0000", "x".repeat(5000)],
  ...[[], {}, [[]], [null], { id: "a" }, { all: [] }, { not: {} }, { condition: "a" }, { fact: "hours" }, new Date(0)],
];
const KEYS = ["id", "all", "any", "not", "readings", "question", "fact", "of", "where", "constructor", "toString", "x"];

/** Changes some values of a copy. */
export function damageValues(data: unknown, random: Chance): unknown {
  const whole = { data: structuredClone(data) };
  for (let times = 1 + random.below(3); times > 0; times--) damageOne(whole, random);
  return whole.data;
}

function damageOne(whole: object, { below, pick }: Chance): void {
  let holder = whole as Record<PropertyKey, unknown>;
  let key = "data";
  for (;;) {
    const inside = holder[key];
    if (typeof inside !== "object" || inside === null || below(6) === 0) break;
    const keys = Object.keys(inside);
    if (keys.length === 0) break;
    holder = inside as Record<PropertyKey, unknown>;
    key = pick(keys);
  }
  const kind = below(5);
  if (kind === 0) delete holder[key];
  if (kind === 1) holder[key] = pick(VALUES);
  if (kind === 2) holder[key] = [holder[key], holder[key]];
  if (kind === 3) holder[pick(KEYS)] = holder[key];
  if (kind === 4) holder[key] = { [pick(KEYS)]: holder[key] };
}
