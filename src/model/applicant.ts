/**
 * The applicant: what a person tells about a career, and the closed vocabularies it is told in.
 *
 * An absent collection or field means "not told"; an empty collection means "told: none".
 */

import type { ShippedAssociationId } from "./ids";

/** A calendar day, ISO `YYYY-MM-DD`. */
export type Day = string;

/**
 * A day as an applicant tells it: ISO `YYYY-MM-DD`, or only the month `YYYY-MM` or the year `YYYY` in which it lies.
 *
 * Of a day that is told only as a month or a year, whatever depends on the day is not known.
 */
export type ToldDay = string;

/** The id of someone in `people`. */
export type PersonId = string;

declare const ofAnother: unique symbol;

/** An id that does not ship: a program that holds it read it from rules of its own, or asked whether it is one. */
export type OwnId = string & {
  /** Never there: it tells this type from that of other texts. */
  readonly [ofAnother]: true;
};

/**
 * An association whose rules are known, by its id: an editor completes those that ship, and the compiler refuses others.
 * `isAssociationId` tells of any text whether it is one.
 */
export type AssociationId = ShippedAssociationId | OwnId;

/** Any association by its id, whether or not its rules are known: `us-wa`, `ie`, the Alliance, the World Association. */
export type AnyAssociation = AssociationId | (string & {});

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
export const credentialKinds = [
  "cda",
  "mental-health-license",
  "family-child-care-license",
  "endorsement",
  "add-on",
  "other-license",
] as const;
/**
 * The kind of a credential; `cda` is the Child Development Associate, `family-child-care-license` a license or registration
 * of child care at home that names the applicant as the provider.
 */
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
  "diversity-in-early-mental-health",
  "providing-rsc",
  "infant-mental-health",
  "early-childhood-mental-health",
  "other",
] as const;
/**
 * A topic of training; `diversity-in-early-mental-health` is diversity, equity and inclusion specific to infant and early
 * childhood mental health, `providing-rsc` is the provision of reflective supervision/consultation.
 */
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

/** The ages of the children of an entry: one range, or several that leave a gap, such as `[[0, 12], [48, 60]]`. */
export type ToldAges = AgeRange | readonly AgeRange[];

/** A span in which work did not go on. */
export interface Absence {
  /** The first day. */
  readonly start: ToldDay;
  /** The last day; presumed still going on where not told. */
  readonly end?: ToldDay | undefined;
}

/** An endorsement that someone else holds or held. */
export interface Standing {
  /** The category held, or `ERS`. */
  readonly category: Category;
  /** Full or emerging; presumed full where not told. */
  readonly status?: StandingStatus | undefined;
  /** The first day it was held; presumed before the evidence where not told. */
  readonly since?: ToldDay | undefined;
  /** The last day it was held; presumed still held where not told. */
  readonly until?: ToldDay | undefined;
  /** The association that awarded it; presumed a member of the Alliance where not told. */
  readonly association?: AssociationId | undefined;
}

/** Someone else named in the evidence: a provider of reflective supervision, a supervisor, a rater. */
export interface Person {
  /** The id by which evidence refers to the person. */
  readonly id: PersonId;
  /** The name, for people; the verdict does not repeat it. */
  readonly name?: string | undefined;
  /** The highest degree. */
  readonly degree?: EducationLevel | undefined;
  /** Every endorsement that the person holds or held; an empty list says none. */
  readonly endorsements?: readonly Standing[] | undefined;
  /** The association that vetted the person as a provider though not endorsed. */
  readonly vettedBy?: AnyAssociation | undefined;
  /** Whether the person meets an association's criteria for a provider though not endorsed. */
  readonly meetsCriteria?: boolean | undefined;
}

/** A degree, diploma or certificate program. */
export interface Education {
  /** A name of the applicant's own; the verdict refers to it. */
  readonly id?: string | undefined;
  /** What it is called, for people; the verdict does not repeat it. */
  readonly title?: string | undefined;
  /** The level. */
  readonly level?: EducationLevel | undefined;
  /** The day on which it was conferred; without it, it is presumed to be past: leave out what is still studied for. */
  readonly conferred?: ToldDay | undefined;
  /** The field of study. */
  readonly field?: EducationField | undefined;
  /** What it was specifically about. */
  readonly focus?: EducationFocus | undefined;
  /** The country, ISO 3166-1 alpha-2; presumed that of the association where not told. */
  readonly country?: string | undefined;
}

