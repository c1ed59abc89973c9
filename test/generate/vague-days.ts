/** Days told only as a month or a year, and told again. */
import { firstDay, isDay, isExact, isoDay, lastDay } from "../../src/base/calendar";

type Json = Readonly<Record<string, unknown>>;

/** Tells some days only as a month or a year, wherever they stand. */
export function blur<T>(told: T, random: () => number, chance: number): T {
  if (typeof told === "string") {
    if (!isDay(told) || random() >= chance) return told;
    return told.slice(0, random() < 0.75 ? 7 : 4) as T;
  }
  if (Array.isArray(told)) return told.map((one) => blur(one, random, chance)) as T;
  if (typeof told !== "object" || told === null) return told;
  return Object.fromEntries(Object.entries(told).map(([key, one]) => [key, blur(one, random, chance)])) as T;
}

const PAIRS = [
  ["start", "end"],
  ["since", "until"],
] as const;

/** Tells days that were told only as a month or a year, each as some day in it; what ends never before it begins. */
export function sharpen<T>(told: T, random: () => number): T {
  if (isSpan(told)) return isoDay(within(firstDay(told), lastDay(told), random)) as T;
  if (Array.isArray(told)) return told.map((one) => sharpen(one, random)) as T;
  if (typeof told !== "object" || told === null) return told;
  const sharp = Object.fromEntries(Object.entries(told).map(([key, one]) => [key, sharpen(one, random)]));
  for (const [first, last] of PAIRS) {
    const [from, to] = [sharp[first], sharp[last]];
    if (typeof from !== "string" || typeof to !== "string" || from <= to) continue;
    sharp[first] = isoDay(firstDay((told as Json)[first] as string));
    sharp[last] = isoDay(lastDay((told as Json)[last] as string));
  }
  return sharp as T;
}

const isSpan = (told: unknown): told is string =>
  typeof told === "string" && /^\d{4}(?:-\d\d)?$/.test(told) && !isExact(told) && !Number.isNaN(firstDay(told));

/** A day from one to another, often one of the two: they decide. */
function within(from: number, to: number, random: () => number): number {
  const at = random();
  if (at < 0.25) return from;
  return at < 0.5 ? to : from + Math.floor(random() * (to - from + 1));
}
