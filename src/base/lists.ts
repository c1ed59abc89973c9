/**
 * What stands in lists, where one knows it to be there and the compiler does not.
 */

/**
 * What stands at a place of a list.
 *
 * @param place - A place that the list has, as loops over places know it.
 */
export const nth = <T>(list: ArrayLike<T>, place: number): T => list[place] as T;

/** The same of numbers; what looks at one kind of list only is fast. */
export const numberAt = (list: readonly number[], place: number): number => list[place] as number;

/**
 * The first of a list that is what is meant.
 *
 * @throws TypeError where there is none: whoever asks knows that there is one.
 */
export function theOne<T>(list: readonly T[], isMeant: (one: T) => boolean): T {
  const found = list.find(isMeant);
  if (found === undefined) throw new TypeError("nothing in the list is what is meant");
  return found;
}

/** Whether something is one of some words. */
export const isOneOf = <W extends string>(words: readonly W[], word: unknown): word is W =>
  words.some((one) => one === word);
