/**
 * Hours that look wrong: too many on a day, CEUs told as hours, rounded ones.
 */
import { dayNumber } from "../../base/calendar";
import { toldIn } from "../../evidence/told";
import type { Applicant } from "../../model/applicant";
import { supervisions, type Warning, warning } from "./warning";

const timed = ["training", ...supervisions] as const;

const DAY = 24;
/** Kinds of training that seldom last more than a day; others are told with their last day. */
const ONE_DAY: readonly unknown[] = ["in-service", "webinar"];

/** Days of which more hours are told than a day has. */
export function longDays(applicant: Applicant): Warning[] {
  const days = new Map<string, { hours: number; readonly paths: string[] }>();
  for (const name of timed) {
    toldIn(applicant, name).forEach(({ date, hours, kind }, index) => {
      if (typeof date !== "string" || typeof hours !== "number" || Number.isNaN(dayNumber(date))) return;
      if (name === "training" && hours > DAY && !ONE_DAY.includes(kind)) return;
      const day = days.get(date) ?? { hours: 0, paths: [] };
      day.hours += hours;
      day.paths.push(`/${name}/${index}/hours`);
      days.set(date, day);
    });
  }
  return [...days].flatMap(([date, { hours, paths }]) => {
    const [path = "", ...others] = paths;
    if (hours <= DAY) return [];
    const all = Math.round(hours * 100) / 100;
    return warning(
      "more-than-a-day",
      path,
      `${all} hours are told of one day, ${date}`,
      "Correct the hours or the days.",
      { hours: all, date },
      others,
    );
  });
}

const LONG = 8;

/** Single sessions of reflective supervision that are as long as a span of them. */
export function longSessions(applicant: Applicant): Warning[] {
  return supervisions.flatMap((name) =>
    (applicant[name] ?? []).flatMap(({ date, hours = 0 }, index) => {
      if (date === undefined || hours <= LONG) return [];
      const path = `/${name}/${index}/hours`;
      const advice = "If these are the hours of several sessions, tell start and end instead of date.";
      return warning("long-session", path, `a single session of ${hours} hours is long`, advice, { hours });
    }),
  );
}

/** One CEU is ten hours, so that the CEUs of a short training are odd as hours: 0.6 hours are 36 minutes. */
export function hoursLikeCeus({ training = [] }: Applicant): Warning[] {
  return training.flatMap(({ hours, ceus }, index) => {
    if (hours === undefined || ceus !== undefined || !isOdd(hours)) return [];
    return warning(
      "hours-like-ceus",
      `/training/${index}/hours`,
      `${hours} hours are ${Math.round(hours * 60)} minutes, which looks like ${hours} CEU`,
      `If the certificate says ${hours} CEU, tell ceus instead of hours.`,
      { hours, minutes: Math.round(hours * 60) },
    );
  });
}

const SHORT = 3;
const QUARTER = 15;

/** Whether hours are tenths of an hour that are no quarters. */
function isOdd(hours: number): boolean {
  const minutes = hours * 60;
  const isWhole = Math.abs(minutes / 6 - Math.round(minutes / 6)) < 1e-9;
  return hours < SHORT && isWhole && Math.round(minutes) % QUARTER !== 0;
}

const MANY = 20;

/** Many entries of different length, and whole hours only: they may have been rounded. */
export function roundedHours(applicant: Applicant): Warning[] {
  return timed.flatMap((name) => {
    const told = toldIn(applicant, name).flatMap(({ hours }) => (typeof hours === "number" ? [hours] : []));
    const isVaried = new Set(told).size > 1;
    if (told.length < MANY || !isVaried || !told.every(Number.isInteger)) return [];
    return warning(
      "hours-rounded",
      `/${name}`,
      `all ${told.length} entries have whole hours`,
      "If they were rounded, tell them as the certificates and notes do: 90 minutes are 1.5.",
      { count: told.length },
    );
  });
}
