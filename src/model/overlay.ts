/**
 * The overlay: what one association does differently from the base rulebook. Every statement is dated and cited.
 */
import type { AssociationId, Day, MembershipKind } from "./applicant";
import type { Sources, WrittenQuestion } from "./language";
import type {
  Cited,
  CycleEdition,
  Equivalence,
  ImpreciseDay,
  InForce,
  NamedCondition,
  Obligation,
  PathwayId,
  WrittenRequirement,
  WrittenSource,
} from "./rulebook";

/** What every statement of an overlay carries. */
export interface Statement extends Cited {
  /** When it holds; without it, since ever. */
  readonly inForce?: InForce;
}

/** Whether the association offers pathways. */
export interface Offer extends Statement {
  /** The pathways. */
  readonly pathways: readonly PathwayId[];
  /** `false`: not offered in this span; `true` where absent. */
  readonly offered?: boolean;
}

/** The association's own names for pathways, as they are written. */
export interface WrittenLabels extends Statement {
  /** The names by pathway and language (ISO 639-1). */
  readonly names: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** The short forms by pathway. */
  readonly short?: Readonly<Record<string, string>>;
}

/** The association's own name for a pathway. */
export interface Label extends Statement {
  /** The pathway. */
  readonly pathway: string;
  /** The name by language (ISO 639-1). */
  readonly name: Readonly<Record<string, string>>;
  /** The short form. */
  readonly short?: string;
}

/** A name that the association bears or bore. */
export interface Alias extends Statement {
  /** The name. */
  readonly name: string;
  /** The short form. */
  readonly short?: string;
}

/** A language in which the association's system can be used. */
export interface LanguageOffered extends Statement {
  /** The language, ISO 639-1. */
  readonly language: string;
  /** What can be used in it. */
  readonly what: string;
}

/** Who may apply. */
export interface Residency extends Statement {
  /** The places of residence accepted, ISO 3166; `unserved` stands for every place that no association serves. */
  readonly accepts: readonly string[] | "unserved";
}

/** Whose membership can be accepted. */
export const membershipIssuers = ["own", "another-association", "waimh"] as const;
/** `own`: the association's; `another-association`: another infant mental health association's; `waimh`: the World Association's. */
export type MembershipIssuer = (typeof membershipIssuers)[number];

/** Which membership counts, and its calendar. Each of its parts has its own editions. */
export interface MembershipRule extends Statement {
  /** Whose membership is accepted; what the base accepts where absent. */
  readonly accepts?: readonly MembershipIssuer[];
  /** The kinds accepted; what the base accepts where absent. */
  readonly kinds?: readonly MembershipKind[];
  /** How firmly membership is asked for; as in the base where absent. */
  readonly obligation?: Obligation;
  /** The pathways the obligation is about; all where absent. */
  readonly pathways?: readonly PathwayId[];
  /** The membership year: its last day, and the day from which a purchase runs into the next one (`MM-DD`). */
  readonly year?: {
    /** The last day of the membership year, `MM-DD`. */
    readonly ends: string;
    /** The first day of a purchase that runs into the next year, `MM-DD`. */
    readonly cutOff?: string;
  };
}

/** The renewal cycle of the association. */
export interface CycleRule extends CycleEdition {
  /** The pathways; all renewals where absent. */
  readonly pathways?: readonly PathwayId[];
}

/** Kinds of fee. */
export const feeKinds = [
  "membership",
  "registration",
  "processing",
  "exam",
  "renewal",
  "late-renewal",
  "reinstatement",
  "reactivation",
] as const;
/** What a fee is for. */
export type FeeKind = (typeof feeKinds)[number];

/** What something costs. */
export interface FeeRule extends Statement {
  /** What it is for. */
  readonly kind: FeeKind;
  /** The pathways; all where absent. */
  readonly pathways?: readonly PathwayId[];
  /** The amount; 0 says free, `null` that something is charged, and no page says how much. */
  readonly amount: number | null;
  /** The currency, ISO 4217. */
  readonly currency: string;
  /** What a reader should know of it. */
  readonly note?: string;
}

/** Kinds of process fact. */
export const processKinds = [
  "before-applying",
  "application",
  "cohort",
  "deadline",
  "time-limit",
  "review",
  "exam",
  "evidence",
  "moving-up",
  "renewal",
  "lapse",
  "status",
  "help-with-cost",
] as const;
/** What a process fact is about. */
export type ProcessKind = (typeof processKinds)[number];

/** A fact of the process; it never decides eligibility. */
export interface ProcessRule extends Statement {
  /** What it is about. */
  readonly kind: ProcessKind;
  /** What it says, in our own words. */
  readonly text: string;
  /** The pathways; categories and add-ons where absent, and all of them for a `status`. */
  readonly pathways?: readonly PathwayId[];
}

/** Reasons for which a printed fact is no rule here. */
export const noteReasons = ["stale", "source-error", "not-eligibility", "unsettled", "typical"] as const;
/** Why a printed fact is recorded and not encoded as a rule. */
export type NoteReason = (typeof noteReasons)[number];

