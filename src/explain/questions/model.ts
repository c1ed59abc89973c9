/**
 * What is asked: of the applicant, and of the association.
 */
import type { CollectionName } from "../../model/applicant";
import type { Citation } from "../../model/language";
import type { PathwayId } from "../../model/rulebook";
import type { EvaluateOptions } from "../../verdict/options";
import type { FormField, FormWord } from "../form";
import type { LanguageOptions } from "../language";

/** What to ask about, and in which language. */
export interface QuestionOptions extends EvaluateOptions, LanguageOptions {
  /**
   * What was answered with "I don't know", and is not asked again: ids of questions, such as `work.paid`, or, of one entry
   * alone, the entry and the field, such as `work/0.paid`.
   */
  readonly dontKnow?: readonly string[];
}

/** What hangs on a question. */
export interface Hanging {
  /** The pathway. */
  readonly pathway: PathwayId;
  /** The requirement; absent where it is about who may apply. */
  readonly requirement?: string;
}

/** A question for the applicant. */
export interface ApplicantQuestion {
  /** Whom it is for. */
  readonly to: "applicant";
  /** The id: `training`, `work.paid`, `people/coach.endorsements`, `residence`. */
  readonly id: string;
  /** The question, in a sentence. */
  readonly text: string;
  /** What an answer means, in a sentence. */
  readonly help: string;
  /** The collection that it is about; absent where it is about the applicant. */
  readonly collection?: CollectionName;
  /** The field to fill in; absent where the whole collection is asked for. */
  readonly field?: FormField;
  /** The entries that lack it, as `work/<id or index>`; empty where the whole collection is asked for. */
  readonly entries: readonly string[];
  /** The possible answers, where they are a few: the words of a vocabulary, yes and no, people. */
  readonly values?: readonly AnswerValue[];
  /** What hangs on it: once none of these is unknown, the answer no longer matters. */
  readonly hangs: readonly Hanging[];
  /** The pathways that hang on it. */
  readonly pathways: readonly PathwayId[];
}

/** A possible answer. */
export interface AnswerValue extends Omit<FormWord, "value"> {
  /** The value, as the field has it. */
  readonly value: string | boolean;
}

/** A question for the association: what the sources leave open. */
export interface AssociationQuestion {
  /** Whom it is for. */
  readonly to: "association";
  /** The id. */
  readonly id: string;
  /** The question, in a sentence. */
  readonly text: string;
  /** The readings of the sources, of which the association can choose one; empty where the criterion is unpublished. */
  readonly values: readonly FormWord[];
  /** What hangs on it. */
  readonly hangs: readonly Hanging[];
  /** The pathways that hang on it. */
  readonly pathways: readonly PathwayId[];
  /** Where it comes up. */
  readonly sources: readonly Citation[];
}

/** A question, for the applicant or for the association. */
export type OpenToAsk = ApplicantQuestion | AssociationQuestion;
