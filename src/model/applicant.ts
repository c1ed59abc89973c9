/**
 * The applicant: what a person tells about a career, and the closed vocabularies it is told in.
 *
 * An absent collection or field means "not told"; an empty collection means "told: none".
 */

/** A calendar day, ISO `YYYY-MM-DD`. */
export type Day = string;

/** The id of someone in `people`. */
export type PersonId = string;

/** A member association by id (`us-wa`, `au-wa`, `ie`), the Alliance itself, or the World Association. */
export type AssociationId = string;

/** Levels of a qualification, lowest first. */
export const educationLevels = ["certificate", "associate", "bachelor", "master", "doctorate"] as const;
/** The level of a qualification. A post-graduate specialization or a university certificate program is a `certificate`. */
export type EducationLevel = (typeof educationLevels)[number];

/** Fields of study. */
export const educationFields = [
  "child-development",
  "counseling",
  "early-childhood-education",
  "education",
  "marriage-family-therapy",
  "medicine",
  "nursing",
  "occupational-therapy",
  "psychology",
  "public-health",
  "public-policy",
  "social-work",
  "special-education",
  "speech-language",
  "other",
] as const;
/** A field of study. */
export type EducationField = (typeof educationFields)[number];

/** What a degree or program was specifically about. */
export const educationFocuses = ["infant-mental-health", "early-childhood-mental-health", "other"] as const;
/** What a degree or program was specifically about. */
export type EducationFocus = (typeof educationFocuses)[number];

/** Every category of the two endorsements, and the add-on. */
export const categories = [
  "IFA",
  "IFS",
  "IFRS",
  "IMHS",
  "IMHM-C",
  "IMHM-P",
  "IMHM-RF",
  "ECFA",
  "ECFS",
  "ECFRS",
  "ECMHS",
  "ECMHM-C",
  "ECMHM-P",
  "ECMHM-RF",
  "ERS",
] as const;
/** A category of endorsement, or the add-on `ERS`. */
export type Category = (typeof categories)[number];

/** Kinds of credential. */
export const credentialKinds = ["cda", "mental-health-license", "endorsement", "add-on", "other-license"] as const;
/** The kind of a credential; `cda` is the Child Development Associate. */
export type CredentialKind = (typeof credentialKinds)[number];

/** Statuses of a credential. */
export const credentialStatuses = ["full", "emerging", "lapsed", "inactive", "revoked"] as const;
/** The status of a credential. */
export type CredentialStatus = (typeof credentialStatuses)[number];

/** Statuses of an endorsement that count as held. */
export const standingStatuses = ["full", "emerging"] as const;
/** The status of an endorsement that is held. */
export type StandingStatus = (typeof standingStatuses)[number];

/** Kinds of work. */
export const workKinds = ["employment", "internship", "volunteer"] as const;
/** The kind of a job. */
export type WorkKind = (typeof workKinds)[number];

/** Services that work can consist of. */
export const services = [
  "promotion",
  "prevention",
  "early-intervention",
  "relationship-focused-services",
  "dyadic-psychotherapy",
  "supervision-of-staff",
  "reflective-supervision",
  "policy-leadership",
  "program-administration",
  "university-teaching",
  "published-research",
  "other",
] as const;
/**
 * A service. `relationship-focused-services` are the broad relationship-focused mental-health services asked of
 * Specialists until 2024; `dyadic-psychotherapy` is parent–infant or parent–child psychotherapy.
 */
export type Service = (typeof services)[number];

/** Standings of a therapist while doing the work. */
export const licensures = ["licensed", "license-eligible", "none"] as const;
/** Whether the worker was licensed while doing the work. */
export type Licensure = (typeof licensures)[number];

/** Topics of training that some rule asks for. */
export const trainingTopics = [
  "diversity-equity-inclusion",
  "providing-rsc",
  "infant-mental-health",
  "early-childhood-mental-health",
  "other",
] as const;
/** A topic of training; `providing-rsc` is the provision of reflective supervision/consultation. */
export type TrainingTopic = (typeof trainingTopics)[number];

