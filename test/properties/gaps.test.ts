/**
 * Each gap that is named, once filled, flips its requirement; a minute, a day, a family or an entry less does not. Where the
 * same hours can fill several, they do, and are not added up.
 */
import { expect, test } from "vitest";
import { DAYS_A_YEAR, dayNumber, firstDay, isoDay } from "../../src/base/calendar";
import type { GoldenCase } from "../../src/cases/golden";
import { type AssumedEntry, assuming, evidenceOf } from "../../src/explain/assumed";
import { withEvidence } from "../../src/explain/evidence";
import { type Want, waitFor } from "../../src/explain/wait";
import { evaluate, rulebook } from "../../src/index";
import type { PathwayId } from "../../src/model/rulebook";
import type { AccountVerdict, Gap, PathwayAccount } from "../../src/model/verdict";
import { programFor } from "../../src/verdict/judge";
import { compiledAs } from "../../src/verdict/renewal";
import { traceOf } from "../../src/verdict/traces";
import { goldenCases, verdictOn } from "../generate/golden-cases";

const MINUTE = 1 / 60;

/** Every so many of the golden cases are tried: all of them with `GAPS=all`. */
const EVERY = process.env["GAPS"] === "all" ? 1 : 30;

/** One requirement of one case, and what is judged of it with evidence added. */
interface Probe {
  readonly golden: GoldenCase;
  readonly pathway: PathwayId;
  readonly requirement: string;
}

function judged({ golden, pathway }: Probe, assumed: readonly AssumedEntry[]): AccountVerdict {
  const { applicant, options } = golden;
  const told = withEvidence(applicant, evidenceOf(assumed, [], applicant));
  return evaluate(told, { ...options, pathways: [pathway], detail: "account" });
}

const pathwayOf = ({ pathways }: AccountVerdict) => pathways[0] as PathwayAccount;
const statusOf = (probe: Probe, assumed: readonly AssumedEntry[]) =>
  pathwayOf(judged(probe, assumed)).requirements.find(({ id }) => id === probe.requirement)?.status;

/** What the nearest route of the requirement still wants. */
function wantsOf({ golden, pathway, requirement }: Probe, verdict: AccountVerdict): readonly Want[] {
  const { options } = golden;
  const { program } = programFor({ ...options, pathways: [pathway], rulebook: rulebook() });
  const own = verdict.pathways.find((one) => one.pathway === pathway) as PathwayAccount;
  const at = own.requirements.findIndex(({ id }) => id === requirement);
  const compiled = compiledAs(program, own, dayNumber(options.asOf)).requirements[at];
  const one = own.requirements[at];
  const route = one?.routes.findIndex(({ id }) => id === one.route) ?? -1;
  const resolved = compiled?.routes[route]?.resolved;
  const judged = one?.routes[route];
  if (resolved === undefined || judged === undefined) return [];
  const waiting = {
    measures: verdict.measures,
    daysUntil: () => 0,
    daysUntilMet: () => Infinity,
    isHopeless: () => false,
  };
  return waitFor(waiting, resolved, traceOf(verdict, judged)).wants;
}

/** Of each unit, the least step of it. */
const STEPS: Readonly<Record<string, number>> = { hours: MINUTE, months: 12 / DAYS_A_YEAR, entries: 1, families: 1 };

/** Makes up what is wanted, the last of it a step less; nothing where it cannot be made up. */
function filled(probe: Probe, wants: readonly Want[], less: boolean): readonly AssumedEntry[] | undefined {
  let assumed: readonly AssumedEntry[] = [];
  for (const [index, want] of wants.entries()) {
    const step = less && index === wants.length - 1 ? (STEPS[want.unit] as number) : 0;
    const amounts =
      want.unit === "entries" ? Array.from({ length: want.missing - step }, () => 1) : [want.missing - step];
    // less than half a day is no day
    const least = want.unit === "months" ? step / 2 : 0;
    for (const amount of amounts.filter((one) => one > least + 1e-9)) {
      const before = missing(probe, assumed);
      const next = waysToFill(probe, assumed, want, amount).find((one) => missing(probe, one) < before - 1e-9);
      // what was made up for another want may have brought it already
      if (next === undefined && index > 0 && !less) continue;
      if (next === undefined) return undefined;
      assumed = next;
    }
  }
  return assumed;
}

