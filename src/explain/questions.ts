/**
 * What to ask next: of all that was not told, what could change the verdict, and how much hangs on it.
 */
import { dayNumber, firstDay, isExact, isoDay, lastDay } from "../base/calendar";
import type { Draft } from "../base/draft";
import { fold } from "../base/tree";
import { type Field, fieldOf, fields, placements, presumedOf } from "../evidence/fields";
import type { Applicant, CollectionName, Day, PersonId } from "../model/applicant";
import type { Citation } from "../model/language";
import type { PathwayId } from "../model/rulebook";
import type { AccountVerdict, LeafTrace, PathwayAccount, RequirementAccount, Trace, Truth } from "../model/verdict";
import { citations } from "../rules/written";
import { evaluate, rulebook } from "../verdict/evaluate";
import { type EvaluateOptions, programFor } from "../verdict/judge";
import { compiledAs } from "../verdict/renewal";
import { type Asked, type AskedField, askedBy } from "./asked";
import type { FormField, FormWord } from "./form";
import { type Language, type LanguageOptions, languageOf } from "./language";
import { entryName } from "./names";
import { trialValues } from "./trial";

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

/**
 * Lists what to ask: first the questions for the applicant, those first on which most hangs of what is asked before applying,
 * then those for the association.
 *
 * A question is asked only if some answer to it changes what is known of a requirement that is open; that is found by
 * trying answers with `evaluate`. Questions about the entries of one collection that lack the same field are one; a person
 * is asked about once. Pure.
 *
 * @category Ask what was not told
 * @param applicant - The applicant, as far as told.
 * @param options - What to judge, in which language to ask, and what the applicant does not know.
 * @throws `ApplicantError` where a value that is read has the wrong type, or an option is wrong.
 * @example
 * const asked = questions({ credentials: [{ id: "card" }] }, { asOf: "2026-11-23", pathways: ["IFA"] });
 * asked.find(({ id }) => id === "credentials.kind")?.text; //=> "License or credential “card”: Kind?"
 */
export function questions(applicant: Applicant, options: QuestionOptions): OpenToAsk[] {
  const { language, translation, dontKnow = [], ...judging } = options;
  const words = languageOf({ ...(language && { language }), ...(translation && { translation }) });
  const verdict = evaluate(applicant, { ...judging, detail: "account" });
  const open = openIn(verdict, judging);
  const near = nearness(verdict);
  const asking: Asking = { applicant, options: judging, verdict, open, words, dontKnow };
  const own = candidates(asking)
    .filter(({ id }) => !dontKnow.includes(id))
    .flatMap((candidate) => asked(asking, candidate) ?? []);
  const weight = ({ hangs }: OpenToAsk) => hangs.reduce((sum, { pathway }) => sum + (near.get(pathway) ?? 0), 0);
  const theirs = associationQuestions(asking).filter(({ id }) => !dontKnow.includes(id));
  // what is done while applying is asked last
  const before = (one: OpenToAsk) => Number(one.hangs.some((hanging) => isBeforeApplying(verdict, hanging)));
  const first = (all: OpenToAsk[]) => all.sort((a, b) => before(b) - before(a) || weight(b) - weight(a));
  return [...first(own), ...first(theirs)];
}

/**
 * Finds what to ask the applicant next.
 *
 * @category Ask what was not told
 * @returns The question on which most hangs, or nothing where no answer of the applicant could change the verdict.
 * @throws `ApplicantError` where a value that is read has the wrong type, or an option is wrong.
 * @example
 * nextQuestion({}, { asOf: "2026-11-23", pathways: ["IFA"] })?.to; //=> "applicant"
 */
export function nextQuestion(applicant: Applicant, options: QuestionOptions): ApplicantQuestion | undefined {
  const [first] = questions(applicant, options);
  return first?.to === "applicant" ? first : undefined;
}

/** A requirement that is open, with what its rules ask for. */
interface Open {
  readonly pathway: PathwayId;
  readonly requirement: string;
  readonly asked: Asked;
}

