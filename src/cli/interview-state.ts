/**
 * Where an interview stands: what was told, what nobody knows; and how it is saved and taken up again.
 */
import { withoutAccents } from "../base/letters";
import type { ApplicantQuestion } from "../explain/questions/model";
import type { Applicant, CollectionName, PersonId } from "../model/applicant";
import type { PathwayId } from "../model/rulebook";
import { existing } from "./import-target";
import type { Io } from "./io";
import { InputError } from "./problem";
import { exists, readJson } from "./read-json";
import { writeJson } from "./write-file";

/** What is remembered beside the applicant. */
interface Remembered {
  /** What was answered with "I don't know". */
  readonly dontKnow: readonly string[];
  /** The pathway that it is about; all where absent. */
  readonly pathway?: PathwayId;
  /** The collection of which was asked last: it is finished first. */
  readonly at?: CollectionName;
}

/** Where an interview stands. */
export interface InterviewState extends Remembered {
  readonly applicant: Applicant;
  /** Whether it was asked which pathway it is about. */
  readonly isChosen: boolean;
}

/** The file beside that of the applicant. */
const besideOf = (file: string) => `${file.replace(/\.json$/, "")}.interview.json`;

/** Takes an interview up again, or begins one. */
export async function resumed(file: string, io: Io): Promise<InterviewState> {
  const applicant = await existing(file, io);
  const beside = besideOf(file);
  if (!(await exists(beside))) return { applicant, dontKnow: [], isChosen: false };
  return { ...(await readJson(beside, io, "interview", remembered)), applicant, isChosen: true };
}

function remembered(json: unknown): Remembered {
  const { dontKnow, pathway = "", at = "" } = (json ?? {}) as Partial<Record<keyof Remembered, unknown>>;
  const isRight = Array.isArray(dontKnow) && dontKnow.every((id) => typeof id === "string");
  if (isRight && typeof pathway === "string" && typeof at === "string") return json as Remembered;
  throw new InputError("what was remembered of the interview cannot be read; delete the file, and it is asked again");
}

/** Saves an interview: the applicant as everything reads it, and beside it what only the interview needs. */
export async function save(file: string, { applicant, isChosen, ...beside }: InterviewState): Promise<void> {
  await writeJson(file, applicant);
  // as long as it was not asked which pathway it is about, there is nothing to remember
  if (isChosen) await writeJson(besideOf(file), beside);
}

type Entry = Readonly<Record<string, unknown>>;
const entriesOf = (applicant: Applicant, collection: CollectionName) =>
  (applicant[collection] ?? []) as readonly object[] as readonly Entry[];

/** The entry that a question is about: of several that lack the field, the first. */
export function entryAsked(applicant: Applicant, { collection, entries: [first = ""] }: ApplicantQuestion): number {
  if (collection === undefined) return -1;
  return entriesOf(applicant, collection).findIndex(({ id }, index) => `${collection}/${id ?? index}` === first);
}

/** Tells the field that a question asks for. */
export function withValue(standing: InterviewState, question: ApplicantQuestion, value: unknown): InterviewState {
  const { applicant } = standing;
  const { collection, field } = question;
  if (field === undefined) return standing;
  if (collection === undefined) return { ...standing, applicant: { ...applicant, [field.name]: value } };
  const index = entryAsked(applicant, question);
  const told = entriesOf(applicant, collection).map((entry, at) =>
    at === index ? { ...entry, [field.name]: value } : entry,
  );
  return { ...standing, applicant: { ...applicant, [collection]: told }, at: collection };
}

/** Begins an entry of a collection, which is not finished until that is said. */
export function withEntry(standing: InterviewState, collection: CollectionName, entry: Entry): InterviewState {
  const { applicant } = standing;
  const unfinished = [...new Set([...(applicant.unfinished ?? []), collection])];
  const told = [...entriesOf(applicant, collection), entry];
  return { ...standing, applicant: { ...applicant, [collection]: told, unfinished }, at: collection };
}

/** Says that a collection is told whole, perhaps that there is none. */
export function withWhole(standing: InterviewState, collection: CollectionName): InterviewState {
  const { unfinished = [], ...applicant } = standing.applicant;
  const rest = unfinished.filter((name) => name !== collection);
  const told = {
    ...applicant,
    [collection]: entriesOf(applicant, collection),
    ...(rest.length > 0 && { unfinished: rest }),
  };
  const { at: _, ...whole } = standing;
  return { ...whole, applicant: told };
}

/** Names somebody whom the applicant did not name before. */
export function withPerson(standing: InterviewState, name: string): readonly [InterviewState, PersonId] {
  const { applicant } = standing;
  const { people = [] } = applicant;
  const plain = withoutAccents(name);
  const base = plain.replaceAll(/[^a-z0-9]+/g, "-").replaceAll(/^-|-$/g, "") || "person";
  const ids = people.map(({ id }) => id);
  let id = base;
  for (let number = 2; ids.includes(id); number++) id = `${base}-${number}`;
  return [{ ...standing, applicant: { ...applicant, people: [...people, { id, name }] } }, id];
}

/** Says that something is not known. */
export const withoutAnswer = (standing: InterviewState, id: string): InterviewState => ({
  ...standing,
  dontKnow: [...new Set([...standing.dontKnow, id])],
});
