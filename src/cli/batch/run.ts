/**
 * Runs a batch: reads, judges, writes in order, and notes how far it came.
 */
import { type Cohort, emptyCohort, joinCohort } from "../../batch/cohort";
import { type JudgedChunk, judgeChunks } from "../../batch/judge-chunks";
import { lineChunks } from "../../batch/lines";
import { type Format, headOf } from "../../batch/record";
import type { EvaluateOptions } from "../../verdict/options";
import type { Io } from "../io";
import { type Checkpoint, type Job, tailOf, writeCheckpoint } from "./checkpoint";
import { type Destination, fileTarget, inputSize, readFrom, sinkTarget } from "./files";
import { progressOn } from "./progress";
import { LONGEST_LINE, type Rejects, rejectsFile, shownRejects } from "./refusals";

/** What a batch does. */
export interface Batch {
  /** The input: a file, or `-` for standard input. */
  readonly input: string;
  /** The output: a file; standard output where absent. */
  readonly output: string | undefined;
  /** Where refused lines go: a file; standard error where absent. */
  readonly rejects: string | undefined;
  readonly format: Format;
  readonly rules: EvaluateOptions;
  readonly job: Job;
  /** How many threads judge; with 0, the thread of the program. */
  readonly workers: number;
  /** What an earlier run left, to go on with. */
  readonly left: Checkpoint | undefined;
  /** How often it notes how far it came, in milliseconds. */
  readonly checkpointEvery: number;
}

/** What a batch came to. */
export interface Ran {
  readonly judged: number;
  readonly refused: number;
  readonly cohort?: Cohort;
  /** How many applicants and refused lines an earlier run had left. */
  readonly before: number;
}

/** Runs a batch. */
export async function runBatch(batch: Batch, io: Io): Promise<Ran> {
  const { input, output, format, job } = batch;
  const begun = batch.left ?? freshly(job);
  const source = await readFrom(input, begun, io);
  const target = output === undefined ? sinkTarget(io) : await fileTarget(output, begun.output);
  const rejects = batch.rejects === undefined ? shownRejects(io) : await rejectsFile(batch.rejects, begun.rejects);
  const progress = progressOn(io, await inputSize(input));
  const reached = structuredClone(begun);
  let noted = io.now().getTime();
  try {
    // from now on there is something to go on with
    if (output !== undefined) await note(output, reached, target, rejects);
    if (target.size() === 0) await target.write(Buffer.from(headOf(format)));
    const chunks = lineChunks(source, { first: begun.line, offset: begun.offset }, LONGEST_LINE);
    const options = { evaluate: batch.rules, limits: job.limits, format, counts: job.counts };
    for await (const judged of judgeChunks(chunks, options, batch.workers)) {
      await take(judged, reached, target, rejects);
      progress.show(reached.offset, reached.judged - begun.judged);
      const now = io.now().getTime();
      if (output === undefined || now - noted < batch.checkpointEvery) continue;
      noted = now;
      await note(output, reached, target, rejects);
    }
  } finally {
    progress.end();
    await target.close();
    await rejects.close();
  }
  return { ...reached, before: begun.judged + begun.refused };
}

/** How far a batch came, while it runs. */
type Reached = { -readonly [Key in keyof Checkpoint]: Checkpoint[Key] };

const freshly = (job: Job): Checkpoint => ({
  job,
  line: 1,
  offset: 0,
  tail: tailOf(new Uint8Array()),
  output: 0,
  rejects: 0,
  judged: 0,
  refused: 0,
  ...(job.counts && { cohort: emptyCohort() }),
});

/** Writes what came of a chunk. */
async function take(
  { chunk, tail, written }: JudgedChunk,
  reached: Reached,
  target: Destination,
  rejects: Rejects,
): Promise<void> {
  await target.write(written.bytes);
  await rejects.write(written.refused);
  reached.line = chunk.first + chunk.lines;
  reached.offset = chunk.end;
  reached.tail = tailOf(tail);
  reached.judged += written.judged;
  reached.refused += written.refused.length;
  if (reached.cohort !== undefined && written.cohort !== undefined) joinCohort(reached.cohort, written.cohort);
}

/** Notes how far the batch came, once all before it is kept. */
async function note(output: string, reached: Reached, target: Destination, rejects: Rejects): Promise<void> {
  await target.keep();
  await rejects.keep();
  await writeCheckpoint(output, { ...reached, output: target.size(), rejects: rejects.size() });
}
