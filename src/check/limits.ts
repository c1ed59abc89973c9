/**
 * How much is read: the bounds of the package, and lower ones of the caller.
 */
import { wrong } from "../base/errors";
import { givenOptions } from "../base/given";
import { isObject } from "../base/records";

/** The most entries an applicant may have, over all collections; endorsements of people are entries, too. */
export const MAX_ENTRIES = 100_000;
/** The most levels that input may be nested. */
export const MAX_DEPTH = 64;

/** Bounds on what is read, lower than those of the package. */
export interface Limits {
  /** The most levels that it may be nested, from 1 to 64. */
  readonly depth?: number | undefined;
  /** The most values, lists and objects among them. */
  readonly values?: number | undefined;
}

/** Bounds on an applicant, lower than those of the package. */
export interface ApplicantLimits extends Limits {
  /** The most entries, over all collections, from 1 to 100,000. */
  readonly entries?: number | undefined;
}

/** How to read rules. */
export interface ReadOptions {
  /** How much is read at most; where absent, as much as the package allows. */
  readonly limits?: Limits | undefined;
}

/** How to read an applicant. */
export interface ReadApplicantOptions {
  /** How much is read at most; where absent, as much as the package allows. */
  readonly limits?: ApplicantLimits | undefined;
}

/** A bound, and whether the caller set it. */
export interface Bound {
  readonly most: number;
  /** Its name, where the caller set it. */
  readonly own?: string;
}

/** The bounds of some input, each that of the caller or of the package. */
export type Bounds<Name extends string> = Readonly<Record<Name, Bound>>;

/**
 * Takes the bounds of the caller in the place of those of the package.
 *
 * @throws {@link ApplicantError} where one is no whole number, or higher: more is never read.
 */
export function boundsOf<Name extends string>(
  options: { readonly limits?: Readonly<Partial<Record<Name, number | undefined>>> | undefined } | undefined,
  ours: Readonly<Record<Name, number>>,
): Bounds<Name> {
  const { limits = {} } = options === undefined ? {} : givenOptions(options);
  const names = Object.keys(ours) as Name[];
  if (!isObject(limits)) {
    throw wrong("wrong-option", "/options/limits", `an object with ${names.join(", ")}`, limits);
  }
  const stranger = Object.keys(limits).find((key) => !(names as string[]).includes(key));
  if (stranger !== undefined) {
    const expected = `some of: ${names.join(", ")}`;
    throw wrong("unknown-option", `/options/limits/${stranger}`, expected, stranger, "check its name");
  }
  const bounds = names.map((name): readonly [Name, Bound] => {
    const most: unknown = (limits as Readonly<Partial<Record<Name, unknown>>>)[name];
    if (most === undefined) return [name, { most: ours[name] }];
    if (typeof most === "number" && Number.isInteger(most) && most >= 1 && most <= ours[name]) {
      return [name, { most, own: `limits.${name}` }];
    }
    const expected = `a whole number from 1 to ${ours[name]}`;
    throw wrong("wrong-option", `/options/limits/${name}`, expected, most, "lower it: more is never read");
  });
  return Object.fromEntries(bounds) as Bounds<Name>;
}

/** Says what a bound allows, and whose it is. */
export const allowed = ({ most, own }: Bound, what: string): string =>
  `at most ${most} ${what}${own === undefined ? "" : `, which ${own} allows`}`;

/** Says what to do where there is more: the caller can raise a bound of theirs. */
export const lessOf = (advice: string, { own }: Bound): string =>
  own === undefined ? advice : `${advice}, or raise ${own}`;
