/**
 * The headings and words that people use in their own tables: the one importer of `rules/headings.json`.
 */
import json from "../../rules/headings.json";
import type { Headings } from "../model/headings";

/**
 * The headings and words that ship with the package.
 *
 * @category Read and write tables
 */
export const knownHeadings = json as unknown as Headings;