/** A license, a certificate or an endorsement that the applicant holds or held. */
export interface Credential {
  /** A name of the applicant's own; the verdict refers to it. */
  readonly id?: string | undefined;
  /** What it is called, for people; the verdict does not repeat it. */
  readonly title?: string | undefined;
  /** The kind. */
  readonly kind?: CredentialKind | undefined;
  /** The category, of an endorsement or add-on. */
  readonly category?: Category | undefined;
  /** The status; presumed full where not told. */
  readonly status?: CredentialStatus | undefined;
  /** The association that awarded it; presumed a member of the Alliance where not told, except for a transfer. */
  readonly association?: AnyAssociation | undefined;
  /** The day of the award. */
  readonly awarded?: ToldDay | undefined;
  /** The last day on which it is valid; presumed still valid where not told. */
  readonly until?: ToldDay | undefined;
}

/** A job, an internship or volunteer work. */
export interface Work {
  /** A name of the applicant's own; the verdict refers to it. */
  readonly id?: string | undefined;
  /** What it is called, for people; the verdict does not repeat it. */
  readonly title?: string | undefined;
  /** The kind. */
  readonly kind?: WorkKind | undefined;
  /** Whether it was paid. */
  readonly paid?: boolean | undefined;
  /** The first day. */
  readonly start?: ToldDay | undefined;
  /** The last day; presumed still going on where not told. */
  readonly end?: ToldDay | undefined;
  /** The share of full time, above 0 and at most 1. */
  readonly fullTimeShare?: number | undefined;
  /** Hours a week, where the share of full time is not known. */
  readonly hoursPerWeek?: number | undefined;
  /** Spans within the job in which the work did not go on, such as a leave; they do not count. */
  readonly absences?: readonly Absence[] | undefined;
  /**
   * The ages of the children served, in months. `[33, 36]` ends on the day the child turns 36 months;
   * children who are 36 months old are `[36, 37]`.
   */
  readonly ages?: ToldAges | undefined;
  /** Whether it served families before birth. */
  readonly prenatal?: boolean | undefined;
  /** The number of families served. */
  readonly families?: number | undefined;
  /** What the work consisted of. */
  readonly service?: readonly Service[] | undefined;
  /** Whether the applicant was licensed while doing it. */
  readonly licensure?: Licensure | undefined;
  /** Whether the primary focus was the social-emotional needs of the child. */
  readonly socialEmotionalFocus?: boolean | undefined;
  /** Whether the services attended to the relationships around the child. */
  readonly relationshipFocus?: boolean | undefined;
  /** Whether it was done with the child and a caregiver (birth, foster, adoptive, kin, guardian) together. */
  readonly withCaregiver?: boolean | undefined;
  /** Whether it was supervised. */
  readonly supervised?: boolean | undefined;
  /** The supervisor. */
  readonly supervisor?: PersonId | undefined;
  /** Whether it included specialized training. */
  readonly specializedTraining?: boolean | undefined;
}

/** A training. Its hours bear all its marks: a training with one part on another topic is entered as two. */
export interface Training {
  /** A name of the applicant's own; the verdict refers to it. */
  readonly id?: string | undefined;
  /** What it is called, for people; the verdict does not repeat it. */
  readonly title?: string | undefined;
  /** The day on which it ended. */
  readonly date?: ToldDay | undefined;
  /** Who held it, for people; the verdict does not repeat it. */
  readonly presenter?: string | undefined;
  /** Clock hours that were attended. */
  readonly hours?: number | undefined;
  /** Whether it was attended to the end; presumed so where not told. */
  readonly completed?: boolean | undefined;
  /** College credits, where the hours are not known. */
  readonly credits?: number | undefined;
  /** Continuing education units, where the hours are not known. */
  readonly ceus?: number | undefined;
  /** The topics; an empty list says none of those listed. */
  readonly topics?: readonly TrainingTopic[] | undefined;
  /** The competency domains it covered; presumed at least one where not told, none where the list is empty. */
  readonly competencies?: readonly Competency[] | undefined;
  /**
   * The ages of the children it was about, in months. `[33, 36]` ends on the day the child turns 36 months;
   * children who are 36 months old are `[36, 37]`.
   */
  readonly ages?: ToldAges | undefined;
  /** The kind; presumed no reviewing of applications where not told. */
  readonly kind?: TrainingKind | undefined;
}

