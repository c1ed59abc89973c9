/**
 * Decisions of a coordinator: which requirements they set aside, and which evidence they let count.
 */

import { wrong } from "../base/errors";
import type { AssociationId, Decision, DecisionType } from "../model/applicant";
import type { PathwayId, Rulebook } from "../model/rulebook";
import type { DecisionApplied, UnusedDecision } from "../model/verdict";
import { type Entry, type Evidence, entriesOf, pathOf, readDay } from "./read";

/** The decisions that hold on the day of judgment. */
export interface Decisions {
  /** Finds those about a requirement of a pathway, and notes that they were used. */
  readonly about: (pathway: PathwayId, requirement: string) => readonly Decision[];
  /** Lists those that matched nothing. */
  readonly unused: (judged: readonly PathwayId[], known: (id: PathwayId) => boolean) => UnusedDecision[];
  /** How the verdict shows one. */
  readonly shown: (decision: Decision) => DecisionApplied;
}

const NONE: readonly Decision[] = [];

/** Reads the decisions about an applicant. */
export function readDecisions(
  evidence: Evidence,
  rulebook: Rulebook,
  association: AssociationId | undefined,
): Decisions {
  const { list } = entriesOf(evidence, "decisions");
  const entries = new Map(list.map((entry) => [readDecision(entry), entry]));
  const targets = new Map([...entries.keys()].map((decision) => [decision, targetOf(decision, rulebook)]));
  const used = new Set<Decision>();
  const elsewhere = (decision: Decision) =>
    decision.association !== undefined && association !== undefined && decision.association !== association;
  const holds = (entry: Entry) => {
    const on = readDay(entry, "on") as number;
    const until = readDay(entry, "until") ?? Infinity;
    return on <= evidence.asOf && evidence.asOf <= until;
  };
  const name = (decision: Decision) => (entries.get(decision) as Entry).evidence;
  return {
    about: (pathway, requirement) => {
      if (entries.size === 0) return NONE;
      const about: Decision[] = [];
      for (const [decision, entry] of entries) {
        if (targets.get(decision) !== `${pathway}/${requirement}` || elsewhere(decision) || !holds(entry)) continue;
        used.add(decision);
        about.push(decision);
      }
      return about;
    },
    unused: (judged, known) =>
      [...entries].flatMap(([decision, entry]): UnusedDecision[] => {
        if (used.has(decision)) return [];
        const [pathway = ""] = (targets.get(decision) ?? "").split("/");
        const because = () => {
          if (!known(pathway)) return "unknown-pathway";
          if (elsewhere(decision)) return "other-association";
          if (!holds(entry)) return "not-in-force";
          return judged.includes(pathway) ? "unknown-requirement" : "not-judged";
        };
        return [{ decision: name(decision), because: because() }];
      }),
    shown: (decision) => ({
      decision: name(decision),
      type: decision.type,
      ...(decision.evidence && { evidence: [...decision.evidence] }),
      ...(decision.association && { association: decision.association }),
    }),
  };
}

function readDecision(entry: Entry): Decision {
  const { raw } = entry;
  const text = (field: string) => {
    const value = raw[field];
    if (typeof value !== "string") throw wrong("wrong-type", pathOf(entry, field), "a text", value);
    return value;
  };
  const type = text("type");
  if (type !== "waive" && type !== "accept") throw wrong("wrong-type", pathOf(entry, "type"), "waive or accept", type);
  if (readDay(entry, "on") === undefined) throw wrong("wrong-type", pathOf(entry, "on"), "a day", undefined);
  const evidence = raw["evidence"];
  const isNamed = Array.isArray(evidence) && evidence.every((one) => typeof one === "string");
  if (!isNamed && (type === "accept" || evidence !== undefined)) {
    throw wrong("wrong-type", pathOf(entry, "evidence"), "a list of evidence, as the verdict names it", evidence);
  }
  if (raw["association"] !== undefined) text("association");
  text("pathway");
  text("requirement");
  return raw as unknown as Decision & { readonly type: DecisionType };
}

/** The requirement that a decision is about, under the name that it bears today. */
function targetOf({ pathway, requirement }: Decision, { renamed }: Rulebook): string {
  const seen = new Set<string>();
  let target = `${pathway}/${requirement}`;
  for (let next: string | undefined = target; next !== undefined && !seen.has(next); ) {
    target = next;
    seen.add(target);
    next = renamed.find(({ from }) => from === target)?.to;
  }
  return target;
}
