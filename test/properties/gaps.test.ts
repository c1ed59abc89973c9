/** Each gap that is named, once filled, flips its requirement; a minute less, or one entry less, does not. */
import { expect, test } from "vitest";
import { dayNumber } from "../../src/base/calendar";
import type { GoldenCase } from "../../src/cases/golden";
import { type AssumedEntry, assuming, evidenceOf } from "../../src/explain/assumed";
import { withEvidence } from "../../src/explain/evidence";
import { type Want, waitFor } from "../../src/explain/wait";
import { evaluate, rulebook } from "../../src/index";
import type { PathwayId } from "../../src/model/rulebook";
import type { AccountVerdict, Gap, PathwayAccount } from "../../src/model/verdict";
import { programFor } from "../../src/verdict/judge";
import { compiledAs } from "../../src/verdict/renewal";
import { goldenCases, verdictOn } from "../generate/golden-cases";

const MINUTE = 1 / 60;

/** Every so many of the golden cases are tried: all of them with `GAPS=all`. */
const EVERY = process.env["GAPS"] === "all" ? 1 : 12;

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
  const trace = one?.routes[route]?.trace;
  if (resolved === undefined || trace === undefined) return [];
  const waiting = {
    measures: verdict.measures,
    daysUntil: () => 0,
    daysUntilMet: () => Infinity,
    isHopeless: () => false,
  };
  return waitFor(waiting, resolved, trace).wants;
}

/** Makes up what is wanted, the last of it a step less; nothing where it cannot be made up. */
function filled(probe: Probe, wants: readonly Want[], less: number): readonly AssumedEntry[] | undefined {
  const { golden, requirement } = probe;
  const day = dayNumber(golden.options.asOf);
  const associations = [golden.options.association ?? "us-wa"];
  let assumed: readonly AssumedEntry[] = [];
  for (const [index, want] of wants.entries()) {
    const amounts = want.unit === "hours" ? [want.missing] : Array.from({ length: want.missing }, () => 1);
    const last = index === wants.length - 1;
    if (last && want.unit === "hours") amounts[0] = want.missing - less;
    if (last && want.unit !== "hours" && less > 0) amounts.pop();
    for (const amount of amounts) {
      const before = missing(probe, assumed);
      const next = [...assuming(assumed, { requirement, want, amount }, day, associations)].find(
        (one) => missing(probe, one) < before,
      );
      if (next === undefined) return undefined;
      assumed = next;
    }
  }
  return assumed;
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

test("gaps that are filled flip their requirement, and a step less does not", () => {
  const tally = { flipped: 0, shared: 0, notMadeUp: 0 };
  for (const probe of probes()) {
    const { golden, requirement, pathway } = probe;
    const verdict = verdictOn(golden);
    const wants = wantsOf(probe, verdict);
    const isPlain = wants.every(
      ({ at, unit, spread, missing: amount }) =>
        amount > 0 && spread === 0 && (unit === "hours" || unit === "entries") && !at.includes("readings"),
    );
    if (wants.length === 0 || !isPlain) continue;
    const gaps = gapsOf(probe, judged(probe, []));
    const name = `${golden.id} ${pathway} ${requirement}`;
    // what two measures lack may be the same hours
    if (gaps.some(({ alsoFills = [] }) => alsoFills.some((other) => gaps.some(({ measure }) => measure === other)))) {
      tally.shared++;
    } else {
      // what several comparisons draw alike is one gap
      const amounts = (all: readonly number[]) => [...new Set(all)].sort();
      expect(amounts(gaps.map(({ amount }) => amount)), name).toEqual(
        amounts(wants.map(({ missing: amount }) => Math.ceil(amount * 100 - 1e-6) / 100)),
      );
    }
    const whole = filled(probe, wants, 0);
    if (whole === undefined || statusOf(probe, whole) !== "met") {
      tally.notMadeUp++;
      continue;
    }
    const almost = filled(probe, wants, MINUTE);
    expect(almost === undefined ? "unmet" : statusOf(probe, almost), name).not.toBe("met");
    tally.flipped++;
  }
  expect(tally.flipped).toBeGreaterThan(15);
  expect(tally.notMadeUp).toBeLessThan(tally.flipped);
});
