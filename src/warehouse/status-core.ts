/**
 * The core of functions that give states alone: short enough for every warehouse.
 */
import type { Rulebook } from "../model/rulebook";
import type { StatusVerdict, Truth } from "../model/verdict";
import { judgeStatus } from "../verdict/judge";
import { type PathwayStates, type RowFunction, type RowOptions, rowFunction, type States } from "./row";

/** Makes the function that gives the states of a row. */
export const makeFunction = (rules: Rulebook, options: RowOptions): RowFunction =>
  rowFunction(rules, options, (applicant, how) => statesOf(judgeStatus(applicant, how)));

function statesOf({ pathways }: StatusVerdict): States {
  const states: Record<string, PathwayStates> = {};
  for (const { pathway, status, stages, requirements } of pathways) {
    const own: Record<string, Truth> = {};
    for (const one of requirements) own[one.id] = one.status;
    states[pathway] = { status, stages, requirements: own };
  }
  return states;
}