interface Asking {
  readonly applicant: Applicant;
  readonly options: EvaluateOptions;
  readonly verdict: AccountVerdict;
  readonly open: readonly Open[];
  readonly words: Language;
  readonly dontKnow: readonly string[];
}

/** Something that was not told. */
interface Candidate {
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

/** How near each pathway is: the fewer requirements are not met, the more a question about it counts. */
function nearness({ pathways }: AccountVerdict): ReadonlyMap<PathwayId, number> {
  const missing = ({ requirements }: PathwayAccount) =>
    requirements.filter(({ obligation, status }) => obligation === "required" && status !== "met").length;
  return new Map(pathways.map((one) => [one.pathway, 1 / (1 + missing(one))]));
}

function isBeforeApplying({ pathways }: AccountVerdict, { pathway, requirement }: Hanging): boolean {
  const judged = pathways.find((one) => one.pathway === pathway);
  const found = judged?.requirements.find(({ id }) => id === requirement);
  // who may apply at all is asked first
  return (found?.stage ?? "experience") === "experience";
}

const isOpenPathway = ({ status }: PathwayAccount) => status === "not-yet" || status === "undetermined";

function openIn({ pathways }: AccountVerdict, options: EvaluateOptions): Open[] {
  const { program } = programFor({ ...options, rulebook: options.rulebook ?? rulebook() });
  return pathways.filter(isOpenPathway).flatMap((judged) => {
    const { pathway, requirements } = judged;
    const compiled = compiledAs(program, judged, dayNumber(options.asOf)).requirements;
    return requirements.flatMap(({ id, status, obligation }, index): Open[] => {
      if (status !== "unknown" || obligation !== "required") return [];
      const routes = compiled[index]?.routes ?? [];
      return [{ pathway, requirement: id, asked: askedBy(routes.map(({ resolved }) => resolved)) }];
    });
  });
}

/** Everything that was not told and that an open requirement asks for. */
function candidates(asking: Asking): Candidate[] {
  const { applicant, open } = asking;
  const byKey = new Map<string, { field: AskedField; about: Open[] }>();
  for (const one of open) {
    for (const [key, field] of one.asked) {
      const known = byKey.get(key);
      if (known === undefined) byKey.set(key, { field, about: [one] });
      else known.about.push(one);
    }
  }
  const collections = new Map<CollectionName, Open[]>();
  for (const { field, about } of byKey.values()) {
    collections.set(field.collection, [...new Set([...(collections.get(field.collection) ?? []), ...about])]);
  }
  return [
    ...residenceCandidate(asking),
    ...[...collections].flatMap(([name, about]) => collectionCandidate(applicant, name, about)),
    ...merged([...byKey.values()].flatMap(({ field, about }) => fieldCandidates(asking, field, about))),
  ];
}

/** A person whom two collections name is asked about once. */
function merged(all: readonly Candidate[]): Candidate[] {
  const byId = new Map<string, Candidate>();
  for (const one of all) {
    const known = byId.get(one.id);
    const together = known && {
      ...known,
      trials: [...known.trials, ...one.trials],
      about: [...new Set([...known.about, ...one.about])],
    };
    byId.set(one.id, together ?? one);
  }
  return [...byId.values()];
}

function residenceCandidate({ applicant, options, verdict }: Asking): Candidate[] {
  if (applicant.residence !== undefined) return [];
  const { program } = programFor({ ...options, rulebook: options.rulebook ?? rulebook() });
  const accepts = program.rules.residency?.accepts;
  if (accepts === undefined) return [];
  const about = verdict.pathways
    .filter(isOpenPathway)
    .map(({ pathway }) => ({ pathway, requirement: "", asked: new Map() }));
  // Canada has no association, Ireland has one
  const accepted = accepts === "unserved" ? ["CA"] : accepts;
  const elsewhere = accepted.includes("IE") ? "AU" : "IE";
  const trials = [...accepted, elsewhere].map((residence) => ({ ...applicant, residence }));
  return [{ id: "residence", name: "residence", entries: [], trials, about }];
}

/** Collections that were not told, or told in part. */
function collectionCandidate(applicant: Applicant, collection: CollectionName, about: readonly Open[]): Candidate[] {
  const base = { id: collection, collection, entries: [], about };
  if (applicant[collection] === undefined) return [{ ...base, trials: [{ ...applicant, [collection]: [] }] }];
  const { unfinished = [] } = applicant;
  if (!unfinished.includes(collection)) return [];
  return [{ ...base, trials: [{ ...applicant, unfinished: unfinished.filter((name) => name !== collection) }] }];
}

function fieldCandidates(asking: Asking, asked: AskedField, about: readonly Open[]): Candidate[] {
  const { applicant, options, dontKnow } = asking;
  const { collection, name, of } = asked;
  const entries = (applicant[collection] ?? []) as readonly Told[];
  if (of !== undefined) return personCandidates(asking, asked, entries, about);
  const field = fieldOf(collection, name);
  if (field === undefined) return [];
  const isAsked = (entry: Told, index: number) =>
    lacks(entry, name, field) &&
    !isLate(collection, entry, options.asOf) &&
    !dontKnow.includes(`${evidenceName(applicant, collection, index)}.${name}`);
  const lacking = entries.flatMap((entry, index) => (isAsked(entry, index) ? [index] : []));
  if (lacking.length === 0) return [];
  const tell = (value: unknown, edge: (told: string) => number) => {
    const fill = (entry: Told) => told(entry, name, isSpan(entry[name]) ? isoDay(edge(entry[name])) : value);
    return entries.map((entry, index) => (lacking.includes(index) ? fill(entry) : entry));
  };
  // a day that is told only as a month or a year lies at one of its ends, or between
  const edges = lacking.some((index) => isSpan(entries[index]?.[name])) ? [firstDay, lastDay] : [firstDay];
  const trials = trialValues(asking.applicant, asked, field, options).flatMap(({ value, people }) =>
    edges.map((edge) => ({
      ...applicant,
      ...(people && { people: [...(applicant.people ?? []), ...people] }),
      [collection]: tell(value, edge),
    })),
  );
  return [{ id: `${collection}.${name}`, collection, name, field, entries: lacking, trials, about }];
}

type Told = Readonly<Record<string, unknown>>;

/** Whether a day is told only as a month or a year. */
const isSpan = (told: unknown): told is string => typeof told === "string" && !isExact(told);

/** Tells a field of an entry; what ended cannot have begun later. */
function told(entry: Told, name: string, value: unknown): Told {
  const { end } = entry;
  const isPast = name === "start" && typeof end === "string" && lastDay(end) < firstDay(String(value));
  return { ...entry, [name]: isPast ? end : value };
}

/** Whether an entry begins only after the day of judgment: it counts nowhere. */
function isLate(collection: CollectionName, entry: Told, asOf: Day): boolean {
  const { day, period } = placements[collection];
  const first = (period ? entry["start"] : undefined) ?? (day === undefined ? undefined : entry[day]);
  return typeof first === "string" && first > asOf;
}

/** Whether an entry does not tell a field, and nothing is presumed of it. */
function lacks(entry: Told, name: string, field: Field): boolean {
  if (field.type === "day" && isSpan(entry[name])) return true;
  if (entry[name] !== undefined || presumedOf(field, entry) !== undefined) return false;
  // a session has one day, an arrangement two
  if (name === "date") return entry["start"] === undefined;
  return name === "start" ? entry["date"] === undefined : true;
}

/** Each person is asked about once, whatever the number of entries that name them. */
function personCandidates(
  { applicant, options }: Asking,
  asked: AskedField,
  entries: readonly Told[],
  about: readonly Open[],
): Candidate[] {
  const { name, of = "" } = asked;
  const people = applicant.people ?? [];
  const field = fields.people[of as keyof typeof fields.people];
  const named = new Set(entries.map((entry) => entry[name] as PersonId));
  return people.flatMap((person, index): Candidate[] => {
    if (!named.has(person.id) || (person as unknown as Told)[of] !== undefined) return [];
    const trials = trialValues(applicant, asked, field, options).map(({ value }) => ({
      ...applicant,
      people: people.with(index, { ...person, [of]: value }),
    }));
    return [
      { id: `people/${person.id}.${of}`, collection: "people", name: of, field, entries: [index], trials, about },
    ];
  });
}

/** Tries answers: the question, if one of them changes what is known of an open requirement. */
function asked(asking: Asking, candidate: Candidate): ApplicantQuestion | undefined {
  const { verdict, options } = asking;
  const chosen = [...new Set(candidate.about.map(({ pathway }) => pathway))];
  const before = statesOf(verdict, candidate.about);
  const hanging = new Set<Open>();
  for (const trial of candidate.trials) {
    const after = statesOf(evaluate(trial, { ...options, pathways: chosen, detail: "account" }), candidate.about);
    candidate.about.forEach((open, index) => {
      if (before[index] !== after[index]) hanging.add(open);
    });
  }
  if (hanging.size === 0) return undefined;
  const hangs = [...hanging].map(({ pathway, requirement }) => ({ pathway, ...(requirement && { requirement }) }));
  return worded(asking, candidate, hangs);
}

/** What is known of each requirement: its state, and that of every comparison and entry that it rests on. */
function statesOf({ pathways, measures }: AccountVerdict, about: readonly Open[]): string[] {
  return about.map(({ pathway, requirement }) => {
    const judged = pathways.find((one) => one.pathway === pathway);
    if (requirement === "") return String(judged?.status);
    const found = judged?.requirements.find(({ id }) => id === requirement) as RequirementAccount;
    return JSON.stringify(found.routes.map(({ trace }) => stateOf(trace, measures)));
  });
}

function stateOf(trace: Trace, measures: AccountVerdict["measures"]): unknown {
  // what is settled stays so
  const settled = (state: unknown, { status }: { readonly status: Truth }) => (status === "unknown" ? state : status);
  return fold<Trace, unknown>(trace, {
    all: settled,
    any: settled,
    not: settled,
    named: settled,
    readings: settled,
    leaf: (leaf) => settled(leafState(leaf, measures), leaf),
  });
}

function leafState({ status, value, measure: name = "" }: LeafTrace, measures: AccountVerdict["measures"]): unknown {
  const measure = measures[name];
  if (measure === undefined) return [status, value];
  if (measure.kind === "day") return [value, measure.exists, measure.from, measure.to];
  const { have, possible, uncounted } = measure;
  return [
    value,
    have,
    possible,
    uncounted.map(({ evidence, status: state, because }) => [evidence, state, because.code, because.fact]),
  ];
}

function worded({ applicant, words }: Asking, candidate: Candidate, hangs: readonly Hanging[]): ApplicantQuestion {
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

function evidenceName(applicant: Applicant, collection: CollectionName, index: number): string {
  const entry = (applicant[collection] as readonly { readonly id?: string }[])[index];
  return `${collection}/${entry?.id ?? index}`;
}

function textOf(
  words: Language,
  { collection, entries }: Candidate,
  field: FormField | undefined,
  applicant: Applicant,
): string {
  if (collection === undefined) return words.say("question-field", { field: field?.label ?? "" });
  const { label, entry } = words.collection(collection) as { readonly label: string; readonly entry: string };
  if (field === undefined) {
    const begun = (applicant[collection]?.length ?? 0) > 0;
    return words.say(begun ? "question-more" : "question-collection", { collection: label });
  }
  const [only] = entries;
  const told = collection && field && only !== undefined && applicant[collection]?.[only];
  const span = told && (told as Told)[field.name];
  if (entries.length === 1 && collection && only !== undefined && field?.type === "day" && isSpan(span)) {
    const name = entryName(applicant, collection, only, words);
    return words.say("question-day", { field: field.label, entry: name, span });
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
function associationQuestions({ verdict, words, options }: Asking): AssociationQuestion[] {
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
        text: words.rule(text),
        values: (written?.readings ?? []).map((reading) => ({ value: reading.id, label: words.rule(reading.title) })),
        hangs,
        pathways: [...new Set(hangs.map((one) => one.pathway))],
        sources: citations(sources),
      });
    }
  }
  return [...found.values()];
}