/** Reflective supervision/consultation given to others: one session with a `date`, or an arrangement from `start` to `end`. */
export interface SupervisionProvided {
  /** A name of the applicant's own; the verdict refers to it. */
  readonly id?: string | undefined;
  /** What it is called, for people; the verdict does not repeat it. */
  readonly title?: string | undefined;
  /** The day of a session. */
  readonly date?: ToldDay | undefined;
  /** The first day of an arrangement. */
  readonly start?: ToldDay | undefined;
  /** The last day of an arrangement; presumed still going on where `start` is told and this is not. */
  readonly end?: ToldDay | undefined;
  /** Clock hours. */
  readonly hours?: number | undefined;
  /** Individual or group. */
  readonly format?: SupervisionFormat | undefined;
  /** Whether it was among peers, without an identified provider; presumed not where not told. */
  readonly peer?: boolean | undefined;
  /**
   * The ages of the children in the work it was about, in months. `[33, 36]` ends on the day the child turns 36 months;
   * children who are 36 months old are `[36, 37]`.
   */
  readonly ages?: ToldAges | undefined;
  /** Who gave it. */
  readonly provider?: PersonId | undefined;
}

/** Reflective supervision/consultation received: one session with a `date`, or an arrangement from `start` to `end`. */
export interface Supervision extends SupervisionProvided {
  /** What it was about. */
  readonly about?: readonly SupervisionSubject[] | undefined;
}

/** Leadership in the infant, young-child and family field, paid or not. */
export interface Leadership {
  /** A name of the applicant's own; the verdict refers to it. */
  readonly id?: string | undefined;
  /** What it is called, for people; the verdict does not repeat it. */
  readonly title?: string | undefined;
  /** The first day. */
  readonly start?: ToldDay | undefined;
  /** The last day; presumed still going on where not told. */
  readonly end?: ToldDay | undefined;
  /** How far it reached. */
  readonly reach?: LeadershipReach | undefined;
  /** The kind. */
  readonly kind?: LeadershipKind | undefined;
}

/** A reference rating. */
export interface Reference {
  /** A name of the applicant's own; the verdict refers to it. */
  readonly id?: string | undefined;
  /** What it is called, for people; the verdict does not repeat it. */
  readonly title?: string | undefined;
  /** Who rated. */
  readonly rater?: PersonId | undefined;
  /** Every role of the rater toward the applicant. */
  readonly roles?: readonly RaterRole[] | undefined;
  /** Whether the association vetted a rater who is not endorsed. */
  readonly vetted?: boolean | undefined;
  /** The day on which the rating was completed. */
  readonly completed?: ToldDay | undefined;
  /** How many answers were "not enough information"; presumed 0 where not told. */
  readonly notEnoughInformation?: number | undefined;
  /** The day since which the rater has known the applicant. */
  readonly knownSince?: ToldDay | undefined;
}

/** One part of an exam. */
export interface Exam {
  /** A name of the applicant's own; the verdict refers to it. */
  readonly id?: string | undefined;
  /** What it is called, for people; the verdict does not repeat it. */
  readonly title?: string | undefined;
  /** The category it was taken for. */
  readonly category?: Category | undefined;
  /** The part, 1 or 2. */
  readonly part?: number | undefined;
  /** The day on which it was taken. */
  readonly taken?: ToldDay | undefined;
  /** The share of right answers, 0 to 1. */
  readonly score?: number | undefined;
  /** Whether it was passed. */
  readonly passed?: boolean | undefined;
}

/** A membership of an association. */
export interface Membership {
  /** A name of the applicant's own; the verdict refers to it. */
  readonly id?: string | undefined;
  /** What it is called, for people; the verdict does not repeat it. */
  readonly title?: string | undefined;
  /** The association. */
  readonly association?: AnyAssociation | undefined;
  /** The kind. */
  readonly kind?: MembershipKind | undefined;
  /** The day on which it was bought. */
  readonly purchased?: ToldDay | undefined;
  /** The last day on which it is valid; worked out from `purchased` and the association's calendar where not told. */
  readonly until?: ToldDay | undefined;
}

