/**
 * Takes a copy of data as JSON could have said it. What no JSON says is told by its place: a circle, a `Map`, an object
 * that cannot be read. Whatever is done with the copy then ends, and ends without surprise.
 */
import type { Path } from "../base/pointer";
import { allowed, type Bounds, lessOf } from "./limits";

/** How much data may be: levels, and values, lists and objects included. What is shared counts wherever it stands. */
export type JsonBounds = Bounds<"depth" | "values">;

/** Something that no JSON says. */
export interface JsonFault {
  /** What kind of fault it is. */
  readonly code: "too-deep" | "too-many-values" | "circle" | "no-json" | "unreadable" | "unknown-key";
  /** Where. */
  readonly path: Path;
  /** What was expected. */
  readonly expected: string;
  /** What was received. */
  readonly received: string;
  /** What to do. */
  readonly advice: string;
}

/** A copy of some data. */
export interface JsonCopy {
  /** The copy, without what is at fault. */
  readonly value: unknown;
  /** Every fault. */
  readonly faults: readonly JsonFault[];
}

/** What there was too much of, so that nothing more of the data is worth telling. */
export const isLimit = ({ code }: Pick<JsonFault, "code">): boolean =>
  code === "too-deep" || code === "too-many-values";

/** Copies data. Single values are taken as they are: whether they fit is for the reader of their place to say. */
export function copyJson(input: unknown, bounds: JsonBounds): JsonCopy {
  const copier = new Copier(bounds);
  const value = copier.copy(input);
  return { value, faults: copier.faults };
}

/** Stands for what is at fault. */
const NOTHING = undefined;

class Copier {
  readonly faults: JsonFault[] = [];
  private readonly path: PropertyKey[] = [];
  /** The lists and objects around the place at hand. */
  private readonly around = new Set<object>();
  private values = 0;

  constructor(private readonly bounds: JsonBounds) {}

  copy(value: unknown): unknown {
    if (!this.hasRoom(1)) return NOTHING;
    if (typeof value !== "object" || value === null) return value;
    if (this.around.has(value)) {
      return this.fault("circle", "data that ends", "what it stands in", "leave the circle out");
    }
    const { depth } = this.bounds;
    if (this.path.length > depth.most) {
      return this.fault("too-deep", allowed(depth, "levels"), "more", lessOf("flatten it", depth));
    }
    this.around.add(value);
    const copy = this.copyObject(value);
    this.around.delete(value);
    return copy;
  }

  private copyObject(value: object): unknown {
    try {
      if (Array.isArray(value)) return this.copyList(value);
      if (isPlain(value)) return this.copyPlain(value);
      const { name, advice } = foreign(value);
      return this.fault("no-json", "plain data, as JSON.parse gives it", name, advice);
    } catch {
      return this.unreadable();
    }
  }

  /** A getter, a proxy: reading them runs the code of a stranger. */
  private unreadable(): undefined {
    return this.fault("unreadable", "plain data", "what throws when it is read", "pass JSON.parse(text)");
  }

  private read(value: object, key: PropertyKey): unknown {
    try {
      return Reflect.get(value, key);
    } catch {
      return this.unreadable();
    }
  }

  private copyList(list: readonly unknown[]): unknown {
    const { length } = list;
    if (!this.hasRoom(length)) return NOTHING;
    this.values -= length;
    const copy: unknown[] = [];
    for (let index = 0; index < length; index++) {
      this.path.push(index);
      copy.push(this.copy(this.read(list, index)));
      this.path.pop();
    }
    return copy;
  }

  private copyPlain(value: object): unknown {
    const copy: Record<string, unknown> = {};
    for (const key of Object.keys(value)) {
      this.path.push(key);
      const inside = this.read(value, key);
      if (inside !== undefined && key !== "__proto__") copy[key] = this.copy(inside);
      // assigning it would give the copy a prototype
      else if (inside !== undefined) this.fault("unknown-key", "a key of another name", `"${key}"`, "leave it out");
      this.path.pop();
    }
    return copy;
  }

  /** Counts values, and says whether there is room for them. */
  private hasRoom(values: number): boolean {
    const { values: bound } = this.bounds;
    const hadRoom = this.values <= bound.most;
    this.values += values;
    if (this.values <= bound.most) return true;
    if (hadRoom) {
      this.fault("too-many-values", allowed(bound, "values"), "more", lessOf("leave the oldest out", bound));
    }
    return false;
  }

  private fault(code: JsonFault["code"], expected: string, received: string, advice: string): undefined {
    this.faults.push({ code, path: [...this.path], expected, received, advice });
  }
}

/** Whether an object was written as one; that of another realm has another prototype, which has none. */
export function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null || Object.getPrototypeOf(prototype) === null;
}

/** What to pass instead of an object that has its data elsewhere than in its keys. */
const INSTEAD: ReadonlyMap<string, string> = new Map([
  ["Date", "write the day as a text, YYYY-MM-DD"],
  ["Map", "pass Object.fromEntries(map)"],
  ["Set", "pass a list"],
]);

function foreign(value: object): { readonly name: string; readonly advice: string } {
  // "[object Date]"; a class of one's own is an Object
  const tag = Object.prototype.toString.call(value).slice(8, -1);
  const name = tag === "Object" ? "an object of a class" : `a ${tag.slice(0, 40)}`;
  return { name, advice: INSTEAD.get(tag) ?? "pass plain data, such as JSON.parse(JSON.stringify(value))" };
}
