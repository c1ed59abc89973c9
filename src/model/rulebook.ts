/**
 * The rulebook: pathways, requirements, routes and editions as data.
 */
import type { AgeRange, AssociationId, Category, Day, OwnId, StandingStatus } from "./applicant";
import type { ShippedPathwayId } from "./ids";
import type { Citation, Condition, Confidence, Question, Readings, Sources, Where, WrittenQuestion } from "./language";
import type { FeeRule, Overlay, ProcessRule } from "./overlay";

/** A day, a month or a year as a source gives it: `2025-01-01`, `2025-01`, `2025`. */
export type ImpreciseDay = string;

/**
 * A pathway by its id, such as `IFS`: an editor completes those that ship, and the compiler refuses others. `isPathwayId`
 * tells of any text whether it is one, and knows those of a rulebook of your own.
 */
export type PathwayId = ShippedPathwayId | OwnId;

/** The two endorsements. */
export const endorsements = ["IMH-E", "ECMH-E"] as const;
/** An endorsement: IMH-E® (prenatal to 3) or ECMH-E® (3 up to 6). */
export type Endorsement = (typeof endorsements)[number];

/** Kinds of pathway. */
export const pathwayKinds = ["category", "add-on", "renewal", "reinstatement", "transfer", "scholarship"] as const;
/** What someone can be eligible for. */
export type PathwayKind = (typeof pathwayKinds)[number];

/** What help with cost can pay for. */
export const paidCosts = ["endorsement-fee", "membership", "rsc", "training"] as const;
/**
 * What help with cost pays for: fees of Endorsement, membership of the association, or only what goes before it, reflective
 * supervision and training.
 */
export type PaidCost = (typeof paidCosts)[number];

/** How firmly a requirement binds. */
export const obligations = ["required", "recommended", "reviewed"] as const;
/** `required` decides; `recommended` and `reviewed` never block, and a reviewer judges the latter. */
export type Obligation = (typeof obligations)[number];

/** The stages of an application, in order. */
export const stages = ["experience", "application", "exam"] as const;
/** When a requirement is due: before applying, while applying, or only after approval. */
export type Stage = (typeof stages)[number];

/** The days on which something holds. */
export interface InForce {
  /** The first day; without it, since ever. */
  readonly from?: ImpreciseDay;
  /** The last day, written only where nothing follows. */
  readonly to?: ImpreciseDay;
}

/** One way to satisfy a requirement. */
export interface Route {
  /** The id, unique in the requirement. */
  readonly id: string;
  /** What it asks for, in words. */
  readonly title: string;
  /** What it asks for. */
  readonly conditions: Condition;
  /** Its own sources, where they differ from the requirement's. */
  readonly sources?: readonly Citation[];
  /** Its own confidence, where it differs from the requirement's. */
  readonly confidence?: Confidence;
  /** Ids in the register of flexible rules. */
  readonly register?: readonly string[];
}

/** One thing that a pathway demands, in one edition, spelled out. */
export interface Requirement {
  /** The id, the same in every edition. */
  readonly id: string;
  /** What it asks for, in words. */
  readonly title: string;
  /** The pathways it belongs to; all of its file where absent. */
  readonly pathways?: readonly PathwayId[];
  /** `required` where absent. */
  readonly obligation?: Obligation;
  /** `experience` where absent. */
  readonly stage?: Stage;
  /** When this edition holds. */
  readonly inForce: InForce;
  /** The routes; any one suffices. Without any, the criterion is unpublished or a reviewer's alone. */
  readonly routes?: readonly Route[];
  /** What the sources leave open about it. */
  readonly questions?: readonly Question[];
  /** Where it is said. */
  readonly sources: readonly Citation[];
  /** How sure it is. */
  readonly confidence: Confidence;
  /** Ids in the register of flexible rules. */
  readonly register?: readonly string[];
  /** What a reader of the data should know. */
  readonly notes?: string;
}

/** What every written rule says of its ground. */
export interface Cited {
  /** Where it is said. */
  readonly sources: Sources;
  /** How sure it is; `medium` where absent. */
  readonly confidence?: Confidence;
}

/** A route as it is written. */
export interface WrittenRoute {
  /** The id, unique in the requirement. */
  readonly id: string;
  /** What it asks for, in words. */
  readonly title: string;
  /** What it asks for. */
  readonly conditions: Condition;
  /** Its own sources, where they differ from the requirement's. */
  readonly sources?: Sources;
  /** Its own confidence, where it differs from the requirement's. */
  readonly confidence?: Confidence;
  /** Ids in the register of flexible rules. */
  readonly register?: readonly string[];
}