/** A statement that the applicant signed. */
export interface Attestation {
  /** A name of the applicant's own; the verdict refers to it. */
  readonly id?: string | undefined;
  /** What it is called, for people; the verdict does not repeat it. */
  readonly title?: string | undefined;
  /** What was signed. */
  readonly kind?: AttestationKind | undefined;
  /** The day. */
  readonly signed?: ToldDay | undefined;
}

/** An application that was begun. */
export interface Application {
  /** A name of the applicant's own; the verdict refers to it. */
  readonly id?: string | undefined;
  /** What it is called, for people; the verdict does not repeat it. */
  readonly title?: string | undefined;
  /** The pathway applied for. */
  readonly pathway?: string | undefined;
  /** The association applied to. */
  readonly association?: AnyAssociation | undefined;
  /** The day on which the association took the applicant on, such as into a cohort. */
  readonly accepted?: Day | undefined;
  /** The day on which it was started. */
  readonly started?: ToldDay | undefined;
  /** The day on which it was submitted. */
  readonly submitted?: ToldDay | undefined;
  /** Whether it is still open: neither decided on nor withdrawn. */
  readonly open?: boolean | undefined;
}

/** A coordinator's typed exception. */
export interface Decision {
  /** A name of the applicant's own; the verdict refers to it. */
  readonly id?: string | undefined;
  /** What it is called, for people; the verdict does not repeat it. */
  readonly title?: string | undefined;
  /** Waive the requirement, or accept evidence toward it. */
  readonly type: DecisionType;
  /** The pathway it is about. */
  readonly pathway: string;
  /** The requirement it is about. */
  readonly requirement: string;
  /** The evidence accepted, as `work/<id or index>`; asked for by `accept`. */
  readonly evidence?: readonly string[] | undefined;
  /** The association that decided. */
  readonly association?: AnyAssociation | undefined;
  /** Why. */
  readonly reason: string;
  /** Who decided. */
  readonly by: string;
  /** The first day on which it holds. */
  readonly on: ToldDay;
  /** The last day on which it holds; without it, it holds on. */
  readonly until?: ToldDay | undefined;
}

/** The collections of an applicant. */
export interface Collections {
  /** Everyone else who is named in the evidence. */
  readonly people?: readonly Person[] | undefined;
  /** Degrees and programs. */
  readonly education?: readonly Education[] | undefined;
  /** Licenses, certificates and endorsements. */
  readonly credentials?: readonly Credential[] | undefined;
  /** Jobs, internships and volunteer work. */
  readonly work?: readonly Work[] | undefined;
  /** Trainings. */
  readonly training?: readonly Training[] | undefined;
  /** Reflective supervision/consultation received. */
  readonly supervisionReceived?: readonly Supervision[] | undefined;
  /** Reflective supervision/consultation given to others. */
  readonly supervisionProvided?: readonly SupervisionProvided[] | undefined;
  /** Leadership. */
  readonly leadership?: readonly Leadership[] | undefined;
  /** Reference ratings. */
  readonly references?: readonly Reference[] | undefined;
  /** Parts of exams. */
  readonly exams?: readonly Exam[] | undefined;
  /** Memberships. */
  readonly memberships?: readonly Membership[] | undefined;
  /** Signed statements. */
  readonly attestations?: readonly Attestation[] | undefined;
  /** Applications begun. */
  readonly applications?: readonly Application[] | undefined;
  /** Coordinators' decisions about this applicant. */
  readonly decisions?: readonly Decision[] | undefined;
}

/** The name of a collection. */
export type CollectionName = keyof Collections;

/** The person judged: collections of evidence and a few facts. */
export interface Applicant extends Collections {
  /** Where the schema of the file is, for an editor; it is ignored. */
  readonly $schema?: string | undefined;
  /** A name for the applicant; the verdict does not repeat it. */
  readonly id?: string | undefined;
  /** Where the applicant lives, ISO 3166: `US-WA`, `IE`. */
  readonly residence?: string | undefined;
  /** The year of birth, or the day or month; no rule asks for it, and only a warning reads it. */
  readonly born?: string | undefined;
  /** Collections that are told only in part: what is not listed in them is unknown. */
  readonly unfinished?: readonly CollectionName[] | undefined;
}