/** The eight domains of the Competency Guidelines. */
export const competencies = [
  "theoretical-foundations",
  "law-regulation-policy",
  "systems-expertise",
  "direct-service-skills",
  "working-with-others",
  "communicating",
  "thinking",
  "reflection",
] as const;
/** A domain of the Competency Guidelines. */
export type Competency = (typeof competencies)[number];

/** Kinds of training. */
export const trainingKinds = [
  "in-service",
  "course",
  "conference",
  "webinar",
  "book-group",
  "community-of-practice",
  "mentorship-group",
  "application-review",
] as const;
/** The kind of a training; `application-review` is service as a reviewer or advisor. */
export type TrainingKind = (typeof trainingKinds)[number];

/** Formats of reflective supervision/consultation. */
export const supervisionFormats = ["individual", "group"] as const;
/** The format of reflective supervision/consultation. */
export type SupervisionFormat = (typeof supervisionFormats)[number];

/** What reflective supervision/consultation can be about. */
export const supervisionSubjects = ["direct-service", "supervision-of-staff", "rsc-provided"] as const;
/** What the hours were about; `rsc-provided` is the reflective supervision that the applicant gives. */
export type SupervisionSubject = (typeof supervisionSubjects)[number];

/** How far leadership reached. */
export const leadershipReaches = ["local", "regional", "state", "national", "international"] as const;
/** How far leadership reached. */
export type LeadershipReach = (typeof leadershipReaches)[number];

/** Kinds of leadership. */
export const leadershipKinds = [
  "supervising-mentoring",
  "practice",
  "policy",
  "teaching",
  "research",
  "training",
  "advocacy",
  "other",
] as const;
/** The kind of a leadership activity. */
export type LeadershipKind = (typeof leadershipKinds)[number];

/** Roles in which someone rates an applicant. */
export const raterRoles = [
  "current-supervisor",
  "former-supervisor",
  "rsc-provider",
  "supervisee",
  "teacher",
  "trainer",
  "consultant",
  "colleague",
  "service-recipient",
  "cda-mentor",
  "instructor",
  "board-member",
] as const;
/** A role in which someone rates the applicant; `supervisee` receives reflective supervision from the applicant. */
export type RaterRole = (typeof raterRoles)[number];

/** Kinds of membership. */
export const membershipKinds = ["individual", "organizational", "group"] as const;
/** The kind of a membership. */
export type MembershipKind = (typeof membershipKinds)[number];

/** Kinds of attestation. */
export const attestationKinds = [
  "code-of-ethics",
  "endorsement-agreement",
  "no-sanction",
  "rsc-connection",
  "audit-accepted",
] as const;
/** The kind of a signed statement. */
export type AttestationKind = (typeof attestationKinds)[number];

/** Types of a coordinator's decision. */
export const decisionTypes = ["waive", "accept"] as const;
/** `waive` sets a requirement aside; `accept` lets the named evidence count toward it. */
export type DecisionType = (typeof decisionTypes)[number];

/**
 * Ages of children, in whole months. `[33, 36]` ends on the day the child turns 36 months; children who are 36 months old
 * are `[36, 37]`.
 */
export type AgeRange = readonly [fromMonths: number, toMonths: number];

/** An endorsement that someone else holds or held. */
export interface Standing {
  /** The category held, or `ERS`. */
  readonly category: Category;
  /** Full or emerging; presumed full where not told. */
  readonly status?: StandingStatus;
  /** The first day it was held; presumed before the evidence where not told. */
  readonly since?: Day;
  /** The last day it was held; presumed still held where not told. */
  readonly until?: Day;
}

