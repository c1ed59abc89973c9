/**
 * Asks one question of an interview, on a screen of its own.
 */
import { ApplicantError } from "../base/errors";
import { parseApplicant } from "../check/applicant";
import type { Language } from "../explain/language";
import { entryName } from "../explain/names";
import type { ApplicantQuestion } from "../explain/questions/model";
import { withPerson } from "../explain/told";
import type { Applicant, CollectionName } from "../model/applicant";
import { rulebook } from "../verdict/evaluate";
import { exampleFor, readAnswer } from "./interview-reader";
import { entryAsked, type InterviewState, withEntry, withoutAnswer, withValue, withWhole } from "./interview-state";
import type { Ask, Selectable } from "./io";

/** What became of a question: where the interview stands then, or that the person goes back or stops. */
export type Reply = InterviewState | "back" | "stop";

/** Answers that are none of the values. */
const UNKNOWN = "?";
const BACK = "<";
const STOP = "!";
const ADD = "+";
const WHOLE = "=";
const SOMEONE = "@";

/** What asking needs. */
export interface InterviewScreen {
  readonly ask: Ask;
  readonly words: Language;
  /** Shows a screen: what it is about, and which keys there are. */
  readonly show: (lines: readonly string[]) => void;
}

/** Asks a question. */
export async function askQuestion(
  asking: InterviewScreen,
  standing: InterviewState,
  question: ApplicantQuestion,
): Promise<Reply> {
  const { collection, field } = question;
  if (collection !== undefined && field === undefined) return askCollection(asking, standing, question);
  let problem = "";
  for (;;) {
    const reply = await askField(asking, standing, question, problem);
    if (typeof reply === "string") return reply;
    problem = problemOf(reply.applicant, asking.words);
    if (problem === "") return reply;
  }
}

/** What is wrong with an answer beside the others, such as an end before the beginning. */
function problemOf(applicant: Applicant, { say }: Language): string {
  try {
    parseApplicant(applicant);
    return "";
  } catch (error) {
    if (!(error instanceof ApplicantError)) throw error;
    return say("interview-does-not-fit", { problem: error.issues[0]?.message ?? error.message });
  }
}

/** Answers that can be given to every question. */
const always = ({ say }: Language): readonly Selectable[] => [
  { value: UNKNOWN, label: say("interview-dont-know") },
  { value: BACK, label: say("interview-back") },
  { value: STOP, label: say("interview-stop") },
];

/** Collections of which people have several entries, told apart by their titles. */
const TITLED: readonly CollectionName[] = [
  "education",
  "credentials",
  "work",
  "training",
  "supervisionReceived",
  "supervisionProvided",
  "leadership",
];

/** Asks whether there is something to tell of a collection, or something more. */
async function askCollection(
  asking: InterviewScreen,
  standing: InterviewState,
  question: ApplicantQuestion,
): Promise<Reply> {
  const { ask, words, show } = asking;
  const { id, text, help, collection } = question;
  if (collection === undefined) return standing;
  const { say, field } = words;
  const { entry = collection } = words.collection(collection) ?? {};
  const told = standing.applicant[collection] ?? [];
  show([help, ...told.map((_, index) => `• ${entryName(standing.applicant, collection, index, words)}`)]);
  const answer = await ask.choose(text, [
    { value: ADD, label: say("interview-add", { entry }) },
    { value: WHOLE, label: say(told.length === 0 ? "interview-none" : "interview-done") },
    ...always(words),
  ]);
  if (answer === UNKNOWN) return withoutAnswer(standing, id);
  if (answer === BACK || answer === STOP) return answer === BACK ? "back" : "stop";
  if (answer === WHOLE) return withWhole(standing, collection);
  const title = TITLED.includes(collection) ? field(collection, "title") : undefined;
  if (title === undefined) return withEntry(standing, collection, {});
  show([title.help, say("interview-keys-text")]);
  const named = await ask.text(say("interview-title", { label: title.label }), title.example ?? "", () => undefined);
  if (named === BACK) return askCollection(asking, standing, question);
  if (named === STOP) return "stop";
  return withEntry(standing, collection, named === "" || named === UNKNOWN ? {} : { title: named });
}

