/**
 * What conditions refer to by name, and what was made of them already: the same for every pathway, unless it is asked which
 * pathway is judged.
 */
import type { AssociationId } from "../model/applicant";
import type { WrittenQuestion } from "../model/language";
import type { CycleInForce, Equivalence, NamedCondition, Pathway, PathwayId } from "../model/rulebook";
import type { PathwayInForce, RulesInForce } from "./pathway-in-force";

/** The pathway judged, with the cycle in force. */
type JudgedPathway = Pick<Pathway, "id" | "ageBand"> & { readonly cycle?: CycleInForce };

/** What conditions refer to. */
export interface Names {
  /** Named conditions in force. */
  readonly conditions: ReadonlyMap<string, NamedCondition>;
  /** Equivalences in force. */
  readonly equivalences: ReadonlyMap<string, Equivalence>;
  /** The questions on which readings depend. */
  readonly questions: ReadonlyMap<string, WrittenQuestion>;
  /** The readings chosen, by question. */
  readonly choices: Readonly<Record<string, string>>;
  /** The association by whose rules is judged. */
  readonly association: AssociationId | undefined;
  /** The pathway judged. */
  readonly pathway: JudgedPathway;
  /**
   * Makes something of a part of the rules once; once for all pathways, where it is not asked which one is judged.
   *
   * @param kind - What is made.
   * @param part - The part, as it is written.
   */
  readonly once: <T>(kind: string, part: object, make: () => T) => T;
}

type Made = Map<string, WeakMap<object, unknown>>;

const madeOf = (made: Made, kind: string): WeakMap<object, unknown> => {
  const known = made.get(kind);
  if (known !== undefined) return known;
  const own = new WeakMap();
  made.set(kind, own);
  return own;
};

/** Resolves the names in conditions of pathways, those of each once. */
export function namesIn(rules: Omit<RulesInForce, "pathways">): (pathway: PathwayInForce) => Names {
  const { choices, association } = rules;
  const shared = {
    conditions: new Map(rules.conditions.map((one) => [one.id, one])),
    equivalences: new Map(rules.equivalences.map((one) => [one.id, one])),
    questions: new Map(rules.questions.map((one) => [one.id, one])),
    choices,
    association,
  };
  const everywhere: Made = new Map();
  const named = new Map<PathwayId, Names>();
  return (pathway) => {
    const known = named.get(pathway.id);
    if (known !== undefined) return known;
    const here: Made = new Map();
    let isAsked = false;
    const names: Names = {
      ...shared,
      get pathway() {
        isAsked = true;
        return pathway;
      },
      once: <T>(kind: string, part: object, make: () => T): T => {
        const common = madeOf(everywhere, kind);
        const own = madeOf(here, kind);
        const found = (common.get(part) ?? own.get(part)) as T | undefined;
        if (found !== undefined) {
          // whatever holds it depends on the pathway as well
          isAsked ||= own.has(part);
          return found;
        }
        const before = isAsked;
        isAsked = false;
        const made = make();
        (isAsked ? own : common).set(part, made);
        isAsked ||= before;
        return made;
      },
    };
    named.set(pathway.id, names);
    return names;
  };
}
