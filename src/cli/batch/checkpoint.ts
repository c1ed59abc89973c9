/**
 * How far a batch came: written beside its output, so that a run that was killed can go on without a line lost or twice.
 */
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { readFile, rename, rm, writeFile } from "node:fs/promises";
import { messageOf } from "../../base/errors";
import { keysOf } from "../../base/records";
import type { Cohort } from "../../batch/cohort";
import type { ApplicantLimits } from "../../check/limits";
import { digestOf } from "../../rules/digest";
import { rulebook } from "../../verdict/evaluate";
import type { EvaluateOptions } from "../../verdict/options";
import { InputError } from "../problem";
import { codeOf } from "../read-json";
import { writing } from "../write-file";

/** What a batch does, as far as going on with something else would mix two batches. */
export interface Job {
  readonly asOf: string;
  readonly association: string | undefined;
  /** The digest of the rules, the association's own among them. */
  readonly rules: string;
  readonly pathways: readonly string[] | undefined;
  readonly format: string;
  readonly rejects: string | undefined;
  readonly counts: boolean;
  readonly detail: string;
  /** How much of an applicant is read at most, where less is than the package allows. */
  readonly limits?: ApplicantLimits;
}

/** How far a batch came. */
export interface Checkpoint {
  readonly job: Job;
  /** The next line, counted from 1. */
  readonly line: number;
  /** How many bytes of the input are done. */
  readonly offset: number;
  /** The last bytes that are done, by which the same input is known again. */
  readonly tail: Tail;
  /** How many bytes of the output and of the refused lines are done. */
  readonly output: number;
  readonly rejects: number;
  readonly judged: number;
  readonly refused: number;
  readonly cohort?: Cohort;
}

/** Where the checkpoint of an output stands. */
export const checkpointFile = (output: string): string => `${output}.progress.json`;

/** The last bytes of a part of the input. */
export interface Tail {
  /** How many they are. */
  readonly bytes: number;
  readonly digest: string;
}

/** Describes the last bytes of a part of the input. */
export const tailOf = (bytes: Uint8Array): Tail => ({
  bytes: bytes.length,
  digest: createHash("sha256").update(bytes).digest("hex"),
});

/** Writes a checkpoint; whoever reads it finds the last one or this one, never a half. */
export async function writeCheckpoint(output: string, checkpoint: Checkpoint): Promise<void> {
  const file = checkpointFile(output);
  await writing(file, () => writeFile(`${file}.new`, JSON.stringify(checkpoint)));
  await writing(file, () => rename(`${file}.new`, file));
}

/** Removes a checkpoint: the batch is done. */
export async function removeCheckpoint(output: string): Promise<void> {
  await rm(checkpointFile(output), { force: true });
}

/** Reads a checkpoint; nothing where there is none. */
async function readCheckpoint(output: string): Promise<Checkpoint | undefined> {
  const file = checkpointFile(output);
  let text: string;
  try {
    text = await readFile(file, "utf8");
  } catch (error) {
    if (codeOf(error) === "ENOENT") return undefined;
    throw new InputError(`${file} cannot be read: ${messageOf(error)}`);
  }
  try {
    return JSON.parse(text) as Checkpoint;
  } catch {
    throw new InputError(`${file} is damaged; delete it and begin anew`);
  }
}

/** Finds what an earlier run left of an output: nothing, what is to be done, or nothing to do. */
export async function leftOf(output: string, isResumed: boolean): Promise<Checkpoint | "finished" | undefined> {
  const left = await readCheckpoint(output);
  if (isResumed) return left ?? (existsSync(output) ? "finished" : undefined);
  if (left === undefined) return undefined;
  throw new InputError(
    `${output} was not finished; --resume goes on, or delete ${checkpointFile(output)} to begin anew`,
  );
}

/** Describes a job. */
export function jobOf(rules: EvaluateOptions, how: Pick<Job, "format" | "rejects" | "counts" | "limits">): Job {
  const { asOf, association, overlay, pathways, detail = "outcome" } = rules;
  return {
    asOf,
    association: overlay?.id ?? association,
    rules: digestOf(rulebook(), overlay),
    pathways: pathways as readonly string[] | undefined,
    detail,
    ...how,
  };
}

/** Refuses to go on with another job than the one that was begun. */
export function sameJob(begun: Job, now: Job, output: string): void {
  const words: Readonly<Record<keyof Job, string>> = {
    asOf: "--as-of",
    association: "the association",
    rules: "the rules",
    pathways: "the pathways",
    format: "--format",
    rejects: "--rejects",
    counts: "--report",
    detail: "--detail",
    limits: "--max-entries or --max-depth",
  };
  const other = keysOf(words).find((key) => JSON.stringify(begun[key]) !== JSON.stringify(now[key]));
  if (other === undefined) return;
  const [was, is] = [begun, now].map((job) => JSON.stringify(job[other]) ?? "nothing");
  throw new InputError(
    `${output} was begun otherwise: ${words[other]} was ${was} and is ${is}; go on as it was begun, or delete ${checkpointFile(output)} and begin anew`,
  );
}
