/**
 * One applicant as judged: what the facts and events of an engine look up.
 */
import { type Run, startAccepting } from "../judge/run";
import type { PathwayId } from "../model/rulebook";
import type { Truth } from "../model/verdict";
import { type JudgedPathway, judgePathway } from "../verdict/pathway";
import { compiledFor } from "../verdict/renewal";
import type { Judging } from "../verdict/requirement";
import type { Home } from "../verdict/residency";

/** An applicant, judged as far as it was asked for. */
export interface Judged {
  /** How the place where the applicant lives stands to the association. */
  readonly home: Home;
  /** The run in which measures are drawn; one of its own for a requirement for which evidence was accepted. */
  readonly run: (accepting?: string) => Run;
  /** Judges a pathway, once. */
  readonly pathway: (id: PathwayId) => JudgedPathway;
  /** The state of a requirement; nothing where the pathway has none of that name. */
  readonly requirement: (pathway: PathwayId, id: string) => Truth | undefined;
  /** What coordinators decided about a requirement. */
  readonly decided: (pathway: PathwayId, id: string) => { readonly isWaived: boolean; readonly isAccepting: boolean };
}

/** Begins to judge an applicant. */
export function judgedIn(judging: Judging): Judged {
  const { program, decisions, home, run: main } = judging;
  const runs = new Map<string, Run>();
  const pathways = new Map<PathwayId, JudgedPathway>();
  const accepted = (pathway: string, requirement: string) =>
    decisions.about(pathway, requirement).flatMap(({ type, evidence = [] }) => (type === "accept" ? evidence : []));
  const requirements = new Map<string, Truth>();
  const pathway = (id: PathwayId) => {
    const known = pathways.get(id);
    if (known !== undefined) return known;
    const verdict = judgePathway(judging, compiledFor(program, id, main.evidence));
    for (const { id: requirement, status } of verdict.requirements) requirements.set(`${id}/${requirement}`, status);
    pathways.set(id, verdict);
    return verdict;
  };
  return {
    home,
    pathway,
    requirement: (id, requirement) => {
      pathway(id);
      return requirements.get(`${id}/${requirement}`);
    },
    decided: (id, requirement) => ({
      isWaived: decisions.about(id, requirement).some(({ type }) => type === "waive"),
      isAccepting: accepted(id, requirement).length > 0,
    }),
    run: (name) => {
      if (name === undefined) return main;
      const [id = "", requirement = ""] = name.split("/");
      const known = runs.get(name) ?? startAccepting(main, name, accepted(id, requirement));
      runs.set(name, known);
      return known;
    },
  };
}
