/**
 * What is gone by in looking for questions.
 */
import { isExact } from "../../base/calendar";
import type { Field } from "../../evidence/field";
import type { Applicant, CollectionName } from "../../model/applicant";
import type { PathwayId } from "../../model/rulebook";
import type { AccountVerdict, PathwayAccount } from "../../model/verdict";
import type { EvaluateOptions } from "../../verdict/options";
import type { Asked } from "../asked";
import type { Language } from "../language";

/** A requirement that is open, with what its rules ask for. */
export interface Open {
  readonly pathway: PathwayId;
  readonly requirement: string;
  readonly asked: Asked;
}

/** Who is asked, about what, and in which words. */
export interface Asking {
  readonly applicant: Applicant;
  readonly options: EvaluateOptions;
  readonly verdict: AccountVerdict;
  readonly open: readonly Open[];
  readonly words: Language;
  readonly dontKnow: readonly string[];
}

/** Something that was not told. */
export interface Candidate {
  readonly id: string;
  readonly collection?: CollectionName;
  readonly name?: string;
  readonly field?: Field;
  /** The entries that lack it, by index. */
  readonly entries: readonly number[];
  /** Applicants in which it was answered, one way and another. */
  readonly trials: readonly Applicant[];
  /** The requirements that ask for it. */
  readonly about: readonly Open[];
}

/** Whether an answer could still open a pathway. */
export const isOpenPathway = ({ status }: PathwayAccount) => status === "not-yet" || status === "undetermined";

/** Whether a day is told only as a month or a year. */
export const isSpan = (told: unknown): told is string => typeof told === "string" && !isExact(told);