/** A requirement as it is written. */
export interface WrittenRequirement extends Cited {
  /** The id, the same in every edition. */
  readonly id: string;
  /** What it asks for, in words. */
  readonly title: string;
  /** The pathways it belongs to; all of its file where absent. */
  readonly pathways?: readonly PathwayId[];
  /** `required` where absent. */
  readonly obligation?: Obligation;
  /** `experience` where absent. */
  readonly stage?: Stage;
  /** When this edition holds; since ever where absent. */
  readonly inForce?: InForce;
  /** The routes; any one suffices. Without any, the criterion is unpublished or a reviewer's alone. */
  readonly routes?: readonly (WrittenRoute | string | RouteUse)[];
  /** The ids of what the sources leave open about it. */
  readonly questions?: readonly string[];
  /** Ids in the register of flexible rules. */
  readonly register?: readonly string[];
  /** What a reader of the data should know. */
  readonly notes?: string;
}

/** A route that is written once under a name, and what differs here. */
export interface RouteUse extends Partial<WrittenRoute> {
  /** The name in `routes.json`. */
  readonly as: string;
}

/** A requirement that is written once under a name, and what differs here. */
export interface RequirementUse extends Partial<WrittenRequirement> {
  /** The name in `requirements.json`. */
  readonly as: string;
}

/** A span of days in which a pathway is offered. */
export interface Offered extends Cited {
  /** The days; all where absent. */
  readonly inForce?: InForce;
}

/** A fixed cycle of renewal. */
export interface Cycle {
  /** Its length in months. */
  readonly months: number;
  /** The last day of any one cycle. */
  readonly ends: Day;
  /** Until when it is filed for a cycle that has closed; until its last day where absent. */
  readonly filing?: Filing;
}

/** Until when a renewal is filed for a cycle that has closed. */
export interface Filing {
  /** The day until which it is not late, `MM-DD`; as `until` where absent. */
  readonly due?: string;
  /** The last day, `MM-DD`, the first such day after the cycle. */
  readonly until: string;
}

/** A cycle of renewal as it is judged. */
export interface CycleInForce extends Cycle {
  /** A day of the cycle that is judged, where that is not the cycle of the day of the verdict. */
  readonly on?: Day;
}

/** A cycle of renewal, in one edition. */
export interface CycleEdition extends Cycle, Cited {
  /** When it holds. */
  readonly inForce?: InForce;
}

/** Something that one can be eligible for. */
export interface Pathway {
  /** The id. */
  readonly id: PathwayId;
  /** The kind. */
  readonly kind: PathwayKind;
  /** The endorsement; absent where it serves both. */
  readonly endorsement?: Endorsement;
  /** The name. */
  readonly name: string;
  /** How it is printed, where the id is not: `IMHM-R/F`. */
  readonly label?: string;
  /** The ages of the children, in months; in several readings where the sources differ. */
  readonly ageBand: AgeRange | Readings<AgeRange>;
  /** Where its name and its ages are said. */
  readonly sources: Sources;
  /** When it is offered. */
  readonly offered: readonly Offered[];
  /** What it became once it was no longer offered. */
  readonly replacedBy?: readonly PathwayId[];
  /** What it pays for, of a scholarship and only of one. */
  readonly pays?: readonly PaidCost[];
  /** The pathways whose cost it helps with, of a scholarship; every category and add-on where absent. */
  readonly toward?: readonly PathwayId[];
  /** The renewal cycle, in every edition. */
  readonly cycle?: readonly CycleEdition[];
}

/** The pathways of one scope of practice, and what they demand. */
export interface PathwayFile {
  /** Where the schema of the file is, for an editor; it is ignored. */
  readonly $schema?: string;
  /** The scope of practice, in words. */
  readonly title: string;
  /** The pathways. */
  readonly pathways: readonly Pathway[];
  /** Every requirement in every edition. */
  readonly requirements: readonly (WrittenRequirement | string | RequirementUse)[];
}

/** A requirement that several places share; each of them may say what differs there. */
export interface SharedRequirement extends Partial<WrittenRequirement> {
  /** The id, the same in every edition. */
  readonly id: string;
  /** What it asks for, in words. */
  readonly title: string;
}

/** A condition that several places share, in one edition. */
export interface NamedCondition extends Cited {
  /** The id, the same in every edition. */
  readonly id: string;
  /** What it says, in words that finish the phrase "evidence …". */
  readonly title: string;
  /** When this edition holds. */
  readonly inForce?: InForce;
  /** The condition. */
  readonly conditions: Condition;
  /** Ids in the register of flexible rules. */
  readonly register?: readonly string[];
}

/** A rule by which X counts as Y, in one edition. */
export interface Equivalence extends Cited {
  /** The id, the same in every edition. */
  readonly id: string;
  /** What it says, in words. */
  readonly title: string;
  /** When this edition holds. */
  readonly inForce?: InForce;
  /** Which entries count. */
  readonly where: Where;
  /** The most that counts, in the measure's unit. */
  readonly atMost?: number;
  /** Count days by the share of full time. */
  readonly fullTimeEquivalent?: boolean;
  /** Ids in the register of flexible rules. */
  readonly register?: readonly string[];
}

