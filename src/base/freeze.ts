/**
 * Freezing: rules that were checked must not change, for what is compiled from them is kept.
 */

/** Freezes data to its depths, and returns it. */
export function deepFreeze<T>(data: T): T {
  if (typeof data !== "object" || data === null || Object.isFrozen(data)) return data;
  Object.freeze(data);
  // to list keys or values takes several times as long, while the engine has not compiled this
  for (const key in data) deepFreeze(data[key]);
  return data;
}
