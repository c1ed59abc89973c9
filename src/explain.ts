/**
 * Verdicts in words, and what to do next: questions, plans. None of it judges; it calls `evaluate`.
 *
 * @packageDocumentation
 */
export { withEvidence } from "./explain/evidence";
export type { FormField, FormGroup, FormWord } from "./explain/form";
export type { LanguageOptions } from "./explain/language";
export { type Pace, type Plan, type PlanOptions, type PlanReason, type PlanStep, plan } from "./explain/plan";
export {
  type AnswerValue,
  type ApplicantQuestion,
  type AssociationQuestion,
  type Hanging,
  nextQuestion,
  type OpenToAsk,
  type QuestionOptions,
  questions,
} from "./explain/questions";
