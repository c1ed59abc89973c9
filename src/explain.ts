/**
 * Verdicts in words, and what to do next: questions, plans. None of it judges; it calls `evaluate`.
 *
 * @packageDocumentation
 */

export type { FieldType } from "./evidence/field";
export { type Ahead, type CarriedOver, pathwaysAhead } from "./explain/ahead";
export { citation } from "./explain/citation";
export {
  type Change,
  type ComparedVerdict,
  type Comparison,
  compare,
  type PathwayDifference,
  type RequirementDifference,
  whatIf,
} from "./explain/compare";
export { type ComparisonOptions, explainComparison } from "./explain/compare-words";
export type {
  CitedDocument,
  DocumentItem,
  DocumentPart,
  ExplainedDocument,
  ExplainFormat,
  Words,
  WordsPart,
} from "./explain/document";
export { withEvidence } from "./explain/evidence";
export { type ExplainOptions, explain } from "./explain/explain";
export type { ExplainDetail } from "./explain/explaining";
export type { FormField, FormGroup, FormWord } from "./explain/form";
export type { LanguageOptions } from "./explain/language";
export { plan } from "./explain/plan";
export type { Pace, Plan, PlanOptions, PlanReason, PlanStep } from "./explain/plan/model";
export { explainPlan } from "./explain/plan-words";
export { type ProgressPart, progress, type RequirementProgress } from "./explain/progress";
export { nextQuestion, questions } from "./explain/questions";
export type {
  AnswerValue,
  ApplicantQuestion,
  AssociationQuestion,
  Hanging,
  OpenToAsk,
  QuestionOptions,
} from "./explain/questions/model";
export { explainQuestions } from "./explain/questions-words";
export { explainRanking, type RankedPathway, rank } from "./explain/rank";
export type { Explained, WordsOptions } from "./explain/render";
export type { OwnRules } from "./explain/rules-of";
export { explainWarnings } from "./explain/warnings-words";
