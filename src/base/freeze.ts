/**
 * Freezing: rules that were checked must not change, for what is compiled from them is kept.
 */

/** Freezes data to its depths, and returns it. */
export function deepFreeze<T>(data: T): T {
  if (typeof data !== "object" || data === null || Object.isFrozen(data)) return data;
  Object.freeze(data);
  for (const value of Object.values(data)) deepFreeze(value);
  return data;
}
