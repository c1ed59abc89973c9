/**
 * Ages as they are told of an entry: one range, or several.
 */
import type { AgeRange, ToldAges } from "../model/applicant";

/**
 * The ranges of ages that an entry tells.
 *
 * @example
 * agesIn([0, 36]); //=> [[0, 36]]
 * agesIn([[0, 12], [48, 60]]); //=> [[0, 12], [48, 60]]
 */
export const agesIn = (told: ToldAges): readonly AgeRange[] => (isRange(told) ? [told] : told);

const isRange = (told: ToldAges): told is AgeRange => !Array.isArray(told[0]);
