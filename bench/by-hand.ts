/**
 * The requirements of Infant Family Specialist in 2026, written by hand: states only, no trace, no amounts, no reasons.
 *
 * What `evaluate` is compared with. The same answers for applicants who tell everything that is asked of them.
 */

import { addMonths, dayNumber } from "../src/base/calendar";
import type { AgeRange, Applicant, Category, Person, Reference, Supervision, Work } from "../src/model/applicant";
import type { Truth } from "../src/model/verdict";

const truth = (holds: boolean): Truth => (holds ? "met" : "unmet");
const endorsed: readonly Category[] = ["IFS", "IFRS", "IMHS", "IMHM-C", "IMHM-P", "IMHM-RF", "ECFS", "ECFRS", "ECMHS"];
const mentors: readonly Category[] = ["ECMHM-C", "ECMHM-P", "ECMHM-RF"];

const held = (person: Person | undefined, categories: readonly Category[], from: number, to: number) =>
  person?.endorsements?.some(
    ({ category, since, until }) =>
      categories.includes(category) &&
      dayNumber(since ?? "1900-01-01") <= from &&
      dayNumber(until ?? "2999-12-31") >= to,
  ) ?? false;

/** Judges the required requirements of IFS on a day. */
export function judgeByHand(applicant: Applicant, asOf: string): Readonly<Record<string, Truth>> {
  const today = dayNumber(asOf);
  const people = new Map(applicant.people?.map((person) => [person.id, person]));
  return {
    work: truth(daysOf(applicant.work?.filter(isPrevention) ?? [], today) >= 730),
    families: truth(
      (applicant.work ?? []).filter(isPrevention).reduce((sum, job) => sum + (job.families ?? 0), 0) >= 10,
    ),
    training: training(applicant),
    rsc: rsc(applicant, people),
    references: truth(references(applicant.references ?? [], people)),
    "code-of-ethics": truth(applicant.attestations?.some(({ kind }) => kind === "code-of-ethics") ?? false),
    "endorsement-agreement": truth(
      applicant.attestations?.some(({ kind }) => kind === "endorsement-agreement") ?? false,
    ),
    membership: truth(
      applicant.memberships?.some(({ kind, until }) => kind === "individual" && dayNumber(until ?? asOf) >= today) ??
        false,
    ),
  };
}

function isPrevention({ paid, ages, service, socialEmotionalFocus, relationshipFocus }: Work): boolean {
  const [from = 0, to = 0] = (ages ?? []) as Partial<AgeRange>;
  const serves = from === to ? from <= 36 : Math.max(from, 0) < Math.min(to, 36);
  const prevents = service?.some((one) => one === "prevention" || one === "early-intervention") ?? false;
  return Boolean(paid && serves && prevents && socialEmotionalFocus && relationshipFocus);
}

function daysOf(jobs: readonly Work[], today: number): number {
  let covered = -Infinity;
  let days = 0;
  const spans = jobs.map(
    ({ start, end }) => [dayNumber(start ?? ""), Math.min(today, end ? dayNumber(end) : today)] as const,
  );
  for (const [from, to] of [...spans].sort((a, b) => a[0] - b[0])) {
    days += Math.max(0, to - Math.max(from, covered + 1) + 1);
    covered = Math.max(covered, to);
  }
  return days;
}

function training({ training = [] }: Applicant): Truth {
  const hours = training.reduce((sum, one) => sum + (one.hours ?? 0), 0);
  const diversity = training.reduce(
    (sum, one) => sum + (one.topics?.includes("diversity-equity-inclusion") ? (one.hours ?? 0) : 0),
    0,
  );
  if (hours < 30) return "unmet";
  return hours >= 33 && diversity >= 3 ? "met" : "unknown";
}

function rsc({ supervisionReceived = [], education = [] }: Applicant, people: ReadonlyMap<string, Person>): Truth {
  const graduate = education.some(({ level }) => level === "master" || level === "doctorate");
  const counting = supervisionReceived.filter((session) => counts(session, people, graduate));
  const hours = counting.reduce((sum, { hours = 0 }) => sum + hours, 0);
  if (hours < 24) return "unmet";
  return hoursInWindow(counting) >= 24 ? "met" : "unknown";
}

function counts({ date, peer, ages, provider }: Supervision, people: ReadonlyMap<string, Person>, graduate: boolean) {
  const on = dayNumber(date ?? "");
  const [from = 0, to = 0] = (ages ?? []) as Partial<AgeRange>;
  if (peer || Math.max(from, 0) >= Math.min(to, 36)) return false;
  const person = people.get(provider ?? "");
  if (held(person, ["IMHM-C", "ECMHM-C", "ERS"], on, on)) return true;
  if (on > dayNumber("2024-12-31")) return false;
  if (held(person, ["IMHS", "ECMHS"], on, on)) return true;
  const isMaster = person?.degree === "master" || person?.degree === "doctorate";
  return !graduate && isMaster && held(person, ["IFS", "ECFS"], on, on);
}

function hoursInWindow(sessions: readonly Supervision[]): number {
  const days = sessions
    .map(({ date, hours = 0 }) => [dayNumber(date ?? ""), hours] as const)
    .sort((a, b) => a[0] - b[0]);
  let best = 0;
  let end = 0;
  let hours = 0;
  days.forEach(([first, own], begin) => {
    const last = addMonths(first, 24) - 1;
    for (; end < days.length && (days[end] as readonly [number, number])[0] <= last; end++)
      hours += days[end]?.[1] ?? 0;
    const to = days[end - 1]?.[0] ?? first;
    if (to + 1 >= addMonths(first, 12)) best = Math.max(best, hours);
    if (begin < end) hours -= own;
  });
  return best;
}

function references(ratings: readonly Reference[], people: ReadonlyMap<string, Person>): boolean {
  const valid = ratings.filter(({ notEnoughInformation = 0 }) => notEnoughInformation < 6);
  const third = ["current-supervisor", "former-supervisor", "teacher", "trainer", "consultant", "colleague"];
  return valid.some((one) =>
    valid.some((two) =>
      valid.some((three) => {
        if (new Set([one.rater, two.rater, three.rater]).size < 3) return false;
        if (!one.roles?.includes("current-supervisor") || !two.roles?.includes("rsc-provider")) return false;
        if (!three.roles?.some((role) => third.includes(role))) return false;
        return [one, two, three].some(({ rater, completed }) => {
          const on = dayNumber(completed ?? "");
          return held(people.get(rater ?? ""), [...endorsed, ...mentors], on, on);
        });
      }),
    ),
  );
}
