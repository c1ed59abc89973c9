/** Some two thousand hostile inputs; `npm run fuzz` hands in as many as one likes. */
import { expect, test } from "vitest";
import { fuzz, type Kind } from "./fuzz";

const counts: Readonly<Record<Kind, number>> = {
  applicants: 600,
  lines: 600,
  rulebooks: 200,
  overlays: 150,
  options: 250,
  tables: 200,
};

test.for(Object.entries(counts) as [Kind, number][])("%s: %i are taken or refused as promised", ([kind, count]) => {
  const { taken, refused, first, ...rest } = fuzz(kind, count, 1);
  expect({ ...rest, first }).toEqual({ inputs: count, broken: 0, first: undefined });
  expect(taken).toBeGreaterThan(0);
  // damaged tables are read as far as they go
  if (kind !== "tables") expect(refused).toBeGreaterThan(0);
});
