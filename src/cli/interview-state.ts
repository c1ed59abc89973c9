/**
 * Where an interview stands: what was told, what nobody knows; and how it is saved and taken up again.
 */
import { isObject } from "../base/records";
import { type ToldFields, toldIn } from "../evidence/told";
import type { ApplicantQuestion } from "../explain/questions/model";
import { indexNamed, withEntries, withField } from "../explain/told";
import type { Applicant, CollectionName } from "../model/applicant";
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
  const { dontKnow, pathway = "", at = "" }: Partial<Record<keyof Remembered, unknown>> = isObject(json) ? json : {};
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

/** The entry that a question is about: of several that lack the field, the first. */
export function entryAsked(applicant: Applicant, { collection, entries }: ApplicantQuestion): number {
  return collection === undefined ? -1 : indexNamed(applicant, collection, entries[0]);
}

/** Tells the field that a question asks for. */
export function withValue(standing: InterviewState, question: ApplicantQuestion, value: unknown): InterviewState {
  const { collection, field, entries } = question;
  if (field === undefined) return standing;
  const applicant = withField(standing.applicant, collection, entries[0], { [field.name]: value });
  return { ...standing, applicant, ...(collection && { at: collection }) };
}

/** Begins an entry of a collection, which is not finished until that is said. */
export function withEntry(standing: InterviewState, collection: CollectionName, entry: ToldFields): InterviewState {
  const { applicant } = standing;
  const entries = [...toldIn(applicant, collection), entry];
  return { ...standing, applicant: withEntries(applicant, collection, entries, false), at: collection };
}

/** Says that a collection is told whole, perhaps that there is none. */
export function withWhole({ at: _, ...standing }: InterviewState, collection: CollectionName): InterviewState {
  const { applicant } = standing;
  return { ...standing, applicant: withEntries(applicant, collection, toldIn(applicant, collection), true) };
}

/** Says that something is not known. */
export const withoutAnswer = (standing: InterviewState, id: string): InterviewState => ({
  ...standing,
  dontKnow: [...new Set([...standing.dontKnow, id])],
});
