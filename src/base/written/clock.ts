/**
 * Times of day as people write them, and how long it is from one to the other: `9:00 - 10:30 am`.
 */

/** How long a meeting was. */
export interface WrittenDuration {
  /** The hours. */
  readonly hours: number;
  /** Morning or afternoon was not told and had to be worked out. */
  readonly guessed?: true;
}

interface Time {
  readonly minutes: number;
  /** Whether morning or afternoon is told, or follows from the hour. */
  readonly sure: boolean;
}

const TIME = /^(\d{1,2})(?::?([0-5]\d))?(?::[0-5]\d)?\s*(a|p|am|pm|a\.m\.|p\.m\.)?$/;
const NOON = /^(?:12\s*)?noon$|^mediodia$/;
const HALF_DAY = 12 * 60;
const DAY = 24 * 60;

function readTime(text: string): Time | undefined {
  const plain = text.toLowerCase().replace(/\s+/g, " ").trim();
  if (NOON.test(plain)) return { minutes: HALF_DAY, sure: true };
  const [, hour, minute = "0", half = ""] = TIME.exec(plain) ?? [];
  if (hour === undefined || Number(hour) > 24) return undefined;
  const minutes = Number(hour) * 60 + Number(minute);
  if (half === "") return { minutes, sure: Number(hour) > 12 || Number(hour) === 0 };
  if (Number(hour) > 12) return undefined;
  return { minutes: (minutes % HALF_DAY) + (half.startsWith("p") ? HALF_DAY : 0), sure: true };
}

/** Whether a text is a time of day. */
export const isTime = (text: string): boolean => readTime(text) !== undefined;

/**
 * Works out how long it is from one time of day to another.
 *
 * @returns Nothing where one of them is no time of day, or where they are the same.
 * @example
 * durationBetween("9:00", "10:30"); //=> { hours: 1.5 }
 * durationBetween("11:30", "1 pm"); //=> { hours: 1.5 }
 */
export function durationBetween(from: string, to: string): WrittenDuration | undefined {
  const [start, end] = [readTime(from), readTime(to)];
  if (start === undefined || end === undefined) return undefined;
  const minutes = end.minutes - start.minutes;
  if (minutes > 0) return afterwards(start, end, minutes);
  // 11:30 to 1: the afternoon is meant; 10 pm to 1 am is over midnight
  const later = minutes + (start.sure && end.sure ? DAY : HALF_DAY);
  if (later <= 0 || later >= HALF_DAY) return undefined;
  return { hours: later / 60, ...(!(start.sure && end.sure) && { guessed: true as const }) };
}

/** Of `9 to 1:30 pm` the start is in the morning; of `1:00 to 2:30 pm` it is in the afternoon, like the end. */
function afterwards(start: Time, end: Time, minutes: number): WrittenDuration {
  const isLikeEnd = !start.sure && end.sure && end.minutes >= HALF_DAY && minutes > HALF_DAY;
  return { hours: (isLikeEnd ? minutes - HALF_DAY : minutes) / 60 };
}

const BREAK = /\s*[-–—]\s*|\s+(?:to|until|till|a|hasta)\s+/;

/** Reads `9:00 - 10:30 am`. */
export function readWrittenTimes(text: string): WrittenDuration | undefined {
  const [from, to, ...more] = text.trim().split(BREAK);
  return from === undefined || to === undefined || more.length > 0 ? undefined : durationBetween(from, to);
}