/** Makes up evidence for a want: of months, a job that ends today, or before all others began. */
function waysToFill({ golden, requirement }: Probe, assumed: readonly AssumedEntry[], want: Want, amount: number) {
  const { applicant, options } = golden;
  const day = dayNumber(options.asOf);
  const associations = [options.association ?? "us-wa"];
  const made = (first: number) => [...assuming(assumed, { requirement, want, amount }, first, associations)];
  if (want.unit !== "months") return made(day);
  const days = Math.round((amount * DAYS_A_YEAR) / 12);
  const begun = JSON.stringify(applicant).match(/(?<="start":")[^"]+/g) ?? [];
  const before = Math.min(day, ...begun.map((one) => firstDay(one) - 1));
  return [day, before].flatMap((last) =>
    made(last - days + 1).map((all) => {
      const job = all.at(-1) as AssumedEntry;
      return all.with(-1, { ...job, entry: { ...job.entry, end: isoDay(last) } });
    }),
  );
}

const missing = (probe: Probe, assumed: readonly AssumedEntry[]) =>
  gapsOf(probe, judged(probe, assumed)).reduce((sum, { amount }) => sum + amount, 0);

const gapsOf = ({ requirement }: Probe, verdict: AccountVerdict): readonly Gap[] =>
  pathwayOf(verdict).gaps.filter((gap) => gap.requirement === requirement);

/** A requirement is probed once for each set of amounts. */
function probes(): readonly Probe[] {
  const seen = new Set<string>();
  const cases = goldenCases().filter((_, index) => index % EVERY === 0);
  return cases.flatMap((golden) =>
    verdictOn(golden).pathways.flatMap(({ pathway, status, gaps, requirements }) => {
      if (status !== "not-yet") return [];
      return requirements.flatMap(({ id, status: own, obligation }): Probe[] => {
        const amounts = gaps.filter((gap) => gap.requirement === id).map(({ amount, unit }) => `${amount} ${unit}`);
        const key = `${pathway} ${id} ${amounts}`;
        if (own !== "unmet" || obligation !== "required" || amounts.length === 0 || seen.has(key)) return [];
        seen.add(key);
        return [{ golden, pathway, requirement: id }];
      });
    }),
  );
}

/** Whether what is made up for one want can be what is made up for another one. */
const areShared = (gaps: readonly Gap[]) =>
  gaps.some(({ alsoFills = [] }) => alsoFills.some((other) => gaps.some(({ measure }) => measure === other)));

test("gaps that are filled flip their requirement, and a step less does not", () => {
  const flipped: Record<string, number> = {};
  const tally = { flipped: 0, shared: 0, notMadeUp: 0 };
  for (const probe of probes()) {
    const { golden, requirement, pathway } = probe;
    const wants = wantsOf(probe, verdictOn(golden));
    const isPlain = wants.every(
      ({ at, unit, spread, missing: amount }) =>
        amount > 0 && spread === 0 && unit in STEPS && !at.includes("readings"),
    );
    if (wants.length === 0 || !isPlain) continue;
    const gaps = gapsOf(probe, judged(probe, []));
    const name = `${golden.id} ${pathway} ${requirement}`;
    const isShared = areShared(gaps);
    // what several comparisons draw alike is one gap
    const amounts = (all: readonly number[]) => [...new Set(all)].sort();
    expect(amounts(gaps.map(({ amount }) => amount)), name).toEqual(
      expect.arrayContaining(amounts(wants.map(({ missing: amount }) => Math.ceil(amount * 100 - 1e-6) / 100))),
    );
    // the narrowest first, which may fill the others
    const inOrder = isShared ? [...wants].sort((a, b) => b.conditions.length - a.conditions.length) : wants;
    const whole = filled(probe, inOrder, false);
    if (whole === undefined || statusOf(probe, whole) !== "met") {
      tally.notMadeUp++;
      continue;
    }
    const almost = filled(probe, inOrder, true);
    expect(almost === undefined ? "unmet" : statusOf(probe, almost), name).not.toBe("met");
    tally.flipped++;
    if (isShared) tally.shared++;
    for (const { unit } of wants) flipped[unit] = (flipped[unit] ?? 0) + 1;
  }
  if (EVERY === 1) process.stdout.write(`${JSON.stringify([tally, flipped])}\n`);
  expect(tally.flipped).toBeGreaterThan(15);
  expect(tally.notMadeUp).toBeLessThan(tally.flipped);
  if (EVERY === 1) for (const unit of Object.keys(STEPS)) expect(flipped[unit], unit).toBeGreaterThan(0);
});
