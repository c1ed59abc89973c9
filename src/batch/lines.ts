/**
 * Cuts a stream of bytes into chunks of whole lines.
 */

/** Whole lines of a stream. */
export interface LineChunk {
  /** The lines, as bytes; none where the one line is too long to be read. */
  readonly bytes: Uint8Array;
  /** The number of the first line, counted from 1. */
  readonly first: number;
  /** How many lines there are. */
  readonly lines: number;
  /** Where the chunk ends, in bytes from the beginning of the stream. */
  readonly end: number;
}

/** Where a stream begins. */
export interface Beginning {
  /** The number of its first line. */
  readonly first: number;
  /** How many bytes stand before it. */
  readonly offset: number;
}

const NEWLINE = 0x0a;

/**
 * Cuts a stream into chunks, one for each part of it that ends a line; the last line needs no end.
 *
 * @param longest - The longest line that is read, in bytes: a longer one is passed over, so that it does not fill the
 * memory.
 */
export async function* lineChunks(
  source: AsyncIterable<Uint8Array>,
  { first, offset }: Beginning,
  longest: number,
): AsyncGenerator<LineChunk, void, undefined> {
  let line = first;
  let end = offset;
  let unfinished: Uint8Array[] = [];
  let held = 0;
  const take = (bytes: Uint8Array) => {
    unfinished.push(bytes);
    held += bytes.length;
    // what is passed over is only counted
    if (held > longest) unfinished = [];
  };
  const finish = (): LineChunk => {
    const isPassedOver = unfinished.length === 0;
    const bytes = isPassedOver ? new Uint8Array() : joined(unfinished, held);
    const lines = isPassedOver ? 1 : countLines(bytes);
    end += held;
    unfinished = [];
    held = 0;
    const chunk = { bytes, first: line, lines, end };
    line += lines;
    return chunk;
  };
  for await (let part of source) {
    const firstStop = part.indexOf(NEWLINE) + 1;
    if (held + firstStop > longest && firstStop > 0) {
      take(part.subarray(0, firstStop));
      yield finish();
      part = part.subarray(firstStop);
    }
    const stop = part.lastIndexOf(NEWLINE) + 1;
    if (stop > 0) {
      take(part.subarray(0, stop));
      yield finish();
    }
    if (stop < part.length) take(part.subarray(stop));
  }
  if (held > 0) yield finish();
}

function joined(parts: readonly Uint8Array[], length: number): Uint8Array {
  // a copy of its own, so that it can be handed over to another thread
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/** Counts lines, whether or not the last one is ended. */
function countLines(bytes: Uint8Array): number {
  let lines = 0;
  let at = -1;
  do {
    at = bytes.indexOf(NEWLINE, at + 1);
    lines++;
  } while (at >= 0 && at + 1 < bytes.length);
  return lines;
}
