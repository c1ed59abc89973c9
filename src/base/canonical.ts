/**
 * One text for what says the same.
 */

/** Writes a value so that equal ones are written alike, whatever the order of their fields; without ids of entries. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "";
  const told = Object.entries(value).filter(([key, one]) => key !== "id" && one !== undefined);
  const sorted = told.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${sorted.map(([key, one]) => `${key}:${canonical(one)}`).join()}}`;
}
