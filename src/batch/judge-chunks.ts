/**
 * Judges chunks of lines, here or in several threads; what came of them is in their order.
 */
import { TextEncoder } from "node:util";
import { pMapIterable } from "p-map";
import { judgeLines, type LineOptions } from "./judge-lines";
import type { LineChunk } from "./lines";
import { startPool } from "./pool";
import type { LineTask, WrittenLines } from "./worker";

/** A chunk with what came of it. */
export interface JudgedChunk {
  readonly chunk: Omit<LineChunk, "bytes">;
  /** The last bytes of the chunk, by which the same input is known again. */
  readonly tail: Uint8Array;
  readonly written: WrittenLines;
}

/** How many of the last bytes are kept. */
export const TAIL = 4096;

/**
 * Judges chunks.
 *
 * @param workers - How many threads judge; with 0, this one.
 */
export async function* judgeChunks(
  chunks: AsyncIterable<LineChunk>,
  options: LineOptions,
  workers: number,
): AsyncGenerator<JudgedChunk, void, undefined> {
  const threads = workers === 0 ? undefined : startPool(workers, options);
  const judge = async ({ bytes, ...chunk }: LineChunk): Promise<JudgedChunk> => {
    const tail = bytes.slice(-TAIL);
    const task: LineTask = { bytes, first: chunk.first };
    const written: WrittenLines =
      threads === undefined
        ? judgeHere(task, options)
        : await threads.run(task, { name: "judgeTask", transferList: [bytes.buffer as ArrayBuffer] });
    return { chunk, tail, written };
  };
  try {
    // one more than there are threads, so that none waits for the next
    yield* pMapIterable(chunks, judge, { concurrency: workers + 1 });
  } finally {
    await threads?.destroy();
  }
}

function judgeHere({ bytes, first }: LineTask, options: LineOptions): WrittenLines {
  const { text, ...rest } = judgeLines(bytes, first, options);
  return { ...rest, bytes: new TextEncoder().encode(text) };
}