/** Someone else named in the evidence: a provider of reflective supervision, a supervisor, a rater. */
export interface Person {
  /** The id by which evidence refers to the person. */
  readonly id: PersonId;
  /** The name, for people; the verdict does not repeat it. */
  readonly name?: string;
  /** The highest degree. */
  readonly degree?: EducationLevel;
  /** Every endorsement that the person holds or held; an empty list says none. */
  readonly endorsements?: readonly Standing[];
  /** The association that vetted the person as a provider though not endorsed. */
  readonly vettedBy?: AssociationId;
  /** Whether the person meets an association's criteria for a provider though not endorsed. */
  readonly meetsCriteria?: boolean;
}

/** A degree, diploma or certificate program. */
export interface Education {
  /** A name of the applicant's own; the verdict refers to it. */
  readonly id?: string;
  /** What it is called, for people; the verdict does not repeat it. */
  readonly title?: string;
  /** The level. */
  readonly level?: EducationLevel;
  /** The day on which it was conferred. */
  readonly conferred?: Day;
  /** The field of study. */
  readonly field?: EducationField;
  /** What it was specifically about. */
  readonly focus?: EducationFocus;
  /** The country, ISO 3166-1 alpha-2. */
  readonly country?: string;
}

/** A license, a certificate or an endorsement that the applicant holds or held. */
export interface Credential {
  /** A name of the applicant's own; the verdict refers to it. */
  readonly id?: string;
  /** What it is called, for people; the verdict does not repeat it. */
  readonly title?: string;
  /** The kind. */
  readonly kind?: CredentialKind;
  /** The category, of an endorsement or add-on. */
  readonly category?: Category;
  /** The status; presumed full where not told. */
  readonly status?: CredentialStatus;
  /** The association that awarded it. */
  readonly association?: AssociationId;
  /** The day of the award. */
  readonly awarded?: Day;
  /** The last day on which it is valid; presumed still valid where not told. */
  readonly until?: Day;
}

/** A job, an internship or volunteer work. */
export interface Work {
  /** A name of the applicant's own; the verdict refers to it. */
  readonly id?: string;
  /** What it is called, for people; the verdict does not repeat it. */
  readonly title?: string;
  /** The kind. */
  readonly kind?: WorkKind;
  /** Whether it was paid. */
  readonly paid?: boolean;
  /** The first day. */
  readonly start?: Day;
  /** The last day; presumed still going on where not told. */
  readonly end?: Day;
  /** The share of full time, above 0 and at most 1. */
  readonly fullTimeShare?: number;
  /** Hours a week, where the share of full time is not known. */
  readonly hoursPerWeek?: number;
  /**
   * The ages of the children served, in months. `[33, 36]` ends on the day the child turns 36 months;
   * children who are 36 months old are `[36, 37]`.
   */
  readonly ages?: AgeRange;
  /** Whether it served families before birth. */
  readonly prenatal?: boolean;
  /** The number of families served. */
  readonly families?: number;
  /** What the work consisted of. */
  readonly service?: readonly Service[];
  /** Whether the applicant was licensed while doing it. */
  readonly licensure?: Licensure;
  /** Whether the primary focus was the social-emotional needs of the child. */
  readonly socialEmotionalFocus?: boolean;
  /** Whether the services attended to the relationships around the child. */
  readonly relationshipFocus?: boolean;
  /** Whether it was done with the child and a caregiver (birth, foster, adoptive, kin, guardian) together. */
  readonly withCaregiver?: boolean;
  /** Whether it was supervised. */
  readonly supervised?: boolean;
  /** The supervisor. */
  readonly supervisor?: PersonId;
  /** Whether it included specialized training. */
  readonly specializedTraining?: boolean;
}

