/**
 * The rules in force on a day, as they are told.
 */
import type { AssociationId, Day } from "../model/applicant";
import type { Citation, WrittenQuestion } from "../model/language";
import type { CycleRule, Label, MembershipRule, ProcessRule, Residency, Undeciding } from "../model/overlay";
import type {
  CredentialType,
  CycleInForce,
  Equivalence,
  InForce,
  NamedCondition,
  Offered,
  Pathway,
  Requirement,
} from "../model/rulebook";
import { appliesTo } from "./applies";
import type { Spelled } from "./written";

/** Whose rule it is. */
export type Origin = "alliance" | AssociationId;

/** A requirement in the edition that is in force. */
export interface RequirementInForce extends Requirement {
  /** Whose rule it is. */
  readonly origin: Origin;
}

/** A pathway with its requirements in force. */
export interface PathwayInForce extends Omit<Pathway, "cycle" | "offered" | "sources"> {
  /** Where its name and its ages are said. */
  readonly sources: readonly Citation[];
  /** When it is offered. */
  readonly offered: readonly (Spelled<Offered> & {
    /** From which day to which. */
    readonly inForce: InForce;
  })[];
  /** The renewal cycle in force. */
  readonly cycle?: CycleInForce;
  /** The association's own name for it, where it has one. */
  readonly localName?: Spelled<Label>;
  /** Whether it is offered on the day. */
  readonly isOffered: boolean;
  /** Whether the sources say that the association offers it, or not. */
  readonly offerShown: boolean;
  /** The requirements in force. */
  readonly requirements: readonly RequirementInForce[];
}

/** What an association tells on a day and nothing is judged by. */
export type UndecidingInForce = {
  readonly [K in keyof Undeciding]-?: readonly Spelled<NonNullable<Undeciding[K]>[number]>[];
};

/** Everything that is in force on one day, in one association or without any. */
export interface RulesInForce extends UndecidingInForce {
  /** The day. */
  readonly asOf: Day;
  /** The association. */
  readonly association?: AssociationId;
  /** The pathways, in the rulebook's order. */
  readonly pathways: readonly PathwayInForce[];
  /** Named conditions. */
  readonly conditions: readonly Spelled<NamedCondition>[];
  /** Equivalences. */
  readonly equivalences: readonly Spelled<Equivalence>[];
  /** Credentials. */
  readonly credentials: readonly Spelled<CredentialType>[];
  /** What the sources leave open, with the readings between which each question chooses. */
  readonly questions: readonly WrittenQuestion[];
  /** The readings that the association chose, by question. */
  readonly choices: Readonly<Record<string, string>>;
  /** Who may apply. */
  readonly residency?: Spelled<Residency>;
  /** Which membership counts. */
  readonly membership: readonly Spelled<MembershipRule>[];
  /** The renewal cycles of the association. */
  readonly cycle: readonly Spelled<CycleRule>[];
  /** Its own names for pathways. */
  readonly labels: readonly Spelled<Label>[];
}

/** The name of a pathway, as the association calls it. */
export const nameOfPathway = ({ name, localName }: PathwayInForce): string =>
  localName?.name["en"] ?? Object.values(localName?.name ?? {})[0] ?? name;

/** The facts of the process of a pathway. */
export const processFor = ({ process }: RulesInForce, pathway: PathwayInForce): readonly ProcessRule[] =>
  // how one applies is told of what is awarded; who is endorsed already is told what goes for an endorsement
  process.filter((rule) => appliesTo(rule, pathway.id, rule.kind === "status" || isAwarded(pathway)));

/** Whether it is something that an association may award or not; it renews and takes over what it awards. */
export const isAwarded = ({ kind }: Pick<Pathway, "kind">): boolean => kind === "category" || kind === "add-on";

/** Whether it is help with cost. */
export const isHelp = ({ kind }: Pick<Pathway, "kind">): boolean => kind === "scholarship";
