/**
 * The core of functions that give verdicts.
 */
import type { Rulebook } from "../model/rulebook";
import { judge } from "../verdict/judge";
import { type RowFunction, type RowOptions, rowFunction } from "./row";

/** Makes the function that gives the verdict of a row. */
export const makeFunction = (rules: Rulebook, options: RowOptions): RowFunction => rowFunction(rules, options, judge);
