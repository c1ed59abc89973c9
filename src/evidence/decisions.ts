/**
 * Decisions of a coordinator: which requirements they set aside, and which evidence they let count.
 */

import { wrong } from "../base/errors";
import { type Level, MET, UNKNOWN, UNMET } from "../base/truth";
import type { AssociationId, Decision, DecisionType } from "../model/applicant";
import type { Rulebook } from "../model/rulebook";
import type { DecisionApplied, UnusedDecision } from "../model/verdict";
import { type Entry, nameOf, pointerTo, readDay, readLastDay } from "./entry";
import type { Evidence } from "./evidence";
import { entriesOf } from "./read";

/** The decisions that hold on the day of judgment. */
export interface Decisions {
  /** Finds those about a requirement of a pathway, and notes that they were used. */
  readonly about: (pathway: string, requirement: string) => readonly Decision[];
  /** Finds those about a requirement of a pathway of which it is not known whether they are in force. */
  readonly perhaps: (pathway: string, requirement: string) => readonly Decision[];
  /** Lists those that matched nothing. */
  readonly unused: (judged: readonly string[], known: (id: string) => boolean) => UnusedDecision[];
  /** How the verdict shows one. */
  readonly shown: (decision: Decision) => DecisionApplied;
}

const NONE: readonly Decision[] = [];

/** A decision, with what it is about. */
interface Told {
  readonly decision: Decision;
  readonly entry: Entry;
  readonly target: string;
}

/** Reads the decisions about an applicant. */
export function readDecisions(
  evidence: Evidence,
  rulebook: Rulebook,
  association: AssociationId | undefined,
): Decisions {
  const { list } = entriesOf(evidence, "decisions");
  if (list.length === 0) return NO_DECISIONS;
  const targetOf = renamingOf(rulebook);
  const told = list.map((entry): Told => {
    const decision = readDecision(entry);
    return { decision, entry, target: targetOf(decision) };
  });
  const byTarget = new Map<string, Told[]>();
  for (const one of told) {
    const same = byTarget.get(one.target);
    if (same === undefined) byTarget.set(one.target, [one]);
    else same.push(one);
  }
  const used = new Set<Decision>();
  const names = new Map(told.map(({ decision, entry }) => [decision, nameOf(entry)]));
  const elsewhere = ({ decision }: Told) =>
    decision.association !== undefined && association !== undefined && decision.association !== association;
  const holds = ({ entry }: Told): Level => {
    const { asOf } = evidence;
    const on = readDay(entry, "on") as number;
    const until = readDay(entry, "until");
    const last = until === undefined ? Infinity : readLastDay(entry, "until", until);
    if (asOf < on || last < asOf) return UNMET;
    return readLastDay(entry, "on", on) <= asOf && asOf <= (until ?? last) ? MET : UNKNOWN;
  };
  const find = (pathway: string, requirement: string, level: Level) =>
    byTarget.get(`${pathway}/${requirement}`)?.filter((one) => !elsewhere(one) && holds(one) === level) ?? [];
  return {
    about: (pathway, requirement) =>
      find(pathway, requirement, MET).map(({ decision }) => {
        used.add(decision);
        return decision;
      }),
    perhaps: (pathway, requirement) => find(pathway, requirement, UNKNOWN).map(({ decision }) => decision),
    unused: (judged, known) =>
      told.flatMap((one): UnusedDecision[] => {
        if (used.has(one.decision)) return [];
        const [pathway = ""] = one.target.split("/");
        const because = () => {
          if (!known(pathway)) return "unknown-pathway";
          if (elsewhere(one)) return "other-association";
          const held = holds(one);
          if (held !== MET) return held === UNMET ? "not-in-force" : "imprecise";
          return judged.includes(pathway) ? "unknown-requirement" : "not-judged";
        };
        return [{ decision: nameOf(one.entry), because: because() }];
      }),
    shown: (decision) => ({
      decision: names.get(decision) ?? "",
      type: decision.type,
      ...(decision.evidence && { evidence: [...decision.evidence] }),
      ...(decision.association && { association: decision.association }),
    }),
  };
}

/** Where nothing was decided. */
const NO_DECISIONS: Decisions = {
  about: () => NONE,
  perhaps: () => NONE,
  unused: () => [],
  shown: () => {
    throw new TypeError("there is no decision");
  },
};

function readDecision(entry: Entry): Decision {
  const { raw } = entry;
  const text = (field: string) => {
    const value = raw[field];
    if (typeof value !== "string") throw wrong("wrong-type", pointerTo(entry, field), "a text", value);
    return value;
  };
  const type = text("type");
  if (type !== "waive" && type !== "accept")
    throw wrong("wrong-type", pointerTo(entry, "type"), "waive or accept", type);
  if (readDay(entry, "on") === undefined) throw wrong("wrong-type", pointerTo(entry, "on"), "a day", undefined);
  const evidence = raw["evidence"];
  const isNamed = Array.isArray(evidence) && evidence.every((one) => typeof one === "string");
  if (!isNamed && (type === "accept" || evidence !== undefined)) {
    throw wrong("wrong-type", pointerTo(entry, "evidence"), "a list of evidence, as the verdict names it", evidence);
  }
  if (raw["association"] !== undefined) text("association");
  text("pathway");
  text("requirement");
  return raw as unknown as Decision & { readonly type: DecisionType };
}

/** Finds the requirement that a decision is about, under the name that it bears today. */
function renamingOf({ renamed }: Rulebook): (decision: Decision) => string {
  const next = new Map([...renamed].reverse().map(({ from, to }) => [from, to]));
  return ({ pathway, requirement }) => {
    const seen = new Set<string>();
    let target = `${pathway}/${requirement}`;
    for (let to: string | undefined = target; to !== undefined && !seen.has(to); to = next.get(to)) {
      target = to;
      seen.add(to);
    }
    return target;
  };
}
