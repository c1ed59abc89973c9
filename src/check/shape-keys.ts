/**
 * The keys that a shape knows at a place.
 */
import type * as z from "zod";
import type { Path } from "../base/pointer";

/** Lists the keys that an object may have at a place of a shape, whichever of a union it is. */
export function keysAt(schema: z.core.$ZodType, path: Path): readonly string[] {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  const [key, ...rest] = path;
  switch (def.type) {
    case "object": {
      if (key === undefined) return Object.keys(def.shape);
      const inside = Object.hasOwn(def.shape, key) ? def.shape[String(key)] : undefined;
      return inside === undefined ? [] : keysAt(inside, rest);
    }
    case "array":
      return key === undefined ? [] : keysAt(def.element, rest);
    case "record":
      return key === undefined ? [] : keysAt(def.valueType, rest);
    case "union":
      return def.options.flatMap((option) => keysAt(option, path));
    case "optional":
    case "readonly":
      return keysAt(def.innerType, path);
    case "lazy":
      return keysAt(def.getter(), path);
    default:
      return [];
  }
}