/** What happens to those who hold a credential when it ends. */
export interface Conversion extends Cited {
  /** The status that is converted. */
  readonly status: StandingStatus;
  /** The day. */
  readonly on: ImpreciseDay;
  /** What its holders hold from that day: `IFS`, `ERS`, `ERS:emerging`. */
  readonly becomes: readonly string[];
}

/** A credential of the system, once. */
export interface CredentialType extends Cited {
  /** The category, or `ERS`. */
  readonly id: Category;
  /** The name. */
  readonly name: string;
  /** Older names. */
  readonly olderNames?: readonly string[];
  /** How many months the emerging status lasts. */
  readonly emergingMonths?: number;
  /** What it became. */
  readonly conversions?: readonly Conversion[];
}

/** A cited public document, as it is written. */
export interface WrittenSource {
  /** The id. */
  readonly id: string;
  /** The address. */
  readonly url: string;
  /** The association that published it; in the file of an association, that one where no publisher is told. */
  readonly association?: AssociationId;
  /** Who published it, where that is no association, or where its name of today would mislead. */
  readonly publisher?: string;
  /** When its text was current; `~` marks an estimate from its wording. */
  readonly vintage: string;
  /** The last day, month or year in which its text was current, as far as its vintage tells; absent where nothing does. */
  readonly seen?: ImpreciseDay;
  /** What a reader should know of it. */
  readonly note?: string;
}

/** A cited public document. */
export interface Source {
  /** The id. */
  readonly id: string;
  /** The address. */
  readonly url: string;
  /** Who published it. */
  readonly publisher: string;
  /** When its text was current; `~` marks an estimate from its wording. */
  readonly vintage: string;
  /** The last day, month or year in which its text was current, as far as its vintage tells; absent where nothing does. */
  readonly seen?: ImpreciseDay;
  /** What a reader should know of it. */
  readonly note?: string;
}

/** An id that was renamed, so that stored decisions live on. */
export interface Renaming {
  /** The old id of a requirement, with its pathway: `IFS/rsc-hours`. */
  readonly from: string;
  /** The new one. */
  readonly to: string;
}

/** What is known of applying from places that no association of the rulebook serves, in one edition. */
export interface PlaceRule extends Cited {
  /** The places, ISO 3166: a state, or a country with all its parts; every other place where absent. */
  readonly places?: readonly string[];
  /** `alliance`: the Alliance takes applications from there itself; `unknown`: no page says where to apply. */
  readonly kind: "alliance" | "unknown";
  /** What to do, in our own words. */
  readonly text: string;
  /** When this edition holds. */
  readonly inForce?: InForce;
}

/** What the rulebook is called, the order of its pathways, and what goes for every association. */
export interface RulebookFile {
  /** Where the schema of the file is, for an editor; it is ignored. */
  readonly $schema?: string;
  /** The id. */
  readonly id: string;
  /** The first day of the newest edition. */
  readonly version: Day;
  /** The title. */
  readonly title: string;
  /** The pathways in the order in which a verdict lists them. */
  readonly order: readonly PathwayId[];
  /** What things cost in every association that does not say otherwise. */
  readonly fees?: readonly FeeRule[];
  /** Facts of the process in every association. */
  readonly process?: readonly ProcessRule[];
  /** Associations that are no members: their endorsements are of another system, and count nowhere. */
  readonly otherSystems?: readonly OtherSystem[];
}

/** Associations whose endorsements are of another system. */
export interface OtherSystem extends Cited {
  /** The associations. */
  readonly associations: readonly string[];
}

/** Everything: the rules of all pathways, editions and associations. */
export interface Rulebook extends RulebookFile {
  /** The pathway files by name. */
  readonly pathways: Readonly<Record<string, PathwayFile>>;
  /** Requirements that several places share, by name. */
  readonly requirements: Readonly<Record<string, SharedRequirement>>;
  /** Routes that several places share, by name. */
  readonly routes: Readonly<Record<string, WrittenRoute>>;
  /** What the sources leave open, each question once. */
  readonly questions: readonly WrittenQuestion[];
  /** Named conditions. */
  readonly conditions: readonly NamedCondition[];
  /** Equivalences. */
  readonly equivalences: readonly Equivalence[];
  /** Credentials. */
  readonly credentials: readonly CredentialType[];
  /** Cited documents. */
  readonly sources: readonly WrittenSource[];
  /** Renamed ids. */
  readonly renamed: readonly Renaming[];
  /** Where one applies from places that no association serves. */
  readonly places: readonly PlaceRule[];
  /** The associations' overlays by id. */
  readonly associations: Readonly<Record<string, Overlay>>;
}