/** A training. Its hours bear all its marks: a training with one part on another topic is entered as two. */
export interface Training {
  /** A name of the applicant's own; the verdict refers to it. */
  readonly id?: string;
  /** What it is called, for people; the verdict does not repeat it. */
  readonly title?: string;
  /** The day on which it ended. */
  readonly date?: Day;
  /** Who held it, for people; the verdict does not repeat it. */
  readonly presenter?: string;
  /** Clock hours. */
  readonly hours?: number;
  /** College credits, where the hours are not known. */
  readonly credits?: number;
  /** Continuing education units, where the hours are not known. */
  readonly ceus?: number;
  /** The topics; an empty list says none of those listed. */
  readonly topics?: readonly TrainingTopic[];
  /** The competency domains it covered. */
  readonly competencies?: readonly Competency[];
  /**
   * The ages of the children it was about, in months. `[33, 36]` ends on the day the child turns 36 months;
   * children who are 36 months old are `[36, 37]`.
   */
  readonly ages?: AgeRange;
  /** The kind. */
  readonly kind?: TrainingKind;
}

/** Reflective supervision/consultation, received or given: one session with a `date`, or an arrangement from `start` to `end`. */
export interface Supervision {
  /** A name of the applicant's own; the verdict refers to it. */
  readonly id?: string;
  /** What it is called, for people; the verdict does not repeat it. */
  readonly title?: string;
  /** The day of a session. */
  readonly date?: Day;
  /** The first day of an arrangement. */
  readonly start?: Day;
  /** The last day of an arrangement; presumed still going on where `start` is told and this is not. */
  readonly end?: Day;
  /** Clock hours. */
  readonly hours?: number;
  /** Individual or group. */
  readonly format?: SupervisionFormat;
  /** Whether it was among peers, without an identified provider; presumed not where not told. */
  readonly peer?: boolean;
  /** What it was about. */
  readonly about?: readonly SupervisionSubject[];
  /**
   * The ages of the children in the work it was about, in months. `[33, 36]` ends on the day the child turns 36 months;
   * children who are 36 months old are `[36, 37]`.
   */
  readonly ages?: AgeRange;
  /** Who gave it. */
  readonly provider?: PersonId;
}

/** Leadership in the infant, young-child and family field, paid or not. */
export interface Leadership {
  /** A name of the applicant's own; the verdict refers to it. */
  readonly id?: string;
  /** What it is called, for people; the verdict does not repeat it. */
  readonly title?: string;
  /** The first day. */
  readonly start?: Day;
  /** The last day; presumed still going on where not told. */
  readonly end?: Day;
  /** How far it reached. */
  readonly reach?: LeadershipReach;
  /** The kind. */
  readonly kind?: LeadershipKind;
}

/** A reference rating. */
export interface Reference {
  /** A name of the applicant's own; the verdict refers to it. */
  readonly id?: string;
  /** What it is called, for people; the verdict does not repeat it. */
  readonly title?: string;
  /** Who rated. */
  readonly rater?: PersonId;
  /** Every role of the rater toward the applicant. */
  readonly roles?: readonly RaterRole[];
  /** Whether the association vetted a rater who is not endorsed. */
  readonly vetted?: boolean;
  /** The day on which the rating was completed. */
  readonly completed?: Day;
  /** How many answers were "not enough information"; presumed 0 where not told. */
  readonly notEnoughInformation?: number;
  /** The day since which the rater has known the applicant. */
  readonly knownSince?: Day;
}

/** One part of an exam. */
export interface Exam {
  /** A name of the applicant's own; the verdict refers to it. */
  readonly id?: string;
  /** What it is called, for people; the verdict does not repeat it. */
  readonly title?: string;
  /** The category it was taken for. */
  readonly category?: Category;
  /** The part, 1 or 2. */
  readonly part?: number;
  /** The day on which it was taken. */
  readonly taken?: Day;
  /** The share of right answers, 0 to 1. */
  readonly score?: number;
  /** Whether it was passed. */
  readonly passed?: boolean;
}

