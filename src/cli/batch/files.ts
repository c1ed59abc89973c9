/**
 * What a batch reads and writes.
 */
import { once } from "node:events";
import { constants, createReadStream } from "node:fs";
import { access, type FileHandle, open, rm, stat, truncate } from "node:fs/promises";
import { basename, dirname, extname, join, resolve } from "node:path";
import { nth } from "../../base/lists";
import type { Io } from "../io";
import { InputError } from "../problem";
import { fileProblem } from "../read-json";
import { checkWritable, writing } from "../write-file";
import { type Tail, tailOf } from "./checkpoint";

/** The file of refused lines beside an output: verdicts.rejects.jsonl. */
export const besides = (output: string): string =>
  join(dirname(output), `${basename(output, extname(output))}.rejects.jsonl`);

/** The files of a batch. */
export interface BatchFiles {
  readonly input: string;
  readonly output: string | undefined;
  readonly rejects: string | undefined;
  readonly reports: readonly string[];
}

/** Refuses to write one file over another, and finds out before anything is judged whether all can be written. */
export async function checkFiles({ input, output, rejects, reports }: BatchFiles): Promise<void> {
  const written = [output, rejects, ...reports].filter((file) => file !== undefined);
  const files = input === "-" ? written : [input, ...written];
  const paths = files.map((file) => resolve(file));
  const twice = files.find((_, at) => paths.indexOf(nth(paths, at)) < at);
  if (twice !== undefined) throw new InputError(`${twice} is named twice; one would be written over the other`);
  for (const file of written) await checkWritable(file);
}

/** Where records go. */
export interface Destination {
  /** How many bytes were written, of this run and those before it. */
  readonly size: () => number;
  readonly write: (bytes: Uint8Array) => Promise<void>;
  /** Makes sure that what was written stays if the machine stops. */
  readonly keep: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/**
 * Opens a file that is written, once there is something to write.
 *
 * @param kept - How much of it is kept, in bytes.
 */
export async function fileTarget(file: string, kept: number): Promise<Destination> {
  await keepOnly(file, kept);
  let size = kept;
  let handle: FileHandle | undefined;
  return {
    size: () => size,
    write: async (bytes) => {
      if (bytes.length === 0) return;
      handle ??= await writing(file, () => open(file, "a"));
      await writing(file, () => handle?.appendFile(bytes));
      size += bytes.length;
    },
    keep: async () => handle?.datasync(),
    close: async () => handle?.close(),
  };
}

/** Cuts off what was written after the last checkpoint. */
async function keepOnly(file: string, size: number): Promise<void> {
  if (size === 0) {
    await writing(file, () => rm(file, { force: true }));
    return;
  }
  const now = await sizeOf(file);
  if (now < size) {
    throw new InputError(
      `${file} is shorter than it was left; delete it and the note of the run beside it, and begin anew`,
    );
  }
  await writing(file, () => truncate(file, size));
}

async function sizeOf(file: string): Promise<number> {
  try {
    await access(file, constants.R_OK);
    const found = await stat(file);
    if (found.isDirectory()) throw Object.assign(new Error(), { code: "EISDIR" });
    return found.size;
  } catch (error) {
    throw new InputError(fileProblem(file, error));
  }
}

/** Writes to standard output, no faster than it is read. */
export function sinkTarget({ stdout }: Io): Destination {
  const none = async () => {};
  let written = 0;
  const write = async (bytes: Uint8Array) => {
    written += bytes.length;
    const isFull = stdout.write(new TextDecoder().decode(bytes)) === false;
    if (isFull && "once" in stdout) await once(stdout as never, "drain");
  };
  return { size: () => written, write, keep: none, close: none };
}

/** Where an input goes on. */
export interface InputPlace {
  /** How many bytes of it are done. */
  readonly offset: number;
  /** The last of them. */
  readonly tail: Tail;
}

/** The size of an input in bytes; nothing of standard input. */
export async function inputSize(file: string): Promise<number | undefined> {
  return file === "-" ? undefined : sizeOf(file);
}

/** Reads an input from where a batch came to. */
export async function readFrom(file: string, { offset, tail }: InputPlace, io: Io): Promise<AsyncIterable<Uint8Array>> {
  if (file === "-") return offset === 0 ? io.stdin : skipped(io.stdin, { offset, tail });
  await sizeOf(file);
  if (tail.bytes > 0) {
    const before: Uint8Array[] = [];
    const last = createReadStream(file, { start: offset - tail.bytes, end: offset - 1 });
    for await (const part of last) before.push(part);
    checkTail(Buffer.concat(before), tail, file);
  }
  return createReadStream(file, { start: offset, highWaterMark: PART });
}

/** How many bytes are read at a time: enough that handing them to a thread costs nothing beside judging them. */
const PART = 256 * 1024;

async function* skipped(source: AsyncIterable<Uint8Array>, { offset, tail }: InputPlace): AsyncGenerator<Uint8Array> {
  let before = Buffer.alloc(0);
  let left = offset;
  for await (const part of source) {
    const done = part.subarray(0, left);
    if (left > 0) before = Buffer.concat([before, done]);
    if (before.length > tail.bytes) before = before.subarray(before.length - tail.bytes);
    left -= done.length;
    if (left > 0) continue;
    if (done.length > 0) checkTail(before, tail, "standard input");
    yield part.subarray(done.length);
  }
  if (left > 0) checkTail(before, tail, "standard input");
}

function checkTail(bytes: Uint8Array, { digest }: Tail, input: string): void {
  if (tailOf(bytes).digest === digest) return;
  throw new InputError(`${input} is not what the batch began with; go on with the same input, or begin anew`);
}
