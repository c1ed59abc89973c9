/** The verdict on every golden case, as the command line prints it, fits in 80 columns, and every word in it is a word. */
import { expect, test } from "vitest";
import { goldenFile, goldenPaths } from "../generate/golden-cases";
import { cli, tooWide } from "./terminal";

test.for(goldenPaths)("%s", async (file) => {
  const bad: unknown[] = [];
  for (const { id, applicant, options, expected } of goldenFile(file).cases) {
    const pathways = Object.keys(expected).flatMap((pathway) => ["--pathway", pathway]);
    const association = options.association ? ["--association", options.association] : [];
    const args = ["evaluate", "-", "--as-of", options.asOf, ...pathways, ...association];
    const { code, out } = await cli(args, { stdin: JSON.stringify(applicant) });
    const wide = tooWide(out, 80);
    const broken = out.match(/undefined|\[object|NaN|Infinity|null/);
    if (code !== 0 || wide.length > 0 || broken !== null) bad.push({ id, code, wide, broken: broken?.[0] });
  }
  expect(bad).toEqual([]);
});