/** A membership of an association. */
export interface Membership {
  /** A name of the applicant's own; the verdict refers to it. */
  readonly id?: string;
  /** What it is called, for people; the verdict does not repeat it. */
  readonly title?: string;
  /** The association. */
  readonly association?: AssociationId;
  /** The kind. */
  readonly kind?: MembershipKind;
  /** The day on which it was bought. */
  readonly purchased?: Day;
  /** The last day on which it is valid; worked out from `purchased` and the association's calendar where not told. */
  readonly until?: Day;
}

/** A statement that the applicant signed. */
export interface Attestation {
  /** A name of the applicant's own; the verdict refers to it. */
  readonly id?: string;
  /** What it is called, for people; the verdict does not repeat it. */
  readonly title?: string;
  /** What was signed. */
  readonly kind?: AttestationKind;
  /** The day. */
  readonly signed?: Day;
}

/** An application that was begun. */
export interface Application {
  /** A name of the applicant's own; the verdict refers to it. */
  readonly id?: string;
  /** What it is called, for people; the verdict does not repeat it. */
  readonly title?: string;
  /** The pathway applied for. */
  readonly pathway?: string;
  /** The association applied to. */
  readonly association?: AssociationId;
  /** The day on which it was started. */
  readonly started?: Day;
  /** The day on which it was submitted. */
  readonly submitted?: Day;
}

/** A coordinator's typed exception. */
export interface Decision {
  /** A name of the applicant's own; the verdict refers to it. */
  readonly id?: string;
  /** What it is called, for people; the verdict does not repeat it. */
  readonly title?: string;
  /** Waive the requirement, or accept evidence toward it. */
  readonly type: DecisionType;
  /** The pathway it is about. */
  readonly pathway: string;
  /** The requirement it is about. */
  readonly requirement: string;
  /** The evidence accepted, as `work/<id or index>`; asked for by `accept`. */
  readonly evidence?: readonly string[];
  /** The association that decided. */
  readonly association?: AssociationId;
  /** Why. */
  readonly reason: string;
  /** Who decided. */
  readonly by: string;
  /** The first day on which it holds. */
  readonly on: Day;
  /** The last day on which it holds; without it, it holds on. */
  readonly until?: Day;
}

/** The collections of an applicant. */
export interface Collections {
  /** Everyone else who is named in the evidence. */
  readonly people?: readonly Person[];
  /** Degrees and programs. */
  readonly education?: readonly Education[];
  /** Licenses, certificates and endorsements. */
  readonly credentials?: readonly Credential[];
  /** Jobs, internships and volunteer work. */
  readonly work?: readonly Work[];
  /** Trainings. */
  readonly training?: readonly Training[];
  /** Reflective supervision/consultation received. */
  readonly supervisionReceived?: readonly Supervision[];
  /** Reflective supervision/consultation given to others. */
  readonly supervisionProvided?: readonly Supervision[];
  /** Leadership. */
  readonly leadership?: readonly Leadership[];
  /** Reference ratings. */
  readonly references?: readonly Reference[];
  /** Parts of exams. */
  readonly exams?: readonly Exam[];
  /** Memberships. */
  readonly memberships?: readonly Membership[];
  /** Signed statements. */
  readonly attestations?: readonly Attestation[];
  /** Applications begun. */
  readonly applications?: readonly Application[];
  /** Coordinators' decisions about this applicant. */
  readonly decisions?: readonly Decision[];
}

/** The name of a collection. */
export type CollectionName = keyof Collections;

/** The person judged: collections of evidence and a few facts. */
export interface Applicant extends Collections {
  /** Where the schema of the file is, for an editor; it is ignored. */
  readonly $schema?: string;
  /** A name for the applicant; the verdict does not repeat it. */
  readonly id?: string;
  /** Where the applicant lives, ISO 3166: `US-WA`, `IE`. */
  readonly residence?: string;
  /** The year of birth, or the day or month; no rule asks for it, and only a warning reads it. */
  readonly born?: string;
  /** Collections that are told only in part: what is not listed in them is unknown. */
  readonly unfinished?: readonly CollectionName[];
}
