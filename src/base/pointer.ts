/**
 * JSON pointers (RFC 6901): how every error, warning and verdict says where something stands.
 */

/** The keys that lead to a place. */
export type Path = readonly PropertyKey[];

/** Escapes a key for a JSON pointer. */
export const escapeKey = (key: PropertyKey): string => String(key).replaceAll("~", "~0").replaceAll("/", "~1");

/** Writes a JSON pointer: of `["work", 0, "start"]` it is `/work/0/start`. */
export const writtenPointer = (path: Path): string => path.map((key) => `/${escapeKey(key)}`).join("");

/** Reads a JSON pointer. */
export const readPointer = (pointer: string): readonly string[] =>
  pointer
    .split("/")
    .slice(1)
    .map((key) => key.replaceAll("~1", "/").replaceAll("~0", "~"));
