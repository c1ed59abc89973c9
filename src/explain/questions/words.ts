/**
 * Questions in words, with the answers to choose from.
 */
import type { Draft } from "../../base/draft";
import { toldIn } from "../../evidence/told";
import type { Applicant, CollectionName } from "../../model/applicant";
import { citations } from "../../rules/written";
import { rulebook } from "../../verdict/evaluate";
import { programFor } from "../../verdict/judge";
import type { FormField } from "../form";
import { type Language, unmarked } from "../language";
import { entryName } from "../names";
import { type Asking, type Candidate, isOpenPathway, isSpan } from "./asking";
import type { AnswerValue, ApplicantQuestion, AssociationQuestion, Hanging } from "./model";

/** Words a question, with its answers and what hangs on it. */
export function worded(
  { applicant, words }: Asking,
  candidate: Candidate,
  hangs: readonly Hanging[],
): ApplicantQuestion {
  const { id, collection, name, entries } = candidate;
  const about = collection === undefined ? undefined : words.collection(collection);
  const field = name === undefined ? undefined : words.field(collection, name);
  const question: Draft<ApplicantQuestion> = {
    to: "applicant",
    id,
    text: textOf(words, candidate, field, applicant),
    help: field?.help ?? about?.help ?? "",
    entries: collection === undefined ? [] : entries.map((index) => evidenceName(applicant, collection, index)),
    hangs,
    pathways: [...new Set(hangs.map(({ pathway }) => pathway))],
  };
  if (collection !== undefined) question.collection = collection;
  if (field !== undefined) question.field = field;
  const values = field && valuesOf(words, field, applicant);
  if (values !== undefined) question.values = values;
  return question;
}

/** Names an entry as verdicts do. */
export function evidenceName(applicant: Applicant, collection: CollectionName, index: number): string {
  const entry = toldIn(applicant, collection)[index];
  return `${collection}/${entry?.id ?? index}`;
}

function textOf(
  words: Language,
  { collection, entries }: Candidate,
  field: FormField | undefined,
  applicant: Applicant,
): string {
  if (collection === undefined) return words.say("question-field", { field: field?.label ?? "" });
  const { label = collection, entry = collection } = words.collection(collection) ?? {};
  if (field === undefined) {
    const begun = (applicant[collection]?.length ?? 0) > 0;
    return words.say(begun ? "question-more" : "question-collection", { collection: label });
  }
  const [only] = entries;
  const span = only === undefined ? undefined : toldIn(applicant, collection)[only]?.[field.name];
  if (entries.length === 1 && collection && only !== undefined && field?.type === "day" && isSpan(span)) {
    const name = entryName(applicant, collection, only, words);
    return words.say("question-day", { field: field.label, entry: name, span: words.day(span) });
  }
  if (entries.length === 1 && only !== undefined) {
    return words.say("question-entry", { field: field.label, entry: entryName(applicant, collection, only, words) });
  }
  return words.say("question-entries", { field: field.label, entry, collection: label, count: entries.length });
}

function valuesOf(
  words: Language,
  { type, words: vocabulary }: FormField,
  applicant: Applicant,
): AnswerValue[] | undefined {
  if (vocabulary !== undefined) return [...vocabulary];
  if (type === "boolean") {
    return [
      { value: true, label: words.answer("yes") },
      { value: false, label: words.answer("no") },
    ];
  }
  if (type !== "person") return undefined;
  return (applicant.people ?? []).map(({ id, name }) => ({ value: id, label: name ?? id }));
}

/** What the sources leave open and could change a verdict. */
export function associationQuestions({ verdict, words, options }: Asking): AssociationQuestion[] {
  const { program } = programFor({ ...options, rulebook: options.rulebook ?? rulebook() });
  const found = new Map<string, AssociationQuestion>();
  for (const { pathway, questions: all, requirements } of verdict.pathways.filter(isOpenPathway)) {
    const decides = ({ requirement }: (typeof all)[number]) =>
      requirement === undefined ||
      requirements.some(({ id, obligation }) => id === requirement && obligation === "required");
    for (const { id, text: own, requirement } of all.filter(decides)) {
      const { text = own ?? id, sources = [] } = program.rules.questions.find((one) => one.id === id) ?? {};
      const hanging = { pathway, ...(requirement !== undefined && { requirement }) };
      const written = program.rules.questions.find((one) => one.id === id);
      const hangs = [...(found.get(id)?.hangs ?? []), hanging];
      found.set(id, {
        to: "association",
        id,
        text: unmarked(words.rule(text)),
        values: (written?.readings ?? []).map((reading) => ({
          value: reading.id,
          label: unmarked(words.rule(reading.title)),
        })),
        hangs,
        pathways: [...new Set(hangs.map((one) => one.pathway))],
        sources: citations(sources),
      });
    }
  }
  return [...found.values()];
}