/** Something that the association prints and that is no rule here. */
export interface Note extends Statement {
  /** What it says, in our own words. */
  readonly text: string;
  /** Why it is no rule. */
  readonly reason: NoteReason;
}

/** The answer to a question, in one span of days. */
export interface Choice extends Statement {
  /** The reading chosen. */
  readonly reading: string;
}

/** What every change of a requirement carries. */
export interface ChangeBase extends Statement {
  /** The pathways it changes. */
  readonly pathways: readonly PathwayId[];
  /** The first day of a base edition over which the change goes on to hold. */
  readonly over?: ImpreciseDay;
}

/**
 * A requirement as an overlay writes it: the change bears days, sources and confidence. Where it says `as` which shared
 * requirement it is, it writes only what differs.
 */
export interface OverlayRequirement
  extends Partial<Omit<WrittenRequirement, "id" | "pathways" | "inForce" | "sources" | "confidence">> {
  /** The id, the same in every edition. */
  readonly id: string;
  /** The name of a shared requirement, of which everything holds that is not written here. */
  readonly as?: string;
}

/** A change of the base requirements. */
export type RequirementChange =
  | (ChangeBase & {
      /** The requirement that takes the place of the base requirement of its id. */
      readonly replace: OverlayRequirement;
    })
  | (ChangeBase & {
      /** A requirement that the base does not have. */
      readonly add: OverlayRequirement;
    })
  | (ChangeBase & {
      /** The id of a base requirement that is not asked for. */
      readonly remove: string;
    })
  | (ChangeBase & {
      /** The id of a base requirement. */
      readonly requirement: string;
      /** How firmly it binds. */
      readonly obligation: Obligation;
    })
  | (ChangeBase & {
      /** The id of a base requirement. */
      readonly requirement: string;
      /** The last day of an older edition of the base, which goes on to hold here. */
      readonly asOn: Day;
    });

/** A named condition that an overlay changes or adds. */
export interface OverlayCondition extends NamedCondition {
  /** The first day of a base edition over which it goes on to hold. */
  readonly over?: ImpreciseDay;
}

/** An equivalence that an overlay changes or adds. */
export interface OverlayEquivalence extends Equivalence {
  /** The first day of a base edition over which it goes on to hold. */
  readonly over?: ImpreciseDay;
}

/** What an association tells on its days and nothing is judged by. */
export interface Undeciding {
  /** Names that it bears or bore. */
  readonly aliases?: readonly Alias[];
  /** Languages of its system. */
  readonly languages?: readonly LanguageOffered[];
  /** Facts of its process. */
  readonly process?: readonly ProcessRule[];
  /** What it prints and is no rule here. */
  readonly notes?: readonly Note[];
}

/** The keys of what nothing is judged by; one that is left out does not compile. */
export const undecidingKeys = Object.keys({
  aliases: true,
  languages: true,
  process: true,
  notes: true,
} satisfies Readonly<Record<keyof Undeciding, true>>) as readonly (keyof Undeciding)[];

/** What one association does differently. */
export interface Overlay extends Undeciding {
  /** Where the schema of the file is, for an editor; it is ignored. */
  readonly $schema?: string;
  /** The association's id: `us-wa`. */
  readonly id: AssociationId;
  /** Its name today. */
  readonly name: string;
  /** Its short name. */
  readonly short?: string;
  /** The state or country that it serves, ISO 3166; absent of the Alliance, which serves those that no association does. */
  readonly jurisdiction?: string;
  /** Its site. */
  readonly site: string;
  /** Where the name and the site are from. */
  readonly sources: Sources;
  /** Documents that it cites and that `sources.json` does not list. */
  readonly documents?: readonly WrittenSource[];
  /** Questions of its own, each with the readings between which it chooses. */
  readonly questions?: readonly WrittenQuestion[];
  /** Which pathways it offers; those not named are as in the base, with a question. */
  readonly offers?: readonly Offer[];
  /** Its own names for pathways. */
  readonly labels?: readonly WrittenLabels[];
  /** Who may apply. */
  readonly residency?: readonly Residency[];
  /** Which membership counts. */
  readonly membership?: readonly MembershipRule[];
  /** Its renewal cycle. */
  readonly cycle?: readonly CycleRule[];
  /** What things cost. */
  readonly fees?: readonly FeeRule[];
  /** Its answers to the questions of the base: question → reading. */
  readonly choose?: Readonly<Record<string, string | readonly Choice[]>>;
  /** Named conditions that it changes or adds. */
  readonly conditions?: readonly OverlayCondition[];
  /** Equivalences that it changes or adds. */
  readonly equivalences?: readonly OverlayEquivalence[];
  /** Changes of requirements. */
  readonly requirements?: readonly RequirementChange[];
}

/**
 * An overlay as a file writes it that keeps what a shipped one says: what the file says of something takes its place from
 * the first day of that on.
 */
export interface OverlayExtension extends Partial<Overlay> {
  /** The association's id: `us-wa`. */
  readonly id: AssociationId;
  /** The association whose shipped overlay goes on to hold. */
  readonly extends: AssociationId;
}

/** The file of an association: an overlay, or one that keeps what a shipped one says. */
export type OverlayFile = Overlay | OverlayExtension;