/** Asks for a field of an entry, or of the applicant. */
async function askField(
  asking: InterviewScreen,
  standing: InterviewState,
  question: ApplicantQuestion,
  problem: string,
): Promise<Reply> {
  const { ask, words, show } = asking;
  const { field, help } = question;
  if (field === undefined) return standing;
  const { say } = words;
  const text = questionText(standing.applicant, question, words);
  const choices = choicesFor(question, standing.applicant);
  const isSome = field.type === "words" || field.type === "standings";
  const keys = say(isSome ? "interview-keys-some" : choices ? "interview-keys-choose" : "interview-keys-text");
  show([...(problem === "" ? [] : [problem]), help, keys]);
  if (choices === undefined) {
    const example = exampleFor(field);
    const told = await ask.text(text, example, (typed) =>
      [UNKNOWN, BACK, STOP].includes(typed.trim()) || readAnswer(field, typed) !== undefined
        ? undefined
        : say("interview-wrong", { example }),
    );
    return replied(standing, question, told === "" ? [UNKNOWN] : [told], (value) => readAnswer(field, value));
  }
  if (isSome) {
    const some = await ask.chooseSome(text, [...choices, ...always(words)]);
    const values = field.type === "words" ? some : some.map((category) => ({ category }));
    return replied(standing, question, some, () => values);
  }
  const chosen = await ask.choose(text, [
    ...choices,
    ...(field.type === "person" ? [{ value: SOMEONE, label: say("interview-someone") }] : []),
    ...always(words),
  ]);
  if (chosen !== SOMEONE) {
    return replied(standing, question, [chosen], (value) => (field.type === "boolean" ? value === "true" : value));
  }
  show([help, say("interview-keys-text")]);
  const name = await ask.text(say("interview-who"), "Maria Lopez", () => undefined);
  if (name === "" || name === UNKNOWN || name === BACK || name === STOP)
    return replied(standing, question, [name || UNKNOWN], String);
  const { applicant, id } = withPerson(standing.applicant, name);
  return withValue({ ...standing, applicant }, question, id);
}

function replied(
  standing: InterviewState,
  question: ApplicantQuestion,
  chosen: readonly string[],
  read: (chosen: string) => unknown,
): Reply {
  if (chosen.includes(BACK)) return "back";
  if (chosen.includes(STOP)) return "stop";
  if (!chosen.includes(UNKNOWN)) return withValue(standing, question, read(chosen[0] ?? ""));
  // of several entries, only this one is not known
  const { collection, field, entries, id } = question;
  const isOfEntry = collection !== undefined && collection !== "people" && field !== undefined;
  return withoutAnswer(standing, isOfEntry ? `${entries[0]}.${field.name}` : id);
}

/** The question about one entry: an interview asks of one after the other. */
function questionText(applicant: Applicant, question: ApplicantQuestion, words: Language): string {
  const { collection, field, entries, text } = question;
  if (collection === undefined || field === undefined || entries.length < 2) return text;
  const entry = entryName(applicant, collection, entryAsked(applicant, question), words);
  return words.say("question-entry", { field: field.label, entry });
}

/** What can be chosen; nothing where the answer is written. */
function choicesFor({ field, values }: ApplicantQuestion, applicant: Applicant): readonly Selectable[] | undefined {
  if (field?.type === "person") {
    return (applicant.people ?? []).map(({ id, name }) => ({ value: id, label: name ?? id }));
  }
  if (field?.type === "association") {
    return Object.values(rulebook().associations).map(({ id, name }) => ({ value: id, label: name }));
  }
  if (field?.type === "standings") {
    const categories = field.fields?.find(({ name }) => name === "category")?.words ?? [];
    return categories.map(({ value, label }) => ({ value, label }));
  }
  return values?.map(({ value, label, help }) => ({
    value: String(value),
    label,
    ...(help !== undefined && { hint: help }),
  }));
}
